import { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { basename, join } from 'node:path';
import { PROJECT } from './newest-cdk';
import { timeOf } from './synthesize';
import { printTable } from './table';

const ROLES = 1_000;
const MICROSECONDS_BETWEEN_SAMPLES = 250;
const FUNCTIONS_SHOWN = 12;

/** Prints where the library spends its time: by package, and by function of the library. */
export async function printProfile(): Promise<void> {
  timeOf('library', 200);
  const calls = new Calls(await record(() => timeOf('library', ROLES)));
  const own = new Map(calls.shares(calls.byFunction));
  printTable([
    ['where the time goes', '% of all'],
    ...calls.shares(calls.byPackage).map(([name, share]) => [name, share]),
  ]);
  printTable([
    ['functions of the library', '% itself', '% with what it calls'],
    ...calls
      .shares(calls.byFunctionInclusive)
      .slice(0, FUNCTIONS_SHOWN)
      .map(([name, share]) => [name, own.get(name) ?? '', share]),
  ]);
}

async function record(work: () => void): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS_BETWEEN_SAMPLES });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

type Times = Map<string, number>;

/** Sums up a profile, in microseconds. */
class Calls {
  public readonly byPackage: Times = new Map();
  public readonly byFunction: Times = new Map();
  public readonly byFunctionInclusive: Times = new Map();
  private total = 0;
  private readonly nodes: ReadonlyMap<number, Profiler.ProfileNode>;
  private readonly times = new Map<number, number>();

  constructor({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile) {
    this.nodes = new Map(nodes.map(node => [node.id, node]));
    samples.forEach((id, index) => add(this.times, id, timeDeltas[index]));
    this.visit(nodes[0], new Set());
  }

  public shares(times: Times): [name: string, percent: string][] {
    return [...times]
      .sort(([, left], [, right]) => right - left)
      .map(([name, time]) => [name, ((100 * time) / this.total).toFixed(1)]);
  }

  private visit({ id, callFrame, children = [] }: Profiler.ProfileNode, callers: ReadonlySet<string>): void {
    const time = this.times.get(id) ?? 0;
    const owner = packageOf(callFrame);
    const isOwn = owner === 'cdk-platform-iam';
    const name = `${callFrame.functionName || '(anonymous)'}, ${basename(callFrame.url)}`;
    const active = isOwn ? new Set([...callers, name]) : callers;
    this.total += time;
    add(this.byPackage, owner, time);
    active.forEach(caller => add(this.byFunctionInclusive, caller, time));
    if (isOwn) {
      add(this.byFunction, name, time);
    }
    children.forEach(child => this.visit(this.nodes.get(child)!, active));
  }
}

function packageOf({ functionName, url }: { functionName: string; url: string }): string {
  if (functionName === '(garbage collector)') {
    return 'garbage collection';
  }
  const [, dependency] = /node_modules\/([^/]+)\//.exec(url) ?? [];
  if (dependency) {
    return dependency.replace('-newest', '');
  }
  return url.includes(join(PROJECT, 'lib', '/')) ? 'cdk-platform-iam' : 'Node and the benchmark';
}

function add<K>(times: Map<K, number>, key: K, time: number): void {
  times.set(key, (times.get(key) ?? 0) + time);
}
