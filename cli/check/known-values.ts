import { jsonFrom, TextFile } from './input-files';
import { AssemblyStack } from '../assembly/assembly';
import { isObject, Json, JsonObject, listOf, stringOf } from '../assembly/json';
import { InputError } from '../input-error';

/** A value of the deployment: of a resource by its logical id, of an attribute by `LogicalId.Attribute`. */
export interface KnownValue {
  readonly name: string;
  readonly value: string;
  /** @default - of every stack */
  readonly stack?: string;
}

/**
 * The values in files: what AWS prints of the resources and parameters of stacks, or a map of names to values.
 *
 * @param option of the files in errors: `--resources`
 */
export function knownValuesIn(option: string, files: readonly TextFile[]): readonly KnownValue[] {
  return files.flatMap(file => valuesIn(jsonFrom(option, file) as Json, () => {
    throw new InputError(
      `the file of '${option}' must be what 'aws cloudformation describe-stack-resources' or 'describe-stacks' prints, or a ` +
        `map of logical ids to names or ARNs, got ${file.name}`);
  }));
}

/** `describe-stack-resources`, `list-stack-resources`, `describe-stacks` and a file of parameters. */
const LISTS = ['StackResources', 'StackResourceSummaries', 'Stacks', 'Parameters'];

function valuesIn(value: Json, reject: () => never): readonly KnownValue[] {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap(element => (isObject(element) ? entriesOf(element, reject) : reject()));
  }
  if (!isObject(value)) {
    return reject();
  }
  const lists = LISTS.filter(name => Array.isArray(value[name]));
  return lists.length > 0 ? lists.flatMap(name => valuesIn(value[name], reject)) : mapped(value, reject);
}

function entriesOf(entry: JsonObject, reject: () => never): readonly KnownValue[] {
  const { LogicalResourceId, PhysicalResourceId, ParameterKey, ResolvedValue, ParameterValue, StackName } = entry;
  const name = stringOf(LogicalResourceId) ?? stringOf(ParameterKey);
  const value = stringOf(PhysicalResourceId) ?? stringOf(ResolvedValue) ?? stringOf(ParameterValue);
  if (name === undefined) {
    return StackName === undefined ? reject()
      : listOf(entry.Parameters).flatMap(parameter => entriesOf(parameter as JsonObject, reject))
        .map(known => ({ ...known, stack: stringOf(StackName) }));
  }
  // A resource that is not created yet has no physical id.
  return value === undefined ? [] : [{ name, value, stack: stringOf(StackName) }];
}

function mapped(map: JsonObject, reject: () => never): readonly KnownValue[] {
  return Object.entries(map).map(([name, value]) =>
    (typeof value === 'string' ? { name, value } : reject()));
}

/** The values for a stack. A nested stack has a name that only CloudFormation knows. */
export function valuesOfStack(
  values: readonly KnownValue[], { stackName }: AssemblyStack, stacks: readonly AssemblyStack[],
): ReadonlyMap<string, string> {
  const isOwn = (name: string) =>
    (stackName === undefined ? stacks.every(other => other.stackName !== name) : name === stackName);
  const own = values.filter(({ stack }) => stack === undefined || isOwn(stack));
  return new Map(own.map(({ name, value }) => [name, value]));
}
