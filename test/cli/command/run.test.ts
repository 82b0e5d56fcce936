import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reports } from '../../../cli/command/reports';
import { run } from '../../../cli/command/run';
import { Terminal } from '../../../cli/command/terminal';
import { InputError } from '../../../cli/input-error';

interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** The function of the API that was called, with its arguments. */
  readonly called: readonly unknown[];
}

interface Given {
  readonly env?: Terminal['env'];
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly isFailure?: boolean;
  readonly error?: unknown;
}

const LIVE = ['--live', 'role.json'];

const folder = mkdtempSync(join(tmpdir(), 'run-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function ran(args: readonly string[], given: Given = {}): Promise<Ran> {
  const { env = {}, stdin, isTTY = false, isFailure = false } = given;
  let [out, err] = ['', ''];
  const called: unknown[] = [];
  const report = (name: string) => (...parameters: unknown[]) => {
    called.push(name, ...parameters);
    if ('error' in given) {
      throw given.error;
    }
    return { text: 'the report\n', isFailure };
  };
  const reports: Reports = {
    review: report('review'), between: report('between'), explain: report('explain'), check: report('check'),
  };
  const exitCode = await run(args, {
    env,
    stdin: { isTTY: stdin === undefined, readText: () => stdin ?? '' },
    stdout: { isTTY, write: text => (out += text) },
    stderr: { write: text => (err += text) },
  }, async () => reports);
  return { exitCode, out, err, called };
}

const plain = { format: 'terminal', color: false, columns: 100 };

test.each([
  [['review'], ['review', 'cdk.out', plain]],
  [['review', 'other.out', '--base', 'main.out'], ['review', 'other.out', { ...plain, base: 'main.out' }]],
  [['review', '--format', 'sarif'], ['review', 'cdk.out', { ...plain, format: 'sarif' }]],
  [['review', '--fail-on', 'wide, quotas', '--fail-on', 'warnings'],
    ['review', 'cdk.out', { ...plain, failOn: ['wide', 'quotas', 'warnings'] }]],
  [['review', '--base', 'main.out', '--fail-on', 'wider'],
    ['review', 'cdk.out', { ...plain, base: 'main.out', failOn: ['wider'] }]],
  [['review', '--between', 'old', 'new'], ['between', 'old', 'new', plain]],
  [['review', '--between', 'old', 'new', '--fail-on', 'wider', '--format', 'markdown'],
    ['between', 'old', 'new', { ...plain, format: 'markdown', failOn: ['wider'] }]],
  [['explain', 's3:GetObject'], ['explain', 's3:GetObject', plain]],
  [['explain', 's3:GetObject', '--construct', 'SlurmdbdRole', '--app', 'cdk.out'],
    ['explain', 's3:GetObject', { ...plain, construct: 'SlurmdbdRole', app: 'cdk.out' }]],
  [['check', ...LIVE, '--role', 'Churn/Role'], ['check', 'cdk.out', { ...plain, live: ['role.json'], role: 'Churn/Role' }]],
  [['check', '--role', 'Churn/Role', '--live', 'role.json', 'names.json', '--live', 'more.json', '--resources', 'a.json', 'b.json'],
    ['check', 'cdk.out', {
      ...plain, role: 'Churn/Role', live: ['role.json', 'names.json', 'more.json'], resources: ['a.json', 'b.json'],
    }]],
  [['check', 'other.out', '--live', 'role.json', 'names.json', '--parameters', 'a.json', 'b.json'],
    ['check', 'other.out', { ...plain, live: ['role.json', 'names.json'], parameters: ['a.json', 'b.json'] }]],
  [['check', ...LIVE, '--construct', 'SlurmdbdRole', '--options', 'options.json'],
    ['check', 'cdk.out', { ...plain, live: ['role.json'], construct: 'SlurmdbdRole', options: 'options.json' }]],
])('%j calls the API and prints its report', async (args, called) => {
  expect(await ran(args)).toEqual({ exitCode: 0, out: 'the report\n', err: '', called });
});

test('explain reads the message from the standard input', async () => {
  expect((await ran(['explain'], { stdin: 'not authorized\n' })).called).toEqual(['explain', 'not authorized', plain]);
});

test.each([
  [['review'], {}, 0],
  [['review'], { isFailure: true }, 1],
  [['check', ...LIVE], { isFailure: true }, 1],
  [['review'], { error: new InputError('no') }, 2],
  [['review'], { error: new TypeError('no') }, 2],
  [['--help'], {}, 0],
  [['--version'], {}, 0],
  [['review', '--help'], {}, 0],
  [[], {}, 2],
])('%j with %j exits with %i', async (args, given, exitCode) => {
  expect((await ran(args, given)).exitCode).toBe(exitCode);
});

test.each([
  [['revew'], "unknown command 'revew': did you mean 'review'?"],
  [['review', '--formt', 'html'], "unknown option '--formt': did you mean '--format'?"],
  [['review', '--xyz'], "unknown option '--xyz'"],
  [['review', '--format', 'htm'], "'--format' must be terminal, markdown, html, json or sarif, got 'htm': did you mean 'html'?"],
  [['explain', 's3:GetObject', '--format', 'sarif'], "'--format' must be terminal, markdown or json, got 'sarif'"],
  [['explain', 's3:GetObject', '--output', 'x.html'], "'--output x.html' must be terminal, markdown or json, got 'html'"],
  [['review', '--fail-on', 'wide,wyder'], "'--fail-on' must be wider, changed, wide, warnings or quotas, got 'wyder': did you mean 'wider'?"],
  [['review', '--fail-on', 'changed'], "'--fail-on changed' compares two assemblies: name the other one with '--base'"],
  [['review', '--between', 'old'], "'--between' compares two directories with this package, the older one first, got 1"],
  [['review', '--between', 'old', 'new', 'cdk.out'],
    "'--between' compares two directories with this package, the older one first, got 3"],
  [['review', '--between', 'old', 'new', '--base', 'main.out'],
    "option '--between <packages...>' cannot be used with option '--base <assembly>'"],
  [['review', '--between', 'old', 'new', '--fail-on', 'quotas'],
    "'--fail-on quotas' is about an app: with '--between' it can be wider or changed"],
  [['review', '--between', 'old', 'new', '--format', 'html'], "'--format' must be terminal, markdown or json, got 'html'"],
  [['review', '--base'], "option '--base <assembly>' argument missing"],
  [['review', 'one', 'two'], "too many arguments for 'review'. Expected 1 argument but got 2."],
  [['explain'], 'explain needs the message of AWS or an action: write it in quotes, or to the standard input'],
  [['check'], "required option '--live <files...>' not specified"],
  [['check', ...LIVE, '--role', 'Role', '--construct', 'SlurmdbdRole'],
    "option '--construct <name>' cannot be used with option '--role <path>'"],
  [['check', ...LIVE, '--options', 'options.json'], "'--options' are those of a construct: name it with '--construct'"],
  [['review', '--output', join(__filename, 'review.html')], "'--output' can't be written: EEXIST: file already exists, mkdir"],
])('%j is an error in one line', async (args, message) => {
  const { exitCode, out, err } = await ran(args);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toMatch(/^cdk-platform-iam: [^\n]*\n$/);
  expect(err).toContain(message);
});

describe('an error of the API', () => {
  const unexpected = new TypeError('x is undefined');

  test('is printed without control characters and stack', async () => {
    expect((await ran(['review'], { error: new InputError('no\u001b[31m\nrole') })).err).toBe('cdk-platform-iam: no [31m role\n');
  });

  test('that nobody expects says how to find its place', async () => {
    expect((await ran(['review'], { error: unexpected })).err)
      .toBe('cdk-platform-iam: unexpected error: x is undefined. With DEBUG=1 it prints where\n');
  });

  test('that nobody expects prints its place with DEBUG', async () => {
    expect((await ran(['review'], { error: unexpected, env: { DEBUG: '1' } })).err).toContain('run.test.ts:');
  });

  test('may be any value', async () => {
    expect((await ran(['review'], { error: 'no' })).err).toContain('unexpected error: no.');
  });
});

test.each(['review', 'explain', 'check'])('the help of %s shows its options, examples and exit codes', async name => {
  const { out } = await ran([name, '--help']);
  ['--format', '--output', '--no-color', `npx cdk-platform-iam ${name}`, 'Exit codes:\n  0', '\n  1', '\n  2']
    .forEach(text => expect(out).toContain(text));
});

test('the help shows all sub-commands', async () => {
  const { out } = await ran(['--help']);
  ['review', 'explain', 'check'].forEach(name => expect(out).toContain(`\n  ${name} [options]`));
});

test.each([
  ['review.html', 'html'],
  ['review.md', 'markdown'],
  ['review.json', 'json'],
  ['review.sarif', 'sarif'],
  ['review.txt', 'terminal'],
])('writes %s in the format %s', async (name, format) => {
  const file = join(folder, 'new', name);
  const { out, called } = await ran(['review', '--output', file]);
  expect(out).toBe('');
  expect(called[2]).toMatchObject({ format });
  expect(readFileSync(file, 'utf8')).toBe('the report\n');
});

test.each<[string, readonly string[], Given, boolean]>([
  ['in a terminal', [], { isTTY: true }, true],
  ['in a pipe', [], {}, false],
  ['in a terminal without abilities', [], { isTTY: true, env: { TERM: 'dumb' } }, false],
  ['with NO_COLOR', [], { isTTY: true, env: { NO_COLOR: '1' } }, false],
  ['with an empty NO_COLOR', [], { isTTY: true, env: { NO_COLOR: '' } }, true],
  ['with FORCE_COLOR', [], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, true],
  ['with FORCE_COLOR=0', [], { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
  ['with --no-color', ['--no-color'], { isTTY: true, env: { FORCE_COLOR: '1' } }, false],
  ['in other formats', ['--format', 'markdown'], { isTTY: true, env: { FORCE_COLOR: '1' } }, false],
  ['in a file', ['--output', join(folder, 'review.txt')], { isTTY: true }, false],
])('has colors %s: %j', async (_, args, given, color) => {
  expect((await ran(['review', ...args], given)).called[2]).toMatchObject({ color });
});
