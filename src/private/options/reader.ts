import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { fail, warn } from './errors';
import { nearestName } from './near-misses';
import { BoundLocation, Image, Location } from './scoping';
import { keyArn } from './things/keys';
import { BoundThing, bindThing, Thing, validatorOf } from './things/thing';
import { unique } from './unique';
import { BOOLEAN, instanceOf, OPTIONS, validate, validateList, Validator } from './validators';

/** Locations as ARNs, without repetitions, in the user's order. */
export interface BoundLocations {
  readonly buckets: readonly string[];
  readonly objects: readonly string[];
  /** The encryption keys of the buckets. */
  readonly keys: readonly string[];
  /** The accounts of the buckets, as far as they are known. */
  readonly accounts: readonly string[];
}

export const NO_LOCATIONS: BoundLocations = { buckets: [], objects: [], keys: [], accounts: [] };

const LOCATION = instanceOf(Location, 'S3Location', 'S3Location.prefix()');
const IMAGE = instanceOf(Image, 'ImageSource', 'ImageSource.repository()');
const LEAVE_OUT = 'leave it out instead';

type Name<O> = keyof O & string;
type IsOptional<O, K extends keyof O> = undefined extends O[K] ? true : false;
/** The options of a struct that have values of a type. */
type Of<O, T> = { [K in Name<O>]-?: NonNullable<O[K]> extends T ? K : never }[Name<O>];
/** The optional ones. */
type Optional<O, T> = { [K in Of<O, T>]: IsOptional<O, K> extends true ? K : never }[Of<O, T>];
/** The required ones. */
type Required<O, T> = { [K in Of<O, T>]: IsOptional<O, K> extends true ? never : K }[Of<O, T>];
/** Why a list must have an element: for required options only. */
type Reason<O, K extends keyof O> = IsOptional<O, K> extends true ? [] : [reason: string];
/** The boolean options of a struct. */
export type Flag<O> = Optional<O, boolean>;
type Element<L> = NonNullable<L> extends readonly (infer T)[] ? T : never;

/** The reader of a struct, or of a struct that extends it. */
export interface ReaderOf<O extends object> {
  readonly scope: IConstruct;
  readonly options: O;
}

/** The same reader, for the options of the base struct. */
export function readerOf<O extends object>(reader: ReaderOf<O>): OptionReader<O> {
  return reader as OptionReader<O>;
}

/**
 * Reads the options of a struct: checks them, and converts them for the statements. Errors contain their path.
 *
 * Each option is read by its name, which the compiler checks. Methods named `required...` read required single values;
 * required lists take the reason as an argument. Other methods return `undefined` or an empty list for an option that
 * was left out. An empty list of the user is an error, except for `anyNumberOf...`.
 */
export class OptionReader<O extends object> {
  /** Reads the properties of a construct. */
  public static of<O extends object>(scope: IConstruct, props: O | undefined): OptionReader<O> {
    return new OptionReader(scope, '', validate(scope, "'props'", props, OPTIONS as Validator<O>));
  }

  /** Reads the arguments of a function outside of any app: no things, locations, images and warnings. */
  public static ofArguments<O extends object>(args: O): OptionReader<O> {
    return new OptionReader(undefined, '', args);
  }

  /** Reads a struct that is an argument of a factory, under the path of the object that the factory returned. */
  public static ofArgument<O extends object, R>(
    scope: IConstruct, path: string, argument: O, read: (reader: OptionReader<O>) => R,
  ): R {
    const reader = new OptionReader(scope, path, argument);
    const result = read(reader);
    reader.finish();
    return result;
  }

  private readonly asked: string[] = [];

  private constructor(
    private readonly owner: IConstruct | undefined,
    private readonly path: string,
    public readonly options: O,
  ) {}

  public get scope(): IConstruct {
    return this.owner ?? fail(undefined, `'${this.path}' is read outside of an app`);
  }

  /** The name of an option in errors. */
  public pathOf(option: Name<O>): string {
    return this.path === '' ? option : `${this.path}.${option}`;
  }

  /** Fails, and blames a misspelt option if there is one. */
  public fail(message: string): never {
    this.finish();
    return fail(this.owner, message);
  }

  public warn(id: string, message: string): void {
    warn(this.scope, id, message);
  }

  /** The value of an option, unchecked. */
  public raw<K extends Name<O>>(option: K): O[K] {
    this.asked.push(option);
    return this.options[option];
  }

