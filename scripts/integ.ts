import { rmSync } from 'node:fs';
import { snapshotFolder, synthesized, templatesIn, TESTS, writeSnapshot } from '../test/integ/snapshots';

// Writes the snapshots of integration tests whose templates differ: the others would only get other hashes.

for (const name of TESTS) {
  const folder = synthesized(name);
  if (JSON.stringify(templatesIn(folder)) !== JSON.stringify(templatesIn(snapshotFolder(name)))) {
    writeSnapshot(name, folder);
    console.log(`${name}: written`);
  }
  rmSync(folder, { recursive: true });
}
