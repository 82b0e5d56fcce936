import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BINDINGS, canRun, ENVIRONMENTS, PROJECT } from './binding-environments';

// Builds the package of each language, installs it in a clean environment, synthesizes the example with the CDK CLI,
// and compares the templates with those of the TypeScript example.

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; Metadata?: unknown }>>;
}

const only = process.argv.slice(2);
/** TypeScript is always included, as the reference for the comparison. */
const wanted = Object.keys(BINDINGS).filter(name => only.length === 0 || [...only, 'typescript'].includes(name));
const chosen = wanted.filter(canRun);
const skipped = wanted.filter(name => !canRun(name));

/** Python takes longer than all others together: they run beside it. */
const lanes = [chosen.filter(name => name === 'python'), chosen.filter(name => name !== 'python')];

async function main(): Promise<void> {
  rmSync(ENVIRONMENTS, { recursive: true, force: true });
  const templates = new Map<string, Readonly<Record<string, Template>>>();
  await Promise.all(lanes.map(async lane => {
    for (const name of lane) {
      templates.set(name, await synthesized(name));
    }
  }));
  const expected = templates.get('typescript')!;
  const differing = chosen.filter(name => JSON.stringify(templates.get(name)) !== JSON.stringify(expected));
  chosen.forEach(name => console.log(`${name}: ${differing.includes(name) ? 'OTHER TEMPLATES' : 'the same templates'}`));
  skipped.forEach(name => console.log(`${name}: NOT RUN, it needs ${BINDINGS[name].tools.join(' and ')}`));
  if (differing.length > 0) {
    throw new Error(`the templates of ${differing.join(', ')} are not those of typescript: compare ${ENVIRONMENTS}`);
  }
}

/** The templates of the example, by stack name. */
async function synthesized(name: string): Promise<Readonly<Record<string, Template>>> {
  const { build, install, check, files } = BINDINGS[name];
  const start = Date.now();
  console.log(`\n== ${name}`);
  const directory = join(ENVIRONMENTS, name);
  mkdirSync(directory, { recursive: true });
  await run('npx', ['projen', build], PROJECT);
  cpSync(join(PROJECT, 'examples', name), directory, { recursive: true, filter: source => !source.includes('cdk.out') });
  await install(directory, (command, ...args) => run(command, args, directory));
  await check?.(directory, (command, ...args) => run(command, args, directory));
  await run(join(PROJECT, 'node_modules', '.bin', 'cdk'), ['synth', '--quiet', '--no-notices'], directory, files?.(directory));
  console.log(`${name}: ${((Date.now() - start) / 1_000).toFixed(0)} s`);
  const output = join(directory, 'cdk.out');
  return Object.fromEntries(
    readdirSync(output)
      .filter(file => file.endsWith('.template.json'))
      .sort()
      .map(file => [file, withoutMetadata(JSON.parse(readFileSync(join(output, file), 'utf8')) as Template)]),
  );
}

/** Removes metadata: construct paths and analytics depend on the language. */
function withoutMetadata(template: Template): Template {
  const resources = Object.entries(template.Resources)
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([id, { Metadata: _, ...resource }]) => [id, resource] as const);
  return { ...template, Resources: Object.fromEntries(resources) };
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    stdio: 'inherit',
    env: {
      ...process.env,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true',
      ...env,
    },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => status === 0 ? resolve() : reject(new Error(`exit status ${status}: ${[command, ...args].join(' ')}`)));
  });
}

void main();
