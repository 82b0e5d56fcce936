import { rangesOf, releasesIn, rendered } from './data';

const RELEASES = ['3.2.0', '3.3.0', '3.4.0', '3.5.0'];

test.each([
  [['3.2.0', '3.3.0', '3.4.0', '3.5.0'], ['3.2.0..3.5.0']],
  [['3.2.0', '3.4.0', '3.5.0'], ['3.2.0', '3.4.0..3.5.0']],
  [['3.5.0'], ['3.5.0']],
])('%j is the ranges %j', (releases, ranges) => {
  expect(rangesOf(releases, RELEASES)).toEqual(ranges);
  expect(releasesIn(ranges, RELEASES)).toEqual(releases);
});

test('a file has a row on each line', () => {
  const text = rendered({ releases: ['1', '2'], calls: [{ configurations: ['a'], rows: [{ action: 'x', context: { k: 'v' } }, { action: 'y' }] }] });
  expect(text.split('\n')).toEqual([
    '{', '"releases": ["1","2"],', '"calls": [', '{', '"configurations": ["a"],', '"rows": [',
    '{"action":"x","context":{"k":"v"}},', '{"action":"y"}', ']', '}', ']', '}', '',
  ]);
  expect(JSON.parse(text)).toHaveProperty('releases');
});
