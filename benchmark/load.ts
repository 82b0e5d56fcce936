import './newest-cdk';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { report } from './children';
import { timed } from './cpu-time';

const load = createRequire(__filename);

/** Milliseconds of wall time and of CPU time. The latter includes what engine threads still do for earlier modules. */
export interface LoadTimes {
  readonly cdk: number;
  readonly cdkCpu: number;
  /** How much longer it takes with the library. */
  readonly library: number;
  readonly libraryCpu: number;
}

if (require.main === module) {
  report(loadTimes());
}

/** Milliseconds of wall time and of CPU time. */
function waited(work: () => void): readonly [wall: number, cpu: number] {
  const start = performance.now();
  const cpu = timed(work);
  return [performance.now() - start, cpu];
}

function loadTimes(): LoadTimes {
  let directory = '';
  const [cdk, cdkCpu] = waited(() => {
    const { App, Stack } = load('aws-cdk-lib') as typeof import('aws-cdk-lib');
    const { AccountRootPrincipal, Role } = load('aws-cdk-lib/aws-iam') as typeof import('aws-cdk-lib/aws-iam');
    // The CDK loads its modules on first use.
    const app = new App();
    new Role(new Stack(app, 'Stack'), 'Role', { assumedBy: new AccountRootPrincipal() });
    directory = app.outdir;
  });
  rmSync(directory, { recursive: true, force: true });
  // So does the library: the first construct of a platform loads that platform.
  const [library, libraryCpu] =
    waited(() => (load('cdk-platform-iam') as typeof import('cdk-platform-iam')).SageMakerExecutionRole);
  return { cdk, cdkCpu, library, libraryCpu };
}
