import { Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ACCOUNT, arn, bucket, Estate, FOR_AWS, inNamespace, keyArn, NO_OTHER_IMAGES, NO_OTHER_METRICS, object, OTHER_ACCOUNT,
  PULL_IMAGES, PUT_METRICS, REGION, roleArn, statementsOf, TO_SAGEMAKER, USE_NETWORK, WRITE_LOGS, NO_OTHER_LOGS,
} from './fixtures';
import { SageMakerHyperPodKarpenterRole, SageMakerHyperPodKarpenterRoleProps } from '../../../src';
import { Statement } from '../../support/policies';
import { RequestRow, RequestTable, RequestTables } from '../../support/request-table';
import { synthesize, synthesizeRole } from '../../support/synthesize';

const ENV = { env: { account: ACCOUNT, region: REGION } };
const LOGS = '/aws/sagemaker/Clusters/research/k2n4cwbmjx0t';
const STREAM = 'LifecycleConfig/worker/i-0123456789abcdef0';
const NAMESPACE = '/aws/sagemaker/Clusters';

const INTERFACE = arn('ec2', 'network-interface/eni-0123456789abcdef0');
/** The instances of HyperPod are in accounts of AWS. */
const NODE = arn('ec2', 'instance/i-0123456789abcdef0', '210987654321');
const CLUSTER = arn('sagemaker', 'cluster/k2n4cwbmjx0t');
const EKS_CLUSTER = arn('eks', 'cluster/research');

const viaService = (service: string) => ({ 'kms:ViaService': service });
const VIA_SAGEMAKER = viaService(`sagemaker.${REGION}.amazonaws.com`);
/** In China, services have another suffix. */
const ANYWHERE = [VIA_SAGEMAKER, viaService(`sagemaker.${REGION}.amazonaws.com.cn`)];
const VIA_EC2 = viaService(`ec2.${REGION}.amazonaws.com`);

const NODES: RequestRow[] = [
  ...WRITE_LOGS(LOGS, STREAM),
  ...PUT_METRICS(NAMESPACE),
  [
    'open a session',
    ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map(action => `ssmmessages:${action}`),
    '*',
  ],
  ['find and list the bucket of its scripts', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('scripts')],
  ['read a script', 's3:GetObject', object('scripts', 'base/on_create.sh')],
];

const NO_MORE_OF_NODES: RequestRow[] = [
  ...NO_OTHER_LOGS(LOGS, STREAM),
  ...NO_OTHER_METRICS,
  ['put metrics below its namespace', 'cloudwatch:PutMetricData', '*', inNamespace(`${NAMESPACE}/research`)],
  ['change a script', 's3:PutObject', object('scripts', 'base/on_create.sh')],
  ['read another prefix', 's3:GetObject', object('scripts', 'other/on_create.sh')],
  ['read a bucket of the SDK', 's3:GetObject', object('sagemaker-scripts', 'on_create.sh')],
];

const NO_MORE_OF_INSTANCES: RequestRow[] = [
  ['start a session on a node', 'ssm:StartSession', NODE],
  ['start another instance', 'ec2:RunInstances', NODE],
  ['terminate a node', 'ec2:TerminateInstances', NODE],
];

const scripts = (estate: Estate) => [estate.folder('scripts', 'base/')];

