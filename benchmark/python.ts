import { deepStrictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './children';
import { PROJECT } from './newest-cdk';

// The library from Python, where every call goes to another process.

const ROUNDS = 5;
const PYTHON = join(PROJECT, 'dist', 'benchmark-python', '.venv', 'bin', 'python');

interface Roles {
  readonly seconds: number;
  /** Of the first construct alone. */
  readonly first: number;
  readonly statements: readonly string[];
}

export interface PythonFigures {
  /** Of the time for each role after the first, to that of a role that is written statement by statement. */
  readonly perRole: number;
  /** Of the time of the imports, to that without the library. */
  readonly imports: number;
  /** Seconds that the first construct takes. */
  readonly first: number;
}

/** Medians of rounds in which the rivals take turns. */
export function pythonFigures(): PythonFigures {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [one, oneByHand, library, byHand] = [1, 100].flatMap(count =>
      ['library', 'by_hand'].map(rival => run<Roles>('roles.py', rival, `${count}`)));
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
