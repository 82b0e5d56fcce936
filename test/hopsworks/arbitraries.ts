import * as fc from 'fast-check';
import {
  HopsworksCloudWatchOptions, HopsworksContainerRegistryOptions, HopsworksEksNodeRole, HopsworksEksNodeRoleProps,
  HopsworksEksOptions, HopsworksInstanceProfile, HopsworksInstanceProfileProps, HopsworksRepositoryCreation,
  HopsworksStorageProps, PlatformRoleProps, PolicyPlacement,
} from '../../src';
import {
  both, bucket, codeOf, flag, image, key, listOf, Maker, maker, oneOf, OptionArbitraries, options, role, values,
} from '../support/arbitraries';
import { SUBJECT } from '../support/row';
import { ec2Role, OTHER_PRINCIPAL, otherRegion } from './grid/rows';

const storage: OptionArbitraries<HopsworksStorageProps> = {
  bucket,
  backups: flag,
  encryptionKey: key,
  objectAcl: flag,
};

const { ANYWHERE, IN_CLUSTER, NONE } = HopsworksRepositoryCreation;

type Registry = HopsworksContainerRegistryOptions;

const vendor: OptionArbitraries<Pick<Registry, 'vendorAccountId' | 'vendorRegion'>> = {
  vendorAccountId: values('777788889999'),
  vendorRegion: oneOf({ 'another region': given => otherRegion(given, 'VendorRegion') }),
};

/** Of one cluster in another place, of one in the stack's, and of all clusters. */
const containerRegistry: fc.Arbitrary<Maker<Registry>> = fc.oneof(
  options<Registry>({
    ...vendor,
    clusterId: values('0f3c1d2a'),
    region: oneOf({ 'another region': given => otherRegion(given, 'RegistryRegion') }),
    accountId: values('444455556666'),
    images: values(['base'], ['base', 'team/base']),
    repositoryCreation: values(ANYWHERE, NONE),
  }, 'clusterId'),
  options<Omit<Registry, 'region' | 'accountId'>>({
    ...vendor,
    clusterId: values('0f3c1d2a'),
    images: values(['base'], ['base', 'team/base']),
    repositoryCreation: values(ANYWHERE, IN_CLUSTER, NONE),
  }, 'clusterId'),
  options<Pick<Registry, 'vendorAccountId' | 'vendorRegion' | 'repositoryCreation'>>({
    ...vendor,
    repositoryCreation: values(ANYWHERE, NONE),
  }),
);

type Features = Pick<HopsworksInstanceProfileProps,
  'containerRegistry' | 'cloudWatch' | 'eks' | 'assumableRoles' | 'sessionManager'>;

const features = options<Features>({
  containerRegistry,
  cloudWatch: options<HopsworksCloudWatchOptions>({
    logGroupPrefixes: values(['hopsworks']),
    metricNamespaces: values(['CWAgent'], ['CWAgent', 'Hopsworks/*']),
  }),
  eks: options<HopsworksEksOptions>({ clusterName: values('hopsworks', 'team_1') }, 'clusterName'),
  assumableRoles: listOf(role),
  sessionManager: flag,
});

/** The options of roles that documented statements could get into the way of. */
const newRole = options<Pick<
  PlatformRoleProps, 'roleName' | 'path' | 'additionalStatements' | 'additionalPrincipals' | 'policyPlacement'
>>({
  roleName: values('hopsworks'),
  path: values('/', '/team/'),
  additionalStatements: listOf(oneOf({ 'a statement': given => given.statement() })),
  additionalPrincipals: listOf(oneOf({ 'Systems Manager': () => OTHER_PRINCIPAL })),
  policyPlacement: values(...Object.values(PolicyPlacement)),
});

const existingRole = options<Pick<PlatformRoleProps, 'existingRole'>>({
  existingRole: oneOf({ 'a new role of EC2': given => ec2Role(given.stack) }),
}, 'existingRole');

const anyRole: fc.Arbitrary<Maker<PlatformRoleProps>> = fc.oneof(newRole, existingRole);

const profile: fc.Arbitrary<Maker<HopsworksInstanceProfileProps>> =
  both(both(options(storage, 'bucket'), features), anyRole);

const nodes: fc.Arbitrary<Maker<HopsworksEksNodeRoleProps>> = both(
  options<HopsworksStorageProps & Pick<HopsworksEksNodeRoleProps, 'projectImages' | 'awsManagedPolicies'>>(
    { ...storage, projectImages: listOf(image), awsManagedPolicies: flag }, 'bucket', 'projectImages'),
  anyRole,
);

/** Build with random options, under the id `SUBJECT`. */
export const randomInstanceProfile: fc.Arbitrary<Maker<HopsworksInstanceProfile>> = profile.map(made =>
  maker(`new HopsworksInstanceProfile(${codeOf(made)})`,
    given => new HopsworksInstanceProfile(given.stack, SUBJECT, made(given))));

export const randomEksNodeRole: fc.Arbitrary<Maker<HopsworksEksNodeRole>> = nodes.map(made =>
  maker(`new HopsworksEksNodeRole(${codeOf(made)})`,
    given => new HopsworksEksNodeRole(given.stack, SUBJECT, made(given))));
