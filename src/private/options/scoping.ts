import { IConstruct } from 'constructs';

// The base classes of the scoping classes in `common`: the reader uses these, so that it does not import `common`.

/** A place in Amazon S3, as ARNs. */
export interface BoundLocation {
  readonly bucketArn: string;
  readonly objectArn: string;
  /** The encryption key of the bucket, if it is known. */
  readonly keys: readonly string[];
  /** The account of the bucket, if it is known. */
  readonly account?: string;
}

/**
 * The base of `S3Location`.
 *
 * @internal
 */
export abstract class Location {
  /** @internal */
  public abstract _bind(scope: IConstruct, path: string): BoundLocation;
}

/**
 * The base of `ImageSource`.
 *
 * @internal
 */
export abstract class Image {
  /**
   * The ARN of the repository.
   *
   * @internal
   */
  public abstract _bind(scope: IConstruct, path: string): string;
}
