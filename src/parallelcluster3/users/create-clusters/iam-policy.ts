import { Arns } from '../../../private/options/arns';
import { unique } from '../../../private/options/unique';
import { passedTo } from '../../../private/statements/conditions';
import { Statements, whenPresent } from '../../../private/statements/documented-statement';
import { EC2_SERVICES, LAMBDA_SERVICE } from '../../../private/statements/services';
import { USER_SOURCES } from '../../sources';
import { keysOfUsers } from '../conditions';
import { UserAccess } from '../read';

const source = USER_SOURCES.clusterServices;
const CLUSTER_SERVICES = [...EC2_SERVICES, LAMBDA_SERVICE];
const NOT_BATCH = 'narrowed: the page also passes roles to requests that name no service, and to the services of AWS Batch, ' +
  'whose clusters have a statement of their own; EC2 has another name in China';

/** Grants reading IAM, passing roles, secrets and keys. These statements grow with the user's lists. */
export function clusterIamPolicy(arns: Arns, { iamResources, iam, secrets, storage }: UserAccess): Statements {
  const { passwords, passwordParameters, mungeKeys, secretKeys } = secrets;
  return [
    {
      sid: 'ClusterIamRead',
      source,
      actions: [
        'iam:GetInstanceProfile',
        'iam:GetPolicy',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
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
      note: NOT_BATCH,
      actions: ['iam:PassRole'],
      resources: iamResources.roles,
      conditions: passedTo(CLUSTER_SERVICES),
    },
    ...whenPresent(iam.mode === 'restricted' && iam.customRoles, resources => ({
      sid: 'ClusterIamPassCustomRoles',
      source: USER_SOURCES.guideRestricted,
      note: NOT_BATCH,
      actions: ['iam:PassRole'],
      resources,
      conditions: passedTo(CLUSTER_SERVICES),
    })),
    ...whenPresent(unique([...passwords, ...mungeKeys]), resources => ({
      sid: 'ClusterIamFindSecrets',
      source: USER_SOURCES.guideBase,
      note: 'corrected: the page uses the name of a secret in its ARN, but the ARN ends in six more characters',
      actions: ['secretsmanager:DescribeSecret'],
      resources,
    })),
    ...whenPresent(mungeKeys, resources => ({
      sid: 'ClusterIamReadMungeKeys',
      source: USER_SOURCES.validators,
      note: 'added: pcluster checks the size and the encoding of a munge key',
      since: '3.8.0',
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...whenPresent(secretKeys, resources => ({
      sid: 'ClusterIamOpenMungeKeys',
      source: USER_SOURCES.validators,
      note: 'added: reading a secret that is encrypted with a customer managed key',
      since: '3.8.0',
      actions: ['kms:Decrypt'],
      resources,
    })),
    ...whenPresent(passwordParameters, resources => ({
      sid: 'ClusterIamFindParameters',
      source: USER_SOURCES.validators,
      note: 'added: pcluster checks that the password of a directory exists',
      since: '3.5.1',
      actions: ['ssm:GetParameter'],
      resources,
    })),
    ...keysOfUsers('ClusterIam', storage.keys),
  ];
}
