import { Stack } from 'aws-cdk-lib';
import { Asker, Vendor } from './askers';
import { StackKind } from './handlers';
import { key } from './recorded-key';
import { RECORDED } from '../../judge/vendors/recording';
import {
  ParallelCluster2CreateClustersOptions, ParallelCluster2InstanceRole, ParallelCluster2InstanceRoleProps,
  ParallelCluster2LambdaRole, ParallelCluster2LambdaRoleProps, ParallelCluster2PermissionSet,
  ParallelCluster2Scheduler, ParallelCluster2UserPolicy, S3Location,
} from '../../src';
import { isBefore } from '../../src/private/statements/versions';
import {
  computeEnvironment, jobDefinition, jobQueue, multiNodeJobDefinition,
} from '../parallelcluster2/fixtures';
import { Fixtures } from '../support/given';
import { SUBJECT } from '../support/row';

type Given = Fixtures;

/** What a configuration of a cluster has, as our options. */
interface Configuration {
  readonly scheduler?: ParallelCluster2Scheduler;
  readonly clusters?: (given: Given) => Partial<ParallelCluster2CreateClustersOptions>;
  readonly instance?: (given: Given) => Partial<ParallelCluster2InstanceRoleProps>;
  readonly roles?: (given: Given) => Partial<ParallelCluster2InstanceRoleProps & ParallelCluster2LambdaRoleProps>;
}

const { AWSBATCH, SGE, SLURM, TORQUE } = ParallelCluster2Scheduler;

const ownBucket = (given: Given) => ({ resourceBucket: { bucket: given.bucket('my-artifacts') } });

const withScripts = (given: Given) => ({ scripts: [S3Location.prefix(given.bucket('my-data'), 'scripts/')] });

const COMPUTE_ENVIRONMENT = 'ComputeEnvironment-0123456789abcdef';

/** The stack of AWS Batch that the recorded cluster has. */
const ofBatch = ({ stack }: Given) => ({
  batchStack: {
    jobDefinition: jobDefinition(stack, 'JobDefinition-0123456789abcdef:1'),
    multiNodeJobDefinition: multiNodeJobDefinition(stack, 'JobDefinition-fedcba9876543210:1'),
    jobQueue: jobQueue(stack, 'JobQueue-0123456789abcdef'),
    computeEnvironment: computeEnvironment(stack, COMPUTE_ENVIRONMENT),
  },
});

const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
  // Commands on no cluster.
  '': {},
  'image': { clusters: withScripts },
  'configure-existing-file': {},
  ...Object.fromEntries(['existing-vpc', 'new-subnets', 'new-vpc'].flatMap(network => [
    [`configure-slurm-${network}`, {}], [`configure-awsbatch-${network}`, { scheduler: AWSBATCH }],
  ])),
  'slurm': {},
  'sge': { scheduler: SGE },
  'torque': { scheduler: TORQUE },
  'awsbatch': { scheduler: AWSBATCH, instance: ofBatch },
  'spot': { scheduler: AWSBATCH },
  'own-roles': {
    clusters: given => ({
      instanceRoles: [given.role('MyInstances')], lambdaRoles: [given.role('MyFunctions')], createRoles: false,
    }),
  },
  'own-bucket': { clusters: ownBucket, roles: ownBucket },
  'policies': {
    clusters: given => ({ additionalIamPolicies: [given.managedPolicy('MyAdditional')], ...withScripts(given) }),
  },
  'new-storage': {
    clusters: given => ({ keys: [key(given)], dataRepositories: [S3Location.bucket(given.bucket('my-data'))] }),
  },
  'existing-storage': {},
  'from-backup': {},
  'raid': { clusters: given => ({ keys: [key(given)] }) },
  'no-logs': { clusters: () => ({ logs: false }) },
  'new-subnet': {},
  'queues': {},
};

/** Commands on clusters that exist. */
const USING = ['dcv', 'instances', 'list', 'ssh', 'start', 'status', 'stop'];

const NAME = 'hpc';

function permissionSet(release: string): ParallelCluster2PermissionSet {
  return isBefore(release, '2.10.0') ? ParallelCluster2PermissionSet.GUIDE_2_9 : ParallelCluster2PermissionSet.GUIDE_2_11;
}

/** The policies of users: those who make clusters, and those who only use one. */
function users({ scheduler = SLURM, clusters }: Configuration, release: string): readonly Asker[] {
  return [
    {
      name: 'ParallelCluster2UserPolicy, creates clusters',
      build: (stack, given) => new ParallelCluster2UserPolicy(stack, SUBJECT, {
        permissionSet: permissionSet(release), createClusters: { schedulers: [scheduler], ...clusters?.(given) },
      }),
    },
    {
      name: 'ParallelCluster2UserPolicy, uses a cluster',
      commands: USING,
      build: stack => new ParallelCluster2UserPolicy(stack, SUBJECT, {
        useClusters: { clusterNames: [NAME], computeEnvironments: [computeEnvironment(stack, COMPUTE_ENVIRONMENT)] },
      }),
    },
  ];
}

type Build = (stack: Stack, given: Given, configuration: Configuration, release: string) => ReturnType<Asker['build']>;

const ROLES: Readonly<Partial<Record<string, Build>>> = {
  instance: (stack, given, { scheduler = SLURM, instance, roles }, release) =>
    new ParallelCluster2InstanceRole(stack, SUBJECT, {
      scheduler, clusterName: NAME, permissionSet: permissionSet(release), ...roles?.(given), ...instance?.(given),
    }),
  lambda: (stack, given, { scheduler = SLURM, roles }) =>
    new ParallelCluster2LambdaRole(stack, SUBJECT, { scheduler, clusterName: NAME, ...roles?.(given) }),
};

function askers(name: string, subject: string, release: string): readonly Asker[] {
  const configuration = CONFIGURATIONS[name];
  if (!configuration) {
    throw new Error(`test/vendors/parallelcluster2.ts has no options for the configuration ${name}`);
  }
  if (subject === 'user') {
    return users(configuration, release);
  }
  const build = ROLES[subject];
  return build ? [{ name: subject, build: (stack, given) => build(stack, given, configuration, release) }] : [];
}

const STACK: StackKind = { tags: { Application: `parallelcluster-${NAME}` }, operations: ['create', 'update', 'delete'] };

export const PARALLELCLUSTER2: Vendor = {
  name: 'parallelcluster2',
  environment: RECORDED,
  stackOf: () => STACK,
  askers,
};
