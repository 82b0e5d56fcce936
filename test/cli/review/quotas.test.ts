import { Quota } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { Assemblies } from '../support/assemblies';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const DOCUMENT = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const LENGTH = JSON.stringify(DOCUMENT).length;

const OTHERS = {
  Other: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'other' } },
  Unnamed: { Type: 'AWS::IAM::Role', Properties: { Path: '/team/' } },
  Key: { Type: 'AWS::KMS::Key' },
};

/** The quotas of the last subject. */
function quotasOf(resources: object): readonly string[] {
  return review(assemblies.ofTemplate({ Resources: resources })).subjects.slice(-1)[0].quotas
    .map(({ name, unit, used: { min, max }, limit }: Quota) => `${name}: ${min === max ? min : `${min}-${max}`} of ${limit} ${unit}`);
}

function inline(document: unknown): readonly string[] {
  return quotasOf({ ...OTHERS, Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyName: 'P', PolicyDocument: document }] } } });
}

function resource(value: unknown): readonly [min: number, max: number] {
  const [, min, max = min] = /: (\d+)(?:-(\d+))? of/.exec(inline({ Statement: [{ Effect: 'Allow', Action: 'x', Resource: value }] })[0])!;
  const others = '{"Statement":[{"Effect":"Allow","Action":"x","Resource":}]}'.length;
  return [Number(min) - others, Number(max) - others];
}

test.each<[string, object, readonly string[]]>([
  ['inline policies in sum', {
    Role: { Type: 'AWS::IAM::Role', Properties: { Policies: ['A', 'B'].map(PolicyName => ({ PolicyName, PolicyDocument: DOCUMENT })) } },
    Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: DOCUMENT, Roles: [{ Ref: 'Role' }] } },
  }, [`inline policies: ${3 * LENGTH} of 10240 characters`]],
  ['inline policies of a user', {
    User: { Type: 'AWS::IAM::User', Properties: { Policies: [{ PolicyName: 'A', PolicyDocument: DOCUMENT }] } },
  }, [`inline policies: ${LENGTH} of 2048 characters`]],
  ['inline policies of a group', {
    Group: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyName: 'A', PolicyDocument: DOCUMENT }] } },
  }, [`inline policies: ${LENGTH} of 5120 characters`]],
  ['managed policies, each by itself, and their number', {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: [{ Ref: 'One' }, 'arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/A'] },
    },
    One: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: DOCUMENT } },
    Two: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: DOCUMENT, Roles: [{ Ref: 'Role' }] } },
  }, [`managed policy One: ${LENGTH} of 6144 characters`, `managed policy Two: ${LENGTH} of 6144 characters`, 'attached policies: 3 of 10 policies']],
  ['the trust policy', {
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: DOCUMENT } },
  }, [`trust policy: ${LENGTH} of 2048 characters`]],
  ['a permission set', {
    Set: { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'x', InlinePolicy: DOCUMENT } },
  }, [`inline policies: ${LENGTH} of 32768 characters`]],
  ['a policy of nobody', {
    Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: DOCUMENT, Roles: ['elsewhere'] } },
  }, [`inline policies: ${LENGTH} of 10240 characters`]],
  ['a role without policies', { Role: { Type: 'AWS::IAM::Role' } }, []],
])('counts %s', (_, resources, expected) => {
  expect(quotasOf(resources)).toEqual(expected);
});

test('counts a document as text without its white space', () => {
  expect(inline(JSON.stringify(DOCUMENT, undefined, 2))).toEqual([`inline policies: ${LENGTH} of 10240 characters`]);
});

test.each<[unknown, number, number]>([
  ['abc', 5, 5],
  [['abc', { Ref: 'AWS::NoValue' }, 'd'], 11, 11],
  [{ Ref: 'AWS::AccountId' }, 14, 14],
  [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::AccountId' }]] }, 18, 18],
  [{ 'Fn::Join': ['--', ['a', 'b', 'c']] }, 9, 9],
  [{ 'Fn::Join': ['', { Ref: 'List' }] }, 2, 1026],
  [{ 'Fn::Join': ['', [{ 'Fn::Select': [0, ['a']] }, { Some: 'object' }]] }, 2, 2050],
  [{ 'Fn::Sub': 'a-${AWS::AccountId}-${!aws:username}' }, 32, 32],
  [{ 'Fn::Sub': ['${A}${B}', { A: 'x', B: { Ref: 'AWS::AccountId' } }] }, 15, 15],
  [{ 'Fn::Sub': ['${A}', { A: { Some: 'object' } }] }, 2, 1026],
  [{ 'Fn::If': ['C', 'abc', { Ref: 'AWS::NoValue' }] }, 0, 5],
  [{ 'Fn::If': ['C', 'abc', { Ref: 'AWS::AccountId' }] }, 5, 14],
  [{ 'Fn::Join': ['', ['a', { 'Fn::If': ['C', 'bc', 'def'] }]] }, 5, 6],
  [{ 'Fn::If': 'no list' }, 0, 0],
  [{ Ref: 'Other' }, 7, 7],
  [{ 'Fn::GetAtt': ['Other', 'Arn'] }, 38, 45],
  [{ 'Fn::GetAtt': ['Unnamed', 'Arn'] }, 39, 109],
  [{ 'Fn::GetAtt': 'Key.Arn' }, 77, 90],
])('counts %j', (value, min, max) => {
  expect(resource(value)).toEqual([min, max]);
});
