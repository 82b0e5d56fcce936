import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../src/private/policy-size';
import { TemplateJson } from '../test/support/fold';
import { rolesOf, Statement } from '../test/support/policies';

// Synthesizes the example app with the CDK CLI and prints how large the policies of its roles are.

const app = join(__dirname, '..', 'examples', 'typescript');

execFileSync('npx', ['cdk', 'synth', '--quiet', '--no-notices'], {
  cwd: app,
  stdio: 'inherit',
  env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' },
});

const output = join(app, 'cdk.out');
const rows = readdirSync(output)
  .filter(file => file.endsWith('.template.json'))
  .map(file => JSON.parse(readFileSync(join(output, file), 'utf8')) as TemplateJson)
  .flatMap(template => rolesOf(template))
  .flatMap(({ logicalId, inline, separate, managed }) => [
    { role: logicalId, policy: 'inline', statements: [...inline, ...separate.flatMap(policy => policy.statements)] },
    ...managed.map(policy => ({ role: logicalId, policy: policy.logicalId, statements: policy.statements })),
  ])
  .filter(({ statements }) => statements.length > 0)
  .map(({ role, policy, statements }) => {
    const limit = policy === 'inline' ? LIMITS.inlineOfRole : LIMITS.managedPolicy;
    const characters = lengthOf(statements);
    return [role, policy, `${statements.length}`, `${characters}`, `${((100 * characters) / limit).toFixed(1)} %`];
  });

function lengthOf(statements: readonly Statement[]): number {
  const scalars = statements.map(statement => ({
    ...statement,
    Action: scalar(statement.Action),
    Resource: scalar(statement.Resource),
  }));
  return JSON.stringify({ Statement: scalars, Version: '2012-10-17' }).length;
}

function scalar(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? values[0] : values;
}

const table = [['role', 'policy', 'statements', 'characters', 'of the limit'], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map(row => row[column].length)));
const isNumber = (column: number) => column > 1;
console.log();
for (const row of table) {
  const cells = row.map((cell, column) =>
    isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
  );
  console.log(cells.join('  '));
}
