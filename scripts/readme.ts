import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedReadme } from './readme-tables';

// Writes the generated tables into README.md.

const file = join(__dirname, '..', 'README.md');
void generatedReadme(readFileSync(file, 'utf8')).then(readme => writeFileSync(file, readme));
