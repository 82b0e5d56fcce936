import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import {
  BeanstalkCloudWatchAgentOptions, BeanstalkContainerImageOptions, BeanstalkEc2Role, BeanstalkEc2RoleProps,
  BeanstalkEcsDockerOptions, BeanstalkEnvironmentSecretOptions, BeanstalkHealthAnalysisOptions, BeanstalkServiceRole,
  BeanstalkServiceRoleProps, BeanstalkSessionManagerOptions, BeanstalkStorageOptions, BeanstalkWorkerTierOptions,
  PlatformRoleProps, PolicyPlacement,
} from '../../src';
import {
  both, bucket, codeOf, flag, image, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options, role,
  values,
} from '../support/arbitraries';
import { SUBJECT } from '../support/row';

const namespaces = values(['ElasticBeanstalk/SQSD'], ['ElasticBeanstalk/SQSD', 'Shop']);

const workerTier = options<BeanstalkWorkerTierOptions>({
  queue: oneOf({
    'a queue': given => given.queue('jobs'),
    'a new queue': given => given.newQueue('jobs'),
    'an encrypted queue': given => given.encryptedQueue('jobs'),
  }),
  queueKey: key,
  periodicTasks: flag,
  metricNamespaces: namespaces,
});

const ecsDocker = options<BeanstalkEcsDockerOptions>({ executionRole: role });

const storage = options<BeanstalkStorageOptions>({
  bucket,
  encryptionKey: key,
  environmentId: values('e-abcdefghij'),
});

type Additions = Pick<BeanstalkEc2RoleProps,
  'containerImages' | 'environmentSecrets' | 'cloudWatchAgent' | 'sessionManager' | 'healthAnalysis' | 'additionalStatements'>;

/** What the tiers have, whatever they are on. */
const additions: OptionArbitraries<Additions> = {
  containerImages: options<BeanstalkContainerImageOptions>(
    { repositories: listOf(image), registryLogins: listOf(location) }, 'repositories',
  ),
  environmentSecrets: options<BeanstalkEnvironmentSecretOptions>({
    secrets: listOf(oneOf({
      'a secret': given => given.secret('database'),
      'an encrypted secret': given => given.encryptedSecret('database'),
    })),
    parameters: listOf(oneOf({
      'a parameter': given => given.parameter('license'),
      'an encrypted parameter': given => given.encryptedParameter('license'),
    })),
    keys: listOf(key),
  }, 'secrets'),
  cloudWatchAgent: options<BeanstalkCloudWatchAgentOptions>({
    metricNamespaces: namespaces,
    logGroupPrefixes: values(['/shop/']),
  }),
  sessionManager: options<BeanstalkSessionManagerOptions>({ sessionKey: key }),
  healthAnalysis: options<BeanstalkHealthAnalysisOptions>({
    models: values(['anthropic.claude-*']),
    firstModelUse: flag,
  }),
  additionalStatements: listOf(oneOf({ 'a statement': given => given.statement() })),
};

type Scoped = Pick<BeanstalkEc2RoleProps,
  'applicationName' | 'environmentName' | 'storage' | 'xray' | 'logStreaming' | 'enhancedHealth' | 'workerTier' | 'ecsDocker'>;

const scoped: OptionArbitraries<Scoped> = {
  applicationName: values('shop'),
  environmentName: values('shop-live'),
  storage,
  xray: flag,
  logStreaming: flag,
  enhancedHealth: flag,
  workerTier,
  ecsDocker,
};

/** Instead of scopes. */
const wide = fc.constantFrom<Maker<BeanstalkEc2RoleProps>>(
  maker('{ workerTier: {}, unrestrictedResources: true }', () => ({ workerTier: {}, unrestrictedResources: true })),
  maker('{ ecsDocker: {}, awsManagedPolicies: true }', () => ({ ecsDocker: {}, awsManagedPolicies: true })),
);

/** What an existing role can't honour. */
const newRole: OptionArbitraries<Omit<PlatformRoleProps, 'existingRole' | 'additionalStatements'>> = {
  roleName: values('team-role'),
  path: values('/', '/team/'),
  description: values('works'),
  maxSessionDuration: oneOf({ 'Duration.hours(2)': () => Duration.hours(2) }),
  permissionsBoundary: oneOf({ 'a managed policy': given => given.managedPolicy('boundary') }),
  tags: values({ team: 'shop' }),
  additionalManagedPolicies: listOf(oneOf({ 'a managed policy': given => given.managedPolicy('audit') })),
  additionalPrincipals: listOf(oneOf({ 'Systems Manager': () => new iam.ServicePrincipal('ssm.amazonaws.com') })),
  policyPlacement: values(...Object.values(PolicyPlacement)),
};

const existingRole: OptionArbitraries<Pick<PlatformRoleProps, 'existingRole'>> = {
  existingRole: oneOf({
    'a new role': given => given.newRole('existing', 'ec2.amazonaws.com'),
    'a role': given => given.role('existing'),
  }),
};

type Ec2Props = Maker<BeanstalkEc2RoleProps>;
const webTier: fc.Arbitrary<Ec2Props> = fc.constant(maker('{ webTier: true }', () => ({ webTier: true })));

const ec2Props: fc.Arbitrary<Ec2Props> = fc.oneof(
  both(webTier, both(options(scoped), both(options(additions), options(newRole)))),
  both(webTier, both(options(scoped), both(options(additions), options(existingRole, 'existingRole')))),
  both(webTier, both(wide, both(options(additions), options(newRole)))),
);

/** Builds a role of instances with random options, under the id `SUBJECT`. */
export const randomEc2Role: fc.Arbitrary<Maker<BeanstalkEc2Role>> = ec2Props.map(made =>
  maker(`new BeanstalkEc2Role(${codeOf(made)})`, given => new BeanstalkEc2Role(given.stack, SUBJECT, made(given))));

const serviceProps = both(
  options<Omit<BeanstalkServiceRoleProps, keyof PlatformRoleProps>>({
    enhancedHealth: values(true), managedUpdates: flag, logStreaming: flag, workerTier: flag, ecsDocker: flag,
  }),
  options(newRole),
);

/** Builds a service role with random options, under the id `SUBJECT`. */
export const randomServiceRole: fc.Arbitrary<Maker<BeanstalkServiceRole>> = serviceProps.map(made =>
  maker(`new BeanstalkServiceRole(${codeOf(made)})`, given => new BeanstalkServiceRole(given.stack, SUBJECT, made(given))));