  public has(option: Name<O>): boolean {
    return this.raw(option) !== undefined;
  }

  /** Reads a boolean. A string such as 'false', as from context, is an error. */
  public flag(option: Optional<O, boolean>, byDefault: boolean): boolean {
    const value = this.raw(option);
    return value === undefined ? byDefault : validate(this.owner, this.subject(option), value as boolean, BOOLEAN);
  }

  public value<K extends Optional<O, unknown>>(option: K, validator: Validator<NonNullable<O[K]>>): O[K] | undefined {
    return this.has(option) ? this.validated(option, validator) : undefined;
  }

  public required<K extends Required<O, unknown>>(
    option: K, validator: Validator<NonNullable<O[K]>>,
  ): NonNullable<O[K]> {
    return this.validated(option, validator);
  }

  /** Reads an optional struct. */
  public struct<K extends Optional<O, object>, R>(
    option: K, read: (reader: OptionReader<NonNullable<O[K]> & object>) => R,
  ): R | undefined {
    return this.has(option) ? this.readStruct<K, R>(option, this.raw<K>(option), read) : undefined;
  }

  /** Whether a capability is wanted: its struct has no options yet. */
  public capability(option: Optional<O, object>): boolean {
    return this.struct(option, () => true) ?? false;
  }

  public requiredStruct<K extends Required<O, object>, R>(
    option: K, read: (reader: OptionReader<NonNullable<O[K]> & object>) => R,
  ): R {
    return this.readStruct<K, R>(option, this.present(option), read);
  }

  /** Reads an optional struct, with a default if it is absent. */
  public structOr<K extends Optional<O, object>, R>(
    option: K, byDefault: NonNullable<O[K]>, read: (reader: OptionReader<NonNullable<O[K]> & object>) => R,
  ): R {
    return this.readStruct<K, R>(option, this.has(option) ? this.raw<K>(option) : byDefault, read);
  }

  /** Reads a list, in the user's order. */
  public list<K extends Of<O, readonly unknown[]>>(
    option: K, validator: Validator<Element<O[K]>>, ...[reason]: Reason<O, K>
  ): readonly Element<O[K]>[] {
    return this.each(option, validator, reason, element => element);
  }

  /** Reads a list that apps compute: an empty one equals an absent one. */
  public anyNumberOf<K extends Optional<O, readonly unknown[]>>(
    option: K, validator: Validator<Element<O[K]>>,
  ): readonly Element<O[K]>[] {
    return this.has(option)
      ? validateList(this.owner, this.pathOf(option), this.raw(option) as readonly Element<O[K]>[], validator) : [];
  }

  public thing<T>(option: Optional<O, T>, thing: Thing<T>): BoundThing<T> | undefined {
    return this.has(option) ? this.bind(option, thing) : undefined;
  }

  public requiredThing<T>(option: Required<O, T>, thing: Thing<T>): BoundThing<T> {
    return this.bind(option, thing);
  }

  public things<T, K extends Of<O, readonly T[]>>(
    option: K, thing: Thing<T>, ...[reason]: Reason<O, K>
  ): readonly BoundThing<T>[] {
    return this.each(option, validatorOf(thing), reason, (object, path) => bindThing(this.scope, path, object, thing));
  }

  /** Reads things of a list that apps compute: an empty one equals an absent one. */
  public anyNumberOfThings<T>(option: Optional<O, readonly T[]>, thing: Thing<T>): readonly BoundThing<T>[] {
    const objects = this.has(option)
      ? validateList(this.owner, this.pathOf(option), this.raw(option) as readonly T[], validatorOf(thing)) : [];
    return objects.map((object, index) => bindThing(this.scope, `${this.pathOf(option)}[${index}]`, object, thing));
  }

  /** The ARNs of things, without repetitions. */
  public arns<T, K extends Of<O, readonly T[]>>(
    option: K, thing: Thing<T>, ...reason: Reason<O, K>
  ): readonly string[] {
    return unique(this.things(option, thing, ...reason).map(({ arn }) => arn));
  }

  public locations<K extends Of<O, readonly Location[]>>(option: K, ...[reason]: Reason<O, K>): BoundLocations {
    return joined(this.each(option, LOCATION, reason, (location, path) => location._bind(this.scope, path)));
  }

