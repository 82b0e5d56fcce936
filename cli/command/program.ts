import { Command, Option } from 'commander';
import { findingsIn, formatFor } from './choices';
import { CHECK_HELP, EXPLAIN_HELP, PROGRAM_HELP, REVIEW_HELP } from './help';
import { CheckOptions, Reports } from './reports';
import { columnsOf, hasColor, Terminal } from './terminal';
import { version } from '../../package.json';
import { choice } from '../choice';
import { InputError } from '../input-error';
import { Finding, Format, FORMATS, Report, ReportOptions, TEXT_FORMATS } from '../report';

/** The directory that the CDK writes by default. */
const ASSEMBLY = 'cdk.out';

/** Makes a report, and shows it. */
export type Show = (file: string | undefined, report: (reports: Reports) => Report) => Promise<void>;

interface Output {
  readonly format?: Format;
  readonly output?: string;
  readonly color: boolean;
}

/** The command with its options. Its actions show a report. */
export function programOf(terminal: Terminal, show: Show): Command {
  const program = new Command('cdk-platform-iam')
    .description('Shows what the IAM roles of a CDK app may do, and why')
    .version(version)
    .addHelpText('after', PROGRAM_HELP)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => columnsOf(terminal),
      getErrHelpWidth: () => columnsOf(terminal),
    });
  addReview(program, terminal, show);
  addExplain(program, terminal, show);
  addCheck(program, terminal, show);
  return program;
}

interface ReviewOutput extends Output {
  readonly base?: string;
  readonly between?: readonly string[];
  readonly failOn?: readonly Finding[];
  readonly link?: string;
}

function addReview(program: Command, terminal: Terminal, show: Show): void {
  subCommand(program, 'review', FORMATS, REVIEW_HELP)
    .description('shows what each role and policy of an app may do, and why')
    .argument('[assembly]', 'the directory that the CDK wrote, or a template', ASSEMBLY)
    .option('--base <assembly>', 'another assembly of the app: shows what changed since')
    .addOption(new Option('--between <packages...>', 'two directories with versions of this package: shows what the second one changes')
      .conflicts(['base', 'link']))
    .option('--fail-on <findings>', 'exits with 1 for these findings', findingsIn)
    .option('--link <url>', 'where the whole review is, for Markdown that is too long for a comment')
    .action((assembly: string, options: ReviewOutput) => {
      const { base, between, failOn, link, output } = options;
      if (between !== undefined) {
        return showBetween(between, terminal, options, show);
      }
      const compares = failOn?.find(finding => finding === 'wider' || finding === 'changed');
      if (compares !== undefined && base === undefined) {
        throw new InputError(`'--fail-on ${compares}' compares two assemblies: name the other one with '--base'`);
      }
      const form = reportOptions(terminal, options, FORMATS);
      return show(output, ({ review }) => review(assembly, { ...form, base, failOn, link }));
    });
}

/** What one version of this package grants and another one does not. */
function showBetween(
  packages: readonly string[], terminal: Terminal, options: ReviewOutput, show: Show,
): Promise<void> {
  const [older, newer] = packages;
  if (newer === undefined || packages.length > 2) {
    throw new InputError(`'--between' compares two directories with this package, the older one first, got ${packages.length}`);
  }
  const { failOn, output } = options;
  const other = failOn?.find(finding => finding !== 'wider' && finding !== 'changed');
  if (other !== undefined) {
    throw new InputError(`'--fail-on ${other}' is about an app: with '--between' it can be wider or changed`);
  }
  const form = reportOptions(terminal, options, TEXT_FORMATS);
  return show(output, ({ between }) => between(older, newer, { ...form, failOn }));
}

function addExplain(program: Command, terminal: Terminal, show: Show): void {
  subCommand(program, 'explain', TEXT_FORMATS, EXPLAIN_HELP)
    .description('finds the option that grants an action, or that an AccessDenied asks for')
    .argument('[message]', 'the message of AWS, or an action such as s3:GetObject')
    .option('--construct <name>', 'the construct that makes the role')
    .option('--app <assembly>', 'the directory that the CDK wrote: searches the roles of this app, too')
    .action((message: string | undefined, options: Output & { readonly construct?: string; readonly app?: string }) => {
      const { construct, app, output } = options;
      const text = message ?? fromStandardInput(terminal);
      const form = reportOptions(terminal, options, TEXT_FORMATS);
      return show(output, ({ explain }) => explain(text, { ...form, construct, app }));
    });
}

interface CheckOutput extends Output, Omit<CheckOptions, keyof Output> {}

function addCheck(program: Command, terminal: Terminal, show: Show): void {
  subCommand(program, 'check', TEXT_FORMATS, CHECK_HELP)
    .description('shows what a live role lacks, and what it has beyond what the app grants')
    .argument('[assembly]', 'the directory that the CDK wrote, or a template', ASSEMBLY)
    .requiredOption('--live <files...>', 'a role or a policy as AWS prints it, in JSON', added)
    .option('--live-role <name>', 'the name of the role, if the files have several')
    .option('--role <path>', 'the path, the logical id or the name of the role in the app')
    .option('--resources <files...>', "what 'aws cloudformation describe-stack-resources' prints, for names that AWS chose", added)
    .option('--parameters <files...>', "what 'aws cloudformation describe-stacks' prints, for parameters", added)
    .option('--account <id>', 'the account, if the app does not say it')
    .option('--region <name>', 'the region, if the app does not say it')
    .addOption(new Option('--construct <name>', 'checks against this construct, without an app')
      .conflicts(['role', 'resources', 'parameters']))
    .option('--options <file>', 'the options of the construct, in JSON')
    .action((assembly: string, { format, output, color, ...what }: CheckOutput) => {
      if (what.options !== undefined && what.construct === undefined) {
        throw new InputError("'--options' are those of a construct: name it with '--construct'");
      }
      const form = reportOptions(terminal, { format, output, color }, TEXT_FORMATS);
      return show(output, ({ check }) => check(assembly, { ...what, ...form }));
    });
}

/** Collects the values of an option that takes several, and may be given several times. */
function added(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A sub-command with the options for its output. */
function subCommand(program: Command, name: string, formats: readonly Format[], help: string): Command {
  const format = `${formats.join(', ')} (default: terminal, or by the name of the file)`;
  return program.command(name)
    .option('--format <format>', format, value => choice('--format', value, formats))
    .option('--output <file>', 'writes a file')
    .option('--no-color', 'prints without colors, as NO_COLOR in the environment does')
    .addHelpText('after', help);
}

function reportOptions<F extends Format>(
  terminal: Terminal, options: Output, formats: readonly F[],
): Required<ReportOptions<F>> {
  const { output, color } = options;
  const format = formatFor(options.format, output ?? '', formats);
  return {
    format,
    color: format === 'terminal' && hasColor(terminal, color, output),
    columns: columnsOf(terminal),
  };
}

function fromStandardInput({ stdin }: Terminal): string {
  const text = stdin.isTTY === true ? '' : stdin.readText().trim();
  if (text === '') {
    throw new InputError('explain needs the message of AWS or an action: write it in quotes, or to the standard input');
  }
  return text;
}
