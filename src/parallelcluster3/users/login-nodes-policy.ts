import { TAGGED_AS_CLUSTER, linkedRole, linkedTo } from './conditions';
import { Arns } from '../../private/options/arns';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { USER_SOURCES } from '../sources';

/** Login nodes: a network load balancer in front of an Auto Scaling group for each pool. */
export function loginNodesPolicy(arns: Arns): Statements {
  const source = USER_SOURCES.clusterServices;
  const balancers = arns.regional('elasticloadbalancing', 'loadbalancer/net/*');
  const targets = arns.regional('elasticloadbalancing', 'targetgroup/*');
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
      ],
      actionsSince: { '3.13.0': ['elasticloadbalancing:ModifyTargetGroup', 'elasticloadbalancing:RemoveTags'] },
      resources: [arns.regional('elasticloadbalancing', 'listener/net/*'), balancers, targets],
    },
    {
      sid: 'LoginNodesUseScaling',
      source,
      note: 'narrowed: the page grants every group; those of login nodes have this name. Its condition on the tags ' +
        'has no effect, since these actions have none',
      actions: [
        'autoscaling:CreateAutoScalingGroup',
        'autoscaling:DeleteAutoScalingGroup',
        'autoscaling:DeleteLifecycleHook',
        'autoscaling:PutLifecycleHook',
        'autoscaling:UpdateAutoScalingGroup',
      ],
      actionsSince: { '3.13.0': ['autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteTags'] },
      resources: [arns.regional('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/*-AutoScalingGroup')],
    },
    {
      sid: 'LoginNodesDescribe',
      source,
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeScalingActivities',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      actionsSince: { '3.11.1': ['autoscaling:DescribeLifecycleHooks', 'elasticloadbalancing:DescribeTags'] },
      resources: ANY,
    },
    {
      sid: 'LoginNodesFindSecurityGroups',
      source: USER_SOURCES.testUser,
      note: 'added: the role of the integration tests has it on all resources; the published policies lack it',
      actions: ['ec2:GetSecurityGroupsForVpc'],
      resources: [arns.regional('ec2', 'vpc/*')],
    },
    {
      sid: 'LoginNodesCreateLinkedRoles',
      source,
      note: 'narrowed: to the ARNs of the roles',
      since: '3.12.0',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: ['autoscaling', 'elasticloadbalancing'].map(service => linkedRole(arns, service)),
      conditions: linkedTo('autoscaling.amazonaws.com', 'elasticloadbalancing.amazonaws.com'),
    },
  ];
}
