import * as iam from 'aws-cdk-lib/aws-iam';
import { NO_ROLES } from './users-cluster';
import {
  arn, awsPolicy, bucket, CLUSTER_BUCKET, CUSTOM_ROLE, Estate, FOR_AWS, iamArn, IMAGE_LOGS, keyArn, linkedTo,
  logGroup, object, OF_AN_IMAGE, OTHER_ACCOUNT, OTHER_OWNER, otherStatements, passedTo, stackArn, userStatements,
} from './users-fixtures';
import { ParallelClusterIamAccess } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const IMAGE = 'ParallelClusterImage-0123';
const IMAGE_CONFIG = 'parallelcluster/3.16.1/images/alinux-0123456789abcdef/configs/image-config.yaml';
const CLEANUP_ROLE = iamArn('role/parallelcluster/PClusterBuildImageCleanupRole-0123');
const IMAGE_ROLE = iamArn('role/parallelcluster/ParallelClusterImage-0123');
const IMAGES: RequestRow[] = [
  ['see who an image is shared with', 'ec2:DescribeImageAttribute', 'arn:aws:ec2:eu-central-1::image/ami-0123456789abcdef0'],
  ['find images', ['ec2:DescribeImages', 'ec2:DescribeInstanceTypeOfferings',
    'ec2:DescribeInstanceTypes', 'ec2:DescribeInstances', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets',
    'ec2:DescribeVpcs'], '*'],
  ['delete an image', 'ec2:DeregisterImage', 'arn:aws:ec2:eu-central-1::image/ami-0123456789abcdef0'],
  ['delete its snapshot', 'ec2:DeleteSnapshot', 'arn:aws:ec2:eu-central-1::snapshot/snap-0123456789abcdef0'],
  ['create an instance profile', ['iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile',
    'iam:RemoveRoleFromInstanceProfile'], iamArn('instance-profile/parallelcluster/x')],
  ['delete the profile of an image', 'iam:DeleteInstanceProfile', iamArn(`instance-profile/parallelcluster/${IMAGE}`)],
  ['look up a role', ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
    IMAGE_ROLE],
  ...[iamArn('policy/audit'), awsPolicy('AmazonSSMManagedInstanceCore')].map((policy): RequestRow => ['look up a policy', 'iam:GetPolicy', policy]),
  ...['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'lambda.amazonaws.com'].map((service): RequestRow =>
    [`pass a role to ${service}`, 'iam:PassRole', IMAGE_ROLE, passedTo(service)]),
  ['create the role of Image Builder', 'iam:CreateServiceLinkedRole',
    iamArn('role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder'),
    linkedTo('imagebuilder.amazonaws.com')],
  ['create the stack of an image', ['cloudformation:CreateStack', 'cloudformation:DescribeStackEvents', 'cloudformation:DescribeStackResource',
    'cloudformation:DescribeStacks'], stackArn('image')],
  ['delete the stack of an image', 'cloudformation:DeleteStack', stackArn('image'), OF_AN_IMAGE],
  ['use its log groups', ['logs:CreateLogGroup', 'logs:DeleteLogGroup', 'logs:TagResource', 'logs:UntagResource'],
    logGroup(IMAGE_LOGS)],
  ['use those of its functions', ['logs:CreateLogGroup', 'logs:DeleteLogGroup'], logGroup(`/aws/lambda/${IMAGE}`)],
  ['use its function', ['lambda:AddPermission', 'lambda:CreateFunction', 'lambda:DeleteFunction', 'lambda:GetFunction',
    'lambda:RemovePermission', 'lambda:TagResource', 'lambda:UntagResource'],
  arn('lambda', `function:${IMAGE}`)],
  ['look up a parent image', 'imagebuilder:GetImage', arn('imagebuilder', 'image/other/1.0.0/1', OTHER_ACCOUNT)],
  ['build an image', ['imagebuilder:CancelImageCreation', 'imagebuilder:CreateImage', 'imagebuilder:DeleteImage',
    'imagebuilder:TagResource'], arn('imagebuilder', 'image/parallelclusterimage-alinux/3.16.1/1')],
  ['create its recipe', ['imagebuilder:CreateImageRecipe', 'imagebuilder:DeleteImageRecipe'],
    arn('imagebuilder', 'image-recipe/parallelclusterimage-alinux/3.16.1')],
  ['create its components', ['imagebuilder:CreateComponent', 'imagebuilder:DeleteComponent'],
    arn('imagebuilder', 'component/parallelclusterimage-0123/3.16.1/1')],
  ['create its distribution', ['imagebuilder:CreateDistributionConfiguration', 'imagebuilder:DeleteDistributionConfiguration'],
    arn('imagebuilder', 'distribution-configuration/parallelclusterimage-0123')],
  ['create its infrastructure', ['imagebuilder:CreateInfrastructureConfiguration',
    'imagebuilder:DeleteInfrastructureConfiguration'], arn('imagebuilder', 'infrastructure-configuration/parallelclusterimage-0123')],
  ['use its topic', ['sns:CreateTopic', 'sns:DeleteTopic', 'sns:GetSubscriptionAttributes', 'sns:GetTopicAttributes', 'sns:Publish', 'sns:Subscribe',
    'sns:TagResource', 'sns:Unsubscribe'], arn('sns', IMAGE)],
  ['use its bucket', ['s3:CreateBucket', 's3:GetBucketLocation', 's3:GetBucketPolicy', 's3:GetBucketVersioning',
    's3:GetEncryptionConfiguration', 's3:ListBucket', 's3:ListBucketVersions', 's3:PutBucketPolicy',
    's3:PutBucketVersioning', 's3:PutEncryptionConfiguration'], bucket(CLUSTER_BUCKET)],
  ['use its objects', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion',
    's3:PutObject'], object(CLUSTER_BUCKET, IMAGE_CONFIG)],
  ['see that the bucket is complete', 's3:GetObject', object(CLUSTER_BUCKET, 'parallelcluster/.bootstrapped')],
  ['list images', 'cloudformation:ListStacks', '*'],
  ['look up an instance profile', 'iam:GetInstanceProfile', iamArn('instance-profile/hpc/builder')],
];
const NO_OTHER_IMAGES: RequestRow[] = [
  ['change the configuration of a cluster', 's3:PutObject', object(CLUSTER_BUCKET, IMAGE_CONFIG.replace('images', 'clusters'))],
  ['use a bucket with a similar name', 's3:PutBucketPolicy', bucket('parallelcluster-data')],
  ['use a bucket of another account with such a name', ['s3:ListBucket', 's3:PutBucketPolicy'], bucket(CLUSTER_BUCKET),
    OTHER_OWNER],
  ['hand a configuration to another account', 's3:PutObject', object(CLUSTER_BUCKET, IMAGE_CONFIG), OTHER_OWNER],
  ['build an image of another owner', 'imagebuilder:CreateImage', arn('imagebuilder', 'image/production/1.0.0/1')],
  ['delete a stack of something else', 'cloudformation:DeleteStack', stackArn('image')],
  ['update the stack of an image', 'cloudformation:UpdateStack', stackArn('image'), OF_AN_IMAGE],
  ['use another topic', 'sns:Publish', arn('sns', 'alerts')],
  ['use another function', 'lambda:DeleteFunction', arn('lambda', 'function:billing')],
  ['pass a role to another service', 'iam:PassRole', IMAGE_ROLE, passedTo('glue.amazonaws.com')],
  ['create the role that cleans up, which has no boundary', 'iam:CreateRole', IMAGE_ROLE],
];