export const HYPER_POD_CLUSTER_TABLES: RequestTables = [
  {
    name: 'the nodes of a HyperPod cluster with Slurm',
    statements: statementsOf(estate => ({ hyperPodCluster: { lifecycleScripts: scripts(estate), slurm: {} } })),
    allowed: NODES,
    denied: [
      ...NO_MORE_OF_NODES,
      ['describe network interfaces', 'ec2:DescribeNetworkInterfaces', '*'],
      ['log in to registries', 'ecr:GetAuthorizationToken', '*'],
      ['find file systems', 'fsx:DescribeFileSystems', '*'],
    ],
  },
  {
    name: 'the nodes of a HyperPod cluster with Slurm, in a VPC, with images, data and keys',
    statements: statementsOf(estate => ({
      hyperPodCluster: {
        lifecycleScripts: scripts(estate),
        slurm: { vpc: true, images: [estate.image('train'), estate.imageOfAws('pytorch-training')] },
        data: [estate.folder('data', 'jobs/'), estate.encryptedBucket('checkpoints')],
        inputKeys: [estate.key('input')],
        outputKey: estate.key('output'),
        fsx: true,
        volumeKeys: [estate.key('volume')],
      },
    })),
    allowed: [
      ...NODES,
      ...USE_NETWORK,
      ...PULL_IMAGES,
      ['detach the interface of a node that it replaces', 'ec2:DetachNetworkInterface', INTERFACE],
      ['detach it from the node', 'ec2:DetachNetworkInterface', NODE],
      ['tag the interface', 'ec2:CreateTags', INTERFACE],
      ['decrypt a script', 'kms:Decrypt', keyArn('input')],
      ['list data', 's3:ListBucket', bucket('data')],
      [
        'write, read and delete data',
        ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        object('data', 'jobs/7/last.ckpt'),
      ],
      ['encrypt data', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['list an encrypted bucket', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('checkpoints')],
      ['use data in it', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], object('checkpoints', 'last.ckpt')],
      ['encrypt data in an encrypted bucket', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('bucket')],
      ['find file systems', 'fsx:DescribeFileSystems', '*'],
      ...ANYWHERE.flatMap((via): RequestRow[] => [
        ['let AWS use the key of volumes', 'kms:CreateGrant', keyArn('volume'), { ...FOR_AWS, ...via }],
        ['look up the key of volumes', 'kms:DescribeKey', keyArn('volume'), via],
      ]),
    ],
    denied: [
      ...NO_MORE_OF_NODES,
      ...NO_MORE_OF_INSTANCES,
      ...NO_OTHER_IMAGES,
      ['attach an interface', 'ec2:AttachNetworkInterface', INTERFACE],
      ['change an interface', 'ec2:ModifyNetworkInterfaceAttribute', INTERFACE],
      ['tag an instance', 'ec2:CreateTags', arn('ec2', 'instance/i-0123456789abcdef0')],
      ['tag an interface of another account', 'ec2:CreateTags', arn('ec2', 'network-interface/eni-1', OTHER_ACCOUNT)],
      ['delete a tag', 'ec2:DeleteTags', INTERFACE],
      ['write data elsewhere', 's3:PutObject', object('data', 'private/x')],
      ['encrypt a script', 'kms:GenerateDataKey', keyArn('input')],
      ['let AWS use the key for EC2', 'kms:CreateGrant', keyArn('volume'), { ...FOR_AWS, ...VIA_EC2 }],
      ['let anyone use the key of volumes', 'kms:CreateGrant', keyArn('volume'), VIA_SAGEMAKER],
      ['let AWS use the key without SageMaker', 'kms:CreateGrant', keyArn('volume'), FOR_AWS],
      ['let AWS use another key', 'kms:CreateGrant', keyArn('other'), { ...FOR_AWS, ...VIA_SAGEMAKER }],
      ['look up the key itself', 'kms:DescribeKey', keyArn('volume')],
      ['decrypt with the key of volumes', 'kms:Decrypt', keyArn('volume')],
      ['find backups', 'fsx:DescribeBackups', '*'],
    ],
  },
  {
    name: 'the nodes of a HyperPod cluster with Amazon EKS',
    statements: statementsOf((estate, stack) => ({
      hyperPodCluster: {
        lifecycleScripts: scripts(estate),
        eks: {
          images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
          podIdentityCluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'research' }),
        },
      },
    })),
    allowed: [
      ...NODES,
      ...USE_NETWORK,
      ...PULL_IMAGES,
      ['give pods addresses', ['ec2:AssignPrivateIpAddresses', 'ec2:UnassignPrivateIpAddresses'], INTERFACE],
      ...[INTERFACE, NODE].map((resource): RequestRow => [
        `attach and detach ${resource}`,
        ['ec2:AttachNetworkInterface', 'ec2:DetachNetworkInterface', 'ec2:ModifyNetworkInterfaceAttribute'],
        resource,
      ]),
      ['attach an interface by SageMaker', 'sagemaker:AttachClusterNodeNetworkInterface', CLUSTER],
      ['tag the interface', 'ec2:CreateTags', INTERFACE],
      ['describe instances', ['ec2:DescribeInstanceTypes', 'ec2:DescribeInstances', 'ec2:DescribeTags'], '*'],
      ['give pods roles', 'eks-auth:AssumeRoleForPodIdentity', EKS_CLUSTER],
    ],
    denied: [
      ...NO_MORE_OF_NODES,
      ...NO_MORE_OF_INSTANCES,
      ...NO_OTHER_IMAGES,
      ['attach an interface to a cluster of another account', 'sagemaker:AttachClusterNodeNetworkInterface',
        arn('sagemaker', 'cluster/k2n4cwbmjx0t', OTHER_ACCOUNT)],
      ['attach a volume', 'sagemaker:AttachClusterNodeVolume', CLUSTER],
      ['give pods of another cluster roles', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/payments')],
      ['give pods of a cluster that starts the same roles', 'eks-auth:AssumeRoleForPodIdentity', arn('eks', 'cluster/research-2')],
      ['choose the role of pods', 'eks:CreatePodIdentityAssociation', EKS_CLUSTER],
      ['look up the cluster', 'eks:DescribeCluster', EKS_CLUSTER],
      ['assign addresses of version 6', 'ec2:AssignIpv6Addresses', INTERFACE],
      ['add nodes', 'sagemaker:BatchAddClusterNodes', CLUSTER],
      ['change the cluster', 'sagemaker:UpdateCluster', CLUSTER],
    ],
  },
];

const HYPER_POD = 'hyperpod.sagemaker.amazonaws.com';
const OF_VOLUMES = ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo',
  'RetireGrant'];
const granting = (operation: string) => ({ 'kms:GrantOperations': operation });

const karpenter = (props: (estate: Estate) => SageMakerHyperPodKarpenterRoleProps) => () =>
  synthesizeRole(stack => new SageMakerHyperPodKarpenterRole(stack, 'Role', props(new Estate(stack))), ENV);

