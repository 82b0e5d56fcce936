import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail, warn } from '../errors';
import { literalsOf } from '../literals';

/** How the account of a resource relates to that of the construct's stack. */
export function compareAccounts(scope: IConstruct, account: string): TokenComparison {
  return Token.compareStrings(account, Stack.of(scope).account);
}

export function isOtherAccount(scope: IConstruct, account: string): boolean {
  return compareAccounts(scope, account) === TokenComparison.DIFFERENT;
}

/** The account in an ARN, if it is literal: twelve digits, or `aws`. */
export function accountIn(arn: string): string | undefined {
  const account = /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(literalsOf(arn))?.[1] ?? '';
  return /^(?:\d{12}|aws)$/.test(account) ? account : undefined;
}

/**
 * What the owner of a resource in another account must do. A policy accepts a role as a principal only if the role
 * exists, but a role that names the resource may be created only after it.
 */
export function ownPolicy(name: string): string {
  return `${name} there must allow this role, too: allow this account, with a condition on 'aws:PrincipalArn', since a ` +
    'role that does not exist yet is no valid principal';
}

/** The resources of other accounts that a construct has warned of. */
const WARNED = new WeakMap<IConstruct, Set<string>>();

/**
 * Across accounts our statement is only half of a grant: the owner must allow the role, too.
 *
 * @param resource its name or ARN: it is warned of once, however many options name it
 */
export function warnOfOtherAccount(
  scope: IConstruct, path: string, { account, resource, advice }: { account: string; resource: string; advice: string },
): void {
  const warned = WARNED.get(scope) ?? new Set();
  if (isOtherAccount(scope, account) && !warned.has(resource)) {
    WARNED.set(scope, warned.add(resource));
    warn(scope, 'otherAccount', `'${path}' names a resource of account ${account}: ${advice}`);
  }
}

/** Fails for a resource that can't be used from another account. */
export function refuseOtherAccount(
  scope: IConstruct, path: string, what: string,
  { name, account, reason }: { name: string; account: string; reason: string },
): void {
  if (isOtherAccount(scope, account)) {
    fail(
      scope,
      `'${path}' must be ${what} of the stack's account ${Stack.of(scope).account}, got '${name}' of account ${account}: ` +
        reason,
    );
  }
}
