import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3Module from 'aws-cdk-lib/aws-s3';
import {
  DATA_REPOSITORIES, DATA_REPOSITORIES_ONLY, FILE_SYSTEMS, FILE_SYSTEMS_OF_FSX, FILE_SYSTEMS_ONLY,
} from './file-system-requests';
import {
  A_CONFIGURATION, A_VERSION, all, ANY_VERSION, arn, BUCKET, FOLDER, FOR_AWS, group, key, LAB, OF_ANOTHER_ACCOUNT,
  permissionsOf, role, s3, stack, TEAM, to, TO_EC2, USE_KEY,
} from './fixtures';
import {
  ATTACH_FOR_BATCH, BATCH, BATCH_ONLY, CLUSTER, CLUSTER_ONLY, COMPUTE, COMPUTE_ONLY, GROUPS, GROUPS_ONLY, LOGS,
  NETWORK_STACK, OF_OTHER_VERSIONS, OLD_FUNCTIONS, OWN_BUCKETS, OWN_BUCKETS_ONLY, QUEUES, QUEUES_ONLY, ROLES,
  ROLES_ONLY, TABLES, TABLES_ONLY, UNTIL_2_9, ZONES, ZONES_ONLY,
} from './user-requests';
import {
  ParallelCluster2CreateClustersOptions, ParallelCluster2PermissionSet, ParallelCluster2Scheduler,
  ParallelCluster2UserPolicy, ParallelCluster2UserPolicyProps, S3Location,
} from '../../../src';
import { computeEnvironment } from '../../parallelcluster2/fixtures';
import { RequestRow, RequestTable } from '../../support/request-table';

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

const policy = (props: ParallelCluster2UserPolicyProps) =>
  permissionsOf(to_ => new ParallelCluster2UserPolicy(to_, 'Policy', props));
const creator = (createClusters: ParallelCluster2CreateClustersOptions) => policy({ createClusters });

/** Clusters have dashboards since 2.10.0. */
/** The item with the state of a fleet. */
const FLEET = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };
const withoutDashboards = (rows: readonly RequestRow[]) => rows.filter(([what]) => !what.includes('dashboard'));

