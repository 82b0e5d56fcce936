import { ParallelClusterPermissionsBoundary, ParallelClusterVersion } from '../../../src';
import { isBefore } from '../../../src/private/statements/versions';
import { Attack, AttackTable } from '../attack';
import { ANOTHER_ROLE } from './users';
import {
  ADMIN, arn, FILE_SYSTEM, FOR_AWS, HOSTED_ZONE, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, OF_ANOTHER_ACCOUNT,
  PARAMETER, passedTo, s3Arn, stackArn, VOLUME,
} from '../resources';

const CLUSTER_BUCKET = s3Arn('parallelcluster-0123456789abcdef-v1-do-not-delete');
const ROLE = iamArn('role/parallelcluster/hpc/hpc-RoleHeadNode-1');
const IMAGE_ROLE = iamArn('role/parallelcluster/ParallelClusterImage-0123');
const DECRYPTING = { 'aws:CalledVia': 'imagebuilder.amazonaws.com', 'kms:EncryptionContextKeys': 'aws:imagebuilder:arn' };
const KEY = keyArn('22222222');

/** Ways of users that a boundary opens, which has no names of groups and fleets: a row of its own says so. */
const OPEN = ['a fleet that launches what its template names later'];

/** A role within the boundary has at most these permissions. Its creator writes its policies, so it has them all. */
const ATTACKS: readonly Attack[] = [
  ...ANOTHER_ROLE.filter(([reaches]) => !OPEN.includes(reaches)),
  ['roles of others that a fleet launches', 'boundedLaunches', ['ec2:CreateFleet', arn('ec2', 'fleet/fleet-0123')]],
  ['disks of others', 'boundedDisks', ['ec2:AttachVolume', VOLUME], ['ec2:AttachVolume', INSTANCE], ['ec2:DetachVolume', VOLUME]],
  ['the end of instances of others', 'boundedDisks', ['ec2:CreateTags', INSTANCE],
    ['ec2:TerminateInstances', INSTANCE, { 'aws:ResourceTag/parallelcluster:node-type': 'Compute' }]],
  ['roles of clusters', 'boundedLaunches', ['iam:PassRole', ROLE, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE]],
  ['interfaces of others', 'boundedLaunches', ['ec2:DeleteNetworkInterface', INTERFACE]],
  ['roles of others', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')]],
  ['records of others', 'boundedRecords', ['route53:ChangeResourceRecordSets', HOSTED_ZONE],
    ['cloudformation:SignalResource', stackArn('payments')],
    ['logs:PutLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
  ['the end of logs of others, by their retention', 1, ['logs:PutRetentionPolicy', arn('logs', 'log-group:/payments')]],
  ['tables and buckets of other clusters', 'boundedTables', ['dynamodb:PutItem', arn('dynamodb', 'table/parallelcluster-weather')],
    ['s3:PutObject', `${CLUSTER_BUCKET}/parallelcluster/x`]],
  ['a bucket of the attacker in another account', 1, ['s3:PutObject', `${CLUSTER_BUCKET}/data`, OF_ANOTHER_ACCOUNT]],
  ['a bucket of clusters, by its policy', 1, ['s3:PutBucketPolicy', CLUSTER_BUCKET]],
  ['the bucket of the user, by its policy', 1, ['s3:PutBucketPolicy', s3Arn('data')]],
  ['passwords of others', 1, ['ssm:GetParameter', PARAMETER]],
  ['an instance of others, by a command', 1, ['ssm:SendCommand', INSTANCE]],
  ['file systems of others', 'boundedFileSystems', ['elasticfilesystem:ClientRootAccess', FILE_SYSTEM],
    ['elasticfilesystem:ClientWrite', FILE_SYSTEM]],
  ['file systems of others, by their policy', 1, ['elasticfilesystem:PutFileSystemPolicy', FILE_SYSTEM]],
  ['what the key encrypts', 'boundedKeys', ['kms:Decrypt', keyOf('volumes')], ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
  ['the key, for others', 1, ['kms:CreateGrant', keyOf('volumes')]],
  ['task roles of others, by a host in their cluster', 1, ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/payments')],
    ['ecs:Poll', arn('ecs', 'container-instance/payments/0123')]],
  ['credentials of tasks of others', 1, ['ecs:Poll', arn('ecs', 'container-instance/payments/0123')]],
  ['jobs of other clusters', 'boundedJobs', ['batch:SubmitJob', arn('batch', 'job-queue/PclusterJobQueue-0123')],
    ['batch:SubmitJob', arn('batch', 'job-definition/PclusterJobDefinition-0123:1')], ['batch:TerminateJob', arn('batch', 'job/0123')]],
  ['hosts of other clusters', 'boundedJobs', ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/AWSBatch-PclusterComputeEnviron-0123')]],
  ['roles of jobs of others', 1, ['batch:SubmitJob', arn('batch', 'job-queue/payments')]],
  ['definitions of jobs of others', 1, ['batch:SubmitJob', arn('batch', 'job-definition/payments:1')]],
  ['images of other clusters', 'boundedJobs', ['codebuild:StartBuild', arn('codebuild', 'project/pcluster-weather')],
    ['ecr:PutImage', arn('ecr', 'repository/weather-parallelclusterdockerimagesrepo')]],
  ['images of others', 1, ['ecr:PutImage', arn('ecr', 'repository/payments')]],
  ['roles of images without their policies', 'boundedImages', ['iam:DetachRolePolicy', IMAGE_ROLE], ['iam:DeleteRole', IMAGE_ROLE],
    ['ec2:ModifyImageAttribute', 'arn:aws:ec2:eu-central-1::image/ami-0fedcba9876543210']],
  ['stacks of images', 'boundedImages',
    ['cloudformation:DeleteStack', stackArn('image'), { 'aws:ResourceTag/parallelcluster:image_id': 'alinux' }]],
  ['roles of clusters without their policies', 1, ['iam:DetachRolePolicy', ROLE]],
  ['components of images', 'boundedComponents', ['kms:Decrypt', KEY, DECRYPTING]],
  ['data of others', 1, ['kms:Decrypt', KEY]],
  ['more permissions', 1, ['iam:PutRolePolicy', ROLE]],
  ['a role without a boundary', 1, ['iam:CreateRole', ROLE]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['silence of alarms', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments-errors')]],
  ['an alarm that ends instances', 1, ['cloudwatch:PutMetricAlarm', arn('cloudwatch', 'alarm:evil')]],
];

const VERSIONS = Object.entries(ParallelClusterVersion)
  .filter((entry): entry is [string, ParallelClusterVersion] => entry[1] instanceof ParallelClusterVersion);

export const BOUNDARY_ATTACKS: readonly AttackTable[] = [
  within('all features', ParallelClusterVersion.V3_15, ATTACKS),
  ...VERSIONS.map(([name, version]) =>
    within(name, version, ATTACKS.filter(([, verdict]) => typeof verdict === 'number'))),
];

function within(what: string, version: ParallelClusterVersion, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'ParallelClusterPermissionsBoundary',
    attacker: `a role within the boundary of ${what}`,
    build: (stack, given) => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      version,
      imageBuild: true,
      ...isBefore(version.version, '3.16.0') ? { awsBatch: {} } : {},
      storage: { keys: [given.key('volumes')], buckets: [given.bucket('data')] },
    }),
    attacks,
  };
}

export const BOUNDARY_ESCALATIONS = {
  'an instance with a role': 'boundedLaunches',
  'a fleet that launches with its own role': 'boundedLaunches',
  'another build of a project': 'boundedJobs',
  'a host of containers': 'boundedJobs',
  'a batch job of others': 'boundedJobs',
  'another image of a repository': 'boundedJobs',
};
