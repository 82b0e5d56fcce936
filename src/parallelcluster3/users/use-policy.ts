import { KEYS_OF_BUCKETS } from './conditions';
import { CommonAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { batchJobsPolicy } from '../cluster/batch-jobs';
import { artifactFolder, BUCKET_MARK, CLUSTER_BUCKETS } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.commands;

/** The item with the state of the fleet: nodes have others in the table. */
const FLEET_ITEM = 'COMPUTE_FLEET';

/** Grants the commands on existing clusters: all but creating, updating and deleting them. */
export function useClustersPolicy(
  arns: Arns, clusters: readonly string[], { awsBatch, storage }: CommonAccess,
): Statements {
  const keyActions = awsBatch ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'];
  const names = clusters.length > 0 ? clusters : ['*'];
  const buckets = [arns.bucket(CLUSTER_BUCKETS), ...storage.buckets.buckets];
  const objects = (folder: string) => buckets.flatMap(bucket =>
    foldersOf(clusters).map(cluster => `${bucket}/${cluster}/${folder}/*`));
  return [
    {
      sid: 'UseDescribe',
      source,
      note: 'kept: list-clusters describes all stacks, and instances are found by their tags',
      actions: [
        'cloudformation:DescribeStacks',
        'cloudformation:ListStacks',
        'ec2:DescribeInstances',
      ],
      actionsSince: { '3.3.0': ['ec2:DescribeCapacityReservations'] },
      resources: ANY,
    },
    {
      sid: 'UseReadGroups',
      source,
      since: '3.3.0',
      actions: ['resource-groups:ListGroupResources'],
      resources: [arns.regional('resource-groups', 'group/*')],
    },
    {
      sid: 'UseDescribeLoginNodes',
      source,
      since: '3.7.0',
      actions: [
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      actionsSince: { '3.16.0': ['tag:GetResources'] },
      resources: ANY,
    },
    {
      sid: 'UseReadStacks',
      source,
      actions: [
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
      ],
      resources: names.flatMap(name =>
        [`${name}/*`, `${name}-*/*`].map(stack => arns.regional('cloudformation', `stack/${stack}`))),
    },
    {
      sid: 'UseFleet',
      source,
      note: 'narrowed: to the item that the commands read and write',
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      resources: names.map(name => arns.regional('dynamodb', `table/parallelcluster-${name}`)),
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [FLEET_ITEM] } },
    },
    {
      sid: 'UseFindBuckets',
      source,
      actions: ['s3:ListBucket'],
      resources: buckets,
    },
    {
      sid: 'UseReadConfigurations',
      source,
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
      resources: [...buckets.map(bucket => `${bucket}/${BUCKET_MARK}`), ...objects('configs')],
    },
    ...bucketKeys('UseBucketKeys', source, storage.buckets.keys, keyActions, KEYS_OF_BUCKETS),
    ...whenPresent(awsBatch, () => useBatch(arns, objects('batch'))),
  ];
}

function foldersOf(clusters: readonly string[]): readonly string[] {
  return clusters.length > 0 ? clusters.map(cluster => artifactFolder(cluster)) : [artifactFolder()];
}

function useBatch(arns: Arns, uploads: readonly string[]): Statements {
  const regional = (service: string, resource: string) => arns.regional(service, resource);
  return [
    ...batchJobsPolicy({ feature: 'UseBatch', source, regional, uploads }),
    {
      sid: 'UseBatchFleet',
      source,
      note: 'narrowed: to the compute environments of clusters',
      actions: ['batch:UpdateComputeEnvironment'],
      resources: [regional('batch', 'compute-environment/PclusterComputeEnviron*')],
    },
  ];
}
