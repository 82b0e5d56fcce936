import { rowName } from './rows';
import { BeanstalkUserPolicy, BeanstalkUserPolicyProps, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Props = (given: Fixtures) => Omit<BeanstalkUserPolicyProps, 'applications'> & Partial<BeanstalkUserPolicyProps>;

const USER = 'user';
const SHOP = { applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }] };

function made(props: Props): Row['build'] {
  return (stack, given = new Fixtures(stack)) =>
    new BeanstalkUserPolicy(stack, SUBJECT, given.adapt({ ...SHOP, ...props(given) }, []));
}

/** What users have in addition to watching. */
function user(what: string, props: Props, ...sids: readonly string[]): Row {
  return {
    name: rowName(`${USER}-${what}`),
    construct: 'BeanstalkUserPolicy',
    build: made(props),
    difference: { from: rowName(USER), sids },
  };
}

const added = (...sids: readonly string[]) => sids.map(sid => `+${sid}`);

const LOGS = ['WatchReadLogFiles', 'WatchReadLogGroups', 'WatchRequestLogs'];
const CHANGE = ['ChangeCreateBucket', 'ChangeEnvironments', 'ChangeFindBucket', 'ChangeReadBucket'];
const SET_UP = ['ChangeSetUpBucket'];
const DEPLOYMENT = ['DeploymentChangeVersions', 'DeploymentCreateVersions', 'DeploymentUpload'];
const UPDATE = [
  'UpdateGroupSizes', 'UpdateGroups', 'UpdateRegisterInstances', 'UpdateStacks', 'UpdateTopics', 'UpdateWriteFolders',
];
const DEPLOYS = [...CHANGE, ...DEPLOYMENT, ...UPDATE];
const MANAGEMENT = [
  'ManagementConfigurationFiles', 'ManagementDeleteConfigurations', 'ManagementEnvironments', 'ManagementSaveConfigurations',
  'ManagementSwap',
];
const OPERATIONS = ['ManagementOperationsRoles', 'ManagementPassOperationsRoles'];
const INFRASTRUCTURE = [
  'InfrastructureAlarms', 'InfrastructureCreateStacks', 'InfrastructureDeleteAlarms', 'InfrastructureDeleteStacks',
  'InfrastructureDescribe', 'InfrastructureFindRoles', 'InfrastructureGroups', 'InfrastructureLaunchGroups',
  'InfrastructureLinkedRoles', 'InfrastructureMoveInstances', 'InfrastructurePassInstanceRoles', 'InfrastructureReadRoles', 'InfrastructureTagGroups',
  'InfrastructureTagStacks', 'InstancesAddresses', 'InstancesAllocateAddresses', 'InstancesChangeTemplates',
  'InstancesCreateSecurityGroups', 'InstancesCreateTemplates', 'InstancesLaunch', 'InstancesLaunchInto',
  'InstancesMoveAddresses', 'InstancesSecurityGroups', 'InstancesTag', 'InstancesTagNew', 'InstancesTerminate',
];
const BALANCERS = [
  'LoadBalancersChange', 'LoadBalancersClassic', 'LoadBalancersCreate', 'LoadBalancersCreateListeners', 'LoadBalancersListeners',
];
const DATABASES = [
  'DatabasesChange', 'DatabasesCreate', 'DatabasesCreateWith', 'DatabasesDescribe', 'DatabasesKeepSnapshots', 'DatabasesTakeSnapshots',
];
const WORKER = ['WorkerTierChange', 'WorkerTierCreate', 'WorkerTierRead'];
const DOCKER = ['EcsDockerClusters', 'EcsDockerDeregisterTasks', 'EcsDockerRegisterTasks', 'EcsDockerTag'];
const EKS = ['ClusterLinkedRoles', 'ClusterPassClusterRoles', 'ClusterPassNodeRoles', 'ClusterPassPodRoles', 'ClusterReadRoles'];
const INSTANCES_OF = [...DEPLOYS, ...INFRASTRUCTURE];

