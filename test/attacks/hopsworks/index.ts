import { REACH } from './reach';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps,
  HopsworksInstanceProfile, HopsworksInstanceProfileProps, HopsworksRepositoryCreation, ImageSource,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, Attacked, AttackTable } from '../attack';
import { withAwsPolicies } from '../elastic-beanstalk/aws-policies';
import {
  ADMIN, arn, FOR_AWS, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, OF_ANOTHER_ACCOUNT, PARAMETER, passedTo, s3Arn,
  VOLUME,
} from '../resources';

type ProfileProps = (given: Fixtures) => Partial<HopsworksInstanceProfileProps>;
type NodeProps = (given: Fixtures) => Partial<HopsworksEksNodeRoleProps>;
type PodProps = (given: Fixtures) => Partial<HopsworksEksServiceAccountRoleProps>;

const BUCKET = s3Arn('cluster');
const PROJECT_OF_OTHERS = `${BUCKET}/Projects/bank/accounts`;
const BACKUP = `${BUCKET}/k8s_backup/backups/k8s-backups-main/k8s-backups-main.tar.gz`;
const ROLE_OF_PROJECT = iamArn('role/sales');
const LOG_GROUP = arn('logs', 'log-group:/payments');
const LOG_STREAM = `${LOG_GROUP}:log-stream:x`;
const LISTENER = arn('elasticloadbalancing', 'listener/app/payments/50dc6c495c0c9188/f2f7dc8efc522ab2');
const repository = (name: string) => arn('ecr', `repository/${name}`);
const inNamespace = (namespace: string) => ({ 'cloudwatch:namespace': namespace });
const withAcl = (acl: string) => ({ 's3:x-amz-acl': acl });

