import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlimitedPolicies } from '../test/support/managed-policies';

// Writes the list of AWS managed policies that are no limit as a permissions boundary.

const names = unlimitedPolicies();
writeFileSync(join(__dirname, '..', 'src', 'parallelcluster3', 'users', 'unlimited-policies.ts'), `\
/**
 * The AWS managed policies that are no limit as a permissions boundary: with them, a role can change, pass or assume
 * every role. \`npm run update\` writes this list from the documents of the policies.
 */
export const UNLIMITED_POLICIES: readonly string[] = [
${names.map(name => `  '${name}',\n`).join('')}];
`);
console.log(`${names.length} policies`);
