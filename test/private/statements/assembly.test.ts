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
  expect(contents(assemble(stack, placement, FEATURES, [additional('Own')]))).toEqual([
    ['Permissions', ['CommonOne', 'JobOne', 'JobTwo', 'Own']],
  ]);
});

test('MANAGED creates a document for each feature, and one for the statements of the user', () => {
  expect(contents(assemble(stack, PolicyPlacement.MANAGED, FEATURES, [additional('Own')]))).toEqual([
    ['Common', ['CommonOne']],
    ['Job', ['JobOne', 'JobTwo']],
    ['Additional', ['Own']],
  ]);
});

test('a feature without statements has no document', () => {
  expect(contents(assemble(stack, PolicyPlacement.MANAGED, [feature('Common'), ...FEATURES.slice(1)], []))).toEqual([
    ['Job', ['JobOne', 'JobTwo']],
  ]);
});

describe('a statement on the role itself', () => {
  const features = [feature('Job', statement('JobOne'), statement('JobPassItself', [THIS_ROLE, 'arn:other']))];

  test('has the ARN of the role if it is known', () => {
    const { drafts, separate } = assemble(stack, PolicyPlacement.INLINE, features, [], 'arn:own');
    expect(drafts[0].documented[1].resources).toEqual(['arn:own', 'arn:other']);
    expect(separate).toEqual([]);
  });

  test('is in a separate document if the ARN is not known', () => {
    const assembly = assemble(stack, PolicyPlacement.INLINE, features, []);
    expect(contents(assembly)).toEqual([['Permissions', ['JobOne']]]);
    expect(assembly.separate).toMatchObject([{ name: 'OnItself', documented: [{ sid: 'JobPassItself' }] }]);
    expect(policyDocument(assembly.separate[0], 'arn:later').toJSON()).toMatchObject({
      Statement: [{ Sid: 'JobPassItself', Resource: ['arn:later', 'arn:other'] }],
    });
  });
});

describe('a separate feature', () => {
  const features = [...FEATURES, { ...feature('Chain', statement('ChainOne')), isSeparate: true }];

  test.each([PolicyPlacement.INLINE, PolicyPlacement.MANAGED])('has its own document with %s', placement => {
    const assembly = assemble(stack, placement, features, []);
    expect(assembly.separate.map(({ name, documented }) => [name, documented.map(({ sid }) => sid)])).toEqual([
      ['Chain', ['ChainOne']],
    ]);
    expect(contents(assembly)).toEqual(contents(assemble(stack, placement, FEATURES, [])));
  });

  test('is in the document of the other features with SEPARATE', () => {
    const assembly = assemble(stack, PolicyPlacement.SEPARATE, features, []);
    expect(contents(assembly)).toEqual([['Permissions', ['CommonOne', 'JobOne', 'JobTwo', 'ChainOne']]]);
    expect(assembly.separate).toEqual([]);
  });

  test('has no document without statements', () => {
    const empty = { ...feature('Chain'), isSeparate: true };
    expect(assemble(stack, PolicyPlacement.INLINE, [...FEATURES, empty], []).separate).toEqual([]);
  });
});

test('measures the data of the document', () => {
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

test('never merges statements, even if the app enables it', () => {
  stack.node.setContext('@aws-cdk/aws-iam:minimizePolicies', true);
  const document = policyDocument(
    assemble(stack, PolicyPlacement.INLINE, FEATURES, [additional(), additional('Own')]).drafts[0],
  );
  expect((stack.resolve(document) as { Statement: unknown[] }).Statement).toHaveLength(5);
});

test.each([
  ['invalid', [statement('A-B')]],
  ['not unique', [statement('A'), statement('A')]],
])('rejects a Sid of the library that is %s', (_what, statements) => {
  expect(() => assemble(stack, PolicyPlacement.INLINE, [feature('Job', ...statements)], [])).toThrow(
    /^Stack: the Sid 'A(-B)?' of a documented statement is invalid or used twice/,
  );
});

test('accepts statements of the user without a Sid', () => {
  expect(() => assemble(stack, PolicyPlacement.INLINE, FEATURES, [additional(), additional()])).not.toThrow();
});

test.each([
  ['a statement of the library', [additional('JobOne')], "'JobOne', which another statement of the role has"],
  ['another statement of the user', [additional('Mine'), additional('Mine')], "'Mine', which another statement of the role has"],
  ['an invalid one', [additional('my-sid')], "'my-sid': a Sid may contain only letters and digits"],
])('rejects statements of the user with the Sid of %s', (_what, statements, message) => {
  expect(() => assemble(stack, PolicyPlacement.MANAGED, FEATURES, statements)).toThrow(
    `Stack: 'additionalStatements' has the Sid ${message}`,
  );
});

test.each([
  ['a resource', statement('JobOne', ['arn:aws:s3:::data/${aws:username}/*'])],
  ['a condition', { ...statement('JobOne'), conditions: { StringLike: { 's3:prefix': '${aws:PrincipalTag/team}/*' } } }],
])('rejects a policy variable in %s of a documented statement', (_what, documented) => {
  expect(() => assemble(stack, PolicyPlacement.INLINE, [feature('Job', documented)], [])).toThrow(
    'Stack: statement "JobOne" must not contain a policy variable, got ',
  );
});
