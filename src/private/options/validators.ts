import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail, format, nameOf } from './errors';
import { isObject, isParameter, isString } from './kinds';
import { hasPolicyVariable, isLookupDummy, isPattern, literalsOf, TOKEN } from './literals';

// TypeScript and jsii check most of this; a value that a cast hides from them must not end in a TypeError.

/** A requirement for a value. */
export interface Validator<T> {
  /** The text after "must be". */
  readonly what: string;
  readonly is: (value: unknown) => value is T;
  /** Advice for a value that does not meet the requirement. */
  readonly advice?: (value: unknown) => string | undefined;
}

export const STRING: Validator<string> = { what: 'a string', is: isString };
export const BOOLEAN: Validator<boolean> = {
  what: 'true or false',
  is: (value): value is boolean => typeof value === 'boolean',
};
export const OPTIONS: Validator<object> = {
  what: 'an object of options',
  is: isObject,
  advice: value => value === true ? 'use {} for the defaults' : value === false ? 'leave it out' : undefined,
};

/** Texts that may be or contain tokens. */
const STAND_INS = [
  'a', 'aaaa', '0', '/', 'a/', '/a', '/a/', '0a1b', 'central', '.a', '123456789012', 'eu-central-1', 'ami-0123456789abcdef0', 'e-a',
  'a.b', 'arn:partition:service:eu-central-1:123456789012:type/a',
];

/**
 * Text that matches a pattern. With tokens, it must match for some value of the tokens.
 *
 * @param characters matches one character of the literal parts of a text with tokens
 */
export function matching(what: string, pattern: RegExp, characters: RegExp): Validator<string> {
  const allowed = new RegExp(`^(?:${characters.source}|${TOKEN})*$`, characters.flags);
  const mayMatch = (literals: string) => literals === TOKEN
    || (allowed.test(literals) && STAND_INS.some(text => pattern.test(literals.replaceAll(TOKEN, text))));
  return {
    what,
    is: (value): value is string => STRING.is(value) && !hasPolicyVariable(value)
      && (Token.isUnresolved(value) ? mayMatch(literalsOf(value)) : pattern.test(value) || isLookupDummy(value)),
  };
}

/** Text of a form that holds for its literal parts: the pattern has `TOKEN` where a token may be. */
export function ofForm(what: string, pattern: RegExp): Validator<string> {
  return {
    what,
    is: (value): value is string => STRING.is(value) && !isPattern(value) && pattern.test(literalsOf(value)),
  };
}

/** A member of an enum. */
export function memberOf<T extends string>(name: string, members: Readonly<Record<string, T>>): Validator<T> {
  return {
    what: `one of ${Object.keys(members).map(member => `${name}.${member}`).join(', ')}`,
    is: (value): value is T => Object.values<unknown>(members).includes(value),
  };
}

/** An object of a class of this library. Its constructor may be private. */
export function instanceOf<T extends object>(
  type: { readonly prototype: T }, name: string, example: string,
): Validator<T> {
  return {
    what: `${/^([AEIO]|S3)/.test(name) ? 'an' : 'a'} ${name}, such as ${example}`,
    is: (value): value is T => value instanceof (type as abstract new () => T),
    advice: value => typeof value === 'object' && value !== null && nameOf(value) === name
      ? 'it is of another copy of cdk-platform-iam, see npm ls cdk-platform-iam' : undefined,
  };
}

/** A CDK object, recognized by a property: it may come from another copy of the CDK. */
export function duckType<T>(property: keyof T & string, what: string): Validator<T> {
  return {
    what,
    is: (value): value is T => typeof value === 'object' && value !== null && property in value,
  };
}

/** @param subject the name of the value in errors: `'trainingJob.outputs[0]'`, with its quotes */
export function validate<T>(
  scope: IConstruct | undefined, subject: string, value: T | undefined, validator: Validator<T>,
): T {
  if (!validator.is(value)) {
    const advice = validator.advice?.(value) ?? (isParameter(value) ? 'pass its valueAsString' : undefined);
    fail(scope, `${subject} must be ${validator.what}, got ${format(value)}${advice === undefined ? '' : `: ${advice}`}`);
  }
  return value;
}

/** A list whose elements are known at synthesis. It may be empty. */
export function validateList<T>(
  scope: IConstruct | undefined, path: string, list: readonly T[] | undefined, validator: Validator<T>,
): readonly T[] {
  if (Token.isUnresolved(list)) {
    fail(scope, `'${path}' must be a list whose elements are known at synthesis, got an unresolved token list: ` +
      'list each element, such as Fn.select(0, LIST)');
  }
  if (!Array.isArray(list)) {
    fail(scope, `'${path}' must be a list, each element ${validator.what}, got ${format(list)}`);
  }
  // Array.from() does not skip the holes of a sparse array.
  return Array.from(list as readonly T[], (element, index) => validate(scope, `'${path}[${index}]'`, element, validator));
}
