import { AWS } from './fold';
import { OWN_ACTION } from './given';
import { synthesizeRows } from './grid';
import { Statement } from './policies';
import { emittedBy } from './rendered';
import { testRequests } from './request-table';
import { Platform, platformIn } from '../platforms';

/** Defines the tests for the tables of a platform: call it once in a test file. */
export function testRequestsOf(folder: string): void {
  const platform = platformIn(folder);
  testRequests(Object.values(platform.constructs).flatMap(({ requests }) => requests));

  test.each(Object.keys(platform.constructs))('the tables of %s have a request for each statement', construct => {
    expect(withoutRequest(platform, construct)).toEqual([]);
  });
}

/** The Sids that the grid has and no table has: the tables themselves test every part of a statement. */
function withoutRequest({ folder, rows, constructs }: Platform, construct: string): readonly string[] {
  const ofConstruct = rows.filter(row => row.construct === construct);
  const emitted = emittedBy(ofConstruct, synthesizeRows(ofConstruct, { validation: false }), AWS)
    .flatMap(({ statements }) => statements);
  const requested = constructs[construct].requests.filter(({ isTrust }) => !isTrust)
    .flatMap(({ statements }) => statements());
  return sidsOf(emitted.filter(({ Action }) => !Action.includes(OWN_ACTION)))
    .filter(sid => !sidsOf(requested).includes(sid))
    .map(sid => `${sid}: add a request that needs it, and near misses, to a table in test/requests/${folder}`);
}

function sidsOf(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.map(({ Sid = '' }) => Sid))].sort();
}
