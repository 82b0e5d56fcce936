import { isUnscoped } from '../../../cli/facts/unscoped-actions';
import json from '../../../cli/facts/unscoped-actions.json';
import { actionsOf, unscopedActions } from '../../../scripts/facts/unscoped-actions';

test('are those of the service authorization reference (generate them with npm run update)', async () => {
  expect(json).toEqual(await unscopedActions());
});

test('every action of the services is known, in any case', async () => {
  const wrong = await Promise.all(Object.keys(json).map(async service => {
    const { unscoped, scoped } = await actionsOf(service);
    const answers = (names: readonly string[], expected: boolean) => names.map(name => `${service}:${name}`)
      .filter(action => [action, action.toUpperCase()].some(text => isUnscoped(text) !== expected));
    return [...answers(unscoped, true), ...answers(scoped, false)];
  }));
  expect(wrong.flat()).toEqual([]);
});

test.each([
  ['ec2:DescribeA*', true],
  ['ec2:*', false],
  ['ec2', false],
  ['*', undefined],
  ['newservice:Get', undefined],
])('%s: %s', (pattern, expected) => {
  expect(isUnscoped(pattern)).toBe(expected);
});
