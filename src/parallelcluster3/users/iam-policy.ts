import { EC2_SERVICES } from '../cluster/nodes';
import { USER_SOURCES } from '../sources';
import { passedTo, Statements } from './conditions';
import { Secrets, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { Conditions, given } from '../../private/statements/documented-statement';

const source = USER_SOURCES.clusterServices;
const CLUSTER_SERVICES = [...EC2_SERVICES, 'lambda.amazonaws.com', 'spotfleet.amazonaws.com'];
const CUSTOM_ROLES = ['batch.amazonaws.com', 'codebuild.amazonaws.com', 'ecs-tasks.amazonaws.com'];

/** Reading IAM, passing roles, secrets and keys. These grow with what the user names. */
export function clusterIamPolicy(arns: Arns, { iamResources, iam, secrets, storage }: UserAccess): Statements {
  return [
    {
      sid: 'ClusterIamRead',
      source,
      actions: [
        'iam:GetInstanceProfile',
        'iam:GetPolicy',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:SimulatePrincipalPolicy',
      ],
      resources: [
        ...['role', 'policy', 'instance-profile'].map(type => arns.iam(`${type}/*`)),
        arns.awsManagedPolicy('*'),
      ],
    },
    {
      sid: 'ClusterIamUseInstanceProfiles',
      source,
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: iamResources.profiles,
    },
    {
      sid: 'ClusterIamPassRoles',
      source,
      note: 'narrowed: the page also passes roles where no service is named; EC2 has a name of its own in China',
      actions: ['iam:PassRole'],
      resources: iamResources.roles,
      conditions: passedTo(...CLUSTER_SERVICES),
    },
    ...given(iam.customRoles, resources => ({
      sid: 'ClusterIamPassCustomRoles',
      source: USER_SOURCES.guideRestricted,
      note: 'narrowed: the page also passes roles where no service is named; EC2 has a name of its own in China',
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(...CLUSTER_SERVICES, ...CUSTOM_ROLES),
    })),
    ...checkSecrets(secrets),
    ...useKeys(storage.keys),
  ];
}

function checkSecrets({ passwords, passwordParameters, mungeKeys, secretKeys }: Secrets): Statements {
  const validators = USER_SOURCES.validators;
  return [
    ...given([...new Set([...passwords, ...mungeKeys])], resources => ({
      sid: 'ClusterIamFindSecrets',
      source: USER_SOURCES.guideBase,
      note: 'corrected: the page prints the name of a secret in its ARN, which also has six characters at its end',
      actions: ['secretsmanager:DescribeSecret'],
      resources,
    })),
    ...given(mungeKeys, resources => ({
      sid: 'ClusterIamReadMungeKeys',
      source: validators,
      note: 'added: the size and the encoding of a munge key are checked',
      since: '3.8.0',
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...given(secretKeys, resources => ({
      sid: 'ClusterIamOpenMungeKeys',
      source: validators,
      note: 'added: reading a secret that is encrypted with a key of yours',
      since: '3.8.0',
      actions: ['kms:Decrypt'],
      resources,
    })),
    ...given(passwordParameters, resources => ({
      sid: 'ClusterIamFindParameters',
      source: validators,
      note: 'added: whether the password of a directory exists is checked',
      since: '3.5.1',
      actions: ['ssm:GetParameter'],
      resources,
    })),
  ];
}

function useKeys(keys: readonly string[]): Statements {
  return given(keys, resources => [
    {
      sid: 'ClusterIamUseKeys',
      source: USER_SOURCES.testUser,
      note: 'added: every key of a configuration is looked up, and CloudFormation makes volumes and file systems for the ' +
        'user; the source prints kms:ReEncrypt, which does not exist',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources,
    },
    {
      sid: 'ClusterIamGrantKeys',
      source: USER_SOURCES.testUser,
      note: 'added: grants are for AWS services only, which keep volumes open',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ]);
}

/** The policies of AWS that clusters and images attach to the roles that they make. */
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

/** Making the roles of clusters and images. Nothing for a user who passes ready-made ones. */
export function iamAccessPolicy(arns: Arns, { iam, iamResources, hasPrefix, imageBuild }: UserAccess): Statements {
  if (!iam.makesRoles) {
    return [];
  }
  const { boundary, additionalPolicies } = iam;
  const bounded: Conditions = boundary === undefined ? {} : { StringEquals: { 'iam:PermissionsBoundary': boundary } };
  const isImageApart = hasPrefix && imageBuild;
  const roles = [
    ...iamResources.roles,
    ...(isImageApart ? [arns.iam('role/parallelcluster/ParallelClusterImage*')] : []),
  ];
  // Made without boundary and prefix: only who may make any role may make this one.
  const cleanupRole = isImageApart && boundary === undefined
    ? [arns.iam('role/parallelcluster/PClusterBuildImageCleanupRole-*')]
    : [];
  return [
    {
      sid: 'IamAccessManageRoles',
      source: boundary === undefined ? USER_SOURCES.iamAccess : USER_SOURCES.guideBoundary,
      note: boundary === undefined ? undefined : 'narrowed: the page deletes roles without the boundary, too',
      actions: [
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:PutRolePolicy',
      ],
      resources: roles,
      conditions: boundary === undefined ? undefined : bounded,
    },
    {
      sid: 'IamAccessTagRoles',
      source: USER_SOURCES.iamAccess,
      actions: [
        'iam:TagRole',
        'iam:UntagRole',
      ],
      resources: roles,
    },
    {
      sid: 'IamAccessAttachPolicies',
      source: USER_SOURCES.iamAccess,
      note: 'completed: functions in a VPC get AWSLambdaVPCAccessExecutionRole since version 3.4.0',
      actions: [
        'iam:AttachRolePolicy',
        'iam:DetachRolePolicy',
      ],
      resources: [...roles, ...cleanupRole],
      conditions: {
        ArnLike: {
          'iam:PolicyARN': [
            ...iamResources.policies,
            ...POLICIES_OF_AWS.map(name => arns.awsManagedPolicy(name)),
            ...additionalPolicies,
          ],
        },
        ...bounded,
      },
    },
    ...given(cleanupRole, resources => ({
      sid: 'IamAccessMakeImageCleanupRole',
      source: USER_SOURCES.imageCleanup,
      note: 'added: build-image makes this role without a prefix, unless CleanupLambdaRole is configured',
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
