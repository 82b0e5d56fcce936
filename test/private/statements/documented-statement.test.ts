import { whenPresent } from '../../../src/private/statements/documented-statement';
import { isBefore, ofVersion } from '../../../src/private/statements/versions';
import { statement } from '../../support/platform-role';

test.each([[undefined], [false], [[]]])('returns nothing for %j', option => {
  expect(whenPresent(option as undefined, () => statement('Never'))).toEqual([]);
});

test.each([[true], ['a'], [['a']], [{}], ['']])('returns the statement for %j', option => {
  expect(whenPresent(option, () => statement('One'))).toEqual([statement('One')]);
});

test('passes the option on, and returns several statements', () => {
  expect(whenPresent(['a', 'b'], names => names.map(name => statement(name)))).toEqual([statement('a'), statement('b')]);
});

test.each([
  ['3.2.0', '3.10.0', true],
  ['3.9.1', '3.10.0', true],
  ['3.10.0', '3.10.0', false],
  ['3.10.1', '3.10.0', false],
  ['4.0.0', '3.10.0', false],
])('%s is before %s: %p', (one, other, expected) => {
  expect(isBefore(one, other)).toBe(expected);
});

test.each([
  ['3.2.0', ['Always', 'Old']],
  ['3.6.0', ['Always', 'New']],
  ['3.12.0', ['Always', 'New']],
])('version %s has %j', (version, sids) => {
  const statements = [
    statement('Always'),
    { ...statement('Old'), until: '3.6.0' },
    { ...statement('New'), since: '3.6.0' },
  ];
  expect(ofVersion(version, statements).map(({ sid }) => sid)).toEqual(sids);
});

// The statements keep `actionsSince`, which the tables use to show when each action was added.
test.each([
  ['3.2.0', ['example:Do']],
  ['3.6.0', ['example:Add', 'example:Do']],
  ['3.12.0', ['example:Add', 'example:Do', 'example:Tag']],
])('version %s has the actions %j', (version, actions) => {
  const growing = {
    ...statement('Growing'),
    actionsSince: { '3.10.0': ['example:Tag'], '3.6.0': ['example:Add'] },
  };
  expect(ofVersion(version, [growing])).toEqual([{ ...growing, actions }]);
});
