/**
 * The version of AWS ParallelCluster that permissions are for. A version needs what its command line, its nodes and its
 * functions call; newer ones call more, and less of what others have replaced.
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
  /** Version 3.15. */
  public static readonly V3_15 = ParallelClusterVersion.of('3.15.1');
  /** The newest version that the library knows. */
  public static readonly LATEST = ParallelClusterVersion.V3_15;

  /**
   * Another version.
   *
   * @param version a version from 3.2.0 on, such as `3.15.2`
   */
  public static of(version: string): ParallelClusterVersion {
    return new ParallelClusterVersion(version);
  }

  /** @param version `MAJOR.MINOR.PATCH` */
  private constructor(public readonly version: string) {
    if (!/^3\.(?:[2-9]|[1-9]\d+)\.\d+$/.test(version)) {
      throw new Error(`'version' must be a version of ParallelCluster 3 from 3.2.0 on, such as 3.15.1, got '${version}'`);
    }
  }
}
