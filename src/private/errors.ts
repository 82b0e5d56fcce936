import { Annotations, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

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
  const text = JSON.stringify(value, (_key, part) => (Token.isUnresolved(part) ? '<token>' : part));
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
