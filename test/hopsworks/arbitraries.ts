import * as fc from 'fast-check';
import {
  HopsworksCloudWatchOptions, HopsworksContainerRegistryOptions, HopsworksEksNodeRole, HopsworksEksNodeRoleProps,
  HopsworksEksOptions, HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps, HopsworksInstanceProfile,
  HopsworksInstanceProfileProps, HopsworksRepositoryCreation, HopsworksServiceAccountOptions, HopsworksStorageProps,
  HopsworksVeleroOptions, HopsworksVeleroStorageOptions, PlatformEc2RoleProps, PlatformRoleProps,
} from '../../src';
import {
  both, bucket, codeOf, flag, image, key, listOf, Maker, maker, oneOf, OptionArbitraries, options, role, sessionManager,
  values,
} from '../support/arbitraries';
import { Fixtures } from '../support/given';
import { EC2_ROLES, ofApp, rolesOf, withAny } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';
import { otherRegion } from './grid/rows';

const storage: OptionArbitraries<HopsworksStorageProps> = {
  bucket,
  backups: flag,
  encryptionKey: key,
  objectAcl: flag,
};

const { ANYWHERE, IN_CLUSTER, NONE, NO_REGISTRY } = HopsworksRepositoryCreation;

type Registry = HopsworksContainerRegistryOptions;

const vendor: OptionArbitraries<Pick<Registry, 'vendorAccountId' | 'vendorRegion'>> = {
  vendorAccountId: values('777788889999'),
  vendorRegion: oneOf({ 'another region': given => otherRegion(given, 'VendorRegion') }),
};

/** The registry of one cluster, and of all clusters. */
const containerRegistry: fc.Arbitrary<Maker<Registry>> = fc.oneof(
  options<Registry>({
    ...vendor,
    clusterId: values('0f3c1d2a'),
    region: oneOf({ 'another region': given => otherRegion(given, 'RegistryRegion') }),
    accountId: values('444455556666'),
    images: values(['base'], ['base', 'team/base']),
    repositoryCreation: values(ANYWHERE, IN_CLUSTER, NONE),
  }, 'clusterId'),
  options<Pick<Registry, 'vendorAccountId' | 'vendorRegion' | 'repositoryCreation'>>({
    ...vendor,
    repositoryCreation: values(ANYWHERE, NONE),
  }),
);

type Profile = Omit<HopsworksInstanceProfileProps, keyof PlatformEc2RoleProps>;

/** Without registries, there are no options of them. */
const registry = options<Pick<Profile, 'containerRegistry'>>({
  containerRegistry: fc.oneof(
    containerRegistry, options<Pick<Registry, 'repositoryCreation'>>({ repositoryCreation: values(NO_REGISTRY) }, 'repositoryCreation')),
});

const rest = (systemsManager: fc.Arbitrary<Maker<boolean>>) =>
  options<Omit<Profile, 'containerRegistry'>>({
    ...storage,
    cloudWatch: options<HopsworksCloudWatchOptions>({
      logGroupPrefixes: values(['hopsworks']),
      metricNamespaces: values(['CWAgent'], ['CWAgent', 'Hopsworks/*']),
    }),
    eks: options<HopsworksEksOptions>({ clusterName: values('hopsworks', 'team_1') }, 'clusterName'),
    assumableRoles: listOf(role),
    sessionManager,
    systemsManager,
  }, 'bucket');

const cluster = (systemsManager: fc.Arbitrary<Maker<boolean>>) => both(rest(systemsManager), registry);

const profile: fc.Arbitrary<Maker<HopsworksInstanceProfileProps>> = withAny(EC2_ROLES, cluster);

type Nodes = Omit<HopsworksEksNodeRoleProps, keyof PlatformRoleProps>;

const prefix = values('k8s_backup', 'backups/k8s');
const velero = options<HopsworksVeleroOptions>({ prefix });

const node = { ...storage, projectImages: listOf(image), velero };
const nodeRoles = rolesOf('ec2.amazonaws.com');

const nodes: fc.Arbitrary<Maker<HopsworksEksNodeRoleProps>> = fc.oneof(
  both(options<Omit<Nodes, 'awsManagedPolicies'>>(node, 'bucket', 'projectImages'), ofApp(nodeRoles)),
  withAny(nodeRoles, awsManagedPolicies =>
    options<Nodes>({ ...node, awsManagedPolicies }, 'bucket', 'projectImages', 'awsManagedPolicies')),
);

type ServiceAccountRole = Omit<HopsworksEksServiceAccountRoleProps, keyof PlatformRoleProps>;

const serviceAccount = fc.constantFrom<(keyof HopsworksServiceAccountOptions)[]>(
  ['oidcProvider'], ['podIdentityCluster'], ['oidcProvider', 'podIdentityCluster'],
).chain(by => options<HopsworksServiceAccountOptions>({
  kubernetesNamespace: values('hopsworks', 'velero'),
  name: values('hopsworks-sa', 'velero.server'),
  oidcProvider: oneOf({ 'an OIDC provider': given => given.oidcProvider('hopsworks') }),
  podIdentityCluster: oneOf({ 'an EKS cluster': given => given.eksCluster('hopsworks') }),
}, 'kubernetesNamespace', 'name', ...by));

const ofServiceAccount: Omit<OptionArbitraries<ServiceAccountRole>, 'serviceAccount'> = {
  assumableRoles: listOf(role),
  velero: options<HopsworksVeleroStorageOptions>({ bucket, prefix, encryptionKey: key }, 'bucket'),
};
const podRoles = rolesOf('pods.eks.amazonaws.com', undefined, Fixtures.prototype.newTaggedRole);

const serviceAccountRole: fc.Arbitrary<Maker<HopsworksEksServiceAccountRoleProps>> = fc.oneof(
  { weight: 3, arbitrary: both(options<ServiceAccountRole>({ ...ofServiceAccount, serviceAccount }, 'serviceAccount'), podRoles.made) },
  both(options<Omit<ServiceAccountRole, 'serviceAccount'>>(ofServiceAccount), podRoles.existing),
  both(options<Omit<ServiceAccountRole, 'serviceAccount'>>(ofServiceAccount, 'assumableRoles'), podRoles.imported),
);

/** Builds an instance profile with random options, under the id `SUBJECT`. */
export const randomInstanceProfile: fc.Arbitrary<Maker<HopsworksInstanceProfile>> = profile.map(made =>
  maker(`new HopsworksInstanceProfile(${codeOf(made)})`,
    given => new HopsworksInstanceProfile(given.stack, SUBJECT, made(given))));

export const randomEksNodeRole: fc.Arbitrary<Maker<HopsworksEksNodeRole>> = nodes.map(made =>
  maker(`new HopsworksEksNodeRole(${codeOf(made)})`,
    given => new HopsworksEksNodeRole(given.stack, SUBJECT, made(given))));

export const randomEksServiceAccountRole: fc.Arbitrary<Maker<HopsworksEksServiceAccountRole>> =
  serviceAccountRole.map(made => maker(`new HopsworksEksServiceAccountRole(${codeOf(made)})`,
    given => new HopsworksEksServiceAccountRole(given.stack, SUBJECT, made(given))));
