import {
  arn, artifact, bucket, CLUSTER_BUCKET, image, INSTANCE, keyArn, object, OTHER_OWNER, role, stack, statementsOf,
  tags, zone,
} from './roles-fixtures';
import {
  ParallelClusterImageBuilderRole, ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole,
  ParallelClusterVersion, S3Location,
} from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const LOGS = arn('logs', 'log-group:/aws/lambda/pcluster-CleanupResources-1a2b3c:log-stream:2026/09/26');
const WRITE_LOGS: readonly RequestRow[] = [
  ['write their logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], LOGS],
];

const NOT_LOGS: readonly RequestRow[] = [
  ['write logs of other functions', 'logs:PutLogEvents', arn('logs', 'log-group:/aws/lambda/web:log-stream:2026/09/26')],
  ['delete their logs', 'logs:DeleteLogGroup', LOGS],
];

const deleteArtifacts = (name: string, cluster = 'hpc'): RequestRow[] => [
  ['list the bucket of the cluster', ['s3:ListBucket', 's3:ListBucketVersions'], bucket(name)],
  ['delete what the cluster kept', ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    artifact('configs/cluster.yaml', cluster, name)],
];

const NOT_OF_OTHERS: readonly RequestRow[] = [
  ['list a bucket of another account with such a name', ['s3:ListBucket', 's3:ListBucketVersions'],
    bucket(CLUSTER_BUCKET), OTHER_OWNER],
  ['delete objects of another account', ['s3:DeleteObject', 's3:DeleteObjectVersion'], artifact('configs/cluster.yaml'),
    OTHER_OWNER],
];

const ZONE = zone('Z0123456789ABCDEF');
const UPDATE_ZONE = ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'];

const slurm: RequestTable = {
  name: 'the functions of clusters with Slurm',
  statements: statementsOf(inStack => new ParallelClusterLambdaFunctionsRole(inStack, 'Subject', { slurm: {} })),
  allowed: [
    ...WRITE_LOGS,
    ...deleteArtifacts(CLUSTER_BUCKET),
    ['delete names', UPDATE_ZONE, ZONE],
    ['find instances', 'ec2:DescribeInstances', '*'],
    ['end compute nodes', 'ec2:TerminateInstances', INSTANCE, tags('Compute')],
    ['end login nodes', 'ec2:TerminateInstances', INSTANCE, tags('LoginNode')],
  ],
  denied: [
    ...NOT_LOGS,
    ...NOT_OF_OTHERS,
    ['end a head node', 'ec2:TerminateInstances', INSTANCE, tags('HeadNode')],
    ['terminate an instance without the tag', 'ec2:TerminateInstances', INSTANCE],
    ['stop a compute node', 'ec2:StopInstances', INSTANCE, tags('Compute')],
    ['delete a hosted zone', 'route53:DeleteHostedZone', ZONE],
    ['read what the cluster kept', 's3:GetObject', artifact('configs/cluster.yaml')],
    ['delete what images keep', 's3:DeleteObject', object(CLUSTER_BUCKET, 'parallelcluster/3.15.1/images/a/b')],
    ['delete the objects of another owner', 's3:DeleteObject', artifact('configs/cluster.yaml', 'hpc', 'data')],
  ],
};

const ofOneCluster: RequestTable = {
  name: 'the functions of one cluster with Slurm, with a bucket and a zone of its own',
  statements: statementsOf((inStack, given) => new ParallelClusterLambdaFunctionsRole(inStack, 'Subject', {
    clusterName: 'hpc',
    slurm: { hostedZone: given.hostedZone('cluster') },
    customS3Bucket: { bucket: given.bucket('artifacts') },
    vpc: true,
  })),
  allowed: [
    ...WRITE_LOGS,
    ...deleteArtifacts('artifacts'),
    ['list its bucket in another account', 's3:ListBucket', bucket('artifacts'), OTHER_OWNER],
    ['delete what the cluster kept there', 's3:DeleteObject', artifact('configs/cluster.yaml', 'hpc', 'artifacts'),
      OTHER_OWNER],
    ['delete names', UPDATE_ZONE, ZONE],
    ['find instances', 'ec2:DescribeInstances', '*'],
    ...['Compute', 'LoginNode', undefined].map((type): RequestRow =>
      ['end the instances of the cluster', 'ec2:TerminateInstances', INSTANCE, tags(type)]),
  ],
  denied: [
    ...NOT_LOGS,
    ['end compute nodes of another cluster', 'ec2:TerminateInstances', INSTANCE, tags('Compute', 'other')],
    ['terminate an instance without the tag', 'ec2:TerminateInstances', INSTANCE],
    ['delete names in another zone', UPDATE_ZONE, zone('ZFEDCBA9876543210')],
    ['delete what another cluster keeps', 's3:DeleteObject', artifact('configs/cluster.yaml', 'other', 'artifacts')],
    ['delete what is beside it', 's3:DeleteObject', object('artifacts', 'reports/2026.csv')],
  ],
};

const REPOSITORY = arn('ecr', 'repository/hpc-parallelcluster-awsbatch');
const project = (cluster: string) => arn('codebuild', `project/pcluster-${cluster}-build-docker-images-project`);
const PROJECT = project('hpc');
const BUILD: readonly RequestRow[] = [
  ['build images', ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'], PROJECT],
];

const awsBatch: RequestTable = {
  name: 'the functions of clusters with AWS Batch',
  statements: statementsOf(inStack => new ParallelClusterLambdaFunctionsRole(inStack, 'Subject', {
    awsBatch: {}, version: ParallelClusterVersion.V3_15,
  })),
  allowed: [
    ...WRITE_LOGS,
    ...deleteArtifacts(CLUSTER_BUCKET),
    ['delete images', ['ecr:BatchDeleteImage', 'ecr:ListImages'], REPOSITORY],
    ...BUILD,
    ['build images of another cluster', 'codebuild:StartBuild', project('other')],
  ],
  denied: [
    ...NOT_LOGS,
    ...NOT_OF_OTHERS,
    ['delete other images', 'ecr:BatchDeleteImage', arn('ecr', 'repository/web')],
    ['delete the repository', 'ecr:DeleteRepository', REPOSITORY],
    ['start other builds', 'codebuild:StartBuild', arn('codebuild', 'project/web')],
    ['delete the project', 'codebuild:DeleteProject', PROJECT],
  ],
};

const awsBatchOfOneCluster: RequestTable = {
  name: 'the functions of one cluster with AWS Batch',
  statements: statementsOf(inStack => new ParallelClusterLambdaFunctionsRole(inStack, 'Subject', {
    clusterName: 'hpc', awsBatch: {}, version: ParallelClusterVersion.V3_15,
  })),
  allowed: [
    ...WRITE_LOGS,
    ...deleteArtifacts(CLUSTER_BUCKET),
    ['delete images', ['ecr:BatchDeleteImage', 'ecr:ListImages'], REPOSITORY],
    ...BUILD,
  ],
  denied: [
    ...NOT_LOGS,
    ...NOT_OF_OTHERS,
    ['build images of another cluster', ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'], project('other')],
    ['build images of a cluster whose name starts the same', 'codebuild:StartBuild', project('hpc-2')],
    ['start another build of the cluster', 'codebuild:StartBuild', arn('codebuild', 'project/pcluster-hpc')],
    ['delete the project', 'codebuild:DeleteProject', PROJECT],
    ['delete what another cluster keeps', 's3:DeleteObject', artifact('configs/cluster.yaml', 'other')],
  ],
};

const imageBuilder: RequestTable = {
  name: 'the instance that builds an image',
  statements: statementsOf((inStack, given) => new ParallelClusterImageBuilderRole(inStack, 'Subject', {
    scripts: { locations: [S3Location.exactObject(given.bucket('scripts'), 'install.sh')], keys: [given.key('scripts')] },
  })),
  allowed: [
    ['tag and share the image', ['ec2:CreateTags', 'ec2:ModifyImageAttribute'], image()],
    ['read the script', 's3:GetObject', object('scripts', 'install.sh')],
    ['open the script', 'kms:Decrypt', keyArn('scripts')],
  ],
  denied: [
    ['tag an instance', 'ec2:CreateTags', INSTANCE],
    ['deregister the image', 'ec2:DeregisterImage', image()],
    ['tag an image of another region', 'ec2:CreateTags', image(undefined, 'us-east-1')],
    ['read another script', 's3:GetObject', object('scripts', 'other.sh')],
    ['change the script', 's3:PutObject', object('scripts', 'install.sh')],
    ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
  ],
};

const NAME = 'ParallelClusterImage-1a2b3c';
const FUNCTION = arn('lambda', `function:${NAME}`);
const OF_IMAGE = { 'aws:ResourceTag/parallelcluster:image_id': 'my-image' };
const profile = (name: string) => role(name).replace(':role/', ':instance-profile/');
const built = (type: string, version = '') => arn('imagebuilder', `${type}/parallelclusterimage-1a2b3c${version}`);

const imageCleanup: RequestTable = {
  name: 'the function that cleans up after the build of an image',
  statements: statementsOf(inStack => new ParallelClusterImageCleanupRole(inStack, 'Subject')),
  allowed: [
    ...[NAME, 'ParallelClusterImageCleanup-1a2b3c'].map((name): RequestRow =>
      ['delete the roles of the build', ['iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy'],
        role(`parallelcluster/${name}`)]),
    ['delete its instance profile', ['iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
      profile(`parallelcluster/${NAME}`)],
    ['delete where it was built', 'imagebuilder:DeleteInfrastructureConfiguration', built('infrastructure-configuration')],
    ['delete where it went', 'imagebuilder:DeleteDistributionConfiguration', built('distribution-configuration')],
    ['delete its components', 'imagebuilder:DeleteComponent', built('component', '/3.15.1/1')],
    ['delete its recipe', 'imagebuilder:DeleteImageRecipe', built('image-recipe', '/3.15.1')],
    ['delete its image in Image Builder',
      ['imagebuilder:CancelImageCreation', 'imagebuilder:DeleteImage', 'imagebuilder:GetImage'], built('image', '/3.15.1/1')],
    ['delete its stack', 'cloudformation:DeleteStack', stack('my-image'), OF_IMAGE],
    ['tag the image', 'ec2:CreateTags', image()],
    ['tag by the tagging API', 'tag:TagResources', '*'],
    ['delete itself', ['lambda:DeleteFunction', 'lambda:GetFunction', 'lambda:GetPolicy', 'lambda:RemovePermission'], FUNCTION],
    ['delete its logs', 'logs:DeleteLogGroup', arn('logs', `log-group:/aws/lambda/${NAME}:log-stream:`)],
    ['delete its topic',
      ['sns:DeleteTopic', 'sns:GetSubscriptionAttributes', 'sns:GetTopicAttributes', 'sns:Unsubscribe'], arn('sns', NAME)],
  ],
  denied: [
    ['delete the role of a head node', 'iam:DeleteRole', role('parallelcluster/head-node')],
    ['delete a role outside the path', 'iam:DeleteRole', role(NAME)],
    ['give a role more', 'iam:PutRolePolicy', role(`parallelcluster/${NAME}`)],
    ['pass a role', 'iam:PassRole', role(`parallelcluster/${NAME}`)],
    ['delete the profile of a head node', 'iam:DeleteInstanceProfile', profile('parallelcluster/head-node')],
    ['delete the stack of something else', 'cloudformation:DeleteStack', stack('my-image')],
    ['delete the recipe of another owner', 'imagebuilder:DeleteImageRecipe', arn('imagebuilder', 'image-recipe/web/1.0.0')],
    ['tag an image of another region', 'ec2:CreateTags', image(undefined, 'us-east-1')],
    ['deregister the image', 'ec2:DeregisterImage', image()],
    ['delete other functions', 'lambda:DeleteFunction', arn('lambda', 'function:web')],
    ['change its code', 'lambda:UpdateFunctionCode', FUNCTION],
    ['delete other logs', 'logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/web:log-stream:')],
    ['delete other topics', 'sns:DeleteTopic', arn('sns', 'alarms')],
  ],
};

const inAllRegions: RequestTable = {
  ...imageCleanup,
  name: 'the function that cleans up after builds in all regions',
  statements: statementsOf(inStack =>
    new ParallelClusterImageCleanupRole(inStack, 'Subject', { allRegions: true, vpc: true })),
  allowed: [
    ...imageCleanup.allowed,
    ['tag an image of another region', 'ec2:CreateTags', image(undefined, 'us-east-1')],
    ['delete a recipe of another region', 'imagebuilder:DeleteImageRecipe',
      built('image-recipe', '/3.15.1').replace('eu-central-1', 'us-east-1')],
  ],
  denied: imageCleanup.denied.filter(([what]) => what !== 'tag an image of another region'),
};

export const LAMBDA_FUNCTIONS_TABLES: readonly RequestTable[] = [slurm, ofOneCluster, awsBatch, awsBatchOfOneCluster];
export const IMAGE_BUILDER_TABLES: readonly RequestTable[] = [imageBuilder];
export const IMAGE_CLEANUP_TABLES: readonly RequestTable[] = [imageCleanup, inAllRegions];
