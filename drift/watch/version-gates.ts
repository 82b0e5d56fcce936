import { Difference, differencesOf, Finding } from '../difference';
import { nameOf, OwnFacts, OwnStatement } from '../own';

/** A released version of ParallelCluster, and the actions that its packages name or call. */
export interface Release {
  readonly version: string;
  readonly rights: ReadonlySet<string>;
}

interface Gate {
  readonly statement: OwnStatement;
  readonly action: string;
  readonly since?: string;
  readonly until?: string;
}

/**
 * The versions from which statements are granted, against the releases themselves: a release from which an action is
 * granted must name it, and so must the last one for which it is. Actions that no release names say nothing.
 */
export function gateDrift({ statements }: OwnFacts, releases: readonly Release[]): Finding {
  return { differences: statements.flatMap(gatesOf).flatMap(gate => faultsOf(gate, releases)), notes: [] };
}

function gatesOf(statement: OwnStatement): readonly Gate[] {
  const { actions, actionsSince = {}, since, until } = statement;
  const later = Object.entries(actionsSince).flatMap(([version, names]) =>
    names.map(action => ({ statement, action, since: version })));
  const isLater = (action: string) => later.some(gate => gate.action === action);
  const whole = since === undefined && until === undefined ? []
    : actions.filter(action => !isLater(action)).map(action => ({ statement, action, since, until }));
  return [...whole, ...later].filter(({ action }) => !/[*?]/.test(action));
}

function faultsOf({ statement, action, since, until }: Gate, all: readonly Release[]): readonly Difference[] {
  const gate = since ?? until!;
  const releases = all.filter(({ version }) => version.split('.')[0] === gate.split('.')[0]);
  const naming = releases.filter(({ rights }) => rights.has(action)).map(({ version }) => version);
  if (naming.length === 0) {
    return [];
  }
  const difference = differencesOf('version-gates', nameOf(statement));
  const isKnown = (version: string) => releases.some(release => release.version === version);
  const end = releases.findIndex(({ version }) => version === until);
  const before = releases[end - 1]?.version;
  return [
    ...since !== undefined && isKnown(since) && !naming.includes(since)
      ? [difference(`~ ${action} is granted since ${since}, and ${firstAfter(releases, naming, since)}`)] : [],
    ...before !== undefined && !naming.includes(before)
      ? [difference(`~ ${action} is granted until ${until}, and ${naming.at(-1)} is the last release that names it`)] : [],
  ];
}

function firstAfter(releases: readonly Release[], naming: readonly string[], since: string): string {
  const order = releases.map(({ version }) => version);
  const later = naming.find(version => order.indexOf(version) > order.indexOf(since));
  return later === undefined ? `only releases before name it, the last is ${naming.at(-1)}` : `${later} is the first release that names it`;
}
