import { Source } from './documented-statement';

// The forms of sources. What each is decides what notices that it changed: docs/decisions/0017-who-notices-what.md.

const POLICIES = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

/** When the packages were last compared with all sources that they hold. */
const COMPARED = '2026-11-28';

/** A version of an AWS managed policy, and the day of its publication. */
export function managedPolicy(name: string, version: string, asOf: string, appliesTo: string): Source {
  return {
    kind: 'managed policy', url: `${POLICIES}/${name}.html`, section: `${name} ${version}`, asOf, readOn: COMPARED, appliesTo,
  };
}

/** Files of a package on PyPI, and the day of its release. */
export function release(name: string, version: string, asOf: string) {
  return (file: string, section: string, appliesTo: string): Source => ({
    kind: 'release', url: `https://pypi.org/project/${name}/${version}/`, section: `${file}: ${section}`, asOf, readOn: COMPARED, appliesTo,
  });
}

/** A page, and the date of its text. */
export function page(url: string, section: string, asOf: string, appliesTo: string, readOn = asOf): Source {
  return { kind: 'page', url, section, asOf, readOn, appliesTo };
}

/** A file of a repository at a commit or tag, or a merged pull request, and its date. */
export function commit(url: string, section: string, asOf: string, appliesTo: string, readOn = asOf): Source {
  return { kind: 'commit', url, section, asOf, readOn, appliesTo };
}
