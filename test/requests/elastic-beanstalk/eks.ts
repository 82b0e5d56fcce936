import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  ACCOUNT, arn, bucket, ENV, key, keyArn, logStream, NO_MORE_TRACES, object, OF_ANOTHER_ACCOUNT, OTHER_ACCOUNT, REGION,
  roleArn, STORAGE, TRACE,
} from './fixtures';
import {
  BeanstalkEksClusterRole, BeanstalkEksImageBuildRole, BeanstalkEksNodeRole,
  BeanstalkEksObservabilityRole, ImageSource, S3Location,
} from '../../../src';
import { Statement } from '../../support/policies';
import { RequestRow, RequestTable } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';

const BEANSTALK = 'elasticbeanstalk.amazonaws.com';
export const EKS = 'eks.amazonaws.com';
export const PODS = 'pods.eks.amazonaws.com';
const CODEBUILD = 'codebuild.amazonaws.com';

type Build = (stack: Stack) => Construct;

export const statementsOf = (build: Build) => (): readonly Statement[] => synthesizeRole(build, ENV).all;

/** The principals of a trust policy take the place of resources. */
export const trustOf = (build: Build) => (): readonly Statement[] =>
  synthesizeRole(build, ENV).trust.map(statement => ({
    ...statement, Resource: [statement.Principal?.Service].flat().map(String),
  }));

interface Passable extends Construct {
  grantPass(grantee: iam.IGrantable): iam.Grant;
}

/** What a caller may do with a role: Elastic Beanstalk looks it up and passes it on, with the caller's permissions. */
export function passing(
  what: string, build: (stack: Stack, roleName: string) => Passable, ...services: readonly string[]
): RequestTable {
  const others = ['lambda.amazonaws.com', EKS, PODS, CODEBUILD, 'ec2.amazonaws.com'].filter(name => !services.includes(name));
  return {
    name: `a caller with grantPass() of ${what}`,
    statements: () => {
      const { roles } = synthesize(stack => {
        build(stack, 'shop').grantPass(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
      }, ENV);
      const caller = roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!;
      const [{ logicalId }] = roles.filter(role => role !== caller);
      const named = (resource: string) => resource.replace(logicalId.toLowerCase(), 'shop');
      return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
    },
    allowed: [
      ...[...services, BEANSTALK].map((service): RequestRow =>
        [`pass it to ${service}`, 'iam:PassRole', roleArn('shop'), { 'iam:PassedToService': service }]),
      ['look it up', 'iam:GetRole', roleArn('shop')],
    ],
    denied: [
      ...others.map((service): RequestRow =>
        [`pass it to ${service}`, 'iam:PassRole', roleArn('shop'), { 'iam:PassedToService': service }]),
      ['pass it without a service', 'iam:PassRole', roleArn('shop')],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), { 'iam:PassedToService': BEANSTALK }],
      ['look up another role', 'iam:GetRole', roleArn('administrator')],
      ['change its trust policy', 'iam:UpdateAssumeRolePolicy', roleArn('shop')],
    ],
  };
}

export const SESSION = ['sts:AssumeRole', 'sts:TagSession'];
export const ofCluster = (clusterArn: string, namespace?: string) => ({
  'aws:RequestTag/eks-cluster-arn': clusterArn, 'aws:RequestTag/kubernetes-namespace': namespace,
});
const CLUSTER_NAME = 'beanstalk-cluster-11111111-2222-4333-8444-555555555555';
export const CLUSTER = arn('eks', `cluster/${CLUSTER_NAME}`);
export const inNamespace = (namespace: string) => ofCluster(CLUSTER, namespace);
export const onOtherClusters = (namespace: string): readonly RequestRow[] => [
  ['be pods on another cluster', SESSION, PODS, ofCluster(arn('eks', 'cluster/payments'), namespace)],
  ['be pods in another region', SESSION, PODS,
    ofCluster(arn('eks', `cluster/${CLUSTER_NAME}`, ACCOUNT, 'us-east-1'), namespace)],
  ['be pods of another account', SESSION, PODS,
    ofCluster(arn('eks', `cluster/${CLUSTER_NAME}`, OTHER_ACCOUNT), namespace)],
  ['be pods without a cluster', SESSION, PODS],
];
const workingFor = (account: string) => ({ 'aws:SourceAccount': account });

