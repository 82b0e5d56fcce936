import { OF_AN_IMAGE, passedTo, Statements } from './conditions';
import { DEFAULT_PATH } from './iam-resources';
import { Arns } from '../../private/options/arns';
import { EC2_SERVICES } from '../cluster/nodes';
import { USER_SOURCES } from '../sources';
import { CommonAccess } from './read';
import { ANY, given } from '../../private/statements/documented-statement';

const source = USER_SOURCES.testUser;

/**
 * All that the roles may do which clusters and images make for themselves. A boundary is one document and allows
 * nothing by itself: its statements are few, since each takes characters.
 */
export function boundaryPolicy(arns: Arns, access: CommonAccess): Statements {
  return [
    ...onAll(access),
    ...onClusters(arns),
    {
      sid: 'BoundaryPassRoles',
      source,
      actions: ['iam:PassRole'],
      note: 'completed: where AWS Batch is, its jobs have a role, too',
      resources: access.iamResources.roles,
      conditions: passedTo(...EC2_SERVICES, ...(access.awsBatch ? ['batch.amazonaws.com', 'ecs-tasks.amazonaws.com'] : [])),
    },
    ...onStorage(arns, access),
    ...given(access.awsBatch, () => batch(arns)),
    ...given(access.imageBuild, () => images(arns)),
  ];
}

const AGENT = [
  'ec2messages:*',
  'ssm:DescribeAssociation',
  'ssm:DescribeDocument',
  'ssm:GetDeployablePatchSnapshotForInstance',
  'ssm:GetDocument',
  'ssm:GetManifest',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:ListAssociations',
  'ssm:ListInstanceAssociations',
  'ssm:PutComplianceItems',
  'ssm:PutConfigurePackageResult',
  'ssm:PutInventory',
  'ssm:UpdateAssociationStatus',
  'ssm:UpdateInstanceAssociationStatus',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:*',
];

/** Jobs and hosts of containers have random identifiers. */
const BATCH = [
  'batch:CancelJob',
  'batch:Describe*',
  'batch:ListJobs',
  'batch:SubmitJob',
  'batch:TerminateJob',
  'ec2:RequestSpotInstances',
  'ecr:GetAuthorizationToken',
  'ecs:*ContainerInstance*',
  'ecs:DiscoverPollEndpoint',
  'ecs:Poll',
  'ecs:StartTelemetrySession',
  'ecs:Submit*',
  'ecs:TagResource',
];

/** Components of images are of AWS, too. */
const IMAGES = [
  'imagebuilder:GetComponent',
  'tag:TagResources',
];

function onAll({ awsBatch, imageBuild }: CommonAccess): Statements {
  return [
    {
      sid: 'BoundaryOnAll',
      source,
      note: 'completed: the source lacks fleets, groups of reservations, functions in a VPC, targets of login nodes and hosts ' +
        'of containers. What is launched has resources of other accounts, too; metrics, jobs and hosts have no name to ' +
        'go by',
      actions: [
        'cloudwatch:*Alarm*',
        'cloudwatch:*Dashboard*',
        'cloudwatch:PutMetricData',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
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
        '3.8.0': ['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'],
      },
      resources: ANY,
    },
    {
      sid: 'BoundaryTerminate',
      source,
      note: 'corrected: the source names the type ComputeNode, which no node has; functions also end login nodes',
      actions: ['ec2:TerminateInstances'],
      resources: ANY,
      conditions: { StringEquals: { 'aws:ResourceTag/parallelcluster:node-type': ['Compute', 'LoginNode'] } },
    },
  ];
}

function onClusters(arns: Arns): Statements {
  return [
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
        'logs:PutRetentionPolicy',
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
  ];
}

function onStorage(arns: Arns, { secrets, storage }: CommonAccess): Statements {
  const { region } = arns;
  return [
    {
      sid: 'BoundaryReadArtifacts',
      source,
      actions: ['s3:GetObject'],
      resources: [arns.bucket(`${region}-aws-parallelcluster/*`), arns.bucket(`dcv-license.${region}/*`)],
    },
    {
      sid: 'BoundaryUseBuckets',
      source,
      note: 'completed: the source knows no buckets of your own',
      actions: ['s3:*'],
      resources: [
        arns.bucket('parallelcluster-*-v1-do-not-delete'),
        arns.bucket('parallelcluster-*-v1-do-not-delete/*'),
        ...storage.buckets.buckets,
        ...storage.buckets.objects,
      ],
    },
    ...given([...new Set([...secrets.passwords, ...secrets.mungeKeys])], resources => ({
      sid: 'BoundaryReadSecrets',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source knows no secrets',
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...given([...new Set([...storage.keys, ...storage.buckets.keys, ...secrets.secretKeys])], resources => ({
      sid: 'BoundaryUseKeys',
      source: USER_SOURCES.nodeRoles,
      note: 'added: the source knows no keys',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources,
    })),
    ...given(storage.keys, resources => ({
      sid: 'BoundaryGrantKeys',
      source: USER_SOURCES.nodeRoles,
      note: 'added: nodes launch instances with encrypted volumes; grants are for AWS services only',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    })),
  ];
}

/** What clusters with AWS Batch have beside their head node: functions, hosts, builds and jobs. */
function batch(arns: Arns): Statements {
  return [
    {
      sid: 'BoundaryOnBuilds',
      source,
      note: 'completed: the source deletes and lists images, and reads no logs of jobs; builds push images and hosts pull them',
      actions: [
        'codebuild:BatchGetBuilds',
        'codebuild:StartBuild',
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchDeleteImage',
        'ecr:BatchGetImage',
        'ecr:CompleteLayerUpload',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:ListImages',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
      ],
      resources: [
        arns.regional('codebuild', 'project/pcluster-*'),
        arns.repository('*'),
        arns.logGroups('/aws/batch/job'),
      ],
    },
  ];
}

/** The instance that an image is built on, and the function that cleans up after it. */
function images(arns: Arns): Statements {
  return [
    {
      sid: 'BoundaryOpenComponents',
      source,
      note: 'narrowed: to what Image Builder asks for, as the source has it',
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
      note: 'completed: the newer clean-up also reads functions',
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
      note: 'narrowed: an older clean-up deletes any stack; those of images have a tag',
      actions: ['cloudformation:DeleteStack'],
      resources: [arns.regional('cloudformation', 'stack/*')],
      conditions: OF_AN_IMAGE,
    },
  ];
}
