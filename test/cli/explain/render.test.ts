import { allows, reviewOf, selection } from './review-of';
import { explain } from '../../../cli/explain/explain';
import { explanationMarkdown, explanationText, renderExplanation } from '../../../cli/explain/render';
import { HOSTILE } from '../support/hostile';
import { nodesIn } from '../support/markdown';
import { attached } from '../support/reviews';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/Trainer/SageMaker';
const message = (action: string, resource: string) =>
  `User: ${ROLE} is not authorized to perform: ${action} on resource: ${resource}`;
const lines = (text: string) => text.split('\n');

test('shows the request, then what grants it', () => {
  const text = explanationText(explain('dynamodb:BatchGetItem', { construct: 'ParallelClusterHeadNodeRole' }), false);
  expect(lines(text)).toEqual([
    'dynamodb:BatchGetItem (read)',
    '',
    'Granted by',
    expect.stringMatching(/^- ParallelClusterHeadNodeRole, slurm .*\(from 3\.\d+\.\d+ on\)$/),
    expect.stringMatching(/^ {2}- statement SlurmReadFleetTable on arn:P:dynamodb:R:A:table\//),
    expect.stringMatching(/^ {2}- source: https:\/\/.* \(.*, \d{4}/),
    ...lines(text).slice(6, -2),
    '  - chapter: https://github.com/cdk-platform-iam/cdk-platform-iam/blob/main/docs/parallelcluster3-roles.md',
    '',
  ]);
});

test('shows conditions, departures and options that switch it off', () => {
  const text = explanationText(explain('iam:PassRole', { construct: 'SageMakerHyperPodKarpenterRole' }), false)
    + explanationText(explain('s3:PutBucketVersioning', { construct: 'HopsworksInstanceProfile' }), false)
    + explanationText(explain('ec2:TerminateInstances', { construct: 'ParallelClusterHeadNodeRole' }), false);
  expect(text).toContain('- HopsworksInstanceProfile, always, unless backups switches it off');
  expect(text).toMatch(/ {2}- only if StringEquals \S+ = /);
  expect(text).toMatch(/ {2}- narrowed: /);
});

test('shows many statements by construct, with their options', () => {
  const text = explanationText(explain('s3:GetObject'), false);
  expect(text).toMatch(/^- SageMakerExecutionRole: .*trainingJob\.inputs.*; /m);
  expect(text).not.toContain('source:');
});

test('shows another cause, and what the app has', () => {
  const review = reviewOf({
    name: 'Trainer',
    statements: [{
      ...allows('Reads', ['s3:GetBucketAcl'], ['arn:aws:s3:::*']),
      conditions: [{ operator: 'Bool', key: 'aws:SecureTransport', values: ['true'], words: 'only with TLS' }],
    }],
    boundary: { policy: 'Churn/Limit' },
  }, 'aws://111122223333/eu-central-1');
  const text = explanationText(explain(message('s3:GetBucketAcl', 'arn:aws:s3:us-east-1::data'), { review }), false);
  expect(lines(text)).toEqual(expect.arrayContaining([
    `s3:GetBucketAcl (read) on arn:aws:s3:us-east-1::data by ${ROLE}`,
    'Another cause',
    'In the app',
    '- Churn/Training: the role has it on other resources only: name this one in the option',
    '  - Reads on arn:aws:s3:::*, only with TLS',
    '- its boundary Churn/Limit must allow it, too',
    '- the stack of the role is in eu-central-1, the resource in another region',
  ]));
});

test('shows attached policies that may grant it, and statements that may deny it', () => {
  const text = explanationText(explain(message('s3:GetObject', 'arn:aws:s3:::data/a'), {
    review: reviewOf({
      name: 'Trainer',
      attached: [attached('AdministratorAccess')],
      statements: [{ ...allows('No', ['s3:*'], ['*']), effect: 'Deny', onlyIf: 'IsProd' }],
    }),
  }), false);
  expect(text).toContain([
    '- Churn/Training: no statement in the app grants it',
    '- attached policies may grant it: AdministratorAccess',
    '- a statement may deny it, which depends on its conditions and resources:',
    '  - No on *',
  ].join('\n'));
});

test('shows a role that is not in the app, and everything but some resources', () => {
  expect(explanationText(explain(message('s3:GetObject', '*'), { review: reviewOf({ name: 'Other' }) }), false))
    .toContain('- no role or user of the app has this name');
  const except = allows('Reads', ['s3:GetObject'], ['arn:aws:s3:::logs/*']);
  const review = reviewOf({ name: 'Trainer', statements: [{ ...except, resources: { ...except.resources, isExcept: true } }] });
  expect(explanationText(explain(message('s3:GetObject', 'arn:aws:s3:::data/a'), { review }), false))
    .toContain('  - Reads on all but arn:aws:s3:::logs/*');
});

test('shows a suggestion, and the statement to write', () => {
  const text = explanationText(explain('codebuild:StartBuilding'), false);
  expect(text).toContain('No statement names this action. Did you mean codebuild:StartBuild');
  expect(text).toContain('No option grants it\n- if the role needs it, write:\n  additionalStatements: [\n');
});

test.each([
  ['s3:*', /^- options grant s3:.*s3:GetObject, /m],
  ['painting:*', /^- no option grants one that matches$/m],
])('shows what is narrower than %s', (pattern, expected) => {
  const text = explanationText(explain(pattern), false);
  expect(text).toContain('Narrower\n- the action is a pattern: name the actions that the role calls\n');
  expect(text).toMatch(expected);
  expect(text).not.toContain("resources: ['*']");
});

test('a message without an action says so', () => {
  expect(explanationText(explain('Access Denied'), false)).toMatch(/^a request that the message does not name\n/);
});

test('shows the wide form that an action takes', () => {
  expect(explanationText(explain('sagemaker:Paint', { construct: 'SageMakerExecutionRole' }), false))
    .toContain('- SageMakerExecutionRole, studio.apiAccess with SageMakerApiAccess.UNRESTRICTED');
});

test('has colour only if it is asked for', () => {
  const explanation = explain('s3:GetObject', { construct: 'SageMakerExecutionRole' });
  expect(explanationText(explanation, true)).toContain('\u001b[');
  expect(explanationText(explanation, false)).not.toContain('\u001b[');
});

describe.each(HOSTILE.filter(text => text !== ''))('the text %j of an app', text => {
  const review = reviewOf({
    name: 'Trainer',
    id: text,
    statements: [{
      ...allows(text, ['mediastore:GetContainer'], []),
      resources: selection(['*', text]),
      conditions: [{ operator: 'Bool', key: text, values: [text], words: text }],
    }],
    boundary: { policy: text },
  });
  const explanation = explain(message('mediastore:GetContainer', 'arn:aws:s3:::data'), { review });

  test('becomes no control of the terminal and no line of its own', () => {
    const plain = explanationText(explanation, false);
    expect(plain).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028\u202e]/);
    expect(lines(plain)).toHaveLength(19);
  });

  test('becomes no markup', () => {
    const types = nodesIn(explanationMarkdown(explanation)).map(({ type }) => type);
    expect([...new Set(types)].filter(type => /link|image|html|strong|emph|thematic/.test(type))).toEqual([]);
    expect(types.filter(type => type === 'heading')).toHaveLength(3);
  });
});

