import { BeanstalkUserPolicy, BeanstalkUserPolicyProps, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { synthesize } from '../../support/synthesize';

type Props = (given: Fixtures) => Partial<BeanstalkUserPolicyProps>;

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const build = (props: Props) => () => synthesize(stack => new BeanstalkUserPolicy(stack, 'Users', {
  applications: [{ applicationName: 'shop', environmentNames: ['shop-live'] }], ...props(new Fixtures(stack)),
}), ENV);
const of = (applicationName: string, ...environmentNames: string[]) => () =>
  ({ applications: [{ applicationName, environmentNames }] });

test.each<[string, Props, string]>([
  ['no applications', () => ({ applications: [] }), "'applications' must not be empty: name the applications and environments of the users, got []"],
  ['an application without environments', of('shop'),
    "'applications[0].environmentNames' must not be empty"],
  ['all applications', of('*', 'shop-live'), "'applications[0].applicationName' must be the name of an application: 1 to 100 characters without '/', '*'"],
  ['an application without environments', () => ({ applications: [{ applicationName: 'shop' }] }),
    "'applications[0].environmentNames' or 'environmentNamePrefix' must be set: name the environments of the application"],
  ['a pattern of environments', of('shop', 'shop-*'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['a question mark', of('shop', 'shop-?'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['a prefix without a hyphen', () => ({ applications: [{ applicationName: 'shop', environmentNamePrefix: 'shop' }] }),
    "'applications[0].environmentNamePrefix' must be what the names of environments start with, up to a hyphen, such as 'shop-'"],
  ['a hyphen as a prefix', () => ({ applications: [{ applicationName: 'shop', environmentNamePrefix: '-' }] }),
    "'applications[0].environmentNamePrefix' must be what the names of environments start with"],
  ['all environments', of('shop', '*'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['all environments of a length', of('shop', '????????'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['an environment with a slash', of('shop', 'shop/live'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['a short name', of('shop', 'abc'), "'applications[0].environmentNames[0]' must be the name of an environment: 4 to 40 letters"],
  ['a policy variable', of('shop', '${aws:username}'), "'applications[0].environmentNames[0]' must be the name of an environment"],
  ['a misspelt application', () => ({ applications: [{ applicationname: 'shop', environmentNames: ['shop-live'] } as never] }),
    "unknown option 'applications[0].applicationname', did you mean 'applications[0].applicationName'?"],
  ['an application as text', () => ({ applications: ['shop' as never] }), "'applications[0]' must be an object of options, got \"shop\""],
  ['infrastructure of users who only watch', given => ({ infrastructure: { instanceRoles: [given.role('shop')] } }),
    "'infrastructure' requires 'deployment' or 'management': leave it out, or add what the users do"],
  ['roles of clusters of users who only watch', given => ({ clusterEnvironments: { imageBuildRoles: [given.role('build')] } }),
    "'clusterEnvironments' requires 'deployment' or 'management'"],
  ['a bucket of users who only watch', () => ({ storage: { environmentIds: ['e-abcdefghij'] } }), "'storage' requires 'deployment' or 'management'"],
  ['management of nothing', () => ({ management: {} }),
    "'management' requires 'infrastructure', 'clusterEnvironments' with the roles of clusters, or 'management.operationsRoles'"],
  ['management with image builds only', given => ({ management: {}, clusterEnvironments: { imageBuildRoles: [given.role('build')] } }),
    "'management' requires 'infrastructure'"],
  ['infrastructure without roles', () => ({ deployment: {}, infrastructure: { instanceRoles: [] } }),
    "'infrastructure.instanceRoles' must not be empty: instances run with a role, such as a BeanstalkEc2Role, and users pass it, got []"],
  ['all roles', given => ({
    deployment: {}, infrastructure: { instanceRoles: [given.role('shop*')] },
  }), "'infrastructure.instanceRoles[0]' must be a role, without wildcards and policy variables"],
  ['no service roles', given => ({ deployment: {}, infrastructure: { instanceRoles: [given.role('shop')], serviceRoles: [] } }),
    "'infrastructure.serviceRoles' must not be empty: leave it out instead, got []"],
  ['no operations roles', () => ({ management: { operationsRoles: [] } }), "'management.operationsRoles' must not be empty: leave it out instead, got []"],
  ['an operations role and infrastructure', given => ({
    deployment: { usesOperationsRole: true }, infrastructure: { instanceRoles: [given.role('shop')] },
  }), "'deployment.usesOperationsRole' can't be combined with 'infrastructure': Elastic Beanstalk calls other services with the operations role or"],
  ['known ids of new environments', given => ({
    management: {}, infrastructure: { instanceRoles: [given.role('shop')] }, storage: { environmentIds: ['e-abcdefghij'] },
  }), "'storage.environmentIds' can't be combined with 'management': a new environment has a new id"],
  ['the name of an environment as an id', () => ({ deployment: {}, storage: { environmentIds: ['shop-live'] } }),
    "'storage.environmentIds[0]' must be the id of an environment such as 'e-abcdefghij', got \"shop-live\""],
  ['a pattern as an id', () => ({ deployment: {}, storage: { environmentIds: ['e-*'] } }), "'storage.environmentIds[0]' must be the id of an environment"],
  ['an application whose folder has the code of all environments', () => ({ ...of('resources', 'shop-live')(), deployment: {} }),
    "'applications[0].applicationName' can't be 'resources' with 'deployment': the folder of this application in the bucket of Elastic " +
    "Beanstalk is also that of the code of all environments. Set 'storage.sourceBundles', and upload there"],
  ['source bundles of users who only manage', given => ({
    management: { operationsRoles: [given.role('operations')] }, storage: { sourceBundles: [S3Location.bucket(given.bucket('bundles'))] },
  }), "'storage.sourceBundles' requires 'deployment': other users upload no source bundles. Leave it out"],
  ['source bundles of users who read logs', given => ({
    readLogs: true, storage: { sourceBundles: [S3Location.bucket(given.bucket('bundles'))] },
  }), "'storage.sourceBundles' requires 'deployment'"],
  ['ids of environments that others write', () => ({ deployment: { usesOperationsRole: true }, storage: { environmentIds: ['e-abcdefghij'] } }),
    "'storage.environmentIds' has no effect: with these options, users neither write the folders of environments nor read their logs"],
  ['ids of environments on Amazon EKS', given => ({
    deployment: {}, clusterEnvironments: { imageBuildRoles: [given.role('build')] }, storage: { environmentIds: ['e-abcdefghij'] },
  }), "'storage.environmentIds' has no effect"],
  ['a bucket that users who read logs set up', () => ({ readLogs: true, storage: { bucketSetup: true } }),
    "'storage.bucketSetup' requires 'deployment' or 'management': users who read logs set up no bucket. Leave it out"],
  ['a bucket of environments with operations roles', () => ({ deployment: { usesOperationsRole: true }, storage: { bucketSetup: true } }),
    "'storage.bucketSetup' can't be combined with 'deployment.usesOperationsRole'"],
  ['a VPC in another region', given => ({
    deployment: {}, regions: ['us-east-1'], infrastructure: { instanceRoles: [given.role('shop')], vpc: given.vpc('network') },
  }), "'infrastructure.vpc' must be in each region of 'regions', or in that of the stack, got a VPC of eu-central-1 and the region us-east-1"],
  ['a VPC in one of two regions', given => ({
    deployment: {},
    regions: ['eu-central-1', 'us-east-1'],
    infrastructure: { instanceRoles: [given.role('shop')], vpc: given.vpc('network') },
  }), "'infrastructure.vpc' must be in each region of 'regions'"],
  ['no source bundles', () => ({ deployment: {}, storage: { sourceBundles: [] } }), "'storage.sourceBundles' must not be empty"],
  ['a cluster without nodes', given => ({ management: {}, clusterEnvironments: { clusterRoles: [given.role('cluster')] } }),
    "'clusterEnvironments.nodeRoles' must be set: an environment on Amazon EKS has a role for its cluster, its nodes and its observability"],
  ['an application on no cluster', given => ({ management: {}, clusterEnvironments: { applicationRoles: [given.role('application')] } }),
    "'clusterEnvironments.clusterRoles' must be set"],
  ['no roles of clusters', () => ({ deployment: {}, clusterEnvironments: {} }),
    "'clusterEnvironments' must not be empty: name the roles that users pass, or leave it out, got {}"],
  ['a flag instead of a struct', () => ({ deployment: true as never }), "'deployment' must be an object of options, got true: use {} for the defaults"],
  ['text instead of a flag', () => ({ readLogs: 'false' as never }), "'readLogs' must be true or false, got \"false\""],
  ['a misspelt option', () => ({ deploymnt: {} } as never), "unknown option 'deploymnt', did you mean 'deployment'?"],
])('rejects %s', (_what, props, message) => {
  expect(build(props)).toThrow(message);
});

test.each<[string, Props]>([
  ['a prefix of a few letters', () => ({ applications: [{ applicationName: 'shop', environmentNamePrefix: 's-' }] })],
  ['a name with spaces', of('My Shop 2', 'shop-live')],
  ['the name of a folder, for users who upload nothing there', of('resources', 'shop-live')],
  ['the name of a folder, for users who upload elsewhere', given => ({
    ...of('resources', 'shop-live')(), deployment: {}, storage: { sourceBundles: [S3Location.bucket(given.bucket('bundles'))] },
  })],
  ['a VPC in the region', given => ({
    deployment: {}, regions: ['eu-central-1'], infrastructure: { instanceRoles: [given.role('shop')], vpc: given.vpc('network') },
  })],
  ['a key for users who read logs', given => ({ readLogs: true, storage: { encryptionKey: given.key('logs') } })],
])('accepts %s', (_what, props) => {
  expect(build(props)).not.toThrow();
});
