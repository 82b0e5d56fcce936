import { IConstruct } from 'constructs';
import { ParallelCluster2PermissionSet } from './permission-set';
import { checked, Kind } from '../../private/options/validators';

/** The versions that the forms of the guide are of. */
export const GUIDE_2_9 = '2.9.1';
export const GUIDE_2_11 = '2.11.8';

const VERSIONS: Readonly<Record<ParallelCluster2PermissionSet, string>> = {
  [ParallelCluster2PermissionSet.GUIDE_2_11]: GUIDE_2_11,
  [ParallelCluster2PermissionSet.GUIDE_2_9]: GUIDE_2_9,
};

const PERMISSION_SET: Kind<ParallelCluster2PermissionSet> = {
  what: 'a ParallelCluster2PermissionSet',
  is: (value): value is ParallelCluster2PermissionSet => Object.keys(VERSIONS).includes(value as string),
};

export function versionOf(
  scope: IConstruct,
  permissionSet: ParallelCluster2PermissionSet = ParallelCluster2PermissionSet.GUIDE_2_11,
): string {
  return VERSIONS[checked(scope, 'permissionSet', permissionSet, PERMISSION_SET)];
}
