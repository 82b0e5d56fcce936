import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  DEFAULTS, goldenFile, goldenFolder, goldenOf, IDENTITY_LEDGER, identityLedgerOf, LEDGER, ledgerOf, writeCommitted,
} from '../test/support/committed';
import { AWS } from '../test/support/fold';
import { GRID, synthesizeRows } from '../test/support/grid';
import { emittedBy } from '../test/support/rendered';

// Writes the golden files, the ledger of wildcards, and that of identities.

const templates = synthesizeRows(GRID);
const platforms = new Set(GRID.map(({ name }) => name.split('/')[0]));
platforms.forEach(platform => rmSync(goldenFolder(platform), { recursive: true, force: true }));
for (const row of DEFAULTS) {
  mkdirSync(dirname(goldenFile(row)), { recursive: true });
  writeCommitted(goldenFile(row), goldenOf(templates.get(row.name)!));
}
const emitted = emittedBy(GRID, templates, AWS);
writeCommitted(LEDGER, ledgerOf(emitted, AWS));
writeCommitted(IDENTITY_LEDGER, identityLedgerOf(emitted, AWS));
