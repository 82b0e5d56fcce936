import { listed } from './lists';
import { own } from './own';
import { servicePrincipalName } from './services';
import { StackNames } from './stack-names';
import { alternativesOf, isIntrinsic, Text, textOf } from './text';
import { isObject, Json, jsonIn, JsonObject } from '../assembly/json';
import { ConditionReview } from '../review/model';

/** Keys in words. The value follows the verb. */
const KEYS: readonly (readonly [key: RegExp, words: (name: string) => string])[] = [
  [/^iam:PassedToService$/i, () => 'the role is passed to'],
  [/^kms:ViaService$/i, () => 'the request comes through'],
  [/^aws:SourceAccount$/i, () => 'the account of the calling resource'],
  [/^aws:SourceArn$/i, () => 'the calling resource'],
  [/^aws:ResourceAccount$/i, () => 'the account of the resource'],
  [/^s3:ResourceAccount$/i, () => 'the account of the bucket'],
  [/^aws:PrincipalAccount$/i, () => 'the account of the caller'],
  [/^aws:PrincipalOrgID$/i, () => 'the organization of the caller'],
  [/^aws:PrincipalArn$/i, () => 'the caller'],
  [/^aws:RequestedRegion$/i, () => 'the region of the request'],
  [/^aws:CalledVia(First|Last)$/i, () => 'the request comes through'],
  [/^aws:CalledVia$/i, () => 'the service that the request comes through'],
  [/^aws:TagKeys$/i, () => 'the tag key in the request'],
  [/^(?:aws|\w+):RequestTag\//i, name => `the request tag ${name}`],
  [/^(?:aws|\w+):ResourceTag\//i, name => `the resource tag ${name}`],
  [/^aws:PrincipalTag\//i, name => `the caller's tag ${name}`],
  [/^cloudwatch:namespace$/i, () => 'the metric namespace'],
  [/^dynamodb:LeadingKeys$/i, () => 'the partition key'],
  [/^ec2:CreateAction$/i, () => 'the resource is created by'],
  [/^iam:PermissionsBoundary$/i, () => 'the permissions boundary'],
  [/^iam:PolicyARN$/i, () => 'the attached policy'],
  [/^iam:AWSServiceName$/i, () => 'the service of the role'],
  [/^sts:ExternalId$/i, () => 'the external ID'],
  [/^s3:prefix$/i, () => 'the prefix that is listed'],
];

/** Keys whose value is true or false, in words. */
const FLAGS: readonly (readonly [key: RegExp, isTrue: string, isFalse: string])[] = [
  [/^kms:GrantIsForAWSResource$/i, 'the grant is for an AWS service', 'the grant is not for an AWS service'],
  [/^aws:SecureTransport$/i, 'the request uses TLS', 'the request does not use TLS'],
  [/^aws:MultiFactorAuthPresent$/i, 'the caller used MFA', 'the caller did not use MFA'],
  [/^aws:ViaAWSService$/i, 'an AWS service makes the request', 'no AWS service makes the request'],
];

/** What has the key, if it is that of one account and the values are accounts. */
const OF_ACCOUNT = /^the account of (.*)$/;
const ACCOUNT = /^(?:\d{12}|\$\{AWS::AccountId\})$/;

/** Operators in words: positive, negated. */
const OPERATORS: Readonly<Record<string, readonly [is: string, not: string]>> = {
  StringEquals: ['is', 'is not'],
  StringEqualsIgnoreCase: ['is (in any case)', 'is not (in any case)'],
  StringLike: ['matches', 'does not match'],
  ArnEquals: ['matches', 'does not match'],
  ArnLike: ['matches', 'does not match'],
  NumericEquals: ['is', 'is not'],
  NumericLessThan: ['is less than', ''],
  NumericLessThanEquals: ['is at most', ''],
  NumericGreaterThan: ['is greater than', ''],
  NumericGreaterThanEquals: ['is at least', ''],
  DateEquals: ['is', 'is not'],
  DateLessThan: ['is before', ''],
  DateLessThanEquals: ['is not after', ''],
  DateGreaterThan: ['is after', ''],
  DateGreaterThanEquals: ['is not before', ''],
  BinaryEquals: ['is', ''],
  IpAddress: ['is in', 'is not in'],
};

/** The conditions of a statement, each key by itself. */
export function conditionsOf(conditions: Json, names: StackNames): readonly ConditionReview[] {
  return entriesOf(conditions, names).flatMap(operator => (operator.isKnown
    ? entriesOf(operator.value, names, operator.onlyIf).map(key => conditionOf(operator.name, key, names))
    : [conditionOf('?', operator, names)]));
}

function conditionOf(
  operator: string, { name: key, value, onlyIf, isKnown }: Entry, names: StackNames,
): ConditionReview {
  const all = alternativesOf(value).map(one => ({ text: textOf(one.value), under: one.onlyIf }));
  const texts = all.map(({ text }) => text);
  const depends = [onlyIf, ...all.map(({ text: { text }, under }) => under && `${text} if ${under}`)].filter(Boolean);
  const words = isKnown ? wordsOf(operator, key, texts.map(text => nameIn(text, names))) : `${key} is met`;
  const values = texts.map(({ text }) => text);
  return {
    operator,
    key,
    values,
    words: onlyIf === undefined ? words : `${words} (if ${onlyIf})`,
    ...(depends.length > 0 && { onlyIf: depends.join('; ') }),
  };
}

/** The construct, if that is all that a value is. */
function nameIn({ text, references }: Text, names: StackNames): string {
  const [construct] = /^\$\{[^}]*\}$/.test(text) ? names.constructs(references) : [];
  return construct ?? text;
}

interface Entry {
  readonly name: string;
  readonly value: Json;
  readonly onlyIf?: string;
  /** Whether the template has it, and not a function in its place. */
  readonly isKnown: boolean;
}

/** What an object holds, under each condition. A function in place of the object is shown in place of the name. */
function entriesOf(object: Json, names: StackNames, outer?: string): readonly Entry[] {
  return alternativesOf(object, outer).flatMap(({ value, onlyIf }): readonly Entry[] => {
    const known = isObject(value) && isIntrinsic(value) ? objectFrom(value, names) : value;
    return isObject(known)
      ? Object.entries(known).map(([name, entry]) => ({ name, value: entry, onlyIf, isKnown: true }))
      : [{ name: textOf(value).text, value: undefined, onlyIf, isKnown: false }];
  });
}

/** What `CfnJson` holds: objects whose names are known at the deployment only. */
function objectFrom(value: JsonObject, names: StackNames): Json {
  const [logicalId = ''] = textOf(value).references;
  const { type, properties } = names.own(logicalId) ?? {};
  return type === 'Custom::AWSCDKCfnJson' ? jsonIn(textOf(properties?.Value).text) : undefined;
}

function wordsOf(operator: string, key: string, values: readonly string[]): string {
  const [, qualifier, plain = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const subject = qualifier === undefined ? subjectOf(key) : partOf(key, qualifier === 'ForAllValues');
  const flag = ifExists === undefined && qualifier === undefined && plain === 'Bool' ? flagWords(key, values) : undefined;
  return flag ?? `${predicate(subject, plain, key, values)}${ifExists === undefined ? '' : ' (if present)'}`;
}

function subjectOf(key: string): string {
  const [, words] = KEYS.find(([pattern]) => pattern.test(key)) ?? [];
  return words?.(key.slice(key.indexOf('/') + 1)) ?? key;
}

/** A key that has several values. None at all also meets a condition on each of them. */
function partOf(key: string, isEach: boolean): string {
  const subject = subjectOf(key);
  const noun = subject.startsWith('the ') ? subject.slice('the '.length) : `value of ${key}`;
  return isEach ? `each ${noun} (if any)` : `at least one ${noun}`;
}

/** What a flag says, unless it may be both. */
function flagWords(key: string, values: readonly string[]): string | undefined {
  const [, isTrue, isFalse] = FLAGS.find(([pattern]) => pattern.test(key)) ?? [];
  return { true: isTrue, false: isFalse }[values.join()];
}

function predicate(subject: string, operator: string, key: string, values: readonly string[]): string {
  switch (operator) {
    case 'Null':
      return `${/Tag\//.test(key) ? subject : key} is ${anyOf(values.map(presence))}`;
    case 'Bool':
      return `${key} is ${anyOf(values)}`;
    default:
      return compared(subject, operator, key, values);
  }
}

function presence(value: string): string {
  return value === 'true' ? 'absent' : value === 'false' ? 'present' : value;
}

function verbOf(operator: string): string {
  return own(OPERATORS, operator.replace('Not', ''))?.[/Not/.test(operator) ? 1 : 0] ?? operator;
}

function compared(subject: string, operator: string, key: string, values: readonly string[]): string {
  const verb = verbOf(operator);
  const [, owner] = OF_ACCOUNT.exec(subject) ?? [];
  if (owner !== undefined && values.length > 0 && values.every(value => ACCOUNT.test(value)) && /^is(?: not)?$/.test(verb)) {
    return `${owner} ${verb} in ${anyOf(values.map(accountWords))}`;
  }
  const objects = /Service$|CalledVia/i.test(key) ? servicePrincipals(values) : anyOf(values);
  if (!/^the (?:role is passed to|request comes through|resource is created by)$/.test(subject)) {
    return `${subject} ${verb} ${objects}`;
  }
  return verb === 'is' ? `${subject} ${objects}`
    : `the ${subject.endsWith('created by') ? 'action' : 'service'} that ${subject} ${verb} ${objects}`;
}

function accountWords(account: string): string {
  return /^\d/.test(account) ? `account ${account}` : 'this account';
}

/** The most values that a sentence names. */
const MOST_VALUES = 5;

function anyOf(values: readonly string[]): string {
  const others = values.length - MOST_VALUES + 1;
  return values.length === 0 ? 'nothing'
    : listed(others < 2 ? values : [...values.slice(0, MOST_VALUES - 1), `${others} others`], 'or');
}

/** `EC2 (ec2.amazonaws.com or ec2.amazonaws.com.cn) or Lambda (lambda.amazonaws.com)` */
function servicePrincipals(values: readonly string[]): string {
  const services = new Map<string, string[]>();
  for (const value of values) {
    const [, service = ''] = /^(.*) \(/.exec(servicePrincipalName(value)) ?? [];
    services.set(service || value, [...services.get(service || value) ?? [], value]);
  }
  return anyOf([...services].map(([service, principals]) =>
    (principals.length === 1 && principals[0] === service ? service : `${service} (${anyOf(principals)})`)));
}
