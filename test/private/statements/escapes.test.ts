import { App, Aws, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { escapesFrom } from '../../../src/private/statements/escapes';

// What a role can do to get permissions that its permissions boundary does not have.

interface StatementJson {
  readonly [element: string]: unknown;
}

const allow = (Action: unknown, Resource: unknown = '*', more: StatementJson = {}) =>
  ({ Effect: 'Allow', Action, Resource, ...more });
const deny = (Action: unknown, Resource: unknown = '*', more: StatementJson = {}) =>
  ({ ...allow(Action, Resource, more), Effect: 'Deny' });
const when = (operator: string, key: string, value: unknown) => ({ Condition: { [operator]: { [key]: value } } });
const escapes = (...Statement: readonly StatementJson[]) => escapesFrom({ Version: '2012-10-17', Statement });

const ON_ROLES = [
  'iam:AttachRolePolicy', 'iam:CreateRole', 'iam:DeleteRolePermissionsBoundary', 'iam:PassRole',
  'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'sts:AssumeRole',
];
const ON_POLICIES = ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'];
const ON_USERS = [
  'iam:AttachUserPolicy', 'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:CreateServiceSpecificCredential',
  'iam:DeleteUserPermissionsBoundary', 'iam:EnableMFADevice', 'iam:PutUserPermissionsBoundary', 'iam:PutUserPolicy',
  'iam:ResetServiceSpecificCredential', 'iam:UpdateLoginProfile',
];
const ON_PROVIDERS = [
  'iam:AddClientIDToOpenIDConnectProvider', 'iam:UpdateOpenIDConnectProviderThumbprint', 'iam:UpdateSAMLProvider',
];
const ON_GROUPS = ['iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:PutGroupPolicy'];
const EVERYTHING = [...ON_ROLES, ...ON_POLICIES, ...ON_USERS, ...ON_GROUPS, ...ON_PROVIDERS].sort();
const OF_IAM = EVERYTHING.filter(action => action.startsWith('iam:'));

describe('a role escapes', () => {
  test.each<[string, readonly StatementJson[], readonly string[]]>([
    ['with everything', [allow('*')], EVERYTHING],
    ['with everything of IAM', [allow('iam:*')], OF_IAM],
    ['with everything but IAM', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], ['sts:AssumeRole']],
    ['with everything but other services', [{ Effect: 'Allow', NotAction: ['s3:*', 'organizations:*'], Resource: '*' }],
      EVERYTHING],
    ['with a wildcard', [allow(['s3:GetObject', 'iam:Put*Policy'])],
      ['iam:PutGroupPolicy', 'iam:PutRolePolicy', 'iam:PutUserPolicy']],
    ['with a wildcard for one character', [allow('iam:PassRol?')], ['iam:PassRole']],
    ['in another spelling', [allow('IAM:passROLE')], ['iam:PassRole']],
    ['without an effect, which allows', [{ Action: 'iam:PassRole', Resource: '*' }], ['iam:PassRole']],
    ['with a condition that limits no role', [
      allow('iam:PassRole', '*', when('Bool', 'aws:MultiFactorAuthPresent', 'true')),
    ], ['iam:PassRole']],
    ['in a second statement', [allow('s3:GetObject'), allow('sts:AssumeRole')], ['sts:AssumeRole']],
  ])('%s', (_, statements, expected) => {
    expect(escapes(...statements)).toEqual(expected);
  });

  test('from one statement that is not in a list', () => {
    expect(escapesFrom({ Statement: allow('iam:PassRole') })).toEqual(['iam:PassRole']);
  });

  test.each<[string, readonly string[]]>([
    ['arn:aws:iam::111122223333:role/*', ON_ROLES],
    ['arn:aws:iam::*:role/*', ON_ROLES],
    ['arn:*:iam::*:role*', ON_ROLES],
    ['arn:aws:iam::111122223333:policy/*', ON_POLICIES],
    ['arn:aws:iam::111122223333:user/*', ON_USERS],
    ['arn:aws:iam::111122223333:group/*', ON_GROUPS],
    ['arn:aws:iam::111122223333:*', EVERYTHING],
    ['**', EVERYTHING],
  ])('on all of %s', (resource, expected) => {
    expect(escapes(allow('*', ['arn:aws:s3:::data/*', resource]))).toEqual([...expected].sort());
  });

  test.each([
    ['an account and a partition', `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/*`],
    ['an account that is known later', `arn:aws:iam::${Lazy.string({ produce: () => '111122223333' })}:role/*`],
  ])('on all roles of %s in a token', (_, resource) => {
    expect(escapes(allow('iam:PassRole', resource))).toEqual(['iam:PassRole']);
  });

  test('on all resources but some', () => {
    const others = ['arn:aws:iam::111122223333:role/admin', 'arn:aws:s3:::data/*'];
    expect(escapes({ Effect: 'Allow', Action: 'iam:PassRole', NotResource: others })).toEqual(['iam:PassRole']);
  });

  test.each([
    ['the region', when('StringEquals', 'aws:RequestedRegion', 'eu-central-1')],
    ['the service', when('StringEquals', 'iam:PassedToService', 'ec2.amazonaws.com')],
    ['the service, in another spelling', when('StringLike', 'IAM:PassedToService', '*')],
    ['nothing', { Condition: {} }],
  ])('under a condition on %s, which limits no role', (_, condition) => {
    expect(escapes(allow('iam:PassRole', '*', condition))).toEqual(['iam:PassRole']);
  });

  test.each([
    ['other actions', deny(['iam:CreateUser', 's3:*'])],
    ['named roles', deny('iam:*', 'arn:aws:iam::111122223333:role/admin')],
    ['all roles under a condition', deny('iam:*', '*', when('Bool', 'aws:MultiFactorAuthPresent', 'false'))],
    ['everything but IAM', { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }],
    ['all buckets', deny('*', 'arn:aws:s3:::*')],
  ])('in spite of a Deny of %s', (_, denial) => {
    expect(escapes(allow('iam:PassRole'), denial)).toEqual(['iam:PassRole']);
  });
});

