import { actionsByMethod, typeOf } from './names';
import { calledBy, grantedTo } from './places';
import { rangesOf } from '../../test/vendors/data';
import { ReleaseFacts } from '../../test/vendors/releases';

/** What the modules of a release say: kind, module, scope and name. */
export interface ReadRelease {
  readonly release: string;
  readonly date: string;
  readonly facts: readonly (readonly [kind: 'action' | 'call' | 'resource', module: string, scope: string, name: string])[];
}

/** A fact of a release, with the construct for the place where it is. */
type Fact = readonly [key: string, release: string];

/** All kinds of nodes share a class, also before there were login nodes. */
const LOGIN_NODES = { construct: 'ParallelClusterLoginNodeRole', scope: 'LoginNodesIamResources._build_policy' };

/** The ranges of releases of each action and each resource, from what the modules say. */
export async function releaseFacts(read: readonly ReadRelease[]): Promise<ReleaseFacts> {
  const releases = read.map(({ release }) => release);
  const actions = await actionsByMethod(new Set(read.flatMap(({ facts }) =>
    facts.filter(([kind]) => kind === 'call').map(([,,, name]) => name))));
  const each = (kind: string, keysOf: (place: string, name: string) => readonly string[]): readonly Fact[] =>
    read.flatMap(({ release, facts }) => {
      const hasLoginNodes = facts.some(([,, scope]) => scope === LOGIN_NODES.scope);
      return facts.filter(([of]) => of === kind)
        .flatMap(([, module, scope, name]) => keysOf(`${module} ${scope}`, name))
        .filter(key => hasLoginNodes || !key.startsWith(LOGIN_NODES.construct))
        .map(key => [ofGeneration(key, release), release] as const);
    });
  const called = (place: string, name: string) => {
    const action = actions.get(name);
    return action === undefined ? [] : calledBy(place, action).map(construct => `${construct} ${action}`);
  };
  const granted = (place: string, action: string) =>
    action === 'sts:AssumeRole' ? [] : grantedTo(place, action).map(construct => `${construct} ${action}`);
  const made = (_: string, name: string) => [typeOf(name)].filter(type => type !== undefined);
  return {
    source: { package: 'aws-parallelcluster', registry: 'PyPI', license: 'Apache-2.0' },
    releases: Object.fromEntries(read.map(({ release, date }) => [release, date])),
    grants: rowsOf(each('action', granted), releases).map(withAction),
    calls: rowsOf(each('call', called), releases).map(withAction),
    resources: rowsOf(each('resource', made), releases).map(([type, ranges]) => ({ type, releases: ranges })),
  };
}

/** The constructs for ParallelCluster 2 have names of their own. */
function ofGeneration(key: string, release: string): string {
  return release.startsWith('2.')
    ? key.replace(/^ParallelClusterLambdaFunctionsRole/, 'ParallelCluster2LambdaRole').replace(/^ParallelClusterUser/, 'ParallelCluster2User')
    : key;
}

type Ranges = readonly [key: string, ranges: readonly string[]];

function rowsOf(facts: readonly Fact[], releases: readonly string[]): readonly Ranges[] {
  return [...new Set(facts.map(([key]) => key))].sort().map(key =>
    [key, rangesOf(facts.filter(([other]) => other === key).map(([, release]) => release), releases)] as const);
}

function withAction([key, releases]: Ranges): ReleaseFacts['calls'][number] {
  const [construct, action] = key.split(' ');
  return { construct, action, releases };
}
