import * as fc from 'fast-check';
import { globContains, globsIntersect } from '../../../src/private/statements/globs';
import * as judge from '../../support/globs';

const PATTERN = fc.stringMatching(/^[ab*?:]{0,7}$/);

test.each([
  ['s3:*', 's3:Get*', true],
  ['s3:Get*', 's3:*', false],
  ['s3:GetObject?', 's3:GetObject*', false],
  ['s3:GetObject*', 's3:GetObject?', true],
  ['*', '', true],
  ['', '*', false],
])('%s contains %s: %s', (outer, inner, contains) => {
  expect(globContains(outer, inner)).toBe(contains);
});

test.each([
  ['s3:*Object', 's3:Get*', true],
  ['s3:Put*', 's3:Get*', false],
  ['a?c', '*b*', true],
  ['**', '', true],
])('%s and %s match a common text: %s', (one, other, share) => {
  expect([globsIntersect(one, other), globsIntersect(other, one)]).toEqual([share, share]);
});

test('agrees with the reference implementation of the tests', () => {
  fc.assert(fc.property(PATTERN, PATTERN, (one, other) => {
    expect(globContains(one, other)).toBe(judge.globContains(one, other));
    expect(globsIntersect(one, other)).toBe(judge.globsIntersect(one, other));
  }), { numRuns: 2000 });
});