/** What no option opens, on EC2 and on EKS. */
const CLOSED: readonly Attack[] = [
  ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, passedTo('ec2.amazonaws.com')],
    ['ec2:RunInstances', INSTANCE]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['an instance of others, by a command', 1, ['ssm:SendCommand', INSTANCE]],
  ['an instance of others, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['data of other programs', 1, ['s3:GetObject', s3Arn('payments/data')]],
  ['data of a bucket with a similar name', 1, ['s3:GetObject', s3Arn('cluster-payments/data')]],
  ['the data for another account, by the policy of the bucket', 1, ['s3:PutBucketPolicy', BUCKET]],
  ['the data for everybody', 1, ['s3:PutObjectAcl', PROJECT_OF_OTHERS, withAcl('public-read')]],
  ['images of other programs', 1, ['ecr:PutImage', repository('payments')]],
  ['images for another account, by the policy of the repository', 1,
    ['ecr:SetRepositoryPolicy', repository('0f3c1d2a/base')]],
  ['the end of repositories', 1, ['ecr:DeleteRepository', repository('0f3c1d2a/base')]],
  ['an administrator of a Kubernetes cluster', 1, ['eks:CreateAccessEntry', arn('eks', 'cluster/payments')]],
  ['the end of logs of others', 1, ['logs:DeleteLogGroup', LOG_GROUP]],
  ['silence of alarms', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments')]],
];

/** What all users of a cluster share. */
const SHARED: readonly Attack[] = [
  ['data of other projects', 'projects', ['s3:ListBucket', BUCKET], ['s3:GetObject', PROJECT_OF_OTHERS]],
  ['code of other projects', 'projects', ['s3:PutObject', `${BUCKET}/Projects/bank/Jupyter/report.ipynb`]],
  ['the end of data of other projects', 'projects', ['s3:DeleteObject', PROJECT_OF_OTHERS]],
];

const BACKED_UP: readonly Attack[] = [
  ['the end of backups', 'backups', ['s3:ListBucketVersions', BUCKET], ['s3:DeleteObjectVersion', PROJECT_OF_OTHERS]],
  ['the end of all data, by a rule', 'backups', ['s3:PutBucketVersioning', BUCKET],
    ['s3:PutLifecycleConfiguration', BUCKET]],
];

const PROFILE_ATTACKS: readonly AttackTable[] = [
  profile('a job on a Hopsworks cluster', () => ({}), [
    ...CLOSED,
    ...SHARED,
    ...BACKED_UP,
    ['images that other clusters run', 'images', ['ecr:PutImage', repository('99999999/base')]],
    ['the end of images of other clusters', 'images', ['ecr:BatchDeleteImage', repository('99999999/base')],
      ['ecr:PutLifecyclePolicy', repository('99999999/base')]],
    ['images of other programs with such a name', 'images', ['ecr:PutImage', repository('payments/git')]],
    ['a repository of any name', 'repositories', ['ecr:CreateRepository', repository('payments-v2')]],
    ['a repository of any name, with an image', 2, ['ecr:CreateRepository', repository('payments-v2')],
      ['ecr:PutImage', repository('payments-v2')]],
    ['images of the vendor', 1, ['ecr:PutImage', 'arn:aws:ecr:eu-central-1:822623301872:repository/base']],
    ['the roles of projects', 1, ['sts:AssumeRole', ROLE_OF_PROJECT]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ['logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['alarms of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
  ]),
  {
    ...profile('a worker of a Hopsworks cluster with an id', () => ({
      containerRegistry: { clusterId: '0f3c1d2a', repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER },
      backups: false,
      sessionManager: {},
    }), [
      ...CLOSED,
      ...SHARED,
      ['the end of backups', 1, ['s3:DeleteObjectVersion', PROJECT_OF_OTHERS]],
      ['the end of versions', 1, ['s3:PutBucketVersioning', BUCKET]],
      ['the end of all data, by a rule', 1, ['s3:PutLifecycleConfiguration', BUCKET]],
      ['images that other clusters run', 1, ['ecr:PutImage', repository('99999999/base')]],
      ['images of a cluster with a similar id', 1, ['ecr:PutImage', repository('0f3c1d2a-b/base')]],
      ['a repository of any name', 1, ['ecr:CreateRepository', repository('payments-v2')]],
      ['roles of projects, by an image that the head node runs', 'clusterImages',
        ['ecr:PutImage', repository('0f3c1d2a/base')],
        ['sts:AssumeRole', ROLE_OF_PROJECT, {}, 'head']],
      ['an administrator, by an image that the head node runs', 2, ['ecr:PutImage', repository('0f3c1d2a/base')],
        ['sts:AssumeRole', ADMIN, {}, 'head']],
      ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ]),
    others: {
      head: (stack, given) => new HopsworksInstanceProfile(stack, 'Head', {
        bucket: given.bucket('cluster'), assumableRoles: [given.role('sales')],
      }),
    },
  },
  profile('the head node of a Hopsworks cluster', given => ({
    assumableRoles: [given.role('sales')],
    eks: { clusterName: 'hopsworks' },
    encryptionKey: given.key('cluster'),
    objectAcl: true,
    cloudWatch: {},
    sessionManager: { sessionKey: given.key('sessions') },
  }), [
    ...CLOSED,
    ['the roles of projects', 'roles', ['sts:AssumeRole', ROLE_OF_PROJECT]],
    ['a role with a similar name', 1, ['sts:AssumeRole', iamArn('role/sales-admin')]],
    ['pods and their roles', 'kubernetes', ['eks:DescribeCluster', arn('eks', 'cluster/hopsworks')]],
    ['another Kubernetes cluster', 1, ['eks:DescribeCluster', arn('eks', 'cluster/hopsworks-2')]],
    ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('cluster')], ['kms:Decrypt', keyOf('sessions')]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('cluster')]],
    ['the key for services', 1, ['kms:CreateGrant', keyOf('cluster'), FOR_AWS]],
    ['another key', 1, ['kms:Decrypt', keyArn('99999999')]],
    ['the ACL of data of other projects', 'projects',
      ['s3:PutObjectAcl', PROJECT_OF_OTHERS, withAcl('bucket-owner-full-control')]],
    ['false logs of others', 'logs', ['logs:CreateLogGroup', LOG_GROUP], ['logs:PutLogEvents', LOG_STREAM]],
    ['logs of others', 1, ['logs:GetLogEvents', LOG_STREAM]],
    ['the end of logs of others, by their retention', 1, ['logs:PutRetentionPolicy', LOG_GROUP]],
    ['alarms of others', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['the configuration of agents', 'agent', ['ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-linux')],
      ['ec2:DescribeTags', '*']],
    ['another configuration of agents', 1, ['ssm:PutParameter', arn('ssm', 'parameter/AmazonCloudWatch-linux')]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
  ]),
  profile('a job on a Hopsworks cluster with named logs', () => ({
    cloudWatch: { logGroupPrefixes: ['hopsworks'], metricNamespaces: ['CWAgent'] },
    containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NONE },
  }), [
    ['false logs of others', 1, ['logs:PutLogEvents', LOG_STREAM]],
    ['alarms of others', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
    ['a repository', 1, ['ecr:CreateRepository', repository('0f3c1d2a/base')]],
  ]),
  {
    ...profile('a job on a Hopsworks cluster with Systems Manager', () => ({}), [
      ...CLOSED,
      ['passwords in the Parameter Store', 'parameters', ['ssm:GetParameter', PARAMETER]],
      ['other passwords', 1, ['ssm:PutParameter', PARAMETER]],
    ]),
    build: (stack, given) => withAwsPolicies(
      new HopsworksInstanceProfile(stack, 'Role', { bucket: given.bucket('cluster'), systemsManager: true }),
      'AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation'),
  },
];

const NODE_ATTACKS: readonly AttackTable[] = [
  nodes('a pod on a Hopsworks node', given => ({
    encryptionKey: given.key('cluster'), objectAcl: true, velero: {},
  }), [
    ...CLOSED,
    ...SHARED,
    ...BACKED_UP,
    ['images of all projects', 'projectImages', ['ecr:PutImage', repository('hopsworks/hopsworks-base')]],
    ['the end of images of all projects', 'projectImages',
      ['ecr:BatchDeleteImage', repository('hopsworks/hopsworks-base')],
      ['ecr:PutLifecyclePolicy', repository('hopsworks/hopsworks-base')]],
    ['images of another namespace', 1, ['ecr:PutImage', repository('payments/hopsworks-base')]],
    ['a repository', 1, ['ecr:CreateRepository', repository('hopsworks/evil')]],
    ['roles of projects', 1, ['sts:AssumeRole', ROLE_OF_PROJECT]],
    ['credentials in backups', 'velero', ['s3:GetObject', BACKUP]],
    ['a load balancer of others', 1, ['elasticloadbalancing:ModifyListener', LISTENER]],
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('cluster')]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('cluster')]],
    ['a bucket of another account', 1, ['s3:PutObject', s3Arn('cluster-evil/data'), OF_ANOTHER_ACCOUNT]],
    ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ['the network of others', 1, ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
  ]),
  {
    ...nodes('a pod on a Hopsworks node with the policies of AWS', () => ({}), [
      ...CLOSED,
      ['the network of others', 'interfaces', ['ec2:DetachNetworkInterface', INTERFACE],
        ['ec2:AttachNetworkInterface', INTERFACE],
        ['ec2:AttachNetworkInterface', INSTANCE], ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE],
        ['ec2:DeleteNetworkInterface', INTERFACE]],
      ['security groups of others', 1,
        ['ec2:AuthorizeSecurityGroupIngress', arn('ec2', 'security-group/sg-0fedcba9876543210')]],
      ['images of all programs', 'pulls', ['ecr:BatchGetImage', repository('payments')],
        ['ecr:GetDownloadUrlForLayer', repository('payments')]],
      ['roles of other pods', 'pods', ['eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/payments')]],
      ['passwords in the Parameter Store', 1, ['ssm:GetParameter', PARAMETER]],
    ]),
    build: (stack, given) => withAwsPolicies(new HopsworksEksNodeRole(stack, 'Role', nodeProps(given)),
      'AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'),
  },
];

