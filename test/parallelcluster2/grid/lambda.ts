import {
  ParallelCluster2LambdaRole, ParallelCluster2LambdaRoleProps, ParallelCluster2Scheduler, PolicyPlacement,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Options = (given: Fixtures) => Partial<ParallelCluster2LambdaRoleProps>;

const { AWSBATCH, SLURM, TORQUE } = ParallelCluster2Scheduler;
const ARTIFACTS = ['~CommonDeleteArtifacts', '~CommonListArtifacts'];

/** The functions of SGE and Torque only empty buckets. */
const TORQUE_ROW: Row = {
  ...lambdaRow(nameOf(TORQUE), () => ({ scheduler: TORQUE })),
  difference: {
    from: nameOf(SLURM), sids: ['-FleetDescribe', '-FleetRemoveNames', '-FleetTerminate', '-FleetUseTable'],
  },
};

export const LAMBDA_ROWS: readonly Row[] = [TORQUE_ROW, ...[SLURM, AWSBATCH].flatMap(scheduler => {
  const own = scheduler === SLURM ? ['~FleetTerminate', '~FleetUseTable'] : ['~ImagesBuild'];
  const wide = scheduler === SLURM ? ['~FleetTerminate'] : ['~ImagesBuild', '~ImagesDelete'];
  const row = (what: string, options: Options, ...sids: readonly string[]): Row => ({
    ...lambdaRow(`${nameOf(scheduler)}-${what}`, given => ({ scheduler, ...options(given) })),
    difference: { from: nameOf(scheduler), sids },
  });
  return [
    lambdaRow(nameOf(scheduler), () => ({ scheduler })),
    row('one-cluster', () => ({ clusterName: 'team' }), '~CommonDeleteArtifacts', ...own),
    row('bucket', given => ({ resourceBucket: { bucket: given.bucket('artifacts') } }), '-CommonDeleteBuckets', ...ARTIFACTS),
    row('encrypted-bucket', given => ({ resourceBucket: { bucket: given.encryptedBucket('artifacts') } }),
      '-CommonDeleteBuckets', ...ARTIFACTS),
    row('everything', given => ({
      clusterName: 'team', resourceBucket: { bucket: given.encryptedBucket('artifacts') },
    }), '-CommonDeleteBuckets', ...ARTIFACTS, ...own),
    row('one-cluster-bucket', given => ({
      clusterName: 'team', resourceBucket: { bucket: given.bucket('artifacts') },
    }), '-CommonDeleteBuckets', ...ARTIFACTS, ...own),
    row('unrestricted', () => ({ unrestrictedAccess: true }), '~CommonDeleteBuckets', '~CommonWriteLogs', ...ARTIFACTS, ...wide),
    row('managed', () => ({ policyPlacement: PolicyPlacement.MANAGED })),
    row('named', () => ({ roleName: 'functions', path: '/' })),
  ];
})];

function nameOf(scheduler: ParallelCluster2Scheduler): string {
  return `parallelcluster2/lambda-${scheduler}`;
}

function lambdaRow(name: string, props: (given: Fixtures) => ParallelCluster2LambdaRoleProps): Row {
  return {
    name,
    construct: 'ParallelCluster2LambdaRole',
    build: (stack, given = new Fixtures(stack)) =>
      new ParallelCluster2LambdaRole(stack, SUBJECT, given.adapt(props(given), [])),
  };
}
