import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ACCOUNT, arn, BACK_UP, BUCKET, bucket, ENV, KEY, key, NO_OTHER_ACL, NO_OTHER_BUCKET, NO_OTHER_KEY, OBJECT,
  OTHER_ACCOUNT, PUSH_TO, repository, roleArn, SET_ACL, USE_BUCKET, USE_KEY,
} from './fixtures';
import { HopsworksInstanceProfile, HopsworksInstanceProfileProps, HopsworksRepositoryCreation } from '../../../src';
import { IMAGES, VENDOR_ACCOUNT } from '../../../src/hopsworks/instance-profile/vendor-registry';
import { Statement } from '../../support/policies';
import { RequestRow, RequestTable } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';
import { NO_OTHER_SYSTEMS_MANAGER, OPEN_SESSIONS } from '../sessions';

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const LOG_IN: RequestRow = ['log in to registries', 'ecr:GetAuthorizationToken', '*'];
const CLUSTER = '0f3c1d2a-9b7e';
const PULL_VENDOR_IMAGES = IMAGES.map((image): RequestRow =>
  [`pull the vendor's ${image}`, PULL, repository(image, VENDOR_ACCOUNT)]);

const instance = (props: (stack: Stack) => Partial<HopsworksInstanceProfileProps>) => (): readonly Statement[] =>
  synthesizeRole(
    stack => new HopsworksInstanceProfile(stack, 'Profile', { bucket: bucket(stack), backups: false, ...props(stack) }),
    ENV,
  ).all;

/** A cluster that creates no repositories and uses one image. */
const SMALL = {
  containerRegistry: { images: ['base'], clusterId: CLUSTER, repositoryCreation: HopsworksRepositoryCreation.NONE },
};
const SMALL_REQUESTS: readonly RequestRow[] = [
  ...USE_BUCKET,
  LOG_IN,
  ["pull the vendor's base", PULL, repository('base', VENDOR_ACCOUNT)],
  ...PUSH_TO(`${CLUSTER}/base`),
];

const logGroup = (name: string, account = ACCOUNT, region?: string) => arn('logs', `log-group:${name}`, account, region);
const logStream = (name: string) => `${logGroup(name)}:log-stream:head`;
const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });
const parameter = (name: string, region?: string) => arn('ssm', `parameter/${name}`, ACCOUNT, region);

