import { Deviations, Dropped } from '../platform';

const INSTANCE_PROFILES = 'arn:${Partition}:iam::${Account}:instance-profile/parallelcluster/*';
const ROLES = 'arn:${Partition}:iam::${Account}:role/parallelcluster/*';
const BUCKET = 'arn:${Partition}:s3:::parallelcluster-*-v1-do-not-delete';
const TABLES = 'arn:${Partition}:dynamodb:${Region}:${Account}:table/parallelcluster-*';

const MACHINES = ['instance', 'volume'].map(type => `arn:\${Partition}:ec2:\${Region}:\${Account}:${type}/*`);

const on = (resource: string, ...actions: string[]) => actions.map(action => `${action} ${resource}`);

const PASSED_PROFILES: Dropped = {
  kind: 'invalid ARN',
  because: 'a role is passed, never an instance profile',
  pairs: on(INSTANCE_PROFILES, 'iam:PassRole'),
};

/** The statements for both schedulers. */
const HEAD_NODE = {
  CommonDescribeAttributes: ['ec2:DescribeInstanceAttribute'],
  CommonReadClusterObjects: on(`${BUCKET}/*`, 's3:GetObject', 's3:GetObjectVersion'),
};

const STACK = ['DescribeStackResource', 'SignalResource'].map(name => `cloudformation:${name}`);

const SLURM: Deviations = {
  narrowed: {
    ...HEAD_NODE,
    CommonUseStack: STACK,
    SlurmLaunch: ['ec2:RunInstances'],
    SlurmTagInstances: MACHINES.flatMap(machine => on(machine, 'ec2:CreateTags')),
    SlurmTerminate: ['ec2:TerminateInstances'],
    SlurmUseNodeTable: on(TABLES, 'dynamodb:BatchWriteItem'),
  },
  dropped: [PASSED_PROFILES, {
    kind: 'granted elsewhere',
    because: 'versions of objects are read in the bucket of the cluster, not in those of AWS',
    pairs: ['dcv-license.${Region}', '${Region}-aws-parallelcluster'].flatMap(bucket =>
      on(`arn:\${Partition}:s3:::${bucket}/*`, 's3:GetObjectVersion')),
  }],
};

/** The page grants five actions of three services on the resources of all three. */
const BATCH_ARNS = [
  'batch:${Region}:${Account}:job-definition/PclusterJobDefinition*:*',
  'batch:${Region}:${Account}:job-queue/PclusterJobQueue*',
  'batch:${Region}:${Account}:job/*',
  'ecs:${Region}:${Account}:cluster/AWSBatch-Pcluster*',
  'ecs:${Region}:${Account}:container-instance/AWSBatch-PclusterComputeEnviron*',
  'logs:${Region}:${Account}:log-group:/aws/batch/job:log-stream:PclusterJobDefinition*',
];
const BATCH_ACTIONS: Readonly<Record<string, RegExp>> = {
  'batch:SubmitJob': /^batch:/,
  'batch:TerminateJob': /:job\//,
  // One of our statements also grants both.
  'ecs:DescribeContainerInstances': /^ecs:/,
  'ecs:ListContainerInstances': /^ecs:/,
  'logs:GetLogEvents': /^logs:/,
};

const AWS_BATCH: Deviations = {
  narrowed: {
    ...HEAD_NODE,
    CommonUseStack: [...STACK, 'cloudformation:DescribeStacks'],
    AwsBatchWriteObjects: on(`${BUCKET}/*`, 's3:PutObject'),
  },
  dropped: [PASSED_PROFILES, {
    kind: 'invalid ARN',
    because: 'the action knows no such resource',
    pairs: Object.entries(BATCH_ACTIONS).flatMap(([action, resources]) =>
      BATCH_ARNS.filter(arn => !resources.test(arn)).flatMap(arn => on(`arn:\${Partition}:${arn}`, action))),
  }, {
    kind: 'unused',
    because: 'head nodes of AWS Batch launch and tag nothing',
    pairs: MACHINES.flatMap(machine => on(machine, 'ec2:CreateTags')),
  }],
};

const COMPUTE_NODE: Deviations = {
  narrowed: {
    CommonDescribeAttributes: ['ec2:DescribeInstanceAttribute'],
    CommonQueryNodeTable: on(TABLES, 'dynamodb:Query'),
  },
};

/** All differences between the roles of the library and the page. */
export const ROLE_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  'parallelcluster3/head-node-slurm': {
    'head node with Slurm': SLURM,
    'head node with Slurm 3.2': SLURM,
    'head node of one cluster with Slurm': {
      ...SLURM,
      narrowed: {
        ...SLURM.narrowed,
        'SlurmUseFleetTable': on(TABLES, 'dynamodb:UpdateItem'),
        'SlurmUseFleetTable, SlurmUseNodeTable': on(TABLES, 'dynamodb:GetItem', 'dynamodb:PutItem'),
        'SlurmPassRoles': on(ROLES, 'iam:PassRole'),
      },
    },
  },
  'parallelcluster3/head-node-awsbatch': { 'head node with AWS Batch': AWS_BATCH },
  'parallelcluster3/compute-node': { 'compute node': COMPUTE_NODE, 'compute node of 3.2': COMPUTE_NODE },
  'parallelcluster3/lambda-functions': {
    'Lambda functions': {
      narrowed: {
        CommonDeleteClusterObjects: [BUCKET, `${BUCKET}/*`].flatMap(arn =>
          on(arn, 's3:DeleteObject', 's3:DeleteObjectVersion')),
        CommonListClusterBucket: [BUCKET, `${BUCKET}/*`].flatMap(arn =>
          on(arn, 's3:ListBucket', 's3:ListBucketVersions')),
        SlurmTerminate: ['ec2:TerminateInstances'],
      },
    },
  },
  'parallelcluster3/image-builder-instance': { 'image builder': {} },
  'parallelcluster3/image-cleanup-lambda': {
    'image cleanup': {
      narrowed: {
        CommonDeleteRoles: on(ROLES, 'iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy'),
        CommonDeleteInstanceProfiles:
          on(INSTANCE_PROFILES, 'iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'),
        CommonDeleteStacks: on('arn:${Partition}:cloudformation:${Region}:${Account}:stack/*/*', 'cloudformation:DeleteStack'),
      },
    },
  },
};
