import { Fn, Stack } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { IConstruct } from 'constructs';
import { inBothCases } from './letter-case';
import { NAME } from './names';
import { MODEL_PACKAGE_GROUP } from './things';
import { Arns } from '../../../private/options/arns';
import { accountIn, ownPolicy, warnOfOtherAccount } from '../../../private/options/things/accounts';
import { arnForm } from '../../../private/options/things/arn-forms';
import { bindThing } from '../../../private/options/things/thing';
import { ofForm, validate } from '../../../private/options/validators';

const [FORM, WORDS] = arnForm('arn:PARTITION:sagemaker:REGION:ACCOUNT:model-package/PATH', {
  PATH: '[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(?:/\\d+)?',
});
const PACKAGE_ARN = ofForm(`the ARN of a model package, such as ${WORDS}`, FORM);

const GROUP = ':model-package-group/';

/**
 * The model packages that a model consists of. A name with capitals is granted as written and in lower case, because
 * SageMaker writes some ARNs in lower case.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry.html
 */
export class SageMakerModelPackage {
  /**
   * All versions in a model package group.
   *
   * @param group the group; that of another account must allow the role in its resource policy
   */
  public static group(group: sagemaker.IModelPackageGroupRef): SageMakerModelPackage {
    return new SageMakerModelPackage((scope, path) => {
      const [place, name] = partsOf(group, bindThing(scope, path, group, MODEL_PACKAGE_GROUP).arn);
      return inBothCases(name).map(written => `${place}:model-package/${written}/*`);
    });
  }

  /**
   * All versions in a model package group of this account.
   *
   * @param name the name of the group
   */
  public static groupName(name: string): SageMakerModelPackage {
    return SageMakerModelPackage.ofThisAccount('groupName', name, '/*');
  }

  /**
   * A model package of this account without versions, which is in no group.
   *
   * @param name the name of the package
   */
  public static unversioned(name: string): SageMakerModelPackage {
    return SageMakerModelPackage.ofThisAccount('unversioned', name, '');
  }

  /**
   * A model package that you have subscribed to in AWS Marketplace.
   *
   * @param arn the ARN that AWS Marketplace shows for the region of the stack, in an account of AWS Marketplace
   */
  public static marketplace(arn: string): SageMakerModelPackage {
    return new SageMakerModelPackage((scope, path) => {
      validate(scope, `the ARN of SageMakerModelPackage.marketplace() in '${path}'`, arn, PACKAGE_ARN);
      return [arn];
    });
  }

  /**
   * One model package, for example of another account, whose group must allow the role in its resource policy.
   *
   * @param arn the ARN of a version, or of a package without versions
   */
  public static of(arn: string): SageMakerModelPackage {
    return new SageMakerModelPackage((scope, path) => {
      validate(scope, `the ARN of SageMakerModelPackage.of() in '${path}'`, arn, PACKAGE_ARN);
      const account = accountIn(arn);
      if (account !== undefined) {
        warnOfOtherAccount(scope, path, { account, resource: arn, advice: ownPolicy('the policy of its group') });
      }
      const [place, name] = [arn.slice(0, arn.indexOf('/')), arn.slice(arn.indexOf('/') + 1)];
      return inBothCases(name).map(written => `${place}/${written}`);
    });
  }

  private static ofThisAccount(factory: string, name: string, suffix: string): SageMakerModelPackage {
    return new SageMakerModelPackage((scope, path) => {
      validate(scope, `the name of SageMakerModelPackage.${factory}() in '${path}'`, name, NAME);
      return inBothCases(name).map(written => Arns.of(scope).regional('sagemaker', `model-package/${written}${suffix}`));
    });
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => readonly string[]) {}

  /**
   * The ARNs, or patterns of ARNs, of the packages.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): readonly string[] {
    return this.binder(scope, path);
  }
}

/** What the ARNs of the packages of a group start with, and its name, which an L1 knows. */
function partsOf(group: sagemaker.IModelPackageGroupRef, arn: string): readonly string[] {
  const { modelPackageGroupName: name } = group as Partial<sagemaker.CfnModelPackageGroup>;
  if (name === undefined) {
    return [0, 1].map(index => Fn.select(index, Fn.split(GROUP, arn)));
  }
  const { partition, region, account } = Stack.of(group);
  return [`arn:${partition}:sagemaker:${region}:${account}`, name];
}
