import { CLUSTER_LOGS, OF_AN_IMAGE } from './conditions';
import { CommonAccess } from './read';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/unique';
import { FOR_AWS_RESOURCES, passedTo } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { EC2_SERVICES } from '../../private/statements/services';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { CLUSTER_BUCKETS, DEFAULT_PATH } from '../cluster/cluster-arns';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.testUser;

/** The agents of Systems Manager and CloudWatch, as AWS's managed policies grant it. */
const AGENT = [
  'ec2messages:*',
  'ssm:DescribeAssociation',
  'ssm:DescribeDocument',
  'ssm:GetDeployable*',
  'ssm:GetDocument',
  'ssm:GetManifest',
  'ssm:List*Associations',
  'ssm:PutComplianceItems',
  'ssm:PutConfigure*',
  'ssm:PutInventory',
  'ssm:Update*AssociationStatus',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:*',
];

/** Hosts of containers find their endpoint before they are in a cluster. */
const BATCH = [
  'batch:Describe*',
  'batch:ListJobs',
  'ec2:RequestSpotInstances',
  'ecr:GetAuthorizationToken',
  'ecs:DiscoverPollEndpoint',
];

/** Objects in buckets of the user, and their lists. */
const DATA = [
  's3:*Multipart*',
  's3:DeleteObject*',
  's3:GetBucketLocation',
  's3:GetObject*',
  's3:ListBucket*',
  's3:PutObject',
  's3:PutObjectTagging',
];

/** AWS also owns components of images. */
const IMAGES = [
  'imagebuilder:GetComponent',
  'tag:TagResources',
];

/**
 * The upper limit of the roles that clusters and images create. A boundary is one document and allows nothing by
 * itself: it has few statements, since each adds to its size.
 */
