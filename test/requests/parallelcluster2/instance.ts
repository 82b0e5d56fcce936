import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3Module from 'aws-cdk-lib/aws-s3';
import {
  A_CONFIGURATION, A_VERSION, all, ANY_VERSION, arn, BUCKET, ec2, FOLDER, FOLDER_OF_LAB, FOLDER_OF_TEAM_2, FOR_AWS,
  group, INSTANCE, INTERFACE, key, LAB, logGroup, logStream, NESTED, OF_ANOTHER_ACCOUNT, OTHER_ACCOUNT, permissionsOf,
  REGION, role, s3, stack, taggedFor, TEAM, to, TO_EC2, USE_KEY, VIA_EC2, VOLUME, ZONE,
} from './fixtures';
import {
  ParallelCluster2BatchStack, ParallelCluster2InstanceRole, ParallelCluster2PermissionSet, ParallelCluster2Scheduler,
} from '../../../src';
import { batchStack, keyPair, multiNodeJobDefinition, subnet } from '../../parallelcluster2/fixtures';
import { RequestRow, RequestTable } from '../../support/request-table';
import { NO_OTHER_SYSTEMS_MANAGER, OPEN_SESSIONS } from '../sessions';

const { AWSBATCH, SLURM, TORQUE } = ParallelCluster2Scheduler;

const SUBNET = 'subnet-0123456789abcdef0';
const IMAGE = 'ami-0123456789abcdef0';
const LOGS = '/aws/parallelcluster/team';
const ROOT = `artifacts/${FOLDER}`;

const READ_USER_DATA: RequestRow =
  ['read the user data of its instances', 'ec2:DescribeInstanceAttribute', INSTANCE, taggedFor(TEAM)];
const NO_OTHER_USER_DATA: readonly RequestRow[] = [
  ['read the user data of another cluster', 'ec2:DescribeInstanceAttribute', INSTANCE, taggedFor(LAB)],
  ['read the user data of an instance of no cluster', 'ec2:DescribeInstanceAttribute', INSTANCE],
];

const COMMON: readonly RequestRow[] = [
  ['read a cookbook', 's3:GetObject', s3(`${REGION}-aws-parallelcluster/cookbooks/2.11.9.tgz`)],
  ['read the licence of DCV', 's3:GetObject', s3(`dcv-license.${REGION}/license`)],
  all('find file systems of FSx', 'fsx', ['DescribeFileSystems']),
  all('write its logs', 'logs', ['CreateLogStream', 'PutLogEvents'], logStream(LOGS)),
];

const COMMON_ONLY: readonly RequestRow[] = [
  ['read packages of another region', 's3:GetObject', s3('us-east-1-aws-parallelcluster/cookbooks/2.11.9.tgz')],
  ['read an object of another owner', 's3:GetObject', s3('data/secret.csv')],
  ['change a cookbook', 's3:PutObject', s3(`${REGION}-aws-parallelcluster/cookbooks/2.11.9.tgz`)],
  ['write the logs of another cluster', 'logs:PutLogEvents', logStream('/aws/parallelcluster/lab')],
  ['write the logs of a cluster whose name starts the same', 'logs:PutLogEvents', logStream(`${LOGS}-2`)],
  ['read its logs', 'logs:GetLogEvents', logStream(LOGS)],
];

const DESCRIBE = [
  'DescribeInstanceStatus', 'DescribeInstances', 'DescribeLaunchTemplates', 'DescribeVolumes',
];

const AT_LAUNCH = { 'ec2:CreateAction': 'RunInstances' };

