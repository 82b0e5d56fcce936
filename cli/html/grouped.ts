/** The items of each group, in the order in which they come. */
export function grouped<T, K>(items: readonly T[], groupOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) {
      groups.set(groupOf(item), [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}
