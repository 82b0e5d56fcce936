import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { beyond } from './accepted';
import { installFromNpm, nodes, OUTPUT, PROJECT, pythonOf } from './environments';
import { JudgeName } from './names';
import { exampleTemplates, run } from './processes';
import { count, Verdict } from './verdict';
import { RANDOM_CONSTRUCTS } from '../test/support/grid';

// Judges the library by programs of others, and by laws of its own. `npm run judge -- NAME ...` runs some of them. With
// UPDATE_ACCEPTED=true the lists of findings are written anew; what is new there has no reason, and fails without one.

const NEWEST = join(OUTPUT, 'newest');
const OLDEST = join(OUTPUT, 'oldest');
const OTHER_NODE = join(OUTPUT, 'other-node');
const EXAMPLES = join(OUTPUT, 'examples');

type Judge = () => Promise<Verdict>;

/** Writes the templates that the others judge. */
const TEMPLATES = 'templates' satisfies JudgeName;

/** Judges that don't read them. */
const MAKE_THEIR_OWN: readonly JudgeName[] = ['random-options', 'bad-values', 'option-sets', 'validator', 'cdk-nag', 'updates'];

/** By name. The slowest stand first, so that they don't run alone at the end. */
const JUDGES: Readonly<Record<JudgeName, Judge>> = {
  [TEMPLATES]: async () => {
    [OLDEST, NEWEST, EXAMPLES].forEach(folder => rmSync(folder, { recursive: true, force: true }));
    const both = together([await node('templates.ts', OLDEST), await onNewest('templates.ts', NEWEST)]);
    await exampleTemplates(EXAMPLES);
    return both.isBroken ? both : { ...both, findings: templatesThatDiffer(OLDEST, NEWEST) };
  },
  'random-options': () => byConstruct('random.ts'),
  'bad-values': () => onNewest('bad-values.ts'),
  'option-sets': () => node('option-sets.ts'),
  'moto': () => python('create.py', join(NEWEST, 'synthesized'), EXAMPLES),
  'cfn-lint': () => python('lint.py', 'synthesized', NEWEST),
  'cfn-lint-folded': () => python('lint.py', 'folded', NEWEST),
  'validator': () => onNewest('validator.ts'),
  'nodes': async () => {
    const verdicts: Verdict[] = [];
    for (const command of nodes()) {
      rmSync(OTHER_NODE, { recursive: true, force: true });
      const verdict = await run(command, ['--import', 'tsx', '-r', './newest.cjs', 'templates.ts', OTHER_NODE]);
      verdicts.push(verdict.isBroken ? verdict : { ...verdict, findings: templatesThatDiffer(OTHER_NODE, NEWEST) });
    }
    return verdicts.length > 0 ? together(verdicts) : { judged: 'skipped: Linux on x64 only', findings: [] };
  },
  'cdk-nag': () => node('-r', './newest.cjs', '-r', './documented.cjs', 'nag.ts'),
  'updates': () => onNewest('updates.ts'),
  'cloudsplaining': () => python('splain.py', NEWEST, join(PROJECT, 'test', 'documented')),
  'policy-sentry': async () => {
    const source = join(OUTPUT, 'policy-sentry.json');
    const read = await python('actions.py', source);
    if (read.isBroken) {
      return read;
    }
    const verdict = await node('actions.ts', NEWEST, source);
    return { ...verdict, judged: `${verdict.judged}, by ${read.judged}` };
  },
};

async function main(): Promise<void> {
  const all = Object.keys(JUDGES) as JudgeName[];
  const named = process.argv.slice(2);
  const unknown = named.filter(name => !(name in JUDGES));
  if (unknown.length > 0) {
    throw new Error(`no judge is called ${unknown.join(', ')}: there are ${all.join(', ')}`);
  }
  installFromNpm();
  console.log(`Node ${process.version}, ${pythonOf().version}`);
  const chosen = all.filter(name => named.length === 0 || named.includes(name));
  const failed: string[] = [];
  if (chosen.some(name => !MAKE_THEIR_OWN.includes(name))) {
    failed.push(...await failures(TEMPLATES));
  }
  const waiting = chosen.filter(name => name !== TEMPLATES);
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      failed.push(...await failures(name));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failed.length > 0) {
    console.error(`${count(failed.length, 'judge')} found something: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

/** Prints a line, and what is found beyond what is accepted. */
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

/** A few constructs in a process: the CDK forgets no token, and many stacks outgrow its memory. */
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
  return run(pythonOf().command, [join('python', script), ...args]);
}

/** By what they deploy: the oldest CDK leaves a parameter in the template for each that is imported, used or not. */
function templatesThatDiffer(one: string, other: string): readonly string[] {
  const [left, right] = [one, other].map(folder => join(folder, 'synthesized'));
  const resourcesOf = (folder: string, name: string) => {
    const file = join(folder, name);
    return existsSync(file) && JSON.stringify((JSON.parse(readFileSync(file, 'utf8')) as { Resources?: object }).Resources);
  };
  return [...new Set([...readdirSync(left), ...readdirSync(right)])]
    .filter(name => resourcesOf(left, name) !== resourcesOf(right, name))
    .map(name => `${name} differs`);
}

void main();
