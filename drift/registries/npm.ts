import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT, printed, PROJECT } from './output';

/** The name of the folder keeps jest from finding packages twice. */
const FOLDER = join(OUTPUT, 'npm', 'node_modules');

export async function newestPackage(name: string): Promise<string> {
  return (await printed('npm', ['view', name, 'version'])).trim();
}

/** The folder with the files of a version: the installed one, or one that is fetched once. */
export async function unpackedPackage(name: string, version: string, installedAs = name): Promise<string> {
  const installed = join(PROJECT, 'node_modules', installedAs);
  if (existsSync(installed) && versionIn(installed) === version) {
    return installed;
  }
  const target = join(FOLDER, `${name.replaceAll(/[@/]/g, '_')}-${version}`);
  if (!existsSync(target)) {
    const fetched = `${target}.fetched`;
    rmSync(fetched, { recursive: true, force: true });
    mkdirSync(fetched, { recursive: true });
    const [{ filename }] = JSON.parse(await printed('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', fetched])) as
      readonly { readonly filename: string }[];
    await printed('tar', ['-xzf', filename, '--no-same-owner'], fetched);
    renameSync(join(fetched, 'package'), target);
    rmSync(fetched, { recursive: true });
  }
  return target;
}

function versionIn(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
