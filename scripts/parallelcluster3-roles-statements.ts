import { App, Aws, Stack } from 'aws-cdk-lib';
import { code, statementsTable, table } from './statements-table';
import { ClusterArns } from '../src/parallelcluster3/cluster/cluster-arns';
import { computeNodePolicy } from '../src/parallelcluster3/compute-node/policy';
import { headNodePolicy } from '../src/parallelcluster3/head-node/policy';
import { imageBuilderPolicy } from '../src/parallelcluster3/images/builder-policy';
import { imageCleanupPolicy } from '../src/parallelcluster3/images/cleanup-policy';
import { lambdaFunctionsPolicy } from '../src/parallelcluster3/lambda-functions/policy';
import { loginNodePolicy } from '../src/parallelcluster3/login-node/policy';
import { slurmdbdPolicy } from '../src/parallelcluster3/slurmdbd/policy';
import { ROLE_SOURCES } from '../src/parallelcluster3/sources';
import { Arns } from '../src/private/options/arns';
import { BoundLocations } from '../src/private/options/option-reader';
import { PolicyFeature } from '../src/private/statements/documented-statement';

const NEWEST = '3.15.1';

/** The statements of all roles with all options, of all versions, with names of options in place of what users name. */
export function parallelCluster3RoleStatements(): Readonly<Record<string, readonly PolicyFeature[]>> {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'R', account: 'A' } });
  const arns = ClusterArns.of(stack, 'C');
  const bucket = { arn: arns.bucket, keys: ['the key of `customS3Bucket`'] };
  const storage = {
    s3: { readable: locations('s3Access.readable'), writable: locations('s3Access.writable') },
    efs: ['the file systems of `efs`'],
  };
  const secret = (option: string) => ({ arn: `the \`${option}\``, keys: ['the keys of secrets'] });
  const all = {
    ParallelClusterHeadNodeRole: headNodePolicy(arns, {
      cluster: { version: NEWEST, name: 'C' },
      bucket,
      slurm: {
        passableRoles: ['the `computeRoles`', arns.rolesUnder('/parallelcluster/C/')],
        subnets: ['the `subnets`'],
        images: ['the AMIs of `imageIds`'],
        keyPairs: ['the `keyPair`'],
        reservations: ['the `capacityReservations`'],
        reservationGroups: ['the `capacityReservationGroups`'],
        hostedZones: ['the `hostedZone`'],
        loginNodes: true,
      },
      awsBatch: { passableRoles: ['the `jobRoles`', arns.rolesUnder('/parallelcluster/C/')] },
      secrets: {
        directoryPassword: secret('directoryPassword'),
        directoryParameter: secret('directoryPasswordParameter'),
        databasePassword: secret('databasePassword'),
        mungeKey: secret('mungeKey'),
      },
      storage,
    }),
    ParallelClusterComputeNodeRole: computeNodePolicy(arns, storage),
    ParallelClusterLoginNodeRole: loginNodePolicy(arns, { pools: ['POOL'], efs: storage.efs }),
    ParallelClusterLambdaFunctionsRole: lambdaFunctionsPolicy(arns, {
      bucket, slurm: ['the `slurm.hostedZone`'], awsBatch: true,
    }),
    ParallelClusterImageBuilderRole: imageBuilderPolicy(arns, locations('scripts')),
    ParallelClusterImageCleanupRole: imageCleanupPolicy(Arns.of(stack)),
    ParallelClusterSlurmdbdRole: slurmdbdPolicy({
      secrets: [secret('databasePassword'), secret('mungeKey')],
      logGroup: Arns.of(stack).logGroups('/aws/parallelcluster/external-slurmdbd/'),
      networkInterfaces: Arns.of(stack).regional('ec2', 'network-interface/*'),
      subnet: 'the `subnet`',
      bucket: locations('bucket'),
    }),
  };
  return Object.fromEntries(Object.entries(all).map(([construct, features]) => [construct, features.map(shown)]));
}

/** A table for each construct: a Sid is unique in its role. */
export function parallelCluster3RoleStatementsTables(): string {
  return Object.entries(parallelCluster3RoleStatements()).map(([construct, features]) =>
    `### ${code(construct)}\n\n${statementsTable(features, ROLE_SOURCES)}`).join('\n');
}

/** Which version begins with which statement, and which need none. */
export function parallelCluster3RoleVersions(): string {
  const rows = Object.entries(parallelCluster3RoleStatements()).flatMap(([construct, features]) =>
    features.flatMap(({ statements }) => statements).flatMap(({ sid, since, actions }) =>
      since === undefined ? [] : [{ construct, sid, since, actions }]));
  const byVersion = ({ since: one }: { since: string }, { since: other }: { since: string }) =>
    one.localeCompare(other, undefined, { numeric: true });
  return table(
    ['From', 'Construct', 'Sid', 'Actions'],
    [...rows].sort(byVersion).map(({ construct, sid, since, actions }) =>
      [since, code(construct), code(sid), actions.map(code).join('<br>')]),
  );
}

function shown({ name, statements }: PolicyFeature): PolicyFeature {
  return {
    name,
    statements: statements.map(statement => ({
      ...statement,
      resources: statement.resources.map(resource => resource.replaceAll(Aws.PARTITION, 'P')),
    })),
  };
}

function locations(option: string): BoundLocations {
  return {
    buckets: [`the buckets of \`${option}\``],
    objects: [`the objects of \`${option}\``],
    keys: [`the keys of \`${option}\``],
  };
}
