import { ReviewChanges } from '../../../cli/compare/changes';
import { compareReviews } from '../../../cli/compare/compare-reviews';
import { Review, Subject } from '../../../cli/review/model';
import { subjectWords } from '../../../cli/text/change-rows';
import { attached, review, role as subjectWith } from '../support/reviews';
import { allow, deny, Properties, reviewOf, role, trust } from '../support/templates';

type Resources = Readonly<Record<string, Properties>>;
type Case = readonly [what: string, base: Resources, head: Resources, direction: string, line: string];

const get = allow('Read', 's3:GetObject', 'arn:aws:s3:::data/*');
const write = allow('Write', 's3:PutObject', '*');
const never = deny('Never', 's3:*', '*');
const aws = (name: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` });

function policy(statements: readonly Properties[], properties: Properties = {}): Properties {
  return { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: statements }, ...properties } };
}

const one = (properties: Properties) => ({ Role: role([get], properties) });

const TRUST: readonly Case[] = [
  ['a service more', one({}), one({ AssumeRolePolicyDocument: trust({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] }) }),
    'wider', '+1 principal, nothing removed'],
  ['everybody', one({ AssumeRolePolicyDocument: trust({ AWS: 'arn:aws:iam::1:role/a' }) }), one({ AssumeRolePolicyDocument: trust('*') }),
    'wider', '1 principal wider, nothing removed'],
  ['a role instead of its account', one({ AssumeRolePolicyDocument: trust({ AWS: 'arn:aws:iam::123456789012:root' }) }),
    one({ AssumeRolePolicyDocument: trust({ AWS: 'arn:aws:iam::123456789012:role/a' }) }), 'both', '+1 principal, -1 principal'],
  ['an external ID', one({ AssumeRolePolicyDocument: trust({ AWS: '*' }) }),
    one({ AssumeRolePolicyDocument: trust({ AWS: '*' }, { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }) }),
    'narrower', '+1 condition, nothing wider'],
  ['all but one instead of one', one({ AssumeRolePolicyDocument: trust({ AWS: 'arn:aws:iam::1:role/a' }) }),
    one({ AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::1:role/b' }, Action: 'sts:AssumeRole' }] } }),
    'both', '1 statement changed'],
];

const ATTACHED: readonly Case[] = [
  ['a policy of AWS more', one({}), one({ ManagedPolicyArns: [aws('ReadOnlyAccess')] }), 'wider', '+1 attached policy, nothing removed'],
  ['a policy of AWS less', one({ ManagedPolicyArns: [aws('ReadOnlyAccess')] }), one({}), 'narrower', '-1 attached policy, nothing added'],
  ['a policy of AWS that denies, less', one({ ManagedPolicyArns: [aws('AWSDenyAll')] }), one({}), 'both', '-1 attached policy'],
  ['a policy of the account, which may deny, less', one({ ManagedPolicyArns: ['arn:aws:iam::1:policy/limits'] }), one({}), 'both', '-1 attached policy'],
  ['a policy of the app less', { ...one({ ManagedPolicyArns: [{ Ref: 'Shared' }] }), Shared: policy([write]) }, { ...one({}), Shared: policy([write]) },
    'both', '+1 policy, -1 statement'],
];

const BOUNDARIES: readonly Case[] = [
  ['a boundary', one({}), one({ PermissionsBoundary: 'arn:aws:iam::1:policy/b' }), 'narrower', '+1 boundary, nothing wider'],
  ['no boundary any more', one({ PermissionsBoundary: 'arn:aws:iam::1:policy/b' }), one({}), 'wider', '-1 boundary, nothing narrower'],
  ['another boundary', one({ PermissionsBoundary: 'arn:aws:iam::1:policy/b' }), one({ PermissionsBoundary: 'arn:aws:iam::1:policy/c' }),
    'both', '1 boundary changed'],
  ['a policy that is a boundary only', one({ PermissionsBoundary: 'arn:aws:iam::1:policy/b' }),
    { ...one({ PermissionsBoundary: { Ref: 'Limits' } }), Limits: policy([get]) }, 'both', '1 boundary changed, 1 policy with the same meaning'],
];

const reads = (bucket: string) => allow('Read', 's3:GetObject', { 'Fn::GetAtt': [bucket, 'Arn'] });
const passes = (name: string) => allow('Pass', 'iam:PassRole', { 'Fn::GetAtt': [name, 'Arn'] });
const pair = (first: string, second: string) =>
  ({ [first]: role([passes(second)]), [second]: role([passes(first), get]) });

const group = (users: readonly unknown[]) => ({
  Readers: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyName: 'P', PolicyDocument: { Statement: [get] } }] } },
  Ana: { Type: 'AWS::IAM::User', Properties: {} },
  Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: { Ref: 'Readers' }, Users: users } },
});

const WHOLES: readonly Case[] = [
  ['a role more', {}, one({}), 'wider', '+1 role, nothing removed'],
  ['a role less', one({}), {}, 'narrower', '-1 role, nothing added'],
  ['a policy that denies, less', { Limits: policy([never]) }, {}, 'both', '-1 policy'],
  ['two policies less', { A: policy([get]), B: policy([get]) }, {}, 'narrower', '-2 policies, nothing added'],
  ['another name', one({}), { Renamed: role([get]) }, 'same meaning', '1 role renamed, nothing else changed'],
  ['a user of another app in a group', group([]), group(['carol']), 'wider', '+1 attachment, nothing removed'],
  ['a user of the app in a group', group([]), group([{ Ref: 'Ana' }]), 'wider', '+1 group, nothing removed'],
  ['another name, and more', one({}), { Renamed: role([get, write]) }, 'both', '+1 role, -1 role'],
  ['two roles that may do nothing', { A: role([]) }, { B: role([]) }, 'both', '+1 role, -1 role'],
  ['another name of a role that others pass', { Passed: role([get]), Passing: role([allow('Pass', 'iam:PassRole', { 'Fn::GetAtt': ['Passed', 'Arn'] })]) },
    { Renamed: role([get]), Passing: role([allow('Pass', 'iam:PassRole', { 'Fn::GetAtt': ['Renamed', 'Arn'] })]) },
    'same meaning', '1 role renamed, nothing else changed'],
  ['names of two roles that pass each other', pair('First', 'Second'), pair('Third', 'Fourth'), 'same meaning', '2 roles renamed, nothing else changed'],
  ['a name that the template chooses, and more', one({ RoleName: 'jobs' }), { Renamed: role([get, write], { RoleName: 'jobs' }) }, 'wider', '+1 statement, 1 role renamed, nothing removed'],
  ['a role and its bucket', { Role: role([reads('Data')]) }, { Renamed: role([reads('Other')]) }, 'both', '+1 resource, -1 resource, 1 role renamed'],
  ['roles that nobody can tell apart', { A: role([reads('Data')]), B: role([reads('Data')]) }, { C: role([reads('Other')]), D: role([reads('Other')]) }, 'both', '+2 roles, -2 roles'],
  ['another name of the boundary of others', { Old: policy([get]), Role: role([never], { PermissionsBoundary: { Ref: 'Old' } }) },
    { New: policy([get]), Role: role([never], { PermissionsBoundary: { Ref: 'New' } }) },
    'same meaning', '1 policy renamed, 1 statement with the same meaning, nothing else changed'],
  ['another name of a policy that others have', { Old: policy([get]), Role: role([never], { ManagedPolicyArns: [{ Ref: 'Old' }] }), Second: role([], { ManagedPolicyArns: [{ Ref: 'Old' }] }) },
    { New: policy([get]), Role: role([never], { ManagedPolicyArns: [{ Ref: 'New' }] }), Second: role([], { ManagedPolicyArns: [{ Ref: 'New' }] }) },
    'same meaning', '2 statements with the same meaning, nothing else changed'],
];

const inVersion = (Version: string | undefined, resource = 'arn:aws:s3:::data/${aws:username}/*') =>
  one({ Policies: [{ PolicyName: 'Own', PolicyDocument: { Version, Statement: [allow('Read', 's3:GetObject', resource)] } }] });

const SESSIONS: readonly Case[] = [
  ['longer sessions', one({}), one({ MaxSessionDuration: 43200 }), 'wider', '1 longest session wider, nothing removed'],
  ['shorter sessions', one({ MaxSessionDuration: 43200 }), one({ MaxSessionDuration: '7200' }), 'narrower', '1 longest session narrower, nothing added'],
  ['the default', one({}), one({ MaxSessionDuration: 3600 }), 'same meaning', 'nothing changed'],
  ['sessions of a parameter', one({}), one({ MaxSessionDuration: { Ref: 'Longest' } }), 'both', '1 longest session changed'],
  ['policy variables that become plain text', inVersion('2012-10-17'), inVersion('2008-10-17'), 'both', '1 statement changed'],
  ['plain text that becomes a policy variable', inVersion(undefined), inVersion('2012-10-17'), 'both', '1 statement changed'],
  ['another version of the same text', inVersion('2008-10-17'), inVersion(undefined), 'same meaning', 'nothing changed'],
  ['another version without policy variables', inVersion('2012-10-17', '*'), inVersion('2008-10-17', '*'), 'same meaning', 'nothing changed'],
  ['plain text that all objects contain', inVersion('2008-10-17'), inVersion('2012-10-17', 'arn:aws:s3:::data/*'), 'wider', '1 resource wider, nothing removed'],
];

describe.each([['sessions and versions', SESSIONS], ['trust', TRUST], ['attached policies', ATTACHED], ['boundaries', BOUNDARIES], ['roles and policies', WHOLES]])('%s', (_, cases) => {
  test.each(cases)('%s', (_what, base, head, direction, line) => {
    const changes = compareReviews(reviewOf(base), reviewOf(head));
    expect([changes.direction, changes.line]).toEqual([direction, line]);
  });
});

const readOnly = attached('ReadOnlyAccess');

test.each<readonly [what: string, base: Partial<Subject>, head: Partial<Subject>, direction: string, line: string]>([
  ['an attached policy under a condition', { attached: [readOnly] }, { attached: [{ ...readOnly, onlyIf: 'IsProd' }] },
    'narrower', '1 attached policy narrower, nothing added'],
  ['an attached policy under no condition any more', { attached: [{ ...readOnly, onlyIf: 'IsProd' }] }, { attached: [readOnly] },
    'wider', '1 attached policy wider, nothing removed'],
  ['a role under a condition', {}, { onlyIf: 'IsProd' }, 'narrower', '+1 condition of a role, nothing wider'],
  ['a role under no condition any more', { onlyIf: 'IsProd' }, {}, 'wider', '-1 condition of a role, nothing narrower'],
  ['a principal of another app', {}, { attachedTo: ['alice'] }, 'wider', '+1 attachment, nothing removed'],
  ['a principal of another app less', { attachedTo: ['alice'] }, {}, 'narrower', '-1 attachment, nothing added'],
  ['a group', {}, { groups: ['Readers'] }, 'wider', '+1 group, nothing removed'],
  ['a group less, whose policies may deny something', { groups: ['Readers'] }, {}, 'both', '-1 group'],
])('%s', (_, base, head, direction, line) => {
  const changes = compareReviews(review(subjectWith('App/Role', base)), review(subjectWith('App/Role', head)));
  expect([changes.direction, changes.line]).toEqual([direction, line]);
});

test('shows the name that a role had before', () => {
  const { subjects } = compareReviews(reviewOf(one({})), reviewOf({ Renamed: role([get]) }));
  expect(subjects).toMatchObject([{ id: 'App.Renamed', from: 'App.Role', change: 'moved', direction: 'same meaning', statements: [] }]);
});

test('finds a role of another path by its logical id', () => {
  const at = (path: string, statements: readonly Properties[]) =>
    reviewOf({ Role: { ...role(statements), Metadata: { 'aws:cdk:path': path } } });
  const { subjects: [subject], line } = compareReviews(at('App/Old/Resource', [get]), at('App/New/Resource', [get, never]));
  expect(subject).toMatchObject({ id: 'App/New', from: 'App/Old', change: 'changed', direction: 'narrower' });
  expect(line).toBe('+1 Deny statement, 1 role renamed, nothing wider');
  expect(subjectWords(subject)).toBe('renamed and changed, narrower');
});

describe('the only stack of each side, with another name', () => {
  const named = (stack: string, { subjects }: Review): Review =>
    JSON.parse(JSON.stringify({ schema: 1, app: `${stack}.json`, stacks: [{ name: stack, template: `${stack}.json` }], warnings: [], subjects })
      .replaceAll('"App.', `"${stack}.`).replaceAll('"stack":"App"', `"stack":"${stack}"`)) as Review;
  const before = one({ ManagedPolicyArns: [{ Ref: 'Limits' }] });
  const bounded = {
    Limits: policy([get]), First: role([get], { PermissionsBoundary: { Ref: 'Limits' } }), Second: role([], { PermissionsBoundary: { Ref: 'Limits' } }),
  };

  test('is the same stack', () => {
    expect(compareReviews(named('old', reviewOf(before)), named('new', reviewOf(before))).subjects).toEqual([]);
    expect(compareReviews(named('old', reviewOf(bounded)), named('new', reviewOf(bounded))).subjects).toEqual([]);
  });

  test('has its changes', () => {
    const after = { Role: role([get, write]) };
    expect(compareReviews(named('old', reviewOf(one({}))), named('new', reviewOf(after))).subjects)
      .toMatchObject([{ id: 'new.Role', change: 'changed', direction: 'wider' }]);
  });

  test('is another one if there are several', () => {
    const several = named('old', reviewOf(before));
    const stacks = [...several.stacks, { name: 'more', template: 'more.json' }];
    expect(compareReviews({ ...several, stacks }, named('new', reviewOf(before))).subjects.map(({ change }) => change))
      .toEqual(['added', 'removed']);
  });
});

