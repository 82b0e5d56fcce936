import { ClusterEnvironments, Management } from './read';
import { BUCKET, UserScope } from './scope';
import { unique } from '../../private/options/unique';
import { passedTo } from '../../private/statements/conditions';
import { Conditions, Statements, whenPresent } from '../../private/statements/documented-statement';
import { CODEBUILD_SERVICE, EC2_SERVICES, EKS_SERVICE, POD_SERVICE } from '../../private/statements/services';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { SOURCES } from '../sources';
import { BEANSTALK_SERVICE } from '../tiers/service';

const source = SOURCES.administrator;
const OWN = 'narrowed: the managed policy grants all applications and environments';

/** Creating, tagging, rebuilding, swapping and terminating environments. */
export function managementPolicy(
  scope: UserScope, { operationsRoles, createsApplications, deletesApplications }: Management,
): Statements {
  return [
    {
      sid: 'ManagementEnvironments',
      source,
      note: OWN,
      actions: [
        'elasticbeanstalk:AddTags',
        'elasticbeanstalk:ApplyEnvironmentManagedAction',
        'elasticbeanstalk:CreateEnvironment',
        'elasticbeanstalk:DeleteEnvironmentConfiguration',
        'elasticbeanstalk:RebuildEnvironment',
        'elasticbeanstalk:RemoveTags',
        'elasticbeanstalk:TerminateEnvironment',
        'elasticbeanstalk:UpdateTagsForResource',
      ],
      resources: scope.environments,
    },
    {
      sid: 'ManagementSwap',
      source: SOURCES.userActions,
      note: 'narrowed: both environments are those of the user: a swap with another one would take over its visitors',
      actions: ['elasticbeanstalk:SwapEnvironmentCNAMEs'],
      resources: scope.environments,
      conditions: { ArnLikeIfExists: { 'elasticbeanstalk:FromEnvironment': scope.environments } },
    },
    {
      sid: 'ManagementSaveConfigurations',
      source: SOURCES.userActions,
      note: 'narrowed: of environments, configurations and applications of the user: settings may hold passwords',
      actions: [
        'elasticbeanstalk:CreateConfigurationTemplate',
        'elasticbeanstalk:UpdateConfigurationTemplate',
      ],
      resources: scope.templates,
      conditions: fromOwn(scope),
    },
    {
      sid: 'ManagementDeleteConfigurations',
      source,
      note: OWN,
      actions: ['elasticbeanstalk:DeleteConfigurationTemplate'],
      resources: scope.templates,
    },
    ownedBy(scope.arns.account, {
      sid: 'ManagementConfigurationFiles',
      source,
      note: `${BUCKET}; saved configurations are in these folders`,
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources: scope.templateFolders,
    }),
    ...whenPresent(operationsRoles, resources => operationsRolePolicy(scope, resources)),
    ...whenPresent(createsApplications, () => ({
      sid: 'ManagementCreateApplications',
      source,
      note: OWN,
      actions: [
        'elasticbeanstalk:CreateApplication',
        'elasticbeanstalk:UpdateApplication',
        'elasticbeanstalk:UpdateApplicationResourceLifecycle',
      ],
      resources: scope.apps,
    })),
    ...whenPresent(deletesApplications, () => ({
      sid: 'ManagementDeleteApplications',
      source,
      note: OWN,
      actions: ['elasticbeanstalk:DeleteApplication'],
      resources: scope.apps,
    })),
  ];
}

/** A configuration may come from an environment, a configuration or an application. */
function fromOwn(scope: UserScope): Conditions {
  return {
    ArnLikeIfExists: {
      'elasticbeanstalk:FromApplication': scope.apps,
      'elasticbeanstalk:FromConfigurationTemplate': scope.templates,
      'elasticbeanstalk:FromEnvironment': scope.environments,
    },
  };
}

function operationsRolePolicy(scope: UserScope, roles: readonly string[]): Statements {
  return [
    {
      sid: 'ManagementOperationsRoles',
      source: SOURCES.operationsRole,
      note: 'narrowed: the environments of the user',
      actions: [
        'elasticbeanstalk:AssociateEnvironmentOperationsRole',
        'elasticbeanstalk:DisassociateEnvironmentOperationsRole',
      ],
      resources: scope.environments,
    },
    {
      sid: 'ManagementPassOperationsRoles',
      source: SOURCES.operationsRole,
      note: 'narrowed: only the listed roles, and to Elastic Beanstalk only',
      actions: ['iam:PassRole'],
      resources: roles,
      conditions: passedTo(BEANSTALK_SERVICE),
    },
  ];
}

type Passed = 'cluster' | 'node' | 'pods' | 'imageBuild';

/** The services that receive a role of a Beanstalk cluster, in addition to Elastic Beanstalk. */
const PASSED_TO: readonly (readonly [kind: Passed, sid: string, services: readonly string[]])[] = [
  ['cluster', 'ClusterPassClusterRoles', [EKS_SERVICE]],
  ['node', 'ClusterPassNodeRoles', EC2_SERVICES],
  ['pods', 'ClusterPassPodRoles', [POD_SERVICE]],
  ['imageBuild', 'ClusterPassImageBuildRoles', [CODEBUILD_SERVICE]],
];

/** Passing the roles of environments on Amazon EKS. */
export function clusterPolicy({ arns }: UserScope, roles: ClusterEnvironments): Statements {
  const pageSource = SOURCES.clusterCaller;
  const { cluster, node, imageBuild } = roles;
  const passed: Readonly<Record<Passed, readonly string[]>> = {
    cluster, node, pods: unique([...roles.observability, ...roles.application]), imageBuild,
  };
  const all = unique([...cluster, ...node, ...passed.pods, ...imageBuild]);
  return [
    {
      sid: 'ClusterReadRoles',
      source: pageSource,
      note: 'narrowed: the listed roles',
      actions: ['iam:GetRole'],
      resources: all,
    },
    ...PASSED_TO.flatMap(([kind, sid, services]) =>
      whenPresent(passed[kind], resources => ({
        sid,
        source: pageSource,
        note: 'narrowed: the page passes each role to all of these services',
        actions: ['iam:PassRole'],
        resources,
        conditions: passedTo([...services, BEANSTALK_SERVICE]),
      }))),
    ...whenPresent(roles.creates, () => ({
      sid: 'ClusterLinkedRoles',
      source: pageSource,
      note: 'narrowed: the page grants all service-linked roles, with the same condition',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [EKS_SERVICE, BEANSTALK_SERVICE].map(service => arns.iam(`role/aws-service-role/${service}/*`)),
      conditions: { StringEquals: { 'iam:AWSServiceName': [EKS_SERVICE, BEANSTALK_SERVICE] } },
    })),
  ];
}
