import { Stack, Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { IConstruct } from 'constructs';
import { fail } from './errors';

/** Returns `undefined` if the region is a token, or unknown to the CDK. */
export function partitionOf(region: string | undefined): string | undefined {
  return region === undefined || Token.isUnresolved(region) ? undefined : RegionInfo.get(region).partition;
}

/**
 * No role has permissions in another partition: an ARN with a region of that partition would grant nothing.
 *
 * @param region the region of a container registry
 * @param given the user's value that contains the region
 */
export function checkRegistryRegion(
  scope: IConstruct, property: string, region: string | undefined, given: string | undefined = region,
): void {
  const [here, there] = [Stack.of(scope).region, region].map(partitionOf);
  if (here !== undefined && there !== undefined && here !== there) {
    fail(
      scope,
      `'${property}' must be in the partition of the stack, ${here}, got '${given}' of ${there}: a role has no ` +
        `permissions in other partitions. Copy the images to a registry of ${here}`,
    );
  }
}
