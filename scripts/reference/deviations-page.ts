import { code, escaped, guideLinks, link, listed, page } from './markdown';
import { DeviationRow, deviationRows } from '../../test/documented/deviations';
import { DocumentedPlatform } from '../../test/documented/platform';
import { Platform } from '../../test/platforms';

/** Where a platform's constructs narrow or drop grants of the vendor's documents: one entry for each reason. */
export async function deviationsPage(
  { documented, leftOut }: Platform, title: string, chapters: readonly string[],
): Promise<string> {
  const parts = await Promise.all(documented.map(platform => deviationParts(platform)));
  return page([
    `# ${title}: deviations`,
    [link('Sources', 'sources.md'), ...guideLinks(chapters)].join(' · '),
    'These grants of the vendor\'s documents are not covered as printed. *Narrowed* grants need a smaller scope or a condition ' +
      'here; *dropped* ones are not granted at all. Tests compute both from the documents.',
    ...parts.flat(),
    ...leftOut ? leftOutParts(leftOut) : [],
  ]);
}

/** What wildcards of vendor pages grant, and no option does. */
function leftOutParts(leftOut: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return ['## Actions that no option has', 'Wildcards of the documents also match these actions.',
    Object.entries(leftOut).map(([area, actions]) => `- ${area}: ${actions.map(code).join(', ')}`).join('\n')];
}

async function deviationParts(platform: DocumentedPlatform): Promise<readonly string[]> {
  const rows = await deviationRows([platform]);
  const documents = [...new Set(rows.map(({ document }) => document))];
  return documents.flatMap(document => {
    const own = rows.filter(row => row.document === document);
    return [`## ${own[0].section.replaceAll('`', '')} (${document.replace(/^.*\//, '')})`, ...byReason(own)];
  });
}

function byReason(rows: readonly DeviationRow[]): readonly string[] {
  const reasons = new Map<string, DeviationRow[]>();
  for (const row of rows) {
    const key = `${row.verdict} ${row.reason}`;
    reasons.set(key, [...(reasons.get(key) ?? []), row]);
  }
  return [...reasons.values()].map(same => [`${verdictOf(same)}: ${escaped(same[0].reason.replace(/^narrowed: /, ''))}.`, '', ...grants(same)].join('\n'));
}

function verdictOf(rows: readonly DeviationRow[]): string {
  const sids = [...new Set(rows.flatMap(row => row.sids))].map(code);
  const some = sids.length > 4 ? [...sids.slice(0, 3), `${sids.length - 3} more`] : sids;
  return rows[0].verdict === 'dropped' ? '**Dropped**' : `**Narrowed** by ${listed(some)}`;
}

/** One entry for the same actions on several resources. */
function grants(rows: readonly DeviationRow[]): readonly string[] {
  const actionsOn = new Map<string, Set<string>>();
  for (const { action, resource } of rows) {
    actionsOn.set(resource, (actionsOn.get(resource) ?? new Set()).add(code(action)));
  }
  const resourcesOf = new Map<string, string[]>();
  for (const [resource, actions] of actionsOn) {
    const key = [...actions].join(', ');
    resourcesOf.set(key, [...(resourcesOf.get(key) ?? []), resource]);
  }
  return [...resourcesOf].flatMap(([actions, [first, ...others]]) => {
    const one = first === '*' ? `- ${actions}` : `- ${actions} on ${code(first)}`;
    return others.length === 0 ? [one] : [`- ${actions} on`, ...[first, ...others].map(resource => `  - ${code(resource)}`)];
  });
}
