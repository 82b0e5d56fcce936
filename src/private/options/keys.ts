import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { ownPolicy, warnOfOtherAccount } from './accounts';
import { arnForm } from './arn-forms';
import { fail } from './errors';
import { isPattern, literalsOf, readable, TOKEN } from './literals';
import { duckType, validate, Validator } from './validators';

const KEY: Validator<kms.IKeyRef> = {
  ...duckType<kms.IKeyRef>('keyRef', 'a key'),
  advice: value => (typeof value === 'string' ? 'pass kms.Key.fromKeyArn(scope, id, ARN)' : undefined),
};
export const [KEY_ARN] = arnForm('arn:PARTITION:kms:REGION:ACCOUNT:key/ID');
const WAY_OUT = 'pass the key itself, for example kms.Key.fromKeyArn() with the ARN arn:PARTITION:kms:REGION:ACCOUNT:key/ID';

/** Returns the ARN of a key, also for an alias: a statement on the ARN of an alias grants nothing. */
export function keyArn(scope: IConstruct, path: string, key: kms.IKeyRef | undefined): string {
  const target = unaliased(scope, path, validate(scope, `'${path}'`, key, KEY));
  const arn = target.keyRef.keyArn;
  const literals = literalsOf(arn);
  const isKey = literals === TOKEN || KEY_ARN.test(literals);
  if (isPattern(arn) || !isKey) {
    fail(scope, `'${path}' must be a key, got '${readable(arn)}': ${WAY_OUT}`);
  }
  warnOfOtherAccount(scope, path, { account: target.env.account, resource: arn, advice: ownPolicy('the key policy') });
  return arn;
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
