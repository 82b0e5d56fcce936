import { TAGGED, UserScope } from './scope';
import { Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

const source = SOURCES.administrator;
const SERVICE = 'elasticloadbalancing';
const NAMED = 'narrowed: of elasticloadbalancing:* what CloudFormation calls for load balancers of environments, by their names';

/** Load balancers, target groups and listeners of environments. */
export function loadBalancerPolicy(scope: UserScope): Statements {
  const classic = scope.widelyNamed(SERVICE, 'loadbalancer/');
  const newer = ['app', 'net'].flatMap(type => scope.widelyNamed(SERVICE, `loadbalancer/${type}/`, '/*'));
  const listeners = ['app', 'net'].flatMap(type => scope.widelyNamed(SERVICE, `listener/${type}/`, '/*/*'));
  const rules = scope.widelyNamed(SERVICE, 'listener-rule/app/', '/*/*/*');
  const targetGroups = scope.widelyNamed(SERVICE, 'targetgroup/', '/*');
  return [
    {
      sid: 'LoadBalancersCreate',
      source,
      note: `${NAMED}; those without the tag of another environment`,
      actions: [
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateLoadBalancer',
        'elasticloadbalancing:CreateTargetGroup',
        'elasticloadbalancing:RemoveTags',
      ],
      resources: [...classic, ...newer, ...targetGroups],
      conditions: scope.taggedIfAtAll,
    },
    {
      sid: 'LoadBalancersChange',
      source,
      note: TAGGED,
      actions: [
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:SetIpAddressType',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
      ],
      resources: [...classic, ...newer, ...targetGroups],
      conditions: scope.tagged,
    },
    {
      sid: 'LoadBalancersCreateListeners',
      source,
      note: TAGGED,
      actions: ['elasticloadbalancing:CreateListener'],
      resources: newer,
      conditions: scope.tagged,
    },
    {
      sid: 'LoadBalancersListeners',
      source,
      note: `${NAMED}; listeners and rules of environments have no tags`,
      actions: [
        'elasticloadbalancing:CreateRule',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteRule',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyRule',
        'elasticloadbalancing:SetRulePriorities',
      ],
      resources: [...listeners, ...rules],
    },
    {
      sid: 'LoadBalancersClassic',
      source,
      note: TAGGED,
      actions: [
        'elasticloadbalancing:ApplySecurityGroupsToLoadBalancer',
        'elasticloadbalancing:AttachLoadBalancerToSubnets',
        'elasticloadbalancing:ConfigureHealthCheck',
        'elasticloadbalancing:CreateAppCookieStickinessPolicy',
        'elasticloadbalancing:CreateLBCookieStickinessPolicy',
        'elasticloadbalancing:CreateLoadBalancerListeners',
        'elasticloadbalancing:CreateLoadBalancerPolicy',
        'elasticloadbalancing:DeleteLoadBalancerListeners',
        'elasticloadbalancing:DeleteLoadBalancerPolicy',
        'elasticloadbalancing:DetachLoadBalancerFromSubnets',
        'elasticloadbalancing:DisableAvailabilityZonesForLoadBalancer',
        'elasticloadbalancing:EnableAvailabilityZonesForLoadBalancer',
        'elasticloadbalancing:SetLoadBalancerListenerSSLCertificate',
        'elasticloadbalancing:SetLoadBalancerPoliciesForBackendServer',
        'elasticloadbalancing:SetLoadBalancerPoliciesOfListener',
      ],
      resources: classic,
      conditions: scope.tagged,
    },
  ];
}
