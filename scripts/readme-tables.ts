import { actionsTables } from './actions-table';
import { changesMarkdown, changesOutput, explainOutput, reviewOutput } from './command-output';
import { allConstructsOf } from './construct-statements';
import { judgesTable, vendorFiguresTable } from './judges-table';
import { reachTable } from './reach-table';
import { referenceTable } from './reference/pages';
import { upgradesTable } from './upgrades-table';
import { warningsTable, WARNINGS } from './warnings';
import { PLATFORMS } from '../test/platforms';
import { DOCUMENTS } from '../test/support/readme';

type Part = () => string | Promise<string>;

/** The generated parts of the documents, by the names in their markers. */
const PARTS: Readonly<Record<string, Part>> = Object.assign(
  {
    'judges': judgesTable,
    'vendor-figures': vendorFiguresTable,
    'actions': actionsTables,
    'command-review': reviewOutput,
    'command-changes': changesOutput,
    'command-changes-markdown': changesMarkdown,
    'command-explain': explainOutput,
    'parallelcluster3-upgrades': () =>
      upgradesTable(allConstructsOf(PLATFORMS.find(({ folder }) => folder === 'parallelcluster3')!)),
  },
  ...Object.entries(WARNINGS).map(([guide, warnings]) => ({ [`${guide}-warnings`]: () => warningsTable(warnings) })),
  ...PLATFORMS.flatMap(({ documented }) => documented.map(({ name }) =>
    ({ [`${name}-reference`]: () => referenceTable(chapterWith(`${name}-reference`)) }))),
  ...PLATFORMS.flatMap(({ attacked }) =>
    Object.entries(attacked.reach).map(([name, reach]) => ({ [name]: () => reachTable(reach) }))),
) as Readonly<Record<string, Part>>;

function chapterWith(part: string): string {
  return DOCUMENTS.find(({ text }) => text.includes(`<!-- BEGIN ${part} -->`))!.file;
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
