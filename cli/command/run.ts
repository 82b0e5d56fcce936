import { CommanderError } from 'commander';
import { programOf, Show } from './program';
import { Reports } from './reports';
import { inOneLine, Terminal, write } from './terminal';

/** The exit codes that `--help` documents. */
export const EXIT_CODES = { fine: 0, failure: 1, wrongInput: 2 } as const;

/** Runs the command with these arguments, and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal, load: () => Promise<Reports>): Promise<number> {
  let exitCode: number = EXIT_CODES.fine;
  const show: Show = async (file, report) => {
    const { text, isFailure } = report(await load());
    write(text, file, terminal);
    exitCode = isFailure ? EXIT_CODES.failure : EXIT_CODES.fine;
  };
  try {
    await programOf(terminal, show).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explained(error, terminal);
  }
}

/** Prints the error in one line, unless it says that the program has printed its help or version. */
function explained(error: unknown, { env, stderr }: Terminal): number {
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
    return error.exitCode === 0 ? EXIT_CODES.fine : EXIT_CODES.wrongInput;
  }
  stderr.write(`cdk-platform-iam: ${inOneLine(messageOf(error))}\n`);
  if (!isUsers(error) && env.DEBUG) {
    stderr.write(`${(error as Error).stack}\n`);
  }
  return EXIT_CODES.wrongInput;
}

function messageOf(error: unknown): string {
  if (error instanceof CommanderError) {
    return usageMessage(error.message);
  }
  const message = error instanceof Error ? error.message : String(error);
  return isUsers(error) ? message : `unexpected error: ${message}. With DEBUG=1 it prints where`;
}

/** Whether the user can do something about it. The API is another bundle, with its own class `InputError`. */
function isUsers(error: unknown): boolean {
  return error instanceof CommanderError || (error instanceof Error && error.name === 'InputError');
}

/** In the manner of the library: `error: unknown option '--formt'\n(Did you mean --format?)` names both in quotes. */
function usageMessage(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\s*\(Did you mean (?:one of )?(.+)\?\)$/, (_, names: string) =>
      `: did you mean ${names.split(', ').map(name => `'${name}'`).join(' or ')}?`);
}