describe('statements of policies that have several principals', () => {
  /** Two managed policies of one construct, which two groups have. */
  function reviewWith(
    first: readonly Properties[], second: readonly Properties[], groupPolicies: readonly (readonly string[])[],
  ): Review {
    const given = reviewOf({ First: policy(first), Second: policy(second) });
    const [users_, other] = given.subjects;
    const groups = groupPolicies.map((policies, index) => ({
      ...users_,
      id: `Group${index}`,
      kind: 'group' as const,
      resources: [],
      statements: [],
      attached: policies.map(id => ({ arn: `\${${id}}`, name: id, owner: 'app' as const, subject: 'Users' })),
    }));
    const users = {
      ...users_,
      id: 'Users',
      resources: [...users_.resources, ...other.resources],
      statements: [...users_.statements, ...other.statements],
    };
    return { ...given, subjects: [users, ...groups] };
  }

  const moved = (groupPolicies: readonly (readonly string[])[]): ReviewChanges =>
    compareReviews(reviewWith([get, write], [never], groupPolicies), reviewWith([get], [write, never], groupPolicies));

  test('mean the same in another policy if all principals have all of the policies', () => {
    expect(moved([['First', 'Second'], []])).toMatchObject({ direction: 'same meaning', subjects: [{ statements: [{ key: 'Write', change: 'moved' }] }] });
  });

  test('are wider in another policy if some principal has only some of the policies', () => {
    expect(moved([['First', 'Second'], ['Second']]).direction).toBe('both');
  });
});
