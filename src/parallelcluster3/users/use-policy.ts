import { KEYS_OF_BUCKETS } from './conditions';
import { CommonAccess, UseClusters } from './read';
import { Arns } from '../../private/options/arns';
import { onItems } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { onBuckets, WithoutResources } from '../../private/statements/shared/owned-buckets';
import { batchJobsPolicy, uploadJobs } from '../cluster/batch-jobs';
import { artifactFolder, BUCKET_MARK, CLUSTER_BUCKETS } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.commands;

/** The item with the state of the fleet: nodes have others in the table. */
const FLEET_ITEM = 'COMPUTE_FLEET';


/** Grants the commands on existing clusters: all but creating, updating and deleting them. */
export function useClustersPolicy(
  arns: Arns, { names: clusters, computeEnvironments }: UseClusters, { awsBatch, storage }: CommonAccess,
): Statements {
  const keyActions = awsBatch ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'];
  const names = clusters.length > 0 ? clusters : ['*'];
  const inBuckets = (statement: WithoutResources, resources: (bucket: string) => readonly string[]) =>
    onBuckets(
      statement, arns.account, resources(arns.bucket(CLUSTER_BUCKETS)), storage.buckets.buckets.flatMap(resources));
  const objectsIn = (folder: string) => (bucket: string) =>
    foldersOf(clusters).map(cluster => `${bucket}/${cluster}/${folder}/*`);
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
      conditions: onItems(FLEET_ITEM),
    },
    ...inBuckets({
      sid: 'UseFindBuckets',
      source,
      actions: ['s3:ListBucket'],
    }, bucket => [bucket]),
    ...inBuckets({
      sid: 'UseReadConfigurations',
      source,
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
    }, bucket => [`${bucket}/${BUCKET_MARK}`, ...objectsIn('configs')(bucket)]),
    ...bucketKeys('UseBucketKeys', source, storage.buckets.keys, keyActions, KEYS_OF_BUCKETS),
    ...whenPresent(awsBatch, () => [
      ...useBatch(arns, computeEnvironments),
      ...inBuckets(uploadJobs('UseBatch', source), objectsIn('batch')),
    ]),
  ];
}

function foldersOf(clusters: readonly string[]): readonly string[] {
  return clusters.length > 0 ? clusters.map(cluster => artifactFolder(cluster)) : [artifactFolder()];
}

function useBatch(arns: Arns, computeEnvironments: readonly string[]): Statements {
  const regional = (service: string, resource: string) => arns.regional(service, resource);
  return [
    ...batchJobsPolicy({ feature: 'UseBatch', source, regional }),
    ...whenPresent(computeEnvironments, resources => ({
      sid: 'UseBatchFleet',
      source,
      note: 'narrowed: to named compute environments, whose hosts the call can also change',
      actions: ['batch:UpdateComputeEnvironment'],
      resources,
    })),
  ];
}
