import { BoundedAccess, PrivilegedAccess } from './iam-access';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { Conditions, DocumentedStatement, Statements, whenPresent } from '../../private/statements/documented-statement';
import { USER_SOURCES } from '../sources';

/** The policies of AWS that clusters and images attach to the roles that they create. */
const POLICIES_OF_AWS = [
  'AmazonSSMManagedInstanceCore',
  'CloudWatchAgentServerPolicy',
  'EC2InstanceProfileForImageBuilder',
  'service-role/AWSLambdaBasicExecutionRole',
  'service-role/AWSLambdaVPCAccessExecutionRole',
];
/** Those of clusters with AWS Batch. */
const POLICIES_FOR_BATCH = [
  'service-role/AWSBatchServiceRole',
  'service-role/AmazonEC2ContainerServiceforEC2Role',
  'service-role/AmazonEC2SpotFleetTaggingRole',
  'service-role/AmazonECSTaskExecutionRolePolicy',
];

/** Grants managing the roles of clusters and images; nothing for users who pass existing roles. */
export function iamAccessPolicy(arns: Arns, access: UserAccess): Statements {
  if (!access.createClusters && !access.imageBuild) {
    return [];
  }
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
  const bounded: Conditions = { StringEquals: { 'iam:PermissionsBoundary': boundary.arn } };
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
  const cleanupRole = createsOtherRoles(access) ? [arns.iam('role/parallelcluster/PClusterBuildImageCleanupRole-*')] : [];
  return [
    manageRoles(roles),
    tagRoles(roles),
    attachPolicies(roles, policiesOf(arns, access, additionalPolicies)),
    ...whenPresent(cleanupRole, resources => ({
      sid: 'IamAccessMakeImageCleanupRole',
      source: USER_SOURCES.imageCleanup,
      note: 'added: build-image creates this role without a prefix, unless CleanupLambdaRole is configured',
      since: '3.14.0',
      actions: [
        'iam:AttachRolePolicy',
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
    note: 'completed: functions in a VPC get AWSLambdaVPCAccessExecutionRole since version 3.4.0. Narrowed: no release ' +
      'attaches AWSBatchFullAccess and AmazonS3ReadOnlyAccess, and four policies belong to AWS Batch',
    actions: [
      'iam:AttachRolePolicy',
      'iam:DetachRolePolicy',
    ],
    resources,
    conditions,
  };
}

/** The policies that may be attached. */
function policiesOf(
  arns: Arns, { awsBatch, iamResources }: UserAccess, additionalPolicies: readonly string[],
): Conditions {
  const ofAws = awsBatch ? [...POLICIES_OF_AWS, ...POLICIES_FOR_BATCH] : POLICIES_OF_AWS;
  return {
    ArnLike: {
      'iam:PolicyARN': [
        ...iamResources.policies,
        ...ofAws.map(name => arns.awsManagedPolicy(name)),
        ...additionalPolicies,
      ],
    },
  };
}

/** The roles that clusters and images create. Images ignore the prefix. */
function rolesOf(arns: Arns, access: UserAccess): readonly string[] {
  const { createClusters, iamResources } = access;
  const ofImages = createsOtherRoles(access) ? [arns.iam('role/parallelcluster/ParallelClusterImage*')] : [];
  return [...createClusters ? iamResources.roles : [], ...ofImages];
}

/** Whether images create roles whose names differ from those of clusters. */
function createsOtherRoles({ createClusters, hasPrefix, imageBuild }: UserAccess): boolean {
  return imageBuild && (!createClusters || hasPrefix);
}
