import { BoundLocations } from '../../private/options/option-reader';
import { DocumentedStatement, given, PolicyFeature } from '../../private/statements/documented-statement';
import { Secret, decryptSecrets, readSecretValue } from '../cluster/secrets';
import { ROLE_SOURCES } from '../sources';

export interface Slurmdbd {
  readonly secrets: readonly Secret[];
  readonly logGroup: string;
  readonly networkInterfaces: string;
  /** Whoever owns it. */
  readonly subnet: string;
  readonly bucket?: BoundLocations;
}

export function slurmdbdPolicy(
  { secrets, logGroup, networkInterfaces, subnet, bucket }: Slurmdbd,
): readonly PolicyFeature[] {
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
          resources: [logGroup],
        },
        {
          sid: 'CommonAssignAddress',
          source,
          note: 'narrowed: the stack grants all resources, in subnets whose ARN ends alike, shared ones included; the subnet is ' +
            'named here, and the interface is one of this account',
          actions: ['ec2:AssignPrivateIpAddresses'],
          resources: [networkInterfaces],
          conditions: { ArnLike: { 'ec2:Subnet': subnet } },
        },
      ],
    },
    { name: 'Bucket', statements: given(bucket, bucketPolicy) },
  ];
}

function bucketPolicy({ buckets, objects, keys }: BoundLocations): DocumentedStatement[] {
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
    ...given(keys, resources => ({
      sid: 'BucketUseKeys',
      source,
      note: 'added: the stack leaves the key of the bucket to the user',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}
