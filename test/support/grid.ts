import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, AppProps, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Maker } from './arbitraries';
import { Environment, TemplateJson } from './fold';
import { Given } from './given';
import { Row } from './row';
import { randomEc2Role, randomServiceRole } from '../elastic-beanstalk/arbitraries';
import { BEANSTALK_ROWS } from '../elastic-beanstalk/grid';
import { randomEksNodeRole, randomInstanceProfile } from '../hopsworks/arbitraries';
import { HOPSWORKS_ROWS } from '../hopsworks/grid';
import {
  randomParallelCluster2InstanceRole, randomParallelCluster2LambdaRole, randomParallelCluster2UserPolicy,
} from '../parallelcluster2/arbitraries';
import { PARALLEL_CLUSTER_2_ROWS } from '../parallelcluster2/grid';
import { RANDOM_PARALLELCLUSTER3_ROLES } from '../parallelcluster3/arbitraries/roles';
import { randomBoundary, randomUserPolicy } from '../parallelcluster3/arbitraries/users';
import { PARALLELCLUSTER3_ROLE_ROWS } from '../parallelcluster3/grid/roles';
import { USER_ROWS } from '../parallelcluster3/grid/users';
import { randomExecutionRole } from '../sagemaker/arbitraries';
import { SAGEMAKER_ROWS } from '../sagemaker/grid';

/** Every construct with every option. A new platform adds its rows here, and is under all laws. */
export const GRID: readonly Row[] = [
  ...BEANSTALK_ROWS,
  ...HOPSWORKS_ROWS,
  ...PARALLEL_CLUSTER_2_ROWS,
  ...USER_ROWS,
  ...SAGEMAKER_ROWS,
  ...PARALLELCLUSTER3_ROLE_ROWS,
];

/** The defaults, and those with most options: enough where all rows would take too long. */
export const ESSENTIAL_ROWS: readonly Row[] = GRID.filter(({ name, difference }) =>
  !difference || name.endsWith('-everything'));

/** Every construct with random options, by the name of the class. */
export const RANDOM_CONSTRUCTS = [
  ['BeanstalkEc2Role', randomEc2Role],
  ['BeanstalkServiceRole', randomServiceRole],
  ['HopsworksEksNodeRole', randomEksNodeRole],
  ['HopsworksInstanceProfile', randomInstanceProfile],
  ['ParallelCluster2InstanceRole', randomParallelCluster2InstanceRole],
  ['ParallelCluster2LambdaRole', randomParallelCluster2LambdaRole],
  ['ParallelCluster2UserPolicy', randomParallelCluster2UserPolicy],
  ...RANDOM_PARALLELCLUSTER3_ROLES,
  ['ParallelClusterPermissionsBoundary', randomBoundary],
  ['ParallelClusterUserPolicy', randomUserPolicy],
  ['SageMakerExecutionRole', randomExecutionRole],
] satisfies [string, fc.Arbitrary<Maker<Construct>>][];

/** A row of random options. A failing property prints them as code. */
export function randomRow(construct: string, made: Maker<Construct>, bring?: Given['bring']): Row {
  return {
    name: 'random',
    construct,
    build: (stack: Stack) => made(new Given(stack, bring)),
    [fc.toStringMethod]: made[fc.toStringMethod],
  } as Row;
}

export const RANDOM_ROWS: fc.Arbitrary<Row> = fc.oneof(
  ...RANDOM_CONSTRUCTS.map(([construct, arbitrary]) => arbitrary.map(made => randomRow(construct, made))),
);

export interface GridOptions {
  /** Without one, the stacks don't know where they will be deployed. */
  readonly environment?: Environment;
  readonly context?: AppProps['context'];
  /** Whether the checks of the library at synthesis run, too. */
  readonly validation?: boolean;
}

/** The templates of the rows, by name: a stack for each in one app, since an app takes longer than a stack. */
export function synthesizeRows(
  rows: readonly Row[],
  { environment, context, validation = true }: GridOptions = {},
): ReadonlyMap<string, TemplateJson> {
  const outdir = mkdtempSync(join(tmpdir(), 'grid-'));
  try {
    const app = new App({ outdir, context, analyticsReporting: false, treeMetadata: false });
    const env = environment && { account: environment.account, region: environment.region };
    const stacks = rows.map(row => {
      const stack = new Stack(app, stackId(row), { env });
      row.build(stack);
      return [row.name, stack] as const;
    });
    app.synth({ skipValidation: !validation });
    return new Map(stacks.map(([name, stack]) => [name, Template.fromStack(stack).toJSON() as TemplateJson]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export function stackId({ name }: Row): string {
  return name.replace(/\W+/g, '-');
}
