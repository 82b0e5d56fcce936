import { BeanstalkUserClusterEnvironments, BeanstalkUserInfrastructure } from './infrastructure-props';
import { BeanstalkUserApplication, BeanstalkUserManagement, BeanstalkUserPolicyProps } from './props';
import { BeanstalkUserStorage } from './storage-props';
import { NO_LOCATIONS, OptionReader } from '../../private/options/reader';
import { PASSABLE_ROLE, VPC } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { matching, OPTIONS, Validator } from '../../private/options/validators';
import { Environments, readEnvironments } from '../tiers/instance-options';
import { APPLICATION } from '../tiers/names';

// The options of the policies of users, checked.

export type UserAccess = ReturnType<typeof readUserAccess>;
type Options = ReturnType<typeof readOptions>;
export type Infrastructure = ReturnType<typeof readInfrastructure>;
export type Management = ReturnType<typeof readManagement>;
export type ClusterEnvironments = ReturnType<typeof readClusterEnvironments>;
export type Storage = ReturnType<typeof readStorage>;

export interface Application {
  readonly name: string;
  readonly environments: Environments;
}

type Read = OptionReader<BeanstalkUserPolicyProps>;

const ENVIRONMENT_ID = matching("the id of an environment such as 'e-abcdefghij'", /^e-[a-z0-9]+$/, /[a-z0-9-]/);
const APPLICATIONS = OPTIONS as Validator<BeanstalkUserApplication>;

export function readUserAccess(read: Read) {
  const access = readOptions(read);
  return { ...access, updates: callsOtherServices(access) };
}

function readOptions(read: Read) {
  return {
    applications: readApplications(read),
    deployment: read.struct('deployment', deployment => ({
      deletesVersions: deployment.flag('deleteVersions', false),
      usesOperationsRole: deployment.flag('usesOperationsRole', false),
    })),
    management: read.struct('management', readManagement),
    infrastructure: read.struct('infrastructure', readInfrastructure),
    clusterEnvironments: read.struct('clusterEnvironments', readClusterEnvironments),
    storage: read.structOr('storage', {}, readStorage),
    readsLogs: read.flag('readLogs', false),
  };
}

/**
 * Whether Elastic Beanstalk calls other services with the permissions of the user. For environments on Amazon EKS, it
 * uses its service-linked role.
 */
function callsOtherServices({ deployment, infrastructure, clusterEnvironments }: Options): boolean {
  return infrastructure !== undefined ||
    (deployment !== undefined && !deployment.usesOperationsRole && clusterEnvironments === undefined);
}

function readApplications(read: Read): readonly Application[] {
  const applications = read.list('applications', APPLICATIONS, 'name the applications and environments of the users');
  return applications.map((application, index) =>
    OptionReader.ofArgument(read.scope, `${read.pathOf('applications')}[${index}]`, application, readApplication));
}

function readApplication(read: OptionReader<BeanstalkUserApplication>): Application {
  const name = read.required('applicationName', APPLICATION);
  const environments = readEnvironments(read);
  return {
    name,
    environments: environments ?? read.fail(
      `'${read.pathOf('environmentNames')}' or 'environmentNamePrefix' must be set: name the environments of the application`,
    ),
  };
}

function readManagement(read: OptionReader<BeanstalkUserManagement>) {
  return {
    operationsRoles: read.arns('operationsRoles', PASSABLE_ROLE),
    createsApplications: read.flag('createApplications', false),
    deletesApplications: read.flag('deleteApplications', false),
  };
}

function readInfrastructure(read: OptionReader<BeanstalkUserInfrastructure>) {
  return {
    instanceRoles: read.arns('instanceRoles', PASSABLE_ROLE, 'instances run with a role, such as a BeanstalkEc2Role, and users pass it'),
    serviceRoles: read.arns('serviceRoles', PASSABLE_ROLE),
    vpc: read.thing('vpc', VPC)?.arn,
    hasTaggedTemplates: read.flag('taggedLaunchTemplates', false),
    loadBalancers: read.capability('loadBalancers'),
    databases: read.capability('databases'),
    workerTier: read.capability('workerTier'),
    ecsDocker: read.capability('ecsDocker'),
    logStreaming: read.flag('logStreaming', false),
  };
}

const OF_CLUSTERS = ['clusterRoles', 'nodeRoles', 'observabilityRoles'] as const;

function readClusterEnvironments(read: OptionReader<BeanstalkUserClusterEnvironments>) {
  const roles = {
    cluster: read.arns('clusterRoles', PASSABLE_ROLE),
    node: read.arns('nodeRoles', PASSABLE_ROLE),
    observability: read.arns('observabilityRoles', PASSABLE_ROLE),
    application: read.arns('applicationRoles', PASSABLE_ROLE),
    imageBuild: read.arns('imageBuildRoles', PASSABLE_ROLE),
  };
  const missing = OF_CLUSTERS.find(option => !read.has(option));
  const creates = [...OF_CLUSTERS, 'applicationRoles' as const].some(option => read.has(option));
  if (creates && missing !== undefined) {
    read.fail(`'${read.pathOf(missing)}' must be set: an environment on Amazon EKS has a role for its cluster, its nodes and its ` +
      `observability. Add it, or set only '${read.pathOf('imageBuildRoles')}' for users who only build images`);
  }
  if (!creates && roles.imageBuild.length === 0) {
    read.fail("'clusterEnvironments' must not be empty: name the roles that users pass, or leave it out, got {}");
  }
  return { ...roles, creates };
}

function readStorage(read: OptionReader<BeanstalkUserStorage>) {
  return {
    bundles: read.has('sourceBundles') ? read.locations('sourceBundles') : NO_LOCATIONS,
    key: read.key('encryptionKey'),
    environmentIds: unique(read.list('environmentIds', ENVIRONMENT_ID)),
    bucketSetup: read.flag('bucketSetup', false),
  };
}
