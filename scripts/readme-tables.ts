import { actionsTables } from './actions-table';
import { changesMarkdown, changesOutput, explainOutput, reviewOutput } from './command-output';
import { statementsOf } from './construct-statements';
import { deviationsTable } from './deviations-table';
import { judgesTable } from './judges-table';
import { reachTable } from './reach-table';
import { code, sourcesTable, statementsTable } from './statements-table';
import { upgradesTable } from './upgrades-table';
import { versionsTable } from './versions-table';
import { PolicyFeature } from '../src/private/statements/documented-statement';
import { DocumentedPlatform } from '../test/documented/platform';
import { Platform, PLATFORMS } from '../test/platforms';

type Part = () => string | Promise<string>;
type Constructs = readonly (readonly [construct: string, features: readonly PolicyFeature[]])[];

/** The generated parts of the documents, by the names in their markers. */
const PARTS: Readonly<Record<string, Part>> = Object.assign(
  {
    'judges': judgesTable,
    'actions': actionsTables,
    'command-review': reviewOutput,
    'command-changes': changesOutput,
    'command-changes-markdown': changesMarkdown,
    'command-explain': explainOutput,
    'parallelcluster3-upgrades': () =>
      upgradesTable(allConstructsOf(PLATFORMS.find(({ folder }) => folder === 'parallelcluster3')!)),
  },
  ...PLATFORMS.flatMap(platform => platform.documented.map(documented => partsOf(platform, documented))),
  ...PLATFORMS.flatMap(({ folder, leftOut }) => leftOut ? [{ [`${folder}-left-out`]: () => leftOutTable(leftOut) }] : []),
  ...PLATFORMS.flatMap(({ attacked }) =>
    Object.entries(attacked.reach).map(([name, reach]) => ({ [name]: () => reachTable(reach) }))),
) as Readonly<Record<string, Part>>;

function partsOf(platform: Platform, documented: DocumentedPlatform): Readonly<Record<string, Part>> {
  const { name, sources } = documented;
  return {
    [`${name}-statements`]: () => statementsTables(constructsOf(platform, documented), documented),
    [`${name}-versions`]: () => versionsTable(constructsOf(platform, documented)),
    [`${name}-deviations`]: () => deviationsTable(documented),
    [`${name}-sources`]: () => sourcesTable(sources),
  };
}

/** The constructs whose statements have the sources of a chapter. */
function constructsOf(platform: Platform, { sources }: DocumentedPlatform): Constructs {
  return allConstructsOf(platform).filter(([, features]) =>
    features.some(({ statements }) => statements.some(({ source }) => Object.values(sources).includes(source))));
}

const known = new Map<Platform, Constructs>();

/** Computed once, because several parts and chapters show them. */
export function allConstructsOf(platform: Platform): Constructs {
  const { constructs, rows } = platform;
  const all = known.get(platform) ?? Object.keys(constructs).map(name =>
    [name, statementsOf(rows.filter(({ construct }) => construct === name))] as const);
  known.set(platform, all);
  return all;
}

/** Creates one table for each construct: a Sid is unique within its role. */
function statementsTables(constructs: Constructs, { sources }: DocumentedPlatform): string {
  return constructs.map(([construct, features]) =>
    [`### ${code(construct)}`, '', statementsTable(features, sources)].join('\n')).join('\n');
}

/** What wildcards of vendor pages grant, and no option does. */
function leftOutTable(leftOut: Readonly<Record<string, readonly string[]>>): string {
  return ['| Actions | What they are for |', '| --- | --- |',
    ...Object.entries(leftOut).map(([area, actions]) => `| ${actions.map(code).join(', ')} | ${area} |`), ''].join('\n');
}

/** Returns a document with its generated parts updated. */
export async function generated(document: string): Promise<string> {
  let written = document;
  for (const [, name] of document.matchAll(/^<!-- BEGIN ([\w-]+) -->$/gm)) {
    const part = PARTS[name];
    if (!part) {
      throw new Error(`nothing generates the part '${name}'`);
    }
    const [begin, end] = [`<!-- BEGIN ${name} -->\n`, `<!-- END ${name} -->`];
    const [before, after] = [written.indexOf(begin) + begin.length, written.indexOf(end)];
    written = `${written.slice(0, before)}\n${await part()}\n${written.slice(after)}`;
  }
  return written;
}