export function boundaryPolicy(arns: Arns, access: CommonAccess): Statements {
  const { awsBatch, imageBuild, secrets, storage } = access;
  return [
    {
      sid: 'BoundaryOnAll',
      source,
      note: 'completed: the source lacks fleets, groups of reservations, functions in a VPC and targets of login nodes. ' +
        'Launches also use resources of other accounts; metrics and jobs have no names to limit them by. Narrowed: no role ' +
        'of a cluster uses alarms and dashboards',
      actions: [
        'cloudwatch:PutMetricData',
        'ec2:Describe*',
        'ec2:RunInstances',
        'logs:DescribeLogGroups',
        ...AGENT,
        ...(awsBatch ? BATCH : []),
        ...(imageBuild ? IMAGES : []),
      ].sort(),
      actionsSince: {
        '3.3.0': ['ec2:CreateFleet', 'resource-groups:ListGroupResources'],
        '3.4.0': ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface'],
        '3.8.0': ['elasticloadbalancing:DescribeTarget*'],
      },
      resources: ANY,
    },
    {
      sid: 'BoundaryTerminate',
      source,
      note: 'corrected: the source has the node type ComputeNode, which does not exist; functions also terminate ' +
        'login nodes',
      actions: ['ec2:TerminateInstances'],
      resources: ANY,
      conditions: { StringEquals: { 'aws:ResourceTag/parallelcluster:node-type': ['Compute', 'LoginNode'] } },
    },
    {
      sid: 'BoundaryOnClusters',
      source,
      note: 'narrowed: to the resources of clusters. Completed: the source lacks DetachVolume, GetConsoleOutput and the ' +
        'logs of the agent',
      actions: [
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
        'cloudformation:SignalResource',
        'dynamodb:BatchGetItem',
        'dynamodb:BatchWriteItem',
        'dynamodb:DescribeTable',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        'ec2:AttachVolume',
        'ec2:CreateTags',
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'route53:ChangeResourceRecordSets',
        'route53:ListResourceRecordSets',
      ],
      actionsSince: { '3.3.0': ['ec2:DetachVolume'], '3.5.0': ['ec2:GetConsoleOutput'] },
      resources: [
        arns.regional('cloudformation', 'stack/*'),
        arns.regional('dynamodb', 'table/parallelcluster-*'),
        arns.regional('ec2', 'instance/*'),
        arns.regional('ec2', 'volume/*'),
        arns.logGroups(''),
        arns.global('route53', 'hostedzone/*'),
      ],
    },
    {
      sid: 'BoundaryOnNewerClusters',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source lacks EFS with IAM authorization and login nodes',
      since: '3.4.0',
      actions: [
        'elasticfilesystem:ClientMount',
        'elasticfilesystem:ClientRootAccess',
        'elasticfilesystem:ClientWrite',
      ],
      actionsSince: {
        '3.7.0': ['autoscaling:CompleteLifecycleAction'],
      },
      resources: [
        arns.regional('elasticfilesystem', 'file-system/*'),
        arns.regional('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/*-AutoScalingGroup'),
      ],
    },
    {
      sid: 'BoundaryPassRoles',
      source,
      actions: ['iam:PassRole'],
      note: 'completed: jobs of AWS Batch have a role, too',
      resources: access.iamResources.roles,
      conditions: passedTo([...EC2_SERVICES, ...(awsBatch ? ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'] : [])]),
    },
    {
      sid: 'BoundaryOnNamed',
      source,
      note: 'narrowed: the source sets the retention of every log group, which deletes old events, and reads every parameter; ' +
        'the agent needs the groups of clusters and its own configuration',
      actions: [
        'logs:PutRetentionPolicy',
        's3:GetObject',
        'ssm:GetParameter',
      ],
      resources: [
        arns.bucket(`${arns.region}-aws-parallelcluster/*`),
        arns.bucket(`dcv-license.${arns.region}/*`),
        arns.logGroups(CLUSTER_LOGS),
        arns.regional('ssm', 'parameter/AmazonCloudWatch-*'),
        ...secrets.passwordParameters,
      ],
    },
    ownedBy(arns.account, {
      sid: 'BoundaryUseBuckets',
      source,
      note: 'completed: the command line grants s3:GetBucketLocation',
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:GetBucketLocation',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:ListBucket',
        's3:ListBucketVersions',
        's3:PutObject',
      ],
      resources: ['', '/*'].map(objects => arns.bucket(`${CLUSTER_BUCKETS}${objects}`)),
    }),
    ...whenPresent(storage.buckets.buckets, buckets => ({
      sid: 'BoundaryUseData',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source has no buckets of the user. Actions on access, such as s3:PutBucketPolicy, are left out',
      actions: DATA,
      resources: [...buckets, ...storage.buckets.objects],
    })),
    ...whenPresent(unique([...secrets.passwords, ...secrets.mungeKeys]), resources => ({
      sid: 'BoundaryReadSecrets',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source has no secrets',
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...whenPresent(unique([...storage.keys, ...storage.buckets.keys, ...secrets.secretKeys]), resources => ({
      sid: 'BoundaryUseKeys',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source has no keys',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:GenerateDataKey*',
        'kms:ReEncrypt*',
      ],
      resources,
    })),
    ...whenPresent(storage.keys, resources => ({
      sid: 'BoundaryGrantKeys',
      source: USER_SOURCES.nodeRoles,
      note: 'added: nodes launch instances with encrypted volumes; grants are for AWS services only',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: FOR_AWS_RESOURCES,
    })),
    // Functions, hosts, builds and jobs of clusters with AWS Batch.
    ...whenPresent(awsBatch, () => [
      {
        sid: 'BoundaryOnBuilds',
        source,
        note: 'completed: the source deletes and lists images, and reads no logs of jobs; builds push images and hosts pull ' +
          'them. Narrowed: jobs of others would act with roles without a boundary, and so would hosts in ECS clusters of others',
        actions: [
          'batch:SubmitJob',
          'batch:TerminateJob',
          'codebuild:BatchGetBuilds',
          'codebuild:StartBuild',
          'ecr:*Layer*',
          'ecr:BatchDeleteImage',
          'ecr:BatchGetImage',
          'ecr:ListImages',
          'ecr:PutImage',
          'ecs:*ContainerInstance*',
          'ecs:Poll',
          'ecs:StartTelemetrySession',
          'ecs:Submit*',
          'ecs:TagResource',
          'logs:FilterLogEvents',
          'logs:GetLogEvents',
        ],
        resources: [
          arns.regional('batch', '*/Pcluster*'),
          arns.regional('batch', 'job/*'),
          arns.regional('codebuild', 'project/pcluster-*'),
          arns.repository('*parallelcluster*'),
          arns.regional('ecs', '*/AWSBatch-Pcluster*'),
          arns.logGroups('/aws/batch/job'),
        ],
      },
    ]),
    // The instance that an image is built on, and the function that cleans up after it.
    ...whenPresent(imageBuild, () => [
      {
        sid: 'BoundaryOpenComponents',
        source,
        note: 'narrowed: to the requests of Image Builder, as in the source',
        actions: ['kms:Decrypt'],
        resources: ANY,
        conditions: {
          'ForAnyValue:StringEquals': {
            'aws:CalledVia': 'imagebuilder.amazonaws.com',
            'kms:EncryptionContextKeys': 'aws:imagebuilder:arn',
          },
        },
      },
      {
        sid: 'BoundaryOnImages',
        source,
        note: 'completed: the newer cleanup also reads functions',
        actions: [
          'ec2:CreateTags',
          'ec2:ModifyImageAttribute',
          'iam:DeleteInstanceProfile',
          'iam:DeleteRole',
          'iam:DeleteRolePolicy',
          'iam:DetachRolePolicy',
          'iam:RemoveRoleFromInstanceProfile',
          'imagebuilder:CancelImageCreation',
          'imagebuilder:Delete*',
          'imagebuilder:GetImage',
          'lambda:DeleteFunction',
          'lambda:GetFunction',
          'lambda:GetPolicy',
          'lambda:RemovePermission',
          'logs:DeleteLogGroup',
          's3:GetObject',
          'sns:DeleteTopic',
          'sns:GetSubscriptionAttributes',
          'sns:GetTopicAttributes',
          'sns:Unsubscribe',
        ],
        resources: [
          arns.image('*'),
          ...['instance-profile', 'role'].map(type => arns.iam(`${type}${DEFAULT_PATH}ParallelClusterImage*`)),
          arns.regional('imagebuilder', '*/parallelclusterimage-*'),
          arns.regional('lambda', 'function:ParallelClusterImage-*'),
          arns.logGroups('/aws/lambda/ParallelClusterImage-'),
          arns.bucket('ec2imagebuilder*'),
          arns.regional('sns', 'ParallelClusterImage-*'),
        ],
      },
      {
        sid: 'BoundaryDeleteImageStacks',
        source: USER_SOURCES.imageCleanup,
        note: 'narrowed: an older cleanup deletes any stack; those of images have a tag',
        actions: ['cloudformation:DeleteStack'],
        resources: [arns.regional('cloudformation', 'stack/*')],
        conditions: OF_AN_IMAGE,
      },
    ]),
  ];
}
