import { BoundedAccess, PrivilegedAccess } from './iam-access';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { Conditions, DocumentedStatement, Statements, whenPresent } from '../../private/statements/documented-statement';
import { USER_SOURCES } from '../sources';

/** The policies of AWS that clusters and images attach to the roles that they create. */
const POLICIES_OF_AWS = [
  'AWSBatchFullAccess',
  'AmazonS3ReadOnlyAccess',
  'AmazonSSMManagedInstanceCore',
  'CloudWatchAgentServerPolicy',
  'EC2InstanceProfileForImageBuilder',
  'service-role/AWSBatchServiceRole',
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
  'service-role/AmazonEC2ContainerServiceforEC2Role',
  'service-role/AmazonEC2SpotFleetTaggingRole',
  'service-role/AmazonECSTaskExecutionRolePolicy',
];

/** Grants managing the roles of clusters and images; nothing for users who pass existing roles. */
export function iamAccessPolicy(arns: Arns, access: UserAccess): Statements {
  switch (access.iam.mode) {
    case 'restricted':
      return [];
    case 'bounded':
      return boundedPolicy(arns, access, access.iam);
    case 'privileged':
      return privilegedPolicy(arns, access, access.iam);
  }
}

function boundedPolicy(arns: Arns, access: UserAccess, { boundary, additionalPolicies }: BoundedAccess): Statements {
  const roles = rolesOf(arns, access);
  const bounded: Conditions = { StringEquals: { 'iam:PermissionsBoundary': boundary } };
  return [
    {
      ...manageRoles(roles),
      source: USER_SOURCES.guideBoundary,
      note: 'narrowed: the page deletes roles without the boundary, too',
      conditions: bounded,
    },
    tagRoles(roles),
    attachPolicies(roles, { ...policiesOf(arns, access, additionalPolicies), ...bounded }),
  ];
}

function privilegedPolicy(arns: Arns, access: UserAccess, { additionalPolicies }: PrivilegedAccess): Statements {
  const roles = rolesOf(arns, access);
  // pcluster creates this role without boundary and prefix, so only privileged users may.
  const cleanupRole = ignoresPrefix(access) ? [arns.iam('role/parallelcluster/PClusterBuildImageCleanupRole-*')] : [];
  return [
    manageRoles(roles),
    tagRoles(roles),
    attachPolicies([...roles, ...cleanupRole], policiesOf(arns, access, additionalPolicies)),
    ...whenPresent(cleanupRole, resources => ({
      sid: 'IamAccessMakeImageCleanupRole',
      source: USER_SOURCES.imageCleanup,
      note: 'added: build-image creates this role without a prefix, unless CleanupLambdaRole is configured',
      since: '3.14.0',
      actions: [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:TagRole',
      ],
      resources,
    })),
  ];
}

function manageRoles(resources: readonly string[]): DocumentedStatement {
  return {
    sid: 'IamAccessManageRoles',
    source: USER_SOURCES.iamAccess,
    actions: [
      'iam:CreateRole',
      'iam:DeleteRole',
      'iam:DeleteRolePolicy',
      'iam:PutRolePolicy',
    ],
    resources,
  };
}

function tagRoles(resources: readonly string[]): DocumentedStatement {
  return {
    sid: 'IamAccessTagRoles',
    source: USER_SOURCES.iamAccess,
    actions: [
      'iam:TagRole',
      'iam:UntagRole',
    ],
    resources,
  };
}

function attachPolicies(resources: readonly string[], conditions: Conditions): DocumentedStatement {
  return {
    sid: 'IamAccessAttachPolicies',
    source: USER_SOURCES.iamAccess,
    note: 'completed: functions in a VPC get AWSLambdaVPCAccessExecutionRole since version 3.4.0',
    actions: [
      'iam:AttachRolePolicy',
      'iam:DetachRolePolicy',
    ],
    resources,
    conditions,
  };
}

/** The policies that may be attached. */
function policiesOf(arns: Arns, { iamResources }: UserAccess, additionalPolicies: readonly string[]): Conditions {
  return {
    ArnLike: {
      'iam:PolicyARN': [
        ...iamResources.policies,
        ...POLICIES_OF_AWS.map(name => arns.awsManagedPolicy(name)),
        ...additionalPolicies,
      ],
    },
  };
}

function rolesOf(arns: Arns, access: UserAccess): readonly string[] {
  const ofImages = ignoresPrefix(access) ? [arns.iam('role/parallelcluster/ParallelClusterImage*')] : [];
  return [...access.iamResources.roles, ...ofImages];
}

/** Whether some roles do not have the prefix: those of images. */
function ignoresPrefix({ hasPrefix, imageBuild }: UserAccess): boolean {
  return hasPrefix && imageBuild;
}
