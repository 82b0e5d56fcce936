import { Release } from '../watch/version-gates';

/** The rights of releases, which never change: by right, the first and last releases of each unbroken run. */
export interface RecordedReleases {
  /** In the order of their versions. */
  readonly versions: readonly string[];
  /** `3.13.0..3.16.1` */
  readonly rights: Readonly<Record<string, readonly string[]>>;
}

export function releasesIn({ versions, rights }: RecordedReleases): readonly Release[] {
  const all = Object.entries(rights).map(([right, runs]) =>
    [right, new Set(runs.flatMap(run => versionsOf(run, versions)))] as const);
  return versions.map(version => ({
    version, rights: new Set(all.filter(([, having]) => having.has(version)).map(([right]) => right)),
  }));
}

export function recordedOf(releases: readonly Release[]): RecordedReleases {
  const rights = [...new Set(releases.flatMap(release => [...release.rights]))].sort();
  return {
    versions: releases.map(({ version }) => version),
    rights: Object.fromEntries(rights.map(right => [right, runsOf(releases.map(release =>
      [release.version, release.rights.has(right)] as const))])),
  };
}

function versionsOf(run: string, versions: readonly string[]): readonly string[] {
  const [first, last = first] = run.split('..');
  return versions.slice(versions.indexOf(first), versions.indexOf(last) + 1);
}

function runsOf(having: readonly (readonly [version: string, has: boolean])[]): readonly string[] {
  const runs: string[][] = [];
  having.forEach(([version, has], index) => {
    if (has && !having[index - 1]?.[1]) {
      runs.push([version]);
    } else if (has) {
      runs.at(-1)![1] = version;
    }
  });
  return runs.map(run => run.join('..'));
}
