import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';

// The workflow that runs the job each day: its steps run with stubs in place of npm and GitHub.

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'look' | 'report', Job>>;
}

const WORKFLOW = load(readFileSync(join(__dirname, '../../.github/workflows/drift.yml'), 'utf8')) as Workflow;

const STUBS: Readonly<Record<string, string>> = {
  npm: `
    if [ "$*" = ci ]; then exit 0; fi
    test "$*" = "run drift -- --markdown drift.md"
    if [ "$REPORT" != none ]; then echo "$REPORT" > drift.md; fi
    exit "$DRIFT"`,
  gh: `
    case "$*" in
      *--jq*) echo "$OPEN" ;;
      *--method*) echo "$*" >> "$CALLS"; cp body.md "$CALLS.md" ;;
    esac`,
};

const folders: string[] = [];
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true })));

interface Run {
  readonly failed: boolean;
  /** The calls of `gh` that write. */
  readonly calls: readonly string[];
  readonly body: string;
  readonly summary: string;
}

/** Runs both jobs: `DRIFT` is the exit status of the job, `REPORT` its text, and `OPEN` the issue that exists. */
function runWith(env: Readonly<Record<'DRIFT' | 'REPORT' | 'OPEN', string>>): Run {
  const folder = mkdtempSync(join(tmpdir(), 'drift-workflow-'));
  folders.push(folder);
  const at = (name: string) => join(folder, name);
  ['bin', 'work'].forEach(name => mkdirSync(at(name)));
  for (const [name, script] of Object.entries(STUBS)) {
    writeFileSync(join(at('bin'), name), `#!/usr/bin/env bash\nset -e\n${script}\n`);
    chmodSync(join(at('bin'), name), 0o755);
  }
  const environment = {
    PATH: `${at('bin')}:${process.env.PATH}`,
    CALLS: at('calls'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary.md'),
    ...env,
  };
  const textIn = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  const looked = stepsOf('look', at('work'), environment, '');
  const [, status = ''] = /^status=(.*)$/m.exec(textIn('output')) ?? [];
  const reported = looked && stepsOf('report', at('work'), environment, status);
  return {
    failed: !reported, calls: textIn('calls').split('\n').filter(Boolean), body: textIn('calls.md'), summary: textIn('summary.md'),
  };
}

/** Runs the shell steps of a job as GitHub does, until one fails. */
function stepsOf(job: keyof Workflow['jobs'], cwd: string, environment: NodeJS.ProcessEnv, status: string): boolean {
  const context: Readonly<Record<string, string>> = {
    'github.repository': 'acme/iam', 'github.token': 'a-token', 'needs.look.outputs.status': status,
  };
  return WORKFLOW.jobs[job].steps.filter(({ run }) => run !== undefined).every(({ run, env = {} }) => {
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) =>
      [name, value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => context[expression])]));
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run!], { cwd, env: { ...environment, ...own } }).status === 0;
  });
}

const ISSUE = 'https://api.github.com/repos/acme/iam/issues/20';

test('opens an issue with the report', () => {
  const { failed, calls, body, summary } = runWith({ DRIFT: '1', REPORT: 'one difference', OPEN: '' });
  expect(failed).toBe(false);
  expect(calls).toEqual([
    'api --method POST repos/acme/iam/issues --field title=Something changed that the library is made from --field body=@body.md --silent',
  ]);
  expect(body).toBe('<!-- drift -->\none difference\n');
  expect(summary).toBe('one difference\n');
});

test.each([
  ['updates the issue that is open', '1', [`api --method PATCH ${ISSUE} --field body=@body.md --silent`]],
  ['closes it when everything is read', '0', [`api --method PATCH ${ISSUE} --field body=@body.md --field state=closed --silent`]],
])('%s', (_, status, calls) => {
  expect(runWith({ DRIFT: status, REPORT: 'a report', OPEN: ISSUE })).toMatchObject({ failed: false, calls });
});

test('opens no issue if nothing changed', () => {
  expect(runWith({ DRIFT: '0', REPORT: 'nothing', OPEN: '' })).toMatchObject({ failed: false, calls: [] });
});

test('fails if there is no report', () => {
  expect(runWith({ DRIFT: '1', REPORT: 'none', OPEN: ISSUE })).toMatchObject({ failed: true, calls: [] });
});

describe('permissions', () => {
  test('are the least: only the job that runs no code of the repository can write', () => {
    const { look, report } = WORKFLOW.jobs;
    expect(WORKFLOW.permissions).toEqual({});
    expect(look.permissions).toEqual({ contents: 'read' });
    expect(look.steps[0].with).toEqual({ 'persist-credentials': false });
    expect(report.permissions).toEqual({ issues: 'write' });
    expect(report.steps.flatMap(({ uses = [] }) => uses)).toEqual([expect.stringMatching(/^actions\/download-artifact@/)]);
    expect(report.steps.map(({ run = '' }) => run).join('\n')).not.toMatch(/np[mx]/);
  });

  test('are not at risk by texts: no expression stands in a script', () => {
    const scripts = Object.values(WORKFLOW.jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));
    expect(scripts.filter(script => script.includes('${{'))).toEqual([]);
  });
});

test('runs each day, and by hand', () => {
  expect(Object.keys(WORKFLOW.on)).toEqual(['schedule', 'workflow_dispatch']);
});
