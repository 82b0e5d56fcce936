import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');

/** The packages that a module of the command loads. */
async function packagesOf(file: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [join(ROOT, file)], bundle: true, platform: 'node', packages: 'external', write: false, metafile: true, logLevel: 'silent',
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...new Set(imported)].filter(path => !path.startsWith('node:')).sort();
}

test.each(['cli/check/check.ts', 'cli/check/check-construct.ts'])('%s loads no package of the CDK', async file => {
  expect(await packagesOf(file)).toEqual([]);
});
