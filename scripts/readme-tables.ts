import { deviationsTable } from './deviations-table';
import { parallelCluster3UserStatements } from './parallelcluster3-user-statements';
import { sagemakerStatements } from './sagemaker-statements';
import { sourcesTable, statementsTable } from './statements-table';
import { USER_SOURCES } from '../src/parallelcluster3/sources';
import { SOURCES as SAGEMAKER_SOURCES } from '../src/sagemaker/sources';
import { PARALLELCLUSTER3_USER } from '../test/documented/parallelcluster3/user-platform';
import { SAGEMAKER } from '../test/documented/sagemaker/platform';

/** The generated parts of the documents, by the name in their markers. A platform adds its rows. */
const PARTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'parallelcluster3-user-statements': () => statementsTable(parallelCluster3UserStatements(), USER_SOURCES),
  'parallelcluster3-user-deviations': () => deviationsTable(PARALLELCLUSTER3_USER),
  'parallelcluster3-user-sources': () => sourcesTable(USER_SOURCES),
  'sagemaker-statements': () => statementsTable(sagemakerStatements(), SAGEMAKER_SOURCES),
  'sagemaker-deviations': () => deviationsTable(SAGEMAKER),
  'sagemaker-sources': () => sourcesTable(SAGEMAKER_SOURCES),
};

/** A document with its generated parts written anew. */
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
