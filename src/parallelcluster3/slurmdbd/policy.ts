import { Slurmdbd } from './read';
import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/reader';
import { PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { bucketKeys, decryptSecrets, readSecretValue } from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

export function slurmdbdPolicy(arns: Arns, { secrets, subnet, bucket }: Slurmdbd): readonly PolicyFeature[] {
  const source = ROLE_SOURCES.externalSlurmdbd;
  return [
    {
      name: 'Common',
      statements: [
        ...readSecretValue('CommonReadSecrets', source, secrets),
        ...decryptSecrets('CommonDecryptSecrets', source, secrets),
        {
          sid: 'CommonWriteLogs',
          source,
          actions: [
            'logs:CreateLogStream',
            'logs:PutLogEvents',
          ],
          resources: [arns.logGroups('/aws/parallelcluster/external-slurmdbd/')],
        },
        {
          sid: 'CommonAssignAddress',
          source,
          note: 'narrowed: the stack grants all resources, in subnets whose ARN has the same end, shared ones ' +
            'included; here it is limited to one subnet, and to interfaces of this account',
          actions: ['ec2:AssignPrivateIpAddresses'],
          resources: [arns.regional('ec2', 'network-interface/*')],
          conditions: { ArnLike: { 'ec2:Subnet': subnet } },
        },
      ],
    },
    { name: 'Bucket', statements: whenPresent(bucket, bucketPolicy) },
  ];
}

function bucketPolicy({ buckets, objects, keys }: BoundLocations): Statements {
  const source = ROLE_SOURCES.externalSlurmdbd;
  return [
    {
      sid: 'BucketList',
      source,
      actions: ['s3:ListBucket'],
      resources: buckets,
    },
    {
      sid: 'BucketUseObjects',
      source,
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources: objects,
    },
    ...bucketKeys('BucketUseKeys', source, keys, ['kms:Decrypt', 'kms:GenerateDataKey'],
      'added: the stack grants nothing on the key of the bucket'),
  ];
}
