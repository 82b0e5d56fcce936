import { PlatformRoleProps } from '../../common/platform-role-props';
import { partitionOf } from '../../private/options/partitions';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { regionsOf } from '../../private/options/regions';

/** Warns of a region of another partition than that of the commercial regions, if it is known. */
export function warnOfOtherPartition(reader: ReaderOf<PlatformRoleProps>): void {
  const read = readerOf(reader);
  const abroad = regionsOf(read.scope).find(region => ![undefined, 'aws'].includes(partitionOf(region)));
  if (abroad !== undefined) {
    read.warn(
      'clusterPartition',
      `${abroad} is in the partition ${partitionOf(abroad)}, and environments on Amazon EKS exist in the commercial AWS ` +
        'Regions only: create the role in a stack of such a region, or check that AWS offers them there by now',
    );
  }
}

interface RoleProps extends PlatformRoleProps {
  /** @default true */
  readonly awsManagedPolicies?: boolean;
}

/** Warns of a new role without the managed policies that it needs, unless others are attached to it. */
export function warnOfMissingPolicies(reader: ReaderOf<RoleProps>, policies: readonly string[]): void {
  const read = readerOf(reader);
  const { existingRole, additionalManagedPolicies = [], additionalStatements = [] } = read.options;
  const hasOthers =
    existingRole !== undefined || additionalManagedPolicies.length > 0 || additionalStatements.length > 0;
  if (!read.flag('awsManagedPolicies', true) && !hasOthers) {
    read.warn(
      'missingPolicies',
      '\'awsManagedPolicies\' is false, and the new role has no other policies: it needs the permissions of ' +
        `${policies.join(', ')}. Leave 'awsManagedPolicies' out, or attach others with 'additionalManagedPolicies'`,
    );
  }
}
