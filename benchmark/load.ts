import './newest-cdk';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { report } from './children';

const load = createRequire(__filename);

/**
 * Milliseconds of the clock on the wall: the processor also counts what the threads of the engine still do for what was
 * loaded before.
 */
export interface LoadTimes {
  readonly cdk: number;
  /** What the library adds to it. */
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
    // The CDK loads its parts at their first use.
    const app = new App();
    new Role(new Stack(app, 'Stack'), 'Role', { assumedBy: new AccountRootPrincipal() });
    directory = app.outdir;
  });
  rmSync(directory, { recursive: true, force: true });
  // The library does, too: a platform comes with its first construct.
  const library = waited(() => (load('cdk-platform-iam') as typeof import('cdk-platform-iam')).SageMakerExecutionRole);
  return { cdk, library };
}
