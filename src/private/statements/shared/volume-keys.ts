import { FOR_AWS_RESOURCES } from '../conditions';
import { Conditions, DocumentedStatement, Source, whenPresent } from '../documented-statement';

/** What Amazon EC2 and file systems ask for to use keys. */
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
  readonly note: string;
  /** @default - any call */
  readonly conditions?: Conditions;
}

/** Grants the keys of encrypted images, volumes and file systems. Grants on keys are for AWS services only. */
export function volumeKeys({ feature, source, keys, note, conditions }: VolumeKeys): readonly DocumentedStatement[] {
  return whenPresent(keys, resources => [
    {
      sid: `${feature}UseKeys`,
      source,
      note,
      actions: USE_ACTIONS,
      resources,
      conditions,
    },
    {
      sid: `${feature}GrantKeys`,
      source,
      note: `${note}. Grants are for AWS services only, which keep volumes open`,
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { ...conditions, ...FOR_AWS_RESOURCES },
    },
  ]);
}
