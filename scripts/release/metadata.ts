import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyMetadata, METADATA_LAWS, PackageJson } from '../../test/support/metadata-laws';

// Fails unless the metadata of the compiled package is what registries and Construct Hub need.

const read = (file: string) => JSON.parse(readFileSync(join(__dirname, '..', '..', file), 'utf8')) as unknown;
const manifest = read('package.json') as PackageJson;
const assembly = read('.jsii') as AssemblyMetadata;

const findings = METADATA_LAWS.flatMap(([name, law]) => law(manifest, assembly).map(finding => `${name}: ${finding}`));
if (findings.length > 0) {
  throw new Error(`the package can't be released:\n${findings.join('\n')}`);
}
console.log(`${METADATA_LAWS.length} laws over the metadata of ${manifest.name} hold`);
