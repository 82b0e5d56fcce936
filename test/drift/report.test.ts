import { Difference } from '../../drift/difference';
import { explain, Explained } from '../../drift/explained';
import { markdownText } from '../../drift/report/markdown';
import { isQuiet, Report } from '../../drift/report/report';
import { terminalText } from '../../drift/report/terminal';
import { Looked } from '../../drift/watches';

const ADDED: Difference = {
  watched: 'managed-policies', of: 'Reader v2', change: '+ s3:ListBucket on a|b', concerns: ['Role ReadInputs has it'],
};
const OTHER: Difference = { ...ADDED, change: '+ s3:GetObject on *' };
const FLAG: Difference = { watched: 'cdk', of: 'aws-cdk-lib 2.2.0', change: '+ feature flag x: true', concerns: [] };
const ROW: Explained = {
  watched: 'cdk', of: ['aws-cdk-lib *'], changes: ['+ feature flag x: true'], because: 'no template changes', on: '2026-11-28',
};

function reportOf(
  differences: readonly Difference[], rows: readonly Explained[] = [], looked: Partial<Looked> = {},
): Report {
  const all: readonly Looked[] = [{ watched: 'cdk', differences, notes: [], ...looked }];
  return { ...explain(all, rows, '2026-11-28'), looked: all, today: '2026-11-28' };
}

describe('an explanation', () => {
  test('is for the change that it names, in any version of its pattern', () => {
    const { unexplained, explained, stale } = reportOf([ADDED, FLAG], [ROW]);
    expect([unexplained, explained, stale]).toEqual([[ADDED], [[FLAG, ROW]], []]);
  });

  test('holds for a year', () => {
    expect(reportOf([FLAG], [{ ...ROW, on: '2025-11-27' }]).unexplained).toEqual([FLAG]);
  });

  test('is not stale if its watch could not look', () => {
    expect(reportOf([], [ROW], { problem: 'no network' }).stale).toEqual([]);
    expect(reportOf([], [ROW]).stale).toHaveLength(1);
  });

  test.each([
    ['another change', { changes: ['+ feature flag y: true'] }],
    ['another thing', { of: ['aws-cdk-lib 2.1.0'] }],
    ['another watch', { watched: 'handlers' as const }],
  ])('of %s explains nothing, and is stale', (_, other) => {
    const { unexplained, stale } = reportOf([FLAG], [{ ...ROW, ...other }]);
    expect(unexplained).toEqual([FLAG]);
    expect(stale).toHaveLength(1);
  });
});

test.each<[string, Report, boolean]>([
  ['nothing differs', reportOf([]), true],
  ['all is explained', reportOf([FLAG], [ROW]), true],
  ['something differs', reportOf([ADDED]), false],
  ['an explanation is stale', reportOf([], [ROW]), false],
  ['a watch could not look', reportOf([], [], { problem: 'no network' }), false],
])('the job says whether there is something to read: %s', (_, report, quiet) => {
  expect(isQuiet(report)).toBe(quiet);
});

test('the terminal shows changes that concern the same together', () => {
  expect(terminalText(reportOf([ADDED, OTHER, FLAG], [ROW], { problem: 'no network', notes: ['x 2 is x 1'] })).split('\n')).toEqual([
    'AWS managed policies that constructs attach, cite or replace',
    '  Reader v2',
    '    + s3:ListBucket on a|b',
    '    + s3:GetObject on *',
    '        Role ReadInputs has it',
    '',
    'Not looked at, since it failed',
    '  cdk: no network',
    '',
    'Newer, and the same for the library',
    '  x 2 is x 1',
    '',
    '2 unexplained differences, 1 explained',
  ]);
});

test('the issue has a table of the changes', () => {
  expect(markdownText(reportOf([ADDED], [{ ...ROW, watched: 'handlers', of: ['gone'] }], { problem: 'no\nnetwork' }))).toBe([
    '1 difference that nobody has read, on 2026-11-28. How to read this, and what to do: `docs/drift.md`.',
    '### AWS managed policies that constructs attach, cite or replace',
    '**Reader v2**',
    '| What changed | What it concerns |\n| --- | --- |\n| `+ s3:ListBucket on a\\|b` | Role ReadInputs has it |',
    '### Explanations of differences that no longer exist',
    '- handlers, gone: + feature flag x: true',
    '### Not looked at, since it failed',
    '- `cdk`: no network',
  ].join('\n\n') + '\n');
});

test('an issue is not longer than GitHub takes', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({ ...ADDED, of: `Reader v${index}` }));
  const text = markdownText(reportOf(many));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('The rest: `npm run drift`.');
});
