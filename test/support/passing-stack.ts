import { tmpdir } from 'node:os';
import { App, Stack, StackProps } from 'aws-cdk-lib';

/**
 * A stack in an app of its own that is never synthesized. Gives the app a folder that exists: otherwise it makes one,
 * and removes it at the end of the process, which takes longer than to build the construct of a test.
 */
export function passingStack(props?: StackProps): Stack {
  return new Stack(new App({ outdir: tmpdir(), analyticsReporting: false, treeMetadata: false }), 'Stack', props);
}