const roles = (given: Fixtures) => ({ instanceRoles: [given.role('shop')] });
const clusters = (given: Fixtures) =>
  ({ clusterRoles: [given.role('cluster')], nodeRoles: [given.role('node')], observabilityRoles: [given.role('observability')] });

/** Deployments that change resources, with one more option of `infrastructure`. */
function infrastructure(what: string, more: (given: Fixtures) => object, ...sids: readonly string[]): Row {
  return user(`infrastructure-${what}`, given => ({ deployment: {}, infrastructure: { ...roles(given), ...more(given) } }),
    ...added(...INSTANCES_OF, ...sids));
}

const everything = (given: Fixtures) => ({
  deployment: { deleteVersions: true },
  management: { operationsRoles: [given.role('operations')], createApplications: true, deleteApplications: true },
  infrastructure: {
    instanceRoles: [given.role('shop'), given.newRole('jobs', 'ec2.amazonaws.com')],
    serviceRoles: [given.role('service')],
    vpc: given.vpc('network'),
    taggedLaunchTemplates: true,
    loadBalancers: {},
    databases: {},
    workerTier: {},
    ecsDocker: {},
    logStreaming: true,
  },
  clusterEnvironments: {
    ...clusters(given), applicationRoles: [given.role('application')], imageBuildRoles: [given.role('build')],
  },
  storage: {
    sourceBundles: [S3Location.prefix(given.encryptedBucket('bundles'), 'shop/')],
    encryptionKey: given.key('versions'),
    bucketSetup: true,
  },
  readLogs: true,
});
const EVERYTHING = added(...INSTANCES_OF, ...SET_UP, 'ChangeStorageKey', 'DeploymentFindElsewhere', 'DeploymentUploadElsewhere', ...LOGS, 'WatchLogFilesKey',
  ...MANAGEMENT, ...OPERATIONS, 'ManagementCreateApplications', 'ManagementDeleteApplications', 'InfrastructurePassServiceRoles', ...BALANCERS, ...DATABASES, ...WORKER, ...DOCKER,
  'LogStreamingManageLogGroups', ...EKS, 'ClusterPassImageBuildRoles');

