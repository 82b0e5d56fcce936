import { Arns } from '../../private/options/arns';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { ClusterNames } from '../cluster/names';
import { SOURCES } from '../sources';

const source = SOURCES.minimalUser;
const PREFIXED = 'corrected: the page leaves out the prefix parallelcluster- in the names of clusters, and the ' +
  'nested stacks';

/** Grants the calls of `pcluster list`, `status`, `start`, `stop`, `instances`, `ssh`, `dcv` and `version`. */
export function usePolicy(arns: Arns, clusters: readonly ClusterNames[]): Statements {
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
      note: PREFIXED,
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
      ],
      resources: all(names => names.tables),
    },
    {
      sid: 'UseGroups',
      source,
      note: 'narrowed: the page starts and stops the Auto Scaling groups of all clusters',
      actions: ['autoscaling:UpdateAutoScalingGroup'],
      resources: all(names => names.autoScalingGroups),
    },
    {
      sid: 'UseComputeEnvironments',
      source,
      note: 'narrowed: the page grants all compute environments; CloudFormation names those of clusters so, but not ' +
        'after their cluster',
      actions: ['batch:UpdateComputeEnvironment'],
      resources: [arns.regional('batch', 'compute-environment/ComputeEnvironment-*')],
    },
  ];
}
