import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, count } from './verdict';
import { TemplateJson } from '../test/support/fold';
import { conditionKeys } from '../test/support/laws';
import { policiesOf } from '../test/support/policies';
import { SUBJECT } from '../test/support/row';
import { ServiceReference } from '../test/support/service-reference';

// Writes what our source says about each action that the library emits, for a judge with another source.

const [, , folder] = process.argv;

async function main(): Promise<void> {
  const templates = readdirSync(join(folder, 'aws')).map(file =>
    JSON.parse(readFileSync(join(folder, 'aws', file), 'utf8')) as TemplateJson);
  const statements = templates.flatMap(template => policiesOf(template))
    .filter(({ logicalId }) => logicalId.startsWith(SUBJECT))
    .flatMap(policy => policy.statements);
  const written = new Set(statements.flatMap(({ Action }) => Action));
  const reference = await ServiceReference.of(written);
  const usedKeys = (name: string) => new Set(statements.filter(({ Action }) => Action.includes(name))
    .flatMap(({ Condition = {} }) => conditionKeys(Condition)));
  // What a wildcard stands for is for the test of the catalogue.
  const actions = [...written].filter(name => !/[*?]/.test(name)).flatMap(name => reference.expand(name));
  writeFileSync(join(folder, 'actions.json'), JSON.stringify(Object.fromEntries(
    actions.map(({ name, resourceTypes }) => [name, {
      resources: resourceTypes.map(({ arn }) => arn),
      keys: [...usedKeys(name)],
    }]))));
  announce({ judged: count(actions.length, 'action'), findings: [] });
}

void main();
