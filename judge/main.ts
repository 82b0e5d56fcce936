import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { judgeNag, OUTPUT, PROJECT, pythonOf } from './environments';
import { count, Verdict } from './verdict';

// Judges the library by programs that no one here wrote, one after another. `npm run judge -- NAME ...` runs some of
// them. With UPDATE_ACCEPTED=true the lists are written anew; what is new there has no reason, and fails without one.

interface Accepted {
  readonly finding: string;
  readonly reason: string;
}

const NEWEST = join(OUTPUT, 'newest');
const OLDEST = join(OUTPUT, 'oldest');
const EXAMPLES = join(OUTPUT, 'examples');
const UPDATE = process.env.UPDATE_ACCEPTED === 'true';

/** By name, in the order in which they run: the first writes the templates for the others. */
const JUDGES: Readonly<Record<string, () => Verdict>> = {
  'templates': () => {
    onNewest('templates.ts', NEWEST);
    const oldest = run('tsx', [join(__dirname, 'templates.ts'), OLDEST]);
    synthesizeExamples();
    return { judged: `${oldest.judged} as by the newest`, findings: filesThatDiffer(OLDEST, NEWEST) };
  },
  'validator': () => onNewest('validator.ts'),
  'cfn-lint': () => python('lint.py', 'synthesized', NEWEST),
  'cfn-lint-folded': () => python('lint.py', 'folded', NEWEST),
  'cdk-nag': () => {
    judgeNag();
    return run('tsx', ['-r', join(__dirname, 'newest.cjs'), '-r', join(__dirname, 'documented.cjs'), join(__dirname, 'nag.ts')]);
  },
  'cloudsplaining': () => python('splain.py', NEWEST, join(PROJECT, 'test', 'documented')),
  'moto': () => python('create.py', join(NEWEST, 'synthesized'), EXAMPLES),
  'policy-sentry': () => {
    execFileSync('tsx', [join(__dirname, 'actions.ts'), NEWEST], { stdio: 'inherit' });
    return python('actions.py', NEWEST);
  },
  'updates': () => onNewest('updates.ts'),
  'random-options': () => onNewest('random.ts'),
  'bad-values': () => onNewest('bad-values.ts'),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter(name => !(name in JUDGES));
if (unknown.length > 0) {
  throw new Error(`no judge is called ${unknown.join(', ')}: there are ${Object.keys(JUDGES).join(', ')}`);
}

const python3 = pythonOf();
console.log(`Node ${process.version}, ${python3.version}`);
const failed = Object.entries(JUDGES)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name) || (name === 'templates' && !existsSync(NEWEST)))
  .filter(([name, judge]) => !passes(name, judge));
if (failed.length > 0) {
  console.error(`${count(failed.length, 'judge')} found something: ${failed.map(([name]) => name).join(', ')}`);
  process.exitCode = 1;
}

/** One line, and what is found beyond what is accepted. */
function passes(name: string, judge: () => Verdict): boolean {
  const start = Date.now();
  const { judged, findings } = judge();
  const file = join(__dirname, 'accepted', `${name}.json`);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as readonly Accepted[] : [];
  const accepted = UPDATE ? findings.map(finding =>
    before.find(known => known.finding === finding) ?? { finding, reason: '' }) : before;
  if (UPDATE && name !== 'cdk-nag') {
    rmSync(file, { force: true });
    if (accepted.length > 0) {
      writeFileSync(file, `${JSON.stringify(accepted, undefined, 2)}\n`);
    }
  }
  const wrong = [
    ...findings.filter(finding => !accepted.some(known => known.finding === finding)),
    ...accepted.filter(({ finding }) => !findings.includes(finding)).map(({ finding }) => `no longer found: ${finding}`),
    ...accepted.filter(({ reason }) => reason === '').map(({ finding }) => `without a reason: ${finding}`),
  ];
  const known = accepted.length > 0 ? `, ${count(accepted.length, 'accepted finding')} in ${relative(PROJECT, file)}` : '';
  const seconds = ((Date.now() - start) / 1_000).toFixed(0);
  console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(15)} ${judged}${known} (${seconds} s)`);
  wrong.forEach(finding => console.log(`       ${finding}`));
  return wrong.length === 0;
}

function onNewest(script: string, ...args: readonly string[]): Verdict {
  return run('tsx', ['-r', join(__dirname, 'newest.cjs'), join(__dirname, script), ...args]);
}

function python(script: string, ...args: readonly string[]): Verdict {
  return run(python3.command, [join(__dirname, 'python', script), ...args]);
}

/** The verdict is on the last line. */
function run(command: string, args: readonly string[]): Verdict {
  const { stdout, status, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    env: { CDK_VALIDATION: 'false', ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) {
    const reason = error?.message ?? `${stdout}exit status ${status}`;
    return { judged: `${[command, ...args].map(part => relative(PROJECT, part)).join(' ')} broke`, findings: [reason] };
  }
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Verdict;
}

/** The app of the examples, as the CDK CLI would run it. */
function synthesizeExamples(): void {
  const folder = join(PROJECT, 'examples', 'typescript');
  const { context } = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as { context: object };
  execFileSync('tsx', ['--tsconfig', join(PROJECT, 'tsconfig.dev.json'), join(folder, 'app.ts')], {
    stdio: 'inherit',
    env: { ...process.env, CDK_OUTDIR: EXAMPLES, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_VALIDATION: 'false' },
  });
}

function filesThatDiffer(left: string, right: string): readonly string[] {
  const { stdout } = spawnSync('diff', ['-rq', join(left, 'synthesized'), join(right, 'synthesized')], { encoding: 'utf8' });
  return stdout.split('\n').filter(line => line !== '').map(line => line.replaceAll(`${OUTPUT}/`, ''));
}
