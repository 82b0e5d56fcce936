import {
  arn, bucket, CLUSTER_BUCKET, keyArn, object, OTHER_ACCOUNT, OTHER_OWNER, otherStatements, stackArn,
} from './users-fixtures';
import { ParallelClusterVersion } from '../../../src';
import { Fixtures } from '../../support/given';
import { RequestRow, RequestTable } from '../../support/request-table';

const FOLDER = 'parallelcluster/3.16.1/clusters/hpc-0123456789abcdef';
const ARTIFACTS = `${FOLDER}/configs/cluster-config.yaml`;
const VERSIONED = ['s3:GetObject', 's3:GetObjectVersion'];
const TABLE = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const FLEET = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };
const QUEUE = arn('batch', 'job-queue/PclusterJobQueue-1');
const fleet = (id: string) => arn('batch', `compute-environment/PclusterComputeEnviron-${id}`);
const DEFINITION = arn('batch', 'job-definition/PclusterJobDefinition-1:1');

/** The calls of the commands that only use clusters. */
const USE: readonly RequestRow[] = [
  ['find clusters', 'cloudformation:DescribeStacks', stackArn('hpc')],
  ['list clusters', 'cloudformation:ListStacks', '*'],
  ['find their instances', ['ec2:DescribeCapacityReservations', 'ec2:DescribeInstances'], '*'],
  ['look into a group of reservations', 'resource-groups:ListGroupResources', arn('resource-groups', 'group/reserved')],
  ['find login nodes', ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTags',
    'elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth', 'tag:GetResources'], '*'],
  ['see why a cluster failed', ['cloudformation:DescribeStackEvents', 'cloudformation:DescribeStackResource'],
    stackArn('hpc')],
  ['see why a nested stack failed', 'cloudformation:DescribeStackEvents', stackArn('hpc-QueueGroup0-1')],
  ['start and stop the fleet', TABLE, arn('dynamodb', 'table/parallelcluster-hpc'), FLEET],
  ['find the bucket of clusters', 's3:ListBucket', bucket(CLUSTER_BUCKET)],
  ['see that the bucket is complete', 's3:GetObject', object(CLUSTER_BUCKET, 'parallelcluster/.bootstrapped')],
  ['read the configuration', VERSIONED, object(CLUSTER_BUCKET, `${FOLDER}/configs/cluster-config.yaml`)],
];

const REPORT = { 'dynamodb:LeadingKeys': 'CLUSTER_CONFIG.i-0123456789abcdef0' };

const NO_CHANGES: readonly RequestRow[] = [
  ['delete a cluster', 'cloudformation:DeleteStack', stackArn('hpc')],
  ['update a cluster', 'cloudformation:UpdateStack', stackArn('hpc')],
  ['follow a stack of another account', 'cloudformation:DescribeStackEvents', stackArn('hpc', OTHER_ACCOUNT)],
  ['change the configuration', 's3:PutObject', object(CLUSTER_BUCKET, `${FOLDER}/configs/cluster-config.yaml`)],
  ['read what nodes keep there', 's3:GetObject', object(CLUSTER_BUCKET, `${FOLDER}/assets/compute-fleet.json`)],
  ['use the table of something else', 'dynamodb:PutItem', arn('dynamodb', 'table/customers'), FLEET],
  ['write what a node reports', 'dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-hpc'), REPORT],
  ['use the table without naming an item', TABLE, arn('dynamodb', 'table/parallelcluster-hpc')],
  ['list another bucket', 's3:ListBucket', bucket('billing')],
  ['list a bucket of another account with such a name', 's3:ListBucket', bucket(CLUSTER_BUCKET), OTHER_OWNER],
  ['read a configuration from another account', VERSIONED, object(CLUSTER_BUCKET, ARTIFACTS), OTHER_OWNER],
];

