import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  DEFAULT_ROWS, ec2Role, NodeProps, ofNodes, ofPods, ofProfile, OTHER_PRINCIPAL, otherRegion, PodProps, ProfileProps,
  SERVICE_ACCOUNT,
} from './rows';
import {
  HopsworksEksNodeRole, HopsworksEksServiceAccountRole, HopsworksInstanceProfile, HopsworksRepositoryCreation,
  ImageSource, PolicyPlacement,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Row } from '../../support/row';

const BACKUPS = ['-BackupsConfigureBucket', '-BackupsDeleteVersions'];
const BUCKET = ['~StorageUseBucket', '~StorageUseObjects'];
const BACKED_UP_BUCKET = ['~BackupsConfigureBucket', '~BackupsDeleteVersions', ...BUCKET];
const CLOUD_WATCH = [
  '+CloudWatchDescribe', '+CloudWatchPutMetrics', '+CloudWatchReadAgentConfiguration', '+CloudWatchWriteLogs',
];
const REGISTRY = [
  '-ContainerRegistryCreateRepositories', '-ContainerRegistryLogin', '-ContainerRegistryPullVendorImages',
  '-ContainerRegistryUseImages',
];
const SESSIONS = ['+SessionManagerOpenChannels', '+SessionManagerReport'];

/** Rows for the options that both constructs have. */
const storageRows = (of: (what: string, props: ProfileProps & NodeProps, ...sids: readonly string[]) => Row) => [
  of('without-backups', () => ({ backups: false }), ...BACKUPS),
  of('new-bucket', given => ({ bucket: given.newBucket('cluster') }), ...BACKED_UP_BUCKET),
  of('encrypted-bucket', given => ({ bucket: given.encryptedBucket('cluster') }), '+StorageUseKey', ...BACKED_UP_BUCKET),
  of('encryption-key', given => ({ encryptionKey: given.key('cluster') }), '+StorageUseKey'),
  of('object-acl', () => ({ objectAcl: true }), '+StorageSetAcl'),
];

type RoleRow = (what: string, props: ProfileProps & NodeProps & PodProps, ...sids: readonly string[]) => Row;

const roleRows = (of: RoleRow) => [
  of('named', given => ({
    roleName: 'hopsworks',
    path: '/team/',
    description: 'runs Hopsworks',
    maxSessionDuration: Duration.hours(12),
    permissionsBoundary: given.managedPolicy('boundary'),
    tags: { team: 'features' },
  })),
  of('additions', given => ({
    additionalManagedPolicies: [given.managedPolicy('audit')],
    additionalStatements: [given.statement(), given.statement('Own')],
    additionalPrincipals: [OTHER_PRINCIPAL],
  }), '~trust'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    of(policyPlacement.toLowerCase(), () => ({ policyPlacement }))),
];

const existingRows = (of: (what: string, props: ProfileProps & NodeProps, ...sids: readonly string[]) => Row) => [
  of('existing', given => ({ existingRole: ec2Role(given.stack) }), '-trust'),
  of('imported', given => ({ existingRole: given.role('existing'), awsManagedPolicies: false }), '-trust'),
];

const REGISTRY_ROWS: readonly Row[] = [
  ofProfile('no-registry', () => ({ containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NO_REGISTRY } }), ...REGISTRY),
  ofProfile('one-cluster', () => ({ containerRegistry: { clusterId: '0f3c1d2a' } }), '~ContainerRegistryUseImages'),
  ofProfile('own-repositories', () => ({
    containerRegistry: { clusterId: '0f3c1d2a', repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER },
  }), '~ContainerRegistryCreateRepositories', '~ContainerRegistryUseImages'),
  ofProfile('own-repositories-elsewhere', given => ({
    containerRegistry: {
      clusterId: '0f3c1d2a',
      region: otherRegion(given, 'RegistryRegion'),
      accountId: '444455556666',
      repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER,
    },
  }), '~ContainerRegistryCreateRepositories', '~ContainerRegistryPullVendorImages', '~ContainerRegistryUseImages'),
  ofProfile('no-new-repositories', () => ({
    containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NONE },
  }), '-ContainerRegistryCreateRepositories'),
  ofProfile('other-registries', given => ({
    containerRegistry: {
      region: otherRegion(given, 'RegistryRegion'),
      accountId: '444455556666',
      images: ['base', 'team/base'],
      vendorAccountId: '777788889999',
      vendorRegion: otherRegion(given, 'VendorRegion'),
      repositoryCreation: HopsworksRepositoryCreation.ANYWHERE,
    },
  }), '~ContainerRegistryPullVendorImages', '~ContainerRegistryUseImages'),
];

const FEATURE_ROWS: readonly Row[] = [
  ofProfile('cloud-watch', () => ({ cloudWatch: {} }), ...CLOUD_WATCH),
  ofProfile('scoped-cloud-watch', () => ({
    cloudWatch: { logGroupPrefixes: ['hopsworks'], metricNamespaces: ['CWAgent', 'Hopsworks/*'] },
  }), ...CLOUD_WATCH),
  ofProfile('eks', () => ({ eks: { clusterName: 'hopsworks' } }), '+EksDescribeCluster'),
  ofProfile('session-manager', () => ({ sessionManager: {} }), ...SESSIONS),
  ofProfile('systems-manager', () => ({ systemsManager: true })),
  ofProfile('head-node', given => ({ assumableRoles: [given.newRole('data'), given.role('imported')] }),
    '+AssumableRolesAssume'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    ofProfile(`head-node-${policyPlacement.toLowerCase()}`, given => ({
      policyPlacement,
      assumableRoles: [given.newRole('data')],
    }), '+AssumableRolesAssume')),
  ofProfile('existing-head-node', given => ({
    existingRole: ec2Role(given.stack),
    assumableRoles: [given.newRole('data')],
  }), '-trust', '+AssumableRolesAssume'),
  ofProfile('instance-profile-name', () => ({ instanceProfileName: 'hopsworks' })),
];

