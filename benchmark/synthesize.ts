import { rmSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { BaselineName, BASELINES } from './baselines';
import { timed } from './cpu-time';

/** A stack can have at most 500 resources; a role of a baseline needs two. */
const ROLES_IN_STACK = 100;

/** Builds and synthesizes an app with this many roles, and returns the milliseconds. */
export function timeOf(baseline: BaselineName, roles: number): number {
  let assembly: CloudAssembly;
  const milliseconds = timed(() => (assembly = synthesize(baseline, roles)));
  remove(assembly!);
  return milliseconds;
}

export function templatesOf(baseline: BaselineName, roles: number): unknown[] {
  const assembly = synthesize(baseline, roles);
  const templates = assembly.stacks.map(stack => stack.template as unknown);
  remove(assembly);
  return templates;
}

/** Synthesizes an app with this many roles of the library into the directory. */
export function writeAssembly(roles: number, directory: string): void {
  synthesize('library', roles, directory);
}

function synthesize(baseline: BaselineName, roles: number, outdir?: string): CloudAssembly {
  const app = new App({ outdir });
  for (let first = 0; first < roles; first += ROLES_IN_STACK) {
    const addRole = BASELINES[baseline](new Stack(app, `Stack${first}`));
    for (let index = first; index < Math.min(first + ROLES_IN_STACK, roles); index++) {
      addRole(`Role${index}`, `job-${index}`);
    }
  }
  return app.synth();
}

function remove(assembly: CloudAssembly): void {
  rmSync(assembly.directory, { recursive: true, force: true });
}
