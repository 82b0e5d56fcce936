import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences of libraries that the package may contain. They ask for their text. */
const ACCEPTED = ['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

interface Library {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The names and licences of the libraries that these files are from. Fails for a licence that is not accepted. */
export function noticesOf(files: readonly string[]): string {
  const folders = [...new Set(files.flatMap(file => folderOf(file) ?? []))].sort();
  return [
    'The command contains these libraries.\n',
    ...folders.map(folder => noticeOf(folder)),
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of a library: the last `node_modules/NAME` in the path of its file. */
function folderOf(file: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Library;
  if (license === undefined || !ACCEPTED.includes(license)) {
    throw new Error(`the command must not contain ${name} ${version}: its licence is ${license ?? 'unknown'}`);
  }
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  if (file === undefined) {
    throw new Error(`the command must not contain ${name} ${version}: the package has no text of its licence`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
