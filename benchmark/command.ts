import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, runChild } from './children';
import { PROJECT } from './newest-cdk';

// Measures the command `cdk-platform-iam` as users start it: each time a process of its own.

const ROUNDS = 7;
const MAIN = join(PROJECT, 'lib', 'cli', 'main.js');
const EXAMPLE = join(PROJECT, 'examples', 'typescript');

/** Roles of the large app. */
export const ROLES = 1_000;

/** Seconds of wall time. */
export interface CommandFigures {
  /** A process that does nothing. */
  readonly node: number;
  readonly help: number;
  /** The review of the example app. */
  readonly example: number;
  /** The review of an app with `ROLES` roles. */
  readonly large: number;
}

/** Takes the medians of several rounds. */
export function commandFigures(): CommandFigures {
  const directory = mkdtempSync(join(tmpdir(), 'command-'));
  const [example, large] = ['example.out', 'large.out'].map(name => join(directory, name));
  synthesizeExample(example);
  runChild('write-assembly.js', `${ROLES}`, large);
  const review = (app: string) => ['review', app, '--output', join(directory, 'review.html')];
  const rounds = Array.from({ length: ROUNDS }, () => ({
    node: seconds('--eval', '0'),
    help: seconds(MAIN, '--help'),
    example: seconds(MAIN, ...review(example)),
    large: seconds(MAIN, ...review(large)),
  }));
  rmSync(directory, { recursive: true });
  const medianOf = (figure: keyof CommandFigures) => median(rounds.map(round => round[figure]));
  return { node: medianOf('node'), help: medianOf('help'), example: medianOf('example'), large: medianOf('large') };
}

/** Synthesizes the example app as the CDK CLI does. */
function synthesizeExample(directory: string): void {
  const { context } = JSON.parse(readFileSync(join(EXAMPLE, 'cdk.json'), 'utf8')) as { context: object };
  const tsx = join(PROJECT, 'node_modules', '.bin', 'tsx');
  execFileSync(tsx, ['--tsconfig', join(PROJECT, 'tsconfig.dev.json'), join(EXAMPLE, 'app.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CDK_OUTDIR: directory, CDK_CONTEXT_JSON: JSON.stringify(context) },
  });
}

function seconds(...args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return (performance.now() - start) / 1_000;
}
