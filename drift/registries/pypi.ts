import { join } from 'node:path';
import { OUTPUT, printed } from './output';
import { inOrder } from '../../judge/vendors/releases';

const FOLDER = join(OUTPUT, 'pypi');

/** All releases of a package that pip would install, in the order of their versions. */
export async function releasesOf(name: string): Promise<readonly string[]> {
  const text = await printed('python3', ['-m', 'pip', 'index', 'versions', name, '--disable-pip-version-check']);
  const [, versions] = /^Available versions: (.+)$/m.exec(text) ?? [];
  if (versions === undefined) {
    throw new Error(`pip lists no versions of ${name}: ${text}`);
  }
  return inOrder(versions.split(', ').filter(version => /^\d+(\.\d+)*$/.test(version)));
}

export async function newestRelease(name: string): Promise<string> {
  return (await releasesOf(name)).at(-1)!;
}

/** The folder with the modules of a release. */
export async function unpackedRelease(name: string, version: string): Promise<string> {
  return (await unpackedReleases(name, [version]))[0];
}

export async function unpackedReleases(name: string, versions: readonly string[]): Promise<readonly string[]> {
  const releases = versions.map(version => `${name}==${version}`);
  const text = await printed('python3', [join(__dirname, 'fetch.py'), FOLDER, ...releases]);
  const folders = JSON.parse(text.trimEnd().split('\n').at(-1)!) as Readonly<Record<string, string>>;
  return releases.map(release => folders[release]);
}
