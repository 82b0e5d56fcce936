import * as kms from 'aws-cdk-lib/aws-kms';
import { Fixtures } from '../support/given';

/** The key that configurations name: all keys have one id in the data. */
export function key({ stack }: Fixtures): kms.IKey {
  const resourceName = '11111111-2222-4333-8444-555555555555';
  return stack.node.tryFindChild('Given-key') as kms.IKey | undefined
    ?? kms.Key.fromKeyArn(stack, 'Given-key', stack.formatArn({ service: 'kms', resource: 'key', resourceName }));
}
