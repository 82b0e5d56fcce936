import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessLevelFacts } from './facts/access-levels';
import { catalogueFacts } from './facts/catalogue';
import { policiesThatDeny } from './facts/policies-that-deny';
import { policyWidthFacts } from './facts/policy-widths';
import { reachFacts } from './facts/reach';
import { unscopedActions } from './facts/unscoped-actions';

// Writes the facts that the command ships: what it says beyond what a template holds.

const FACTS: Readonly<Record<string, () => unknown>> = {
  'access-levels': accessLevelFacts,
  'catalogue': catalogueFacts,
  'policies-that-deny': policiesThatDeny,
  'policy-widths': policyWidthFacts,
  'reach': reachFacts,
  'unscoped-actions': unscopedActions,
};

async function write(): Promise<void> {
  for (const [name, facts] of Object.entries(FACTS)) {
    const text = `${JSON.stringify(await facts(), undefined, 1)}\n`;
    writeFileSync(join(__dirname, '..', 'cli', 'facts', `${name}.json`), text);
    console.log(`${name}: ${text.length} characters`);
  }
}

void write();
