import { byService, code, table } from './tables';
import { ParallelClusterVersion } from '../src/parallelcluster3/cluster/version';
import { PolicyFeature } from '../src/private/statements/documented-statement';
import { isBefore } from '../src/private/statements/versions';
import { rangesOf, releasesIn } from '../test/vendors/data';
import { ActionFact, ReleaseFacts, readReleases } from '../test/vendors/releases';

// What an upgrade of ParallelCluster changes, release by release.

type Constructs = readonly (readonly [construct: string, features: readonly PolicyFeature[]])[];

/** The oldest that the constructs support. */
const OLDEST = ParallelClusterVersion.V3_2.version;

/** What a release changes: the subject, and with a sign what it gains and loses. */
interface Change {
  readonly subject: string;
  readonly sign: '+' | '-';
  readonly what: string;
}

/** Lists the releases that change something, and names the others. */
export function upgradesTable(constructs: Constructs, facts: ReleaseFacts = readReleases()): string {
  const all = Object.keys(facts.releases);
  const supported = all.filter(release => release.startsWith('3.') && isBefore(OLDEST, release));
  const changes = supported.map(release => ({
    release,
    ours: constructs.flatMap(([construct, features]) => oursIn(release, construct, features)),
    vendor: vendorsIn(release, facts, all),
  }));
  const isSame = ({ ours, vendor }: (typeof changes)[number]) => ours.length + vendor.length === 0;
  const same = changes.filter(isSame).map(({ release }) => release);
  return [
    table(
      ['Release', 'What the constructs grant', "What ParallelCluster's own package changed"],
      changes.filter(change => !isSame(change)).map(({ release, ours, vendor }) =>
        [`${release}<br>${facts.releases[release]}`, lines(ours), lines(vendor)]),
    ),
    `These releases change nothing of it: ${rangesOf(same, supported).map(range => range.replace('..', ' to ')).join(', ')}.`,
    '',
  ].join('\n');
}

/** The statements and actions that begin or end with a release. */
function oursIn(release: string, construct: string, features: readonly PolicyFeature[]): readonly Change[] {
  const statements = features.flatMap(feature => feature.statements);
  return statements.flatMap(({ sid, since, until, actions, actionsSince = {} }) => {
    const later = Object.values(actionsSince).flat();
    const whole = since === release ? actions.filter(action => !later.includes(action)) : [];
    const begun = [...whole, ...actionsSince[release] ?? []];
    const subject = `${code(construct)} ${code(sid)}`;
    return [
      ...begun.map(what => ({ subject, sign: '+', what } as const)),
      ...(until === release ? actions : []).map(what => ({ subject, sign: '-', what } as const)),
    ];
  });
}

/** What the package grants, calls and makes from a release on, and no longer. */
function vendorsIn(
  release: string, { grants, calls, resources }: ReleaseFacts, all: readonly string[],
): readonly Change[] {
  const before = all[all.indexOf(release) - 1];
  const changed = (releases: readonly string[], subject: string, what: string): readonly Change[] => {
    const [had, has] = [before, release].map(one => releasesIn(releases, all).includes(one));
    return had === has ? [] : [{ subject, sign: has ? '+' : '-', what }];
  };
  return [
    ...grants.flatMap(fact => changed(fact.releases, `role for ${code(fact.construct)}`, fact.action)),
    ...calls.flatMap(fact => changed(fact.releases, callerOf(fact), fact.action)),
    ...resources.flatMap(({ type, releases }) => changed(releases, 'templates', type)),
  ];
}

function callerOf({ construct }: ActionFact): string {
  return construct === 'ParallelClusterUserPolicy' ? `${code('pcluster')} calls` : `functions for ${code(construct)} call`;
}

/** One line for each subject: what it gains, then what it loses. */
function lines(changes: readonly Change[]): string {
  return [...new Set(changes.map(({ subject }) => subject))].map(subject => {
    const texts = (['+', '-'] as const).map(sign => {
      const what = changes.filter(change => change.subject === subject && change.sign === sign).map(one => one.what);
      return what.length === 0 ? '' : `${sign} ${listed([...new Set(what)]).map(code).join(', ')}`;
    });
    return `${subject}: ${texts.filter(text => text !== '').join('; ')}`;
  }).join('<br>');
}

/** Actions by their service, and types of resources. */
function listed(names: readonly string[]): readonly string[] {
  const isType = (name: string) => name.includes('::');
  return [...byService(names.filter(name => !isType(name))), ...names.filter(isType)];
}
