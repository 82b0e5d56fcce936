import { DeniedRow } from './denied';
import { UnusedRow } from './granted';

/** Requests of programs that our constructs deny. */
export const PARALLELCLUSTER2_DENIED: readonly DeniedRow[] = [
  {
    subject: 'user',
    actions: ['kms:DescribeKey'],
    because: 'no option names the keys of volumes and file systems: without the check (`sanity_check = false`) no call is made',
  },
  {
    subject: 'user',
    actions: ['s3:ListBucket'],
    resources: ['arn:aws:s3:::my-data'],
    because: 'no option names the bucket of a file system: without the check (`sanity_check = false`) no call is made',
  },
  {
    subject: 'user',
    actions: ['s3:GetObject'],
    resources: ['arn:aws:s3:::my-data/scripts/*'],
    because: 'the check of scripts in a bucket of the user only warns',
  },
  {
    subject: 'user',
    asker: 'ParallelCluster2UserPolicy, uses a cluster',
    actions: ['ec2:DescribeSubnets'],
    because: 'the command line looks up the zone of a subnet, and goes on without it',
  },
  {
    subject: 'instance',
    actions: ['ecs:ListContainerInstances'],
    because: 'granted under the name that AWS Batch gave its clusters when 2.11 was published',
  },
];

/** Actions that our constructs grant and neither a program nor a page asks for. */
export const PARALLELCLUSTER2_UNUSED: Readonly<Record<string, readonly UnusedRow[]>> = {
  ParallelCluster2UserPolicy: [
    {
      actions: [
        'cloudwatch:DeleteDashboards', 'cloudwatch:GetDashboard', 'cloudwatch:ListDashboards', 'cloudwatch:PutDashboard',
        'cloudwatch:TagResource', 'cloudwatch:UntagResource', 'dynamodb:UntagResource', 'ec2:CreateRoute',
        'ec2:DeleteNatGateway', 'ec2:DeleteRoute', 'ec2:DeleteRouteTable', 'ec2:DeleteSubnet',
        'ec2:DisassociateRouteTable', 'iam:UntagRole', 'lambda:ListTags', 'lambda:TagResource', 'lambda:UntagResource',
        'sns:TagResource', 'sns:UntagResource',
      ],
      because: 'CloudFormation calls it to make stacks, and the templates of 2.x are in a bucket of AWS, not in the packages',
    },
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      because: 'Amazon S3 uses the key of a bucket for the caller: no program calls it',
    },
  ],
  ParallelCluster2InstanceRole: [
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      because: 'Amazon S3 uses the key of a bucket for the caller: no program calls it',
    },
  ],
};
