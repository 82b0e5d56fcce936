import { Stack, Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { IConstruct } from 'constructs';
import { fail } from './errors';

/** Nothing for a region that is not known, here or to the CDK. */
export function partitionOf(region: string | undefined): string | undefined {
  return region === undefined || Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
}

/**
 * No role has rights in another partition: an ARN with one of its regions would grant nothing.
 *
 * @param region of a registry of images
 * @param given what the user wrote, with the region in it
 */
export function checkRegistryRegion(
  scope: IConstruct, property: string, region: string | undefined, given: string | undefined = region,
): void {
  const [here, there] = [Stack.of(scope).region, region].map(partitionOf);
  if (here !== undefined && there !== undefined && here !== there) {
    fail(
      scope,
      `'${property}' must be of the partition ${here}, where the stack is, got '${given}' of ${there}: a role has no ` +
        `rights in other partitions, copy the images to a registry of ${here}`,
    );
  }
}
