import { Conditions } from './documented-statement';

/** Limits `iam:PassRole` to the services that receive the role. */
export function passedTo(services: string | readonly string[]): Conditions {
  return { StringEquals: { 'iam:PassedToService': services } };
}

/** Limits the use of keys to calls that a service makes for the role. In China, services have another suffix. */
export function viaService(service: string, region: string): Conditions {
  const names = ['amazonaws.com', 'amazonaws.com.cn'].map(suffix => `${service}.${region}.${suffix}`);
  return { StringEquals: { 'kms:ViaService': names } };
}
