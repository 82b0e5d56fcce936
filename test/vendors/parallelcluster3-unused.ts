import { SESSIONS, UnusedRow } from './granted';

const OPENS_KEYS: UnusedRow = {
  actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
  because: 'Amazon S3 and Secrets Manager use the key of a bucket or a secret for the caller: no program calls it',
};

const PASSWORD_PARAMETER: UnusedRow = {
  actions: ['ssm:GetParameter'],
  because: 'the password of a directory is in the Parameter Store in us-isob-east-1 only, and the programs run elsewhere',
};

/** Actions that our constructs grant and neither a program, a template nor a page asks for. */
export const PARALLELCLUSTER3_UNUSED: Readonly<Record<string, readonly UnusedRow[]>> = {
  ParallelClusterUserPolicy: [
    OPENS_KEYS,
    PASSWORD_PARAMETER,
    {
      actions: ['ec2:GetSecurityGroupsForVpc'],
      because: 'Elastic Load Balancing looks up security groups for the caller; the role of the vendor\'s integration tests has it',
    },
  ],
  ParallelClusterHeadNodeRole: [
    OPENS_KEYS,
    PASSWORD_PARAMETER,
    SESSIONS,
    {
      actions: [
        'kms:CreateGrant', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo',
      ],
      because: 'EC2 uses the key of an image or a volume for the head node that launches from it: no program calls it',
    },
  ],
  ParallelClusterLoginNodeRole: [OPENS_KEYS, SESSIONS],
  ParallelClusterComputeNodeRole: [
    OPENS_KEYS,
    SESSIONS,
    {
      actions: ['cloudwatch:PutMetricData'],
      because: 'the cookbook, which is no part of the programs, publishes a metric when a node starts',
    },
  ],
  ParallelClusterImageBuilderRole: [{ ...OPENS_KEYS, actions: ['kms:Decrypt'] }],
  ParallelClusterImageCleanupRole: [
    {
      actions: ['lambda:GetPolicy'],
      because: 'CloudFormation reads the policy of a function with the role that deletes its stack',
    },
  ],
};
