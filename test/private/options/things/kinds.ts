import { Lazy, Stack } from 'aws-cdk-lib';
import { Thing } from '../../../../src/private/options/things/thing';

// How the tests of things import resources, and name them.

export const HERE = '111122223333';
export const THERE = '444455556666';
export const ENV = { account: HERE, region: 'eu-central-1' };
export const inStack = () => new Stack(undefined, 'Stack', { env: ENV });
export const LATER = Lazy.string({ produce: () => 'later' });
export const regional = (service: string, resource: string, account = HERE) => `arn:aws:${service}:eu-central-1:${account}:${resource}`;
export const iamArn = (resource: string, account = HERE) => `arn:aws:iam::${account}:${resource}`;

/** How to import a kind of resource, with valid and invalid identifiers. */
export interface Kind<T> {
  readonly thing: Thing<T>;
  /** Imports the resource with a name or an ARN. */
  readonly imported: (stack: Stack, identifier: string) => T;
  readonly right: readonly string[];
  /** Identifiers of another service or kind, or in another format. */
  readonly wrong: readonly string[];
  /** An identifier in another account, and the result for it. */
  readonly there?: readonly [identifier: string, outcome: 'warns' | 'rejects' | 'accepts'];
}

export const kind = <T>(of: Kind<T>) => of as unknown as Kind<object>;
