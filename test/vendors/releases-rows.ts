/** Why a statement is not in the releases that have its actions by the data. */
export interface GateRow {
  readonly construct: string;
  readonly sids: readonly string[];
  readonly because: string;
}

const PERMISSION_SETS = 'the gate is a permission set, which is a page of the guide: the packages of 2.11 have no templates';
const A_PART_OF_IT = 'the action is older: this statement grants it on what came with the release';

/** Gates of our statements that are not where an action begins or ends in the data. */
export const OTHER_GATES: readonly GateRow[] = [
  {
    construct: 'ParallelCluster2InstanceRole',
    sids: ['ComputeDescribeInstanceTypes'],
    because: PERMISSION_SETS,
  },
  {
    construct: 'ParallelCluster2UserPolicy',
    sids: ['AccessSimulateRoles', 'ClusterFindImages', 'ClusterFindResources', 'ClusterManageDashboards'],
    because: PERMISSION_SETS,
  },
  {
    construct: 'ParallelClusterHeadNodeRole',
    sids: [
      'SecretsReadDatabasePassword', 'SecretsReadMungeKey', 'SlurmLaunchInReservationGroups', 'SlurmLaunchReserved',
      'SlurmReadFleetTable',
    ],
    because: A_PART_OF_IT,
  },
  { construct: 'ParallelClusterLoginNodeRole', sids: ['CommonReadDcvLicense'], because: A_PART_OF_IT },
  {
    construct: 'ParallelClusterLoginNodeRole',
    sids: ['StorageMountFileSystems'],
    because: 'all nodes share the statement, which is older than login nodes',
  },
  {
    construct: 'ParallelClusterComputeNodeRole',
    sids: ['CommonPutMetrics'],
    because: 'the cookbook, which is no part of the package, publishes a metric when a node starts',
  },
  {
    construct: 'ParallelClusterPermissionsBoundary',
    sids: ['BoundaryOnAll'],
    because: 'functions can be in a network from 3.4.0 on: an AWS managed policy has what they need there',
  },
  {
    construct: 'ParallelClusterUserPolicy',
    sids: ['ClusterIamOpenMungeKeys'],
    because: 'Secrets Manager uses the key of a secret for the caller: no release calls it',
  },
];

/** Actions that every version has, and that began later in the data. */
export const OF_EVERY_VERSION: readonly GateRow[] = [
  {
    construct: 'ParallelClusterImageCleanupRole',
    sids: ['CommonReadFunctions'],
    because: 'CloudFormation reads functions when it deletes them, in every version: the vendor granted it late',
  },
  {
    construct: 'ParallelClusterUserPolicy',
    sids: ['ClusterReadStacks'],
    because: 'the page of the guide grants all actions of CloudFormation to 3.2: of these, every version has those that look at stacks',
  },
];
