import { CheckFinding, CheckResult } from '../../../cli/check/model';
import { CheckForm, renderCheck } from '../../../cli/check/render';

const finding = (rest: Partial<CheckFinding>): CheckFinding =>
  ({ sid: 'Read', action: 's3:GetObject', resource: 'arn:aws:s3:::data/*', reason: 'not granted', required: true, ...rest });

const RESULT: CheckResult = {
  schema: 1,
  isSufficient: false,
  expected: { subject: 'Churn/Jobs', construct: 'SageMakerExecutionRole', stack: 'Churn', partition: 'aws', account: '111122223333', region: 'eu-central-1' },
  live: { files: ['live.json'], arn: 'arn:aws:iam::111122223333:role/team/churn-jobs' },
  granted: 5,
  missing: [finding({}), finding({ action: 's3:ListBucket' }), finding({ sid: undefined, required: false })],
  unclear: [],
  beyond: [finding({ reason: 'not needed', required: false, sid: undefined, action: 'sqs:*', resource: '*', details: 'by a statement' })],
  notAttached: [],
  notPrinted: [],
  unknown: [],
  notes: ['Note it'],
};

const SUFFICIENT: CheckResult =
  { ...RESULT, isSufficient: true, missing: [], beyond: [], notes: [], granted: undefined };

const shown = (result: Partial<CheckResult>, form?: CheckForm) => renderCheck({ ...RESULT, ...result }, form);

test('the terminal shows the verdict, and the findings with their actions together', () => {
  expect(shown({})).toBe([
    'Not sufficient: arn:aws:iam::111122223333:role/team/churn-jobs is not proved to have everything that Churn/Jobs grants',
    '5 granted, 3 missing, 0 unclear, 1 beyond (SageMakerExecutionRole)',
    'Account 111122223333, region eu-central-1',
    '',
    'Missing: the live role lacks this',
    '  Read: not granted',
    '    s3:GetObject, s3:ListBucket',
    '    on arn:aws:s3:::data/*',
    '  a statement without a Sid: not granted, only on the page of the vendor',
    '    s3:GetObject',
    '    on arn:aws:s3:::data/*',
    '',
    'Beyond: the live role has more than is needed',
    '  a statement without a Sid: not needed',
    '    sqs:*',
    '    on *',
    '    by a statement',
    '',
    'Note it',
    '',
  ].join('\n'));
});

test('a role that suffices is one sentence', () => {
  expect(renderCheck({ ...SUFFICIENT, live: { files: ['a.json', 'b.json'] } }).split('\n')[0]).toBe(
    'Sufficient: the role in a.json, b.json has everything that Churn/Jobs grants');
});

test('colors are for terminals only', () => {
  expect(shown({}, { color: true })).toContain('\u001b[31m');
  expect(shown({})).not.toContain('\u001b');
  expect(shown({}, { format: 'markdown', color: true })).not.toContain('\u001b');
});

test('long lists of actions are wrapped', () => {
  const actions = Array.from({ length: 12 }, (_, index) => finding({ action: `ec2:DescribeSomething${index}` }));
  const lines = shown({ missing: actions }, { columns: 60 }).split('\n').filter(line => line.includes('ec2:'));
  expect([lines.length > 3, Math.max(...lines.map(({ length }) => length)) <= 60]).toEqual([true, true]);
});

const OPEN = {
  unclear: [finding({ reason: 'not known before the deployment', resource: '${Data.Arn}/*' })],
  unknown: [
    { text: '${Data.Arn}', construct: 'Churn/Data', stack: 'Churn' }, { text: '${Name}', stack: 'Churn' },
  ],
};

test.each<[string, Partial<CheckResult>, readonly string[]]>([
  ['a value of a resource', OPEN, ['${Data.Arn} of Churn/Data', 'aws cloudformation describe-stack-resources --stack-name Churn > resources.json']],
  ['values of conditions', { ...OPEN, unclear: [finding({ reason: 'not known before the deployment' })] },
    ['${Name}', 'aws cloudformation describe-stacks --stack-name Churn > parameters.json']],
  ['a policy that is not attached', { notAttached: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    ['Not attached', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'aws iam list-attached-role-policies --role-name churn-jobs']],
  ['a policy that is not printed', { notPrinted: ['More'] }, ['Not printed', 'More', 'aws iam get-account-authorization-details']],
])('names %s, and the command that prints it', (_, result, texts) => {
  for (const format of ['terminal', 'markdown'] as const) {
    texts.forEach(text => expect(shown(result, { format })).toContain(text));
  }
});

test('commands have no name that a shell would take for more', () => {
  const stack = 'x; rm -rf ~';
  const text = shown({ ...OPEN, unknown: [{ text: '${Data.Arn}', construct: 'a', stack }], notAttached: ['p'], live: { files: [] } });
  expect(text).toContain('--stack-name NAME >');
  expect(text).toContain('--role-name NAME');
  expect(text).not.toContain('rm -rf');
});

test('values that decide nothing are not shown', () => {
  expect(shown({ ...OPEN, unclear: [] })).not.toContain('${Data.Arn}');
});

test('Markdown is one table for each kind', () => {
  expect(shown({}, { format: 'markdown' })).toContain([
    '### Missing: the live role lacks this', '',
    '| Statement | Actions | Resource | Why |',
    '| --- | --- | --- | --- |',
    '| `Read` | `s3:GetObject` `s3:ListBucket` | `arn:aws:s3:::data/*` | not granted |',
    '|  | `s3:GetObject` | `arn:aws:s3:::data/*` | not granted, only on the page of the vendor |',
  ].join('\n'));
  expect(renderCheck(SUFFICIENT, { format: 'markdown' })).toMatch(/^## ✅ Sufficient: /);
});

test('JSON is the result', () => {
  expect(JSON.parse(shown({}, { format: 'json' }))).toEqual(JSON.parse(JSON.stringify(RESULT)));
});

const ATTACK = '<img src=x onerror=alert(1)>|`x`\n# Title \u001b[31m\u202e';

test.each(['terminal', 'markdown'] as const)('text of a file does no harm in the format %s', format => {
  const missing = [finding({ sid: ATTACK, action: ATTACK, resource: ATTACK, details: ATTACK })];
  const text = shown({ missing, live: { files: [], arn: ATTACK }, notPrinted: [ATTACK], notes: [ATTACK] }, { format });
  expect(text).not.toMatch(/\u001b|\u202e|^# Title/m);
  const outside = text.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, '');
  expect(format === 'terminal' || !/(?<!\\)<img/.test(outside)).toBe(true);
});
