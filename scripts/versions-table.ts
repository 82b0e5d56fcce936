import { code, table } from './statements-table';
import { PolicyFeature } from '../src/private/statements/documented-statement';

/** Lists the version in which each statement of each construct first appears. */
export function versionsTable(
  constructs: readonly (readonly [construct: string, features: readonly PolicyFeature[]])[],
): string {
  const rows = constructs.flatMap(([construct, features]) =>
    features.flatMap(({ statements }) => statements).flatMap(({ sid, since, actions }) =>
      since === undefined ? [] : [{ construct, sid, since, actions }]));
  const byVersion = ({ since: one }: { since: string }, { since: other }: { since: string }) =>
    one.localeCompare(other, undefined, { numeric: true });
  return table(
    ['From', 'Construct', 'Sid', 'Actions'],
    [...rows].sort(byVersion).map(({ construct, sid, since, actions }) =>
      [since, code(construct), code(sid), actions.map(code).join('<br>')]),
  );
}
