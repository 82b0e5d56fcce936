import * as kms from 'aws-cdk-lib/aws-kms';
import { IConstruct } from 'constructs';
import { keyArn } from './keys';
import { BOOLEAN, checked, Kind, nonEmptyList, OPTIONS } from './validators';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/** Locations as ARNs, without repetitions, in the user's order. */
export interface BoundLocations {
  readonly buckets: readonly string[];
  readonly objects: readonly string[];
  /** The keys that the buckets bring. */
  readonly keys: readonly string[];
}

export const NO_LOCATIONS: BoundLocations = { buckets: [], objects: [], keys: [] };

const LOCATION: Kind<S3Location> = {
  what: 'an S3Location, such as S3Location.prefix()',
  is: value => value instanceof S3Location,
};
const IMAGE: Kind<ImageSource> = {
  what: 'an ImageSource, such as ImageSource.repository()',
  is: value => value instanceof ImageSource,
};

/** What a key is, is checked where it is read. */
const ANYTHING: Kind<kms.IKey> = { what: 'a key', is: (_key): _key is kms.IKey => true };

const LEAVE_OUT = 'leave it out where there is none';

/** Checks the options of a struct, and turns them into what statements are made of. Errors name their path. */
export class OptionReader {
  /** @param path the name of the struct in errors; nothing for the properties of the construct */
  public static of(scope: IConstruct, path: string, options: object | undefined): OptionReader {
    checked(scope, path || 'props', options, OPTIONS);
    return new OptionReader(scope, path);
  }

  private constructor(
    public readonly scope: IConstruct,
    private readonly path: string,
  ) {}

  /** The name of an option in errors. */
  public pathOf(option: string): string {
    return this.path === '' ? option : `${this.path}.${option}`;
  }

  /** What an optional struct in the struct is read to. */
  public optionalStruct<O extends object, R>(
    option: string,
    options: O | undefined,
    read: (reader: OptionReader, options: O) => R,
  ): R | undefined {
    return options === undefined ? undefined : read(OptionReader.of(this.scope, this.pathOf(option), options), options);
  }

  /** Whether something is on. A text such as 'false', which context gives, is an error. */
  public flag(option: string, value: boolean | undefined, byDefault: boolean): boolean {
    return value === undefined ? byDefault : checked(this.scope, this.pathOf(option), value, BOOLEAN);
  }

  public required<T>(option: string, value: T, kind: Kind<T>): T {
    return checked(this.scope, this.pathOf(option), value, kind);
  }

  /** A value that may be left out. */
  public optional<T>(option: string, value: T | undefined, kind: Kind<T>): T | undefined {
    return value === undefined ? undefined : this.required(option, value, kind);
  }

  /** @param reason why an empty list can only be a mistake */
  public locations(option: string, locations: readonly S3Location[], reason: string): BoundLocations {
    const path = this.pathOf(option);
    const bound = nonEmptyList(this.scope, path, locations, LOCATION, reason).map((location, index) =>
      location._bind(this.scope, `${path}[${index}]`),
    );
    return {
      buckets: unique(bound.map(({ bucketArn }) => bucketArn)),
      objects: unique(bound.map(({ objectArn }) => objectArn)),
      keys: unique(
        bound.flatMap(({ encryptionKey }, index) =>
          encryptionKey ? this.key(`${option}[${index}].bucket.encryptionKey`, encryptionKey) : [],
        ),
      ),
    };
  }

  public optionalLocations(option: string, locations: readonly S3Location[] | undefined): BoundLocations {
    return locations === undefined ? NO_LOCATIONS : this.locations(option, locations, LEAVE_OUT);
  }

  /** The ARNs of the repositories. */
  public images(option: string, images: readonly ImageSource[], reason: string): readonly string[] {
    const path = this.pathOf(option);
    return unique(
      nonEmptyList(this.scope, path, images, IMAGE, reason).map((image, index) =>
        image._bind(this.scope, `${path}[${index}]`),
      ),
    );
  }

  public optionalImages(option: string, images: readonly ImageSource[] | undefined): readonly string[] {
    return images === undefined ? [] : this.images(option, images, LEAVE_OUT);
  }

  /** The ARN of the key, as a list of one. */
  public key(option: string, key: kms.IKey): readonly [string] {
    return [keyArn(this.scope, this.pathOf(option), key)];
  }

  public optionalKey(option: string, key: kms.IKey | undefined): readonly string[] {
    return key === undefined ? [] : this.key(option, key);
  }

  public optionalKeys(option: string, keys: readonly kms.IKey[] | undefined): readonly string[] {
    const given = this.optionalList(option, keys, ANYTHING);
    return unique(given.flatMap((key, index) => this.key(`${option}[${index}]`, key)));
  }

  /** A list of things of a kind, in the user's order. */
  public list<T>(option: string, list: readonly T[], kind: Kind<T>, reason: string): readonly T[] {
    return nonEmptyList(this.scope, this.pathOf(option), list, kind, reason);
  }

  public optionalList<T>(option: string, list: readonly T[] | undefined, kind: Kind<T>): readonly T[] {
    return list === undefined ? [] : this.list(option, list, kind, LEAVE_OUT);
  }
}

export function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
