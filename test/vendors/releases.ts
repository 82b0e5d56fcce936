import { readData } from './data';

/** What the modules of each release of ParallelCluster say about permissions. */
export interface ReleaseFacts {
  readonly source: { readonly package: string; readonly registry: string; readonly license: string };
  /** The day of the publication, by release, oldest first. */
  readonly releases: Readonly<Record<string, string>>;
  /** Actions of the roles that its templates make. */
  readonly grants: readonly ActionFact[];
  /** Calls of its command line, in whose place the construct for users stands, and of its functions. */
  readonly calls: readonly ActionFact[];
  /** What its templates make. */
  readonly resources: readonly TypeFact[];
}

export interface ActionFact {
  /** Our construct for the role or the user. */
  readonly construct: string;
  readonly action: string;
  /** Releases, and ranges of them: `3.7.0..3.10.1`. */
  readonly releases: readonly string[];
}

export interface TypeFact {
  readonly type: string;
  readonly releases: readonly string[];
}

/** The file in `data`. */
export const RELEASES = 'parallelcluster-releases';

export function readReleases(): ReleaseFacts {
  return readData<ReleaseFacts>(RELEASES);
}
