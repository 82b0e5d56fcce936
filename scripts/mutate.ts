import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutated, Mutation, mutationsOf } from './mutations';

// Breaks statements at random, each in a copy of the project, and runs the tests that must fail. The arguments are the
// number of mutations (24 by default) and a seed.

const PROJECT = join(__dirname, '..');
const [COUNT, SEED] = [wholeNumber(process.argv[2] ?? '24'), wholeNumber(process.argv[3] ?? '1')];

/** The files that the tests below read. */
const COPIED = ['package.json', 'tsconfig.json', 'tsconfig.dev.json', 'src', 'test'];

/** The tests, fastest first. The first one that fails catches the mutation. */
const stagesOf = (platform: string): readonly (readonly string[])[] => [
  ['test/goldens.test.ts'],
  [`test/requests/${platform}/`],
  [`test/${platform}/`],
  ['test/catalogue.test.ts'],
].filter(([path]) => existsSync(join(PROJECT, path)));

/** Tests of errors, which do not depend on statements. */
const IGNORED = ['bad-input', 'wrong-types'];

const mutations = drawn(mutationsOf(PROJECT));
const copies = Array.from({ length: Math.min(availableParallelism(), COUNT) }, copyOfProject);
process.on('exit', () => copies.forEach(copy => rmSync(copy, { recursive: true, force: true })));

void main();

async function main(): Promise<void> {
  const platforms = [...new Set(mutations.map(platformOf))];
  const unbroken = new Set(platforms.flatMap(stagesOf).flat());
  if (!await passes(copies[0], [...unbroken], availableParallelism(), 'inherit')) {
    throw new Error(`the tests fail without any mutation: ${[...unbroken].join(' ')}`);
  }
  const waiting = [...mutations];
  const survived: Mutation[] = [];
  await Promise.all(copies.map(async copy => {
    for (let mutation = waiting.shift(); mutation !== undefined; mutation = waiting.shift()) {
      const start = Date.now();
      const catcher = await catcherOf(copy, mutation);
      const { kind, file, line, what } = mutation;
      const seconds = ((Date.now() - start) / 1_000).toFixed(0);
      console.log(`${catcher ? `caught by ${catcher}` : 'SURVIVED'}: ${kind}, ${file}:${line} ${what} (${seconds} s)`);
      if (catcher === undefined) {
        survived.push(mutation);
      }
    }
  }));
  console.log(`${mutations.length - survived.length} of ${mutations.length} caught, seed ${SEED}`);
  process.exitCode = survived.length > 0 ? 1 : 0;
}

/** Returns the first test that fails. */
async function catcherOf(copy: string, mutation: Mutation): Promise<string | undefined> {
  const file = join(copy, mutation.file);
  const text = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, mutated(text, mutation));
    for (const tests of stagesOf(platformOf(mutation))) {
      if (!await passes(copy, tests, 1)) {
        return tests.join(' ');
      }
    }
    return undefined;
  } finally {
    writeFileSync(file, text);
  }
}

function passes(copy: string, tests: readonly string[], workers: number, stdio: 'ignore' | 'inherit' = 'ignore'): Promise<boolean> {
  const options = ['--bail', '--silent', `--maxWorkers=${workers}`, '--testPathIgnorePatterns', ...IGNORED];
  const jest = [require.resolve('jest/bin/jest'), ...tests, ...options];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, jest, { cwd: copy, stdio });
    child.on('error', reject);
    child.on('close', status => resolve(status === 0));
  });
}

function platformOf({ file }: Mutation): string {
  return file.split(/[\\/]/)[1];
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'mutate-'));
  COPIED.forEach(name => cpSync(join(PROJECT, name), join(copy, name), { recursive: true }));
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Draws as many of each kind as possible, each mutation at most once. */
function drawn(all: readonly Mutation[]): readonly Mutation[] {
  const random = randomBy(SEED);
  const kinds = [...new Set(all.map(({ kind }) => kind))].map(of => all.filter(({ kind }) => kind === of));
  return Array.from({ length: Math.min(COUNT, all.length) }, (_, index) => {
    const rest = kinds.filter(kind => kind.length > 0);
    const kind = rest[index % rest.length];
    return kind.splice(Math.floor(random() * kind.length), 1)[0];
  });
}

/** Returns the same numbers for the same seed. */
function randomBy(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = seed % modulus + 1;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    throw new Error(`expected a whole number, got '${text}'`);
  }
  return Number(text);
}
