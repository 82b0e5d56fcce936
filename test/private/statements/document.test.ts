import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { DataDocument } from '../../../src/private/statements/document';

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