  public location(option: Optional<O, Location>): BoundLocations | undefined {
    const location = this.has(option)
      ? validate(this.scope, this.subject(option), this.raw(option) as Location, LOCATION) : undefined;
    return location && joined([location._bind(this.scope, this.pathOf(option))]);
  }

  /** The ARNs of the repositories. */
  public images<K extends Of<O, readonly Image[]>>(option: K, ...[reason]: Reason<O, K>): readonly string[] {
    return unique(this.each(option, IMAGE, reason, (image, path) => image._bind(this.scope, path)));
  }

  /** The ARN of the key, as a list of one, or an empty list. */
  public key(option: Optional<O, kms.IKeyRef>): readonly string[] {
    return this.has(option) ? [this.keyArn(option)] : [];
  }

  public requiredKey(option: Required<O, kms.IKeyRef>): string {
    return this.keyArn(option);
  }

  public keys(option: Optional<O, readonly kms.IKeyRef[]>): readonly string[] {
    return unique(this.each(option, ANY_KEY, undefined, (key, path) => keyArn(this.scope, path, key)));
  }

  /** Fails for an option that is never read and is probably misspelt. Others may belong to other constructs. */
  public finish(): void {
    const options = this.options as Record<string, unknown>;
    for (const option in options) {
      const isUnknown = !this.asked.includes(option) && options[option] !== undefined;
      // If both names are set, the unread one belongs to another construct, such as `mungeKey` next to `mungeKeys`.
      const meant = isUnknown
        ? nearestName(option, this.asked.filter(name => options[name] === undefined)) : undefined;
      if (meant !== undefined) {
        const [unknown, known] = [option, meant].map(name => `'${this.pathOf(name as Name<O>)}'`);
        fail(this.owner, `unknown option ${unknown}, did you mean ${known}?`);
      }
    }
  }

  private readStruct<K extends Name<O>, R>(
    option: K, options: O[K], read: (reader: OptionReader<NonNullable<O[K]> & object>) => R,
  ): R {
    type Struct = NonNullable<O[K]> & object;
    const struct = validate(this.owner, this.subject(option), options as Struct, OPTIONS as Validator<Struct>);
    const reader = new OptionReader(this.owner, this.pathOf(option), struct);
    const result = read(reader);
    reader.finish();
    return result;
  }

  private validated<K extends Name<O>>(option: K, validator: Validator<NonNullable<O[K]>>): NonNullable<O[K]> {
    return validate(this.owner, this.subject(option), this.present(option) as NonNullable<O[K]>, validator);
  }

  /** The value of a required option: if it is missing, it may be misspelt. */
  private present<K extends Name<O>>(option: K): O[K] {
    if (!this.has(option)) {
      this.finish();
    }
    return this.raw(option);
  }

  private subject(option: Name<O>): string {
    return `'${this.pathOf(option)}'`;
  }

  /** Reads each element. A list is optional unless there is a reason why it must have an element. */
  private each<T, R>(
    option: Name<O>, validator: Validator<T>, reason: string | undefined, read: (element: T, path: string) => R,
  ): readonly R[] {
    if (reason === undefined && !this.has(option)) {
      return [];
    }
    const path = this.pathOf(option);
    const elements = validateList(this.owner, path, this.present(option) as readonly T[] | undefined, validator);
    if (elements.length === 0) {
      this.fail(`'${path}' must not be empty: ${reason ?? LEAVE_OUT}, got []`);
    }
    return elements.map((element, index) => read(element, `${path}[${index}]`));
  }

  private bind<T>(option: Name<O>, thing: Thing<T>): BoundThing<T> {
    return bindThing(this.scope, this.pathOf(option), this.present(option) as T | undefined, thing);
  }

  private keyArn(option: Name<O>): string {
    return keyArn(this.scope, this.pathOf(option), this.present(option) as kms.IKeyRef | undefined);
  }
}

/** `keyArn()` validates keys and unwraps aliases. */
const ANY_KEY: Validator<kms.IKeyRef> = { what: 'a key', is: (_key): _key is kms.IKeyRef => true };

function joined(locations: readonly BoundLocation[]): BoundLocations {
  return {
    buckets: unique(locations.map(({ bucketArn }) => bucketArn)),
    objects: unique(locations.map(({ objectArn }) => objectArn)),
    keys: unique(locations.flatMap(({ keys }) => keys)),
    accounts: unique(locations.flatMap(({ account }) => account ?? [])),
  };
}
