import { DeniedRow } from './denied';
import { UnusedRow } from './granted';

/** Calls of `eb` that users are denied. */
export const EB_CLI_DENIED: readonly DeniedRow[] = [
  {
    subject: 'user',
    actions: ['iam:AddRoleToInstanceProfile', 'iam:AttachRolePolicy', 'iam:CreateInstanceProfile', 'iam:CreateRole'],
    configurations: ['default-roles'],
    because: 'without --instance_profile and --service-role, eb creates the default roles: who may do that makes roles',
  },
  {
    subject: 'user',
    actions: ['iam:PassRole'],
    configurations: ['default-roles'],
    because: 'without --instance_profile and --service-role, eb passes the default roles: users pass only those that are listed',
  },
];

/** Actions of users that `eb` does not call. */
export const EB_CLI_UNUSED: Readonly<Record<string, readonly UnusedRow[]>> = {
  BeanstalkUserPolicy: [
    {
      actions: [
        'autoscaling:DescribeAccountLimits', 'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeAutoScalingInstances', 'autoscaling:DescribeLaunchConfigurations',
        'autoscaling:DescribeLoadBalancers', 'autoscaling:DescribeNotificationConfigurations',
        'autoscaling:DescribeScalingActivities', 'autoscaling:DescribeScheduledActions',
        'cloudformation:DescribeStackEvents', 'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStackResources', 'cloudformation:DescribeStacks', 'cloudformation:ListStackResources',
        'cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics',
        'ec2:DescribeAccountAttributes', 'ec2:DescribeAddresses', 'ec2:DescribeAvailabilityZones', 'ec2:DescribeImages',
        'ec2:DescribeInstances', 'ec2:DescribeKeyPairs', 'ec2:DescribeLaunchTemplateVersions',
        'ec2:DescribeLaunchTemplates', 'ec2:DescribeSecurityGroups', 'ec2:DescribeSnapshots',
        'ec2:DescribeSpotInstanceRequests', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs',
        'elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth', 's3:CreateBucket', 's3:PutObjectAcl',
      ],
      because: 'Elastic Beanstalk calls it with the permissions of the user: it is not one of the programs that run',
    },
    {
      actions: [
        'elasticbeanstalk:ApplyEnvironmentManagedAction', 'elasticbeanstalk:AssociateEnvironmentOperationsRole',
        'elasticbeanstalk:DeleteEnvironmentConfiguration', 'elasticbeanstalk:DescribeAccountAttributes',
        'elasticbeanstalk:DescribeEnvironmentManagedActionHistory', 'elasticbeanstalk:DescribeEnvironmentManagedActions',
        'elasticbeanstalk:DisassociateEnvironmentOperationsRole', 'elasticbeanstalk:RestartAppServer',
        'elasticbeanstalk:UpdateApplicationVersion', 'elasticbeanstalk:UpdateConfigurationTemplate',
      ],
      because: 'people call it in the console or with the AWS CLI: eb has no command for it',
    },
    {
      actions: ['elasticbeanstalk:DescribeConfigurationOptions'],
      because: 'eb calls it only for environments with a shared load balancer: none are recorded',
    },
    {
      actions: ['logs:GetLogEvents', 's3:AbortMultipartUpload'],
      because: 'eb calls it for log groups and for large bundles: none are here',
    },
  ],
};
