import { IConstruct } from 'constructs';
import { checked, Kind } from '../private/options';

/** Which form of the guide's policies is granted. */
export enum ParallelCluster2PermissionSet {
  /**
   * The last form, of version 2.11: a set for each scheduler, with the rights on tags that AWS asks for today.
   */
  GUIDE_2_11 = 'GUIDE_2_11',

  /**
   * The form of version 2.9, one set for SGE, Slurm and Torque: Slurm has queues, topics and Auto Scaling groups, too.
   * It lacks dashboards, some rights that later versions call for, and rights on tags without which AWS refuses to
   * create functions and log groups that have tags. For clusters that were made before version 2.10.
   */
  GUIDE_2_9 = 'GUIDE_2_9',
}

/** The versions that the forms of the guide are of. */
export const GUIDE_2_9 = '2.9.1';
export const GUIDE_2_11 = '2.11.8';

const VERSIONS: Readonly<Record<ParallelCluster2PermissionSet, string>> = {
  [ParallelCluster2PermissionSet.GUIDE_2_11]: GUIDE_2_11,
  [ParallelCluster2PermissionSet.GUIDE_2_9]: GUIDE_2_9,
};

const PERMISSION_SET: Kind<ParallelCluster2PermissionSet> = {
  what: 'a ParallelCluster2PermissionSet',
  is: (value): value is ParallelCluster2PermissionSet => (value as string) in VERSIONS,
};

export function versionOf(
  scope: IConstruct,
  permissionSet: ParallelCluster2PermissionSet = ParallelCluster2PermissionSet.GUIDE_2_11,
): string {
  return VERSIONS[checked(scope, 'permissionSet', permissionSet, PERMISSION_SET)];
}
