import { compareReviews } from '../../../cli/compare/compare-reviews';
import { constructsIn } from '../../../cli/facts/catalogue';
import { StatementFacts } from '../../../cli/facts/catalogue-facts';
import { renderReview } from '../../../cli/render-review';
import { reviewConstructs } from '../../../cli/review/review-constructs';
import { reviewPackage } from '../../../cli/review/review-package';
import { catalogue, documented, packageWith } from '../support/packages';

const CONSTRUCT = 'SageMakerExecutionRole';

function reviewOf(statements: readonly StatementFacts[], version = '1.0.0') {
  return reviewConstructs(constructsIn(catalogue({ [CONSTRUCT]: statements })), version);
}

/** Each difference: what it is, and its direction. */
function between(base: readonly StatementFacts[], head: readonly StatementFacts[]): readonly string[] {
  return compareReviews(reviewOf(base), reviewOf(head, '1.1.0')).subjects.flatMap(({ statements }) =>
    statements.map(({ key, change, direction }) => `${key} ${change} ${direction}`));
}

test('a construct is a role or a policy, with the statements of all options', () => {
  const [construct, policy] = reviewConstructs(constructsIn(catalogue({
    [CONSTRUCT]: [documented('ReadInputs')], SageMakerUserPolicy: [],
  })), '1.0.0').subjects;
  expect(construct).toMatchObject({
    id: CONSTRUCT,
    kind: 'role',
    construct: { name: CONSTRUCT, platform: 'sagemaker', version: '1.0.0', documentation: 'docs/sagemaker.md' },
    statements: [{
      key: 'ReadInputs',
      policy: 'Jobs',
      actions: { items: [{ text: 's3:GetObject' }] },
      why: { url: 'https://docs.aws.amazon.com/x', section: 'Permissions', asOf: '2026-01', options: [] },
    }],
  });
  expect(policy.kind).toBe('policy');
});

test('the review of a package is that of its directory', () => {
  const directory = packageWith(catalogue({ [CONSTRUCT]: [documented('ReadInputs')] }), '1.2.3');
  expect(reviewPackage(directory)).toMatchObject({ app: 'cdk-platform-iam 1.2.3', subjects: [{ id: CONSTRUCT }] });
});

test.each<[string, readonly StatementFacts[], readonly StatementFacts[], readonly string[]]>([
  ['the same', [documented('A')], [documented('A')], []],
  ['another note', [documented('A')], [documented('A', { note: 'narrowed: x' })], []],
  ['a new statement', [documented('A')], [documented('A'), documented('B', { actions: ['s3:PutObject'] })], ['B added wider']],
  ['a lost statement', [documented('A'), documented('B', { actions: ['s3:PutObject'] })], [documented('A')], ['B removed narrower']],
  ['an action more', [documented('A')], [documented('A', { actions: ['s3:GetObject', 's3:PutObject'] })], ['A changed wider']],
  ['a wildcard', [documented('A')], [documented('A', { resources: ['*'] })], ['A changed wider']],
  ['a new condition', [documented('A')], [documented('A', { conditions: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })], ['A changed narrower']],
  ['an option less', [documented('A', {}, { options: ['inputs'] })], [documented('A')], ['A changed wider']],
  ['an option that is new', [documented('A')], [documented('A', {}, { options: ['inputs'] })], ['A changed narrower']],
  ['another option that grants it', [documented('A', {}, { options: ['inputs'] })], [documented('A', {}, { options: ['inputs', 'model'] })], []],
  ['a version gate', [documented('A')], [documented('A', { since: '3.5.0' })], ['A changed narrower']],
  ['an older version', [documented('A', { since: '3.5.0' })], [documented('A')], ['A changed wider']],
  ['an end', [documented('A')], [documented('A', { until: '3.16.0' })], ['A changed narrower']],
  ['a gate of an action',
    [documented('A', { actions: ['s3:GetObject', 's3:PutObject'] })],
    [documented('A', { actions: ['s3:GetObject', 's3:PutObject'], actionsSince: { '3.5.0': ['s3:PutObject'] } })],
    ['A changed narrower']],
  ['a variant more',
    [documented('A')],
    [documented('A', {}, { variants: [documented('A').variants[0], { actions: ['s3:GetObject'], resources: ['*'] }] })],
    ['A#2 added wider']],
])('%s', (_what, base, head, changes) => {
  expect(between(base, head)).toEqual(changes);
});

test('the terminal and Markdown show what changed', () => {
  const [base, head] = [reviewOf([documented('A')]), reviewOf([documented('A', { actions: ['s3:GetObject*'] })], '1.1.0')];
  const changes = compareReviews(base, head);
  expect(renderReview(head, { changes })).toContain('SageMakerExecutionRole  changed, wider  role, SageMakerExecutionRole of cdk-platform-iam 1.1.0');
  expect(renderReview(head, { changes, format: 'markdown' })).toContain('**±** `s3:GetObject` → `s3:GetObject*`');
});
