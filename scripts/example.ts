import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../src/private/synthesis/limits';
import { TemplateJson } from '../test/support/fold';
import { policiesOf } from '../test/support/policies';

// Synthesizes the example app with the CDK CLI, and prints the sizes of its roles' policies.

const app = join(__dirname, '..', 'examples', 'typescript');

execFileSync('npx', ['cdk', 'synth', '--quiet', '--no-notices'], {
  cwd: app,
  stdio: 'inherit',
  env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' },
});

const output = join(app, 'cdk.out');
const rows = readdirSync(output)
  .filter(file => file.endsWith('.template.json'))
  .flatMap(file => {
    const template = JSON.parse(readFileSync(join(output, file), 'utf8')) as TemplateJson;
    return policiesOf(template).map(({ logicalId, placement, statements, characters }) => {
      const limit = placement === 'managed' ? LIMITS.managedPolicy : LIMITS.inlineOfRole;
      const share = `${((100 * characters) / limit).toFixed(1)} %`;
      return [file.split('.')[0], logicalId, placement, `${statements.length}`, `${characters}`, share];
    });
  });

const table = [['stack', 'role or policy', 'stands', 'statements', 'characters', 'of the limit'], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map(row => row[column].length)));
const isNumber = (column: number) => column > 2;
console.log();
for (const row of table) {
  const cells = row.map((cell, column) =>
    isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
  );
  console.log(cells.join('  '));
}
