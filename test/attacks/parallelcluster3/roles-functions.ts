import {
  ParallelClusterImageBuilderRole, ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole,
  ParallelClusterLambdaFunctionsRoleProps, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  arn, FUNCTION, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, keyOf, OF_ANOTHER_ACCOUNT, PARAMETER, passedTo, s3Arn,
  stackArn,
} from '../resources';
import {
  ANOTHER_ROLE, artifact, attached, CLUSTER_BUCKET, DATA_OF_OTHERS, IMAGE, LOG_STREAM, MACHINES_OF_OTHERS, OTHER_ROLE,
  SNAPSHOT, table, tagged,
} from './roles-fixtures';

const OTHER_LOGS = arn('logs', 'log-group:/aws/lambda/pcluster-CleanupResources-0123:log-stream:x');
const project = (cluster: string) => arn('codebuild', `project/pcluster-${cluster}-build-docker-images-project`);
const PROJECT = project('weather');
const REPOSITORY = arn('ecr', 'repository/weather-parallelclusterdockerimagesrepo-0123');
const OWN_ZONE = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEF';
const IN_A_VPC = 'service-role/AWSLambdaVPCAccessExecutionRole';
const BASIC = 'service-role/AWSLambdaBasicExecutionRole';

const EVERY_FUNCTION: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ...DATA_OF_OTHERS,
  ['disks of others', 1, ['ec2:AttachVolume', INSTANCE]],
  ['instances of others, by tags', 1, ['ec2:CreateTags', INSTANCE]],
  ['a role of a cluster', 1, ['iam:PassRole', OTHER_ROLE, passedTo('lambda.amazonaws.com')]],
  ['false logs of functions of other clusters', 'clusterLogs', ['logs:PutLogEvents', OTHER_LOGS]],
  ['false logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
  ['the end of logs', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/pcluster-CleanupResources-0123')]],
  ['configurations of clusters, to read them', 1, ['s3:GetObject', artifact('hpc', 'configs/x')]],
  ['scripts of clusters, by writing', 1, ['s3:PutObject', artifact('hpc', 'configs/x')]],
  ['configurations of images', 1, ['s3:DeleteObject', `${CLUSTER_BUCKET}/parallelcluster/3.15.1/images/x/configs/x`]],
  ['a bucket of clusters', 1, ['s3:DeleteBucket', CLUSTER_BUCKET]],
  ['the state of clusters', 1, ['dynamodb:DeleteTable', table('hpc')]],
  ['the end of a stack', 1, ['cloudformation:DeleteStack', stackArn('hpc')]],
];

const SLURM: readonly Attack[] = [
  ...EVERY_FUNCTION,
  ['other instances, stopped', 1, ['ec2:StopInstances', INSTANCE]],
  ['a hosted zone', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
];

const BATCH: readonly Attack[] = [
  ...EVERY_FUNCTION,
  ['the role of a build, by other commands', 'functionBuilds', ['codebuild:StartBuild', project('hpc')]],
  ['images of other clusters', 'functionBuilds', ['ecr:BatchDeleteImage', REPOSITORY]],
  ['another image for jobs', 1, ['ecr:PutImage', REPOSITORY]],
  ['a repository', 1, ['ecr:DeleteRepository', REPOSITORY]],
  ['another project', 1, ['codebuild:UpdateProject', PROJECT]],
  ['a build with another role', 1, ['iam:PassRole', OTHER_ROLE, passedTo('codebuild.amazonaws.com')],
    ['codebuild:StartBuild', PROJECT]],
  ['builds of others', 1, ['codebuild:StartBuild', arn('codebuild', 'project/payments')]],
  ['images of others', 1, ['ecr:BatchDeleteImage', arn('ecr', 'repository/payments')]],
  ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ['instances of clusters', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag')]],
];

export const FUNCTION_ATTACKS: readonly AttackTable[] = [
  {
    ...attackers('a function of clusters of ParallelCluster 3', () => ({ slurm: {}, vpc: true }), [
      ...SLURM,
      ['what other clusters keep', 'functionClusters', ['s3:ListBucketVersions', CLUSTER_BUCKET],
        ['s3:DeleteObjectVersion', artifact('weather', 'configs/x')]],
      ['nodes of other clusters', 'functionClusters', ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag')]],
      ['login nodes of other clusters', 'functionClusters',
        ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'weather', 'LoginNode')]],
      ['head nodes', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'weather', 'HeadNode')]],
      ['names of others', 'functionRecords', ['route53:ListResourceRecordSets', HOSTED_ZONE],
        ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
      ['a bucket of another account with such a name', 1,
        ['s3:DeleteObject', artifact('weather', 'configs/x'), OF_ANOTHER_ACCOUNT]],
      ['interfaces of others', 'functionNetwork', ['ec2:DeleteNetworkInterface', INTERFACE, {}, 'network']],
      ['addresses of others', 'functionNetwork', ['ec2:UnassignPrivateIpAddresses', INTERFACE, {}, 'network'],
        ['ec2:AssignPrivateIpAddresses', INTERFACE, {}, 'network']],
      ['logs of others in a VPC', 'functionNetwork', ['logs:PutLogEvents', LOG_STREAM, {}, 'network']],
      ['the end of logs of others in a VPC', 1,
        ['logs:PutRetentionPolicy', arn('logs', 'log-group:/payments'), {}, 'network']],
    ]),
    others: { network: attached(IN_A_VPC) },
  },
  attackers('a function of one cluster of ParallelCluster 3', given => ({
    clusterName: 'hpc', slurm: { hostedZone: given.hostedZone('cluster') },
  }), [
    ...SLURM,
    ['what other clusters keep', 1, ['s3:DeleteObject', artifact('weather', 'configs/x')]],
    ['what a cluster whose name starts the same keeps', 1, ['s3:DeleteObject', artifact('hpc-2', 'configs/x')]],
    ['nodes of other clusters', 1, ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'weather')]],
    ['its own cluster', 'functionClusters', ['s3:DeleteObjectVersion', artifact('hpc', 'configs/x')],
      ['ec2:TerminateInstances', INSTANCE, tagged('ec2:ResourceTag', 'hpc', 'HeadNode')]],
    ['names of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
    ['names of other clusters in the zone', 'functionRecords', ['route53:ChangeResourceRecordSets', OWN_ZONE]],
  ]),
  attackers('a function of clusters of AWS Batch', () => ({
    awsBatch: {}, version: ParallelClusterVersion.V3_15,
  }), [
    ...BATCH,
    ['roles of other clusters, by a build with other commands', 'functionBuilds', ['codebuild:StartBuild', PROJECT]],
  ]),
  attackers('a function of one cluster of AWS Batch', () => ({
    clusterName: 'hpc', awsBatch: {}, version: ParallelClusterVersion.V3_15,
  }), [
    ...BATCH,
    ['roles of other clusters, by a build with other commands', 1, ['codebuild:StartBuild', PROJECT]],
    ['the role of a cluster whose name starts the same', 1, ['codebuild:StartBuild', project('hpc-2')]],
    ['what other clusters keep', 1, ['s3:DeleteObject', artifact('weather', 'configs/x')]],
  ]),
];

