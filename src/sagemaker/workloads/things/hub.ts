import { IConstruct } from 'constructs';
import { inBothCases } from './letter-case';
import { NAME } from './names';
import { Arns } from '../../../private/options/arns';
import { accountIn, warnOfOtherAccount } from '../../../private/options/things/accounts';
import { arnForm } from '../../../private/options/things/arn-forms';
import { unique } from '../../../private/options/unique';
import { ofForm, validate } from '../../../private/options/validators';
import { Statements, whenPresent } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';

const [FORM, WORDS] = arnForm('arn:PARTITION:sagemaker:REGION:ACCOUNT:hub/NAME', { NAME: '[a-zA-Z0-9][a-zA-Z0-9-]{0,62}' });
const HUB_ARN = ofForm(`the ARN of a hub, such as ${WORDS}`, FORM);

const PUBLIC_HUB = 'SageMakerPublicHub';

/** The ARNs of one hub, or of several, and the buckets with what they contain. */
export interface BoundHub {
  readonly hubs: readonly string[];
  readonly buckets: readonly string[];
}

/**
 * A hub of models and notebooks. A name with capitals is granted as written and in lower case, because SageMaker writes
 * some ARNs in lower case.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs.html
 */
export class SageMakerHub {
  /** The public hub of SageMaker JumpStart, with the bucket of AWS for JumpStart in the region of the stack. */
  public static publicHub(): SageMakerHub {
    return new SageMakerHub(scope => {
      const { partition, region } = Arns.of(scope);
      const ofAws = Arns.in({ partition, region, account: 'aws' });
      return { hubs: [ofAws.regional('sagemaker', `hub/${PUBLIC_HUB}`)], buckets: [ofAws.bucket(`jumpstart-cache-prod-${region}`)] };
    });
  }

  /**
   * A private hub of this account.
   *
   * @param name the name of the hub
   */
  public static named(name: string): SageMakerHub {
    return new SageMakerHub((scope, path) => {
      validate(scope, `the name of SageMakerHub.named() in '${path}'`, name, NAME);
      return { hubs: inBothCases(name).map(written => Arns.of(scope).regional('sagemaker', `hub/${written}`)), buckets: [] };
    });
  }

  /**
   * A private hub of another account, which shares it with AWS RAM.
   *
   * @param arn the ARN of the hub
   */
  public static shared(arn: string): SageMakerHub {
    return new SageMakerHub((scope, path) => {
      validate(scope, `the ARN of SageMakerHub.shared() in '${path}'`, arn, HUB_ARN);
      const account = accountIn(arn);
      if (account !== undefined) {
        warnOfOtherAccount(scope, path, { account, resource: arn, advice: 'its owner must share it with AWS RAM' });
      }
      return { hubs: [arn], buckets: [] };
    });
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => BoundHub) {}

  /**
   * The ARNs of the hub, and the buckets with its contents.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): BoundHub {
    return this.binder(scope, path);
  }
}

/** Reading of hubs, their contents and, for JumpStart, what AWS keeps in Amazon S3. */
export function hubPolicy(feature: string, bound: readonly BoundHub[]): Statements {
  const hubs = unique(bound.flatMap(hub => hub.hubs));
  const source = SOURCES.hubs;
  return [
    ...whenPresent(hubs, () => ({
      sid: `${feature}ReadHubs`,
      source,
      note: 'extended: the policy reads the public hub only, in all regions; listing versions is added',
      actions: [
        'sagemaker:DescribeHub',
        'sagemaker:DescribeHubContent',
        'sagemaker:ListHubContentVersions',
        'sagemaker:ListHubContents',
      ],
      resources: hubs.flatMap(hub => [hub, hub.replace(':hub/', ':hub-content/').concat('/*')]),
    })),
    ...whenPresent(unique(bound.flatMap(hub => hub.buckets)), buckets => ({
      sid: `${feature}ReadJumpStart`,
      source,
      note: 'narrowed: the policy grants the buckets of all regions',
      actions: ['s3:GetObject'],
      resources: buckets.map(bucket => `${bucket}/*`),
    })),
  ];
}