const NODE_ROWS: readonly Row[] = [
  ofNodes('several-repositories', given => ({
    projectImages: [ImageSource.repository(given.newRepository('base')), ImageSource.anyRepository()],
  }), '~ContainerRegistryUseImages'),
  ofNodes('own-managed-policies', () => ({ awsManagedPolicies: false })),
  ofNodes('velero', () => ({ velero: {} }), '+VeleroUploadObjects'),
  ofNodes('velero-elsewhere', () => ({ velero: { prefix: 'backups/k8s' } }), '+VeleroUploadObjects'),
];

const VELERO = ['+VeleroListBucket', '+VeleroUseObjects'];
const NO_CHAIN = '-AssumableRolesAssume';

const POD_ROWS: readonly Row[] = [
  ofPods('pod-identity', given => ({
    serviceAccount: { ...SERVICE_ACCOUNT, podIdentityCluster: given.eksCluster('hopsworks') },
  }), '~trust', '+AssumableRolesPassTags'),
  ofPods('both-identities', given => ({
    serviceAccount: {
      ...SERVICE_ACCOUNT, oidcProvider: given.oidcProvider('hopsworks'), podIdentityCluster: given.eksCluster('hopsworks'),
    },
  }), '~trust', '+AssumableRolesPassTags'),
  ofPods('imported-roles', given => ({ assumableRoles: [given.role('sales'), given.role('bank')] }),
    '~AssumableRolesAssume'),
  ofPods('velero', given => ({
    serviceAccount: { kubernetesNamespace: 'velero', name: 'velero', oidcProvider: given.oidcProvider('hopsworks') },
    assumableRoles: undefined,
    velero: { bucket: given.bucket('cluster') },
  }), '~trust', NO_CHAIN, ...VELERO),
  ofPods('velero-new-bucket', given => ({ assumableRoles: undefined, velero: { bucket: given.newBucket('cluster') } }),
    NO_CHAIN, ...VELERO),
  ofPods('velero-key', given => ({
    assumableRoles: undefined, velero: { bucket: given.bucket('cluster'), encryptionKey: given.key('cluster') },
  }), NO_CHAIN, ...VELERO, '+VeleroUseKey'),
  ofPods('existing', given => ({
    serviceAccount: undefined, existingRole: given.newTaggedRole('existing', 'pods.eks.amazonaws.com'),
  }), '-trust', '+AssumableRolesPassTags'),
  ofPods('imported', given => ({ serviceAccount: undefined, existingRole: given.role('existing') }),
    '-trust', '+AssumableRolesPassTags'),
];

const EVERYTHING_ROWS: readonly Row[] = [
  ofProfile('everything', given => ({
    bucket: given.encryptedBucket('cluster'),
    encryptionKey: given.key('cluster'),
    objectAcl: true,
    containerRegistry: { clusterId: '0f3c1d2a', repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER },
    cloudWatch: { logGroupPrefixes: ['hopsworks'], metricNamespaces: ['CWAgent'] },
    eks: { clusterName: 'hopsworks' },
    assumableRoles: [given.newRole('data'), given.newRole('more')],
    sessionManager: { sessionKey: given.key('sessions') },
    systemsManager: true,
  }), '+AssumableRolesAssume', '+EksDescribeCluster', '+StorageSetAcl', '+StorageUseKey', ...CLOUD_WATCH, ...SESSIONS,
  '+SessionManagerKey',
  '~ContainerRegistryCreateRepositories', '~ContainerRegistryUseImages', ...BACKED_UP_BUCKET),
  ofNodes('everything', given => ({
    bucket: given.encryptedBucket('cluster'),
    encryptionKey: given.key('cluster'),
    objectAcl: true,
    velero: { prefix: 'backups/k8s' },
    additionalStatements: [given.statement()],
  }), '+StorageSetAcl', '+StorageUseKey', '+VeleroUploadObjects', ...BACKED_UP_BUCKET),
  ofPods('everything', given => ({
    serviceAccount: {
      ...SERVICE_ACCOUNT, oidcProvider: given.oidcProvider('hopsworks'), podIdentityCluster: given.eksCluster('hopsworks'),
    },
    velero: { bucket: given.encryptedBucket('cluster'), prefix: 'backups/k8s', encryptionKey: given.key('cluster') },
  }), '~trust', '+AssumableRolesPassTags', ...VELERO, '+VeleroUseKey'),
];

type Granting = HopsworksInstanceProfile | HopsworksEksNodeRole | HopsworksEksServiceAccountRole;

/** Rows for the grants to other principals. */
const GRANT_ROWS: readonly Row[] = [ofProfile, ofNodes, ofPods].map(of => of('grant-pass', () => ({}))).map(row => ({
  ...row,
  build: (stack: Stack, given?: Fixtures) => {
    const subject = row.build(stack, given) as Granting;
    subject.grantPass(new iam.User(stack, 'Caller'));
    return subject;
  },
}));

export const HOPSWORKS_ROWS: readonly Row[] = [
  ...DEFAULT_ROWS,
  ...storageRows(ofProfile),
  ...storageRows(ofNodes),
  ...roleRows(ofProfile),
  ...roleRows(ofNodes),
  ...roleRows(ofPods),
  ...existingRows(ofProfile),
  ...existingRows(ofNodes),
  ...REGISTRY_ROWS,
  ...FEATURE_ROWS,
  ...NODE_ROWS,
  ...POD_ROWS,
  ...GRANT_ROWS,
  ...EVERYTHING_ROWS,
];
