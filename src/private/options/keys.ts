import { Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { warnOfOtherAccount } from './accounts';
import { fail } from './errors';
import { checked, having } from './validators';

const KEY = having<kms.IKey>('keyArn', 'a key, such as kms.Key');
const KEY_ARN = /^arn:[^:]+:kms:[^:]+:[^:]+:key\/./;
const NO_KEY = /:alias\/|[*?]/;

/** The ARN of a key, also where an alias of it is given: a statement on the ARN of an alias grants nothing. */
export function keyArn(scope: IConstruct, property: string, key: kms.IKey): string {
  const target = unaliased(scope, property, checked(scope, property, key, KEY));
  const arn = target.keyArn;
  if (NO_KEY.test(arn) || !(Token.isUnresolved(arn) || KEY_ARN.test(arn))) {
    fail(
      scope,
      `'${property}' must be a key, got '${arn}': pass the key itself, ` +
        'for example kms.Key.fromKeyArn() with the ARN arn:PARTITION:kms:REGION:ACCOUNT:key/ID',
    );
  }
  warnOfOtherAccount(scope, property, target.env.account, 'the key policy');
  return arn;
}

function unaliased(scope: IConstruct, property: string, key: kms.IKey): kms.IKey {
  if (!isAlias(key)) {
    return key;
  }
  try {
    return key.aliasTargetKey;
  } catch {
    fail(
      scope,
      `'${property}' must be a key, got the alias '${key.aliasName}', whose key is not known: ` +
        'pass the key itself, for example kms.Key.fromKeyArn()',
    );
  }
}

function isAlias(key: kms.IKey): key is kms.IAlias {
  return 'aliasTargetKey' in key;
}
