import { version } from 'aws-cdk-lib/package.json';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { announce, count } from './verdict';
import { codeOf, Maker } from '../test/support/arbitraries';
import { JsonObject, TemplateJson } from '../test/support/fold';
import { RANDOM_CONSTRUCTS, randomRow, synthesizeRows } from '../test/support/grid';
import { Option, optionsOf, withSet } from '../test/support/options';
import { passingStack } from '../test/support/passing-stack';
import { policiesOf } from '../test/support/policies';
import { Row, SUBJECT } from '../test/support/row';

// Compares templates before and after an update: finds resources that are replaced and statements that change policy.

/** Random sets for each construct. */
const SAMPLES = 40;
const SEED = 2;
const IN_AN_APP = 50;
/**
 * The number of sets with an option in which it is switched off and changed, and the number of other values it gets.
 */
const OCCURRENCES = 4;
const CHANGES = 2;
/** Changing one of these properties replaces the resource. */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['RoleName', 'Path'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'Path', 'Description'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName', 'Path'],
};
const MOVES = 'moves';
/** Properties that an option is meant to change. The inline policy of a role with a known name has its own ARN. */
const ITS_OWN: Readonly<Record<string, readonly string[]>> = {
  roleName: ['RoleName', 'InstanceProfileName', MOVES],
  path: ['Path'],
  instanceProfileName: ['InstanceProfileName'],
  managedPolicyName: ['ManagedPolicyName'],
  managedPolicyNamePrefix: ['ManagedPolicyName'],
  policyPlacement: [MOVES],
};
/** These options select another role, which is another resource. */
const OTHER_ROLES = ['existingRole', 'existingInstanceProfile'];

interface Pair {
  readonly option: string;
  readonly own: readonly string[];
  readonly what: string;
  readonly before: Row;
  readonly after: Row;
}

type Sample = readonly [name: string, made: Maker<Construct>];
type Occurrence = Option & { readonly sample: Sample };
type Change = Parameters<typeof withSet>[3];

const pairs = RANDOM_CONSTRUCTS.flatMap(([construct, arbitrary]) => {
  const samples = fc.sample<Maker<Construct>>(arbitrary, { numRuns: SAMPLES, seed: SEED })
    .map((made, index): Sample => [`${construct}-${index}`, made]);
  const occurrences = samples.flatMap(sample =>
    optionsOf(construct, sample[1]).map((option): Occurrence => ({ ...option, sample })));
  const options = occurrences.filter(({ path }) => !OTHER_ROLES.includes(path));
  const paths = [...new Set(options.map(({ path }) => path))];
  return [
    ...paths.flatMap(path => updates(construct, path, options.filter(option => option.path === path))),
    ...wholeSets(construct, samples),
  ];
});

const rows = [...new Map(pairs.flatMap(({ before, after }) => [before, after]).map(row => [row.name, row])).values()];
const templates = synthesized(rows);
const judged = pairs.filter(({ before, after }) => templates.has(before.name) && templates.has(after.name));

const updated = (kind: string) =>
  new Set(judged.filter(({ what }) => what.includes(` ${kind} `)).map(({ what }) => what));

announce({
  judged: `${count(judged.length, 'update')}, by which ${count(updated('without').size, 'option')} are switched, ` +
    `${updated('with another').size} changed, and whole sets, on aws-cdk-lib ${version}`,
  findings: [
    ...(replaced(...brokenPair()).length === 5 ? [] : ['the faults of a broken pair go unnoticed']),
    ...judged.flatMap(({ what, own, before, after }) =>
      replaced(templates.get(before.name)!, templates.get(after.name)!).filter(({ kind }) => !own.includes(kind)).map(({ finding }) => `${what}: ${finding}`)),
    ...[...new Set(pairs.map(({ option }) => option))]
      .filter(option => !judged.some(pair => pair.option === option)).map(option => `${option} is in no update`),
  ],
});

/** Removes the option, and tries values that it has elsewhere, in the first sets that have it. */
function updates(construct: string, path: string, occurrences: readonly Occurrence[]): readonly Pair[] {
  const makers = new Map(occurrences.map(({ make }) => [codeOf(make), make]));
  return occurrences.slice(0, OCCURRENCES).flatMap(({ name, set, make, sample: [sampleName, made] }) => {
    const pair = (what: string, change: Change, index = 0) => ({
      option: `${construct} ${path}`,
      own: ITS_OWN[path] ?? [],
      what: `${construct} ${what} ${path}`,
      before: named(randomRow(construct, made), sampleName),
      after: named(withSet(construct, made, set, change), `${sampleName}-${set}-${what}-${name}-${index}`),
    });
    const others = [...makers].filter(([code]) => code !== codeOf(make)).slice(0, CHANGES);
    return [
      pair('without', options => omit(options, key => key === name)),
      ...others.map(([, other], index) =>
        pair('with another', (options, given) => ({ ...options, [name]: other(given) }), index)),
    ];
  });
}

