import { folded, StackValues } from './folding';
import { readTextFiles, TextFile } from './input-files';
import { KnownValue, knownValuesIn, valuesOfStack } from './known-values';
import { readLive } from './live';
import { CheckResult, UnknownValue } from './model';
import { needsOf } from './needs';
import { placeOf, PlaceOptions, StackPlace } from './place';
import { CheckedSubject, subjectIn } from './subject';
import { verdictsOf } from './verdict';
import { PrintedRole } from '../../src/private/comparison/printed/printed-role';
import { Assembly, AssemblyStack, readAssembly } from '../assembly/assembly';
import { Json, objectOf } from '../assembly/json';
import { InputError } from '../input-error';
import { StackNames } from '../statements/stack-names';

/** What is compared. */
export interface LiveOptions extends PlaceOptions {
  /** Files with the live role as AWS prints it; `-` is the standard input. */
  readonly live: readonly string[];
  /** The name of the live role, if the files have several. @default - the name in the template, or the only one */
  readonly liveRole?: string;
}

export interface CheckAppOptions extends LiveOptions {
  /** The directory that `cdk synth` writes, or a template in JSON. @default 'cdk.out' */
  readonly app?: string;
  /** The path, the logical id or the name of a role of the app. @default - the only one */
  readonly role?: string;
  /** Files with the resources of the stacks, as `describe-stack-resources` prints them, or a map. @default - none */
  readonly resources?: readonly string[];
  /** Files with the parameters of the stacks, as `describe-stacks` prints them, or a map. @default - none */
  readonly parameters?: readonly string[];
}

/** Compares a live role with what the template of an app grants. */
export function check(options: CheckAppOptions): CheckResult {
  const { app = 'cdk.out', role, live, resources = [], parameters = [] } = options;
  const assembly = readAssembly(app);
  const subject = subjectIn(assembly, role);
  const place = placeOf(`the stack '${subject.stack.name}'`, environmentOf(subject.stack, assembly), options);
  const files = readTextFiles('--live', live);
  const printed = readLive(files, { ...place, regions: [place.region] }, {
    kinds: subject.group.kind === 'policy' ? ['role', 'user', 'group'] : [subject.group.kind],
    name: options.liveRole,
  });
  const given = [
    ...knownValuesIn('--resources', readTextFiles('--resources', resources)),
    ...knownValuesIn('--parameters', readTextFiles('--parameters', parameters)),
  ];
  return resultOf(subject, place, printed, valuesOf(assembly, subject, place, given, printed.arn), files);
}

/** A nested stack is deployed where its parent is. */
function environmentOf({ name, environment }: AssemblyStack, { stacks }: Assembly): string | undefined {
  return environment ?? stacks.find(({ name: parent }) => name.startsWith(`${parent}/`))?.environment;
}

interface Values {
  readonly values: StackValues;
  readonly unknown: ReadonlyMap<string, UnknownValue>;
}

function valuesOf(
  assembly: Assembly, { group, stack }: CheckedSubject, place: StackPlace, given: readonly KnownValue[],
  arn: string | undefined,
): Values {
  const unknown = new Map<string, UnknownValue>();
  const ofStack = (from: AssemblyStack, imported: StackValues['imported']): StackValues => {
    const names = new StackNames(from);
    return {
      names,
      place: from === stack ? place : placeOfOther(from, assembly, place),
      known: valuesOfStack(given, from, assembly.stacks),
      imported,
      note: ({ name, logicalId }) => unknown.set(`${from.name} ${name}`, {
        text: `\${${name}}`,
        stack: from.stackName ?? from.name,
        ...(logicalId !== undefined && names.resource(logicalId) && { construct: names.nameOf(logicalId) }),
      }),
    };
  };
  const exported = (name: string) => exportIn(assembly, name, from => ofStack(from, () => undefined));
  const values = ofStack(stack, exported);
  // Permissions on the role itself are on the live one.
  const own = group.principal && arn !== undefined ? [[group.principal.logicalId, arn] as const] : [];
  return { values: { ...values, known: new Map([...values.known, ...own]) }, unknown };
}

/** Without an environment, a stack is taken to be where the role is. */
function placeOfOther(stack: AssemblyStack, assembly: Assembly, { account, region }: StackPlace): StackPlace {
  return placeOf(`the stack '${stack.name}'`, environmentOf(stack, assembly) ?? `aws://${account}/${region}`, {});
}

/** The value of an export, if a stack of the app has it. */
function exportIn(
  { stacks }: Assembly, name: string, valuesFor: (stack: AssemblyStack) => StackValues,
): string | undefined {
  for (const stack of stacks) {
    for (const output of Object.values(objectOf(stack.sections.Outputs))) {
      const { Export: exported, Value: value } = objectOf(output);
      if (exported !== undefined && nameOf(exported, valuesFor(stack)) === name) {
        return String(folded(value, valuesFor(stack)));
      }
    }
  }
  return undefined;
}

function nameOf(exported: Json, values: StackValues): Json {
  return folded(objectOf(exported).Name, { ...values, note: () => undefined });
}

function resultOf(
  { group, stack }: CheckedSubject, place: StackPlace, printed: PrintedRole, { values, unknown }: Values,
  files: readonly TextFile[],
): CheckResult {
  const needs = needsOf(group, values);
  const { statements, others, policies } = needs.needed;
  if (statements.length + others.length + policies.length + needs.unreadable.length === 0) {
    throw new InputError(`'${group.id}' grants nothing, so there is nothing to compare`);
  }
  const { isPrinted, ...verdicts } = verdictsOf(needs, printed);
  const { missing, unclear, notAttached } = verdicts;
  return {
    schema: 1,
    isSufficient: isPrinted && [missing, unclear, notAttached].every(({ length }) => length === 0),
    expected: {
      subject: group.id,
      ...(group.construct && { construct: group.construct.name }),
      stack: stack.name,
      partition: place.partition,
      account: place.account,
      region: place.region,
    },
    live: { files: files.map(({ name }) => name), ...(printed.arn !== undefined && { arn: printed.arn }) },
    ...verdicts,
    unknown: [...unknown.values()],
    notes: group.construct ? [ALL_REQUIRED] : [],
  };
}

const ALL_REQUIRED = "A template does not say which permissions only the vendor's page has, so each one counts as required: " +
  'check --construct tells them apart';
