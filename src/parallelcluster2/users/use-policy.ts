import { UsedClusters } from './read';
import { onItems } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { KEEPS_LAUNCH_TEMPLATE } from '../../private/statements/shared/scaling-groups';
import { ClusterNames } from '../cluster/names';
import { SOURCES } from '../sources';

const source = SOURCES.minimalUser;

/** The item with the state of the fleet. */
const FLEET_ITEM = 'COMPUTE_FLEET';
const PREFIXED = 'corrected: the page leaves out the prefix parallelcluster- in the names of clusters, and the ' +
  'nested stacks';

/** Grants the calls of `pcluster list`, `status`, `start`, `stop`, `instances`, `ssh`, `dcv` and `version`. */
export function usePolicy({ clusters, computeEnvironments }: UsedClusters): Statements {
  const all = (resources: (names: ClusterNames) => readonly string[]) => clusters.flatMap(resources);
  return [
    {
      sid: 'UseDescribe',
      source,
      note: 'completed: `pcluster list` describes all stacks, and the CLI looks up the zone of the subnet',
      actions: [
        'cloudformation:DescribeStacks',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstances',
        'ec2:DescribeSubnets',
      ],
      resources: ANY,
    },
    {
      sid: 'UseStacks',
      source,
      note: PREFIXED,
      actions: [
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResources',
        'cloudformation:GetTemplate',
      ],
      resources: all(names => names.stacks),
    },
    {
      sid: 'UseTables',
      source,
      note: `${PREFIXED}; narrowed to the item that the commands read and write: ` +
        'others say which node is the head node, and nodes mount what it shares',
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
      ],
      resources: all(names => names.tables),
      conditions: onItems(FLEET_ITEM),
    },
    {
      sid: 'UseGroups',
      source,
      note: 'narrowed: the page changes the Auto Scaling groups of all clusters, also what they launch; starting and ' +
        'stopping changes their size',
      actions: ['autoscaling:UpdateAutoScalingGroup'],
      resources: all(names => names.autoScalingGroups),
      conditions: KEEPS_LAUNCH_TEMPLATE,
    },
    ...whenPresent(computeEnvironments, resources => ({
      sid: 'UseComputeEnvironments',
      source,
      note: 'narrowed: the page grants all compute environments, whose hosts the call can also change',
      actions: ['batch:UpdateComputeEnvironment'],
      resources,
    })),
  ];
}
