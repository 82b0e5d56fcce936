import { Token } from 'aws-cdk-lib';
import { fail, format } from '../../private/options/errors';

/**
 * The version of AWS ParallelCluster that permissions are for: each has its own set of API calls of the command line,
 * the nodes and the functions.
 */
export class ParallelClusterVersion {
  /** Version 3.2, for which the page of the guide was written. */
  public static readonly V3_2 = ParallelClusterVersion.of('3.2.0');
  /** Version 3.3. */
  public static readonly V3_3 = ParallelClusterVersion.of('3.3.1');
  /** Version 3.4. */
  public static readonly V3_4 = ParallelClusterVersion.of('3.4.1');
  /** Version 3.5. */
  public static readonly V3_5 = ParallelClusterVersion.of('3.5.1');
  /** Version 3.6. */
  public static readonly V3_6 = ParallelClusterVersion.of('3.6.1');
  /** Version 3.7. */
  public static readonly V3_7 = ParallelClusterVersion.of('3.7.2');
  /** Version 3.8. */
  public static readonly V3_8 = ParallelClusterVersion.of('3.8.0');
  /** Version 3.9. */
  public static readonly V3_9 = ParallelClusterVersion.of('3.9.3');
  /** Version 3.10. */
  public static readonly V3_10 = ParallelClusterVersion.of('3.10.1');
  /** Version 3.11. */
  public static readonly V3_11 = ParallelClusterVersion.of('3.11.1');
  /** Version 3.12. */
  public static readonly V3_12 = ParallelClusterVersion.of('3.12.0');
  /** Version 3.13. */
  public static readonly V3_13 = ParallelClusterVersion.of('3.13.2');
  /** Version 3.14. */
  public static readonly V3_14 = ParallelClusterVersion.of('3.14.2');
  /** Version 3.15, the last one with AWS Batch. */
  public static readonly V3_15 = ParallelClusterVersion.of('3.15.1');
  /** Version 3.16. */
  public static readonly V3_16 = ParallelClusterVersion.of('3.16.1');
  /** The newest version that the library supports. */
  public static readonly LATEST = ParallelClusterVersion.V3_16;

  /**
   * Another version.
   *
   * @param version a version from 3.2.0 on, such as `3.16.1`
   */
  public static of(version: string): ParallelClusterVersion {
    return new ParallelClusterVersion(version);
  }

  /** @param version `MAJOR.MINOR.PATCH` */
  private constructor(public readonly version: string) {
    const fault = faultOf(version);
    if (fault !== undefined) {
      fail(undefined, `the version of ParallelClusterVersion.of() must have the form '3.16.1', got ${format(version)}: ${fault}`);
    }
  }
}

function faultOf(version: unknown): string | undefined {
  if (typeof version !== 'string' || Token.isUnresolved(version)) {
    return 'pass a literal string, since the statements depend on it';
  }
  const [, major, minor, patch] = /^(0|[1-9]\d*)\.(0|[1-9]\d*)(\.\d+)?$/.exec(version) ?? [];
  if (major === undefined) {
    return 'it needs a major, a minor and a patch version';
  }
  if (major !== '3') {
    return `it is a version of ParallelCluster ${major}, and this class is for ParallelCluster 3`;
  }
  if (Number(minor) < 2) {
    return 'the oldest supported version is 3.2.0';
  }
  return patch === undefined ? `it needs a patch version, such as ${version}.0` : undefined;
}
