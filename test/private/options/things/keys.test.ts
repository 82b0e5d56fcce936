import { Aws, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { keyArn } from '../../../../src/private/options/things/keys';
import { fakeReference } from '../../../support/fake-references';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ARN = `arn:aws:kms:eu-central-1:111122223333:key/${ID}`;
const inStack = () => new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });

test.each<[string, (stack: Stack) => kms.IKey, unknown]>([
  ['a key of the app', stack => new kms.Key(stack, 'Key'), { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] }],
  ['an imported key', stack => kms.Key.fromKeyArn(stack, 'Key', ARN), ARN],
  [
    'an alias of a key',
    stack => new kms.Key(stack, 'Key').addAlias('alias/data'),
    { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
  ],
  [
    'an imported alias with a known key',
    stack =>
      kms.Alias.fromAliasAttributes(stack, 'Alias', {
        aliasName: 'alias/data',
        aliasTargetKey: kms.Key.fromKeyArn(stack, 'Key', ARN),
      }),
    ARN,
  ],
])('the ARN of %s is the ARN of the key', (_what, key, arn) => {
  const stack = inStack();
  expect(stack.resolve(keyArn(stack, 'outputKey', key(stack)))).toEqual(arn);
});

test('the ARN can be a token', () => {
  const stack = inStack();
  const key = kms.Key.fromKeyArn(stack, 'Key', Lazy.string({ produce: () => ARN }));
  expect(stack.resolve(keyArn(stack, 'outputKey', key))).toBe(ARN);
});

test.each<[string, (stack: Stack) => kms.IKeyRef, string]>([
  [
    'an alias with an unknown key',
    stack => kms.Alias.fromAliasName(stack, 'Alias', 'alias/data'),
    "got the alias 'alias/data', whose key is not known",
  ],
  [
    'the ARN of an alias',
    stack => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:alias/data'),
    "got 'arn:aws:kms:eu-central-1:111122223333:alias/data'",
  ],
  [
    'the ARN of an alias with tokens',
    stack => kms.Key.fromKeyArn(stack, 'Key', `arn:${Aws.PARTITION}:kms:eu-central-1:111122223333:alias/data`),
    'pass the key itself',
  ],
  [
    'a pattern of keys',
    stack => kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/*'),
    "got 'arn:aws:kms:eu-central-1:111122223333:key/*'",
  ],
  [
    'a region that is an availability zone',
    stack => kms.Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-central-1a:111122223333:key/${ID}`),
    `got 'arn:aws:kms:eu-central-1a:111122223333:key/${ID}'`,
  ],
  ['an id', () => fakeReference('keyArn', ID), `got '${ID}'`],
])('rejects %s', (_what, key, message) => {
  const stack = inStack();
  expect(() => keyArn(stack, 'outputKey', key(stack))).toThrow(/^Stack: 'outputKey' must be a key, /);
  expect(() => keyArn(inStack(), 'outputKey', key(inStack()))).toThrow(message);
});

test('warns of a key in another account', () => {
  const stack = inStack();
  keyArn(stack, 'outputKey', kms.Key.fromKeyArn(stack, 'Key', ARN.replace('111122223333', '444455556666')));
  Annotations.fromStack(stack).hasWarning(
    '/Stack',
    Match.stringLikeRegexp(
      "'outputKey' names a resource of account 444455556666: the key policy there must allow this role, too",
    ),
  );
});
