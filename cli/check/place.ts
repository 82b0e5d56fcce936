import { InputError } from '../input-error';

/** Where a stack is deployed. */
export interface StackPlace {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  /** `AWS::URLSuffix` */
  readonly urlSuffix: string;
}

export interface PlaceOptions {
  /** @default - that of the stack */
  readonly account?: string;
  /** @default - that of the stack */
  readonly region?: string;
}

/** The partitions other than that of the public regions, by what the names of their regions start with. */
const PARTITIONS: readonly (readonly [prefix: string, partition: string, urlSuffix: string])[] = [
  ['cn-', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-', 'aws-us-gov', 'amazonaws.com'],
  ['us-iso-', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['us-isof-', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['eu-isoe-', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['eusc-', 'aws-eusc', 'amazonaws.eu'],
];

/**
 * The place of a stack: from its environment, `aws://ACCOUNT/REGION`, or from the options.
 *
 * @param subject what needs it, in errors: `the stack 'Churn'`
 */
export function placeOf(subject: string, environment: string | undefined, options: PlaceOptions): StackPlace {
  const [account, region] = environment?.replace(/^aws:\/\//, '').split('/') ?? [];
  return placeIn({
    account: agreed(subject, '--account', account, validated('--account', options.account, ACCOUNT, 'twelve digits')),
    region: agreed(subject, '--region', region, validated('--region', options.region, REGION, 'the name of a region')),
  });
}

const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

function placeIn({ account, region }: { readonly account: string; readonly region: string }): StackPlace {
  const [, partition = 'aws', urlSuffix = 'amazonaws.com'] = PARTITIONS.find(([prefix]) => region.startsWith(prefix)) ?? [];
  return { partition, account, region, urlSuffix };
}

function validated(option: string, value: string | undefined, pattern: RegExp, what: string): string | undefined {
  if (value !== undefined && !pattern.test(value)) {
    throw new InputError(`'${option}' must be ${what}, got '${value}'`);
  }
  return value;
}

function agreed(subject: string, option: string, ofStack: string | undefined, given: string | undefined): string {
  if (ofStack !== undefined && given !== undefined && ofStack !== given) {
    throw new InputError(`${subject} is for '${ofStack}', but '${option}' is '${given}': leave the option out`);
  }
  const value = ofStack ?? given;
  if (value === undefined) {
    throw new InputError(
      `${subject} has no account and region, and a role is compared with the ARNs of one place: add ` +
        "'--account 111122223333 --region eu-central-1' with those of the live role");
  }
  return value;
}
