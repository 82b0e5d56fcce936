import './newest-cdk';
import { createRequire } from 'node:module';
import { report } from './children';

const load = createRequire(__filename);

/** Milliseconds. */
export interface LoadTimes {
  readonly cdk: number;
  /** What the library adds to it. */
  readonly library: number;
}

if (require.main === module) {
  report(loadTimes());
}

function loadTimes(): LoadTimes {
  const cdk = timed(() => {
    const { App, Stack } = load('aws-cdk-lib') as typeof import('aws-cdk-lib');
    const { AccountRootPrincipal, Role } = load('aws-cdk-lib/aws-iam') as typeof import('aws-cdk-lib/aws-iam');
    // The CDK loads its parts at their first use.
    new Role(new Stack(new App(), 'Stack'), 'Role', { assumedBy: new AccountRootPrincipal() });
  });
  return { cdk, library: timed(() => load('cdk-platform-iam')) };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
