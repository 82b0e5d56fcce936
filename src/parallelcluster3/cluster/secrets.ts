import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { warnOfOtherAccount } from '../../private/options/accounts';
import { OptionReader } from '../../private/options/option-reader';
import { checked, having } from '../../private/options/validators';
import { DocumentedStatement, given, Source } from '../../private/statements/documented-statement';

/** A secret in Secrets Manager or Systems Manager. */
export interface Secret {
  readonly arn: string;
  readonly keys: readonly string[];
}

const SECRET = having<secretsmanager.ISecret>('secretArn',
  'a secret, such as secretsmanager.Secret: import a name with Secret.fromSecretNameV2(), ' +
    'an ARN with Secret.fromSecretCompleteArn()');

export function readSecret(read: OptionReader, option: string, secret: secretsmanager.ISecret): Secret {
  const { secretFullArn, secretArn, encryptionKey, env } = checked(read.scope, read.pathOf(option), secret, SECRET);
  warnOfOtherAccount(read.scope, read.pathOf(option), env.account, 'the policy of the secret');
  return {
    // Secrets Manager adds six characters to the name.
    arn: secretFullArn ?? `${secretArn}-??????`,
    keys: readKey(read, option, encryptionKey),
  };
}

export function optionalSecret(
  read: OptionReader,
  option: string,
  secret: secretsmanager.ISecret | undefined,
): Secret | undefined {
  return secret === undefined ? undefined : readSecret(read, option, secret);
}

export function readKey(read: OptionReader, option: string, key: kms.IKey | undefined): readonly string[] {
  return read.optionalKey(`${option}.encryptionKey`, key);
}

/** Departures that several statements share. */
export const SECRET_SUFFIX = 'completed: the page prints the name of a secret as its id, and the ARN of a secret ends in ' +
  'six more characters';

export function readSecretValue(
  sid: string, source: Source, secrets: readonly (Secret | undefined)[], more: Partial<DocumentedStatement> = {},
): readonly DocumentedStatement[] {
  return given(secrets.flatMap(secret => secret?.arn ?? []), resources => ({
    sid,
    source,
    actions: ['secretsmanager:GetSecretValue'],
    resources,
    ...more,
  }));
}

export function decryptSecrets(
  sid: string, source: Source, secrets: readonly (Secret | undefined)[],
): readonly DocumentedStatement[] {
  return given([...new Set(secrets.flatMap(secret => secret?.keys ?? []))], resources => ({
    sid,
    source,
    note: 'added: no page speaks of secrets with a key of their own',
    actions: ['kms:Decrypt'],
    resources,
  }));
}
