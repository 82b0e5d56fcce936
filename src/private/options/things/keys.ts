import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { ownPolicy, warnOfOtherAccount } from './accounts';
import { arnForm } from './arn-forms';
import { fail } from '../errors';
import { isPattern, literalsOf, readable, TOKEN } from '../literals';
import { duckType, validate, Validator } from '../validators';

const KEY: Validator<kms.IKeyRef> = {
  ...duckType<kms.IKeyRef>('keyRef', 'a key'),
  advice: value => (typeof value === 'string' ? 'pass kms.Key.fromKeyArn(scope, id, ARN)' : undefined),
};
const [KEY_ARN] = arnForm('arn:PARTITION:kms:REGION:ACCOUNT:key/ID');
const WAY_OUT = 'pass the key itself, for example kms.Key.fromKeyArn() with the ARN arn:PARTITION:kms:REGION:ACCOUNT:key/ID';

/** Returns the ARN of a key, also for an alias: a statement on the ARN of an alias grants nothing. */
export function keyArn(scope: IConstruct, path: string, key: kms.IKeyRef | undefined): string {
  const target = unaliased(scope, path, validate(scope, `'${path}'`, key, KEY));
  const arn = target.keyRef.keyArn;
  if (!isKeyArn(arn)) {
    fail(scope, `'${path}' must be a key, got '${readable(arn)}': ${WAY_OUT}`);
  }
  warnOfOtherKey(scope, path, arn, target.env.account);
  return arn;
}

/** Whether the text is the ARN of exactly one key. A token may be one. */
export function isKeyArn(arn: string): boolean {
  const literals = literalsOf(arn);
  return !isPattern(arn) && (literals === TOKEN || KEY_ARN.test(literals));
}

/** @param account the account of a key whose ARN is a token */
export function warnOfOtherKey(scope: IConstruct, path: string, arn: string, account: string): void {
  const literal = /^arn:[^:]*:kms:[^:]*:(\d{12}):/.exec(arn)?.[1];
  warnOfOtherAccount(scope, path, { account: literal ?? account, resource: arn, advice: ownPolicy('the key policy') });
}

function unaliased(scope: IConstruct, path: string, key: kms.IKeyRef): kms.IKeyRef {
  if (!isAlias(key)) {
    return key;
  }
  try {
    return key.aliasTargetKey;
  } catch {
    fail(scope, `'${path}' must be a key, got the alias '${key.aliasName}', whose key is not known: ${WAY_OUT}`);
  }
}

function isAlias(key: kms.IKeyRef): key is kms.IAlias {
  return 'aliasTargetKey' in key;
}