const POD_ATTACKS: readonly AttackTable[] = [
  pods('a pod of the Hopsworks instance', given => ({
    serviceAccount: { kubernetesNamespace: 'hopsworks', name: 'hopsworks-sa', podIdentityCluster: given.eksCluster('hopsworks') },
    assumableRoles: [given.role('sales')],
  }), [
    ...CLOSED,
    ['the roles of projects', 'podRoles', ['sts:AssumeRole', ROLE_OF_PROJECT]],
    ['a role with a similar name', 1, ['sts:AssumeRole', iamArn('role/sales-admin')]],
    ['data that a tag of the session opens', 1, ['sts:TagSession', ROLE_OF_PROJECT, { 'aws:TagKeys': ['team'] }]],
    ['such data, with a tag beside those of the pod', 1,
      ['sts:TagSession', ROLE_OF_PROJECT, { 'aws:TagKeys': ['kubernetes-namespace', 'team'] }]],
    ['somebody else in the audit trail', 1, ['sts:SetSourceIdentity', ROLE_OF_PROJECT]],
    ['data of the cluster', 1, ['s3:GetObject', PROJECT_OF_OTHERS]],
    ['images of all projects', 1, ['ecr:PutImage', repository('hopsworks/hopsworks-base')]],
  ]),
  pods('a pod of Velero', given => ({ velero: { bucket: given.bucket('cluster'), encryptionKey: given.key('cluster') } }), [
    ...CLOSED,
    ['credentials in backups', 'velero', ['s3:ListBucket', BUCKET], ['s3:GetObject', BACKUP]],
    ['other objects in backups, which are restored', 'velero', ['s3:PutObject', BACKUP]],
    ['the end of backups', 'velero', ['s3:DeleteObject', BACKUP]],
    ['the end of old versions of backups', 1, ['s3:DeleteObjectVersion', BACKUP]],
    ['the end of versions', 1, ['s3:PutBucketVersioning', BUCKET]],
    ['data of projects', 1, ['s3:GetObject', PROJECT_OF_OTHERS]],
    ['the end of data of projects', 1, ['s3:DeleteObject', PROJECT_OF_OTHERS]],
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('cluster')]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('cluster')]],
    ['a snapshot of a volume of others', 1, ['ec2:CreateSnapshot', VOLUME]],
    ['the roles of projects', 1, ['sts:AssumeRole', ROLE_OF_PROJECT]],
  ]),
];

