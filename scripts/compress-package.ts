import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';

// Compresses the npm package again, in the same format: that takes seconds, and users download 3 % less.

const FOLDER = join(__dirname, '..', 'dist', 'js');

void main();

async function main(): Promise<void> {
  for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.tgz')).map(name => join(FOLDER, name))) {
    const before = readFileSync(file);
    const tar = gunzipSync(before);
    const after = await gzipAsync(tar, { numiterations: 5 });
    if (!gunzipSync(after).equals(tar)) {
      throw new Error(`${file} must have the same content after it is compressed again`);
    }
    writeFileSync(file, after);
    console.log(`${file}: ${before.length} bytes, compressed again ${after.length}`);
  }
}
