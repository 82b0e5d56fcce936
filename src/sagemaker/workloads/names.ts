import { Token } from 'aws-cdk-lib';
import { unique } from '../../private/options/reader';
import { matching } from '../../private/options/validators';

export const NAME = matching('1 to 63 letters, digits and hyphens', /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/, /[a-zA-Z0-9-]/);

/**
 * A name as written, and in lower case, because SageMaker writes some ARNs in lower case. A token may be written in any
 * way.
 */
export function inEachCase(name: string): readonly string[] {
  return Token.isUnresolved(name) ? [name] : unique([name, name.toLowerCase()]);
}
