import './newest-cdk';
import { rmSync } from 'node:fs';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { BASELINES } from './baselines';
import { report } from './children';
import { timed } from './cpu-time';

// What one role of the library costs an app with many resources that are not of the library.

const RESOURCES = 10_000;
const RESOURCES_IN_STACK = 450;

/** The environments of the stacks in turn: in several regions, the checks look for references across them. */
const PLACES = {
  'one region': [undefined],
  'two regions': ['eu-central-1', 'eu-west-1'].map(region => ({ region, account: '111122223333' })),
} as const;
export type Places = keyof typeof PLACES;
export const FOREIGN_PLACES = Object.keys(PLACES) as Places[];

/** The share of the synthesis that the checks of the library take. */
export interface ForeignFigures {
  readonly share: number;
}

if (require.main === module) {
  report(foreignFigures(process.argv[2] as Places));
}

function foreignFigures(places: Places): ForeignFigures {
  synthesize(places, 1_000);
  return { share: synthesize(places, RESOURCES) };
}

function synthesize(places: Places, resources: number): number {
  const app = new App();
  const environments = PLACES[places];
  let checks = 0;
  for (let first = 0; first < resources; first += RESOURCES_IN_STACK) {
    const stack = new Stack(app, `Stack${first}`, { env: environments[(first / RESOURCES_IN_STACK) % environments.length] });
    for (let index = first; index < Math.min(first + RESOURCES_IN_STACK, resources); index++) {
      addForeign(stack, index);
    }
    if (first === 0) {
      BASELINES.library(stack)('Role', 'job');
      const { node } = stack.node.findChild('Role');
      const validate = node.validate.bind(node);
      node.validate = () => {
        let errors: string[] = [];
        checks += timed(() => (errors = validate()));
        return errors;
      };
    }
  }
  const synthesis = timed(() => app.synth());
  rmSync(app.outdir, { recursive: true, force: true });
  return checks / synthesis;
}

/** A queue that refers to the one before. */
function addForeign(stack: Stack, index: number): void {
  const before = stack.node.tryFindChild(`Queue${index - 1}`) as CfnResource | undefined;
  new CfnResource(stack, `Queue${index}`, {
    type: 'AWS::SQS::Queue',
    properties: {
      DelaySeconds: 5,
      RedrivePolicy: before && { deadLetterTargetArn: before.getAtt('Arn'), maxReceiveCount: 3 },
      Tags: [{ Key: 'team', Value: 'ml' }],
    },
  });
}
