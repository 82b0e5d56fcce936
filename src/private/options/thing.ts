import { IResource, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct, IConstruct } from 'constructs';
import { refuseOtherAccount, warnOfOtherAccount } from './accounts';
import { Form } from './arn-forms';
import { Arns } from './arns';
import { fail } from './errors';
import { keyArn } from './keys';
import { isLookupDummy, isPattern, literalsOf, readable, TOKEN } from './literals';
import { duckType, validate, Validator } from './validators';

/** A kind of CDK object that options accept, and how it is converted to an ARN. */
export interface Thing<T> {
  /** In errors: 'a role'. */
  readonly what: string;
  /** The property that identifies an object by its name or ARN. */
  readonly identifiedBy: keyof T & string;
  readonly form: Form;
  /** A property that other kinds with the same identifier lack. */
  readonly recognizedBy?: keyof T & string;
  /** The factories that import one by its name or ARN: 'iam.Role.fromRoleName(scope, id, NAME)'. */
  readonly fromName?: string;
  readonly fromArn?: string;
  /** Returns the ARN in policies, if that is not the identifier. */
  readonly arn?: (identifier: string, arns: Arns, object: T) => string;
  /** The property with its encryption key. */
  readonly key?: string;
  /** The policy that must allow the role, too, if the thing is in another account. */
  readonly otherAccount?: string;
  /** The reason why a thing of another account is an error. */
  readonly refusesOtherAccount?: string;
}

/** The value of an option, read as a thing. */
export interface BoundThing<T> {
  readonly object: T;
  readonly arn: string;
  readonly keys: readonly string[];
}

/** Turns a thing into an ARN and its keys, or fails if it is not exactly one thing of the kind. */
export function bindThing<T>(scope: IConstruct, path: string, value: T | undefined, thing: Thing<T>): BoundThing<T> {
  const object = validate(scope, `'${path}'`, value, validatorOf(thing));
  const identifier = object[thing.identifiedBy] as string;
  if (!isLookupDummy(identifier)) {
    checkIdentifier(scope, path, identifier, thing);
    checkAccount(scope, path, object, identifier, thing);
  }
  // Parameters and other CDK objects have their key, although their interfaces don't declare it.
  const key = thing.key && (object as Readonly<Record<string, kms.IKey | undefined>>)[thing.key];
  return {
    object,
    arn: thing.arn?.(identifier, Arns.of(scope), object) ?? identifier,
    keys: key ? [keyArn(scope, `${path}.${thing.key}`, key)] : [],
  };
}

/** Rejects objects of other kinds, and says how to import one from a name or an ARN. */
export function validatorOf<T>({ what, identifiedBy, recognizedBy, fromName, fromArn }: Thing<T>): Validator<T> {
  const factoryFor = (text: string) => (text.startsWith('arn:') ? fromArn ?? fromName : fromName ?? fromArn);
  return {
    ...duckType<T>(recognizedBy ?? identifiedBy, what),
    advice: value => typeof value === 'string' ? `pass ${factoryFor(value)}` : undefined,
  };
}

function checkIdentifier<T>(scope: IConstruct, path: string, identifier: string, { what, form }: Thing<T>): void {
  const [pattern, words] = form;
  const literals = literalsOf(identifier);
  if (isPattern(identifier)) {
    fail(
      scope,
      `'${path}' must be ${what}, without wildcards and policy variables, got '${readable(identifier)}': list each one`,
    );
  }
  if (literals !== TOKEN && !pattern.test(literals)) {
    fail(scope, `'${path}' must be ${what}, got '${readable(identifier)}': it must have the form ${words}`);
  }
}

function checkAccount<T>(scope: IConstruct, path: string, object: T, identifier: string, thing: Thing<T>): void {
  const { otherAccount, refusesOtherAccount, what } = thing;
  const account = accountOf(object, identifier) ?? Stack.of(scope).account;
  if (otherAccount !== undefined) {
    warnOfOtherAccount(scope, path, account, otherAccount);
  } else if (refusesOtherAccount !== undefined) {
    const isUnknown = literalsOf(identifier) === TOKEN && Construct.isConstruct(object);
    const name = isUnknown ? object.node.path : readable(identifier);
    refuseOtherAccount(scope, path, what, { name, account, reason: refusesOtherAccount });
  }
}

/** The account of an ARN or of the object; undefined for AWS managed things, whose objects throw when it is read. */
function accountOf(object: unknown, identifier: string): string | undefined {
  const account = /^arn:[^:]*:[^:]*:[^:]*:([^:]*):/.exec(literalsOf(identifier))?.[1] ?? '';
  if (account === 'aws') {
    return undefined;
  }
  return /^\d{12}$/.test(account) ? account : (object as Partial<IResource>).env?.account;
}