/** Removes all options at once, except names and placement. */
function wholeSets(construct: string, samples: readonly Sample[]): readonly Pair[] {
  const plain = ([name, made]: Sample) => {
    const { set = 0 } = optionsOf(construct, made).find(({ path, name: option }) => path === option) ?? {};
    return named(withSet(construct, made, set, options => omit(options, key => key in ITS_OWN || OTHER_ROLES.includes(key))), `${name}-plain`);
  };
  return samples.slice(1).map((sample, index) => ({
    option: construct,
    own: [],
    what: `${construct} from one set to another`,
    before: plain(samples[index]),
    after: plain(sample),
  }));
}

function named(row: Row, name: string): Row {
  return { ...row, name };
}

function omit<T extends object>(set: T, leaves: (key: string) => boolean): T {
  return Object.fromEntries(Object.entries(set).filter(([key]) => !leaves(key))) as T;
}

/** The templates of the rows that can be created. Many share an app, because an app takes longer than a stack. */
function synthesized(all: readonly Row[]): ReadonlyMap<string, TemplateJson> {
  const made = all.filter(isMade);
  const apps = Array.from({ length: Math.ceil(made.length / IN_AN_APP) }, (_, app) =>
    made.slice(app * IN_AN_APP, (app + 1) * IN_AN_APP));
  return new Map(apps.flatMap(rowsOfApp => [...synthesizeRows(rowsOfApp, { validation: false })]));
}

/** A row that is invalid without the option, or with another value, is no update. */
function isMade(row: Row): boolean {
  try {
    row.build(passingStack());
    return true;
  } catch (error) {
    if (error instanceof TypeError) {
      throw error;
    }
    return false;
  }
}

/** A pair with every fault: a role disappears, names and a description change, and a statement moves. */
function brokenPair(): readonly [TemplateJson, TemplateJson] {
  const policy = (sid: string, properties: JsonObject) => ({
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ...properties,
      PolicyDocument: { Statement: [{ Sid: sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
    },
  });
  const role = (name: string) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName: name } });
  return [
    {
      Resources: {
        [`${SUBJECT}Role1`]: role('one'),
        [`${SUBJECT}Role2`]: role('two'),
        [`${SUBJECT}Policy1`]: policy('Read', { Description: 'reads' }),
        [`${SUBJECT}Policy2`]: policy('Write', { ManagedPolicyName: 'writes' }),
      },
    },
    {
      Resources: {
        [`${SUBJECT}Role1`]: role('other'),
        [`${SUBJECT}Policy1`]: policy('Write', { Description: 'writes' }),
        [`${SUBJECT}Policy2`]: policy('Delete', {}),
      },
    },
  ];
}

type Resources = ReadonlyMap<string, { readonly Type: string; readonly Properties?: JsonObject }>;

function resourcesOf({ Resources = {} }: TemplateJson): Resources {
  return new Map(Object.entries(Resources).filter(([id, { Type }]) => id.startsWith(SUBJECT) && Type in CREATE_ONLY));
}

interface Fault {
  /** The property that changes, or the event. */
  readonly kind: string;
  readonly finding: string;
}

/** Checks both directions, because an option may be switched on and off again. */
function replaced(before: TemplateJson, after: TemplateJson): readonly Fault[] {
  const [old, next] = [before, after].map(resourcesOf);
  const [oldPlaces, nextPlaces] = [before, after].map(placesOf);
  return [
    ...missing(old, next),
    ...missing(next, old),
    ...renamed(old, next),
    ...[...oldPlaces].filter(([sid, place]) => nextPlaces.has(sid) && nextPlaces.get(sid) !== place)
      .map(([sid, place]) => ({ kind: MOVES, finding: `${sid} moves from ${place} to ${nextPlaces.get(sid)}` })),
  ];
}

/** A policy disappears with the last of its statements; a role and its instance profile never do. */
function missing(resources: Resources, others: Resources): readonly Fault[] {
  return [...resources].filter(([id, { Type }]) => Type !== 'AWS::IAM::ManagedPolicy' && !others.has(id))
    .map(([id, { Type }]) => ({ kind: 'goes', finding: `${Type} ${id} comes or goes` }));
}

function renamed(old: Resources, next: Resources): readonly Fault[] {
  return [...old].filter(([id]) => next.has(id)).flatMap(([id, { Type, Properties }]) =>
    CREATE_ONLY[Type].filter(name => text(Properties, name) !== text(next.get(id)!.Properties, name))
      .map(name => ({ kind: name, finding: `${Type} gets another ${name}` })));
}

function text(properties: JsonObject | undefined, name: string): string {
  return JSON.stringify(properties?.[name]) ?? '';
}

/** The policy of each statement. */
function placesOf(template: TemplateJson): ReadonlyMap<string, string> {
  return new Map(policiesOf(template).filter(({ logicalId }) => logicalId.startsWith(SUBJECT))
    .flatMap(({ logicalId, statements }) => statements.flatMap(({ Sid }) => Sid ? [[Sid, logicalId] as const] : [])));
}
