import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './readme-tables';
import { DOCUMENTS, ROOT } from '../test/support/readme';

// Writes the generated tables into README.md and the chapters of the platforms.

void Promise.all(DOCUMENTS.map(async ({ file, text }) => writeFileSync(join(ROOT, file), await generated(text))));
