import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CatalogueFacts, ConstructFacts, StatementFacts, VariantFacts } from '../../../cli/facts/catalogue-facts';

// Versions of this package, as npm installs them, with a made catalogue.

/** Writes a version of the package, and returns its directory. */
export function packageWith(facts: unknown, version = '1.0.0', name = 'cdk-platform-iam'): string {
  const directory = mkdtempSync(join(tmpdir(), 'package-'));
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name, version }));
  if (facts !== undefined) {
    mkdirSync(join(directory, 'lib', 'cli'), { recursive: true });
    writeFileSync(join(directory, 'lib', 'cli', 'facts.json.br'), brotliCompressSync(JSON.stringify({ catalogue: facts })));
  }
  return directory;
}

export function catalogue(constructs: Readonly<Record<string, readonly StatementFacts[]>>): CatalogueFacts {
  return {
    sources: [{ url: 'https://docs.aws.amazon.com/x', section: 'Permissions', asOf: '2026-01', appliesTo: 'jobs' }],
    constructs: Object.fromEntries(Object.entries(constructs).map(([name, statements]): [string, ConstructFacts] =>
      [name, { platform: 'sagemaker', documentation: 'docs/sagemaker.md', statements }])),
  };
}

/** A statement that every construct of the class has, if not told otherwise. */
export function documented(
  sid: string, variant: Partial<VariantFacts> = {}, given: Partial<StatementFacts> = {},
): StatementFacts {
  const read = { actions: ['s3:GetObject'], resources: ['arn:P:s3:::<inputs>/*'], ...variant };
  return { sid, feature: 'Jobs', source: 0, variants: [read], ...given };
}
