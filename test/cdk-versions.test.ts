import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { version } from 'aws-cdk-lib/package.json';
import { devDependencies } from '../package.json';
import { TemplateJson } from './support/fold';
import { GRID, synthesizeRows } from './support/grid';

interface Printed {
  readonly version: string;
  readonly resources: Readonly<Record<string, TemplateJson['Resources']>>;
}

/** Runs in its own process without jest's module map, to load the oldest CDK. */
function printed(): Printed {
  const args = [require.resolve('tsx/cli'), join(__dirname, 'support', 'print-resources.ts')];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as Printed;
}

// Compares resources only: the oldest CDK leaves a parameter in the template for each import, used or not.
test('the oldest and the newest CDK create the same resources', () => {
  const oldest = printed();
  expect([oldest.version, version]).toEqual([
    devDependencies['aws-cdk-lib'],
    devDependencies['aws-cdk-lib-newest'].replace(/^.*@/, ''),
  ]);
  const newest = [...synthesizeRows(GRID, { validation: false })];
  expect(newest).toHaveLength(GRID.length);
  const differing = newest.filter(([name, { Resources }]) =>
    JSON.stringify(Resources) !== JSON.stringify(oldest.resources[name]));
  expect(differing.map(([name]) => name)).toEqual([]);
});
