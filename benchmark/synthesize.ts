import { rmSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { timed } from './clock';
import { RivalName, RIVALS } from './rivals';

/** A stack may hold 500 resources; a role of a rival takes two. */
const ROLES_IN_STACK = 100;

/** Builds and synthesizes an app with so many roles, and gives the milliseconds that took. */
export function timeOf(rival: RivalName, roles: number): number {
  let assembly: CloudAssembly;
  const milliseconds = timed(() => (assembly = synthesize(rival, roles)));
  remove(assembly!);
  return milliseconds;
}

export function templatesOf(rival: RivalName, roles: number): unknown[] {
  const assembly = synthesize(rival, roles);
  const templates = assembly.stacks.map(stack => stack.template as unknown);
  remove(assembly);
  return templates;
}

function synthesize(rival: RivalName, roles: number): CloudAssembly {
  const app = new App();
  for (let first = 0; first < roles; first += ROLES_IN_STACK) {
    const addRole = RIVALS[rival](new Stack(app, `Stack${first}`));
    for (let index = first; index < Math.min(first + ROLES_IN_STACK, roles); index++) {
      addRole(`Role${index}`, `job-${index}`);
    }
  }
  return app.synth();
}

function remove(assembly: CloudAssembly): void {
  rmSync(assembly.directory, { recursive: true, force: true });
}
