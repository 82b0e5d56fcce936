import { writeCommitted } from '../test/support/committed';
import { dataFile } from '../test/vendors/data';
import { Figures, figuresOf } from '../test/vendors/figures';
import { outcomeOf } from '../test/vendors/inquiry';
import { VENDORS } from '../test/vendors/vendors';

// Writes the figures of the judge `vendors` for the tables in docs/quality.md.

async function main(): Promise<void> {
  const figures: Record<string, Figures> = {};
  for (const vendor of VENDORS) {
    figures[vendor.name] = figuresOf(vendor, await outcomeOf(vendor));
  }
  writeCommitted(dataFile('figures'), figures);
}

void main();
