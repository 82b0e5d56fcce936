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
  [/^kms:GrantIsForAWSResource$/i, () => 'an AWS service uses the grant'],
  [/^aws:SourceAccount$/i, () => 'the account of the calling resource'],
  [/^aws:SourceArn$/i, () => 'the calling resource'],
  [/^aws:ResourceAccount$/i, () => 'the account of the resource'],
  [/^s3:ResourceAccount$/i, () => 'the account of the bucket'],
  [/^aws:PrincipalAccount$/i, () => 'the account of the caller'],
  [/^aws:PrincipalArn$/i, () => 'the caller'],
  [/^aws:RequestedRegion$/i, () => 'the region of the request'],
  [/^aws:CalledVia(First|Last)$/i, () => 'the request comes through'],
  [/^aws:CalledVia$/i, () => 'the services that the request comes through'],
  [/^aws:SecureTransport$/i, () => 'the request uses TLS'],
  [/^aws:TagKeys$/i, () => 'the keys of the tags in the request'],
  [/^(?:aws|\w+):RequestTag\//i, name => `the tag ${name} in the request`],
  [/^(?:aws|\w+):ResourceTag\//i, name => `the tag ${name} of the resource`],
  [/^aws:PrincipalTag\//i, name => `the tag ${name} of the caller`],
  [/^iam:PermissionsBoundary$/i, () => 'the permissions boundary of the identity'],
  [/^iam:PolicyARN$/i, () => 'the policy'],
  [/^iam:AWSServiceName$/i, () => 'the service of the linked role'],
  [/^sts:ExternalId$/i, () => 'the external ID'],
  [/^s3:prefix$/i, () => 'the prefix that is listed'],
];

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
  const prefix = qualifier === 'ForAllValues' ? 'if any, each of ' : qualifier === 'ForAnyValue' ? 'one of ' : '';
  const subject = `${prefix}${subjectOf(key)}`;
  const suffix = ifExists === undefined ? '' : ', or it is absent';
  return `${predicate(subject, plain, key, values)}${suffix}`;
}

function subjectOf(key: string): string {
  const [, words] = KEYS.find(([pattern]) => pattern.test(key)) ?? [];
  return words?.(key.slice(key.indexOf('/') + 1)) ?? key;
}

function predicate(subject: string, operator: string, key: string, values: readonly string[]): string {
  switch (operator) {
    case 'Null':
      return `${/Tag\//.test(key) ? subject : key} is ${anyOf(values.map(presence))}`;
    case 'Bool':
      return isFlag(key, values) ? `${values.includes('false') ? 'not: ' : ''}${subject}` : `${subject} is ${anyOf(values)}`;
    default:
      return compared(subject, verbOf(operator), /Service$|CalledVia/i.test(key) ? servicePrincipals(values) : anyOf(values));
  }
}

function presence(value: string): string {
  return value === 'true' ? 'absent' : value === 'false' ? 'present' : value;
}

/** Whether the subject says what holds. */
function isFlag(key: string, values: readonly string[]): boolean {
  return /^(?:kms:GrantIsForAWSResource|aws:SecureTransport)$/i.test(key) && /^(?:true|false)$/.test(values.join());
}

function verbOf(operator: string): string {
  return own(OPERATORS, operator.replace('Not', ''))?.[/Not/.test(operator) ? 1 : 0] ?? operator;
}

function compared(subject: string, verb: string, values: string): string {
  return !/^the (?:role is passed to|request comes through)$/.test(subject) ? `${subject} ${verb} ${values}`
    : verb === 'is' ? `${subject} ${values}` : `the service that ${subject} ${verb} ${values}`;
}

/** The most values that a sentence names. */
const MOST_VALUES = 5;

function anyOf(values: readonly string[]): string {
  const others = values.length - MOST_VALUES + 1;
  return values.length === 0 ? 'nothing' : values.length <= MOST_VALUES ? values.join(' or ')
    : `${values.slice(0, MOST_VALUES - 1).join(' or ')} or ${others} others`;
}

/** `EC2 (ec2.amazonaws.com or ec2.amazonaws.com.cn)` */
function servicePrincipals(values: readonly string[]): string {
  const names = values.map(servicePrincipalName);
  const [first = ''] = names.map(name => name.split(' (')[0]);
  return values.length > 1 && names.every(name => name.startsWith(`${first} (`))
    ? `${first} (${anyOf(values)})` : anyOf(names);
}
