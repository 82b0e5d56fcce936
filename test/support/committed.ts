import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Environment, fold, TemplateJson } from './fold';
import { GRID } from './grid';
import { Emitted, identityWritesOf, wildcardsOf } from './rendered';
import { Row, SUBJECT } from './row';

// Files with generated content: tests compare them, and only `npm run update` writes them.

const TESTS = join(__dirname, '..');

/** The wildcards of all statements. */
export const LEDGER = join(TESTS, 'wildcards.json');

/** Every grant that changes or passes an identity. */
export const IDENTITY_LEDGER = join(TESTS, 'identity-writes.json');

/** The rows that have a golden file. */
export const DEFAULTS: readonly Row[] = GRID.filter(({ difference, unionOf }) => !difference && !unionOf);

export function goldenFile({ name }: Row): string {
  const [platform, what] = name.split('/');
  return join(goldenFolder(platform), `${what}.json`);
}

export function goldenFolder(platform: string): string {
  return join(TESTS, platform, '__goldens__');
}

/** The resources of the construct with their logical ids: with another id the role would be replaced. */
export function goldenOf(template: TemplateJson): object {
  return Object.fromEntries(Object.entries(fold(template).Resources).filter(([id]) => id.startsWith(SUBJECT)));
}

export function ledgerOf(rows: readonly Emitted[], environment: Environment): readonly string[] {
  return [...new Set(rows.flatMap(row => wildcardsOf(row, environment)))].sort();
}

export function identityLedgerOf(rows: readonly Emitted[], environment: Environment): readonly string[] {
  return [...new Set(rows.flatMap(row => identityWritesOf(row, environment)))].sort();
}

export function writeCommitted(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Fails unless the file contains the value. */
export function expectCommitted(file: string, value: unknown): void {
  try {
    expect(value).toEqual(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  } catch (difference) {
    throw new Error(
      `${relative(process.cwd(), file)} differs from what the code generates. If the change is intended, run ` +
      `'npm run update' and review the file.\n\n${(difference as Error).message}`,
    );
  }
}
