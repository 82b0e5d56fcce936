import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ParallelClusterRoleScope } from './scope';
import { ParallelClusterVersion } from './version';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { fail } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { Kind, optional, text } from '../../private/options/validators';
import { isImported } from '../../private/roles/existing-role';
import { isBefore, ofVersion, PolicyFeature } from '../../private/statements/documented-statement';

/** What a role serves, checked. */
export interface Cluster {
  readonly version: string;
  readonly name?: string;
}

const VERSION: Kind<ParallelClusterVersion> = {
  what: 'a ParallelClusterVersion, such as ParallelClusterVersion.LATEST',
  is: value => value instanceof ParallelClusterVersion,
};
const CLUSTER_NAME = text('the name of a cluster: a letter, then up to 59 letters, digits and hyphens',
  /^[A-Za-z][A-Za-z0-9-]{0,59}$/);

export function readCluster(read: OptionReader, options: ParallelClusterRoleScope): Cluster {
  optional(read.scope, 'clusterName', options.clusterName, CLUSTER_NAME);
  return { version: readVersion(read, options.version), name: options.clusterName };
}

export function readVersion(read: OptionReader, version: ParallelClusterVersion | undefined): string {
  optional(read.scope, 'version', version, VERSION);
  return (version ?? ParallelClusterVersion.LATEST).version;
}

/** Fails where an option is of a version that is newer than the role is for. */
export function checkSince(read: OptionReader, option: string, value: unknown, version: string, since: string): void {
  if (value !== undefined && value !== false && isBefore(version, since)) {
    fail(
      read.scope,
      `'${read.pathOf(option)}' must not be set before ParallelCluster ${since}, got version ${version}: ` +
        'leave it out, or name a newer version',
    );
  }
}

/** The features as a version needs them. */
export function featuresOf(version: string, features: readonly PolicyFeature[]): readonly PolicyFeature[] {
  return features.map(({ name, statements }) => ({ name, statements: ofVersion(version, statements) }));
}

/** A managed policy of AWS that an option switches. */
export interface AwsPolicy {
  readonly option: string;
  readonly value: boolean | undefined;
  readonly byDefault: boolean;
  readonly name: string;
}

/** The path of the roles, and the managed policies of AWS beside the user's. */
export function commonOptions(
  scope: Construct,
  props: PlatformRoleProps,
  policies: readonly AwsPolicy[],
): Pick<PlatformRoleProps, 'path' | 'additionalManagedPolicies'> {
  const read = OptionReader.of(scope, '', props);
  const wanted = policies.filter(({ option, value, byDefault }) => read.flag(option, value, byDefault));
  const { existingRole, additionalManagedPolicies = [] } = props;
  const hasImported = isImported(scope, existingRole);
  const refused = hasImported ? wanted.find(({ value }) => value === true) : undefined;
  if (refused) {
    fail(
      scope,
      `'${refused.option}' can't be true together with an imported 'existingRole', got true: ` +
        `attach ${refused.name} where the role is made`,
    );
  }
  const attached = hasImported ? [] : wanted.map(({ name }) => iam.ManagedPolicy.fromAwsManagedPolicyName(name));
  return {
    path: existingRole ? props.path : (props.path ?? '/parallelcluster/'),
    additionalManagedPolicies: [additionalManagedPolicies, attached].flat(),
  };
}
