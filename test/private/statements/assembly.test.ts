import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PolicyPlacement } from '../../../src';
import { assemble, policyDocument, policyJson } from '../../../src/private/statements/assembly';
import { THIS_ROLE } from '../../../src/private/statements/documented-statement';
import { feature, statement } from '../../support/platform-role';

const stack = new Stack(undefined, 'Stack');
const FEATURES = [feature('Common', statement('CommonOne')), feature('Job', statement('JobOne'), statement('JobTwo'))];
const additional = (sid?: string) => new iam.PolicyStatement({ sid, actions: ['s3:GetObject'], resources: ['*'] });

const contents = ({ drafts }: ReturnType<typeof assemble>) =>
  drafts.map(draft => [draft.name, [...draft.documented, ...draft.additional].map(({ sid }) => sid)]);

test.each([PolicyPlacement.INLINE, PolicyPlacement.SEPARATE])('%s puts all statements into one document', placement => {
  expect(contents(assemble(stack, placement, FEATURES, [additional('Mine')]))).toEqual([
    ['Permissions', ['CommonOne', 'JobOne', 'JobTwo', 'Mine']],
  ]);
});

test('MANAGED makes a document of each feature, and one of the statements of the user', () => {
  expect(contents(assemble(stack, PolicyPlacement.MANAGED, FEATURES, [additional('Mine')]))).toEqual([
    ['Common', ['CommonOne']],
    ['Job', ['JobOne', 'JobTwo']],
    ['Additional', ['Mine']],
  ]);
});

test('a feature without statements makes no document', () => {
  expect(contents(assemble(stack, PolicyPlacement.MANAGED, [feature('Common'), ...FEATURES.slice(1)], []))).toEqual([
    ['Job', ['JobOne', 'JobTwo']],
  ]);
});

describe('a statement on the role itself', () => {
  const features = [feature('Job', statement('JobOne'), statement('JobPassItself', [THIS_ROLE, 'arn:other']))];

  test('names the role where its ARN is known', () => {
    const { drafts, beside } = assemble(stack, PolicyPlacement.INLINE, features, [], 'arn:own');
    expect(drafts[0].documented[1].resources).toEqual(['arn:own', 'arn:other']);
    expect(beside).toEqual([]);
  });

  test('stands in a document of its own where the ARN is not known', () => {
    const assembly = assemble(stack, PolicyPlacement.INLINE, features, []);
    expect(contents(assembly)).toEqual([['Permissions', ['JobOne']]]);
    expect(assembly.beside).toMatchObject([{ name: 'OnItself', documented: [{ sid: 'JobPassItself' }] }]);
    expect(policyDocument(assembly.beside[0], 'arn:later').toJSON()).toMatchObject({
      Statement: [{ Sid: 'JobPassItself', Resource: ['arn:later', 'arn:other'] }],
    });
  });
});

describe('a feature that stands beside the role', () => {
  const features = [...FEATURES, { ...feature('Chain', statement('ChainOne')), standsBeside: true }];

  test.each([PolicyPlacement.INLINE, PolicyPlacement.MANAGED])('has a document of its own under %s', placement => {
    const assembly = assemble(stack, placement, features, []);
    expect(assembly.beside.map(({ name, documented }) => [name, documented.map(({ sid }) => sid)])).toEqual([
      ['Chain', ['ChainOne']],
    ]);
    expect(contents(assembly)).toEqual(contents(assemble(stack, placement, FEATURES, [])));
  });

  test('stands with the others where all of them stand beside it', () => {
    const assembly = assemble(stack, PolicyPlacement.SEPARATE, features, []);
    expect(contents(assembly)).toEqual([['Permissions', ['CommonOne', 'JobOne', 'JobTwo', 'ChainOne']]]);
    expect(assembly.beside).toEqual([]);
  });

  test('makes no document without statements', () => {
    const empty = { ...feature('Chain'), standsBeside: true };
    expect(assemble(stack, PolicyPlacement.INLINE, [...FEATURES, empty], []).beside).toEqual([]);
  });
});

test('the data that is measured is the document', () => {
  const draft = assemble(
    stack,
    PolicyPlacement.INLINE,
    [
      feature('Job', statement('One', ['arn:a', 'arn:b']), {
        ...statement('Two'),
        conditions: { StringEquals: { 'a:b': ['c'] } },
      }),
    ],
    [additional()],
  ).drafts[0];
  const document = JSON.parse(JSON.stringify(policyDocument(draft).toJSON())) as unknown;
  expect(JSON.parse(JSON.stringify(policyJson(draft)))).toEqual(document);
});

test('statements are never merged, also where the app asks for it', () => {
  stack.node.setContext('@aws-cdk/aws-iam:minimizePolicies', true);
  const document = policyDocument(
    assemble(stack, PolicyPlacement.INLINE, FEATURES, [additional(), additional('Mine')]).drafts[0],
  );
  expect((stack.resolve(document) as { Statement: unknown[] }).Statement).toHaveLength(5);
});

test.each([
  ['not legal', [statement('A-B')]],
  ['not unique', [statement('A'), statement('A')]],
])('fails when a Sid of ours is %s', (_what, statements) => {
  expect(() => assemble(stack, PolicyPlacement.INLINE, [feature('Job', ...statements)], [])).toThrow(
    /^Stack: the Sid 'A(-B)?' of a documented statement is not legal, or stands twice/,
  );
});

test('statements of the user need no Sid', () => {
  expect(() => assemble(stack, PolicyPlacement.INLINE, FEATURES, [additional(), additional()])).not.toThrow();
});

test.each([
  ['one of the library', [additional('JobOne')], "'JobOne', which another statement of the role has"],
  ['another of their own', [additional('Mine'), additional('Mine')], "'Mine', which another statement of the role has"],
  ['an illegal one', [additional('my-sid')], "'my-sid': a Sid holds letters and digits only"],
])('fails when statements of the user have the Sid of %s', (_what, statements, message) => {
  expect(() => assemble(stack, PolicyPlacement.MANAGED, FEATURES, statements)).toThrow(
    `Stack: 'additionalStatements' has the Sid ${message}`,
  );
});