const BATCH: readonly RequestRow[] = [
  ['follow jobs', ['batch:DescribeComputeEnvironments', 'batch:DescribeJobQueues', 'batch:DescribeJobs', 'batch:ListJobs'], '*'],
  ['submit a job to the queue', 'batch:SubmitJob', QUEUE],
  ['submit a job by its definition', 'batch:SubmitJob', DEFINITION],
  ['submit a job after another', 'batch:SubmitJob', arn('batch', 'job/0123')],
  ['end a job', 'batch:TerminateJob', arn('batch', 'job/0123')],
  ['read the output of a job', 'logs:GetLogEvents',
    arn('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition-1/default/1')],
  ['find the hosts of jobs', 'ecs:ListContainerInstances', arn('ecs', 'cluster/AWSBatch-PclusterComputeEnvironment-1')],
  ['look up a host', 'ecs:DescribeContainerInstances',
    arn('ecs', 'container-instance/AWSBatch-PclusterComputeEnvironment-1/1')],
  ['upload the script of a job', 's3:PutObject', object(CLUSTER_BUCKET, `${FOLDER}/batch/job-1.sh`)],
];
const NO_OTHER_BATCH: readonly RequestRow[] = [
  ['upload a script to another account', 's3:PutObject', object(CLUSTER_BUCKET, `${FOLDER}/batch/job-1.sh`), OTHER_OWNER],
  ['submit a job to another queue', 'batch:SubmitJob', arn('batch', 'job-queue/production')],
  ['submit a job of another kind', 'batch:SubmitJob', arn('batch', 'job-definition/billing:1')],
  ['write a job definition', 'batch:RegisterJobDefinition', DEFINITION],
  ['read the logs of other jobs', 'logs:GetLogEvents', arn('logs', 'log-group:/aws/batch/job:log-stream:billing/default/1')],
];

const USE_AND_BATCH: readonly RequestRow[] = [
  ...USE.map(([what, actions, ...rest]): RequestRow =>
    [what, [actions].flat().filter(action => action !== 'tag:GetResources'), ...rest]),
  ...BATCH,
];

export const USE_TABLES: readonly RequestTable[] = [
  {
    name: 'a user who only uses clusters',
    statements: otherStatements(() => ({ useClusters: {} })),
    allowed: USE,
    denied: NO_CHANGES,
  },
  {
    name: 'a user who only uses one cluster, with its own bucket',
    statements: otherStatements(estate => ({
      useClusters: { clusterNames: ['hpc'] },
      storage: { buckets: [estate.bucket('artifacts')] },
    })),
    allowed: [
      ...USE,
      ['find its bucket', 's3:ListBucket', bucket('artifacts')],
      ['see that it is complete', 's3:GetObject', object('artifacts', 'parallelcluster/.bootstrapped')],
      ['read its configuration', VERSIONED, object('artifacts', ARTIFACTS)],
      ['read it in another account', VERSIONED, object('artifacts', ARTIFACTS), OTHER_OWNER],
      ['open it', 'kms:Decrypt', keyArn('44444444')],
    ],
    denied: [
      ...NO_CHANGES,
      ['stop the fleet of another cluster', TABLE, arn('dynamodb', 'table/parallelcluster-hpc2'), FLEET],
      ['read the configuration of another cluster', 's3:GetObject',
        object('artifacts', ARTIFACTS.replace('hpc-', 'hpc2-'))],
      ['see why another cluster failed', 'cloudformation:DescribeStackEvents', stackArn('weather')],
    ],
  },
  {
    name: 'a user who submits jobs of AWS Batch',
    statements: otherStatements(() => ({ useClusters: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15 })),
    allowed: USE_AND_BATCH,
    denied: [...NO_CHANGES, ...NO_OTHER_BATCH],
  },
  {
    name: 'a user who starts the fleets of AWS Batch',
    statements: otherStatements(({ stack }) => ({
      useClusters: { computeEnvironments: [new Fixtures(stack).computeEnvironment('PclusterComputeEnviron-1a2b')] },
      awsBatch: {},
      version: ParallelClusterVersion.V3_15,
    })),
    allowed: [...USE_AND_BATCH, ['start a fleet', 'batch:UpdateComputeEnvironment', fleet('1a2b')]],
    denied: [...NO_CHANGES, ...NO_OTHER_BATCH, ['start another fleet', 'batch:UpdateComputeEnvironment', fleet('3c4d')]],
  },
  {
    name: 'a user who submits jobs of AWS Batch, with its own bucket',
    statements: otherStatements(estate => ({
      useClusters: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15, storage: { buckets: [estate.bucket('artifacts')] },
    })),
    allowed: [
      ...USE_AND_BATCH,
      ['find its bucket', 's3:ListBucket', bucket('artifacts')],
      ['see that it is complete', 's3:GetObject', object('artifacts', 'parallelcluster/.bootstrapped')],
      ['read its configuration', VERSIONED, object('artifacts', ARTIFACTS)],
      ['upload the script of a job to it', 's3:PutObject', object('artifacts', `${FOLDER}/batch/job-1.sh`)],
      ['encrypt the script', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('44444444')],
    ],
    denied: [
      ...NO_CHANGES,
      ...NO_OTHER_BATCH,
      ['change the configuration in its bucket', 's3:PutObject', object('artifacts', ARTIFACTS)],
    ],
  },
];
