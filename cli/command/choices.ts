import { extname } from 'node:path';
import { choice } from '../choice';
import { Finding, FINDINGS, Format } from '../report';

/** The format of a file by its extension, for `--output` without `--format`. */
const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.htm': 'html',
  '.html': 'html',
  '.json': 'json',
  '.markdown': 'markdown',
  '.md': 'markdown',
  '.sarif': 'sarif',
};

/** The format that the user asks for, or that the name of the file suggests. */
export function formatFor<F extends Format>(format: Format | undefined, file: string, formats: readonly F[]): F {
  const byName = EXTENSIONS[extname(file).toLowerCase()];
  return format !== undefined ? choice('--format', format, formats)
    : choice(`--output ${file}`, byName ?? 'terminal', formats);
}

/** Adds the findings of a list with commas to those before. */
export function findingsIn(list: string, before: readonly Finding[] = []): readonly Finding[] {
  return [...before, ...list.split(',').map(name => choice('--fail-on', name.trim(), FINDINGS))];
}