/** The requests of SGE, Slurm and Torque nodes in the cluster `team`, of all versions. */
const WORK_AS_OF_2_9: readonly RequestRow[] = [
  all('describe instances', 'ec2', DESCRIBE),
  ['attach volumes to an instance', 'ec2:AttachVolume', INSTANCE],
  ...[INSTANCE, VOLUME].map((resource): RequestRow => ['tag what it launches', 'ec2:CreateTags', resource, AT_LAUNCH]),
  READ_USER_DATA,
  ['attach a volume', 'ec2:AttachVolume', VOLUME],
  ['tag an interface', 'ec2:CreateTags', INTERFACE, AT_LAUNCH],
  ['terminate an instance of its cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(TEAM)],
  ...['instance/i-1', 'launch-template/lt-1', 'network-interface/eni-1', 'placement-group/hpc', 'security-group/sg-1', 'volume/vol-1']
    .map((resource): RequestRow => ['launch an instance', 'ec2:RunInstances', ec2(resource)]),
  ['pass a role of clusters', 'iam:PassRole', role('parallelcluster-team-RootRole-1A2B'), TO_EC2],
  ['pass it in China', 'iam:PassRole', role('parallelcluster-team-RootRole-1A2B'), to('ec2.amazonaws.com.cn')],
  ['pass its own role', 'iam:PassRole', role('nodes'), TO_EC2],
  ['pass its own role in China', 'iam:PassRole', role('nodes'), to('ec2.amazonaws.com.cn')],
  all('list tables', 'dynamodb', ['ListTables']),
  all('store the state of its nodes', 'dynamodb',
    ['BatchWriteItem', 'DeleteItem', 'DescribeTable', 'GetItem', 'PutItem', 'Query'], arn('dynamodb', `table/${TEAM}`)),
  ['look up an index of its table', 'dynamodb:Query', arn('dynamodb', `table/${TEAM}/index/InstanceId`)],
  all('signal its stack', 'cloudformation', ['DescribeStackResource', 'DescribeStacks', 'SignalResource'], stack(TEAM)),
  ['signal a nested stack', 'cloudformation:SignalResource', stack(NESTED)],
  ['create DNS records for its instances', 'route53:ChangeResourceRecordSets', ZONE],
];

const WORK: readonly RequestRow[] = [
  ...WORK_AS_OF_2_9,
  all('look up instance types', 'ec2', ['DescribeInstanceTypes']),
];

const WORK_ONLY: readonly RequestRow[] = [
  ['terminate an instance of another cluster', 'ec2:TerminateInstances', INSTANCE, taggedFor(LAB)],
  ['terminate an instance of no cluster', 'ec2:TerminateInstances', INSTANCE],
  ...NO_OTHER_USER_DATA,
  ['tag an instance of others', 'ec2:CreateTags', INSTANCE],
  ['tag a VPC', 'ec2:CreateTags', ec2('vpc/vpc-1'), AT_LAUNCH],
  ['launch an instance in another account', 'ec2:RunInstances', ec2('instance/i-1', OTHER_ACCOUNT)],
  ['stop an instance', 'ec2:StopInstances', INSTANCE],
  ['pass a role of others', 'iam:PassRole', role('administrator'), TO_EC2],
  ['pass its role to another service', 'iam:PassRole', role('nodes'), to('lambda.amazonaws.com')],
  ['pass its role without a service', 'iam:PassRole', role('nodes')],
  ['store state in the table of another cluster', 'dynamodb:PutItem', arn('dynamodb', `table/${LAB}`)],
  ['store state in that of a cluster whose name starts the same', 'dynamodb:PutItem', arn('dynamodb', `table/${TEAM}-2`)],
  ['delete its table', 'dynamodb:DeleteTable', arn('dynamodb', `table/${TEAM}`)],
  ['signal the stack of another cluster', 'cloudformation:SignalResource', stack(LAB)],
  ['delete its stack', 'cloudformation:DeleteStack', stack(TEAM)],
  ['delete a zone', 'route53:DeleteHostedZone', ZONE],
];

const CONFIG = (path: string) => s3(`${path}/configs/cluster-config.json`);
const READ_CONFIG = (path: string): RequestRow =>
  all('read its configuration', 's3', ['GetObject', 'GetObjectVersion'], CONFIG(path));
const READ_CONFIG_OF_ANOTHER_ACCOUNT = (path: string): RequestRow =>
  ['read a configuration in a bucket of another account', 's3:GetObject', CONFIG(path), OF_ANOTHER_ACCOUNT];

const LAUNCH_ANY: readonly RequestRow[] = [
  ['launch an instance in a subnet', 'ec2:RunInstances', ec2(`subnet/${SUBNET}`)],
  ['launch an image', 'ec2:RunInstances', `arn:aws:ec2:${REGION}::image/${IMAGE}`],
  ['launch with a key pair', 'ec2:RunInstances', ec2('key-pair/admin')],
];

/** EC2 has two names, of which China has the second. */
const USE_VOLUMES: readonly RequestRow[] = ['', '.cn'].flatMap((suffix): RequestRow[] => {
  const viaEc2 = { 'kms:ViaService': `${VIA_EC2['kms:ViaService']}${suffix}` };
  return [
    ['let EC2 use the key of an image or a volume', USE_KEY, key('volumes'), viaEc2],
    ['let EC2 keep a volume open', 'kms:CreateGrant', key('volumes'), { ...viaEc2, ...FOR_AWS }],
  ];
});

const NO_OTHER_USE_OF_KEYS: readonly RequestRow[] = [
  ['use the key itself', USE_KEY, key('volumes')],
  ['let EC2 of another region use the key', USE_KEY, key('volumes'), { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' }],
  ['let anyone use the key', 'kms:CreateGrant', key('volumes'), { ...VIA_EC2, 'kms:GrantIsForAWSResource': 'false' }],
  ['create a grant itself', 'kms:CreateGrant', key('volumes'), FOR_AWS],
  ['let EC2 use another key', USE_KEY, key('other'), VIA_EC2],
];

const GROUP = group(`${NESTED}-ComputeFleet-4D5E`);

const SCALE: readonly RequestRow[] = [
  all('list queues', 'sqs', ['ListQueues']),
  all('use its queue', 'sqs',
    ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage'], arn('sqs', TEAM)),
  all('describe Auto Scaling groups', 'autoscaling', ['DescribeAutoScalingGroups', 'DescribeTags']),
  all('scale its nodes', 'autoscaling',
    ['SetDesiredCapacity', 'SetInstanceHealth', 'TerminateInstanceInAutoScalingGroup', 'UpdateAutoScalingGroup'], GROUP),
];

const SCALE_ONLY: readonly RequestRow[] = [
  ['use the queue of another cluster', 'sqs:SendMessage', arn('sqs', LAB)],
  ['use the queue of a cluster whose name starts the same', 'sqs:SendMessage', arn('sqs', `${TEAM}-2`)],
  ['scale the nodes of that one', 'autoscaling:SetDesiredCapacity', group(`${TEAM}-2-ComputeFleetSubstack-1A2B-ComputeFleet-4D`)],
  ['use a queue of others', 'sqs:SendMessage', arn('sqs', 'orders')],
  ['delete its queue', 'sqs:DeleteQueue', arn('sqs', TEAM)],
  ['scale the nodes of another cluster', 'autoscaling:SetDesiredCapacity', group(`${LAB}-ComputeFleet-4D5E`)],
  ['scale a group of others', 'autoscaling:SetDesiredCapacity', group('web')],
  ['delete its group', 'autoscaling:DeleteAutoScalingGroup', GROUP],
  ['change the size of a group of others', 'autoscaling:UpdateAutoScalingGroup', group('web')],
  ['launch a launch template', 'autoscaling:UpdateAutoScalingGroup', GROUP, A_VERSION],
  ['launch the newest version of a launch template', 'autoscaling:UpdateAutoScalingGroup', GROUP, ANY_VERSION],
  ['launch a launch configuration', 'autoscaling:UpdateAutoScalingGroup', GROUP, A_CONFIGURATION],
];

const JOB_LOGS = logStream('/aws/batch/job');
const batchArtifact = (bucket: string) => s3(`${bucket}/${FOLDER}/batch/job-1.sh`);

const runJobs = (bucket: string): readonly RequestRow[] => [
  all('describe jobs', 'batch', [
    'DescribeComputeEnvironments', 'DescribeJobDefinitions', 'DescribeJobQueues', 'DescribeJobs', 'ListJobs',
  ]),
  all('stop a job', 'batch', ['CancelJob', 'TerminateJob'], arn('batch', 'job/0a1b')),
  ['register a job', 'batch:RegisterJobDefinition', arn('batch', 'job-definition/JobDefinitionMNP-7a8b')],
  ['submit a job', 'batch:SubmitJob', arn('batch', 'job/0a1b')],
  ['submit a job to its queue', 'batch:SubmitJob', arn('batch', 'job-queue/JobQueue-3c4d')],
  ['submit a job by a later revision', 'batch:SubmitJob', arn('batch', 'job-definition/JobDefinitionSerial-1a2b:7')],
  ['submit a job on several nodes', 'batch:SubmitJob', arn('batch', 'job-definition/JobDefinitionMNP-7a8b:2')],
  ['pass the role of jobs', 'iam:PassRole', role('jobs'), to('ecs-tasks.amazonaws.com')],
  ...['ComputeEnvironment-5e6f_Batch_9c0d', 'AWSBatch-ComputeEnvironment-5e6f-9c0d'].map((cluster): RequestRow =>
    ['find containers', 'ecs:ListContainerInstances', arn('ecs', `cluster/${cluster}`)]),
  ['describe containers', 'ecs:DescribeContainerInstances', arn('ecs', 'container-instance/ComputeEnvironment-5e6f_Batch_9c0d/0a1b')],
  ['follow the logs of a job', 'logs:GetLogEvents', JOB_LOGS],
  ['search the logs of jobs', 'logs:FilterLogEvents', `${logGroup('/aws/batch/job')}:log-stream:`],
  all('create its log group', 'logs', ['CreateLogGroup', 'TagResource', 'UntagResource'], `${logGroup(LOGS)}:log-stream:`),
  all('describe instances', 'ec2', ['DescribeInstances', 'DescribeVolumes']),
  ['attach a volume', 'ec2:AttachVolume', INSTANCE],
  READ_USER_DATA,
  ['attach that volume', 'ec2:AttachVolume', VOLUME],
  all('signal its stack', 'cloudformation', ['DescribeStackResource', 'DescribeStacks', 'SignalResource'], stack(TEAM)),
  ['signal a nested stack', 'cloudformation:SignalResource', stack(NESTED)],
  all('list the artifacts', 's3', ['ListBucket', 'ListBucketMultipartUploads', 'ListBucketVersions'], s3(bucket)),
  all('use the artifacts of jobs', 's3',
    ['DeleteObject', 'GetObject', 'GetObjectTagging', 'GetObjectVersion', 'PutObject'], batchArtifact(bucket)),
];

const runOnlyItsJobs = (bucket: string): readonly RequestRow[] => [
  ['submit a job to another queue', 'batch:SubmitJob', arn('batch', 'job-queue/other')],
  ['submit a job of another definition', 'batch:SubmitJob', arn('batch', 'job-definition/other:1')],
  ['submit one whose name starts the same', 'batch:SubmitJob', arn('batch', 'job-definition/JobDefinitionSerial-1a2b-x:1')],
  ['stop a job of another account', 'batch:TerminateJob', arn('batch', 'job/0a1b', OTHER_ACCOUNT)],
  ['delete its queue', 'batch:DeleteJobQueue', arn('batch', 'job-queue/JobQueue-3c4d')],
  ['pass another role', 'iam:PassRole', role('administrator'), to('ecs-tasks.amazonaws.com')],
  ['pass the role of jobs to EC2', 'iam:PassRole', role('jobs'), TO_EC2],
  ['find containers of others', 'ecs:ListContainerInstances', arn('ecs', 'cluster/web')],
  ...['AWSBatch-Other-9c0d', 'AWSBatch-ComputeEnvironment-5e6f7a8b-9c0d'].map((cluster): RequestRow =>
    ['find containers of another environment', 'ecs:ListContainerInstances', arn('ecs', `cluster/${cluster}`)]),
  ['follow other logs', 'logs:GetLogEvents', logStream('/aws/lambda/web')],
  ['create another log group', 'logs:CreateLogGroup', `${logGroup('/aws/parallelcluster/lab')}:log-stream:`],
  ...NO_OTHER_USER_DATA,
  ['signal the stack of another cluster', 'cloudformation:SignalResource', stack(LAB)],
  ['use the artifacts of another cluster', 's3:PutObject', s3(`${bucket}/${FOLDER_OF_LAB}/batch/job-1.sh`)],
  ['change the configuration of its cluster', 's3:PutObject', CONFIG(`${bucket}/${FOLDER}`)],
  ['delete the bucket', 's3:DeleteBucket', s3(bucket)],
];

export const INSTANCE_TABLES: readonly RequestTable[] = [
  {
    name: 'the instances of a cluster of Slurm, with a bucket and images of the user',
    statements: permissionsOf(to_ => new ParallelCluster2InstanceRole(to_, 'Role', {
      scheduler: SLURM,
      roleName: 'nodes',
      clusterName: 'team',
      resourceBucket: {
        bucket: s3Module.Bucket.fromBucketName(to_, 'Artifacts', 'artifacts'),
        encryptionKey: kms.Key.fromKeyArn(to_, 'Key', key('artifacts')),
      },
      launch: { subnets: [subnet(to_, SUBNET)], imageIds: [IMAGE], keyPair: keyPair(to_, 'admin') },
      keys: [kms.Key.fromKeyArn(to_, 'Volumes', key('volumes'))],
      sessionManager: { sessionKey: kms.Key.fromKeyArn(to_, 'Sessions', key('sessions')) },
      passableRoles: [iam.Role.fromRoleName(to_, 'Others', 'others')],
    })),
    allowed: [
      ...COMMON,
      ...WORK,
      READ_CONFIG(ROOT),
      ['read it in a bucket of another account', 's3:GetObject', CONFIG(ROOT), OF_ANOTHER_ACCOUNT],
      ['decrypt objects', 'kms:Decrypt', key('artifacts')],
      ['launch an instance in its subnet', 'ec2:RunInstances', ec2(`subnet/${SUBNET}`)],
      ['launch its image', 'ec2:RunInstances', `arn:aws:ec2:${REGION}::image/${IMAGE}`],
      ['launch with its key pair', 'ec2:RunInstances', ec2('key-pair/admin')],
      ['pass a listed role', 'iam:PassRole', role('others'), TO_EC2],
      ...USE_VOLUMES,
      ...OPEN_SESSIONS,
      ['decrypt sessions', 'kms:Decrypt', key('sessions')],
    ],
    denied: [
      ...COMMON_ONLY,
      ...WORK_ONLY,
      ...NO_OTHER_USE_OF_KEYS,
      ...NO_OTHER_SYSTEMS_MANAGER,
      ['read the configuration of another cluster', 's3:GetObject', s3(`artifacts/${FOLDER_OF_LAB}/configs/x.json`)],
      ['read that of a cluster whose name starts the same', 's3:GetObject', s3(`artifacts/${FOLDER_OF_TEAM_2}/configs/x.json`)],
      ['change its configuration', 's3:PutObject', CONFIG(ROOT)],
      ['encrypt something', 'kms:GenerateDataKey', key('artifacts')],
      ['launch an instance in another subnet', 'ec2:RunInstances', ec2('subnet/subnet-1')],
      ['launch another image', 'ec2:RunInstances', `arn:aws:ec2:${REGION}::image/ami-1`],
      ['launch with another key pair', 'ec2:RunInstances', ec2('key-pair/other')],
    ],
  },
  {
    name: 'the instances of a cluster of Torque, with all that the CLI creates',
    statements: permissionsOf(to_ => new ParallelCluster2InstanceRole(to_, 'Role', {
      scheduler: TORQUE, roleName: 'nodes', clusterName: 'team',
    })),
    allowed: [
      ...COMMON,
      ...WORK,
      ...SCALE,
      ...LAUNCH_ANY,
      READ_CONFIG(`${BUCKET}/${FOLDER}`),
    ],
    denied: [
      ...COMMON_ONLY,
      ...WORK_ONLY,
      ...SCALE_ONLY,
      ['read the configuration of another cluster', 's3:GetObject', s3(`${BUCKET}/${FOLDER_OF_LAB}/x.json`)],
      READ_CONFIG_OF_ANOTHER_ACCOUNT(`${BUCKET}/${FOLDER}`),
      ['launch an instance in another region', 'ec2:RunInstances', ec2(`subnet/${SUBNET}`, undefined, 'us-east-1')],
    ],
  },
  {
    name: 'the instances of a cluster of Slurm as of 2.9',
    statements: permissionsOf(to_ => new ParallelCluster2InstanceRole(to_, 'Role', {
      scheduler: SLURM, roleName: 'nodes', clusterName: 'team', permissionSet: ParallelCluster2PermissionSet.GUIDE_2_9,
    })),
    allowed: [
      ...COMMON,
      ...WORK_AS_OF_2_9,
      ...SCALE,
      ...LAUNCH_ANY,
      READ_CONFIG(BUCKET),
      all('use a table that CloudFormation named', 'dynamodb', ['GetItem', 'PutItem'],
        arn('dynamodb', `table/${TEAM}-DynamoDBTable-1A2B`)),
      ['read a queue that CloudFormation named', 'sqs:ReceiveMessage', arn('sqs', `${TEAM}-SQS-1A2B`)],
    ],
    denied: [
      ...COMMON_ONLY,
      ...WORK_ONLY,
      ...SCALE_ONLY,
      READ_CONFIG_OF_ANOTHER_ACCOUNT(BUCKET),
      ['use the table of a cluster whose name starts the same', 'dynamodb:PutItem', arn('dynamodb', `table/${TEAM}-2`)],
      ['use a table that CloudFormation named for that one', 'dynamodb:PutItem',
        arn('dynamodb', `table/${TEAM}-2-DynamoDBTable-1A2B`)],
    ],
  },
  {
    name: 'the head node of a cluster of AWS Batch, with a bucket of the user',
    statements: permissionsOf(to_ => new ParallelCluster2InstanceRole(to_, 'Role', {
      scheduler: AWSBATCH,
      clusterName: 'team',
      resourceBucket: {
        bucket: s3Module.Bucket.fromBucketAttributes(to_, 'Artifacts', {
          bucketName: 'artifacts', encryptionKey: kms.Key.fromKeyArn(to_, 'Key', key('artifacts')),
        }),
      },
      batchStack: stackOfJobs(to_),
    })),
    allowed: [
      ...COMMON,
      ...runJobs('artifacts'),
      ['use artifacts in another account', 's3:PutObject', batchArtifact('artifacts'), OF_ANOTHER_ACCOUNT],
      all('use the key of the bucket', 'kms', ['Decrypt', 'GenerateDataKey'], key('artifacts')),
    ],
    denied: [
      ...COMMON_ONLY,
      ...runOnlyItsJobs('artifacts'),
      ['use another key', 'kms:Decrypt', key('other')],
      ['pass the role of jobs without a service', 'iam:PassRole', role('jobs')],
    ],
  },
  {
    name: 'the head node of a cluster of AWS Batch, with a bucket of the CLI',
    statements: permissionsOf(to_ => new ParallelCluster2InstanceRole(to_, 'Role', {
      scheduler: AWSBATCH, clusterName: 'team', batchStack: stackOfJobs(to_),
    })),
    allowed: [...COMMON, ...runJobs(BUCKET)],
    denied: [
      ...COMMON_ONLY,
      ...runOnlyItsJobs(BUCKET),
      ['list a bucket of another account', 's3:ListBucket', s3(BUCKET), OF_ANOTHER_ACCOUNT],
      ['use artifacts in another account', ['s3:GetObject', 's3:PutObject'], batchArtifact(BUCKET), OF_ANOTHER_ACCOUNT],
    ],
  },
];

function stackOfJobs(to_: Stack): ParallelCluster2BatchStack {
  return batchStack(to_, {
    multiNodeJobDefinition: multiNodeJobDefinition(to_), jobRole: iam.Role.fromRoleName(to_, 'Jobs', 'jobs'),
  });
}
