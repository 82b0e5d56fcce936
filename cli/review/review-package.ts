import { Review } from './model';
import { reviewConstructs } from './review-constructs';
import { readPackage } from '../facts/packages';

/**
 * Reviews what the constructs of a version of this package grant, with every option.
 *
 * @param directory the package as npm installs it: `node_modules/cdk-platform-iam`
 */
export function reviewPackage(directory: string): Review {
  const { version, constructs } = readPackage(directory);
  return reviewConstructs(constructs, version);
}
