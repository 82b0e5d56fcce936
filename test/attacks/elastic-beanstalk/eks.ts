import { BUCKET, LOG_GROUP, LOG_STREAM, OTHER_VERSION } from './resources';
import {
  BeanstalkEksApplicationRole, BeanstalkEksClusterRole, BeanstalkEksImageBuildRole, BeanstalkEksNodeRole,
  BeanstalkEksObservabilityRole, S3Location,
} from '../../../src';
import { Attack, AttackTable } from '../attack';
import { withAwsPolicies } from './aws-policies';
import {
  ACCOUNT, ADMIN, arn, FUNCTION, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, LAUNCH_TEMPLATE, PARAMETER, passedTo,
  REGION, s3Arn, SECURITY_GROUP, VOLUME,
} from '../resources';

const CLUSTER = arn('eks', 'cluster/beanstalk-cluster-11111111-2222-4333-8444-555555555555');
const LOAD_BALANCER = arn('elasticloadbalancing', 'loadbalancer/app/payments/0123456789abcdef');
const LISTENER = arn('elasticloadbalancing', 'listener/app/payments/0123456789abcdef/0123456789abcdef');
const WORKSPACE = arn('aps', 'workspace/ws-11111111-2222-4333-8444-555555555555');
const SHARED_LOGS = arn('logs', 'log-group:/aws/elasticbeanstalk/application/logs');
const STREAM_OF_OTHERS = `${SHARED_LOGS}:log-stream:eb-bank-live.web`;
const LOGS_BUCKET = s3Arn(`elasticbeanstalk-logs-${ACCOUNT}-${REGION}-an`);
const OTHER_REPOSITORY = arn('ecr', 'repository/elasticbeanstalk-bank');
const PAYMENTS_REPOSITORY = arn('ecr', 'repository/payments');
const SECRET = arn('secretsmanager', 'secret:bank/database-AbCdEf');

const OF_CLUSTER = {
  'aws:PrincipalTag/eks:eks-cluster-name': 'beanstalk-cluster-1',
  'aws:RequestTag/eks:eks-cluster-name': 'beanstalk-cluster-1',
  'aws:RequestTag/eks:kubernetes-node-class-name': 'default',
  'aws:RequestTag/eks:kubernetes-node-pool-name': 'default',
};
const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });
const TAG_OF_AWS = { CreatedBy: 'ElasticBeanstalk' };
const tagged = (kind: 'Request' | 'Resource') =>
  Object.fromEntries(Object.entries(TAG_OF_AWS).map(([tag, value]) => [`aws:${kind}Tag/${tag}`, value]));

/** What none of the roles opens. */
const CLOSED: readonly Attack[] = [
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['more permissions of a role', 1, ['iam:PutRolePolicy', ADMIN]],
  ['an administrator of the cluster', 1, ['eks:CreateAccessEntry', CLUSTER]],
  ['another role for pods', 1, ['eks:CreatePodIdentityAssociation', CLUSTER]],
  ['code of other environments', 1, ['s3:PutObject', OTHER_VERSION]],
  ['other environments', 1, ['elasticbeanstalk:UpdateEnvironment', arn('elasticbeanstalk', 'environment/bank/bank-live')]],
  ['data of other programs', 1, ['s3:GetObject', s3Arn('payments/data')]],
  ['secrets of others', 1, ['secretsmanager:GetSecretValue', SECRET]],
  ['images of other programs', 1, ['ecr:PutImage', PAYMENTS_REPOSITORY]],
  ['a function with a role of others', 1, ['lambda:CreateFunction', FUNCTION]],
  ['the end of logs of others', 1, ['logs:DeleteLogGroup', LOG_GROUP]],
];

