import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { InputError } from '../../../cli/input-error';
import { Review, Subject } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { Assemblies } from '../support/assemblies';
import { leftOut } from '../support/left-out';

// Templates that no CDK wrote.

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const WRITE = { Sid: 'Write', Effect: 'Allow', Action: ['s3:PutObject'], Resource: ['arn:aws:s3:::data/*'] };
const TRUST = { Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' } };

function role(properties: object = {}, others: object = {}): object {
  return { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ...properties }, ...others };
}

function policy(kind: string, properties: object, others: object = {}): object {
  return { Type: `AWS::IAM::${kind}`, Properties: { PolicyDocument: { Statement: [READ] }, ...properties }, ...others };
}

function reviewOf(resources: object, sections: object = {}): Review {
  const directory = assemblies.ofTemplate({ Resources: resources, ...sections });
  const found = review(directory);
  expect(leftOut(directory, found)).toEqual([]);
  return found;
}

function subjectsOf(resources: object): Readonly<Record<string, Subject>> {
  return Object.fromEntries(reviewOf(resources).subjects.map(subject => [subject.id, subject]));
}

function shown({ statements }: Subject): readonly string[] {
  return statements.map(({ key, policy: name, onlyIf }) => [name, key, ...(onlyIf === undefined ? [] : [`if ${onlyIf}`])].join(' '));
}

test.each<[string, object, Readonly<Record<string, readonly string[]>>]>([
  ['inline policies', { Role: role({ Policies: [{ PolicyName: 'One', PolicyDocument: { Statement: [READ, WRITE] } }] }) }, { 'App.Role': ['One Read', 'One Write'] }],
  ['a policy under a condition', {
    Role: role({ Policies: [{ 'Fn::If': ['C', { PolicyName: 'One', PolicyDocument: { Statement: READ } }, { Ref: 'AWS::NoValue' }] }] }),
  }, { 'App.Role': ['One Read if C'] }],
  ['principals of every type', {
    Role: role({
      AssumeRolePolicyDocument: {
        Statement: ['Principal', 'NotPrincipal'].map(element => ({
          Effect: 'Allow', Action: 'sts:AssumeRole', [element]: { Service: ['a.amazonaws.com', 'b.amazonaws.com'], AWS: '*', Federated: { Ref: 'Provider' }, CanonicalUser: '79a5' },
        })),
      },
    }),
  }, { 'App.Role': [] }],
  ['policies that a function makes', { Role: role({ Policies: { 'Fn::Transform': { Name: 'Macro' } } }) }, { 'App.Role': ['inline inline[0]'] }],
  ['a policy without a document', { Role: role({ Policies: [{ PolicyName: 'One' }] }) }, { 'App.Role': ['One One[0]'] }],
  ['a policy resource under a condition', {
    Role: role(), Policy: policy('Policy', { PolicyName: 'P', Roles: [{ Ref: 'Role' }] }, { Condition: 'C' }),
  }, { 'App.Role': ['P Read if C'] }],
  ['a policy of a name', { Role: role({ RoleName: 'worker' }), Policy: policy('Policy', { PolicyName: 'P', Roles: ['worker'] }) }, { 'App.Role': ['P Read'] }],
  ['a policy of a role that is not here', { Policy: policy('Policy', { PolicyName: 'P', Roles: ['elsewhere'] }) }, { 'App.Policy': ['P Read'] }],
  ['a name of another kind', {
    User: { Type: 'AWS::IAM::User', Properties: { UserName: 'worker' } }, Policy: policy('Policy', { PolicyName: 'P', Roles: ['worker'] }),
  }, { 'App.User': [], 'App.Policy': ['P Read'] }],
  ['AWS::IAM::RolePolicy', { Role: role(), Policy: policy('RolePolicy', { PolicyName: 'P', RoleName: { Ref: 'Role' } }) }, { 'App.Role': ['P Read'] }],
  ['AWS::IAM::UserPolicy', { User: { Type: 'AWS::IAM::User' }, Policy: policy('UserPolicy', { PolicyName: 'P', UserName: { Ref: 'User' } }) }, { 'App.User': ['P Read'] }],
  ['AWS::IAM::GroupPolicy', { Group: { Type: 'AWS::IAM::Group' }, Policy: policy('GroupPolicy', { PolicyName: 'P', GroupName: { Ref: 'Group' } }) }, { 'App.Group': ['P Read'] }],
  ['a managed policy of two roles', {
    One: role(), Two: role({ ManagedPolicyArns: [{ Ref: 'Policy' }] }), Policy: policy('ManagedPolicy', { ManagedPolicyName: 'P', Roles: [{ Ref: 'One' }] }),
  }, { 'App.One': ['managed policy P Read'], 'App.Two': ['managed policy P Read'] }],
  ['a managed policy of nobody', { Policy: policy('ManagedPolicy', {}) }, { 'App.Policy': ['managed policy Policy Read'] }],
  ['a permission set', {
    Set: {
      Type: 'AWS::SSO::PermissionSet',
      Properties: {
        Name: 'Admins',
        InlinePolicy: { Statement: [READ] },
        ManagedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        CustomerManagedPolicyReferences: [{ Name: 'Own', Path: '/team/' }],
        PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'Boundary' } },
      },
    },
  }, { 'App.Set': ['InlinePolicy Read'] }],
  ['a document as text', { Role: role({ Policies: [{ PolicyName: 'P', PolicyDocument: JSON.stringify({ Statement: [READ] }) }] }) }, { 'App.Role': ['P Read'] }],
  ['statements of the same Sid', {
    Role: role({ Policies: [{ PolicyName: 'P', PolicyDocument: { Statement: [READ, { ...WRITE, Sid: 'Read' }] } }] }),
  }, { 'App.Role': ['P Read', 'P Read#2'] }],
  ['statements without a Sid, by their place in their policy', {
    Role: role({
      Policies: ['A', 'B'].map(PolicyName => ({ PolicyName, PolicyDocument: { Statement: [{ ...READ, Sid: undefined }, { ...WRITE, Sid: undefined }] } })),
    }),
  }, { 'App.Role': ['A A[0]', 'A A[1]', 'B B[0]', 'B B[1]'] }],
  ['resources of a loop', { 'Fn::ForEach::Roles': ['Name', ['A', 'B'], { 'Role${Name}': role({ Policies: [{ PolicyName: 'P', PolicyDocument: { Statement: READ } }] }) }] }, { 'App.Role${Name}': ['P Read'] }],
])('shows %s', (_, resources, expected) => {
  const subjects = subjectsOf(resources);
  expect(Object.fromEntries(Object.entries(subjects).map(([id, subject]) => [id, shown(subject)]))).toEqual(expected);
});

