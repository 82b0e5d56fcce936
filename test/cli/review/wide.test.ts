// Types only: loaded so that its lines count as covered.
import '../../../cli/review/model';
import { widthsOf } from '../../../cli/review/wide';
import { StackNames } from '../../../cli/statements/stack-names';
import { statementsIn } from '../../../cli/statements/statement';

const NAMES = new StackNames({ name: 'App', template: '', sections: {}, metadata: new Map(), unread: [], resources: [] });

function statementOf(statement: object) {
  return statementsIn({ Statement: { Effect: 'Allow', ...statement } } as never, NAMES)[0];
}

function widths(statement: object): readonly string[] {
  return widthsOf(statementOf(statement)).map(({ kind, text, because, isOpen }) =>
    `${isOpen ? 'open' : 'fine'}: ${kind} ${text}${because === undefined ? '' : `, ${because}`}`);
}

const READ = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' };

test.each<[object, readonly string[]]>([
  [READ, []],
  [{ ...READ, Effect: 'Deny', Action: '*', Resource: '*' }, []],
  [{ ...READ, Action: '*' }, ['open: every action *']],
  [{ ...READ, Action: ['s3:*', 's3:Get*'] }, ['open: every action s3:*', 'open: many actions s3:Get*']],
  [{ ...READ, Action: { Ref: 'Actions' } }, ['open: many actions ${Actions}']],
  [{ NotAction: ['iam:*', 'sts:*'], Resource: 'x' }, ['open: all but some NotAction iam:*, sts:*']],
  [{ Action: 's3:GetObject', NotResource: 'x' }, ['open: all but some NotResource x']],
  [{ Action: 's3:GetObject', Resource: '*' }, ['open: every resource *, narrower resources are possible for s3:GetObject']],
  [{ Action: ['xray:PutTraceSegments', 's3:GetObject'], Resource: '*' }, ['open: every resource *, narrower resources are possible for s3:GetObject']],
  [{ Action: ['xray:PutTraceSegments', 'ecr:GetAuthorizationToken'], Resource: '*' }, ['fine: every resource *, the actions have no narrower resources']],
  [{ Action: 'newservice:Get', Resource: '*' }, ['open: every resource *']],
  [{ NotAction: 's3:GetObject', Resource: '*' }, ['open: all but some NotAction s3:GetObject', 'open: every resource *']],
  [{ ...READ, Resource: 'arn:aws:s3:::*' }, ['open: every resource arn:aws:s3:::*, narrower resources are possible for s3:GetObject']],
  [{ ...READ, Resource: 'arn:aws:s3:::*/*' }, ['open: every resource arn:aws:s3:::*/*, narrower resources are possible for s3:GetObject']],
  [{ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:*:*' }, ['open: every resource arn:aws:sqs:*:*:*, narrower resources are possible for sqs:SendMessage']],
  [{ Action: 'iam:GetRole', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' } },
    ['open: every resource arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*, narrower resources are possible for iam:GetRole']],
  [{ Action: 'iam:GetRole', Resource: 'arn:aws:iam::*' }, ['open: every resource arn:aws:iam::*, narrower resources are possible for iam:GetRole']],
  [{ Action: 'iam:GetRole', Resource: 'arn:aws:iam::111122223333:role/team/*' }, []],
  [{ Principal: '*', Action: 'sts:AssumeRole' }, ['open: every principal *']],
  [{ Principal: '*', Action: 'sts:AssumeRole', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, ['open: every principal *']],
  [{ Principal: '*', Action: 'sts:AssumeRole', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '1' } } }, ['open: every principal *']],
  [{ Principal: '*', Action: 'sts:AssumeRole', Condition: { StringEqualsIfExists: { 'aws:SourceAccount': '1' } } }, ['open: every principal *']],
  [{ Principal: '*', Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }, []],
  [{ Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }, ['open: every principal Federated: accounts.google.com']],
  [{ Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: { StringEquals: { 'accounts.google.com:aud': 'x' } } }, []],
  ...[
    { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '*' } },
    { StringLike: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/x', '**'] } },
    { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' } },
    { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*/*:*' } },
    { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:*' } },
    { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } },
  ].map((Condition): [object, readonly string[]] => [{ Principal: '*', Action: 'sts:AssumeRole', Condition }, ['open: every principal *']]),
  ...[
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } },
    { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:own/*' } },
    { ArnLike: { 'aws:PrincipalArn': { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' } } },
  ].map((Condition): [object, readonly string[]] => [{ Principal: '*', Action: 'sts:AssumeRole', Condition }, []]),
  [{ Action: [], Resource: '*' }, []],
  [{ Resource: '*' }, []],
  [{ Principal: '*', Action: ['sts:Assume*'], Condition: { constructor: { constructor: '*' } } as never }, ['open: many actions sts:Assume*', 'open: every principal *']],
  [{ NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }, ['open: all but some NotPrincipal 111122223333']],
])('%j is wide: %j', (statement, expected) => {
  expect(widths(statement)).toEqual(expected);
});

test.each([
  '*', '**', '?*', 'a*', 'ar*', 'arn:*', 'arn:aws:s3*', 'arn:aws:iam::*', 'arn:*:*', 'arn:aws:iam::111122223333:role/?*',
  'arn:aws:dynamodb:*:*:table/*/index/*', 'arn:aws:logs:*:*:log-group:*:log-stream:*', 'arn:aws:logs:*:*:log-group:*:*',
  'arn:aws:apigateway:eu-west-1::/*', 'arn:aws:apigateway:eu-west-1::/restapis/*', 'arn:aws:s3:::*/?*',
  'arn:aws:s3:eu-west-1:111122223333:accesspoint/*', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*/object/*',
  'arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/*', 'arn:aws:sqs:*:*:*',
])('%s is every resource', Resource => {
  expect(widths({ Action: 'newservice:Get', Resource })).toEqual([`open: every resource ${Resource}`]);
});

test.each([
  'arn:aws:s3:::data/*', 'arn:aws:s3:::data*', 'arn:aws:s3:::*/data', 'arn:aws:s3:*:*:data/*', 'arn:aws:sns:*:*:alarms:*',
  'arn:aws:codepipeline:*:*:pipeline/*', 'arn:aws:iam::111122223333:role/*/admin/*', 'arn:aws:iam::111122223333:role/team/*',
  'arn:aws:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/web', '*-data', 'x*', 'arn:aws:iam::111122223333:role/?',
  { 'Fn::Sub': '${Data.Arn}*' }, { 'Fn::Sub': 'arn:aws:execute-api:eu-west-1:111122223333:${Api}/*' },
])('%j is not every resource', Resource => {
  expect(widths({ Action: 'newservice:Get', Resource })).toEqual([]);
});

test.each<[string, string, { note?: string; option?: string }, object]>([
  ['s3:GetObject', '*', {}, { because: 'the vendor grants it so', isOpen: false }],
  ['xray:PutTraceSegments', '*', {}, { because: 'the actions have no narrower resources', isOpen: false }],
  ['newservice:Get', '*', {}, { because: 'the actions have no narrower resources', isOpen: false }],
  ['iam:GetRole', 'arn:aws:iam::111122223333:role/*', {}, { because: 'the vendor grants it so', isOpen: false }],
  ['s3:GetObject', '*', { note: 'no bucket is known' }, { because: 'no bucket is known', isOpen: false }],
  ['s3:GetObject', '*', { option: 'S3Location.anyBucket()' }, { option: 'S3Location.anyBucket()', isOpen: true }],
  ['s3:GetObject', '*', { note: 'any bucket', option: 'x' }, { because: 'any bucket', option: 'x', isOpen: true }],
])('a documented statement of %s on %s, because of %j: %j', (Action, Resource, reason, expected) => {
  expect(widthsOf(statementOf({ Action, Resource }), reason)).toEqual([{ kind: 'every resource', text: Resource, ...expected }]);
});

test('a documented statement with a wildcard in its actions', () => {
  expect(widthsOf(statementOf({ ...READ, Action: 's3:Get*' }), {}))
    .toEqual([{ kind: 'many actions', text: 's3:Get*', because: 'the vendor grants it so', isOpen: false }]);
});
