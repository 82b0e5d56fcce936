import { EC2_SERVICES, ON_ALL, passedTo, Statements } from '../cluster/statement';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { given } from '../../private/statements/documented-statement';

const source = SOURCES.user;
const LAMBDA = 'lambda.amazonaws.com';

/** Who clusters of AWS Batch pass roles to beside EC2 and Lambda: jobs, Batch, builds of images, Spot Fleet. */
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

const CLUSTER_ROLES = 'narrowed: the page changes every role of the account, which is to be its administrator; ' +
  'clusters change those that they make';

/** Roles and instance profiles: those that clusters make, and those of the user. */
export function accessPolicy(arns: Arns, clusters: CreatedClusters): Statements {
  const { names, instanceRoles, lambdaRoles, createsRoles } = clusters;
  return [
    ...given(createsRoles, () => clusterRoles(arns, clusters)),
    {
      sid: 'AccessReadRoles',
      source,
      note: 'narrowed: the page reads the policies of every role of the account',
      printed: ON_ALL,
      actions: [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:SimulatePrincipalPolicy',
      ],
      resources: [...(createsRoles ? names.roles : []), ...instanceRoles, ...lambdaRoles],
    },
    {
      sid: 'AccessReadPolicies',
      source,
      note: 'narrowed: the page grants all resources; only managed policies are read so',
      printed: ON_ALL,
      actions: ['iam:GetPolicy'],
      resources: [arns.iam('policy/*'), arns.awsManagedPolicy('*')],
    },
    {
      sid: 'AccessManageProfiles',
      source,
      note: 'narrowed: the page grants all instance profiles; clusters make their own, also for roles of the user',
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
    ...given(instanceRoles, resources => ({
      sid: 'AccessPassInstanceRoles',
      source,
      note: 'narrowed: the page passes the role to any service, and changes and deletes it',
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(...EC2_SERVICES),
    })),
    ...given(lambdaRoles, resources => ({
      sid: 'AccessPassLambdaRoles',
      source,
      note: 'added: the page does not say how a role for Lambda of the user is passed',
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(LAMBDA),
    })),
  ];
}

function clusterRoles(arns: Arns, { names, hasBatch, additionalPolicies }: CreatedClusters): Statements {
  const attached = [...ATTACHED, ...(hasBatch ? ATTACHED_FOR_BATCH : [])].map(name => arns.awsManagedPolicy(name));
  const services = [...EC2_SERVICES, LAMBDA, ...(hasBatch ? BATCH_SERVICES : [])];
  return [
    {
      sid: 'AccessCreateRoles',
      source,
      note: 'narrowed: the page creates and deletes the named role of the user, too, which clusters leave as it is; ' +
        'iam:UntagRole is added, which AWS asks for since 2026-03',
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
      note: `${CLUSTER_ROLES}; they attach the policies that the CLI's templates name, and those of additionalIamPolicies`,
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
      conditions: passedTo(...services),
    },
  ];
}