test('shows who has a policy, and which resources belong to a role', () => {
  const subjects = subjectsOf({
    Role: role({ RoleName: 'worker', Description: { 'Fn::Sub': 'in ${AWS::Region}' } }, { Condition: 'C' }),
    Policy: policy('Policy', { PolicyName: 'P', Roles: ['elsewhere', { Ref: 'Role' }] }),
    Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } },
    Other: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: ['elsewhere'] } },
  });
  expect(subjects['App.Policy']).toMatchObject({ kind: 'policy', attachedTo: ['App.Role', 'elsewhere'] });
  expect(subjects['App.Role']).toMatchObject({ name: 'worker', description: 'in ${AWS::Region}', onlyIf: 'C' });
  expect(subjects['App.Role'].resources).toEqual([
    { logicalId: 'Role', type: 'AWS::IAM::Role', line: 3 },
    { logicalId: 'Policy', type: 'AWS::IAM::Policy', line: expect.any(Number) },
    { logicalId: 'Profile', type: 'AWS::IAM::InstanceProfile', line: expect.any(Number) },
  ]);
});

test('shows the groups of users', () => {
  const subjects = subjectsOf({
    Group: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'admins' } },
    Alice: { Type: 'AWS::IAM::User', Properties: { UserName: 'alice', Groups: ['admins', 'elsewhere'] } },
    Bob: { Type: 'AWS::IAM::User' },
    Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: { Ref: 'Group' }, Users: [{ Ref: 'Bob' }, 'stranger'] } },
  });
  expect(Object.values(subjects).map(({ id, groups }) => [id, groups])).toEqual([
    ['App.Group', undefined], ['App.Alice', ['App.Group', 'elsewhere']], ['App.Bob', ['App.Group']],
  ]);
});

