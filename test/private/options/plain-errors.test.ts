import { formatJson, reject } from '../../../src/private/options/plain-errors';

test('an error about data is the message, and its stack starts at the line that throws it', () => {
  const usersLine = () => reject('no');
  let caught: unknown;
  try {
    usersLine();
  } catch (error) {
    caught = error;
  }
  expect(String((caught as Error).stack).split('\n').slice(0, 2)).toEqual(['Error: no', expect.stringContaining('usersLine')]);
});

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  ['text', '"text"'],
  [{ a: [1] }, '{"a":[1]}'],
  ['x${Token[Name.12]}y', '"x<token>y"'],
  ['x'.repeat(300), `"${'x'.repeat(199)}...`],
])('formats the JSON %j', (value, text) => {
  expect(formatJson(value)).toBe(text);
});
