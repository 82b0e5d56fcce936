import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import draft4 from 'ajv/lib/refs/json-schema-draft-04.json';
import { Stack } from 'aws-cdk-lib';
import { Review, Subject, WideKind } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';
import { WIDE_RULES } from '../../../cli/sarif/rules';
import { renderSarif } from '../../../cli/sarif/sarif';
import { ESSENTIAL_ROWS, stackId } from '../../support/grid';
import { Assemblies } from '../support/assemblies';
import { attached } from '../support/reviews';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

interface Text {
  readonly text: string;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly locations: readonly [{
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
  }];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Text;
  readonly fullDescription: Text;
  readonly help: Text & { readonly markdown: string };
  readonly properties: { readonly 'security-severity'?: string; readonly 'tags': readonly string[] };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly invocations: readonly object[];
  readonly results: readonly Result[];
}

// The official schema of SARIF 2.1.0.
const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore' });
ajv.addMetaSchema(draft4);
const isValid = ajv.compile(schema);

function runOf(reviewed: Review, root = '/repository'): Run {
  const text = renderSarif(reviewed, { version: '1.2.3', root });
  const log = JSON.parse(text) as { readonly runs: readonly [Run] };
  isValid(log);
  expect(isValid.errors).toBeNull();
  return log.runs[0];
}

const SUBJECT: Subject = {
  id: 'App/Role',
  kind: 'role',
  stack: 'App',
  trust: [],
  statements: [],
  attached: [],
  quotas: [],
  reach: [],
  resources: [{ logicalId: 'Role', type: 'AWS::IAM::Role', line: 12 }],
};

function reviewOf(subject: Partial<Subject>, others: Partial<Review> = {}): Review {
  return {
    schema: 1,
    app: 'cdk.out',
    stacks: [{ name: 'App', template: 'App.template.json' }],
    warnings: [],
    subjects: [{ ...SUBJECT, ...subject }],
    ...others,
  };
}

function wide(kind: WideKind, isOpen = true, others: object = {}): Subject['statements'][number] {
  const all = { isExcept: false, items: [] };
  return {
    key: 'Read',
    effect: 'Allow',
    actions: all,
    resources: all,
    conditions: [],
    levels: [],
    words: 'Read anything',
    wide: [{ kind, text: '*', isOpen, ...others }],
  };
}

test('a log without results is valid', () => {
  expect(runOf(reviewOf({}))).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
});

test('has what GitHub asks of rules', () => {
  const { tool: { driver: { rules } } } = runOf(reviewOf({}));
  expect(rules.map(({ id }) => id)).toEqual([
    'every-principal', 'wide-attached-policy', 'every-action', 'all-but-some', 'every-resource', 'unacknowledged-warning', 'many-actions', 'quota',
  ]);
  for (const { name, shortDescription, fullDescription, help, properties } of rules) {
    expect(name.length).toBeLessThanOrEqual(255);
    expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect([help.text, help.markdown]).not.toContain('');
    expect(properties.tags.includes('security')).toBe(properties['security-severity'] !== undefined);
    expect(properties['security-severity'] ?? '0.1').toMatch(/^(?:10|\d)\.\d$/);
  }
});

test.each(Object.entries(WIDE_RULES))('reports an open statement with %s', (kind, { id, level }) => {
  const { results, tool: { driver: { rules } } } = runOf(reviewOf({ statements: [wide(kind as WideKind)] }));
  expect(results.map(result => [result.ruleId, rules[result.ruleIndex].id, result.level])).toEqual([[id, id, level]]);
  expect(results[0].message.text).toBe(`App/Role: the statement Read allows ${kind}: *. Read anything.`);
});

test('reports what the app chose, and statements of the trust policy', () => {
  const { results } = runOf(reviewOf({
    trust: [wide('every principal')], statements: [wide('every resource', true, { option: 'S3Location.anyBucket()', because: 'any bucket' })],
  }));
  expect(results.map(({ message }) => message.text)).toEqual([
    'App/Role: the trust statement Read allows every principal: *. Read anything.',
    'App/Role: the statement Read allows every resource: * (the app chose S3Location.anyBucket(); any bucket). Read anything.',
  ]);
});

test.each([
  ['everything', ['error App/Role: the AWS policy Policy is attached, which allows much: everything.']],
  ['changes permissions', ['warning App/Role: the AWS policy Policy is attached, which allows much: changes permissions.']],
  ['writes to any resource', ['warning App/Role: the AWS policy Policy is attached, which allows much: writes to any resource.']],
  ['reads any resource', []],
  ['limited', []],
  [undefined, []],
])('an attached policy of AWS with the width %s: %j', (width, expected) => {
  const { results } = runOf(reviewOf({ attached: [attached('Policy', { width })] }));
  expect(results.map(({ level, message }) => `${level} ${message.text}`)).toEqual(expected);
});

test('tells policies that are attached under other conditions', () => {
  const policies = ['IsProd', 'IsTest', undefined].map(onlyIf => attached('AdministratorAccess', { width: 'everything', onlyIf }));
  const { results } = runOf(reviewOf({ attached: policies }));
  expect(results[0].message.text).toContain('everything (if IsProd).');
  expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)).size).toBe(3);
});

