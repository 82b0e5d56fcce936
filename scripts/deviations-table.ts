import { code, table } from './statements-table';
import { DeviationRow, deviationRows } from '../test/documented/deviations';
import { DocumentedPlatform } from '../test/documented/platform';

/** Lists where the library narrows or drops grants of the vendor's documents, one row for each reason. */
export async function deviationsTable(platform: DocumentedPlatform): Promise<string> {
  const reasons = new Map<string, DeviationRow[]>();
  for (const row of await deviationRows([platform])) {
    const key = `${row.verdict} ${row.reason}`;
    reasons.set(key, [...(reasons.get(key) ?? []), row]);
  }
  return table(
    ['The page grants', 'In', 'Here', 'Because'],
    [...reasons.values()].map(rows => [
      list(rows.map(grant)),
      list(rows.map(({ document }) => document.replace(/^.*\//, ''))),
      rows[0].verdict === 'dropped' ? 'dropped' : statements(rows.flatMap(({ sids }) => sids)),
      rows[0].reason,
    ]),
  );
}

function grant({ action, resource }: DeviationRow): string {
  return code(resource === '*' ? action : `${action} on ${resource}`);
}

/** Abbreviates many statements to the first of them. */
function statements(sids: readonly string[]): string {
  const distinct = [...new Set(sids)].map(code);
  return distinct.length > 4 ? `${distinct[0]} and ${distinct.length - 1} more` : list(distinct);
}

function list(texts: readonly string[]): string {
  return [...new Set(texts)].join('<br>');
}
