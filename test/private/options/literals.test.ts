import { Lazy } from 'aws-cdk-lib';
import { hasPolicyVariable, isPattern, literalsOf, readable, TOKEN } from '../../../src/private/options/literals';

const LATER = Lazy.string({ produce: () => 'later' });

test.each([
  ['text', 'text'],
  [LATER, TOKEN],
  [`a/${LATER}/${LATER}*`, `a/${TOKEN}/${TOKEN}*`],
])('replaces tokens: %#', (text, literals) => {
  expect(literalsOf(text)).toBe(literals);
});

test('formats tokens as words', () => {
  expect(readable(`a/${LATER}/b`)).toBe('a/<token>/b');
});

test.each<[string, boolean, boolean]>([
  ['text', false, false],
  [LATER, false, false],
  [`a/${LATER}`, false, false],
  ['*', true, false],
  ['a?b', true, false],
  [`${LATER}*`, true, false],
  ['${aws:username}', true, true],
  [`\${aws:PrincipalTag/team}${LATER}`, true, true],
  ['$5 {a}', false, false],
])('finds wildcards and policy variables: %#', (text, pattern, variable) => {
  expect([isPattern(text), hasPolicyVariable(text)]).toEqual([pattern, variable]);
});
