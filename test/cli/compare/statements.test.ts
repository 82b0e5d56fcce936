import { Direction } from '../../../cli/compare/changes';
import { compareReviews, isWider } from '../../../cli/compare/compare-reviews';
import { allow, deny, Properties, reviewOf, role } from '../support/templates';

type Statements = readonly Properties[];
type Case = readonly [what: string, base: Statements, head: Statements, direction: Direction, line: string];

const get = allow('Read', 's3:GetObject', 'arn:aws:s3:::data/*');
const put = allow('Write', 's3:PutObject', 'arn:aws:s3:::data/*');
const ifVpc = (...vpcs: readonly string[]) => ({ Condition: { StringEquals: { 'aws:SourceVpc': vpcs } } });
const under = (condition: string, value: unknown) => ({ 'Fn::If': [condition, value, { Ref: 'AWS::NoValue' }] });
const text = (value: string) => ({ 'Fn::Sub': value });

const ACTIONS: readonly Case[] = [
  ['the same', [get], [get], 'same meaning', 'nothing changed'],
  ['another order', [get, put], [put, get], 'same meaning', 'nothing changed'],
  ['actions in another case', [get], [allow('Read', 'S3:getobject', 'arn:aws:s3:::data/*')], 'same meaning', 'nothing changed'],
  ['two actions more', [get], [allow('Read', ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging'], 'arn:aws:s3:::data/*')],
    'wider', '+2 actions, nothing removed'],
  ['an action less', [allow('A', ['s3:GetObject', 's3:PutObject'], '*')], [allow('A', 's3:GetObject', '*')],
    'narrower', '-1 action, nothing added'],
  ['another action', [get], [allow('Read', 's3:PutObject', 'arn:aws:s3:::data/*')], 'both', '+1 action, -1 action'],
  ['a wildcard instead', [get], [allow('Read', 's3:Get*', 'arn:aws:s3:::data/*')], 'wider', '1 action wider, nothing removed'],
  ['an action instead of a wildcard', [allow('Read', 's3:Get*', '*')], [allow('Read', 's3:GetObject', '*')],
    'narrower', '1 action narrower, nothing added'],
  ['an action that a wildcard has', [allow('A', 's3:*', '*')], [allow('A', ['s3:*', 's3:GetObject'], '*')],
    'same meaning', '1 statement with the same meaning, nothing else changed'],
  ['two actions more and a resource wider', [get],
    [allow('Read', ['s3:GetObject', 's3:GetObjectAcl', 's3:GetObjectVersion'], 'arn:aws:s3:::*')],
    'wider', '+2 actions, 1 resource wider, nothing removed'],
];

const UNNAMED: readonly Case[] = [
  ['the nearest of two statements without a Sid',
    [allow(undefined, ['s3:GetObject', 's3:PutObject'], '*'), allow(undefined, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], '*')],
    [allow(undefined, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'], '*')],
    'wider', '+1 action, 1 statement with the same meaning, nothing removed'],
];

const RESOURCES: readonly Case[] = [
  ['a resource more', [get], [allow('Read', 's3:GetObject', ['arn:aws:s3:::data/*', 'arn:aws:s3:::logs/*'])],
    'wider', '+1 resource, nothing removed'],
  ['a prefix', [get], [allow('Read', 's3:GetObject', 'arn:aws:s3:::data/train/*')], 'narrower', '1 resource narrower, nothing added'],
  ['a prefix of a bucket of the app', [allow('A', 's3:GetObject', text('${Data.Arn}/*'))], [allow('A', 's3:GetObject', text('${Data.Arn}/train/*'))],
    'narrower', '1 resource narrower, nothing added'],
  ['another bucket of the app', [allow('A', 's3:GetObject', text('${Data.Arn}/*'))], [allow('A', 's3:GetObject', text('${data.Arn}/*'))],
    'both', '+1 resource, -1 resource'],
  ['a value that is not known in place of one that is', [allow('A', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:1:jobs')],
    [allow('A', 'sqs:SendMessage', text('arn:aws:sqs:${AWS::Region}:1:jobs'))], 'both', '+1 resource, -1 resource'],
  ['a single character that may be a whole name', [allow('A', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:1:????????')],
    [allow('A', 'sqs:SendMessage', text('arn:aws:sqs:eu-west-1:1:${Jobs}'))], 'both', '+1 resource, -1 resource'],
  ['a function instead of another', [allow('A', 'sqs:SendMessage', { 'Fn::Select': [0, { Ref: 'Queues' }] })],
    [allow('A', 'sqs:SendMessage', { 'Fn::Select': [1, { Ref: 'Queues' }] })], 'both', '+1 resource, -1 resource'],
  ['a wildcard that passes a colon', [allow('A', 'iam:PassRole', 'arn:aws:*:role/x')], [allow('A', 'iam:PassRole', 'arn:aws:iam::1:role/x')],
    'both', '+1 resource, -1 resource'],
  ['a resource only under a condition of CloudFormation', [get], [allow('Read', 's3:GetObject', [under('IsProd', 'arn:aws:s3:::data/*')])],
    'narrower', '1 resource narrower, nothing added'],
  ['a resource under no condition of CloudFormation any more', [allow('Read', 's3:GetObject', [under('IsProd', 'arn:aws:s3:::data/*')])], [get],
    'wider', '1 resource wider, nothing removed'],
  ['another condition of CloudFormation', [allow('Read', 's3:GetObject', [under('IsProd', 'arn:aws:s3:::data/*')])],
    [allow('Read', 's3:GetObject', [under('IsTest', 'arn:aws:s3:::data/*')])], 'both', '1 resource changed'],
];

const EXCEPTIONS: readonly Case[] = [
  ['an exception more', [{ Effect: 'Allow', Sid: 'A', NotAction: 'iam:*', Resource: '*' }],
    [{ Effect: 'Allow', Sid: 'A', NotAction: ['iam:*', 'sts:*'], Resource: '*' }], 'narrower', '+1 excepted action, nothing wider'],
  ['an exception less', [{ Effect: 'Allow', Sid: 'A', NotAction: ['iam:*', 'sts:*'], Resource: '*' }],
    [{ Effect: 'Allow', Sid: 'A', NotAction: ['iam:*'], Resource: '*' }], 'wider', '-1 excepted action, nothing narrower'],
  ['an action that was not excepted', [{ Effect: 'Allow', Sid: 'A', NotAction: ['iam:*'], Resource: '*' }],
    [allow('A', 's3:GetObject', '*')], 'narrower', '1 statement narrower, nothing added'],
  ['an action that was excepted', [{ Effect: 'Allow', Sid: 'A', NotAction: ['iam:*'], Resource: '*' }],
    [allow('A', 'iam:PassRole', '*')], 'both', '1 statement changed'],
  ['all but some instead of everything', [allow('A', '*', '*')], [{ Effect: 'Allow', Sid: 'A', NotAction: 'iam:*', Resource: '*' }],
    'narrower', '1 statement narrower, nothing added'],
  ['an exception of a resource that may be the one', [{ Effect: 'Allow', Sid: 'A', Action: 's3:GetObject', NotResource: text('${Secret.Arn}/*') }],
    [allow('A', 's3:GetObject', 'arn:aws:s3:::data/*')], 'both', '1 statement changed'],
  ['a resource that is not excepted', [{ Effect: 'Allow', Sid: 'A', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::secret/*' }],
    [get].map(statement => ({ ...statement, Sid: 'A' })), 'narrower', '1 statement narrower, nothing added'],
];

const CONDITIONS: readonly Case[] = [
  ['a condition less', [{ ...get, ...ifVpc('vpc-1') }], [get], 'wider', '-1 condition, nothing narrower'],
  ['a condition more', [get], [{ ...get, ...ifVpc('vpc-1') }], 'narrower', '+1 condition, nothing wider'],
  ['a value more', [{ ...get, ...ifVpc('vpc-1') }], [{ ...get, ...ifVpc('vpc-1', 'vpc-2') }], 'wider', '1 condition wider, nothing removed'],
  ['a value less', [{ ...get, ...ifVpc('vpc-1', 'vpc-2') }], [{ ...get, ...ifVpc('vpc-1') }], 'narrower', '1 condition narrower, nothing added'],
  ['another value', [{ ...get, ...ifVpc('vpc-1') }], [{ ...get, ...ifVpc('vpc-2') }], 'both', '1 condition changed'],
  ['an operator that the key may lack', [{ ...get, ...ifVpc('vpc-1') }],
    [{ ...get, Condition: { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } } }], 'wider', '1 condition wider, nothing removed'],
  ['a key in another case', [{ ...get, ...ifVpc('vpc-1') }], [{ ...get, Condition: { StringEquals: { 'AWS:sourcevpc': 'vpc-1' } } }],
    'same meaning', 'nothing changed'],
  ['a value under a condition of CloudFormation', [{ ...get, ...ifVpc('vpc-1', 'vpc-2') }],
    [{ ...get, Condition: { StringEquals: { 'aws:SourceVpc': { 'Fn::If': ['IsProd', 'vpc-1', 'vpc-2'] } } } }],
    'both', '1 condition changed'],
  ['a condition under a condition of CloudFormation', [{ ...get, ...ifVpc('vpc-1') }],
    [{ ...get, Condition: under('IsProd', ifVpc('vpc-1').Condition) }], 'both', '1 condition changed'],
];

const DENIES: readonly Case[] = [
  ['a Deny more', [get], [get, deny('Never', 's3:*', '*')], 'narrower', '+1 Deny statement, nothing wider'],
  ['a Deny less', [get, deny('Never', 's3:*', '*')], [get], 'wider', '-1 Deny statement, nothing narrower'],
  ['a Deny of less', [deny('Never', ['s3:*', 'sqs:*'], '*')], [deny('Never', 's3:*', '*')], 'wider', '-1 denied action, nothing narrower'],
  ['a Deny of more', [deny('Never', 's3:*', '*')], [deny('Never', ['s3:*', 'sqs:*'], '*')], 'narrower', '+1 denied action, nothing wider'],
  ['a Deny under a condition', [deny('Never', 's3:*', '*')], [deny('Never', 's3:*', '*', ifVpc('vpc-1'))],
    'wider', '+1 condition of a Deny, nothing removed'],
  ['a Deny instead of an Allow', [allow('A', 's3:*', '*')], [deny('A', 's3:*', '*')], 'narrower', '1 Deny statement narrower, nothing added'],
  ['an Allow instead of a Deny', [deny('A', 's3:*', '*')], [allow('A', 's3:*', '*')], 'wider', '1 statement wider, nothing removed'],
  ['a Deny that another has', [deny('A', 's3:*', '*'), deny('B', 's3:GetObject', '*')], [deny('A', 's3:*', '*')],
    'same meaning', '1 statement with the same meaning, nothing else changed'],
];

const REWRITTEN: readonly Case[] = [
  ['another Sid', [get], [{ ...get, Sid: 'ReadData' }], 'same meaning', '1 statement with the same meaning, nothing else changed'],
  ['two statements in one', [get, put], [allow('All', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*')],
    'same meaning', '3 statements with the same meaning, nothing else changed'],
  ['one statement in two', [allow('Read', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*')], [get, put],
    'same meaning', '2 statements with the same meaning, nothing else changed'],
  ['two statements in one that allows more', [get, allow('Write', 's3:PutObject', 'arn:aws:s3:::logs/*')],
    [allow('All', ['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::data/*', 'arn:aws:s3:::logs/*'])],
    'wider', '+1 statement, 2 statements with the same meaning, nothing removed'],
  ['two statements in one without the condition of one', [get, { ...put, ...ifVpc('vpc-1') }],
    [allow('All', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::data/*')],
    'wider', '+1 statement, 2 statements with the same meaning, nothing removed'],
  ['a statement without Sid at another place', [allow(undefined, 's3:GetObject', '*'), allow(undefined, 'sqs:SendMessage', '*')],
    [allow(undefined, 'sqs:SendMessage', '*'), allow(undefined, 's3:GetObject', '*')], 'same meaning', 'nothing changed'],
  ['a statement without Sid, and an action more', [allow(undefined, 's3:GetObject', '*'), allow(undefined, ['sqs:SendMessage', 'sqs:PurgeQueue'], '*')],
    [allow(undefined, ['sqs:SendMessage', 'sqs:DeleteQueue', 'sqs:PurgeQueue'], '*'), allow(undefined, 's3:GetObject', '*')],
    'wider', '+1 action, nothing removed'],
  ['a statement without Sid that is like none', [allow(undefined, 's3:GetObject', '*')], [allow(undefined, 'sqs:SendMessage', '*')],
    'both', '+1 statement, -1 statement'],
  ['a statement under a condition of CloudFormation', [get], [under('IsProd', get)], 'narrower', '1 statement narrower, nothing added'],
  ['a statement that nobody can read', [{ Ref: 'Statement' }], [{ Ref: 'Other' }], 'both', '1 statement changed'],
];

describe.each([
  ['actions', ACTIONS], ['resources', RESOURCES], ['exceptions', EXCEPTIONS], ['conditions', CONDITIONS], ['Deny', DENIES],
  ['statements', REWRITTEN], ['statements without a Sid', UNNAMED],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_what, base, head, direction, line) => {
    const changes = compareReviews(reviewOf({ Role: role(base) }), reviewOf({ Role: role(head) }));
    expect([changes.direction, changes.line]).toEqual([direction, line]);
    expect(isWider(changes)).toBe(direction === 'wider' || direction === 'both');
  });
});