export const USER_ROWS: readonly Row[] = [
  { name: rowName(USER), construct: 'BeanstalkUserPolicy', build: made(() => ({})) },
  user('several-applications', () => ({
    applications: [
      ...SHOP.applications, { applicationName: 'my bank', environmentNames: ['bank-live'], environmentNamePrefix: 'bank-test-' },
    ],
  }), '~WatchEnvironments'),
  user('logs', () => ({ readLogs: true }), ...added(...LOGS)),
  user('logs-of-ids', () => ({ readLogs: true, storage: { environmentIds: ['e-abcdefghij'] } }), ...added(...LOGS)),
  user('deployment', () => ({ deployment: {} }), ...added(...DEPLOYS)),
  user('deployment-and-deletion', () => ({ deployment: { deleteVersions: true } }), ...added(...DEPLOYS)),
  user('deployment-by-operations-role', () => ({ deployment: { usesOperationsRole: true } }),
    ...added(...CHANGE, ...DEPLOYMENT)),
  user('deployment-of-several', () => ({
    applications: [...SHOP.applications, { applicationName: 'bank', environmentNamePrefix: 'bank-' }], deployment: {},
  }), '~WatchEnvironments', ...added(...DEPLOYS)),
  user('environment-ids', () => ({ deployment: {}, storage: { environmentIds: ['e-abcdefghij', 'e-klmnopqrst'] } }),
    ...added(...DEPLOYS)),
  user('source-bundles', given => ({
    deployment: {}, storage: { sourceBundles: [S3Location.prefix(given.bucket('bundles'), 'shop/')] },
  }), ...added(...DEPLOYS, 'DeploymentFindElsewhere', 'DeploymentUploadElsewhere')),
  user('encrypted-source-bundles', given => ({
    deployment: {}, storage: { sourceBundles: [S3Location.bucket(given.encryptedBucket('bundles'))] },
  }), ...added(...DEPLOYS, 'ChangeStorageKey', 'DeploymentFindElsewhere', 'DeploymentUploadElsewhere')),
  user('any-source-bundles', () => ({ deployment: {}, storage: { sourceBundles: [S3Location.anyBucket()] } }),
    ...added(...DEPLOYS, 'DeploymentFindElsewhere', 'DeploymentUploadElsewhere')),
  user('storage-key', given => ({ deployment: {}, storage: { encryptionKey: given.alias('versions') } }),
    ...added(...DEPLOYS, 'ChangeStorageKey')),
  user('bucket-setup', () => ({ deployment: {}, storage: { bucketSetup: true } }), ...added(...DEPLOYS, ...SET_UP)),
  user('logs-with-key', given => ({ readLogs: true, storage: { encryptionKey: given.key('logs') } }),
    ...added(...LOGS, 'WatchLogFilesKey')),
  infrastructure('only', () => ({})),
  infrastructure('service-role', given => ({ serviceRoles: [given.role('service')] }), 'InfrastructurePassServiceRoles'),
  infrastructure('vpc', given => ({ vpc: given.vpc('network') })),
  infrastructure('tagged-templates', () => ({ taggedLaunchTemplates: true })),
  infrastructure('load-balancers', () => ({ loadBalancers: {} }), ...BALANCERS),
  infrastructure('databases', () => ({ databases: {} }), ...DATABASES),
  infrastructure('worker-tier', () => ({ workerTier: {} }), ...WORKER),
  infrastructure('ecs-docker', () => ({ ecsDocker: {} }), ...DOCKER),
  infrastructure('log-streaming', () => ({ logStreaming: true }), 'LogStreamingManageLogGroups'),
  user('management', given => ({ management: {}, infrastructure: roles(given) }),
    ...added(...CHANGE, ...UPDATE, ...MANAGEMENT, ...INFRASTRUCTURE)),
  user('management-by-operations-role', given => ({ management: { operationsRoles: [given.role('operations')] } }),
    ...added(...CHANGE, ...MANAGEMENT, ...OPERATIONS)),
  user('creation-of-applications', given => ({ management: { createApplications: true }, infrastructure: roles(given) }),
    ...added(...CHANGE, ...UPDATE, ...MANAGEMENT, ...INFRASTRUCTURE, 'ManagementCreateApplications')),
  user('deletion-of-applications', given => ({ management: { deleteApplications: true }, infrastructure: roles(given) }),
    ...added(...CHANGE, ...UPDATE, ...MANAGEMENT, ...INFRASTRUCTURE, 'ManagementDeleteApplications')),
  user('cluster', given => ({ management: {}, clusterEnvironments: clusters(given) }),
    ...added(...CHANGE, ...MANAGEMENT, ...EKS)),
  user('cluster-application-role', given => ({
    management: {}, clusterEnvironments: { ...clusters(given), applicationRoles: [given.role('application')] },
  }), ...added(...CHANGE, ...MANAGEMENT, ...EKS)),
  user('cluster-image-build', given => ({
    deployment: {}, clusterEnvironments: { imageBuildRoles: [given.role('build')] },
  }), ...added(...CHANGE, ...DEPLOYMENT, 'ClusterPassImageBuildRoles', 'ClusterReadRoles')),
  user('regions', given => ({ deployment: {}, regions: [given.stack.region] }), ...added(...DEPLOYS)),
  user('attached', given => ({
    managedPolicyNamePrefix: 'shop-',
    path: '/shop/',
    users: [given.user('ann')],
    groups: [given.group('team')],
    roles: [given.newRole('ci', 'codebuild.amazonaws.com')],
    additionalStatements: [given.statement('Own')],
  })),
  user('everything', everything, ...EVERYTHING),
  user('everything-with-prefix', given => ({
    ...everything(given), applications: [{ applicationName: 'shop', environmentNamePrefix: 'shop-' }],
  }), ...EVERYTHING, '~WatchEnvironments'),
];
