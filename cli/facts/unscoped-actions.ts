import json from './unscoped-actions.json';
import { globContains } from '../../src/private/statements/globs';

// Actions that AWS can't limit to resources, of the services that most apps use: a statement with them has to name
// every resource.

const FACTS: Readonly<Record<string, string>> = json;

/**
 * Whether an action, or each one that a pattern matches, has no narrower resources than `*`. Nothing for services that
 * are not in the list.
 */
export function isUnscoped(pattern: string): boolean | undefined {
  const [service, name = '*'] = pattern.toLowerCase().split(':');
  return Object.hasOwn(FACTS, service)
    ? FACTS[service].toLowerCase().split(' ').some(unscoped => globContains(unscoped, name)) : undefined;
}
