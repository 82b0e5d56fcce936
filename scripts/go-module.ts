import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// jsii requires in the Go module what npm has installed of indirect dependencies. The module of the CDK names its own
// minimum of them.

const FOLDER = join(__dirname, '..', 'dist', 'go');

for (const module of readdirSync(FOLDER)) {
  const file = join(FOLDER, module, 'go.mod');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*\/\/ indirect\n/gm, ''));
}
