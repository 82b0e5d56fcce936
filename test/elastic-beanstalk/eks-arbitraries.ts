import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  BeanstalkEksApplicationRole, BeanstalkEksApplicationRoleProps, BeanstalkEksClusterRole, BeanstalkEksClusterRoleProps,
  BeanstalkEksImageBuildRole, BeanstalkEksImageBuildRoleProps, BeanstalkEksNodeRole, BeanstalkEksNodeRoleProps,
  BeanstalkEksObservabilityRole, BeanstalkEksObservabilityRoleProps, BeanstalkEksPrometheusOptions,
  BeanstalkEksSecretOptions, PlatformRoleProps,
} from '../../src';
import {
  both, codeOf, flag, image, key, listOf, location, Maker, maker, oneOf, options, OptionsMaker, values,
} from '../support/arbitraries';
import { Fixtures } from '../support/given';
import { anyOf, ofApp, Roles, rolesOf } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

/** The options of a role, without those that all roles have. */
type Own<P extends PlatformRoleProps> = Omit<P, keyof PlatformRoleProps>;

const tagged = (service: string) => rolesOf(service, undefined, Fixtures.prototype.newTaggedRole);

function made<P extends PlatformRoleProps>(
  Role: new (scope: Construct, id: string, props: P) => Construct, props: fc.Arbitrary<Maker<P>>,
): fc.Arbitrary<Maker<Construct>> {
  return props.map(make => maker(`new ${Role.name}(${codeOf(make)})`, given => new Role(given.stack, SUBJECT, make(given))));
}

/** An option of the trust policy is for new roles only. */
function withTrust<T extends object, R extends object>(
  roles: Roles<R>, trust: fc.Arbitrary<OptionsMaker<T>>,
): Roles<R & Partial<T>> {
  return { ...roles, made: both(roles.made, trust) };
}

const accountCondition = options({ sourceAccountCondition: flag });

const clusterRoles = withTrust(tagged('eks.amazonaws.com'), accountCondition);
type Cluster = Pick<BeanstalkEksClusterRoleProps, 'awsManagedPolicies'>;
// A role that is imported and gets nothing makes a template without resources.
export const randomClusterRole = made(BeanstalkEksClusterRole,
  both(options<Cluster>({ awsManagedPolicies: flag }), ofApp(clusterRoles)));

const nodeRoles = rolesOf('ec2.amazonaws.com');
export const randomNodeRole = made(BeanstalkEksNodeRole,
  both(options<Own<BeanstalkEksNodeRoleProps>>({ awsManagedPolicies: flag, systemsManager: flag }), ofApp(nodeRoles)));

const podRoles = tagged('pods.eks.amazonaws.com');
const prometheus = options<BeanstalkEksPrometheusOptions>(
  { workspaces: listOf(oneOf({ 'a new workspace': given => given.newWorkspace('metrics') })) }, 'workspaces');

type Observability = Own<BeanstalkEksObservabilityRoleProps>;
export const randomObservabilityRole = made(BeanstalkEksObservabilityRole, fc.oneof(
  both(
    options<Observability>({ prometheus, s3Logs: flag, xrayTraces: flag, awsManagedPolicies: values(false) }),
    anyOf(podRoles),
  ),
  both(options<Pick<Observability, 'prometheus' | 'awsManagedPolicies'>>(
    { prometheus, awsManagedPolicies: values(true) }, 'awsManagedPolicies'), ofApp(podRoles)),
));

type ImageBuild = Omit<Own<BeanstalkEksImageBuildRoleProps>, 'sourceAccountCondition'>;
export const randomImageBuildRole = made(BeanstalkEksImageBuildRole, both(
  options<ImageBuild>({
    sources: listOf(location), sourceKeys: listOf(key), baseImages: listOf(image), publicRegistryLogin: flag,
  }),
  anyOf(withTrust(rolesOf('codebuild.amazonaws.com'), accountCondition)),
));

const environmentSecrets = options<BeanstalkEksSecretOptions>({
  secrets: listOf(oneOf({
    'a secret': given => given.secret('database'),
    'an encrypted secret': given => given.encryptedSecret('database'),
  })),
  parameters: listOf(oneOf({
    'a parameter': given => given.parameter('license'),
    'an encrypted parameter': given => given.encryptedParameter('license'),
  })),
  keys: listOf(key),
}, 'secrets');

export const randomApplicationRole = made(BeanstalkEksApplicationRole, both(
  options<Pick<BeanstalkEksApplicationRoleProps, 'environmentSecrets'>>({ environmentSecrets }),
  ofApp(withTrust(podRoles, options({
    environmentNames: listOf(values('shop-live', 'shop-test')), environmentNamePrefix: values('shop-'),
  }))),
));
