import { awsBatchPolicy } from './batch-policy';
import { HeadNode } from './read';
import { slurmPolicy } from './slurm-policy';
import { viaService } from '../../private/statements/conditions';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { volumeKeys } from '../../private/statements/shared/volume-keys';
import {
  bucketKeys, decryptSecrets, describeAttributes, NEWER, readArtifacts, readSecretValue, SECRET_SUFFIX,
} from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

/** Statements of all versions. */
export function headNodePolicy(headNode: HeadNode): readonly PolicyFeature[] {
  const { arns, slurm, awsBatch, secrets, bucket, keys } = headNode;
  return [
    { name: 'Common', statements: commonPolicy(headNode) },
    { name: 'Slurm', statements: whenPresent(slurm, options => slurmPolicy(arns, options)) },
    { name: 'AwsBatch', statements: whenPresent(awsBatch, roles => awsBatchPolicy(arns, roles, bucket)) },
    { name: 'Secrets', statements: secretsPolicy(secrets) },
    { name: 'Volumes', statements: keysPolicy(keys, arns.region) },
  ];
}

function commonPolicy({ arns, bucket }: HeadNode): Statements {
  const source = ROLE_SOURCES.headNode;
  const ofInstances = [arns.instances, arns.regional('ec2', 'volume/*')];
  return [
    {
      sid: 'CommonDescribe',
      source,
      actions: [
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstances',
        'ec2:DescribeVolumes',
      ],
      resources: ANY,
    },
    describeAttributes(source, arns),
    {
      sid: 'CommonDescribeLaunchTemplates',
      source: ROLE_SOURCES.commandLine,
      since: '3.13.0',
      note: NEWER,
      actions: ['ec2:DescribeLaunchTemplateVersions'],
      resources: ANY,
    },
    {
      sid: 'CommonAttachVolumes',
      source,
      actions: ['ec2:AttachVolume'],
      resources: ofInstances,
    },
    {
      sid: 'CommonDetachVolumes',
      source: ROLE_SOURCES.commandLine,
      since: '3.3.0',
      note: NEWER,
      actions: ['ec2:DetachVolume'],
      resources: ofInstances,
    },
    {
      sid: 'CommonUseStack',
      source,
      note: 'narrowed: the page grants all resources; this covers the stack of the cluster and those nested in it. ' +
        'cloudformation:DescribeStacks is missing on the page for Slurm; the command line grants it',
      actions: [
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
        'cloudformation:SignalResource',
      ],
      resources: arns.stacks,
    },
    readArtifacts(source, [arns.artifacts, arns.dcvLicense]),
    ownedBy(bucket.owner, {
      sid: 'CommonReadClusterObjects',
      source,
      note: 'narrowed: the page grants all objects of the bucket, those of custom images included',
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
      ],
      resources: [arns.artifactsIn(bucket.arn)],
    }),
    ownedBy(bucket.owner, {
      sid: 'CommonListClusterBucket',
      source: ROLE_SOURCES.commandLine,
      note: 'added: the page leaves it out, and the command line has granted it since 3.1.1',
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources: [bucket.arn],
    }),
    ...bucketKeys('CommonReadClusterKeys', ROLE_SOURCES.commandLine, bucket.keys, ['kms:Decrypt']),
  ];
}

function secretsPolicy(secrets: HeadNode['secrets']): Statements {
  const { directoryPassword, directoryParameter, databasePassword, mungeKey } = secrets ?? {};
  const { headNode, commandLine } = ROLE_SOURCES;
  return [
    ...readSecretValue('SecretsReadDirectoryPassword', headNode, [directoryPassword], { note: SECRET_SUFFIX }),
    ...readSecretValue('SecretsReadDirectoryParameter', commandLine, [directoryParameter], {
      since: '3.5.1',
      note: NEWER,
      actions: ['ssm:GetParameter'],
    }),
    ...readSecretValue('SecretsReadDatabasePassword', commandLine, [databasePassword], { since: '3.3.0' }),
    ...readSecretValue('SecretsReadMungeKey', commandLine, [mungeKey], { since: '3.8.0' }),
    ...decryptSecrets('SecretsDecrypt', commandLine, [
      directoryPassword, directoryParameter, databasePassword, mungeKey,
    ]),
  ];
}

/** EC2 uses the keys for the head node: nothing on a node calls AWS KMS for images and volumes. */
function keysPolicy(keys: readonly string[], region: string): Statements {
  return volumeKeys({
    feature: 'Volumes',
    source: ROLE_SOURCES.volumeKeys,
    keys,
    note: 'narrowed: the source grants all keys, to any call, and has kms:ReEncrypt, which does not exist; EC2 uses them ' +
      'when it launches nodes and attaches volumes',
    conditions: viaService('ec2', region),
  });
}