const CALLED = { 'aws:CalledVia': 'imagebuilder.amazonaws.com', 'kms:EncryptionContextKeys': 'aws:imagebuilder:arn' };

export const IMAGE_BUILDER_ATTACKS: readonly AttackTable[] = [{
  construct: 'ParallelClusterImageBuilderRole',
  attacker: 'a script in the build of an image',
  build: (stack, given) => new ParallelClusterImageBuilderRole(stack, 'Builder', {
    scripts: {
      locations: [S3Location.exactObject(given.bucket('scripts'), 'install.sh')],
      keys: [given.key('scripts')],
    },
  }),
  others: {
    agent: attached('AmazonSSMManagedInstanceCore'),
    builder: attached('EC2InstanceProfileForImageBuilder'),
  },
  attacks: [
    ...ANOTHER_ROLE,
    ...DATA_OF_OTHERS,
    ...MACHINES_OF_OTHERS,
    ['images of others', 'builtImages', ['ec2:ModifyImageAttribute', IMAGE]],
    ['workloads that choose an image by its tags', 'builtImages', ['ec2:CreateTags', IMAGE]],
    ['the end of images', 1, ['ec2:DeregisterImage', IMAGE]],
    ['an image of its own', 1, ['ec2:CreateImage', IMAGE]],
    ['images of other Regions', 1, ['ec2:ModifyImageAttribute', 'arn:aws:ec2:us-east-1::image/ami-0fedcba9876543210']],
    ['snapshots of others', 1, ['ec2:DeleteSnapshot', SNAPSHOT]],
    ['the script of the next build', 1, ['s3:PutObject', s3Arn('scripts/install.sh')]],
    ['other scripts', 1, ['s3:GetObject', s3Arn('scripts/payments.sh')]],
    ['what the key of scripts encrypts elsewhere', 'nodeKeys', ['kms:Decrypt', keyOf('scripts')]],
    ['passwords of others', 'buildPolicies', ['ssm:GetParameter', PARAMETER, {}, 'agent']],
    ['commands to others', 1, ['ssm:SendCommand', INSTANCE, {}, 'agent']],
    ['sessions with others', 1, ['ssm:StartSession', INSTANCE, {}, 'agent']],
    ['installation media in each bucket', 'buildPolicies',
      ['s3:GetObject', s3Arn('payments/server.iso'), { 's3:ResourceAccount': '111122223333' }, 'builder']],
    ['data of others', 1,
      ['s3:GetObject', s3Arn('payments/data'), { 's3:ResourceAccount': '111122223333' }, 'builder']],
    ['components of other builds', 'buildPolicies',
      ['imagebuilder:GetComponent', arn('imagebuilder', 'component/payments/1.0.0/1'), {}, 'builder'],
      ['kms:Decrypt', keyOf('components'), CALLED, 'builder']],
    ['what keys encrypt elsewhere', 1, ['kms:Decrypt', keyOf('components'), {}, 'builder']],
    ['logs of other builds', 'buildPolicies',
      ['logs:PutLogEvents', arn('logs', 'log-group:/aws/imagebuilder/payments:log-stream:x'), {}, 'builder']],
    ['logs of others', 1, ['logs:PutLogEvents', LOG_STREAM, {}, 'builder']],
    ['snapshots of disks of others', 1,
      ['ec2:CreateSnapshot', arn('ec2', 'volume/vol-0fedcba9876543210'), {}, 'builder']],
  ],
}];

