import { Arns } from '../../../private/options/arns';
import { ANY, Statements } from '../../../private/statements/documented-statement';
import { LAUNCHES_A_VERSION, KEEPS_LAUNCH_TEMPLATE } from '../../../private/statements/shared/scaling-groups';
import { USER_SOURCES } from '../../sources';
import { linkedRoles, TAGGED_AS_CLUSTER } from '../conditions';

const GROUPS = 'narrowed: the page grants every group; those of login nodes have this name';

/** Login nodes: a network load balancer in front of an Auto Scaling group for each pool. */
export function loginNodesPolicy(arns: Arns): Statements {
  const source = USER_SOURCES.clusterServices;
  const balancers = arns.regional('elasticloadbalancing', 'loadbalancer/net/*');
  const targets = arns.regional('elasticloadbalancing', 'targetgroup/*');
  const groups = [arns.regional('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/*-AutoScalingGroup')];
  return [
    {
      sid: 'LoginNodesCreateListeners',
      source: USER_SOURCES.loginTags,
      note: 'narrowed: to network load balancers, and to the tag of a cluster; other tags are not restricted, ' +
        'since that denied login nodes in 2026',
      actions: [
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateTargetGroup',
      ],
      resources: [balancers, targets],
      conditions: TAGGED_AS_CLUSTER,
    },
    {
      sid: 'LoginNodesUseBalancers',
      source,
      note: 'narrowed: the page grants every load balancer; those of login nodes are network load balancers',
      actions: [
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateLoadBalancer',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:RemoveTags',
      ],
      resources: [arns.regional('elasticloadbalancing', 'listener/net/*'), balancers, targets],
    },
    {
      sid: 'LoginNodesLaunch',
      source,
      note: `${GROUPS}; clusters name the version of their launch template, and a group that follows the newest version ` +
        'would launch with any role of the account',
      actions: [
        'autoscaling:CreateAutoScalingGroup',
        'autoscaling:UpdateAutoScalingGroup',
      ],
      resources: groups,
      conditions: LAUNCHES_A_VERSION,
    },
    {
      sid: 'LoginNodesScale',
      source,
      note: `${GROUPS}, to requests without a launch template`,
      actions: ['autoscaling:UpdateAutoScalingGroup'],
      resources: groups,
      conditions: KEEPS_LAUNCH_TEMPLATE,
    },
    {
      sid: 'LoginNodesUseGroups',
      source,
      note: `${GROUPS}. The condition of the page on tags has no effect, since these actions have none`,
      actions: [
        'autoscaling:CreateOrUpdateTags',
        'autoscaling:DeleteAutoScalingGroup',
        'autoscaling:DeleteLifecycleHook',
        'autoscaling:DeleteTags',
        'autoscaling:PutLifecycleHook',
      ],
      resources: groups,
    },
    {
      sid: 'LoginNodesDescribe',
      source,
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeLifecycleHooks',
        'autoscaling:DescribeScalingActivities',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTags',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      actionsSince: { '3.16.0': ['tag:GetResources'] },
      resources: ANY,
    },
    {
      sid: 'LoginNodesFindSecurityGroups',
      source: USER_SOURCES.testUser,
      note: 'added: the role of the integration tests has it on all resources; the published policies lack it',
      actions: ['ec2:GetSecurityGroupsForVpc'],
      resources: [arns.regional('ec2', 'vpc/*')],
    },
    linkedRoles('LoginNodesCreateLinkedRoles', source, arns, 'autoscaling', 'elasticloadbalancing'),
  ];
}
