import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { fail, shown } from './errors';

// TypeScript and jsii check most of this for their users; what a cast lets through must not end in a TypeError.

/** What the value of an option must be. */
export interface Kind<T> {
  /** After "must be". */
  readonly what: string;
  readonly is: (value: unknown) => value is T;
}

export const STRING: Kind<string> = { what: 'a string', is: value => typeof value === 'string' };
export const BOOLEAN: Kind<boolean> = {
  what: 'true or false',
  is: (value): value is boolean => typeof value === 'boolean',
};
export const OPTIONS: Kind<object> = {
  what: 'an object of options',
  is: (value): value is object => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Text of a form. What a token stands for is not looked into. */
export function text(what: string, pattern: RegExp): Kind<string> {
  return {
    what,
    is: (value): value is string => STRING.is(value) && (Token.isUnresolved(value) || pattern.test(value)),
  };
}

/** An object of the CDK, known by a property: it may come from another copy of the CDK. */
export function having<T>(property: keyof T & string, what: string): Kind<T> {
  return {
    what,
    is: (value): value is T => typeof value === 'object' && value !== null && property in value,
  };
}

export function checked<T>(scope: IConstruct, property: string, value: T | undefined, kind: Kind<T>): T {
  if (!kind.is(value)) {
    fail(scope, `'${property}' must be ${kind.what}, got ${shown(value)}${wayOut(value, kind)}`);
  }
  return value;
}

/** Checks what may be left out. */
export function optional<T>(scope: IConstruct, property: string, value: T | undefined, kind: Kind<T>): void {
  if (value !== undefined) {
    checked(scope, property, value, kind);
  }
}

/** A construct of the library holds the role, and is none. */
function wayOut(value: unknown, kind: Kind<unknown>): string {
  const { role } = OPTIONS.is(value) ? (value as { role?: unknown }) : {};
  return role !== undefined && kind.is(role) ? ": pass its 'role'" : '';
}

/** A list whose elements are known at synthesis. */
export function checkedList<T>(
  scope: IConstruct,
  property: string,
  list: readonly T[] | undefined,
  kind: Kind<T>,
): readonly T[] {
  if (Token.isUnresolved(list)) {
    fail(scope, `'${property}' must be a list whose elements are known at synthesis, got an unresolved token list`);
  }
  if (!Array.isArray(list)) {
    fail(scope, `'${property}' must be a list, each element ${kind.what}, got ${shown(list)}`);
  }
  const wrong = list.findIndex(element => !kind.is(element));
  if (wrong >= 0) {
    checked(scope, `${property}[${wrong}]`, list[wrong], kind);
  }
  return list as readonly T[];
}

/** A list that may be left out. */
export function optionalList<T>(
  scope: IConstruct, property: string, list: readonly T[] | undefined, kind: Kind<T>,
): readonly T[] {
  return list === undefined ? [] : checkedList(scope, property, list, kind);
}

/**
 * A list that holds something.
 *
 * @param reason why an empty list can only be a mistake
 */
export function nonEmptyList<T>(
  scope: IConstruct,
  property: string,
  list: readonly T[] | undefined,
  kind: Kind<T>,
  reason: string,
): readonly T[] {
  const elements = checkedList(scope, property, list, kind);
  if (elements.length === 0) {
    fail(scope, `'${property}' must not be empty: ${reason}, got []`);
  }
  return elements;
}