test('does not report what is not open', () => {
  expect(runOf(reviewOf({ statements: [wide('every resource', false)] })).results).toEqual([]);
});

test.each([
  [899, 899, []],
  [900, 900, ['warning App/Role: the quota of trust policy is 1000 characters, and the app uses 900.']],
  [500, 1001, ['warning App/Role: the quota of trust policy is 1000 characters, and the app uses between 500 and 1001.']],
  [1000, 1000, ['warning App/Role: the quota of trust policy is 1000 characters, and the app uses 1000.']],
  [1001, 1200, ['error App/Role: the quota of trust policy is 1000 characters, and the app uses between 1001 and 1200.']],
])('a quota of 1000 with %d to %d characters: %j', (min, max, expected) => {
  const { results } = runOf(reviewOf({ quotas: [{ name: 'trust policy', unit: 'characters', used: { min, max }, limit: 1000 }] }));
  expect(results.map(({ level, message }) => `${level} ${message.text}`)).toEqual(expected);
});

test.each([
  ['warning', ['warning App/Role: look']],
  ['error', ['error App/Role: look']],
  ['info', []],
] as const)('reports a %s of a construct: %j', (level, expected) => {
  const { results } = runOf(reviewOf({}, { warnings: [{ path: 'App/Role', template: 'App.template.json', level, message: 'look' }] }));
  expect(results.map(({ level: found, message }) => `${found} ${message.text}`)).toEqual(expected);
});

test.each<[string, Partial<Review>, string | undefined, string, object]>([
  ['the line of the app', {}, '/repository/lib/my stack.ts:5:7', 'lib/my%20stack.ts', { startLine: 5, startColumn: 7 }],
  ['the template of an app elsewhere', {}, '/other/lib/stack.ts:5:7', 'cdk.out/App.template.json', { startLine: 12 }],
  ['the template', {}, undefined, 'cdk.out/App.template.json', { startLine: 12 }],
  ['a template by itself', { app: '/repository/templates/a.json' }, undefined, 'templates/a.json', { startLine: 12 }],
  ['a template by itself, elsewhere', { app: '../a.json' }, undefined, 'a.json', { startLine: 12 }],
  ['an assembly elsewhere', { app: '/tmp/build/cdk.out' }, undefined, 'cdk.out/App.template.json', { startLine: 12 }],
  ['the manifest, for a stack that is not known', { stacks: [] }, undefined, 'cdk.out/manifest.json', { startLine: 12 }],
])('is located at %s', (_, others, createdAt, uri, region) => {
  const resources = [{ ...SUBJECT.resources[0], ...(createdAt && { createdAt }) }];
  const { results: [{ locations }] } = runOf(reviewOf({ statements: [wide('every action')], resources }, others));
  expect(locations).toEqual([{
    physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region },
    logicalLocations: [{ fullyQualifiedName: 'App/Role' }],
  }]);
});

test('a warning is located at the line of the app, or at the first of its template', () => {
  const warning = { path: 'App/Role', template: 'App.template.json', level: 'warning', message: 'look' } as const;
  const { results } = runOf(reviewOf({}, { warnings: [{ ...warning, createdAt: '/repository/app.ts:3:4' }, { ...warning, message: 'look again' }] }));
  const places = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation);
  expect(places.map(({ artifactLocation: { uri }, region }) => [uri, region])).toEqual([
    ['app.ts', { startLine: 3, startColumn: 4 }], ['cdk.out/App.template.json', { startLine: 1 }],
  ]);
});

test('alerts keep their fingerprints when the lines of the app move', () => {
  const fingerprints = (line: number) => runOf(reviewOf({
    statements: [wide('every action'), { ...wide('every action'), key: 'Write' }],
    resources: [{ ...SUBJECT.resources[0], createdAt: `/repository/app.ts:${line}:1` }],
  })).results.map(({ partialFingerprints }) => partialFingerprints);
  expect(fingerprints(1)).toEqual(fingerprints(99));
  expect(new Set(fingerprints(1).map(({ primaryLocationLineHash }) => primaryLocationLineHash)).size).toBe(2);
});

test('leaves out what GitHub does not show, the least important first, and says so', () => {
  const many = Array.from({ length: 5_001 }, (_, index) => ({ ...wide('many actions'), key: `K${index}` }));
  const { results, invocations } = runOf(reviewOf({ statements: [...many, wide('every action')] }));
  expect([results.length, results[0].ruleId]).toEqual([5_000, 'every-action']);
  expect(invocations).toEqual([{
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: { text: '2 results are left out: GitHub shows 5000' } }],
  }]);
});

test('the log of every construct of the library is valid, with one fingerprint for each result', () => {
  const directory = assemblies.synthesized(app =>
    ESSENTIAL_ROWS.forEach(row => row.build(new Stack(app, stackId(row)))));
  const { results } = runOf(review(directory), process.cwd());
  const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  expect(results.length).toBeGreaterThan(0);
  expect(new Set(fingerprints).size).toBe(results.length);
  expect(results.filter(({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] }) => /^\/|\.\./.test(uri))).toEqual([]);
});
