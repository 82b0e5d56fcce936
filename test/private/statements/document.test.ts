import { App, Aws, CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { DataDocument, StatementJson } from '../../../src/private/statements/document';

// `DataDocument` overrides members of a class of the CDK: this file runs on the oldest and on the newest CDK.

const ARN = 'arn:aws:s3:::data/*';
const DATA = { Action: 's3:GetObject', Effect: 'Allow', Resource: ARN, Sid: 'One' } as const;

const ofData = (...own: iam.PolicyStatement[]) => new DataDocument([DATA], own);
const ofStatements = (...own: iam.PolicyStatement[]) => new iam.PolicyDocument({
  minimize: false,
  statements: [new iam.PolicyStatement({ sid: 'One', actions: ['s3:GetObject'], resources: [ARN] }), ...own],
});
const own = () => new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [ARN] });

describe.each([
  ['data only', []],
  ['data and a statement of the user', [own()]],
])('a document of %s', (_what, statements) => {
  const [document, expected] = [ofData(...statements), ofStatements(...statements)];

  test('resolves to what the CDK makes of the same statements', () => {
    const stack = new Stack(new App(), 'Stack');
    expect(stack.resolve(document)).toEqual(stack.resolve(expected));
  });

  test('has the same JSON, statement count and text', () => {
    const seen = (of: iam.PolicyDocument): unknown =>
      [of.toJSON(), of.statementCount, of.isEmpty, Boolean(of.toString())].map(part => JSON.stringify(part));
    expect(seen(document)).toEqual(seen(expected));
  });

  test('takes statements that are added later', () => {
    const [later, expectedLater] = [ofData(...statements), ofStatements(...statements)];
    [later, expectedLater].forEach(of => of.addStatements(own()));
    expect(JSON.stringify(later.toJSON())).toBe(JSON.stringify(expectedLater.toJSON()));
  });
});

test('a document without statements is empty', () => {
  const document = new DataDocument([], []);
  expect([document.isEmpty, document.statementCount, document.toJSON()]).toEqual([true, 0, undefined]);
});

test('the CDK has no further member that reads the statements', () => {
  const overridden = ['resolve', 'isEmpty', 'statementCount', 'toJSON'];
  const withoutStatements = ['constructor', 'toString', 'addStatements'];
  // These only see the statements of the user: ours are valid by the laws, never merged, never split.
  const ofUser = [
    'validateForAnyPolicy', 'validateForResourcePolicy', 'validateForTrustPolicy', 'validateForIdentityPolicy',
    '_maybeMergeStatements', '_splitDocument', 'render', 'shouldMerge', 'freezeStatements',
  ];
  const known = [...overridden, ...withoutStatements, ...ofUser];
  const members = Object.getOwnPropertyNames(iam.PolicyDocument.prototype);
  expect(members.filter(member => !known.includes(member))).toEqual([]);
});

describe('tokens', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const bucket = new s3.Bucket(new Stack(app, 'Other'), 'Bucket');
  const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' });

  const condition = (value: string | readonly string[], key = 'aws:ResourceAccount'): Partial<StatementJson> =>
    ({ Condition: { StringEquals: { [key]: value } } });

  const PARTS: [what: string, Partial<StatementJson>][] = [
    ['text', {}],
    ['pseudo parameters', { Resource: `arn:${Aws.PARTITION}:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:topic.${Aws.URL_SUFFIX}` }],
    ['a pseudo parameter as a whole', condition(Aws.ACCOUNT_ID)],
    ['pseudo parameters side by side, first and last', condition([`${Aws.REGION}${Aws.ACCOUNT_ID}`, 'a'])],
    ['a reference to another stack', { Resource: [bucket.bucketArn, bucket.arnForObjects(`${Aws.ACCOUNT_ID}/*`)] }],
    ['another pseudo parameter', { Resource: `arn:aws:s3:::${Aws.STACK_NAME}/*` }],
    ['a value that is known later', { Resource: `arn:aws:s3:::${Lazy.string({ produce: () => `${Aws.REGION}-data` })}` }],
    ['a function', { Resource: `arn:${Aws.PARTITION}:s3:::${Fn.select(0, list.valueAsList)}` }],
    ['a number', { Resource: `arn:${Aws.PARTITION}:s3:::data-${Token.asNumber({ Ref: 'Number' })}` }],
    ['a list', condition(list.valueAsList)],
    ['a key', condition('a', `aws:ResourceTag/${Lazy.string({ produce: () => 'team' })}`)],
  ];

  test.each(PARTS)('resolves %s as the CDK does, in the template and in JSON', (_what, part) => {
    const [document, expected] = [new DataDocument([{ ...DATA, ...part }], []), iam.PolicyDocument.fromJson({
      Statement: [{ ...DATA, ...part }], Version: '2012-10-17',
    })];
    expect(stack.resolve(document)).toEqual(stack.resolve(expected));
    expect(stack.resolve(stack.toJsonString(document))).toEqual(stack.resolve(stack.toJsonString(expected)));
  });

  test('references to other stacks are found', () => {
    const role = new iam.Role(new Stack(app, 'Roles'), 'Role', {
      assumedBy: new iam.AccountRootPrincipal(),
      inlinePolicies: { Permissions: new DataDocument([{ ...DATA, Resource: [bucket.bucketArn, bucket.arnForObjects(`${Aws.ACCOUNT_ID}/*`)] }], []) },
    });
    const [first] = Object.values(Template.fromStack(role.stack).findResources('AWS::IAM::Role')) as {
      Properties: { Policies: [{ PolicyDocument: { Statement: [{ Resource: unknown }] } }] };
    }[];
    expect(first.Properties.Policies[0].PolicyDocument.Statement[0].Resource).toEqual([
      { 'Fn::ImportValue': expect.stringContaining('Other:ExportsOutput') as string },
      { 'Fn::Join': ['', [{ 'Fn::ImportValue': expect.any(String) as string }, '/', { Ref: 'AWS::AccountId' }, '/*']] },
    ]);
  });
});