describe('a role does not escape', () => {
  test.each<[string, readonly StatementJson[]]>([
    ['with harmless actions', [allow(['iam:GetRole', 'iam:List*', 'iam:DeleteRole', 's3:*', 'sts:GetCallerIdentity'])]],
    ['with named roles', [allow('iam:*', ['arn:aws:iam::111122223333:role/hpc/*', 'arn:aws:iam::111122223333:role/hpc-*'])]],
    ['with resources of another type', [allow('iam:PassRole', ['arn:aws:iam::111122223333:policy/*', 'arn:aws:s3:::*'])]],
    ['with a resource that is a token', [allow('iam:PassRole', Lazy.string({ produce: () => '*' }))]],
    ['with no action but these', [{ Effect: 'Allow', NotAction: ['iam:*', 'STS:*'], Resource: '*' }]],
    ['with no resource but all', [{ Effect: 'Allow', Action: '*', NotResource: '*' }]],
    ['with what is denied', [allow('*'), deny(['iam:*', 'sts:AssumeRole'])]],
    ['with what is denied on all roles', [allow('iam:PassRole'), deny('*', 'arn:aws:iam::*:role/*')]],
    ['with what is denied in another spelling', [allow('iam:PassRole'), deny('IAM:PASS*')]],
    ['with what is not among the actions that are left', [
      allow('*'), { Effect: 'Deny', NotAction: ['s3:*', 'iam:Get*'], Resource: '*' },
    ]],
    ['when new roles need the boundary', [
      allow('iam:CreateRole', '*', when('StringEquals', 'iam:PermissionsBoundary', 'arn:aws:iam::111122223333:policy/hpc')),
    ]],
    ['when roles need a tag', [allow('sts:AssumeRole', '*', when('StringEquals', 'aws:ResourceTag/team', 'cfd'))]],
    ['when the service is not the only condition', [allow('iam:PassRole', '*', {
      Condition: {
        StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:ec2:*:*:instance/*' },
      },
    })]],
  ])('%s', (_, statements) => {
    expect(escapes(...statements)).toEqual([]);
  });

  test.each([undefined, {}, { Statement: [] }, { Statement: [{}] }])('with %j', document => {
    expect(escapesFrom(document)).toEqual([]);
  });
});

test('a document of the CDK is one of IAM', () => {
  const stack = new Stack(new App(), 'Stack');
  const document = new iam.PolicyDocument({
    statements: [new iam.PolicyStatement({
      actions: ['iam:PassRole', 'sts:AssumeRole'],
      resources: [stack.formatArn({ service: 'iam', region: '', resource: 'role', resourceName: '*' })],
    })],
  });
  expect(escapesFrom(document.toJSON())).toEqual(['iam:PassRole', 'sts:AssumeRole']);
});
