import './newest-cdk';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { report } from './children';
import { timed } from './clock';

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
  let directory = '';
  const cdk = timed(() => {
    const { App, Stack } = load('aws-cdk-lib') as typeof import('aws-cdk-lib');
    const { AccountRootPrincipal, Role } = load('aws-cdk-lib/aws-iam') as typeof import('aws-cdk-lib/aws-iam');
    // The CDK loads its parts at their first use.
    const app = new App();
    new Role(new Stack(app, 'Stack'), 'Role', { assumedBy: new AccountRootPrincipal() });
    directory = app.outdir;
  });
  rmSync(directory, { recursive: true, force: true });
  return { cdk, library: timed(() => load('cdk-platform-iam')) };
}
