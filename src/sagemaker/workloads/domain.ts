import * as kms from 'aws-cdk-lib/aws-kms';
import { STUDIO } from './log-groups';
import { writeLogs } from './statements';
import { defineWorkload } from './workload';
import { OptionReader } from '../../private/options/reader';
import { SOURCES } from '../sources';

/**
 * Permissions of the execution role of a domain, or of a user profile, whose domain is encrypted with a customer
 * managed key. In addition to the permissions on the key: writing the logs of Studio (`/aws/sagemaker/studio`).
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createdomain-perms
 */
export interface SageMakerDomainOptions {
  /**
   * The key of the domain (`KmsKeyId`): `kms:CreateGrant` and `kms:DescribeKey`. SageMaker needs them when an app is
   * created.
   */
  readonly key: kms.IKeyRef;
}

export const DOMAIN = defineWorkload({
  source: SOURCES.domain,
  sourceArnTypes: [],
  read: (read: OptionReader<SageMakerDomainOptions>) => ({ key: read.requiredKey('key') }),
  features: (arns, { key }) => [{
    name: 'Domain',
    statements: [
      {
        sid: 'DomainUseKey',
        source: SOURCES.domain,
        actions: [
          'kms:CreateGrant',
          'kms:DescribeKey',
        ],
        resources: [key],
      },
      {
        ...writeLogs('Domain', SOURCES.logGroups, arns, [STUDIO]),
        note: 'added: the apps of a domain write their logs with this role; the page has only the permissions on the ' +
          'key',
      },
    ],
  }],
});
