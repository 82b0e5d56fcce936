import { given } from '../../src/private/documented-statement';
import { statement } from '../support/platform-role';

test.each([[undefined], [false], [[]]])('gives nothing for %j', option => {
  expect(given(option as undefined, () => statement('Never'))).toEqual([]);
});

test.each([[true], ['a'], [['a']], [{}], ['']])('gives the statement for %j', option => {
  expect(given(option, () => statement('One'))).toEqual([statement('One')]);
});

test('hands on the option, and gives several statements', () => {
  expect(given(['a', 'b'], names => names.map(name => statement(name)))).toEqual([statement('a'), statement('b')]);
});
