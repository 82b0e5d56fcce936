import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const UPDATE = process.env.UPDATE_GOLDENS === 'true';

/** Fails unless the file holds the value. Only with UPDATE_GOLDENS=true the file is written. */
export function expectCommitted(file: string, value: unknown): void {
  if (UPDATE) {
    writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
  }
  try {
    expect(value).toEqual(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  } catch (difference) {
    throw new Error(
      `${relative(process.cwd(), file)} is not what the code makes. If that is meant, run the suite with ` +
      `UPDATE_GOLDENS=true and review what changed in the file.\n\n${(difference as Error).message}`,
    );
  }
}
