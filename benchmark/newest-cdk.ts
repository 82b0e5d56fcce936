import Module from 'node:module';
import { join } from 'node:path';

// Import this module before the CDK: the CDK and the compiled library then run on the newest version.

/** The validator of newer versions adds a second to each synthesis. */
process.env.CDK_VALIDATION = 'false';

export const PROJECT = join(__dirname, '..', '..');

type Resolve = (request: string, ...rest: unknown[]) => string;
const loader = Module as unknown as { _resolveFilename: Resolve };
const resolve = loader._resolveFilename;

loader._resolveFilename = (request, ...rest) => resolve(renamed(request), ...rest);

function renamed(request: string): string {
  return request === 'cdk-platform-iam' ? PROJECT : request.replace(/^(aws-cdk-lib|constructs)(?=\/|$)/, '$1-newest');
}
