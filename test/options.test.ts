import { RANDOM_CONSTRUCTS } from './support/grid';
import {
  foreignOptionsRejected, misspellingsOf, misspellingsTaken, Occurrence, occurrencesOf, unsafeValuesTaken,
} from './support/option-laws';
import { isOtherBucket, unsafeValuesFor } from './support/unsafe-values';

jest.setTimeout(120_000);

// Makes one option of a construct invalid. The bad-values judge tries each invalid value; these tests try a few.

const CONSTRUCTS = RANDOM_CONSTRUCTS.map(([construct]) => construct);

let occurrences: ReadonlyMap<string, readonly Occurrence[]>;
beforeAll(() => {
  occurrences = new Map(RANDOM_CONSTRUCTS.map(([construct, random]) => [construct, occurrencesOf(construct, random)]));
});

describe.each(CONSTRUCTS)('%s', construct => {
  test('rejects a wildcard and a policy variable in each option, with its path', () => {
    const isTried = (_unsafe: unknown, index: number) => index < 2;
    expect(occurrences.get(construct)!.flatMap(option => unsafeValuesTaken(option, isTried))).toEqual([]);
  });

  test('rejects directory buckets and access points in each option that takes a bucket, with its path', () => {
    expect(occurrences.get(construct)!.flatMap(option => unsafeValuesTaken(option, isOtherBucket))).toEqual([]);
  });

  test('suggests the right option for each misspelt one', () => {
    expect(occurrences.get(construct)!.flatMap(option => misspellingsTaken(option, 1))).toEqual([]);
  });

  test('ignores the options of other constructs', () => {
    expect(foreignOptionsRejected(occurrences.get(construct)!, [...occurrences.values()].flat())).toEqual([]);
  });
});

test('most options can have an unsafe value, and a misspelling', () => {
  const all = [...occurrences.values()].flat();
  expect(all.filter(({ value }) => unsafeValuesFor(value).length > 0).length).toBeGreaterThan(all.length / 2);
  expect(all.filter(({ name }) => misspellingsOf(name).length > 0).length).toBeGreaterThan(all.length * 0.9);
});
