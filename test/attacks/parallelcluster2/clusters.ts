import { ACCOUNT, arn, group, iamArn, passedTo, s3Arn, stackArn } from '../resources';

// The cluster `weather` of the attacker, the cluster `team` of others, and what is named alike.

export const ROLE = iamArn('role/parallelcluster-team-RootRole-0123');
/** A role of ParallelCluster 3. */
export const ROLE_3 = iamArn('role/parallelcluster/hpc/hpc-RoleHeadNode-1');
/** FSx creates it for a file system with a data repository. */
export const LINKED_ROLE =
  iamArn('role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_fs-0123');

export const WEATHER_STACK = stackArn('parallelcluster-weather');
export const TEAM_STACK = stackArn('parallelcluster-team');
export const EVIL_STACK = stackArn('parallelcluster-evil');
/** The name of its cluster starts with that of the cluster `weather`. */
export const NAMESAKE = stackArn('parallelcluster-weather-2');
export const TEAM_TABLE = arn('dynamodb', 'table/parallelcluster-team');
export const TEAM_QUEUE = arn('sqs', 'parallelcluster-team');
export const TEAM_TOPIC = arn('sns', 'parallelcluster-team-SNS-0123');
export const WEATHER_GROUP = group('parallelcluster-weather-ComputeFleet-0123');
export const TEAM_GROUP = group('parallelcluster-team-ComputeFleet-0123');
export const EVIL_GROUP = group('parallelcluster-evil-ComputeFleet-0123');
export const TEAM_FUNCTION = arn('lambda', 'function:pcluster-CleanupResources-0123');
export const EVIL_FUNCTION = arn('lambda', 'function:pcluster-evil');

/** A bucket that the CLI has created, with a folder for its cluster. */
export const BUCKET = s3Arn('parallelcluster-9f8e7d6c5b4a3210');
export const TEAM_FOLDER = 'parallelcluster-team-0123456789abcdef';
export const TEAM_CONFIGURATION = `${BUCKET}/${TEAM_FOLDER}/configs/cluster-config.json`;
export const WEATHER_CONFIGURATION = `${BUCKET}/parallelcluster-weather-0123456789abcdef/configs/cluster-config.json`;
/** A bucket of ParallelCluster 3. */
export const BUCKET_3 = s3Arn('parallelcluster-0123456789abcdef-v1-do-not-delete');

export const TEAM_QUEUE_OF_JOBS = arn('batch', 'job-queue/JobQueue-0123');
export const TEAM_DEFINITION = arn('batch', 'job-definition/JobDefinitionSerial-0123');
export const TEAM_ENVIRONMENT = arn('batch', 'compute-environment/ComputeEnvironment-0123');
export const JOB = arn('batch', 'job/0123');
export const OUTPUT_OF_JOBS = arn('logs', 'log-group:/aws/batch/job:log-stream:x');
export const WEATHER_BUILD = arn('codebuild', 'project/parallelcluster-weather-build-docker-images-project');
export const TEAM_BUILD = arn('codebuild', 'project/parallelcluster-team-build-docker-images-project');
export const TEAM_IMAGES = arn('ecr', 'repository/parallelcluster-team-dockerimagesrepo-0123');
export const dashboard = (name: string) => `arn:aws:cloudwatch::${ACCOUNT}:dashboard/${name}`;

export const IMAGE = 'arn:aws:ec2:eu-central-1::image/ami-0fedcba9876543210';
export const SNAPSHOT = 'arn:aws:ec2:eu-central-1::snapshot/snap-0fedcba9876543210';
export const SUBNET = arn('ec2', 'subnet/subnet-0fedcba9876543210');

export const TO_EC2 = passedTo('ec2.amazonaws.com');
export const TO_LAMBDA = passedTo('lambda.amazonaws.com');
export const TO_TASKS = passedTo('ecs-tasks.amazonaws.com');
export const TO_STACKS = passedTo('cloudformation.amazonaws.com');
export const ADMINISTRATOR_ACCESS = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' };
/** Instances of a cluster have this tag. */
export const taggedFor = (cluster: string) => ({ 'ec2:ResourceTag/Application': `parallelcluster-${cluster}` });
