import { Construct } from 'constructs';
import {
  ParallelClusterComputeNodeRole, ParallelClusterComputeNodeRoleProps, ParallelClusterHeadNodeRole,
  ParallelClusterHeadNodeRoleProps, ParallelClusterImageBuilderRole, ParallelClusterImageBuilderRoleProps,
  ParallelClusterImageCleanupRole, ParallelClusterImageCleanupRoleProps, ParallelClusterLambdaFunctionsRole,
  ParallelClusterLambdaFunctionsRoleProps, ParallelClusterLoginNodeRole, ParallelClusterLoginNodeRoleProps,
  ParallelClusterSlurmdbdRole, ParallelClusterSlurmdbdRoleProps, ParallelClusterVersion,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Options<P> = (given: Fixtures) => P;

/** The rows of one construct: its defaults, and rows that change options of one of them. */
class Rows<P extends object> {
  constructor(
    private readonly construct: new (scope: Construct, id: string, props: P) => Construct,
    private readonly defaults: Readonly<Record<string, Options<P>>>,
  ) {}

  public get all(): Row[] {
    return Object.entries(this.defaults).map(([name, props]) => this.row(name, props));
  }

  /** Adds a row: a default with other options. */
  public with(from: string, what: string, options: Options<Partial<P>>, ...sids: readonly string[]): Row {
    return {
      ...this.row(`${from}-${what}`, given => ({ ...this.defaults[from](given), ...options(given) })),
      difference: { from: `parallelcluster3/${from}`, sids },
    };
  }

  private row(name: string, props: Options<P>): Row {
    const { construct: Subject } = this;
    return {
      name: `parallelcluster3/${name}`,
      construct: Subject.name,
      build: (stack, given = new Fixtures(stack)) => new Subject(stack, SUBJECT, given.adapt(props(given), [])),
    };
  }
}

export const HEAD_NODE = new Rows<ParallelClusterHeadNodeRoleProps>(ParallelClusterHeadNodeRole, {
  'head-node-slurm': () => ({ slurm: {} }),
  'head-node-aws-batch': () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 }),
});

export const COMPUTE_NODE = new Rows<ParallelClusterComputeNodeRoleProps>(ParallelClusterComputeNodeRole, {
  'compute-node': () => ({}),
});

export const LOGIN_NODE = new Rows<ParallelClusterLoginNodeRoleProps>(ParallelClusterLoginNodeRole, {
  'login-node': () => ({}),
});

export const LAMBDA_FUNCTIONS = new Rows<ParallelClusterLambdaFunctionsRoleProps>(ParallelClusterLambdaFunctionsRole, {
  'lambda-functions-slurm': () => ({ slurm: {} }),
  'lambda-functions-aws-batch': () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 }),
});

export const IMAGE_BUILDER = new Rows<ParallelClusterImageBuilderRoleProps>(ParallelClusterImageBuilderRole, {
  'image-builder': () => ({}),
});

export const IMAGE_CLEANUP = new Rows<ParallelClusterImageCleanupRoleProps>(ParallelClusterImageCleanupRole, {
  'image-cleanup': () => ({}),
});

export const SLURMDBD = new Rows<ParallelClusterSlurmdbdRoleProps>(ParallelClusterSlurmdbdRole, {
  slurmdbd: given => ({
    databasePassword: given.secret('database'),
    mungeKey: given.secret('munge'),
    subnet: given.subnet('cluster'),
  }),
});