export const KARPENTER_TABLES: readonly RequestTable[] = [
  {
    name: "Karpenter's role for HyperPod",
    statements: () => karpenter(estate => ({ volumeKeys: [estate.key('volume')] }))().all,
    allowed: [
      ['add and delete nodes', ['sagemaker:BatchAddClusterNodes', 'sagemaker:BatchDeleteClusterNodes'], CLUSTER],
      ...OF_VOLUMES.map((operation): RequestRow => [
        `let AWS use the key of volumes: ${operation}`, 'kms:CreateGrant', keyArn('volume'),
        { ...FOR_AWS, ...VIA_SAGEMAKER, ...granting(operation) },
      ]),
      ...ANYWHERE.flatMap((via): RequestRow[] => [
        ['let AWS use the key of volumes there', 'kms:CreateGrant', keyArn('volume'),
          { ...FOR_AWS, ...via, ...granting('Decrypt') }],
        ['look up the key of volumes', 'kms:DescribeKey', keyArn('volume'), via],
      ]),
    ],
    denied: [
      ['add nodes in another account', 'sagemaker:BatchAddClusterNodes', arn('sagemaker', 'cluster/x', OTHER_ACCOUNT)],
      ['add nodes in another region', 'sagemaker:BatchAddClusterNodes', arn('sagemaker', 'cluster/x', ACCOUNT, 'us-east-1')],
      ['replace nodes', 'sagemaker:BatchReplaceClusterNodes', CLUSTER],
      ['change the cluster', 'sagemaker:UpdateCluster', CLUSTER],
      ['delete the cluster', 'sagemaker:DeleteCluster', CLUSTER],
      ['let anyone use the key', 'kms:CreateGrant', keyArn('volume'), { ...VIA_SAGEMAKER, ...granting('Decrypt') }],
      ['let AWS use the key without SageMaker', 'kms:CreateGrant', keyArn('volume'), { ...FOR_AWS, ...granting('Decrypt') }],
      [
        'let AWS use the key in other ways', 'kms:CreateGrant', keyArn('volume'),
        { ...FOR_AWS, ...VIA_SAGEMAKER, ...granting('GenerateDataKey') },
      ],
      ['let AWS use the key in any way', 'kms:CreateGrant', keyArn('volume'), { ...FOR_AWS, ...VIA_SAGEMAKER }],
      ['let AWS use another key', 'kms:CreateGrant', keyArn('other'), { ...FOR_AWS, ...VIA_SAGEMAKER, ...granting('Decrypt') }],
      ['decrypt with the key', 'kms:Decrypt', keyArn('volume'), VIA_SAGEMAKER],
    ],
  },
  {
    name: "a service that assumes Karpenter's role",
    statements: () => trustOf({}),
    isTrust: true,
    allowed: [['be HyperPod, working for this account', 'sts:AssumeRole', HYPER_POD, { 'aws:SourceAccount': ACCOUNT }]],
    denied: [
      ['be HyperPod, working for another account', 'sts:AssumeRole', HYPER_POD, { 'aws:SourceAccount': OTHER_ACCOUNT }],
      ['be HyperPod without a source account', 'sts:AssumeRole', HYPER_POD],
      ['be SageMaker', 'sts:AssumeRole', 'sagemaker.amazonaws.com', { 'aws:SourceAccount': ACCOUNT }],
    ],
  },
  {
    name: "a service that assumes Karpenter's role, without the condition on the account",
    statements: () => trustOf({ sourceAccountCondition: false }),
    isTrust: true,
    allowed: [['be HyperPod', 'sts:AssumeRole', HYPER_POD]],
    denied: [['be SageMaker', 'sts:AssumeRole', 'sagemaker.amazonaws.com']],
  },
  {
    name: "a caller with grantPass() of Karpenter's role",
    statements: callerStatements,
    allowed: [
      ['pass it to SageMaker', 'iam:PassRole', roleArn('karpenter'), TO_SAGEMAKER],
      ['pass it to HyperPod', 'iam:PassRole', roleArn('karpenter'), { 'iam:PassedToService': HYPER_POD }],
    ],
    denied: [
      ['pass it to EC2', 'iam:PassRole', roleArn('karpenter'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
    ],
  },
];

/** The principals of a trust policy take the place of resources. */
function trustOf(props: SageMakerHyperPodKarpenterRoleProps): readonly Statement[] {
  return karpenter(() => props)().trust.map(statement => ({
    ...statement,
    Resource: [statement.Principal?.Service].flat().map(String),
  }));
}

function callerStatements(): readonly Statement[] {
  const { roles } = synthesize((stack: Stack) => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new SageMakerHyperPodKarpenterRole(stack, 'Role', { roleName: 'karpenter' }).grantPass(caller);
  }, ENV);
  const caller = roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!;
  const karpenterRole = roles.find(({ logicalId }) => logicalId.startsWith('Role'))!;
  const named = (resource: string) => resource.replace(karpenterRole.logicalId.toLowerCase(), 'karpenter');
  return caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) }));
}