const cloudWatch = (group: string): readonly RequestRow[] => [
  ['create a log group', 'logs:CreateLogGroup', logGroup(group)],
  ['find its log streams', 'logs:DescribeLogStreams', logGroup(group)],
  ['write logs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream(group)],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  ['find its tags and volumes', ['ec2:DescribeTags', 'ec2:DescribeVolumes'], '*'],
  ['read the configuration of the agent', 'ssm:GetParameter', parameter('AmazonCloudWatch-linux')],
];

export const INSTANCE_PROFILE_TABLES: readonly RequestTable[] = [
  {
    name: 'an instance of a cluster with the defaults',
    statements: instance(() => ({ backups: undefined })),
    allowed: [
      ...USE_BUCKET,
      ...BACK_UP,
      LOG_IN,
      ...PULL_VENDOR_IMAGES,
      // AWS lists the repository as the resource; no vendor scope is known to work.
      ['create a repository', 'ecr:CreateRepository', repository(`${CLUSTER}/base`)],
      ...IMAGES.flatMap(image => PUSH_TO(`${CLUSTER}/${image}`)),
      ['push an image of another cluster', 'ecr:PutImage', repository('other/base')],
    ],
    denied: [
      ...NO_OTHER_BUCKET,
      ['push to the vendor', 'ecr:PutImage', repository('base', VENDOR_ACCOUNT)],
      ["pull another image of the vendor's", 'ecr:BatchGetImage', repository('secret', VENDOR_ACCOUNT)],
      ["pull the vendor's images from another account", 'ecr:BatchGetImage', repository('base', OTHER_ACCOUNT)],
      ["pull the vendor's images in another region", 'ecr:BatchGetImage', repository('base', VENDOR_ACCOUNT, 'us-east-1')],
      ['push an image that is not from Hopsworks', 'ecr:PutImage', repository(`${CLUSTER}/shop`)],
      ['push into another account', 'ecr:PutImage', repository(`${CLUSTER}/base`, OTHER_ACCOUNT)],
      ['delete a repository', 'ecr:DeleteRepository', repository(`${CLUSTER}/base`)],
      ['let others use a repository', 'ecr:SetRepositoryPolicy', repository(`${CLUSTER}/base`)],
      ['set ACLs', 's3:PutObjectAcl', OBJECT],
    ],
  },
  {
    name: 'an instance of a cluster without backups, of one image, that creates no repositories',
    statements: instance(() => SMALL),
    allowed: SMALL_REQUESTS,
    denied: [
      ...NO_OTHER_BUCKET,
      ...BACK_UP,
      ['create a repository', 'ecr:CreateRepository', repository(`${CLUSTER}/base`)],
      ['push an image of another cluster', 'ecr:PutImage', repository('other/base')],
      ['push an image whose name ends the same', 'ecr:PutImage', repository(`${CLUSTER}/my/base`)],
      ['pull an image that is not listed', 'ecr:BatchGetImage', repository('airflow', VENDOR_ACCOUNT)],
    ],
  },
  {
    name: 'an instance of a cluster before 3.1, without registries',
    statements: instance(() => ({
      containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NO_REGISTRY },
    })),
    allowed: USE_BUCKET,
    denied: [
      ...NO_OTHER_BUCKET,
      ...BACK_UP,
    ],
  },
  {
    name: 'an instance of a cluster that creates its own repositories, in another account',
    statements: instance(() => ({
      containerRegistry: {
        ...SMALL.containerRegistry,
        accountId: OTHER_ACCOUNT,
        repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER,
      },
    })),
    allowed: [
      ...USE_BUCKET,
      LOG_IN,
      ["pull the vendor's base", PULL, repository('base', VENDOR_ACCOUNT)],
      ...PUSH_TO(`${CLUSTER}/base`, OTHER_ACCOUNT),
      ['create a repository', 'ecr:CreateRepository', repository(`${CLUSTER}/base`, OTHER_ACCOUNT)],
    ],
    denied: [
      ['create a repository of another cluster', 'ecr:CreateRepository', repository('other/base', OTHER_ACCOUNT)],
      ['create a repository elsewhere', 'ecr:CreateRepository', repository(`${CLUSTER}/base`)],
      ['push elsewhere', 'ecr:PutImage', repository(`${CLUSTER}/base`)],
    ],
  },
  {
    name: 'an instance of a cluster with a key and an ACL',
    statements: instance(stack => ({ ...SMALL, encryptionKey: key(stack), objectAcl: true })),
    allowed: [...SMALL_REQUESTS, ...USE_KEY, ...SET_ACL],
    denied: [...NO_OTHER_KEY, ...NO_OTHER_ACL, ['set the ACL of the bucket', 's3:PutBucketAcl', BUCKET]],
  },
  {
    name: 'an instance of a cluster that logs to CloudWatch',
    statements: instance(() => ({ ...SMALL, cloudWatch: {} })),
    allowed: [
      ...SMALL_REQUESTS,
      ...cloudWatch('anything'),
      ['put metrics', 'cloudwatch:PutMetricData', '*', inNamespace('CWAgent')],
    ],
    denied: [
      ['create a log group in another region', 'logs:CreateLogGroup', logGroup('anything', ACCOUNT, 'us-east-1')],
      ['create a log group in another account', 'logs:CreateLogGroup', logGroup('anything', OTHER_ACCOUNT)],
      ['delete a log group', 'logs:DeleteLogGroup', logGroup('anything')],
      ['read logs', 'logs:GetLogEvents', logStream('anything')],
      ['read another parameter', 'ssm:GetParameter', parameter('database-password')],
      ['read a parameter of another region', 'ssm:GetParameter', parameter('AmazonCloudWatch-linux', 'us-east-1')],
    ],
  },
  {
    name: 'an instance of a cluster that logs to listed groups',
    statements: instance(() => ({
      ...SMALL, cloudWatch: { logGroupPrefixes: ['hopsworks'], metricNamespaces: ['CWAgent'] },
    })),
    allowed: [
      ...SMALL_REQUESTS,
      ...cloudWatch('hopsworks-demo'),
      ['put metrics', 'cloudwatch:PutMetricData', '*', inNamespace('CWAgent')],
    ],
    denied: [
      ['create another log group', 'logs:CreateLogGroup', logGroup('shop')],
      ['write into another log group', 'logs:PutLogEvents', logStream('shop')],
      ['put metrics into another namespace', 'cloudwatch:PutMetricData', '*', inNamespace('AWS/Billing')],
      ['put metrics without a namespace', 'cloudwatch:PutMetricData', '*'],
    ],
  },
  {
    name: 'an instance of a cluster that runs jobs on EKS',
    statements: instance(() => ({ ...SMALL, eks: { clusterName: 'jobs' } })),
    allowed: [...SMALL_REQUESTS, ['find the EKS cluster', 'eks:DescribeCluster', arn('eks', 'cluster/jobs')]],
    denied: [
      ['find another EKS cluster', 'eks:DescribeCluster', arn('eks', 'cluster/shop')],
      ['find one in another region', 'eks:DescribeCluster', arn('eks', 'cluster/jobs', ACCOUNT, 'us-east-1')],
      ['change the EKS cluster', 'eks:UpdateClusterConfig', arn('eks', 'cluster/jobs')],
    ],
  },
  {
    name: 'an instance of a cluster that Session Manager connects to',
    statements: instance(stack => ({ ...SMALL, sessionManager: { sessionKey: key(stack) } })),
    allowed: [...SMALL_REQUESTS, ...OPEN_SESSIONS, ['open the session', 'kms:Decrypt', KEY]],
    denied: [...NO_OTHER_SYSTEMS_MANAGER, ['encrypt with the key of the session', 'kms:Encrypt', KEY]],
  },
  {
    name: 'the head node',
    statements: instance(stack => ({
      ...SMALL,
      assumableRoles: [
        iam.Role.fromRoleName(stack, 'Here', 'features'),
        iam.Role.fromRoleArn(stack, 'There', roleArn('sales', OTHER_ACCOUNT)),
      ],
    })),
    allowed: [
      ...SMALL_REQUESTS,
      ['assume a role of the account', 'sts:AssumeRole', roleArn('features')],
      ['assume a role of another account', 'sts:AssumeRole', roleArn('sales', OTHER_ACCOUNT)],
    ],
    denied: [
      ['assume another role', 'sts:AssumeRole', roleArn('administrator')],
      ['assume a role of that name elsewhere', 'sts:AssumeRole', roleArn('features', OTHER_ACCOUNT)],
      ['pass the role', 'iam:PassRole', roleArn('features')],
    ],
  },
  {
    name: 'a caller with grantPass() of the profile role',
    statements: callerStatements,
    allowed: ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'].map((service): RequestRow =>
      [`pass it to ${service}`, 'iam:PassRole', roleArn('hopsworks'), { 'iam:PassedToService': service }]),
    denied: [
      ['pass another role', 'iam:PassRole', roleArn('administrator'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass it to another service', 'iam:PassRole', roleArn('hopsworks'), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
      ['pass it without a service', 'iam:PassRole', roleArn('hopsworks')],
    ],
  },
  {
    name: 'a service that assumes the role',
    statements: () => synthesizeRole(
      stack => new HopsworksInstanceProfile(stack, 'Profile', { bucket: bucket(stack) }), ENV,
    ).trust.map(statement => ({ ...statement, Resource: [statement.Principal?.Service].flat().map(String) })),
    isTrust: true,
    allowed: [['be EC2', 'sts:AssumeRole', 'ec2.amazonaws.com']],
    denied: [['be another service', 'sts:AssumeRole', 'lambda.amazonaws.com']],
  },
];

/** The permissions of a caller after grantPass(); the role is called `hopsworks`. */
function callerStatements(): readonly Statement[] {
  const { roles } = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new HopsworksInstanceProfile(stack, 'Profile', { bucket: bucket(stack) }).grantPass(caller);
  }, ENV);
  const [caller, profile] = ['Caller', 'Profile'].map(id => roles.find(({ logicalId }) => logicalId.startsWith(id))!);
  const named = (resource: string) => resource.replace(profile.logicalId.toLowerCase(), 'hopsworks');
  return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
}