const trustedFor = (
  what: string, build: Build, service: string, actions: string | readonly string[],
): RequestTable => ({
  name: `a service that assumes ${what}`,
  statements: trustOf(build),
  isTrust: true,
  allowed: [['be the service, working for this account', actions, service, workingFor(ACCOUNT)]],
  denied: [
    ['be the service, working for another account', actions, service, workingFor(OTHER_ACCOUNT)],
    ['be the service without a source account', actions, service],
    ['be Elastic Beanstalk', actions, BEANSTALK, workingFor(ACCOUNT)],
    ['be EC2', actions, 'ec2.amazonaws.com', workingFor(ACCOUNT)],
  ],
});

export const EKS_CLUSTER_TABLES: readonly RequestTable[] = [
  passing('the cluster role', (stack, roleName) => new BeanstalkEksClusterRole(stack, 'Role', { roleName }), EKS),
  trustedFor('the cluster role', stack => new BeanstalkEksClusterRole(stack, 'Role'), EKS, SESSION),
  {
    name: 'a service that assumes the cluster role without the condition',
    statements: trustOf(stack => new BeanstalkEksClusterRole(stack, 'Role', { sourceAccountCondition: false })),
    isTrust: true,
    allowed: [['be Amazon EKS', SESSION, EKS]],
    denied: [['be pods', SESSION, PODS]],
  },
];

export const EKS_NODE_TABLES: readonly RequestTable[] = [
  passing('the node role', (stack, roleName) => new BeanstalkEksNodeRole(stack, 'Role', { roleName }),
    'ec2.amazonaws.com'),
  {
    name: 'a service that assumes the node role',
    statements: trustOf(stack => new BeanstalkEksNodeRole(stack, 'Role')),
    isTrust: true,
    allowed: [['be EC2', 'sts:AssumeRole', 'ec2.amazonaws.com']],
    denied: [
      ['be Amazon EKS', 'sts:AssumeRole', EKS],
      ['be Elastic Beanstalk', 'sts:AssumeRole', BEANSTALK],
    ],
  },
];

const LOGS = '/aws/elasticbeanstalk';
const GROUPS = ['application/logs', 'application/metrics', 'infrastructure/logs', 'infrastructure/metrics'];
const LOGS_BUCKET = `elasticbeanstalk-logs-${ACCOUNT}-${REGION}-an`;
const LOG_OBJECT = object(LOGS_BUCKET, 'eb-shop-live/web/2026/11/28/0.gz');
const WORKSPACE = arn('aps', 'workspace/ws-11111111-2222-4333-8444-555555555555');

const sendToCloudWatch: RequestRow[] = [
  ...GROUPS.flatMap((group): RequestRow[] => [
    ['create a log group', 'logs:CreateLogGroup', arn('logs', `log-group:${LOGS}/${group}`)],
    ['find log streams', 'logs:DescribeLogStreams', arn('logs', `log-group:${LOGS}/${group}`)],
    ['write logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(`${LOGS}/${group}`)],
  ]),
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  ...['Application', 'Infrastructure', 'System'].map((of): RequestRow =>
    ['publish metrics', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': `ElasticBeanstalk/${of}` }]),
  ['look up nodes', ['ec2:DescribeTags', 'ec2:DescribeVolumes'], '*'],
  ['read its configuration', 'ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-eks')],
];

const noMoreObservability: RequestRow[] = [
  ['write logs of a Standard environment', 'logs:PutLogEvents', logStream(`${LOGS}/shop-live/var/log/web.stdout.log`)],
  ['write other logs', 'logs:PutLogEvents', logStream('/payments')],
  ['write logs of a log group with a longer name', 'logs:PutLogEvents', logStream(`${LOGS}/application/logs-2`)],
  ['create a log group with a longer name', 'logs:CreateLogGroup', arn('logs', `log-group:${LOGS}/application/logs/payments`)],
  ['create another log group', 'logs:CreateLogGroup', arn('logs', 'log-group:/payments')],
  ['delete logs, by their retention', 'logs:PutRetentionPolicy', arn('logs', `log-group:${LOGS}/application/logs`)],
  ['delete a log group', 'logs:DeleteLogGroup', arn('logs', `log-group:${LOGS}/application/logs`)],
  ['read logs', 'logs:GetLogEvents', logStream(`${LOGS}/application/logs`)],
  ['publish metrics of another owner', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'AWS/ElasticBeanstalk' }],
  ['publish metrics below a namespace', 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'ElasticBeanstalk/System/x' }],
  ['read another parameter', 'ssm:GetParameter', arn('ssm', 'parameter/license')],
  ['create a workspace', 'aps:CreateWorkspace', '*'],
];

