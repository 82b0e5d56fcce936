import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './readme-tables';
import { referencePages } from './reference/pages';
import { DOCUMENTS, ROOT } from '../test/support/readme';

// Writes the generated tables into README.md and the chapters of the platforms, and the pages of the reference.

async function main(): Promise<void> {
  await Promise.all(DOCUMENTS.map(async ({ file, text }) => writeFileSync(join(ROOT, file), await generated(text))));
  rmSync(join(ROOT, 'docs', 'reference'), { recursive: true, force: true });
  for (const { file, text } of await referencePages()) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
}

void main();
