import { App, Stack } from 'aws-cdk-lib';
import { PARALLELCLUSTER3_ROLE_ROWS } from './grid/roles';
import { USER_ROWS } from './grid/users';
import { ROLE_SOURCES, USER_SOURCES } from '../../src/parallelcluster3/sources';
import { documentedFeaturesOf } from '../../src/private/statements/assembly';

test.each([
  ['roles', ROLE_SOURCES, PARALLELCLUSTER3_ROLE_ROWS],
  ['users', USER_SOURCES, USER_ROWS],
] as const)('every source of %s is used by a statement', (_what, sources, rows) => {
  const statements = rows.flatMap(({ build }) => documentedFeaturesOf(build(new Stack(new App(), 'Stack'))))
    .flatMap(feature => feature.statements);
  const used = new Set(statements.map(({ source }) => source));
  expect(Object.entries(sources).filter(([, source]) => !used.has(source)).map(([name]) => name)).toEqual([]);
});
