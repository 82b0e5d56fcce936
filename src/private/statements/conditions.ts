import { Conditions } from './documented-statement';

/** Limits `iam:PassRole` to the services that receive the role. */
export function passedTo(services: string | readonly string[]): Conditions {
  return { StringEquals: { 'iam:PassedToService': services } };
}
