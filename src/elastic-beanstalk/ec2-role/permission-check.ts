import { App, CfnElement, Stack, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { checkTogether } from './conflicts';
import { instancePolicy } from './policy';
import { BeanstalkEc2RoleProps, BeanstalkInstancePermissions } from './props';
import { readInstances } from './read';
import { awsPoliciesOf } from './role';
import { PermissionCheck } from '../../common/permission-check';
import { Place } from '../../private/comparison/facts';
import { refersTo } from '../../private/comparison/folding';
import { neededByFeatures } from '../../private/comparison/needed-by-construct';
import { Arns } from '../../private/options/arns';
import { ACCOUNT, REGION } from '../../private/options/names';
import { partitionOf } from '../../private/options/partitions';
import { OptionReader, readerOf } from '../../private/options/reader';
import { matching, STRING, Validator } from '../../private/options/validators';

/** The needs of an environment's instances, to compare with the permissions of their role. */
export interface BeanstalkPermissionNeeds extends BeanstalkInstancePermissions {
  /** The region of the environment: `eu-central-1`. */
  readonly region: string;

  /** The account of the environment: twelve digits. */
  readonly account: string;

  /**
   * The partition of the region: `aws-cn`, `aws-us-gov`.
   *
   * @default - that of the region, as the CDK knows it
   */
  readonly partition?: string;

  /**
   * The name of the role, if the documents have several.
   *
   * @default - the only role in the documents
   */
  readonly roleName?: string;
}

const PARTITION = matching("a partition such as 'aws' or 'aws-cn'", /^aws(?:-[a-z]+)*$/, /[a-z-]/);

/** Rejects tokens, too: there is no app to resolve them. */
function literal({ what, is }: Validator<string>): Validator<string> {
  return {
    what,
    is: (value): value is string => is(value) && !Token.isUnresolved(value),
    advice: value => (Token.isUnresolved(value) ? 'the comparison is outside of an app, where tokens have no value' : undefined),
  };
}

/**
 * Compares the permissions of a role of instances with those that `BeanstalkEc2Role` would grant with the same options:
 * the short form of `PermissionCheck` for instances, which needs no app.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html#iam-instanceprofile-verify
 */
export class BeanstalkPermissionCheck {
  /**
   * Compares policies with the needs.
   *
   * @param documents all policies of one role as JSON, as `PermissionCheck.compare()` takes them
   * @param needs what the instances need: at least one tier. Resources that options name are imported by their names or
   * ARNs, such as `sqs.Queue.fromQueueArn()`
   */
  public static compare(documents: string[], needs: BeanstalkPermissionNeeds): PermissionCheck {
    const { place, roleName } = OptionReader.ofArguments({ needs }).requiredStruct('needs', readPlace);
    const { account, regions: [region] } = place;
    const app = new App({ autoSynth: false, analyticsReporting: false });
    const stack = new Stack(app, 'BeanstalkPermissionCheck', { env: { account, region } });
    return PermissionCheck._compare(documents, place, { kinds: ['role'], name: roleName }, () =>
      OptionReader.ofArgument(stack, 'needs', needs, read => {
        (['region', 'account', 'partition', 'roleName'] as const).forEach(option => read.raw(option));
        checkOptions(read);
        return neededByInstances(readerOf<BeanstalkEc2RoleProps>(read), place);
      }));
  }

  private constructor() {}
}

interface Chosen {
  readonly place: Place;
  /** @default - the only role in the documents */
  readonly roleName?: string;
}

function readPlace(read: OptionReader<BeanstalkPermissionNeeds>): Chosen {
  const region = read.required('region', literal(REGION));
  const [given, known] = [read.value('partition', literal(PARTITION)), partitionOf(region)];
  if (given !== undefined && known !== undefined && given !== known) {
    read.fail(`'needs.partition' must be that of 'needs.region', '${known}', got '${given}': leave it out`);
  }
  const partition = given ?? known ?? read.fail(
    `the partition of 'needs.region' ('${region}') is not known to this version of the CDK: set 'needs.partition'`,
  );
  return {
    place: { partition, account: read.required('account', literal(ACCOUNT)), regions: [region] },
    roleName: read.value('roleName', STRING),
  };
}

/** Options of the role that are not needs, apart from its name. */
const OF_ROLE: Readonly<Record<Exclude<keyof BeanstalkEc2RoleProps, keyof BeanstalkPermissionNeeds>, true>> = {
  path: true,
  description: true,
  maxSessionDuration: true,
  permissionsBoundary: true,
  tags: true,
  additionalManagedPolicies: true,
  additionalStatements: true,
  additionalPrincipals: true,
  policyPlacement: true,
  regions: true,
  statementOverrides: true,
  existingRole: true,
  instanceProfileName: true,
  existingInstanceProfile: true,
};

function checkOptions(read: OptionReader<BeanstalkPermissionNeeds>): void {
  const given: Partial<BeanstalkEc2RoleProps> = read.options;
  const misplaced = (Object.keys(OF_ROLE) as (keyof typeof OF_ROLE)[]).find(option => given[option] !== undefined);
  if (misplaced !== undefined) {
    read.fail(
      `'needs.${misplaced}' is an option of BeanstalkEc2Role, and none of the needs: compare a construct that has it with ` +
        'PermissionCheck.compare()',
    );
  }
}

/** The option that a value of a statement comes from. */
function optionWith(scope: IConstruct, path: string, option: unknown, value: unknown): string | undefined {
  if (Construct.isConstruct(option)) {
    return option.node.findAll().some(child => CfnElement.isCfnElement(child) && refersTo(value, child)) ? `'${path}'` : undefined;
  }
  if (typeof option === 'string') {
    const isPart = Token.isUnresolved(option)
      && JSON.stringify(value).includes(JSON.stringify(Stack.of(scope).resolve(option)));
    return isPart ? `'${path}'` : undefined;
  }
  const pathOf = (name: string) => (Array.isArray(option) ? `${path}[${name}]` : `${path}.${name}`);
  return Object.entries(option ?? {}).map(([name, inner]) => optionWith(scope, pathOf(name), inner, value))
    .find(found => found !== undefined);
}

function neededByInstances(read: OptionReader<BeanstalkEc2RoleProps>, place: Place) {
  const instances = readInstances(read);
  checkTogether(read, instances);
  const policies = instances.awsManagedPolicies ? awsPoliciesOf(instances.tiers) : [];
  return neededByFeatures(read.scope, place, instancePolicy(Arns.of(read.scope), instances),
    policies.map(name => Arns.in({ ...place, region: place.regions[0] }).awsManagedPolicy(name)),
    value => optionWith(read.scope, 'needs', read.options, value));
}
