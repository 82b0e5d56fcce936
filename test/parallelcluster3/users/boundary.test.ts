import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterImageBuilderRole,
  ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole, ParallelClusterLoginNodeRole,
  ParallelClusterPermissionsBoundary, ParallelClusterSlurmdbdRole, ParallelClusterVersion, S3Location,
} from '../../../src';
import { documentedFeaturesOf } from '../../../src/private/statements/assembly';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { isBefore } from '../../../src/private/statements/versions';
import { Fixtures } from '../../support/given';
import { globContains } from '../../support/globs';

// A role with the boundary can use only permissions that the boundary also allows. If a version needs one more action
// that the boundary lacks, clusters with the boundary fail.

const VERSIONS = Object.entries(ParallelClusterVersion)
  .filter((entry): entry is [string, ParallelClusterVersion] => entry[1] instanceof ParallelClusterVersion);

interface Cluster {
  readonly given: Fixtures;
  readonly version: ParallelClusterVersion;
  /** Returns the options if the version has them, given the first version that does. */
  readonly since: <T extends object>(first: string, options: T) => T | object;
}

const ROLES: readonly (readonly [string, string, (cluster: Cluster) => Construct])[] = [
  ['head node', '3.2.0', ({ given, version, since }) => new ParallelClusterHeadNodeRole(given.stack, 'Role', {
    version,
    slurm: {
      subnets: [given.subnet('cluster')],
      imageIds: ['ami-0123456789abcdef0'],
      keyPair: given.keyPair('admin'),
      hostedZone: given.hostedZone('cluster'),
      ...since('3.3.0', {
        capacityReservations: ['cr-0123456789abcdef0'],
        capacityReservationGroups: [
          given.stack.formatArn({ service: 'resource-groups', resource: 'group', resourceName: 'reserved' }),
        ],
      }),
      ...since('3.8.0', { loginNodes: true }),
    },
    ...batch(version),
    secrets: {
      directoryPassword: given.encryptedSecret('directory'),
      ...since('3.3.0', { databasePassword: given.encryptedSecret('database') }),
      ...since('3.8.0', { mungeKey: given.encryptedSecret('munge') }),
    },
    ...storage(given, since),
    customS3Bucket: { bucket: given.encryptedBucket('artifacts'), encryptionKey: given.key('artifacts') },
  })],
  ['head node with a password in a parameter', '3.5.1', ({ given, version }) =>
    new ParallelClusterHeadNodeRole(given.stack, 'Role', {
      version, slurm: {}, secrets: { directoryPasswordParameter: given.parameter('directory') },
    })],
  ['compute node', '3.2.0', ({ given, version, since }) =>
    new ParallelClusterComputeNodeRole(given.stack, 'Role', { version, ...storage(given, since) })],
  ['login node', '3.7.0', ({ given, version }) =>
    new ParallelClusterLoginNodeRole(given.stack, 'Role', { version, efs: { fileSystems: [given.fileSystem('home')] } })],
  ['functions', '3.2.0', ({ given, version }) => new ParallelClusterLambdaFunctionsRole(given.stack, 'Role', {
    version,
    slurm: { hostedZone: given.hostedZone('cluster') },
    ...batch(version),
    customS3Bucket: { bucket: given.encryptedBucket('artifacts') },
  })],
  ['image builder', '3.2.0', ({ given }) => new ParallelClusterImageBuilderRole(given.stack, 'Role', {
    scripts: { locations: [S3Location.bucket(given.encryptedBucket('data'))], keys: [given.key('artifacts')] },
  })],
  ['image cleanup', '3.2.0', ({ given, version }) =>
    new ParallelClusterImageCleanupRole(given.stack, 'Role', { version, allRegions: true })],
];

/** AWS Batch in the versions that have it. */
function batch({ version }: ParallelClusterVersion): { readonly awsBatch?: object } {
  return isBefore(version, '3.16.0') ? { awsBatch: {} } : {};
}

function storage(given: Fixtures, since: Cluster['since']): object {
  return {
    s3Access: {
      readable: [S3Location.prefix(given.encryptedBucket('data'), 'in/')],
      writable: [S3Location.bucket(given.bucket('out'))],
      writableKeys: [given.key('artifacts')],
    },
    ...since('3.4.0', { efs: { fileSystems: [given.fileSystem('home')] } }),
  };
}

/** The boundary for all resources in the roles' options. */
function boundary({ given, version, since }: Cluster): Construct {
  return new ParallelClusterPermissionsBoundary(given.stack, 'Boundary', {
    version,
    ...batch(version),
    imageBuild: true,
    secrets: {
      passwords: [given.encryptedSecret('directory'), given.encryptedSecret('database')],
      ...since('3.5.1', { passwordParameters: [given.parameter('directory')] }),
      ...since('3.8.0', { mungeKeys: [given.encryptedSecret('munge')] }),
    },
    storage: {
      buckets: [given.encryptedBucket('artifacts'), given.encryptedBucket('data'), given.bucket('out')],
      keys: [
        given.key('artifacts'),
        ...['directory', 'database', 'munge'].map(name => given.encryptedSecret(name).encryptionKey!),
      ],
    },
  });
}

function clusterOf(version: ParallelClusterVersion): Cluster {
  const stack = new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
  return {
    given: new Fixtures(stack), version, since: (first, options) => isBefore(version.version, first) ? {} : options,
  };
}

function statementsOf(construct: Construct): readonly DocumentedStatement[] {
  return documentedFeaturesOf(construct).flatMap(({ statements }) => statements);
}

/** The grants of a role that the boundary does not allow, by action and resource, without conditions. */
function outside(bounds: readonly DocumentedStatement[], statements: readonly DocumentedStatement[]): string[] {
  const isWithin = (action: string, resource: string) => bounds.some(({ actions, resources }) =>
    actions.some(allowed => globContains(allowed, action))
    && resources.some(allowed => globContains(allowed, resource)));
  return statements.flatMap(({ sid, actions, resources }) => actions.flatMap(action =>
    resources.filter(resource => !isWithin(action, resource)).map(resource => `${sid}: ${action} ${resource}`)));
}

describe.each(VERSIONS)('the boundary of %s', (_name, version) => {
  const roles = ROLES.filter(([, first]) => !isBefore(version.version, first));

  test.each(roles)('allows all permissions of the role of the %s', (_what, _first, role) => {
    const cluster = clusterOf(version);
    const statements = statementsOf(role(cluster));
    expect(statements.length).toBeGreaterThan(0);
    expect(outside(statementsOf(boundary(cluster)), statements)).toEqual([]);
  });
});

test('the boundary lacks permissions of the Slurm database daemon only: clusters do not create its role', () => {
  const cluster = clusterOf(ParallelClusterVersion.LATEST);
  const { given } = cluster;
  const role = new ParallelClusterSlurmdbdRole(given.stack, 'Role', {
    databasePassword: given.encryptedSecret('database'),
    mungeKey: given.encryptedSecret('munge'),
    subnet: given.subnet('cluster'),
    bucket: S3Location.bucket(given.encryptedBucket('data')),
  });
  expect(outside(statementsOf(boundary(cluster)), statementsOf(role)).map(grant => grant.split(' ').slice(0, 2))).toEqual([
    ['CommonAssignAddress:', 'ec2:AssignPrivateIpAddresses'],
  ]);
});
