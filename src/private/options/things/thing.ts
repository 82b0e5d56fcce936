import { CfnResource, IResource, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct, IConstruct } from 'constructs';
import { accountIn, refuseOtherAccount, warnOfOtherAccount } from './accounts';
import { Form } from './arn-forms';
import { Arns } from '../arns';
import { fail } from '../errors';
import { isParameter } from '../kinds';
import { keyArn } from './keys';
import { isLookupDummy, isPattern, literalsOf, readable, TOKEN } from '../literals';
import { keyOfResource } from './resource-keys';
import { validate, Validator } from '../validators';

/** A kind of CDK object that options accept, and how it is converted to an ARN. */
export interface Thing<T> {
  /** In errors: 'a role'. */
  readonly what: string;
  /** The name or ARN of an object, as its reference has it; nothing for an object of another kind. */
  readonly identify: (object: Partial<T>) => string | undefined;
  readonly form: Form;
  /** What a similar name, ARN or object is instead, and the way out. It gets `TOKEN` for the tokens of a text. */
  readonly mistake?: (value: unknown) => string | undefined;
  /** The factories that import one by its name or ARN: 'iam.Role.fromRoleName(scope, id, NAME)'. */
  readonly fromName?: string;
  readonly fromArn?: string;
  /** Returns the ARN in policies, if that is not the identifier. */
  readonly arn?: (identifier: string, arns: Arns, object: T) => string;
  /** Where its encryption key is known. */
  readonly key?: KnownKey;
  /** What its owner must do if the thing is in another account. */
  readonly otherAccount?: string;
  /** The reason why a thing of another account is an error. */
  readonly refusesOtherAccount?: string;
}

/** The encryption key of a resource: L2s have it as an object, L1s as a property, and references don't have it. */
export interface KnownKey {
  /** The property of L2s: 'encryptionKey'. */
  readonly ofL2: string;
  /** The value of the property of an L1, such as a key ID, an ARN, an alias or a token. */
  readonly ofL1?: (resource: never) => unknown;
}

/** The value of an option, read as a thing. */
export interface BoundThing<T> {
  readonly object: T;
  readonly arn: string;
  readonly keys: readonly string[];
}

/** An identifier that is as it must be. */
interface Checked {
  readonly identifier: string;
  /** The account in it, if it is literal: twelve digits, or `aws`. */
  readonly account: string | undefined;
}

/** The identifiers of objects by the kind of thing: many options and constructs name the same few objects. */
const CHECKED = new WeakMap<object, Map<unknown, Checked>>();

/** Turns a thing into an ARN and its keys, or fails if it is not exactly one thing of the kind. */
export function bindThing<T>(scope: IConstruct, path: string, value: T | undefined, thing: Thing<T>): BoundThing<T> {
  const object = validate(scope, `'${path}'`, value, validatorOf(thing));
  const identifier = thing.identify(object as Partial<T>)!;
  if (!isLookupDummy(identifier)) {
    checkAccount(scope, path, object, checkedOnce(scope, path, object, identifier, thing), thing);
  }
  return {
    object,
    arn: thing.arn?.(identifier, Arns.of(scope), object) ?? identifier,
    keys: thing.key ? keysOf(scope, path, object, thing.key) : [],
  };
}

/** A list of the key, if it is known. */
function keysOf(scope: IConstruct, path: string, object: unknown, { ofL2, ofL1 }: KnownKey): readonly string[] {
  if (CfnResource.isCfnResource(object)) {
    return ofL1 ? keyOfResource(scope, path, object, ofL1(object as never)) : [];
  }
  const key = (object as Readonly<Record<string, kms.IKeyRef | undefined>>)[ofL2];
  return key ? [keyArn(scope, `${path}.${ofL2}`, key)] : [];
}

const VALIDATORS = new WeakMap<object, Validator<never>>();

/** Rejects objects of other kinds, and says how to import one from a name or an ARN. */
export function validatorOf<T>(thing: Thing<T>): Validator<T> {
  const validator = VALIDATORS.get(thing) as Validator<T> | undefined ?? newValidatorOf(thing);
  VALIDATORS.set(thing, validator as Validator<never>);
  return validator;
}

function newValidatorOf<T>({ what, identify, mistake, fromName, fromArn }: Thing<T>): Validator<T> {
  const factoryFor = (text: string) => (text.startsWith('arn:') ? fromArn ?? fromName : fromName ?? fromArn);
  return {
    what,
    is: (value): value is T => typeof value === 'object' && value !== null && identify(value) !== undefined,
    advice: value => mistake?.(value) ?? importBy(value, factoryFor),
  };
}

/** How to import what a text, or a parameter of the template, names. */
function importBy(value: unknown, factoryFor: (text: string) => string | undefined): string | undefined {
  if (isParameter(value)) {
    return `pass ${factoryFor('')} with its valueAsString`;
  }
  return typeof value === 'string' ? `pass ${factoryFor(value)}` : undefined;
}

function checkedOnce<T>(scope: IConstruct, path: string, object: T, identifier: string, thing: Thing<T>): Checked {
  const ofObject = CHECKED.get(object as object) ?? new Map<unknown, Checked>();
  const known = ofObject.get(thing);
  if (known?.identifier === identifier) {
    return known;
  }
  checkIdentifier(scope, path, identifier, thing);
  const checked = { identifier, account: accountIn(identifier) };
  CHECKED.set(object as object, ofObject.set(thing, checked));
  return checked;
}

function checkIdentifier<T>(scope: IConstruct, path: string, identifier: string, thing: Thing<T>): void {
  const { what, form: [pattern, words], mistake } = thing;
  const literals = literalsOf(identifier);
  if (isPattern(identifier)) {
    fail(
      scope,
      `'${path}' must be ${what}, without wildcards and policy variables, got '${readable(identifier)}': list each one`,
    );
  }
  const other = mistake?.(literals);
  if (other !== undefined) {
    fail(scope, `'${path}' must be ${what}, got '${readable(identifier)}': ${other}`);
  }
  if (literals !== TOKEN && !pattern.test(literals)) {
    fail(scope, `'${path}' must be ${what}, got '${readable(identifier)}': it must have the form ${words}`);
  }
}

function checkAccount<T>(scope: IConstruct, path: string, object: T, checked: Checked, thing: Thing<T>): void {
  const { otherAccount, refusesOtherAccount, what } = thing;
  const { identifier } = checked;
  const account = accountOf(object, checked) ?? Stack.of(scope).account;
  if (otherAccount !== undefined) {
    warnOfOtherAccount(scope, path, { account, resource: identifier, advice: otherAccount });
  } else if (refusesOtherAccount !== undefined) {
    const isUnknown = literalsOf(identifier) === TOKEN && Construct.isConstruct(object);
    const name = isUnknown ? object.node.path : readable(identifier);
    refuseOtherAccount(scope, path, what, { name, account, reason: refusesOtherAccount });
  }
}

/** The account of an ARN or of the object; undefined for AWS managed things, whose objects throw when it is read. */
function accountOf(object: unknown, { account }: Checked): string | undefined {
  if (account === 'aws') {
    return undefined;
  }
  // The CDK takes the account of a static reference from its ARN, which may have none.
  return account ?? ((object as Partial<IResource>).env?.account || undefined);
}