export const USER_TABLES: readonly RequestTable[] = [
  {
    name: 'a user who creates clusters of Slurm',
    statements: creator({ schedulers: [SLURM] }),
    allowed: [
      ...COMPUTE, ...CLUSTER, ...TABLES, ...ZONES, ...OWN_BUCKETS, ...LOGS, ...ROLES, ...FILE_SYSTEMS,
    ],
    denied: [
      ...COMPUTE_ONLY, ...CLUSTER_ONLY, ...TABLES_ONLY, ...ZONES_ONLY, ...OWN_BUCKETS_ONLY, ...ROLES_ONLY,
      ...FILE_SYSTEMS_ONLY,
      ...OF_OTHER_VERSIONS,
      ['attach what only AWS Batch needs', 'iam:AttachRolePolicy', role('parallelcluster-team-RootRole-1A2B'),
        { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AWSBatchFullAccess' }],
    ],
  },
  {
    name: 'a user who creates clusters of SGE and Torque',
    statements: creator({ schedulers: [SGE, TORQUE] }),
    allowed: [
      ...COMPUTE, ...GROUPS, ...CLUSTER, ...TABLES, ...QUEUES, ...OWN_BUCKETS, ...LOGS, ...ROLES,
      ...FILE_SYSTEMS,
    ],
    denied: [
      ...COMPUTE_ONLY, ...GROUPS_ONLY, ...CLUSTER_ONLY, ...TABLES_ONLY, ...QUEUES_ONLY, ...OWN_BUCKETS_ONLY,
      ...ROLES_ONLY,
      ...FILE_SYSTEMS_ONLY,
    ],
  },
  {
    name: 'a user who creates clusters of Slurm as of 2.9',
    statements: policy({
      createClusters: { schedulers: [SLURM] }, permissionSet: ParallelCluster2PermissionSet.GUIDE_2_9,
    }),
    allowed: [
      ...COMPUTE, ...GROUPS, ...withoutDashboards(CLUSTER), ...TABLES, ...UNTIL_2_9, ...ZONES, ...QUEUES,
      ...OWN_BUCKETS, ...LOGS, ...OLD_FUNCTIONS, ...ROLES, ...FILE_SYSTEMS,
    ],
    denied: [
      ...COMPUTE_ONLY, ...GROUPS_ONLY, ...withoutDashboards(CLUSTER_ONLY), ...TABLES_ONLY, ...ZONES_ONLY,
      ...QUEUES_ONLY,
      ...OWN_BUCKETS_ONLY, ...ROLES_ONLY, ...FILE_SYSTEMS_ONLY,
    ],
  },
  {
    name: 'a user who creates clusters of AWS Batch',
    statements: creator({ schedulers: [AWSBATCH] }),
    allowed: [
      ...COMPUTE, ...CLUSTER, ...OWN_BUCKETS, ...LOGS, ...ROLES, ...ATTACH_FOR_BATCH,
      ...FILE_SYSTEMS, ...BATCH,
    ],
    denied: [
      ...COMPUTE_ONLY, ...CLUSTER_ONLY, ...OWN_BUCKETS_ONLY, ...ROLES_ONLY, ...FILE_SYSTEMS_ONLY, ...BATCH_ONLY,
    ],
  },
  {
    name: 'a user who creates clusters of Slurm with roles and a bucket of the user only',
    statements: permissionsOf(to_ => new ParallelCluster2UserPolicy(to_, 'Policy', {
      createClusters: {
        schedulers: [SLURM],
        createRoles: false,
        instanceRoles: [iam.Role.fromRoleName(to_, 'Nodes', 'nodes')],
        lambdaRoles: [iam.Role.fromRoleName(to_, 'Functions', 'functions')],
        resourceBucket: {
          bucket: s3Module.Bucket.fromBucketName(to_, 'Artifacts', 'artifacts'),
          encryptionKey: kms.Key.fromKeyArn(to_, 'Key', key('artifacts')),
        },
        keys: [kms.Key.fromKeyArn(to_, 'Volumes', key('volumes'))],
        dataRepositories: [S3Location.prefix(s3Module.Bucket.fromBucketName(to_, 'Data', 'data'), 'in/')],
        scripts: [S3Location.prefix(s3Module.Bucket.fromBucketAttributes(to_, 'Scripts', {
          bucketName: 'scripts', encryptionKey: kms.Key.fromKeyArn(to_, 'ScriptsKey', key('scripts')),
        }), 'setup/')],
        networks: false,
        efs: false,
        hostedZones: false,
        logs: false,
      },
    })),
    allowed: [
      ...COMPUTE.filter(([what]) => !what.startsWith('create a network')),
      ...CLUSTER,
      ...TABLES,
      all('describe the instance role', 'iam', [
        'GetRole', 'GetRolePolicy', 'ListAttachedRolePolicies', 'ListRolePolicies',
      ], role('nodes')),
      ['describe the function role', 'iam:GetRole', role('functions')],
      ['pass the instance role', 'iam:PassRole', role('nodes'), TO_EC2],
      ['pass it in China', 'iam:PassRole', role('nodes'), to('ec2.amazonaws.com.cn')],
      ['pass the function role', 'iam:PassRole', role('functions'), to('lambda.amazonaws.com')],
      ...ROLES.filter(([what]) => /^(read managed policies|read policies of AWS|create instance profiles)$/.test(what)),
      all('list the artifacts', 's3',
        ['GetBucketLocation', 'GetBucketVersioning', 'ListBucket', 'ListBucketVersions'], s3('artifacts')),
      all('work with the artifacts', 's3', [
        'DeleteObject', 'DeleteObjectVersion', 'GetObject', 'GetObjectVersion', 'PutObject',
      ], s3(`artifacts/${FOLDER}/configs/cluster-config.json`)),
      ['work with artifacts in another account', 's3:PutObject', s3(`artifacts/${FOLDER}/configs/cluster-config.json`),
        OF_ANOTHER_ACCOUNT],
      all('use its key', 'kms', ['Decrypt', 'GenerateDataKey'], key('artifacts')),
      ...FILE_SYSTEMS_OF_FSX,
      ...DATA_REPOSITORIES,
      ['look up and use the key of a volume', USE_KEY, key('volumes')],
      ['let AWS keep a volume open', 'kms:CreateGrant', key('volumes'), FOR_AWS],
      all('find a data repository', 's3', ['GetBucketLocation', 'ListBucket'], s3('data')),
      ['find a script', 's3:GetObject', s3('scripts/setup/node.sh')],
      ['decrypt a script', 'kms:Decrypt', key('scripts')],
    ],
    denied: [
      ['let anyone use the key of a volume', 'kms:CreateGrant', key('volumes'), { 'kms:GrantIsForAWSResource': 'false' }],
      ['use another key for a volume', USE_KEY, key('other')],
      ...DATA_REPOSITORIES_ONLY,
      ['find another bucket', 's3:ListBucket', s3('web')],
      ['read the data itself', 's3:GetObject', s3('data/in/x.csv')],
      ['read other objects beside the scripts', 's3:GetObject', s3('scripts/other/node.sh')],
      ['change a script', 's3:PutObject', s3('scripts/setup/node.sh')],
      ['create a network: its stack', 'cloudformation:CreateStack', NETWORK_STACK],
      ['create a role', 'iam:CreateRole', role('nodes')],
      ['change the policies of the role', 'iam:PutRolePolicy', role('nodes')],
      ['pass a role of clusters', 'iam:PassRole', role('parallelcluster-team-RootRole-1A2B'), TO_EC2],
      ['pass the function role to EC2', 'iam:PassRole', role('functions'), TO_EC2],
      ['pass the instance role to Lambda', 'iam:PassRole', role('nodes'), to('lambda.amazonaws.com')],
      ['delete the bucket', 's3:DeleteBucket', s3('artifacts')],
      ['change the policy of the bucket', 's3:PutBucketPolicy', s3('artifacts')],
      ['work with another bucket', 's3:PutObject', s3(`${BUCKET}/${FOLDER}/x.json`)],
      ['use another key', 'kms:Decrypt', key('other')],
    ],
  },
  {
    name: 'a user who uses two clusters',
    statements: permissionsOf(to_ => new ParallelCluster2UserPolicy(to_, 'Policy', {
      useClusters: { clusterNames: ['team', 'crew'], computeEnvironments: [computeEnvironment(to_)] },
    })),
    allowed: [
      all('list clusters', 'cloudformation', ['DescribeStacks'], stack(LAB)),
      all('list instances', 'ec2', ['DescribeInstanceStatus', 'DescribeInstances', 'DescribeSubnets']),
      all('describe a cluster', 'cloudformation', ['DescribeStackEvents', 'DescribeStackResources', 'GetTemplate'],
        stack(TEAM)),
      ['describe its nested stack', 'cloudformation:GetTemplate', stack(`${TEAM}-ComputeFleetSubstack-1A2B3C`)],
      ['describe the other', 'cloudformation:GetTemplate', stack('parallelcluster-crew')],
      ['describe a nested stack of the other', 'cloudformation:GetTemplate',
        stack('parallelcluster-crew-EBSCfnStack-1A')],
      ...['GetItem', 'PutItem'].map((action): RequestRow =>
        ['start a fleet of Slurm', `dynamodb:${action}`, arn('dynamodb', `table/${TEAM}`), FLEET]),
      ['start that of the other', 'dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-crew'), FLEET],
      ['start a fleet of SGE', 'autoscaling:UpdateAutoScalingGroup', group(`${TEAM}-ComputeFleet-4D5E`)],
      ['start that of the other', 'autoscaling:UpdateAutoScalingGroup',
        group('parallelcluster-crew-ComputeFleet-4D5E')],
      ['start a fleet of AWS Batch', 'batch:UpdateComputeEnvironment',
        arn('batch', 'compute-environment/ComputeEnvironment-5e6f')],
    ],
    denied: [
      ['describe another cluster', 'cloudformation:GetTemplate', stack(LAB)],
      ['describe a stack without the prefix', 'cloudformation:GetTemplate', stack('team')],
      ['delete a cluster', 'cloudformation:DeleteStack', stack(TEAM)],
      ['start the fleet of another cluster', 'dynamodb:PutItem', arn('dynamodb', `table/${LAB}`), FLEET],
      ['change a node of a cluster', 'dynamodb:PutItem', arn('dynamodb', `table/${TEAM}`),
        { 'dynamodb:LeadingKeys': 'i-0123456789abcdef0' }],
      ['change any item of a cluster', 'dynamodb:PutItem', arn('dynamodb', `table/${TEAM}`)],
      ['start the groups of another cluster', 'autoscaling:UpdateAutoScalingGroup', group(`${LAB}-ComputeFleet-4D5E`)],
      ['delete a group', 'autoscaling:DeleteAutoScalingGroup', group(`${TEAM}-ComputeFleet-4D5E`)],
      ['launch a launch template', 'autoscaling:UpdateAutoScalingGroup', group(`${TEAM}-ComputeFleet-4D5E`), A_VERSION],
      ['launch its newest version', 'autoscaling:UpdateAutoScalingGroup', group(`${TEAM}-ComputeFleet-4D5E`), ANY_VERSION],
      ['launch a launch configuration', 'autoscaling:UpdateAutoScalingGroup', group(`${TEAM}-ComputeFleet-4D5E`),
        A_CONFIGURATION],
      ['change a compute environment of others', 'batch:UpdateComputeEnvironment',
        arn('batch', 'compute-environment/web')],
      ['change a compute environment that is not listed', 'batch:UpdateComputeEnvironment',
        arn('batch', 'compute-environment/ComputeEnvironment-7c8d')],
      ['start the groups of a cluster whose name starts the same', 'autoscaling:UpdateAutoScalingGroup',
        group(`${TEAM}-2-ComputeFleetSubstack-1A2B-ComputeFleet-4D5E`)],
      ['delete a compute environment', 'batch:DeleteComputeEnvironment',
        arn('batch', 'compute-environment/ComputeEnvironment-5e6f')],
    ],
  },
];

