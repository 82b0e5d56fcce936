import { writeFileSync } from 'node:fs';
import { explain, Explained } from './explained';
import { ownFacts, readJson } from './library';
import { record } from './record';
import { markdownText } from './report/markdown';
import { isQuiet, Report } from './report/report';
import { terminalText } from './report/terminal';
import { lookAtAll } from './watches';

// Prints what changed outside since somebody read it: docs/drift.md. Exit status 1 says that something is to be read.

async function main(args: readonly string[]): Promise<void> {
  const [option, file] = args;
  if (option === '--record' && args.length === 1) {
    await record();
  } else if (option === undefined || (option === '--markdown' && args.length === 2)) {
    process.exitCode = await look(file) ? 0 : 1;
  } else {
    throw new Error(`usage: npm run drift [-- --markdown FILE | --record], got ${args.join(' ')}`);
  }
}

/** Whether there is nothing to read. */
async function look(file?: string): Promise<boolean> {
  const today = new Date().toISOString().slice(0, 10);
  const looked = await lookAtAll(ownFacts(), today);
  const rows = readJson<readonly Explained[]>('drift', 'explained.json');
  const report: Report = { ...explain(looked, rows, today), looked, today };
  console.log(terminalText(report));
  if (file !== undefined) {
    writeFileSync(file, markdownText(report));
  }
  return isQuiet(report);
}

void main(process.argv.slice(2));
