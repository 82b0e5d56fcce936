import { Conditions } from './documented-statement';

/** The conditions with other values. */
export function mapConditions<R>(
  conditions: Conditions, map: (value: string | readonly string[]) => R,
): Readonly<Record<string, Readonly<Record<string, R>>>> {
  return mapValues(conditions, keys => mapValues(keys, map));
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** Limits `iam:PassRole` to the services that receive the role. */
export function passedTo(services: string | readonly string[]): Conditions {
  return { StringEquals: { 'iam:PassedToService': services } };
}

/** Limits the use of keys to calls that a service makes for the role. In China, services have another suffix. */
export function viaService(service: string, region: string): Conditions {
  const names = ['amazonaws.com', 'amazonaws.com.cn'].map(suffix => `${service}.${region}.${suffix}`);
  return { StringEquals: { 'kms:ViaService': names } };
}

/** Limits `kms:CreateGrant` to grants for AWS services: without it, a role could grant the key to itself and others. */
export const FOR_AWS_RESOURCES: Conditions = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };

/** Limits requests to items of a table by their key, which may have wildcards. `ForAllValues` alone needs no key. */
export function onItems(key: string): Conditions {
  return {
    [`ForAllValues:String${key.includes('*') ? 'Like' : 'Equals'}`]: { 'dynamodb:LeadingKeys': [key] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}
