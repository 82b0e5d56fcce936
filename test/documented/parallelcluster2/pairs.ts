import { Dropped } from '../platform';

/** An ARN as printed in the documents, without region and account if it has none. */
export const printed = (service: string, resource: string) => `arn:\${Partition}:${service}:${resource}`;
export const regional = (service: string, resource: string) =>
  printed(service, `\${Region}:\${Account}:${resource}`);

export const pairs = (actions: readonly string[], ...resources: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => `${action} ${resource}`));

/** The invalid pairs of a statement that mixes the actions and resources of several services. */
export function ofOtherServices(
  resources: Readonly<Record<string, string>>, actions: Readonly<Record<string, readonly string[]>>,
): Dropped {
  return {
    kind: 'invalid ARN',
    because: 'the page multiplies the actions of several services by the resources of all of them',
    pairs: Object.entries(actions).flatMap(([action, on]) =>
      Object.entries(resources).filter(([name]) => !on.includes(name)).map(([, resource]) => `${action} ${resource}`)),
  };
}
