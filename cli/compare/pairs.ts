/** The two sides of a comparison. One is absent for what only the other side has. */
export interface Pair<T> {
  readonly base?: T;
  readonly head?: T;
}

/** Whether two things are the same one. */
export type Key<T> = (thing: T) => string | undefined;

/**
 * Pairs things by the first key, and then those that are left over by the others. In the order of the head, then what
 * it lacks.
 */
export function paired<T>(base: readonly T[], head: readonly T[], keys: readonly Key<T>[]): readonly Pair<T>[] {
  const found = new Map<T, T>();
  const left = new Set(base);
  for (const key of keys) {
    const waiting = grouped([...left], key);
    for (const thing of head.filter(other => !found.has(other))) {
      const same = waiting.get(key(thing) ?? NO_KEY)?.shift();
      if (same !== undefined) {
        found.set(thing, same);
        left.delete(same);
      }
    }
  }
  return [
    ...head.map(thing => ({ base: found.get(thing), head: thing })),
    ...[...left].map(thing => ({ base: thing })),
  ];
}

const NO_KEY = Symbol('no key');

function grouped<T>(things: readonly T[], key: Key<T>): ReadonlyMap<string | symbol, T[]> {
  const groups = new Map<string | symbol, T[]>();
  for (const thing of things) {
    const name = key(thing);
    if (name !== undefined) {
      groups.set(name, [...groups.get(name) ?? [], thing]);
    }
  }
  return groups;
}