const CLUSTER_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksClusterRole',
  attacker: 'somebody for whom EKS acts on a cluster of Elastic Beanstalk',
  build: stack => withAwsPolicies(new BeanstalkEksClusterRole(stack, 'Role'), 'AmazonEKSClusterPolicy',
    'AmazonEKSComputePolicy', 'AmazonEKSBlockStoragePolicy', 'AmazonEKSLoadBalancingPolicy', 'AmazonEKSNetworkingPolicy',
    'AWSElasticBeanstalkEKSTagging'),
  attacks: [
    ...CLOSED,
    ['any role on an instance', 'eksCluster', ['ec2:CreateLaunchTemplate', LAUNCH_TEMPLATE, OF_CLUSTER],
      ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')], ['ec2:RunInstances', INSTANCE, OF_CLUSTER]],
    ['a role of others on a function', 1, ['iam:PassRole', ADMIN, passedTo('lambda.amazonaws.com')]],
    ['an instance without the tags of the cluster', 1, ['ec2:RunInstances', INSTANCE]],
    ['code on instances of others, by their user data', 'eksCluster', ['ec2:ModifyInstanceAttribute', INSTANCE]],
    ['disks of others', 'eksCluster', ['ec2:DetachVolume', VOLUME], ['ec2:DeleteVolume', VOLUME]],
    ['the network of others', 'eksCluster', ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
    ['requests to others', 'eksCluster', ['elasticloadbalancing:ModifyListener', LISTENER]],
    ['the end of load balancers of others', 'eksCluster', ['elasticloadbalancing:DeleteLoadBalancer', LOAD_BALANCER]],
    ['the network interface of others', 1, ['ec2:AttachNetworkInterface', INTERFACE]],
    ['instances of others', 1, ['ec2:TerminateInstances', INSTANCE]],
    ['the key of disks', 1, ['kms:Decrypt', keyArn('99999999')]],
  ],
};

const NODE_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksNodeRole',
  attacker: 'somebody on a node of a cluster of Elastic Beanstalk',
  build: stack => withAwsPolicies(new BeanstalkEksNodeRole(stack, 'Role'), 'AmazonEKSWorkerNodeMinimalPolicy',
    'AmazonEC2ContainerRegistryPullOnly', 'AmazonSSMManagedInstanceCore'),
  attacks: [
    ...CLOSED,
    ['roles of pods', 'eksPods', ['eks-auth:AssumeRoleForPodIdentity', CLUSTER]],
    ['images of others', 'eksImages', ['ecr:BatchGetImage', PAYMENTS_REPOSITORY]],
    ['passwords in the Parameter Store', 'eksParameters', ['ssm:GetParameter', PARAMETER]],
    ['other passwords', 1, ['ssm:PutParameter', PARAMETER]],
    ['an instance of others, by a command', 1, ['ssm:SendCommand', INSTANCE]],
    ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')]],
    ['instances of others', 1, ['ec2:TerminateInstances', INSTANCE]],
  ],
};

const QUIET_NODE_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksNodeRole',
  attacker: 'somebody on a node without Systems Manager',
  build: stack => withAwsPolicies(new BeanstalkEksNodeRole(stack, 'Role', { systemsManager: false }),
    'AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly'),
  attacks: [
    ...CLOSED,
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
  ],
};

const OBSERVABILITY_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksObservabilityRole',
  attacker: 'a component that observes environments',
  build: (stack, given) => new BeanstalkEksObservabilityRole(stack, 'Role', {
    prometheus: { workspaces: [given.newWorkspace('metrics')] },
  }),
  attacks: [
    ...CLOSED,
    ['false logs of other environments', 'eksLogs', ['logs:PutLogEvents', STREAM_OF_OTHERS]],
    ['false traces', 'eksLogs', ['xray:PutTraceSegments', '*']],
    ['false metrics', 'eksLogs', ['cloudwatch:PutMetricData', '*', inNamespace('ElasticBeanstalk/Application')]],
    ['alarms of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['logs of others', 1, ['logs:GetLogEvents', STREAM_OF_OTHERS]],
    ['the end of logs, by their retention', 1, ['logs:PutRetentionPolicy', SHARED_LOGS]],
    ['false logs of Standard environments', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['false logs of other environments in the bucket', 'eksBucket', ['s3:ListBucket', LOGS_BUCKET],
      ['s3:PutObject', `${LOGS_BUCKET}/eb-bank-live/web/0.gz`]],
    ['logs in the bucket', 1, ['s3:GetObject', `${LOGS_BUCKET}/eb-bank-live/web/0.gz`]],
    ['the bucket for others', 1, ['s3:PutBucketPolicy', LOGS_BUCKET]],
    ['the configuration of agents', 'eksAgent', ['ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-linux')],
      ['ec2:DescribeTags', '*']],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ['metrics of others', 1, ['aps:RemoteWrite', WORKSPACE]],
    ['metrics of others, by a tag', 1, ['aps:TagResource', WORKSPACE, tagged('Request')],
      ['aps:DeleteWorkspace', WORKSPACE, tagged('Resource')]],
  ],
};

