import * as kms from 'aws-cdk-lib/aws-kms';
import { writeLogs } from './statements';
import { STUDIO } from './things/log-groups';
import { defineWorkload } from './workload';
import { OptionReader } from '../../private/options/reader';
import { FOR_AWS_RESOURCES } from '../../private/statements/conditions';
import { whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions that SageMaker needs for a domain, in its execution role or that of a user profile: writing the logs of
 * Studio (`/aws/sagemaker/studio`), and those on the key of an encrypted domain. They open no app: set
 * `studio` in addition for the users of the domain.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createdomain-perms
 */
export interface SageMakerDomainOptions {
  /**
   * The key of the domain (`KmsKeyId`): `kms:CreateGrant`, for AWS services only, and `kms:DescribeKey`. SageMaker
   * needs them when an app is created.
   *
   * @default - the domain is not encrypted with a customer managed key
   */
  readonly key?: kms.IKeyRef;
}

export const DOMAIN = defineWorkload({
  source: SOURCES.domain,
  sourceArnTypes: [],
  read: (read: OptionReader<SageMakerDomainOptions>) => ({ keys: read.key('key') }),
  features: (arns, { keys }) => [{
    name: 'Domain',
    statements: [
      ...whenPresent(keys, resources => [
        {
          sid: 'DomainFindKey',
          source: SOURCES.domain,
          actions: ['kms:DescribeKey'],
          resources,
        },
        {
          sid: 'DomainGrantKey',
          source: SOURCES.domain,
          note: 'narrowed: the page has no condition, with which the role could grant itself, or others, the use of the key; ' +
            'SageMaker creates grants for its file system',
          actions: ['kms:CreateGrant'],
          resources,
          conditions: FOR_AWS_RESOURCES,
        },
      ]),
      {
        ...writeLogs('Domain', SOURCES.logGroups, arns, [STUDIO]),
        note: 'added: the apps of a domain write their logs with this role; the page has only the permissions on the ' +
          'key',
      },
    ],
  }],
});
