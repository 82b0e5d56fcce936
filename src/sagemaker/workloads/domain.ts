import * as kms from 'aws-cdk-lib/aws-kms';
import { STUDIO } from './log-groups';
import { writeLogs } from './statements';
import { defineWorkload } from './workload';
import { OptionReader } from '../../private/options/reader';
import { FOR_AWS_RESOURCES } from '../../private/statements/conditions';
import { SOURCES } from '../sources';

/**
 * Permissions of the execution role of a domain, or of a user profile, whose domain is encrypted with a customer
 * managed key. In addition to the permissions on the key: writing the logs of Studio (`/aws/sagemaker/studio`).
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createdomain-perms
 */
export interface SageMakerDomainOptions {
  /**
   * The key of the domain (`KmsKeyId`): `kms:CreateGrant`, for AWS services only, and `kms:DescribeKey`. SageMaker
   * needs them when an app is created.
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
        sid: 'DomainFindKey',
        source: SOURCES.domain,
        actions: ['kms:DescribeKey'],
        resources: [key],
      },
      {
        sid: 'DomainGrantKey',
        source: SOURCES.domain,
        note: 'narrowed: the page has no condition, with which the role could grant itself, or others, the use of the key; ' +
          'SageMaker creates grants for its file system',
        actions: ['kms:CreateGrant'],
        resources: [key],
        conditions: FOR_AWS_RESOURCES,
      },
      {
        ...writeLogs('Domain', SOURCES.logGroups, arns, [STUDIO]),
        note: 'added: the apps of a domain write their logs with this role; the page has only the permissions on the ' +
          'key',
      },
    ],
  }],
});
