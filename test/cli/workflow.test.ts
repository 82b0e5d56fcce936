import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Assemblies } from './support/assemblies';
import { allow, Properties, role } from './support/templates';

// The workflow that users copy: its steps run in a repository whose app is synthesized by a stub.

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'review' | 'comment', Job>>;
}

const ROOT = join(__dirname, '..', '..');
const WORKFLOW = load(readFileSync(join(ROOT, 'examples', 'github', 'iam-review.yml'), 'utf8')) as Workflow;

const CONTEXT: Readonly<Record<string, string>> = {
  'github.server_url': 'https://github.com',
  'github.repository': 'acme/churn',
  'github.run_id': '42',
  'github.token': 'a-token',
  'github.event.pull_request.number': '7',
};

/** Stands for `npx`, `npm` and `gh`. The CDK CLI copies the assembly of the commit; this command is the real one. */
const STUBS: Readonly<Record<string, string>> = {
  npm: 'test "$*" = ci',
  npx: `
    if [ "$1" = cdk-platform-iam ]; then shift; exec "$TSX" "$ROOT/cli/main.ts" "$@"; fi
    test "$1 $2 $3" = "cdk synth --quiet"
    cp -r "$ASSEMBLIES/$(cat version.txt)" "\${5:-cdk.out}"`,
  gh: `
    case "$*" in
      *--jq*) echo "$LAST_COMMENT" ;;
      *--method*) echo "$*" >> "$CALLS"; cp comment.md "$CALLS.md" ;;
    esac`,
};

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const read = allow('Read', 's3:GetObject', 'arn:aws:s3:::data/*');
const write = allow('Write', 's3:PutObject', 'arn:aws:s3:::data/*');

interface Run {
  readonly status: number;
  /** The calls of `gh` that write. */
  readonly calls: readonly string[];
  readonly comment: string;
  readonly summary: string;
}

/** Runs both jobs for a pull request that changes the statements of a role. */
function runFor(
  base: readonly Properties[], head: readonly Properties[], env: Readonly<Record<string, string>> = {},
): Run {
  const folder = assemblies.directory();
  const at = (name: string) => join(folder, name);
  ['bin', 'assemblies', 'temp', 'app'].forEach(name => mkdirSync(at(name)));
  Object.entries({ base, head }).forEach(([name, statements]) => cpSync(
    assemblies.ofTemplate({ Resources: { Jobs: role(statements) } }), join(at('assemblies'), name), { recursive: true }));
  for (const [name, script] of Object.entries(STUBS)) {
    writeFileSync(join(at('bin'), name), `#!/usr/bin/env bash\nset -e\n${script}\n`);
    chmodSync(join(at('bin'), name), 0o755);
  }
  mergeIn(at('app'));
  const environment = {
    PATH: `${at('bin')}:${process.env.PATH}`,
    TSX: join(ROOT, 'node_modules', '.bin', 'tsx'),
    ROOT,
    ASSEMBLIES: at('assemblies'),
    CALLS: at('calls'),
    LAST_COMMENT: '',
    RUNNER_TEMP: at('temp'),
    GITHUB_WORKSPACE: at('app'),
    GITHUB_STEP_SUMMARY: at('summary.md'),
    ...WORKFLOW.env,
    ...env,
  };
  const review = stepsOf('review', at('app'), environment);
  stepsOf('comment', at('app'), environment);
  const textIn = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  return {
    status: review, calls: textIn('calls').split('\n').filter(Boolean), comment: textIn('calls.md'), summary: textIn('summary.md'),
  };
}

/** A repository whose last commit merges the pull request into its base. */
function mergeIn(folder: string): void {
  const git = (...args: readonly string[]) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    expect(spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
  };
  const commit = (version: string) => {
    writeFileSync(join(folder, 'version.txt'), version);
    git('add', '.');
    git('commit', '-q', '-m', version);
  };
  git('init', '-q', '-b', 'main');
  commit('base');
  git('checkout', '-q', '-b', 'change');
  commit('head');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'merge', 'change');
}

/** Runs the shell steps of a job as GitHub does, until one fails. */
function stepsOf(job: keyof Workflow['jobs'], cwd: string, environment: Readonly<Record<string, string>>): number {
  for (const { run, env = {} } of WORKFLOW.jobs[job].steps) {
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, evaluated(value)]));
    const { status, stderr } = run === undefined ? { status: 0, stderr: '' }
      : spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], { cwd, env: { ...environment, ...own }, encoding: 'utf8' });
    if (status !== 0) {
      expect(stderr).toBe('');
      return status ?? -1;
    }
  }
  return 0;
}

function evaluated(text: string): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => CONTEXT[expression]);
}

test('comments with what the pull request changes, and writes it to the summary of the run', () => {
  const { status, calls, comment, summary } = runFor([read], [read, write]);
  expect(status).toBe(0);
  expect(calls).toEqual(['api --method POST repos/acme/churn/issues/7/comments --field body=@comment.md --silent']);
  expect(comment.split('\n').slice(0, 2)).toEqual(['<!-- iam-review -->', '**IAM: +1 statement, nothing removed**']);
  expect(comment).toContain('| `Write` | ⚠️ added, wider | `s3:PutObject` |');
  expect(comment).toBe(`<!-- iam-review -->\n${summary}`);
}, 60_000);

test('updates its last comment, also if there is nothing to say any more', () => {
  const last = 'https://api.github.com/repos/acme/churn/issues/comments/1';
  const { calls, comment } = runFor([read], [read], { LAST_COMMENT: last });
  expect(calls).toEqual([`api --method PATCH ${last} --field body=@comment.md --silent`]);
  expect(comment).toBe('<!-- iam-review -->\n**IAM: nothing changed**\n');
}, 60_000);

test('does not comment if nothing changed', () => {
  expect(runFor([read], [read])).toMatchObject({ status: 0, calls: [] });
}, 60_000);

test.each([
  ['fails', 'wider', [read], [read, write], 1],
  ['does not fail', 'narrower roles', [read, write], [read], 0],
])('%s for %s if FAIL_ON is wider, and comments all the same', (_, _what, base, head, status) => {
  const run = runFor(base, head, { FAIL_ON: 'wider' });
  expect(run.status).toBe(status);
  expect(run.calls).toHaveLength(1);
}, 60_000);

describe('permissions', () => {
  test('are the least: only the job that runs no code of the pull request can write', () => {
    expect(WORKFLOW.permissions).toEqual({});
    expect(WORKFLOW.jobs.review.permissions).toEqual({ contents: 'read' });
    expect(WORKFLOW.jobs.comment.permissions).toEqual({ 'pull-requests': 'write' });
    const { steps } = WORKFLOW.jobs.comment;
    expect(steps.flatMap(({ uses = [] }) => uses)).toEqual([expect.stringMatching(/^actions\/download-artifact@/)]);
    expect(steps.map(({ run = '' }) => run).join('\n')).not.toMatch(/np[mx]|cdk/);
  });

  test('of forks are enough: they get no comment, and no token that can write', () => {
    expect(Object.keys(WORKFLOW.on)).toEqual(['pull_request']);
    expect(WORKFLOW.jobs.comment.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(WORKFLOW.jobs.review.steps[0].with).toMatchObject({ 'persist-credentials': false });
  });

  test('are not at risk by texts of the pull request: no expression stands in a script', () => {
    expect(Object.values(WORKFLOW.jobs).flatMap(({ steps }) => steps).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});
