/**
 * What the roles and instance profiles that clusters make are called: the two parts of `Iam/ResourcePrefix` in the
 * configuration of a cluster. Images ignore it. At least one part must be there.
 */
export interface ParallelClusterResourcePrefix {
  /**
   * The path: starts and ends with `/` and names something in between, at most 512 characters.
   *
   * @default '/parallelcluster/', and the name of the cluster below it
   */
  readonly path?: string;

  /**
   * What the names start with: at most 30 characters of letters, digits and `_+=,.@-`.
   *
   * @default - any name
   */
  readonly namePrefix?: string;
}
