import { Group, rangesOf } from '../../test/vendors/data';

/** A row of one configuration in one release. */
export interface Found<T> {
  readonly configuration: string;
  readonly release: string;
  readonly row: T;
}

/** Rows that the same configurations have in the same releases stand together, sorted. */
export function grouped<T>(found: readonly Found<T>[], releases: readonly string[]): readonly Group<T>[] {
  const byRow = collected(found, ({ row }) => JSON.stringify(row));
  const places = [...byRow.values()].flatMap(ofRow => placesOf(ofRow, releases));
  return [...collected(places, ({ place }) => place).entries()].sort(byKey).map(([place, ofPlace]) => ({
    ...JSON.parse(place) as Pick<Group<T>, 'configurations' | 'releases'>,
    rows: ofPlace.map(({ row }) => row).sort((one, other) => compared(JSON.stringify(one), JSON.stringify(other))),
  }));
}

/** Where a row is found: the configurations with the same releases together. */
function placesOf<T>(
  ofRow: readonly Found<T>[], releases: readonly string[],
): readonly { readonly place: string; readonly row: T }[] {
  const byConfiguration = collected(ofRow, ({ configuration }) => configuration);
  const ranges = [...byConfiguration].map(([configuration, found]) =>
    ({ configuration, ranges: rangesOf(found.map(({ release }) => release), releases) }));
  return [...collected(ranges, each => JSON.stringify(each.ranges)).values()].map(alike => ({
    place: JSON.stringify({
      configurations: alike.map(({ configuration }) => configuration).sort(),
      releases: alike[0].ranges,
    }),
    row: ofRow[0].row,
  }));
}

export function collected<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const all = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    all.set(key, all.get(key) ?? []);
    all.get(key)!.push(value);
  }
  return all;
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return compared(one, other);
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
