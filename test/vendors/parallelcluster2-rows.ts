import { DeniedRow } from './denied';
import { SESSIONS, UnusedRow } from './granted';

/** Requests of programs that our constructs deny. */
export const PARALLELCLUSTER2_DENIED: readonly DeniedRow[] = [
  {
    subject: 'user',
    asker: 'ParallelCluster2UserPolicy, uses a cluster',
    actions: ['autoscaling:DescribeAutoScalingGroups', 'cloudformation:DescribeStackResource'],
    because: 'releases long before 2.11 find the instances of a cluster by it, and the guide has this policy for newer ones only',
  },
  {
    subject: 'user',
    actions: ['batch:UpdateComputeEnvironment'],
    resources: ['*/parallelcluster-*'],
    because: 'narrowed: to listed compute environments, or to the names that they have since 2.1.0; until 2.0.2 they have the ' +
      'name of their stack',
  },
];

const KEYS = [
  'kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom', 'kms:ReEncryptTo',
];

/** Actions that our constructs grant and neither a program nor a page asks for. */
export const PARALLELCLUSTER2_UNUSED: Readonly<Record<string, readonly UnusedRow[]>> = {
  ParallelCluster2UserPolicy: [
    {
      actions: [
        'cloudwatch:DeleteDashboards', 'cloudwatch:GetDashboard', 'cloudwatch:ListTagsForResource',
        'cloudwatch:PutDashboard', 'cloudwatch:TagResource', 'cloudwatch:UntagResource', 'dynamodb:UntagResource',
        'ec2:CreateRoute', 'ec2:DeleteInternetGateway', 'ec2:DeleteNatGateway', 'ec2:DeleteRoute',
        'ec2:DeleteRouteTable', 'ec2:DeleteSubnet', 'ec2:DescribeInstanceCreditSpecifications',
        'ec2:DescribeSecurityGroupRules', 'ec2:DescribeVolumeAttribute', 'ec2:DescribeVpnGateways',
        'ec2:DetachInternetGateway', 'ec2:DisassociateRouteTable', 'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies', 'iam:UntagRole', 'lambda:TagResource', 'lambda:UntagResource',
        'sns:GetSubscriptionAttributes', 'sns:TagResource', 'sns:UntagResource', 'sqs:ListQueueTags',
      ],
      because: 'CloudFormation calls it to make stacks, and the templates of 2.x are in a bucket of AWS, not in the packages',
    },
    {
      actions: KEYS.filter(action => action !== 'kms:DescribeKey'),
      because: 'Amazon S3 and EC2 use the key of a bucket, an image or a volume for the caller: no program calls it',
    },
  ],
  ParallelCluster2InstanceRole: [
    SESSIONS,
    {
      actions: KEYS,
      because: 'Amazon S3 and EC2 use the key of a bucket, an image or a volume for the caller: no program calls it',
    },
  ],
};