test('is printed for a terminal, as Markdown or as JSON', () => {
  const explanation = explain('mediastore:GetContainer');
  expect(renderExplanation(explanation)).toBe(explanationText(explanation, false));
  expect(renderExplanation(explanation, { color: true })).toBe(explanationText(explanation, true));
  expect(renderExplanation(explanation, { format: 'markdown' })).toBe(explanationMarkdown(explanation));
  expect(JSON.parse(renderExplanation(explanation, { format: 'json' }))).toMatchObject({ schema: 1, suggestions: explanation.suggestions });
});

describe('as Markdown', () => {
  test('has headings, code and a block', () => {
    const text = explanationMarkdown(explain(message('mediastore:GetContainer', 'arn:aws:s3:::data')));
    expect(text).toMatch(/^`mediastore:GetContainer` \(read\) on `arn:aws:s3:::data` by /);
    expect(text).toContain('### No option grants it');
    expect(text).toMatch(/```ts\nadditionalStatements: \[[^`]*```/);
  });

  test('holds no markup of the message', () => {
    const text = explanationMarkdown(explain(message('mediastore:GetContainer', 'arn:aws:s3:::a`<b>`')));
    expect(text).not.toMatch(/[^`]<b>/);
  });
});

test('other roles that may be meant are named', () => {
  const review = reviewOf({ name: 'Trainer' });
  const [subject] = review.subjects;
  const explanation = explain(message('s3:GetObject', 'arn:aws:s3:::data'), { review: { ...review, subjects: [subject, { ...subject, id: 'Second/Training' }] } });
  expect(explanationText(explanation, false)).toContain('- it may also be Second/Training, which may have the same name');
});
