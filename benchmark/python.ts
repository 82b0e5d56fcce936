import { deepStrictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './children';
import { PROJECT } from './newest-cdk';

// Measures the library from Python, where every call goes to another process.

const ROUNDS = 5;
const PYTHON = join(PROJECT, 'dist', 'benchmark-python', '.venv', 'bin', 'python');

interface Roles {
  readonly seconds: number;
  /** Seconds for the first construct alone. */
  readonly first: number;
  readonly statements: readonly string[];
}

export interface PythonFigures {
  /** Time for each role after the first, relative to a role that is written statement by statement. */
  readonly perRole: number;
  /** Time of the imports, relative to the imports without the library. */
  readonly imports: number;
  /** Seconds for the first construct. */
  readonly first: number;
}

/** Takes the medians of several rounds; the baselines run in turns. */
export function pythonFigures(): PythonFigures {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [one, oneByHand, library, byHand] = [1, 100].flatMap(count =>
      ['library', 'by_hand'].map(baseline => run<Roles>('roles.py', baseline, `${count}`)));
    deepStrictEqual([...library.statements].sort(), [...byHand.statements].sort());
    return {
      perRole: (library.seconds - one.seconds) / (byHand.seconds - oneByHand.seconds),
      imports: importing('library') / importing('cdk'),
      first: one.first,
    };
  });
  const medianOf = (figure: keyof PythonFigures) => median(rounds.map(round => round[figure]));
  return { perRole: medianOf('perRole'), imports: medianOf('imports'), first: medianOf('first') };
}

function importing(what: 'cdk' | 'library'): number {
  return run<{ seconds: number }>('imports.py', what).seconds;
}

function run<T>(script: string, ...args: string[]): T {
  const output = execFileSync(PYTHON, [join(PROJECT, 'benchmark', 'python', script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true' },
  });
  return JSON.parse(output) as T;
}
