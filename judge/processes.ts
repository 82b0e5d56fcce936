import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECT } from './environments';
import { Verdict } from './verdict';

/** Runs a judge in its own process. The last line of its output is the verdict. */
export async function run(command: string, args: readonly string[]): Promise<Verdict> {
  const { stdout, status } = await finished(command, args, { PYTHONDONTWRITEBYTECODE: '1' });
  return status === 0
    ? JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Verdict
    : { judged: `${[command, ...args].map(shown).join(' ')} broke`, findings: [`${stdout}exit status ${status}`], isBroken: true };
}

const EXAMPLE = join(PROJECT, 'examples', 'typescript');

/** Synthesizes the example app, or a program that runs it, as the CDK CLI does. */
export async function exampleTemplates(folder: string, program = join(EXAMPLE, 'app.ts')): Promise<void> {
  const { context } = JSON.parse(readFileSync(join(EXAMPLE, 'cdk.json'), 'utf8')) as { context: object };
  const { stdout, status } = await finished('tsx', ['--tsconfig', join(PROJECT, 'tsconfig.dev.json'), program], {
    CDK_OUTDIR: folder,
    CDK_CONTEXT_JSON: JSON.stringify(context),
  });
  if (status !== 0) {
    throw new Error(`the example is not synthesized: ${stdout}`);
  }
}

function finished(
  command: string, args: readonly string[], environment: Readonly<Record<string, string>>,
): Promise<{ readonly stdout: string; readonly status: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: __dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...ownEnvironment(), CDK_VALIDATION: 'false', NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1', ...environment },
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', status => resolve({ stdout: Buffer.concat(parts).toString(), status }));
  });
}

/** The environment without variables for the CDK and AWS: judges choose account and region themselves. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|CDK)_/.test(name)));
}

function shown(part: string): string {
  return part.startsWith(PROJECT) ? relative(PROJECT, part) : part;
}