test('shows managed policies and boundaries', () => {
  const { attached, boundary } = subjectsOf({
    Role: role({
      ManagedPolicyArns: [
        { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess' },
        { 'Fn::If': ['C', 'arn:aws:iam::111122223333:policy/team/Own', { Ref: 'AWS::NoValue' }] },
        { Ref: 'Parameter' },
      ],
      PermissionsBoundary: { 'Fn::If': ['C', { Ref: 'Boundary' }, 'arn:aws:iam::111122223333:policy/Other'] },
    }),
    Boundary: policy('ManagedPolicy', {}),
  })['App.Role'];
  expect(attached).toEqual([
    expect.objectContaining({ arn: 'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess', name: 'ReadOnlyAccess', owner: 'aws' }),
    { arn: 'arn:aws:iam::111122223333:policy/team/Own', name: 'Own', owner: 'account', onlyIf: 'C' },
    { arn: '${Parameter}', name: '${Parameter}', owner: 'account' },
  ]);
  expect(boundary).toEqual({ policy: 'Boundary (if C) or arn:aws:iam::111122223333:policy/Other (if not C)', subject: 'App.Boundary' });
});

test.each([
  ['a transform', { Transform: 'AWS::Serverless-2016-10-31' }, {}, ['the transform AWS::Serverless-2016-10-31 changes the template at the deployment: the review leaves out what it adds']],
  ['transforms with parameters', { Transform: ['AWS::LanguageExtensions', { Name: 'Macro' }] }, {}, ['the transform Macro changes the template at the deployment: the review leaves out what it adds']],
  ['an included part', {}, { 'Fn::Transform': { Name: 'AWS::Include' } }, ['the transform AWS::Include changes the template at the deployment: the review leaves out what it adds']],
  ['a nested stack', {}, { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/a.json' } } }, ['the template of the nested stack Nested is not in the assembly: the review leaves it out']],
])('warns of %s that it can not read', (_, sections, resources, expected) => {
  expect(reviewOf({ Role: role(), ...resources }, sections).warnings)
    .toEqual(expected.map(message => ({ path: 'App', template: 'App.template.json', level: 'warning', message })));
});

// Any JSON in place of any part.

test('a group says which users it has, also those that are not in the app', () => {
  const { 'App.Readers': readers, 'App.Other': other } = subjectsOf({
    Readers: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyName: 'P', PolicyDocument: { Statement: [READ] } }] } },
    Other: { Type: 'AWS::IAM::Group', Properties: {} },
    Ana: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'Readers' }, 'elsewhere'] } },
    Ben: { Type: 'AWS::IAM::User', Properties: {} },
    Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: { Ref: 'Readers' }, Users: [{ Ref: 'Ben' }, 'carol'] } },
  });
  expect([readers.attachedTo, other.attachedTo]).toEqual([['App.Ana', 'App.Ben', 'carol'], undefined]);
});

test.each<[string, object, number | string | undefined]>([
  ['a role', role({ MaxSessionDuration: 7200 }), 7200],
  ['seconds as text', role({ MaxSessionDuration: '7200' }), 7200],
  ['the default', role({ MaxSessionDuration: 3600 }), undefined],
  ['none', role(), undefined],
  ['a parameter', role({ MaxSessionDuration: { Ref: 'Longest' } }), '${Longest}'],
  ['a permission set', { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'n', SessionDuration: 'PT1H30M' } }, 5400],
  ['a permission set with the default', { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'n', SessionDuration: 'PT1H' } }, undefined],
  ['a permission set with something else', { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'n', SessionDuration: 'PT' } }, 'PT'],
])('the longest session of %s', (_, resource, duration) => {
  expect(subjectsOf({ Role: resource })['App.Role'].maxSessionDuration).toBe(duration);
});

const ANYTHING = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('*', 's3:*', 'Allow', 'arn:aws:s3:::x/*', '${a}', '${!a}', 'arn:', '', 0, -1, true, null, [], {}),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Ref', 'Fn::If', 'Fn::Sub', 'Fn::Join', 'Fn::GetAtt', 'Fn::ImportValue', 'Statement', 'Effect',
      'AWS', 'Service', 'StringEquals', 'Fn::Select', 'x', '__proto__', 'constructor'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

const WHOLE = {
  Transform: [],
  Conditions: {},
  Outputs: { Out: { Value: { Ref: 'Role' }, Export: { Name: 'role' } } },
  Resources: {
    Role: role({
      RoleName: 'r',
      Path: '/',
      Description: 'd',
      ManagedPolicyArns: [{ Ref: 'Managed' }],
      PermissionsBoundary: { Ref: 'Managed' },
      Policies: [{ PolicyName: 'P', PolicyDocument: { Statement: [{ ...READ, Condition: { StringEquals: { 'aws:username': 'x' } } }] } }],
    }, { Condition: 'C', Metadata: { 'aws:cdk:path': 'a/b', 'cdk_nag': { rules_to_suppress: [{ id: 'x', reason: 'y', applies_to: ['z'] }] } } }),
    Managed: policy('ManagedPolicy', { ManagedPolicyName: 'm', Roles: [{ Ref: 'Role' }] }),
    User: { Type: 'AWS::IAM::User', Properties: { Groups: ['g'] } },
    Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: 'g', Users: [{ Ref: 'User' }] } },
    Set: { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'n', InlinePolicy: { Statement: [READ] }, PermissionsBoundary: {} } },
    Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'x', Parameters: {} }, Metadata: { 'aws:asset:path': 'x' } },
  },
};

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  return [path, ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) =>
      pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key])) : [])];
}

function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  const within = (name: string | number, entry: unknown) => (name === key ? replaced(entry, rest, part) : entry);
  return key === undefined ? part : Array.isArray(value) ? value.map((entry, index) => within(index, entry))
    : Object.fromEntries(Object.entries(value as object).map(([name, entry]) => [name, within(name, entry)]));
}

test('any JSON in place of any part of a template does not break the review', () => {
  const file = join(assemblies.directory(), 'template.json');
  fc.assert(fc.property(fc.constantFrom(...pathsIn(WHOLE)), ANYTHING, (path, part) => {
    writeFileSync(file, JSON.stringify(replaced(WHOLE, path, part)));
    try {
      JSON.stringify(review(file));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
    }
  }), { numRuns: 2_000 });
});
