import { Attack, Attacked, AttackTable } from './attack';
import { withAwsPolicies } from './elastic-beanstalk/aws-policies';
import {
  ADMIN, arn, FOR_AWS, iamArn, INSTANCE, INTERFACE, keyArn, keyOf, OF_ANOTHER_ACCOUNT, PARAMETER, passedTo, s3Arn,
} from './resources';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksInstanceProfile, HopsworksInstanceProfileProps,
  HopsworksRepositoryCreation, ImageSource,
} from '../../src';
import { Fixtures } from '../support/given';

type ProfileProps = (given: Fixtures) => Partial<HopsworksInstanceProfileProps>;
type NodeProps = (given: Fixtures) => Partial<HopsworksEksNodeRoleProps>;

const BUCKET = s3Arn('cluster');
const PROJECT_OF_OTHERS = `${BUCKET}/Projects/bank/accounts`;
const ROLE_OF_PROJECT = iamArn('role/sales');
const LOG_GROUP = arn('logs', 'log-group:/payments');
const LOG_STREAM = `${LOG_GROUP}:log-stream:x`;
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
  nodes('a pod on a Hopsworks node', given => ({ encryptionKey: given.key('cluster'), objectAcl: true }), [
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

const ON_EKS = '`HopsworksEksNodeRole` with `awsManagedPolicies`: by default';

/** What somebody can reach who runs code on an instance or a node of a cluster. */
const REACH = {
  projects: {
    who: '`bucket`',
    can: 'read, change and delete the data and the code of all projects, whatever Hopsworks allows',
    advice: 'give projects that must not see each other a cluster each',
  },
  backups: {
    who: '`backups`: by default',
    can: 'stop the versioning of the bucket, delete old versions, and set a rule that deletes everything',
    advice: 'keep a copy of the backups in a bucket that the cluster cannot change',
  },
  keys: {
    who: '`encryptionKey`, the key of the bucket, `sessionManager.sessionKey`',
    can: 'decrypt everything that is encrypted with the key',
    advice: 'use the key for this cluster only',
  },
  images: {
    who: '`containerRegistry` without `clusterId`',
    can: 'replace and delete images in every repository whose name ends like that of an image, such as `/base` or ' +
      '`/git`: other clusters run these images **with their own roles**',
    advice: 'set `clusterId` as soon as it is known',
  },
  clusterImages: {
    who: '`containerRegistry`, also with `clusterId`',
    can: 'replace the images that the other nodes of the cluster run, the head node too: with its role, a worker ' +
      'gets the `assumableRoles`',
    advice: 'list only roles that everybody who runs code on the cluster may use',
  },
  repositories: {
    who: '`repositoryCreation`: by default',
    can: 'create repositories of any name',
    advice: 'set `NONE`, or `IN_CLUSTER`',
  },
  roles: {
    who: '`assumableRoles`',
    can: 'assume each of these roles',
    advice: 'give this profile only to a head node on which users run no code',
  },
  kubernetes: {
    who: '`eks`',
    can: 'do everything in this Kubernetes cluster as a member of `system:masters`, and so use the roles of its ' +
      'pods',
    advice: 'run nothing but Hopsworks in that cluster',
  },
  logs: {
    who: '`cloudWatch` without `logGroupPrefixes`',
    can: 'write to all log groups, and create log groups of any name',
    advice: 'set `logGroupPrefixes`',
  },
  metrics: {
    who: '`cloudWatch` without `metricNamespaces`',
    can: 'publish metrics in any namespace, and so trigger or silence alarms of others',
    advice: 'set `metricNamespaces`',
  },
  agent: {
    who: '`cloudWatch`',
    can: 'see the tags and volumes of all instances, and read the parameters `AmazonCloudWatch-*`',
    advice: 'keep secrets out of tags and of these parameters',
  },
  parameters: {
    who: '`systemsManager`',
    can: 'read all parameters of the Parameter Store',
    advice: 'use `sessionManager`, or encrypt secret parameters with a key that the cluster may not use',
  },
  projectImages: {
    who: '`projectImages`',
    can: 'replace and delete the images that all projects run',
    advice: 'name only repositories that nothing but Hopsworks uses',
  },
  interfaces: {
    who: ON_EKS,
    can: 'detach and delete network interfaces of all instances, attach them to others, and put them into other ' +
      'security groups',
    advice: 'give the CNI a role of its own, and attach the other policies yourself',
  },
  pulls: {
    who: ON_EKS,
    can: 'pull the images of all repositories',
    advice: 'keep secrets out of images',
  },
  pods: {
    who: ON_EKS,
    can: 'get the roles of all pods on the node that use EKS Pod Identity',
    advice: 'run pods with stronger roles on other nodes',
  },
} satisfies Attacked['reach'][string];

export const HOPSWORKS_ATTACKED: Attacked = {
  attacks: [...PROFILE_ATTACKS, ...NODE_ATTACKS],
  escalations: {
    HopsworksEksNodeRole: { 'another image of a repository': 'projectImages' },
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

function nodeProps(given: Fixtures): HopsworksEksNodeRoleProps {
  return {
    bucket: given.bucket('cluster'),
    projectImages: [ImageSource.repository(given.repository('hopsworks/hopsworks-base'))],
  };
}