export const HOPSWORKS_ATTACKED: Attacked = {
  attacks: [...PROFILE_ATTACKS, ...NODE_ATTACKS, ...POD_ATTACKS],
  escalations: {
    HopsworksEksNodeRole: { 'another image of a repository': 'projectImages' },
    HopsworksEksServiceAccountRole: { 'roles that trust the account': 'podRoles' },
    HopsworksInstanceProfile: { 'roles that trust the account': 'roles', 'another image of a repository': 'images' },
  },
  reach: { 'hopsworks-reach': REACH },
};

function profile(attacker: string, props: ProfileProps, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'HopsworksInstanceProfile',
    attacker,
    build: (stack, given) =>
      new HopsworksInstanceProfile(stack, 'Role', { bucket: given.bucket('cluster'), ...props(given) }),
    attacks,
  };
}

function nodes(attacker: string, props: NodeProps, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'HopsworksEksNodeRole',
    attacker,
    build: (stack, given) => new HopsworksEksNodeRole(stack, 'Role', { ...nodeProps(given), ...props(given) }),
    attacks,
  };
}

function pods(attacker: string, props: PodProps, attacks: readonly Attack[]): AttackTable {
  return {
    construct: 'HopsworksEksServiceAccountRole',
    attacker,
    build: (stack, given) => new HopsworksEksServiceAccountRole(stack, 'Role', {
      serviceAccount: { kubernetesNamespace: 'velero', name: 'velero', oidcProvider: given.oidcProvider('hopsworks') },
      ...props(given),
    }),
    attacks,
  };
}

function nodeProps(given: Fixtures): HopsworksEksNodeRoleProps {
  return {
    bucket: given.bucket('cluster'),
    projectImages: [ImageSource.repository(given.repository('hopsworks/hopsworks-base'))],
  };
}