const noMoreOfS3: RequestRow[] = [
  ['read logs in the bucket', 's3:GetObject', LOG_OBJECT],
  ['write logs into a bucket of another owner', 's3:PutObject', object('elasticbeanstalk-logs-payments', '0.gz')],
  ['write logs into the bucket of another region', 's3:PutObject', object(`elasticbeanstalk-logs-${ACCOUNT}-us-east-1-an`, '0.gz')],
  ['write logs into a bucket of another account', 's3:PutObject', LOG_OBJECT, OF_ANOTHER_ACCOUNT],
  ['write into the bucket of versions', 's3:PutObject', object(STORAGE, 'shop/v2.zip')],
  ['let others read the bucket', 's3:PutBucketPolicy', bucket(LOGS_BUCKET)],
];

const sendToS3: RequestRow[] = [
  ['create and list the bucket of logs', ['s3:CreateBucket', 's3:ListBucket'], bucket(LOGS_BUCKET)],
  ['write logs into the bucket', 's3:PutObject', LOG_OBJECT],
];

const observability = (props: ConstructorParameters<typeof BeanstalkEksObservabilityRole>[2]) =>
  statementsOf(stack => new BeanstalkEksObservabilityRole(stack, 'Role', props));

export const EKS_OBSERVABILITY_TABLES: readonly RequestTable[] = [
  {
    name: 'the components that observe environments on a cluster',
    statements: observability({}),
    allowed: [...sendToCloudWatch, ...sendToS3, ...TRACE],
    denied: [
      ...noMoreObservability,
      ...noMoreOfS3,
      ...NO_MORE_TRACES,
    ],
  },
  {
    name: 'the components that observe environments, with Prometheus, without Amazon S3 and traces',
    statements: observability({
      prometheus: { workspaces: [{ workspaceRef: { workspaceArn: WORKSPACE } } as never] },
      s3Logs: false,
      xrayTraces: false,
    }),
    allowed: [...sendToCloudWatch, ['send metrics to the workspace', 'aps:RemoteWrite', WORKSPACE]],
    denied: [
      ...noMoreObservability,
      ...TRACE,
      ['tag the workspace', 'aps:TagResource', WORKSPACE],
      ['delete the workspace', 'aps:DeleteWorkspace', WORKSPACE],
      ['read metrics', 'aps:QueryMetrics', WORKSPACE],
      ['send metrics to another workspace', 'aps:RemoteWrite', arn('aps', 'workspace/ws-99999999-2222-4333-8444-555555555555')],
    ],
  },
  passing('the observability role', (stack, roleName) => new BeanstalkEksObservabilityRole(stack, 'Role', { roleName }), PODS),
  {
    name: 'a service that assumes the observability role',
    statements: trustOf(stack => new BeanstalkEksObservabilityRole(stack, 'Role')),
    isTrust: true,
    allowed: [['be pods', SESSION, PODS, inNamespace('amazon-cloudwatch')]],
    denied: [
      ...onOtherClusters('amazon-cloudwatch'),
      ['be Amazon EKS', SESSION, EKS, inNamespace('amazon-cloudwatch')],
      ['be Elastic Beanstalk', SESSION, BEANSTALK, inNamespace('amazon-cloudwatch')],
    ],
  },
];

const repository = (name: string, region = REGION) => arn('ecr', `repository/${name}`, ACCOUNT, region);
const OF_BUILD = 'elasticbeanstalk-shop';
const BUILD_LOGS = '/aws/codebuild/elasticbeanstalk-shop-build';
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const READ = ['s3:GetObject', 's3:GetObjectVersion'];

