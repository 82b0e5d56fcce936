import { App, Stack } from 'aws-cdk-lib';
import { Handlers, readData, releasesIn } from './data';
import { ActionFact, readReleases } from './releases';
import { GateRow, OF_EVERY_VERSION, OTHER_GATES } from './releases-rows';
import { allConstructs, constructOf, KnownConstruct } from '../../cli/facts/catalogue';
import { VariantFacts } from '../../cli/facts/catalogue-facts';
import { isBefore } from '../../src/private/statements/versions';
import { globMatches } from '../support/globs';
import { ParallelClusterHeadNodeRole, ParallelClusterVersion } from 'cdk-platform-iam';

// The versions of our statements, and the releases of ParallelCluster that have their actions.

const { releases, grants, calls, resources } = readReleases();
const ALL = Object.keys(releases);
const OURS = allConstructs().filter(({ platform }) => platform.startsWith('parallelcluster'));
const SUPPORTED = ALL.filter(release => /^3\./.test(release) && !isBefore(release, ParallelClusterVersion.V3_2.version));
const HANDLERS = readData<Handlers>('handlers');

/** A boundary is for all roles of clusters and images. */
const WITHIN_BOUNDARY = ['HeadNode', 'ComputeNode', 'LoginNode', 'LambdaFunctions', 'ImageBuilder']
  .map(role => `ParallelCluster${role}Role`);

interface Gate {
  readonly sid: string;
  readonly action: string;
  readonly since?: string;
  readonly until?: string;
}

function gatesOf({ statements }: KnownConstruct): readonly Gate[] {
  return statements.flatMap(({ sid, variants }) => variants.flatMap(variant =>
    variant.actions.map(action => ({ sid, action, since: sinceOf(variant, action), until: variant.until }))));
}

function sinceOf({ since, actionsSince = {} }: VariantFacts, action: string): string | undefined {
  return Object.entries(actionsSince).find(([, actions]) => actions.includes(action))?.[0] ?? since;
}

/** What the releases grant to roles or call for a construct. */
function factsOf(construct: string): readonly ActionFact[] {
  const constructs = construct === 'ParallelClusterPermissionsBoundary' ? WITHIN_BOUNDARY : [construct];
  return [...grants, ...calls].filter(fact => constructs.includes(fact.construct));
}

/** CloudFormation makes the resources of templates for users. */
function madeFor(construct: string): readonly ActionFact[] {
  return construct !== 'ParallelClusterUserPolicy' ? [] : resources.flatMap(({ type, releases: ranges }) =>
    Object.keys(HANDLERS[type] ?? {}).map(action => ({ construct, action, releases: ranges })));
}

/** Whether the action begins, and ends, with the releases of the gate. */
function isInData({ action, since, until }: Gate, facts: readonly ActionFact[]): boolean {
  const ranges = facts.filter(fact => globMatches(fact.action, action) || globMatches(action, fact.action))
    .flatMap(fact => fact.releases).map(range => range.split('..'));
  return ranges.some(([first, last = first]) =>
    (since === undefined || first === since) && (until === undefined || ALL[ALL.indexOf(last) + 1] === until));
}

function explains(rows: readonly GateRow[], construct: string, sid: string): boolean {
  return rows.some(row => row.construct === construct && row.sids.includes(sid));
}

describe.each(OURS)('$name', construct => {
  const facts = factsOf(construct.name);
  const other = gatesOf(construct).filter(({ since, until }) => since !== undefined || until !== undefined)
    .filter(gate => !isInData(gate, [...facts, ...madeFor(construct.name)]));

  test('a gate is the first or last release that has the action, or has a reason', () => {
    expect(other.filter(({ sid }) => !explains(OTHER_GATES, construct.name, sid))).toEqual([]);
  });

  test('each reason for another gate is needed', () => {
    const sids = OTHER_GATES.filter(row => row.construct === construct.name).flatMap(row => row.sids);
    expect(sids.filter(sid => !other.some(gate => gate.sid === sid))).toEqual([]);
  });

  test('what begins with a later release has a gate there, or a reason why every version has it', () => {
    const own = facts.filter(fact => fact.construct === construct.name);
    const firsts = own.map(({ releases: ranges }) => ranges.at(-1)!.split('..')[0]);
    const isLater = (first: string) =>
      isBefore(ParallelClusterVersion.V3_2.version, first) && firsts.some(one => isBefore(one, first));
    const early = own.flatMap(({ action }, index) => {
      const gates = gatesOf(construct).filter(gate => gate.action === action);
      const isEarly = isLater(firsts[index]) && gates.every(({ since }) => since !== firsts[index]);
      return isEarly ? gates.map(({ sid }) => sid) : [];
    });
    const explained = OF_EVERY_VERSION.filter(row => row.construct === construct.name).flatMap(row => row.sids);
    expect([...new Set(early)].sort()).toEqual(explained);
  });
});

test('each row is of a construct', () => {
  expect([...OTHER_GATES, ...OF_EVERY_VERSION].filter(row => !constructOf(row.construct))).toEqual([]);
});

test('the newest version is the newest release', () => {
  expect(ParallelClusterVersion.LATEST.version).toBe(ALL.at(-1));
});

test('each minor version is its newest release, but the one for which the guide was written', () => {
  const versions = Object.values(ParallelClusterVersion)
    .flatMap((value: unknown) => value instanceof ParallelClusterVersion ? [value.version] : []);
  const newest = new Map(SUPPORTED.map(release => [release.replace(/\.\d+$/, ''), release]));
  expect([...new Set(versions)]).toEqual([...newest.values()].map(release => release === '3.2.1' ? '3.2.0' : release));
});

test('a head node can have AWS Batch in the releases whose templates make it', () => {
  const { releases: ranges } = resources.find(({ type }) => type === 'AWS::Batch::ComputeEnvironment')!;
  const stack = new Stack(new App(), 'Stack', { env: { account: '123456789012', region: 'us-east-1' } });
  const accepted = SUPPORTED.filter(release => {
    const create = () => new ParallelClusterHeadNodeRole(stack, release.replaceAll('.', '-'), {
      version: ParallelClusterVersion.of(release), awsBatch: {},
    });
    try {
      create();
      return true;
    } catch {
      return false;
    }
  });
  expect(accepted).toEqual(releasesIn(ranges, ALL).filter(release => SUPPORTED.includes(release)));
});