const privileged = (estate: Estate) =>
  ParallelClusterIamAccess.privileged([iam.ManagedPolicy.fromManagedPolicyArn(estate.stack, 'Audit', iamArn('policy/audit'))]);
const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];

export const IMAGE_TABLES: readonly RequestTable[] = [
  {
    name: 'a user who builds images',
    statements: otherStatements(() => ({ imageBuild: true })),
    allowed: IMAGES,
    denied: [...NO_OTHER_IMAGES, ...NO_ROLES.map(([what, action]): RequestRow => [what, action, IMAGE_ROLE])],
  },
  {
    name: 'a user who builds images with its own role, bucket and key',
    statements: otherStatements(estate => ({
      imageBuild: true,
      iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleArn(estate.stack, 'Custom', CUSTOM_ROLE)]),
      storage: { buckets: [estate.bucket('artifacts')], keys: [estate.key('volumes', '11111111')] },
    })),
    allowed: [
      ...IMAGES,
      ['look up its role', ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
        CUSTOM_ROLE],
      ['pass its role', 'iam:PassRole', CUSTOM_ROLE, passedTo('ec2.amazonaws.com')],
      ['check its bucket', ['s3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucket', 's3:ListBucketVersions'],
        bucket('artifacts')],
      ['store configurations there', ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion',
        's3:PutObject'], object('artifacts', IMAGE_CONFIG)],
      ['store them in another account', 's3:PutObject', object('artifacts', IMAGE_CONFIG), OTHER_OWNER],
      ['see that it is complete', 's3:GetObject', object('artifacts', 'parallelcluster/.bootstrapped')],
      ['open what is there', USE_KEY, keyArn('44444444')],
      ['use its key for volumes', ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom', 'kms:ReEncryptTo'], keyArn('11111111')],
      ['let EC2 use it', 'kms:CreateGrant', keyArn('11111111'), FOR_AWS],
    ],
    denied: [
      ...NO_OTHER_IMAGES,
      ['let anyone use its key', 'kms:CreateGrant', keyArn('11111111')],
      ['use another bucket', 's3:GetObject', object('billing', IMAGE_CONFIG)],
      ['open its bucket to others', 's3:PutBucketPolicy', bucket('artifacts')],
      ['pass another role', 'iam:PassRole', iamArn('role/hpc/admin'), passedTo('ec2.amazonaws.com')],
    ],
  },
  {
    name: 'a privileged user who builds images, with a prefix for clusters',
    statements: () => userStatements(estate => ({
      iamAccess: privileged(estate), imageBuild: true, resourcePrefix: { namePrefix: 'team-' },
    }))().filter(({ Sid }) => Sid === 'IamAccessMakeImageCleanupRole'),
    allowed: [
      ['create the cleanup role', ['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:PutRolePolicy', 'iam:TagRole'], CLEANUP_ROLE],
    ],
    denied: [
      ['create a role with a similar name', 'iam:CreateRole', iamArn('role/parallelcluster/PClusterBuildImage-0123')],
      ['change the trust policy of the cleanup role', 'iam:UpdateAssumeRolePolicy', CLEANUP_ROLE],
    ],
  },
];
