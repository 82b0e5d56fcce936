import {
  attackers, CLOSED, inNamespace, logStream, NO_API, OF_OTHER_USERS, repository, sagemaker, TO_SAGEMAKER,
} from './fixtures';
import { S3Location, SageMakerHyperPodKarpenterRole } from '../../../src';
import { EVERYTHING } from '../../sagemaker/grid/everything';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import { ADMIN, arn, FOR_AWS, iamArn, INSTANCE, INTERFACE, keyOf, REGION, s3Arn, SECURITY_GROUP } from '../resources';

const CLUSTER = sagemaker('cluster/payments');
const LOGS = '/aws/sagemaker/Clusters/payments/k2n4cwbmjx0t';
const VIA_SAGEMAKER = { 'kms:ViaService': `sagemaker.${REGION}.amazonaws.com` };
const GRANT = { ...FOR_AWS, ...VIA_SAGEMAKER };

const scripts = (given: Fixtures) => [S3Location.prefix(given.bucket('scripts'), 'base/')];

const NODES: readonly Attack[] = [
  ...CLOSED,
  ...OF_OTHER_USERS,
  ...NO_API,
  ['the nodes of others, by their scripts', 1, ['s3:PutObject', s3Arn('scripts/base/on_create.sh')]],
  ['the scripts of others', 1, ['s3:GetObject', s3Arn('scripts/payments/on_create.sh')]],
  ['the nodes of others, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['commands on instances of others', 1, ['ssm:SendCommand', INSTANCE]],
  ['messages of Systems Manager', 'hyperPodSessions', ['ssmmessages:CreateDataChannel', '*'],
    ['ssmmessages:OpenDataChannel', '*']],
  ['false logs of other clusters', 'jobLogs', ['logs:PutLogEvents', logStream(LOGS)]],
  ['logs of other clusters', 1, ['logs:GetLogEvents', logStream(LOGS)]],
  ['false logs of jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ['metrics of other clusters', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Clusters')]],
  ['metrics of jobs', 1, ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/TrainingJobs')]],
  ['nodes of other clusters, to delete them', 1, ['sagemaker:BatchDeleteClusterNodes', CLUSTER]],
  ['a cluster of others', 1, ['sagemaker:UpdateCluster', CLUSTER]],
  ['an own cluster', 1, ['sagemaker:CreateCluster', sagemaker('cluster/evil')]],
];

