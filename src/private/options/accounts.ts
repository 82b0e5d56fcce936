import { Stack, Token, TokenComparison } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { warn } from './errors';

/** How the account of a resource relates to that of the construct's stack. */
export function compareAccounts(scope: IConstruct, account: string): TokenComparison {
  return Token.compareStrings(account, Stack.of(scope).account);
}

/** Our statement is only half of a grant across accounts: the other half stands in the resource's own policy. */
export function warnOfOtherAccount(scope: IConstruct, property: string, account: string, policy: string): void {
  if (compareAccounts(scope, account) === TokenComparison.DIFFERENT) {
    warn(
      scope,
      'otherAccount',
      `'${property}' names a resource of account ${account}: ${policy} there must allow this role, too`,
    );
  }
}
