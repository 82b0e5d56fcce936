import { Annotations, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';
import { readable } from './literals';
import { FRAME, reject, shortened } from './plain-errors';

/** The property with the public name of a class from jsii: in bundled code, the bundler changes class names. */
const JSII_RUNTIME_TYPE: unique symbol = Symbol.for('jsii.rtti');

interface Type {
  readonly name?: string;
  readonly [JSII_RUNTIME_TYPE]?: { readonly fqn?: string };
}

/** Throws an error that starts with the path of the construct, and whose stack starts at the user's line. */
export function fail(scope: IConstruct | undefined, message: string): never {
  return reject(scope ? `${scope.node.path}: ${message}` : message, error => withoutConstructor(scope, error), __filename);
}

/** The stack without the frames of the construct, if the error is thrown while it is created. */
function withoutConstructor(scope: IConstruct | undefined, error: Error): string {
  const stack = error.stack!;
  if (scope) {
    Error.captureStackTrace(error, classOfLibrary(scope.constructor));
  }
  return error.stack?.includes(FRAME) ? error.stack : stack;
}

/** The class that the app extends, whose constructor calls ours: the stack must include that line. */
function classOfLibrary(constructor: object['constructor']): object['constructor'] {
  const classes = [constructor];
  for (let type: unknown = constructor; typeof type === 'function'; type = Object.getPrototypeOf(type)) {
    classes.push(type);
  }
  return classes.find(type => Object.hasOwn(type, 'PROPERTY_INJECTION_ID')) ?? constructor;
}

/** Adds a warning with a stable id, so that users can acknowledge it. */
export function warn(scope: IConstruct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(`cdk-platform-iam:${id}`, message);
}

/** A value as a user would recognize it: constructs by their path, tokens as such, long text cut. */
export function format(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  const text = typeof value === 'function' ? 'a function' : describe(value) ?? inJson(value);
  return shortened(text);
}

/** An object that a user did not write as a literal. */
function describe(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || isPlain(value)) {
    return undefined;
  }
  if (Construct.isConstruct(value)) {
    return `the construct '${value.node.path}' (${nameOf(value)})`;
  }
  return Token.isUnresolved(value) ? undefined : `an object (${nameOf(value)})`;
}

function inJson(value: unknown): string {
  try {
    return (JSON.stringify(value, (_key, part: unknown) => jsonOf(part)) as string | undefined) ?? String(value);
  } catch {
    return 'an object that contains itself';
  }
}

function jsonOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return readable(value);
  }
  if (typeof value === 'bigint') {
    return String(value);
  }
  return describe(value) ?? (Token.isUnresolved(value) ? '<token>' : value);
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}

/** The public name of the class, such as `s3.Bucket`, even if the code uses another. */
export function nameOf(value: object): string {
  const type = value.constructor as Type | undefined;
  return (type && publicNameOf(type)) ?? type?.name ?? 'object';
}

/** Subclasses inherit the public name of their base, which is not theirs; wrappers (`Bucket2` in the CDK) share it. */
function publicNameOf(type: Type): string | undefined {
  const publicName = type[JSII_RUNTIME_TYPE]?.fqn?.replace(/^[^.]*\.(?:aws_)?/, '');
  const isWrapper = type.name?.replace(/\d+$/, '') === publicName?.replace(/.*\./, '');
  return isWrapper || Object.hasOwn(type, JSII_RUNTIME_TYPE) ? publicName : undefined;
}
