import { Statements, whenPresent } from '../../private/statements/documented-statement';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.testUser;

/** Grants the keys of encrypted volumes, images and file systems to one of the features. */
export function volumeKeys(feature: string, keys: readonly string[]): Statements {
  return whenPresent(keys, resources => [
    {
      sid: `${feature}UseKeys`,
      source,
      note: 'added: pcluster looks up every key of a configuration, and CloudFormation creates volumes and file ' +
        'systems for the user; the source has kms:ReEncrypt, which does not exist',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources,
    },
    {
      sid: `${feature}GrantKeys`,
      source,
      note: 'added: grants are for AWS services only, which keep volumes open',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ]);
}