const AWS_OBSERVABILITY_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksObservabilityRole',
  attacker: 'a component that observes environments, with the policies of AWS',
  build: stack => withAwsPolicies(new BeanstalkEksObservabilityRole(stack, 'Role', { awsManagedPolicies: true }),
    'CloudWatchAgentServerPolicy', 'AWSElasticBeanstalkEKSObservability'),
  attacks: [
    ...CLOSED,
    ['false logs of others', 'eksAwsPolicies', ['logs:PutLogEvents', arn('logs', 'log-group:/payments:log-stream:x')]],
    ['the end of logs of others, by their retention', 'eksAwsPolicies',
      ['logs:PutRetentionPolicy', arn('logs', 'log-group:/payments')]],
    ['alarms of others', 'eksAwsPolicies', ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['metrics of others, by a tag', 'eksAwsPolicies', ['aps:TagResource', WORKSPACE, tagged('Request')],
      ['aps:RemoteWrite', WORKSPACE, tagged('Resource')], ['aps:DeleteWorkspace', WORKSPACE, tagged('Resource')]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
  ],
};

const BUILD_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksImageBuildRole',
  attacker: 'somebody who can change a source bundle',
  build: (stack, given) => new BeanstalkEksImageBuildRole(stack, 'Role', { sourceKeys: [given.key('code')] }),
  attacks: [
    ...CLOSED,
    ['the code of other applications', 'eksSources', ['s3:GetObject', OTHER_VERSION]],
    ['other names of objects', 1, ['s3:ListBucket', BUCKET]],
    ['what the key encrypts', 'eksKeys', ['kms:Decrypt', keyOf('code')]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
    ['the images of other applications', 'eksBuilds', ['ecr:BatchGetImage', OTHER_REPOSITORY], ['ecr:PutImage', OTHER_REPOSITORY]],
    ['the end of images', 1, ['ecr:BatchDeleteImage', OTHER_REPOSITORY]],
    ['images for another account', 1, ['ecr:SetRepositoryPolicy', OTHER_REPOSITORY]],
    ['images of others', 1, ['ecr:BatchGetImage', PAYMENTS_REPOSITORY]],
    ['false logs of other builds', 'eksBuildLogs',
      ['logs:PutLogEvents', arn('logs', 'log-group:/aws/codebuild/elasticbeanstalk-bank:log-stream:x')]],
    ['false logs of builds of others', 1, ['logs:PutLogEvents', arn('logs', 'log-group:/aws/codebuild/payments:log-stream:x')]],
    ['a build of others', 1, ['codebuild:StartBuild', arn('codebuild', 'project/payments')]],
    ['tokens of other services', 'eksTokens', ['sts:GetServiceBearerToken', '*', { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' }]],
    ['packages of others', 1, ['codeartifact:GetAuthorizationToken', arn('codeartifact', 'domain/payments')]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ['a role of others in a build', 1, ['iam:PassRole', ADMIN, passedTo('codebuild.amazonaws.com')]],
  ],
};

const NARROW_BUILD_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksImageBuildRole',
  attacker: 'somebody who can change a source bundle of a build with named sources',
  build: (stack, given) => new BeanstalkEksImageBuildRole(stack, 'Role', {
    sources: [S3Location.prefix(given.bucket('code'), 'shop/')],
  }),
  attacks: [
    ['the code of other applications', 1, ['s3:GetObject', OTHER_VERSION]],
    ['the code of other applications beside it', 1, ['s3:GetObject', s3Arn('code/bank/v2.zip')]],
  ],
};

const APPLICATION_ATTACKS: AttackTable = {
  construct: 'BeanstalkEksApplicationRole',
  attacker: 'code in a pod of an application',
  build: (stack, given) => new BeanstalkEksApplicationRole(stack, 'Role', {
    environmentSecrets: { secrets: [given.secret('database')], parameters: [given.parameter('license')], keys: [given.key('shop')] },
  }),
  attacks: [
    ...CLOSED,
    ['its secrets', 'eksSecrets', ['secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:database-AbCdEf')],
      ['ssm:GetParameters', arn('ssm', 'parameter/license')]],
    ['other values of its secrets', 1, ['secretsmanager:PutSecretValue', arn('secretsmanager', 'secret:database-AbCdEf')]],
    ['its secrets for another account', 1,
      ['secretsmanager:PutResourcePolicy', arn('secretsmanager', 'secret:database-AbCdEf')]],
    ['what the key encrypts', 'eksKeys', ['kms:Decrypt', keyOf('shop')]],
    ['the key for itself', 1, ['kms:CreateGrant', keyOf('shop')]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameters', PARAMETER]],
    ['the role of another application', 1, ['iam:PassRole', iamArn('role/bank'), passedTo('pods.eks.amazonaws.com')]],
    ['false logs of others', 1, ['logs:PutLogEvents', STREAM_OF_OTHERS]],
  ],
};

export const EKS_ATTACKS: readonly AttackTable[] = [
  CLUSTER_ATTACKS, NODE_ATTACKS, QUIET_NODE_ATTACKS, OBSERVABILITY_ATTACKS, AWS_OBSERVABILITY_ATTACKS, BUILD_ATTACKS,
  NARROW_BUILD_ATTACKS, APPLICATION_ATTACKS,
];
