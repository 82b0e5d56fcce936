import { version } from 'aws-cdk-lib/package.json';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { announce, count } from './verdict';
import { Maker } from '../test/support/arbitraries';
import { JsonObject, TemplateJson } from '../test/support/fold';
import { Given } from '../test/support/given';
import { GRID, RANDOM_CONSTRUCTS, randomRow, synthesizeRows } from '../test/support/grid';
import { policiesOf } from '../test/support/policies';
import { Row, SUBJECT } from '../test/support/row';

// Pairs of templates before and after an update: what would be replaced by it, or move from one policy to another.

/** Of each construct. */
const SAMPLES = 40;
const SEED = 2;
/** A change of these replaces the resource. */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['RoleName', 'Path'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'Path', 'Description'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName', 'Path'],
};
/** Names and paths are theirs to change. Other roles and another placement are other resources. */
const NAMING = /^(roleName|path|instanceProfileName|managedPolicyName|.*[nN]amePrefix)$/;
const ELSEWHERE = /^(existing\w*|policyPlacement)$/;

interface Pair {
  readonly what: string;
  readonly before: Row;
  readonly after: Row;
}

const pairs: readonly Pair[] = RANDOM_CONSTRUCTS.flatMap(([construct, arbitrary]) => {
  const made = fc.sample<Maker<Construct>>(arbitrary, { numRuns: SAMPLES, seed: SEED });
  // Each option by itself.
  const switched = made.flatMap((maker, sample) => optionsIn(construct, maker)
    .filter(({ option }) => !NAMING.test(option) && !ELSEWHERE.test(option))
    .map(({ option, index }) => ({
      what: `${construct} ${option}`,
      before: named(randomRow(construct, maker), `${construct}-${sample}`),
      after: named(randomRow(construct, maker, without(option, index)), `${construct}-${sample}-${option}-${index}`),
    })));
  // All options at once, names and placement apart.
  const plain = (maker: Maker<Construct>, name: string) => named(randomRow(construct, maker, withoutNames), name);
  const changed = made.slice(1).map((maker, index) => ({
    what: `${construct} from one set to another`,
    before: plain(made[index], `${construct}-plain-${index}`),
    after: plain(maker, `${construct}-plain-${index + 1}`),
  }));
  return [...switched, ...changed];
});

// What can't be without the option is no update.
const rows = [...new Map(pairs.flatMap(({ before, after }) => [before, after]).map(row => [row.name, row])).values()];
const templates = new Map(rows.flatMap(row => synthesized(row)));
const judged = pairs.filter(({ before, after }) => templates.has(before.name) && templates.has(after.name));

const options = new Set(judged.map(({ what }) => what));

announce({
  judged: `${count(judged.length, 'update')} that switch ${count(options.size, 'option')}, and ${gridPairs().length} of the ` +
    `grid, on aws-cdk-lib ${version}`,
  findings: [
    ...judged.flatMap(({ what, before, after }) =>
      replaced(templates.get(before.name)!, templates.get(after.name)!).map(finding => `${what}: ${finding}`)),
    ...gridFindings(),
  ],
});

function named(row: Row, name: string): Row {
  return { ...row, name };
}

/** The options as a construct gets them, in the order in which their sets are made. */
function optionsIn(construct: string, maker: Maker<Construct>): readonly { option: string; index: number }[] {
  const found: { option: string; index: number }[] = [];
  let index = 0;
  synthesizeRows([randomRow(construct, maker, set => {
    found.push(...Object.keys(set).map(option => ({ option, index })));
    index++;
    return set;
  })], { validation: false });
  return found;
}

function without(option: string, index: number): Given['bring'] {
  let made = 0;
  return set => made++ === index ? omit(set, key => key === option) : set;
}

function withoutNames<T extends object>(set: T): T {
  return omit(set, key => NAMING.test(key) || ELSEWHERE.test(key));
}

function omit<T extends object>(set: T, leaves: (key: string) => boolean): T {
  return Object.fromEntries(Object.entries(set).filter(([key]) => !leaves(key))) as T;
}

function synthesized(row: Row): readonly (readonly [string, TemplateJson])[] {
  try {
    return [...synthesizeRows([row], { validation: false })];
  } catch (error) {
    if (error instanceof TypeError) {
      throw error;
    }
    return [];
  }
}

type Resources = ReadonlyMap<string, { readonly Type: string; readonly Properties?: JsonObject }>;

function resourcesOf({ Resources = {} }: TemplateJson): Resources {
  return new Map(Object.entries(Resources).filter(([id, { Type }]) => id.startsWith(SUBJECT) && Type in CREATE_ONLY));
}

function replaced(before: TemplateJson, after: TemplateJson): readonly string[] {
  const [old, next] = [before, after].map(resourcesOf);
  const [oldPlaces, nextPlaces] = [before, after].map(placesOf);
  return [
    // A policy goes with the last of its statements: a role never does.
    ...[...old].filter(([id, { Type }]) => Type !== 'AWS::IAM::ManagedPolicy' && !next.has(id))
      .map(([id, { Type }]) => `${Type} ${id} goes`),
    ...renamed(old, next),
    ...[...oldPlaces].filter(([sid, place]) => nextPlaces.has(sid) && nextPlaces.get(sid) !== place)
      .map(([sid, place]) => `${sid} moves from ${place} to ${nextPlaces.get(sid)}`),
  ];
}

function renamed(old: Resources, next: Resources): readonly string[] {
  return [...old].filter(([id]) => next.has(id)).flatMap(([id, { Type, Properties }]) =>
    CREATE_ONLY[Type].filter(name => text(Properties, name) !== text(next.get(id)!.Properties, name))
      .map(name => `${Type} gets another ${name}`));
}

function text(properties: JsonObject | undefined, name: string): string {
  return JSON.stringify(properties?.[name]) ?? '';
}

/** Where each statement stands. */
function placesOf(template: TemplateJson): ReadonlyMap<string, string> {
  return new Map(policiesOf(template).filter(({ logicalId }) => logicalId.startsWith(SUBJECT))
    .flatMap(({ logicalId, statements }) => statements.flatMap(({ Sid }) => Sid ? [[Sid, logicalId] as const] : [])));
}

function gridPairs(): readonly Row[] {
  return GRID.filter(({ difference }) => difference);
}

/** The list of what is accepted names the rows that give a name or a path, or bring a role with another. */
function gridFindings(): readonly string[] {
  const grid = synthesizeRows(GRID, { validation: false });
  return gridPairs().flatMap(({ name, difference }) =>
    renamed(...[difference!.from, name].map(row => resourcesOf(grid.get(row)!)) as [Resources, Resources])
      .map(finding => `${name}: ${finding}`));
}
