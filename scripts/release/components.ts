/** A bill of materials in the format of CycloneDX. */
export interface CycloneDx {
  readonly metadata: { readonly component: Component };
}

export interface Component {
  readonly 'bom-ref': string;
  readonly 'name': string;
  readonly [key: string]: unknown;
}

/** The first line of each notice, below a rule: `commander 14.0.2 (MIT)`. */
const NOTICE = /^-{80}\n\n(?<name>(?:@[\w.-]+\/)?[\w.-]+) (?<version>\d\S*) \((?<license>[\w.-]+)\)$/gm;

/** The components of the package: libraries in its bundles, from their notices, and peers with their ranges. */
export function componentsOf(notices: string, peers: Readonly<Record<string, string>>): readonly Component[] {
  return [
    ...[...notices.matchAll(NOTICE)].map(({ groups }) => {
      const { name, version, license } = groups!;
      return { ...component(name, version), licenses: [{ license: { id: license } }], scope: 'required' };
    }),
    ...Object.entries(peers).map(([name, range]) => ({
      ...component(name, range.replace(/^\^/, '')),
      licenses: [{ license: { id: 'Apache-2.0' } }],
      // Users choose the version, which is this one or later.
      scope: 'optional',
    })),
  ];
}

function component(name: string, version: string): Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { 'bom-ref': `${name}@${version}`, 'type': 'library', name, version, purl };
}
