import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail } from './errors';
import { optional, text } from './validators';

// What IAM takes as names. Tokens are not looked into.

const PATH = /^\/(?:[!-~]+\/)?$/;
const CHARACTERS = 'letters, digits and _+=,.@-';

export function checkName(scope: IConstruct, property: string, name: string | undefined, maxLength: number): void {
  const pattern = new RegExp(`^[\\w+=,.@-]{1,${maxLength}}$`);
  checkText(scope, property, name, pattern, `1 to ${maxLength} characters of ${CHARACTERS}`);
}

export function checkPath(scope: IConstruct, property: string, path: string | undefined): void {
  checkText(scope, property, path, PATH, "'/', or start and end with '/'");
  if ((path?.length ?? 0) > 512 && !Token.isUnresolved(path)) {
    fail(scope, `'${property}' must hold at most 512 characters, got ${path!.length}`);
  }
}

export function checkText(
  scope: IConstruct,
  property: string,
  value: string | undefined,
  pattern: RegExp,
  rule: string,
): void {
  optional(scope, property, value, text(rule, pattern));
}
