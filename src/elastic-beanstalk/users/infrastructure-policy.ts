import { Infrastructure } from './read';
import { ALL_ROLES, EVERYWHERE, TAGGED, UserScope } from './scope';
import { passedTo } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { EC2_SERVICES } from '../../private/statements/services';
import { LAUNCHES_A_VERSION } from '../../private/statements/shared/scaling-groups';
import { SOURCES } from '../sources';
import { BEANSTALK_SERVICE } from '../tiers/service';

const source = SOURCES.administrator;

/** Stacks, groups and alarms of environments on Amazon EC2. */
export function infrastructurePolicy(scope: UserScope): Statements {
  return [
    ...stackPolicy(scope),
    ...groupPolicy(scope),
    {
      sid: 'InfrastructureAlarms',
      source,
      note: 'narrowed: alarms that change the size of groups of Elastic Beanstalk, or publish to topics of the environments: ' +
        'alarms can also stop and terminate every instance',
      actions: ['cloudwatch:PutMetricAlarm'],
      resources: scope.widelyNamed('cloudwatch', 'alarm:'),
      conditions: {
        'ForAllValues:StringLike': {
          'cloudwatch:AlarmActions': [
            ...scope.named('autoscaling', 'scalingPolicy:*:autoScalingGroupName/', ':policyName/*'), ...scope.topics,
          ],
        },
      },
    },
    {
      sid: 'InfrastructureDeleteAlarms',
      source,
      note: EVERYWHERE,
      actions: ['cloudwatch:DeleteAlarms'],
      resources: scope.widelyNamed('cloudwatch', 'alarm:'),
    },
  ];
}

/** Passing and finding the roles of environments on Amazon EC2. */
export function rolesPolicy(
  { arns }: UserScope, { instanceRoles, serviceRoles, loadBalancers }: Infrastructure,
): Statements {
  const ofServices = [
    'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
    'elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk',
    ...(loadBalancers ? ['elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing'] : []),
    'maintenance.elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk*',
    'managedupdates.elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk*',
  ];
  return [
    {
      sid: 'InfrastructurePassInstanceRoles',
      source,
      note: ALL_ROLES,
      actions: ['iam:PassRole'],
      resources: instanceRoles,
      conditions: passedTo(EC2_SERVICES),
    },
    ...whenPresent(serviceRoles, resources => ({
      sid: 'InfrastructurePassServiceRoles',
      source,
      note: ALL_ROLES,
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(BEANSTALK_SERVICE),
    })),
    {
      sid: 'InfrastructureReadRoles',
      source,
      note: 'narrowed: the managed policy reads all roles; added: `iam:GetInstanceProfile`, which the README of the GitHub action lists',
      actions: [
        'iam:GetInstanceProfile',
        'iam:GetRole',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ],
      resources: [...instanceRoles, ...serviceRoles, arns.iam('instance-profile/*')],
    },
    {
      sid: 'InfrastructureFindRoles',
      source,
      note: 'kept: eb looks for the instance profile and the roles by their names',
      actions: [
        'iam:ListInstanceProfiles',
        'iam:ListRoles',
      ],
      resources: ANY,
    },
    {
      sid: 'InfrastructureLinkedRoles',
      source,
      note: 'added: the ends of the names of the two roles for updates and maintenance, which the managed policy cuts off',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: ofServices.map(name => arns.iam(`role/aws-service-role/${name}`)),
      conditions: { StringEquals: { 'iam:AWSServiceName': ofServices.map(name => name.split('/')[0]) } },
    },
  ];
}

function stackPolicy(scope: UserScope): Statements {
  const stacks = scope.named('cloudformation', 'stack/', '/*');
  return [
    {
      sid: 'InfrastructureCreateStacks',
      source,
      note: EVERYWHERE,
      actions: ['cloudformation:CreateStack'],
      resources: stacks,
    },
    {
      sid: 'InfrastructureDeleteStacks',
      source,
      note: TAGGED,
      actions: [
        'cloudformation:ContinueUpdateRollback',
        'cloudformation:DeleteStack',
        'cloudformation:SignalResource',
      ],
      resources: stacks,
      conditions: scope.tagged,
    },
    {
      sid: 'InfrastructureTagStacks',
      source,
      note: 'narrowed: stacks without the tag of another environment: a new one is tagged when it is created',
      actions: [
        'cloudformation:TagResource',
        'cloudformation:UntagResource',
      ],
      resources: stacks,
      conditions: scope.taggedIfAtAll,
    },
  ];
}

function groupPolicy(scope: UserScope): Statements {
  return [
    {
      sid: 'InfrastructureLaunchGroups',
      source,
      note: 'narrowed: requests with a version of the launch template: a group that follows the newest one would launch instances ' +
        'with any role of the account. And groups without the tag of another environment',
      actions: [
        'autoscaling:CreateAutoScalingGroup',
        'autoscaling:UpdateAutoScalingGroup',
      ],
      resources: scope.groups,
      conditions: { ...scope.taggedIfAtAll, ...LAUNCHES_A_VERSION },
    },
    {
      sid: 'InfrastructureTagGroups',
      source,
      note: 'narrowed: groups without the tag of another environment: a new one is tagged when it is created',
      actions: [
        'autoscaling:CreateOrUpdateTags',
        'autoscaling:DeleteTags',
      ],
      resources: scope.groups,
      conditions: scope.taggedIfAtAll,
    },
    {
      sid: 'InfrastructureMoveInstances',
      source: SOURCES.managedUpdates,
      note: `${TAGGED}; immutable updates move instances between two groups of an environment. IAM does not check which instances`,
      actions: [
        'autoscaling:AttachInstances',
        'autoscaling:DetachInstances',
      ],
      resources: scope.groups,
      conditions: scope.tagged,
    },
    {
      sid: 'InfrastructureGroups',
      source,
      note: `${TAGGED}; of autoscaling:* what CloudFormation calls for groups, policies and schedules`,
      actions: [
        'autoscaling:AttachLoadBalancerTargetGroups',
        'autoscaling:AttachLoadBalancers',
        'autoscaling:DeleteAutoScalingGroup',
        'autoscaling:DeleteNotificationConfiguration',
        'autoscaling:DeletePolicy',
        'autoscaling:DeleteScheduledAction',
        'autoscaling:DetachLoadBalancerTargetGroups',
        'autoscaling:DetachLoadBalancers',
        'autoscaling:DisableMetricsCollection',
        'autoscaling:EnableMetricsCollection',
        'autoscaling:PutNotificationConfiguration',
        'autoscaling:PutScalingPolicy',
        'autoscaling:PutScheduledUpdateGroupAction',
      ],
      resources: scope.groups,
      conditions: scope.tagged,
    },
    {
      sid: 'InfrastructureDescribe',
      source,
      note: 'narrowed: of the actions that start with Describe what CloudFormation calls for groups, policies and schedules',
      actions: [
        'autoscaling:DescribeLoadBalancerTargetGroups',
        'autoscaling:DescribePolicies',
        'autoscaling:DescribeTags',
        'ec2:DescribeInstanceTypes',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancerAttributes',
        'elasticloadbalancing:DescribeLoadBalancerPolicies',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroupAttributes',
      ],
      resources: ANY,
    },
  ];
}