const buildAnImage: RequestRow[] = [
  ['log in to the registry', 'ecr:GetAuthorizationToken', '*'],
  ['pull and push an image', [...PULL, ...PUSH], repository(OF_BUILD)],
  ['create the log group', 'logs:CreateLogGroup', arn('logs', `log-group:${BUILD_LOGS}`)],
  ['write logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(BUILD_LOGS)],
];
const loginToEcrPublic: RequestRow[] = [
  ['log in to the public registry', ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'], '*'],
];
const noMoreBuilds: RequestRow[] = [
  ['read another bucket of the account', READ, object('payments', 'accounts.csv')],
  ['read a bucket with a similar name', READ, object(`${STORAGE}-payments`, 'accounts.csv')],
  ['push an image of another owner', PUSH, repository('payments')],
  ['pull an image of another owner', 'ecr:BatchGetImage', repository('payments')],
  ['push an image in another region', PUSH, repository(OF_BUILD, 'us-east-1')],
  ['create the repository', 'ecr:CreateRepository', repository(OF_BUILD)],
  ['delete images', 'ecr:BatchDeleteImage', repository(OF_BUILD)],
  ['write logs of another build', 'logs:PutLogEvents', logStream('/aws/codebuild/payments')],
];

export const EKS_IMAGE_BUILD_TABLES: readonly RequestTable[] = [
  {
    name: 'the build of an image from a source bundle',
    statements: statementsOf(stack => new BeanstalkEksImageBuildRole(stack, 'Role')),
    allowed: [
      ['read a source bundle', READ, object(STORAGE, 'shop/v1.zip')],
      ...buildAnImage,
      ...loginToEcrPublic,
    ],
    denied: [
      ...noMoreBuilds,
      ['get another kind of token', 'sts:GetSessionToken', '*'],
      ['read a source bundle of another account', READ, object(STORAGE, 'shop/v1.zip'), OF_ANOTHER_ACCOUNT],
      ['read a source bundle of another region', READ, object(`elasticbeanstalk-us-east-1-${ACCOUNT}`, 'shop/v1.zip')],
      ['change a source bundle', 's3:PutObject', object(STORAGE, 'shop/v1.zip')],
    ],
  },
  {
    name: 'the build of an image with named sources, keys and base images',
    statements: statementsOf(stack => new BeanstalkEksImageBuildRole(stack, 'Role', {
      sources: [S3Location.prefix(s3.Bucket.fromBucketName(stack, 'Code', 'code'), 'shop/')],
      sourceKeys: [key(stack, 'storage')],
      baseImages: [ImageSource.repository(ecr.Repository.fromRepositoryName(stack, 'Base', 'base'))],
      publicRegistryLogin: false,
    })),
    allowed: [
      ['read a source bundle', READ, object('code', 'shop/v1.zip')],
      ['decrypt it', 'kms:Decrypt', keyArn('storage')],
      ...buildAnImage,
      ['pull a base image', PULL, repository('base')],
    ],
    denied: [
      ...noMoreBuilds,
      ...loginToEcrPublic,
      ['change a source bundle', 's3:PutObject', object('code', 'shop/v1.zip')],
      ['read a source bundle in a bucket of another account', READ, object('code', 'shop/v1.zip'), OF_ANOTHER_ACCOUNT],
      ['read the source bundle of another application', READ, object('code', 'bank/v1.zip')],
      ['read the bucket of Elastic Beanstalk', READ, object(STORAGE, 'shop/v1.zip')],
      ['encrypt with the key', 'kms:GenerateDataKey', keyArn('storage')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['change a base image', 'ecr:PutImage', repository('base')],
    ],
  },
  passing('the image build role', (stack, roleName) => new BeanstalkEksImageBuildRole(stack, 'Role', { roleName }), CODEBUILD),
  trustedFor('the image build role', stack => new BeanstalkEksImageBuildRole(stack, 'Role'), CODEBUILD, 'sts:AssumeRole'),
  {
    name: 'a service that assumes the image build role without the condition',
    statements: trustOf(stack => new BeanstalkEksImageBuildRole(stack, 'Role', { sourceAccountCondition: false })),
    isTrust: true,
    allowed: [['be CodeBuild', 'sts:AssumeRole', CODEBUILD]],
    denied: [['be CodePipeline', 'sts:AssumeRole', 'codepipeline.amazonaws.com']],
  },
];
