import './newest-cdk';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { report } from './children';

const load = createRequire(__filename);

/**
 * Load times in milliseconds of wall time. CPU time would include engine threads that still process earlier modules.
 */
export interface LoadTimes {
  readonly cdk: number;
  /** How much longer it takes with the library. */
  readonly library: number;
}

if (require.main === module) {
  report(loadTimes());
}

function waited(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function loadTimes(): LoadTimes {
  let directory = '';
  const cdk = waited(() => {
    const { App, Stack } = load('aws-cdk-lib') as typeof import('aws-cdk-lib');
    const { AccountRootPrincipal, Role } = load('aws-cdk-lib/aws-iam') as typeof import('aws-cdk-lib/aws-iam');
    // The CDK loads its modules on first use.
    const app = new App();
    new Role(new Stack(app, 'Stack'), 'Role', { assumedBy: new AccountRootPrincipal() });
    directory = app.outdir;
  });
  rmSync(directory, { recursive: true, force: true });
  // So does the library: the first construct of a platform loads that platform.
  const library = waited(() => (load('cdk-platform-iam') as typeof import('cdk-platform-iam')).SageMakerExecutionRole);
  return { cdk, library };
}
