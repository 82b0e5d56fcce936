import * as fc from 'fast-check';
import {
  BeanstalkUserApplication, BeanstalkUserClusterEnvironments, BeanstalkUserDeployment, BeanstalkUserInfrastructure,
  BeanstalkUserManagement, BeanstalkUserPolicy, BeanstalkUserPolicyProps, BeanstalkUserStorage,
} from '../../src';
import {
  codeOf, flag, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../support/arbitraries';
import { statementOverrides } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

const applications = listOf(fc.oneof(...(['environmentNames', 'environmentNamePrefix'] as const).map(always =>
  options<BeanstalkUserApplication>({
    applicationName: values('shop', 'my bank'),
    environmentNames: values(['shop-live'], ['shop-live', 'bank-live']),
    environmentNamePrefix: values('shop-'),
  }, 'applicationName', always))));

const clusterEnvironments = fc.oneof(
  options<BeanstalkUserClusterEnvironments>({
    clusterRoles: listOf(role),
    nodeRoles: listOf(role),
    observabilityRoles: listOf(role),
    applicationRoles: listOf(role),
    imageBuildRoles: listOf(role),
  }, 'clusterRoles', 'nodeRoles', 'observabilityRoles'),
  options<Pick<BeanstalkUserClusterEnvironments, 'imageBuildRoles'>>({ imageBuildRoles: listOf(role) }, 'imageBuildRoles'),
);

const infrastructure = options<BeanstalkUserInfrastructure>({
  instanceRoles: listOf(role),
  serviceRoles: listOf(role),
  vpc: oneOf({ 'a VPC': given => given.vpc('network') }),
  taggedLaunchTemplates: flag,
  loadBalancers: values({}),
  databases: values({}),
  workerTier: values({}),
  ecsDocker: values({}),
  logStreaming: flag,
}, 'instanceRoles');

type Storage = OptionArbitraries<BeanstalkUserStorage>;
const storage: Storage = {
  sourceBundles: listOf(location),
  encryptionKey: key,
  environmentIds: values(['e-abcdefghij'], ['e-abcdefghij', 'e-klmnopqrst']),
  bucketSetup: flag,
};
const { environmentIds: _ids, ...unknownIds } = storage;
const { sourceBundles: _bundles, ...withoutBundles } = unknownIds;
const { bucketSetup: _setup, ...ofDeployments } = unknownIds;

type Props = BeanstalkUserPolicyProps;
type Common = Omit<Props, 'deployment' | 'management' | 'infrastructure' | 'clusterEnvironments' | 'storage'>;

const common: OptionArbitraries<Common> = {
  applications,
  readLogs: flag,
  regions: oneOf({ 'the region of the stack': ({ stack }) => [stack.region] }),
  managedPolicyNamePrefix: values('shop-'),
  path: values('/', '/shop/'),
  users: listOf(oneOf({ 'a user': given => given.user('ann') })),
  groups: listOf(oneOf({ 'a group': given => given.group('team') })),
  roles: listOf(role),
  additionalStatements: listOf(oneOf({ 'a statement': given => given.statement() })),
  statementOverrides,
};
const deployment = options<Omit<BeanstalkUserDeployment, 'usesOperationsRole'>>({ deleteVersions: flag });
const byOperationsRole = options<BeanstalkUserDeployment>(
  { deleteVersions: flag, usesOperationsRole: values(true) }, 'usesOperationsRole');
const withOperationsRole = options<BeanstalkUserManagement>(
  { operationsRoles: listOf(role), createApplications: flag, deleteApplications: flag }, 'operationsRoles');
const management = options<BeanstalkUserManagement>(
  { operationsRoles: listOf(role), createApplications: flag, deleteApplications: flag });

type Deploying = Omit<Props, 'management'>;
type Managing = Omit<Props, 'deployment'>;
type Both = Props;

/** Builds the policies of deployers with random options, under the id `SUBJECT`. */
export const randomBeanstalkUser: fc.Arbitrary<Maker<BeanstalkUserPolicy>> = fc.oneof(
  options<Common>(common, 'applications'),
  options<Deploying>({
    ...common, deployment, infrastructure, clusterEnvironments, storage: options<BeanstalkUserStorage>(storage),
  }, 'applications', 'deployment', 'infrastructure'),
  options<Omit<Deploying, 'infrastructure' | 'clusterEnvironments'>>({
    ...common, deployment, storage: options<BeanstalkUserStorage>(storage),
  }, 'applications', 'deployment'),
  options<Omit<Deploying, 'infrastructure'>>({
    ...common,
    deployment: byOperationsRole,
    clusterEnvironments,
    storage: options<Omit<BeanstalkUserStorage, 'environmentIds' | 'bucketSetup'>>(ofDeployments),
  }, 'applications', 'deployment'),
  options<Managing>({
    ...common,
    management,
    infrastructure,
    clusterEnvironments,
    storage: options<Omit<BeanstalkUserStorage, 'environmentIds' | 'sourceBundles'>>(withoutBundles),
  }, 'applications', 'management', 'infrastructure'),
  options<Omit<Both, 'infrastructure'>>({
    ...common,
    deployment: byOperationsRole,
    management: withOperationsRole,
    clusterEnvironments,
    storage: options<Omit<BeanstalkUserStorage, 'environmentIds'>>(unknownIds),
  }, 'applications', 'deployment', 'management'),
  options<Both>({
    ...common,
    deployment,
    management: withOperationsRole,
    infrastructure,
    clusterEnvironments,
    storage: options<Omit<BeanstalkUserStorage, 'environmentIds'>>(unknownIds),
  }, 'applications', 'deployment', 'management'),
).map(made => maker(`new BeanstalkUserPolicy(${codeOf(made)})`, given =>
  new BeanstalkUserPolicy(given.stack, SUBJECT, made(given))));
