import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './newest-cdk';

export interface Packed {
  readonly kilobytes: number;
  /** Files that make the package larger and are not needed at run time. */
  readonly ballast: readonly string[];
}

/** Lists the files that `npm publish` would upload. */
export function packed(): Packed {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ size, files }] = JSON.parse(output) as [{ size: number; files: { path: string }[] }];
  return { kilobytes: size / 1_000, ballast: files.map(file => file.path).filter(isBallast) };
}

function isBallast(path: string): boolean {
  return path === 'API.md' || (path.endsWith('.js') && hasInlineSourceMap(path));
}

function hasInlineSourceMap(path: string): boolean {
  return readFileSync(join(PROJECT, path), 'utf8').includes('sourceMappingURL=data:');
}