const BUILD_ROLE = iamArn('role/parallelcluster/ParallelClusterImage-weather');
const CLEANUP_ROLE = iamArn('role/parallelcluster/ParallelClusterImageCleanup-0123');
const BUILD_PROFILE = iamArn('instance-profile/parallelcluster/ParallelClusterImage-weather');
const OF_AN_IMAGE = { 'aws:ResourceTag/parallelcluster:image_id': 'alinux' };
const built = (type: string) => arn('imagebuilder', `${type}/parallelclusterimage-weather`);

const CLEANUP: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ...DATA_OF_OTHERS,
  ...MACHINES_OF_OTHERS,
  ['the limits of roles of builds', 'cleanedBuilds', ['iam:DetachRolePolicy', BUILD_ROLE],
    ['iam:DeleteRolePolicy', BUILD_ROLE]],
  ['the role that cleans up after all builds', 'cleanedBuilds', ['iam:DetachRolePolicy', CLEANUP_ROLE],
    ['iam:DeleteRole', CLEANUP_ROLE]],
  ['profiles of other builds', 'cleanedBuilds', ['iam:RemoveRoleFromInstanceProfile', BUILD_PROFILE],
    ['iam:DeleteInstanceProfile', BUILD_PROFILE]],
  ['another role in a profile of builds', 1, ['iam:AddRoleToInstanceProfile', BUILD_PROFILE]],
  ['a role of builds without its boundary', 1, ['iam:DeleteRolePermissionsBoundary', BUILD_ROLE]],
  ['more policies of a role of builds', 1, ['iam:AttachRolePolicy', BUILD_ROLE]],
  ['the limits of roles of clusters', 1, ['iam:DetachRolePolicy', OTHER_ROLE]],
  ['roles of clusters', 1, ['iam:DeleteRole', OTHER_ROLE]],
  ['roles with such a name elsewhere', 1, ['iam:DeleteRole', iamArn('role/ParallelClusterImage-weather')]],
  ['profiles of clusters', 1, ['iam:DeleteInstanceProfile', iamArn('instance-profile/parallelcluster/weather/x')]],
  ['stacks with the tag of an image', 'cleanedStacks',
    ['cloudformation:DeleteStack', stackArn('payments'), OF_AN_IMAGE]],
  ['stacks without the tag', 1, ['cloudformation:DeleteStack', stackArn('payments')]],
  ['stacks without the tag, tagged first', 2, ['tag:TagResources', '*'],
    ['cloudformation:TagResource', stackArn('payments')],
    ['cloudformation:DeleteStack', stackArn('payments'), OF_AN_IMAGE]],
  ['instances, tagged by another service', 2, ['tag:TagResources', '*'], ['ec2:CreateTags', INSTANCE]],
  ['stacks, with another role', 1, ['iam:PassRole', BUILD_ROLE, passedTo('cloudformation.amazonaws.com')],
    ['cloudformation:DeleteStack', stackArn('payments'), OF_AN_IMAGE]],
  ['another template of an image', 1, ['cloudformation:UpdateStack', stackArn('payments'), OF_AN_IMAGE]],
  ['workloads that choose an image by its tags', 'cleanedTags', ['ec2:CreateTags', IMAGE]],
  ['the end of images', 1, ['ec2:DeregisterImage', IMAGE]],
  ['images for the world', 1, ['ec2:ModifyImageAttribute', IMAGE]],
  ['other builds', 'cleanedBuilds', ['imagebuilder:CancelImageCreation', `${built('image')}/3.15.1/1`],
    ['imagebuilder:DeleteImageRecipe', `${built('image-recipe')}/3.15.1`],
    ['imagebuilder:DeleteInfrastructureConfiguration', built('infrastructure-configuration')]],
  ['builds of others', 1, ['imagebuilder:DeleteImage', arn('imagebuilder', 'image/payments/1.0.0/1')]],
  ['functions of other builds', 'cleanedBuilds',
    ['lambda:DeleteFunction', arn('lambda', 'function:ParallelClusterImage-weather')]],
  ['other code of functions', 1, ['lambda:UpdateFunctionCode', arn('lambda', 'function:ParallelClusterImage-weather')]],
  ['functions of others', 1, ['lambda:DeleteFunction', FUNCTION]],
  ['functions of clusters', 1, ['lambda:DeleteFunction', arn('lambda', 'function:pcluster-CleanupResources-0123')]],
  ['traces of other builds', 'cleanedBuilds',
    ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/ParallelClusterImage-weather:log-stream:')],
    ['sns:DeleteTopic', arn('sns', 'ParallelClusterImage-weather')]],
  ['traces of clusters', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/pcluster-x:log-stream:')]],
  ['topics of others', 1, ['sns:DeleteTopic', arn('sns', 'payments')]],
  ['false logs of others', 'cleanupLogs', ['logs:PutLogEvents', LOG_STREAM, {}, 'basic']],
  ['the end of logs of others', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments'), {}, 'basic']],
];

const otherRegion = (resource: string) => resource.replace('eu-central-1', 'us-east-1');

export const IMAGE_CLEANUP_ATTACKS: readonly AttackTable[] = [
  {
    construct: 'ParallelClusterImageCleanupRole',
    attacker: 'the function that cleans up after the build of an image',
    build: stack => new ParallelClusterImageCleanupRole(stack, 'Cleanup'),
    others: { basic: attached(BASIC) },
    attacks: [
      ...CLEANUP,
      ['stacks in other Regions', 1, ['cloudformation:DeleteStack', otherRegion(stackArn('payments')), OF_AN_IMAGE]],
      ['tags of images in other Regions', 1, ['ec2:CreateTags', otherRegion(IMAGE)]],
    ],
  },
  {
    construct: 'ParallelClusterImageCleanupRole',
    attacker: 'the function that cleans up after builds in all Regions',
    build: stack => new ParallelClusterImageCleanupRole(stack, 'Cleanup', { allRegions: true, vpc: true }),
    others: { basic: attached(BASIC), network: attached(IN_A_VPC) },
    attacks: [
      ...CLEANUP,
      ['stacks in other Regions', 'cleanedStacks',
        ['cloudformation:DeleteStack', otherRegion(stackArn('payments')), OF_AN_IMAGE]],
      ['tags of images in other Regions', 'cleanedTags', ['ec2:CreateTags', otherRegion(IMAGE)]],
      ['interfaces of others', 'functionNetwork', ['ec2:DeleteNetworkInterface', INTERFACE, {}, 'network']],
    ],
  },
];

function attackers(
  attacker: string, props: (given: Fixtures) => ParallelClusterLambdaFunctionsRoleProps, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelClusterLambdaFunctionsRole',
    attacker,
    build: (stack, given) => new ParallelClusterLambdaFunctionsRole(stack, 'Functions', props(given)),
    attacks,
  };
}