export const HYPER_POD_ATTACKS: readonly AttackTable[] = [
  attackers('code on a HyperPod node with Slurm', given => ({
    hyperPodCluster: { lifecycleScripts: scripts(given), slurm: {} },
  }), [
    ...NODES,
    ['interfaces of others', 1, ['ec2:DetachNetworkInterface', INTERFACE]],
    ['the network of others', 1, ['ec2:CreateNetworkInterface', INTERFACE]],
  ]),
  attackers('code on a HyperPod node with every option', given => ({
    hyperPodCluster: { lifecycleScripts: scripts(given), ...EVERYTHING.hyperPodCluster(given) },
  }), [
    ...NODES,
    ['the network of others', 'network', ['ec2:CreateNetworkInterface', INTERFACE],
      ['ec2:CreateNetworkInterface', SECURITY_GROUP],
      ['ec2:CreateNetworkInterfacePermission', INTERFACE, { 'ec2:Permission': 'INSTANCE-ATTACH' }]],
    ['unused interfaces of others', 'network', ['ec2:DeleteNetworkInterface', INTERFACE]],
    ['the traffic of others, by an address', 'hyperPodInterfaces', ['ec2:UnassignPrivateIpAddresses', INTERFACE],
      ['ec2:AssignPrivateIpAddresses', arn('ec2', 'network-interface/eni-evil')]],
    ['interfaces of others, by their groups', 'hyperPodInterfaces', ['ec2:ModifyNetworkInterfaceAttribute', INTERFACE]],
    ['interfaces of others, on an own instance', 'hyperPodInterfaces', ['ec2:DetachNetworkInterface', INTERFACE],
      ['ec2:AttachNetworkInterface', INTERFACE], ['ec2:AttachNetworkInterface', INSTANCE]],
    ['the network of another cluster', 'hyperPodInterfaces', ['sagemaker:AttachClusterNodeNetworkInterface', CLUSTER]],
    ['conditions on tags of interfaces', 'hyperPodInterfaces', ['ec2:CreateTags', INTERFACE]],
    ['conditions on tags of instances', 1, ['ec2:CreateTags', INSTANCE]],
    ['security groups of others', 1, ['ec2:AuthorizeSecurityGroupIngress', SECURITY_GROUP]],
    ['the attributes of instances', 1, ['ec2:ModifyInstanceAttribute', INSTANCE]],
    ['instances of others, to see them', 'hyperPodInstances', ['ec2:DescribeInstances', '*']],
    ['user data of instances', 1, ['ec2:DescribeInstanceAttribute', INSTANCE]],
    ['the roles of pods', 'hyperPodPods', ['eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/nodes')]],
    ['the roles of pods of another cluster', 1, ['eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/payments')]],
    ['another role for pods', 1, ['eks:CreatePodIdentityAssociation', arn('eks', 'cluster/nodes')]],
    ['rights in the cluster', 1, ['eks:CreateAccessEntry', arn('eks', 'cluster/nodes')]],
    ['all images', 'anyRepository', ['ecr:BatchGetImage', repository('payments')]],
    ['images that other nodes run', 1, ['ecr:PutImage', repository('train')]],
    ['data of other jobs', 'data', ['s3:GetObject', s3Arn('data/jobs/payments')],
      ['s3:PutObject', s3Arn('data/jobs/payments')], ['s3:DeleteObject', s3Arn('data/jobs/payments')]],
    ['data outside of its locations', 1, ['s3:GetObject', s3Arn('data/private/x')]],
    ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('inputs')], ['kms:Decrypt', keyOf('outputs')]],
    ['the key of volumes, for services', 'keys', ['kms:CreateGrant', keyOf('volumes'), GRANT]],
    ['the key of volumes, without SageMaker', 1, ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
    ['the key of volumes, for itself', 1, ['kms:CreateGrant', keyOf('volumes'), VIA_SAGEMAKER]],
    ['what the key of volumes encrypts', 1, ['kms:Decrypt', keyOf('volumes')]],
    ['file systems of others', 1, ['fsx:DeleteFileSystem', arn('fsx', 'file-system/fs-0fedcba9876543210')]],
  ]),
  {
    construct: 'SageMakerHyperPodKarpenterRole',
    attacker: "somebody with Karpenter's role for HyperPod",
    build: (stack, given) => new SageMakerHyperPodKarpenterRole(stack, 'Role', { volumeKeys: [given.key('volumes')] }),
    attacks: [
      ['nodes of other clusters', 'karpenterNodes', ['sagemaker:BatchAddClusterNodes', CLUSTER],
        ['sagemaker:BatchDeleteClusterNodes', CLUSTER]],
      ['a cluster of others', 1, ['sagemaker:UpdateCluster', CLUSTER]],
      ['a cluster of others, to delete it', 1, ['sagemaker:DeleteCluster', CLUSTER]],
      ['nodes with another role', 1, ['iam:PassRole', ADMIN, TO_SAGEMAKER], ['sagemaker:CreateCluster', CLUSTER]],
      ['more permissions of a role', 1, ['iam:PutRolePolicy', iamArn('role/train')]],
      ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
      ['the key, for services', 'keys',
        ['kms:CreateGrant', keyOf('volumes'), { ...GRANT, 'kms:GrantOperations': 'Decrypt' }]],
      ['the key, for data keys in plain text', 1,
        ['kms:CreateGrant', keyOf('volumes'), { ...GRANT, 'kms:GrantOperations': 'GenerateDataKey' }]],
      ['the key, for itself', 1,
        ['kms:CreateGrant', keyOf('volumes'), { ...VIA_SAGEMAKER, 'kms:GrantOperations': 'Decrypt' }]],
      ['what the key encrypts', 1, ['kms:Decrypt', keyOf('volumes'), VIA_SAGEMAKER]],
    ],
  },
];
