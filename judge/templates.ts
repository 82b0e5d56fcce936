import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from 'aws-cdk-lib/package.json';
import { JUDGED_ROWS } from './rows';
import { announce, count } from './verdict';
import { PLATFORMS } from '../test/platforms';
import { ENVIRONMENTS, fold, TemplateJson } from '../test/support/fold';
import { GRID, synthesizeRows } from '../test/support/grid';
import { passingStack } from '../test/support/passing-stack';
import { Row } from '../test/support/row';

// Writes the templates for the other judges: as synthesized, and folded to literal JSON for each partition. With
// `grid`, writes only the rows of the grid, as synthesized.

const [, , folder, only] = process.argv;

const ROWS = only === 'grid' ? GRID : JUDGED_ROWS;

const templates = synthesizeRows(ROWS);
write('synthesized', template => template);
if (only === undefined) {
  ENVIRONMENTS.forEach(environment => write(environment.partition, template => fold(template, environment)));
  writeFileSync(join(folder, 'rows.json'), JSON.stringify(Object.fromEntries(ROWS.map(row => [
    fileName(row.name),
    { construct: row.construct, platform: platformOf(row), warnings: warningsOf(row) },
  ]))));
}

const distinct = new Set([...templates.values()].map(template =>
  createHash('sha256').update(JSON.stringify(template)).digest('hex')));
announce({
  judged: `${count(templates.size, 'option set')} (${distinct.size} distinct templates) by aws-cdk-lib ${version} on Node ${process.version}`,
  findings: [],
});

function write(kind: string, change: (template: TemplateJson) => TemplateJson): void {
  mkdirSync(join(folder, kind), { recursive: true });
  templates.forEach((template, name) =>
    writeFileSync(join(folder, kind, `${fileName(name)}.json`), JSON.stringify(change(template), undefined, 1)));
}

/** The folder of the platform. */
function platformOf({ construct }: Row): string {
  return PLATFORMS.find(({ constructs }) => construct in constructs)!.folder;
}

/** The ids of the library's warnings, without their variable parts. */
function warningsOf(row: Row): readonly string[] {
  const stack = passingStack();
  row.build(stack);
  const entries = stack.node.findAll().flatMap(({ node }) => node.metadata);
  return [...new Set(entries.flatMap(({ data }) => /\[ack: cdk-platform-iam:(\w+)/.exec(String(data))?.slice(1) ?? []))].sort();
}

function fileName(row: string): string {
  return row.replace('/', '.');
}
