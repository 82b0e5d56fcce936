import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail, warn } from './errors';

/** How the account of a resource relates to that of the construct's stack. */
export function compareAccounts(scope: IConstruct, account: string): TokenComparison {
  return Token.compareStrings(account, Stack.of(scope).account);
}

export function isOtherAccount(scope: IConstruct, account: string): boolean {
  return compareAccounts(scope, account) === TokenComparison.DIFFERENT;
}

/** Across accounts our statement is only half of a grant: the resource's own policy must allow the role, too. */
export function warnOfOtherAccount(scope: IConstruct, path: string, account: string, policy: string): void {
  if (isOtherAccount(scope, account)) {
    warn(
      scope,
      'otherAccount',
      `'${path}' names a resource of account ${account}: ${policy} there must allow this role, too`,
    );
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
