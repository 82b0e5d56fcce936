import * as fc from 'fast-check';
import {
  BeanstalkApplicationLogOptions, BeanstalkCloudWatchAgentOptions, BeanstalkContainerImageOptions, BeanstalkEc2Role,
  BeanstalkEc2RoleProps,
  BeanstalkEcsDockerOptions, BeanstalkEnvironmentSecretOptions, BeanstalkHealthAnalysisOptions,
  BeanstalkServiceNotificationOptions, BeanstalkServiceRole, BeanstalkServiceRoleProps, BeanstalkServiceStorageOptions,
  BeanstalkStorageOptions, BeanstalkWorkerTierOptions, PlatformEc2RoleProps, PlatformRoleProps,
} from '../../src';
import {
  both, bucket, codeOf, flag, image, key, listOf, location, Maker, maker, oneOf, OptionArbitraries, options,
  OptionsMaker, role, sessionManager, values,
} from '../support/arbitraries';
import { anyOf, EC2_ROLES, ofApp, rolesOf, withAny } from '../support/role-arbitraries';
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
  environmentIds: values(['e-abcdefghij'], ['e-abcdefghij', 'e-klmnopqrst']),
});

type Additions = Pick<BeanstalkEc2RoleProps,
  'applicationLogs' | 'containerImages' | 'environmentSecrets' | 'cloudWatchAgent' | 'sessionManager' | 'healthAnalysis'>;

/** Options of the tiers that every resource scope has. */
const additions: OptionArbitraries<Additions> = {
  containerImages: options<BeanstalkContainerImageOptions>(
    { repositories: listOf(image), registryLogins: listOf(location), publicRegistryLogin: flag }, 'repositories',
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
    anyParameterUnder: values(['/shop/live/'], ['/shop/live/', '/shop/shared/']),
    keys: listOf(key),
  }, 'secrets'),
  cloudWatchAgent: options<BeanstalkCloudWatchAgentOptions>({
    metricNamespaces: namespaces,
    logGroupPrefixes: values(['/shop/']),
  }),
  applicationLogs: options<BeanstalkApplicationLogOptions>(
    { logGroupPrefixes: values(['/shop/'], ['/shop/', '/bank/']) }, 'logGroupPrefixes',
  ),
  sessionManager,
  healthAnalysis: options<BeanstalkHealthAnalysisOptions>({
    models: values(['anthropic.claude-*']),
    firstModelUse: flag,
  }),
};

type Scopes = Pick<BeanstalkEc2RoleProps, 'applicationName' | 'environmentNames' | 'environmentNamePrefix'>;
type Wider = Pick<BeanstalkEc2RoleProps, 'unrestrictedResources' | 'awsManagedPolicies'>;
type Tiers = Omit<BeanstalkEc2RoleProps, keyof (PlatformEc2RoleProps & Additions & Scopes & Wider)>;

const tiers: OptionArbitraries<Tiers> = {
  webTier: values({}),
  storage,
  xray: flag,
  logStreaming: flag,
  enhancedHealth: flag,
  workerTier,
  ecsDocker,
};
const scopes: OptionArbitraries<Scopes> = {
  applicationName: values('shop'),
  environmentNames: values(['shop-live'], ['shop-live', 'shop-test']),
  environmentNamePrefix: values('shop-'),
};

/** Options that would leave scopes without effect. */
const unscoped = {
  ...tiers,
  storage: options<Pick<BeanstalkStorageOptions, 'encryptionKey'>>({ encryptionKey: key }),
};
const unrestricted = {
  ...unscoped,
  unrestrictedResources: values(true),
  awsManagedPolicies: values(false),
  workerTier: options<Omit<BeanstalkWorkerTierOptions, 'queue'>>(
    { queueKey: key, periodicTasks: flag, metricNamespaces: namespaces }),
};
const managed = {
  ...unscoped,
  unrestrictedResources: values(false),
  awsManagedPolicies: values(true),
  xray: values(true),
  logStreaming: values(true),
  enhancedHealth: values(true),
  workerTier: options<Pick<BeanstalkWorkerTierOptions, 'queueKey' | 'periodicTasks'>>(
    { queueKey: key, periodicTasks: values(true) }),
};
const narrow = { ...tiers, ...scopes, unrestrictedResources: values(false), awsManagedPolicies: values(false) };

/** Adds options of at least one tier. */
function withTier<T extends object>(
  arbitraries: OptionArbitraries<T & Tiers>, ...required: (keyof T)[]
): fc.Arbitrary<OptionsMaker<T & Tiers>> {
  return fc.oneof(
    options<T & Tiers>(arbitraries, 'webTier', ...required),
    options<T & Tiers>(arbitraries, 'workerTier', ...required),
  );
}

const ec2Props: fc.Arbitrary<Maker<BeanstalkEc2RoleProps>> = fc.oneof(
  { weight: 2, arbitrary: both(both(withTier<Scopes & Wider>(narrow), options(additions)), anyOf(EC2_ROLES)) },
  both(both(withTier<Wider>(unrestricted, 'unrestrictedResources'), options(additions)), anyOf(EC2_ROLES)),
  both(both(withTier<Wider>(managed, 'awsManagedPolicies'), options(additions)), ofApp(EC2_ROLES)),
);

/** Builds an instance role with random options, under the id `SUBJECT`. */
export const randomEc2Role: fc.Arbitrary<Maker<BeanstalkEc2Role>> = ec2Props.map(made =>
  maker(`new BeanstalkEc2Role(${codeOf(made)})`, given => new BeanstalkEc2Role(given.stack, SUBJECT, made(given))));

type Service = Omit<BeanstalkServiceRoleProps, keyof PlatformRoleProps>;

const own = {
  storage: options<BeanstalkServiceStorageOptions>({ encryptionKey: key }, 'encryptionKey'),
  logStreaming: flag,
  workerTier: values({}),
  ecsDocker: values({}),
  database: values({}),
  notifications: options<BeanstalkServiceNotificationOptions>({
    topics: listOf(oneOf({
      'a topic': given => given.topic('alarms'),
      'an encrypted topic': given => given.encryptedTopic('alarms'),
    })),
    keys: listOf(key),
  }),
};
const serviceRoles = rolesOf('elasticbeanstalk.amazonaws.com');

/** At least one option is set, and AWS's policies can't be attached to an imported role. */
const serviceProps: fc.Arbitrary<Maker<BeanstalkServiceRoleProps>> = fc.oneof(
  both(
    options<Service>({ ...own, enhancedHealth: values(true), managedUpdates: flag, operationsRole: flag }),
    ofApp(serviceRoles),
  ),
  ...(['logStreaming', 'workerTier'] as const).map(always => withAny(serviceRoles, attaches => options<Service>(
    {
      ...own,
      logStreaming: always === 'logStreaming' ? values(true) : flag,
      enhancedHealth: attaches,
      managedUpdates: attaches,
      operationsRole: attaches,
    },
    always, 'enhancedHealth', 'managedUpdates', 'operationsRole',
  ))),
);

/** Builds a service role with random options, under the id `SUBJECT`. */
export const randomServiceRole: fc.Arbitrary<Maker<BeanstalkServiceRole>> = serviceProps.map(made =>
  maker(`new BeanstalkServiceRole(${codeOf(made)})`, given => new BeanstalkServiceRole(given.stack, SUBJECT, made(given))));
