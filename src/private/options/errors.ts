import { Annotations, Token } from 'aws-cdk-lib';
import { Construct, IConstruct } from 'constructs';

/** Ends the synthesis with a message that names the construct. */
export function fail(scope: IConstruct, message: string): never {
  throw new Error(`${scope.node.path}: ${message}`);
}

/** Adds a warning with a stable id, so that users can acknowledge it. */
export function warn(scope: IConstruct, id: string, message: string): void {
  Annotations.of(scope).addWarningV2(`cdk-platform-iam:${id}`, message);
}

/** A value as a user would recognize it: tokens are shown as such, long text is cut. */
export function shown(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  const text = typeof value === 'function' ? 'a function' : written(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

function written(value: unknown): string {
  try {
    return (JSON.stringify(value, (_key, part: unknown) => replaced(part)) as string | undefined) ?? String(value);
  } catch {
    return 'an object that holds itself';
  }
}

/** What a user writes as a literal. */
function isPlain(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}

function replaced(value: unknown): unknown {
  if (Token.isUnresolved(value)) {
    return '<token>';
  }
  if (Construct.isConstruct(value)) {
    return `<${value.constructor.name} ${value.node.path}>`;
  }
  if (typeof value === 'object' && value !== null && !isPlain(value)) {
    return `<${(value.constructor as object['constructor'] | undefined)?.name ?? 'object'}>`;
  }
  return typeof value === 'bigint' ? String(value) : value;
}
