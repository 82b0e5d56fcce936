import { ClusterStatements } from './statement';
import { Conditions, Source, whenPresent } from '../../private/statements/documented-statement';

/** What Amazon EBS and file systems ask for to use keys. */
const USE_ACTIONS = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

interface VolumeKeys {
  readonly feature: string;
  readonly source: Source;
  readonly keys: readonly string[];
  readonly reason: string;
  readonly conditions?: Conditions;
}

/** The keys of encrypted images, volumes and file systems. Grants are for AWS services only. */
export function volumeKeys({ feature, source, keys, reason, conditions }: VolumeKeys): ClusterStatements {
  return whenPresent(keys, resources => [
    {
      sid: `${feature}UseKeys`,
      source,
      note: `added: ${reason}`,
      actions: USE_ACTIONS,
      resources,
      conditions,
    },
    {
      sid: `${feature}GrantKeys`,
      source,
      note: 'added: grants are for AWS services only, which keep volumes open',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { ...conditions, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ]);
}
