import { ParallelCluster2LambdaRole, ParallelCluster2LambdaRoleProps, ParallelCluster2Scheduler } from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import { arn, HOSTED_ZONE, INSTANCE, OF_ANOTHER_ACCOUNT, s3Arn } from '../resources';
import { ANOTHER_ROLE } from './another-role';
import {
  BUCKET, BUCKET_3, ROLE, taggedFor, TEAM_BUILD, TEAM_CONFIGURATION, TEAM_FOLDER, TEAM_IMAGES, TEAM_TABLE, TO_EC2,
  WEATHER_BUILD, WEATHER_CONFIGURATION,
} from './clusters';

const { AWSBATCH, SLURM, TORQUE } = ParallelCluster2Scheduler;

const EVERY_FUNCTION: readonly Attack[] = [
  ...ANOTHER_ROLE,
  ['logs of other functions', 'functionLogs',
    ['logs:PutLogEvents', arn('logs', 'log-group:/aws/lambda/pcluster-CleanupResources-0123:log-stream:x')]],
  ['logs of others', 1, ['logs:PutLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
  ['an instance without the tag', 1, ['ec2:TerminateInstances', INSTANCE]],
  ['an instance, tagged first', 1, ['ec2:CreateTags', INSTANCE],
    ['ec2:TerminateInstances', INSTANCE, taggedFor('weather')]],
  ['an instance', 1, ['ec2:RunInstances', INSTANCE]],
  ['the end of names of others', 1, ['route53:DeleteHostedZone', HOSTED_ZONE]],
  ['what buckets of clusters hold', 1, ['s3:GetObject', WEATHER_CONFIGURATION]],
  ['scripts of clusters', 1, ['s3:PutObject', WEATHER_CONFIGURATION]],
  ['a bucket of ParallelCluster 3', 1, ['s3:DeleteBucket', BUCKET_3]],
  ['a bucket of the attacker in another account', 1, ['s3:ListBucket', BUCKET, OF_ANOTHER_ACCOUNT]],
  ['buckets of others', 1, ['s3:DeleteBucket', s3Arn('payments')]],
  ['a role of clusters', 1, ['iam:PassRole', ROLE, TO_EC2]],
];

const DELETED: readonly Attack[] = [
  ['buckets of other clusters', 'functionBuckets', ['s3:ListBucket', BUCKET], ['s3:DeleteObject', TEAM_CONFIGURATION],
    ['s3:DeleteBucket', BUCKET]],
];

const RECORDS: Attack = ['records of others', 'functionRecords', ['route53:ListResourceRecordSets', HOSTED_ZONE],
  ['route53:ChangeResourceRecordSets', HOSTED_ZONE]];

export const FUNCTIONS_ATTACKS: readonly AttackTable[] = [
  functions('functions of all ParallelCluster 2 clusters', SLURM, () => ({}), [
    ...EVERY_FUNCTION, ...DELETED, RECORDS,
    ['instances of other clusters', 'functionFleets', ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
    ['nodes of other clusters', 'functionFleets', ['dynamodb:PutItem', TEAM_TABLE]],
    ['builds of clusters', 1, ['codebuild:StartBuild', TEAM_BUILD]],
  ]),
  functions('functions of one ParallelCluster 2 cluster', SLURM, () => ({ clusterName: 'weather' }), [
    ...EVERY_FUNCTION, RECORDS,
    ['instances of another cluster', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
    ['nodes of another cluster', 1, ['dynamodb:PutItem', TEAM_TABLE]],
    ['the folder of another cluster', 1, ['s3:DeleteObject', TEAM_CONFIGURATION]],
    ['empty buckets of other clusters', 'functionBuckets', ['s3:DeleteBucket', BUCKET]],
  ]),
  functions('functions of a ParallelCluster 2 cluster with a listed bucket', SLURM, given => ({
    clusterName: 'weather', resourceBucket: { bucket: given.bucket('artifacts') },
  }), [
    ['the end of the bucket', 1, ['s3:DeleteBucket', s3Arn('artifacts')]],
    ['the folder of another cluster', 1, ['s3:DeleteObject', s3Arn(`artifacts/${TEAM_FOLDER}/x`)]],
    ['buckets of the CLI', 1, ['s3:DeleteBucket', BUCKET]],
  ]),
  functions('functions of ParallelCluster 2 with Torque', TORQUE, () => ({}), [
    ...EVERY_FUNCTION, ...DELETED,
    ['instances of clusters', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
    ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
  ]),
  functions('functions of ParallelCluster 2 with AWS Batch', AWSBATCH, () => ({}), [
    ...EVERY_FUNCTION, ...DELETED,
    ['images of other clusters', 'functionImages', ['ecr:ListImages', TEAM_IMAGES],
      ['ecr:BatchDeleteImage', TEAM_IMAGES]],
    ['builds of other clusters', 'functionBuilds', ['codebuild:StartBuild', TEAM_BUILD]],
    ['other builds of clusters', 1, ['codebuild:UpdateProject', TEAM_BUILD]],
    ['other images of clusters', 1, ['ecr:PutImage', TEAM_IMAGES]],
    ['the end of images of others', 1, ['ecr:BatchDeleteImage', arn('ecr', 'repository/payments')]],
    ['builds of others', 1, ['codebuild:StartBuild', arn('codebuild', 'project/payments')]],
    ['records of others', 1, ['route53:ChangeResourceRecordSets', HOSTED_ZONE]],
    ['instances of clusters', 1, ['ec2:TerminateInstances', INSTANCE, taggedFor('team')]],
  ]),
  functions('functions of one ParallelCluster 2 cluster with AWS Batch', AWSBATCH, () => ({ clusterName: 'weather' }), [
    ['the role of its build', 'functionBuilds', ['codebuild:StartBuild', WEATHER_BUILD]],
    ['builds of other clusters', 1, ['codebuild:StartBuild', TEAM_BUILD]],
  ]),
  functions('functions of ParallelCluster 2 with unrestricted access', SLURM, () => ({ unrestrictedAccess: true }), [
    ...ANOTHER_ROLE,
    ['the end of every instance', 'functionUnrestricted', ['ec2:TerminateInstances', INSTANCE]],
    ['the end of every bucket', 'functionUnrestricted', ['s3:DeleteObject', s3Arn('payments/data')],
      ['s3:DeleteBucket', s3Arn('payments')]],
    ['tables of others', 1, ['dynamodb:PutItem', arn('dynamodb', 'table/payments')]],
  ]),
  functions('functions of ParallelCluster 2 with AWS Batch and unrestricted access', AWSBATCH, () => ({
    unrestrictedAccess: true,
  }), [
    ['the role of every build', 'functionUnrestricted', ['codebuild:StartBuild', arn('codebuild', 'project/payments')]],
    ['the end of every image', 'functionUnrestricted', ['ecr:BatchDeleteImage', arn('ecr', 'repository/payments')]],
    ['the end of every instance', 1, ['ec2:TerminateInstances', INSTANCE]],
  ]),
];

export const FUNCTIONS_ESCALATIONS = {
  'another build of a project': 'functionBuilds',
};

function functions(
  attacker: string, scheduler: ParallelCluster2Scheduler,
  options: (given: Fixtures) => Partial<ParallelCluster2LambdaRoleProps>, attacks: readonly Attack[],
): AttackTable {
  return {
    construct: 'ParallelCluster2LambdaRole',
    attacker,
    build: (stack, given) => new ParallelCluster2LambdaRole(stack, 'Functions', { scheduler, ...options(given) }),
    attacks,
  };
}
