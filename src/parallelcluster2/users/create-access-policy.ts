import { ClusterStatements, ON_ALL, untilGuide29 } from '../cluster/statement';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { passedTo } from '../../private/statements/conditions';
import { whenPresent } from '../../private/statements/documented-statement';
import { EC2_SERVICES, LAMBDA_SERVICE } from '../../private/statements/services';

const source = SOURCES.user;

/** The services, in addition to EC2 and Lambda, that clusters of AWS Batch pass roles to. */
const BATCH_SERVICES = [
  'batch.amazonaws.com',
  'codebuild.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'spotfleet.amazonaws.com',
];

const ATTACHED = ['CloudWatchAgentServerPolicy'];
const ATTACHED_FOR_BATCH = [
  'AWSBatchFullAccess',
  'AmazonS3ReadOnlyAccess',
  'service-role/AWSBatchServiceRole',
  'service-role/AmazonEC2ContainerServiceforEC2Role',
  'service-role/AmazonEC2SpotFleetTaggingRole',
  'service-role/AmazonECSTaskExecutionRolePolicy',
];

const CLUSTER_ROLES = 'narrowed: the page changes every role of the account, which is equivalent to an ' +
  'administrator; clusters change only the roles that they create';

/** The roles and instance profiles that clusters create, and the user's own roles. */
export function accessPolicy(arns: Arns, clusters: CreatedClusters): ClusterStatements {
  const { names, hasBatch, instanceRoles, lambdaRoles, createsRoles, additionalPolicies } = clusters;
  const attached = [...ATTACHED, ...(hasBatch ? ATTACHED_FOR_BATCH : [])].map(name => arns.awsManagedPolicy(name));
  const roles = [...(createsRoles ? names.roles : []), ...instanceRoles, ...lambdaRoles];
  const services = [...EC2_SERVICES, LAMBDA_SERVICE, ...(hasBatch ? BATCH_SERVICES : [])];
  return [
    ...whenPresent(createsRoles, () => [
      {
        sid: 'AccessCreateRoles',
        source,
        note: 'narrowed: the page also creates and deletes the role that the user names, which clusters never ' +
          'change; iam:UntagRole is added, which AWS requires since 2026-03',
        actions: [
          'iam:CreateRole',
          'iam:DeleteRole',
          'iam:TagRole',
          'iam:UntagRole',
        ],
        resources: names.roles,
      },
      {
        sid: 'AccessWriteRolePolicies',
        source,
        note: CLUSTER_ROLES,
        printed: ON_ALL,
        actions: [
          'iam:DeleteRolePolicy',
          'iam:PutRolePolicy',
        ],
        resources: names.roles,
      },
      {
        sid: 'AccessAttachRolePolicies',
        source,
        note: `${CLUSTER_ROLES}; they attach the policies in the CLI's templates, and those of additionalIamPolicies`,
        printed: ON_ALL,
        actions: [
          'iam:AttachRolePolicy',
          'iam:DetachRolePolicy',
        ],
        resources: names.roles,
        conditions: { ArnLike: { 'iam:PolicyARN': [...attached, ...additionalPolicies] } },
      },
      {
        sid: 'AccessPassClusterRoles',
        source,
        note: 'narrowed: the page passes the roles to any service; these are the ones that assume them',
        actions: ['iam:PassRole'],
        resources: names.roles,
        conditions: passedTo(services),
      },
    ]),
    {
      sid: 'AccessReadRoles',
      source,
      note: 'narrowed: the page reads the policies of every role of the account; iam:ListAttachedRolePolicies and ' +
        'iam:ListRolePolicies are added, which CloudFormation calls to delete a role',
      printed: ON_ALL,
      actions: [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ],
      resources: roles,
    },
    ...untilGuide29(true, [{
      sid: 'AccessSimulateRoles',
      source,
      actions: ['iam:SimulatePrincipalPolicy'],
      resources: roles,
    }]),
    {
      sid: 'AccessReadPolicies',
      source,
      note: 'narrowed: the page grants all resources; this action applies to managed policies only',
      printed: ON_ALL,
      actions: ['iam:GetPolicy'],
      resources: [arns.iam('policy/*'), arns.awsManagedPolicy('*')],
    },
    {
      sid: 'AccessManageProfiles',
      source,
      note: 'narrowed: the page grants all instance profiles; clusters create their own, also for roles of the user',
      printed: ON_ALL,
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:GetInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: names.instanceProfiles,
    },
    ...whenPresent(instanceRoles, resources => ({
      sid: 'AccessPassInstanceRoles',
      source,
      note: 'narrowed: the page passes the role to any service, and changes and deletes it',
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(EC2_SERVICES),
    })),
    ...whenPresent(lambdaRoles, resources => ({
      sid: 'AccessPassLambdaRoles',
      source,
      note: 'added: the page does not cover passing a role of the user to Lambda',
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(LAMBDA_SERVICE),
    })),
  ];
}
