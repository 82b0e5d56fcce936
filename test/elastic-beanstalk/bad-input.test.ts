import { Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, BeanstalkServiceRoleProps } from '../../src';
import { Given } from '../support/given';
import { synthesize } from '../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const WEB = { webTier: true };

const ec2Role = (props: (given: Given) => BeanstalkEc2RoleProps) => () =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', props(new Given(stack))), ENV);
const serviceRole = (props: (stack: Stack) => BeanstalkServiceRoleProps) => () =>
  synthesize(stack => new BeanstalkServiceRole(stack, 'Role', props(stack)), ENV);

test.each<[string, (given: Given) => BeanstalkEc2RoleProps, string]>([
  ['no tier', () => ({}), "name at least one tier, a role without one can run no environment: 'webTier', 'workerTier', 'ecsDocker'"],
  ['no tier but additions', () => ({ cloudWatchAgent: {} }), 'name at least one tier'],
  ['a tier that is switched off', () => ({ webTier: false }), 'name at least one tier'],
  ['a scope without a tier', () => ({ ecsDocker: {}, storage: {} }), "'storage' needs 'webTier' or 'workerTier', got {}"],
  ['an application without a tier', () => ({ ecsDocker: {}, applicationName: 'shop' }), "'applicationName' needs 'webTier' or 'workerTier', got \"shop\""],
  ['an environment without a tier', () => ({ ecsDocker: {}, environmentName: 'shop-live' }), "'environmentName' needs 'webTier' or 'workerTier'"],
  ['a switch without a tier', () => ({ ecsDocker: {}, xray: true }), "'xray' needs 'webTier' or 'workerTier', got true"],
  [
    'periodic tasks with a FIFO queue',
    given => ({ workerTier: { queue: given.fifoQueue('jobs'), periodicTasks: true } }),
    "'workerTier.periodicTasks' can't be true with the FIFO queue 'Stack/Given-fifoQueue-jobs', got true: Elastic Beanstalk " +
    'runs no periodic tasks with FIFO queues, leave it out or use a standard queue',
  ],
  [
    'a queue outside the worker tier',
    given => ({ ...WEB, queue: given.queue('jobs') } as BeanstalkEc2RoleProps),
    "'queue' is no property of the role: name it in 'workerTier'",
  ],
  [
    'periodic tasks outside the worker tier',
    () => ({ ...WEB, periodicTasks: true } as BeanstalkEc2RoleProps),
    "'periodicTasks' is no property of the role: name it in 'workerTier'",
  ],
  [
    'an empty list of namespaces',
    () => ({ workerTier: { metricNamespaces: [] } }),
    "'workerTier.metricNamespaces' must not be empty: leave it out where there is none, got []",
  ],
  [
    'any namespace by a wildcard',
    () => ({ workerTier: { metricNamespaces: ['*'] } }),
    "'workerTier.metricNamespaces[0]' must be a CloudWatch namespace such as 'ElasticBeanstalk/SQSD', not only wildcards",
  ],
  [
    'a list of tokens',
    () => ({ workerTier: { metricNamespaces: Token.asList({ Ref: 'Namespaces' }) } }),
    "'workerTier.metricNamespaces' must be a list whose elements are known at synthesis",
  ],
  [
    'a wildcard for an application',
    () => ({ ...WEB, applicationName: 'shop*' }),
    "'applicationName' must be the name of an application: 1 to 100 characters without '/', '*', '?' and '$', got \"shop*\"",
  ],
  [
    'an environment whose name is too short',
    () => ({ ...WEB, environmentName: 'abc' }),
    "'environmentName' must be the name of an environment: 4 to 40 letters, digits and hyphens, got \"abc\"",
  ],
  [
    'the name of an environment for its id',
    () => ({ ...WEB, storage: { environmentId: 'shop-live' } }),
    "'storage.environmentId' must be the id of an environment, such as 'e-abcdefghij', got \"shop-live\"",
  ],
  [
    'the ARN of an alias',
    given => ({
      ...WEB,
      storage: { encryptionKey: kms.Key.fromKeyArn(given.stack, 'K', 'arn:aws:kms:eu-central-1:111122223333:alias/data') },
    }),
    "'storage.encryptionKey' must be a key, got 'arn:aws:kms:eu-central-1:111122223333:alias/data'",
  ],
  [
    'images that grant nothing',
    () => ({ ...WEB, containerImages: {} }),
    "'containerImages.repositories' and 'registryLogins' are left out, so nothing is granted: name one",
  ],
  ['no images in the list', () => ({ ...WEB, containerImages: { repositories: [] } }), "'containerImages.repositories' must not be empty"],
  ['no logins in the list', () => ({ ...WEB, containerImages: { registryLogins: [] } }), "'containerImages.registryLogins' must not be empty"],
  [
    'secrets that grant nothing',
    given => ({ ...WEB, environmentSecrets: { keys: [given.key('secret')] } }),
    "'environmentSecrets.secrets' and 'parameters' are left out, so nothing is granted: name one",
  ],
  ['no secrets in the list', () => ({ ...WEB, environmentSecrets: { secrets: [] } }), "'environmentSecrets.secrets' must not be empty"],
  ['no parameters in the list', () => ({ ...WEB, environmentSecrets: { parameters: [] } }), "'environmentSecrets.parameters' must not be empty"],
  [
    'no keys in the list',
    given => ({ ...WEB, environmentSecrets: { secrets: [given.secret('database')], keys: [] } }),
    "'environmentSecrets.keys' must not be empty",
  ],
  ['no namespaces of the agent', () => ({ ...WEB, cloudWatchAgent: { metricNamespaces: [] } }), "'cloudWatchAgent.metricNamespaces' must not be empty"],
  [
    'a wildcard for log groups',
    () => ({ ...WEB, cloudWatchAgent: { logGroupPrefixes: ['*'] } }),
    "'cloudWatchAgent.logGroupPrefixes[0]' must be what names of log groups begin with, such as '/my/application/', got \"*\"",
  ],
  ['no models in the list', () => ({ ...WEB, healthAnalysis: { models: [] } }), "'healthAnalysis.models' must not be empty"],
  [
    'the id of an inference profile for a model',
    () => ({ ...WEB, healthAnalysis: { models: ['us.anthropic.claude-sonnet-4-20250514-v1:0'] } }),
    "'healthAnalysis.models[0]' must be the id of a model, such as 'anthropic.claude-*', without the region of an inference profile",
  ],
  [
    'every model',
    () => ({ ...WEB, healthAnalysis: { models: ['*'] } }),
    "'healthAnalysis.models[0]' must be the id of a model, such as 'anthropic.claude-*', without the region of an inference profile, got \"*\"",
  ],
  [
    'a role that EC2 can not assume',
    given => ({ ...WEB, existingRole: given.newRole('other', 'lambda.amazonaws.com') }),
    "'existingRole' (Stack/Given-newRole-other) can't be assumed by ec2.amazonaws.com, so its permissions are of no use",
  ],
  [
    'a profile without its role',
    given => ({ ...WEB, existingInstanceProfile: given.instanceProfile('shop') }),
    "'existingInstanceProfile' needs 'existingRole'",
  ],
])('fails for %s', (_, props, message) => {
  expect(ec2Role(props)).toThrow(message);
});

describe('what is wider than scopes', () => {
  const SCOPES: [string, (given: Given) => BeanstalkEc2RoleProps][] = [
    ['applicationName', () => ({ ...WEB, applicationName: 'shop' })],
    ['environmentName', () => ({ ...WEB, environmentName: 'shop-live' })],
    ['storage.bucket', given => ({ ...WEB, storage: { bucket: given.bucket('versions') } })],
    ['storage.environmentId', () => ({ ...WEB, storage: { environmentId: 'e-abcdefghij' } })],
    ['workerTier.queue', given => ({ workerTier: { queue: given.queue('jobs') } })],
  ];

  test.each(SCOPES)('fails for %s with unrestrictedResources', (scope, props) => {
    expect(ec2Role(given => ({ ...props(given), unrestrictedResources: true })))
      .toThrow(`'${scope}' can't be honoured together with 'unrestrictedResources'`);
  });

  test.each<[string, (given: Given) => BeanstalkEc2RoleProps]>([
    ...SCOPES,
    ['xray', () => ({ ...WEB, xray: false })],
    ['logStreaming', () => ({ ...WEB, logStreaming: false })],
    ['enhancedHealth', () => ({ ...WEB, enhancedHealth: false })],
    ['unrestrictedResources', () => ({ ...WEB, unrestrictedResources: true })],
    ['workerTier.periodicTasks', () => ({ workerTier: { periodicTasks: false } })],
    ['workerTier.metricNamespaces', () => ({ workerTier: { metricNamespaces: ['Shop'] } })],
  ])('fails for %s with awsManagedPolicies', (scope, props) => {
    expect(ec2Role(given => ({ ...props(given), awsManagedPolicies: true })))
      .toThrow(`'${scope}' can't be honoured together with 'awsManagedPolicies'`);
  });

  test('fails for awsManagedPolicies on an imported role', () => {
    expect(ec2Role(given => ({ ...WEB, awsManagedPolicies: true, existingRole: given.role('existing') })))
      .toThrow("'awsManagedPolicies' can't be attached to the imported role 'Stack/Given-role-existing'");
  });
});

test.each<[string, (stack: Stack) => BeanstalkServiceRoleProps, string]>([
  [
    'nothing to do',
    () => ({ enhancedHealth: false, managedUpdates: false }),
    "leave at least one of 'enhancedHealth', 'managedUpdates', 'logStreaming', 'workerTier', 'ecsDocker' on",
  ],
  [
    'monitoring with an imported role',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing') }),
    "'enhancedHealth' must be false with the imported role 'Stack/Existing'",
  ],
  [
    'updates with an imported role',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing'), enhancedHealth: false }),
    "'managedUpdates' must be false with the imported role 'Stack/Existing'",
  ],
  [
    'a role that Elastic Beanstalk can not assume',
    stack => ({ existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }) }),
    "'existingRole' (Stack/Existing) can't be assumed by elasticbeanstalk.amazonaws.com",
  ],
  [
    'the name of a role',
    () => ({ existingRole: 'name' as unknown as iam.IRole }),
    "'existingRole' must be a role, such as iam.Role, got \"name\"",
  ],
])('fails for a service role with %s', (_, props, message) => {
  expect(serviceRole(props)).toThrow(message);
});

// What a cast or an untyped language lets through.
test.each<[string, object | null, string]>([
  ['no properties', null, "'props' must be an object of options, got null"],
  ['text for a tier', { webTier: 'yes' }, "'webTier' must be true or false, got \"yes\""],
  ['a flag for the worker tier', { workerTier: true }, "'workerTier' must be an object of options, got true"],
  ['a flag for Docker', { ...WEB, ecsDocker: true }, "'ecsDocker' must be an object of options, got true"],
  ['null for the worker tier', { ...WEB, workerTier: null }, "'workerTier' must be an object of options, got null"],
  ['text for a switch', { ...WEB, xray: 'off' }, "'xray' must be true or false, got \"off\""],
  ['a number for a switch', { ...WEB, awsManagedPolicies: 1 }, "'awsManagedPolicies' must be true or false, got 1"],
  ['a number for an application', { ...WEB, applicationName: 5 }, "'applicationName' must be the name of an application"],
  ['the ARN of a queue', { workerTier: { queue: 'arn:aws:sqs:::jobs' } }, "'workerTier.queue' must be a queue, such as sqs.Queue"],
  ['text for periodic tasks', { workerTier: { periodicTasks: 'yes' } }, "'workerTier.periodicTasks' must be true or false"],
  ['the name of a bucket', { ...WEB, storage: { bucket: 'b' } }, "'storage.bucket' must be a bucket, such as s3.Bucket"],
  [
    'the name of an existing role',
    { ...WEB, awsManagedPolicies: true, existingRole: 'name' },
    "'existingRole' must be a role, such as iam.Role, got \"name\"",
  ],
  ['the ARN of a role', { ecsDocker: { executionRole: 'arn' } }, "'ecsDocker.executionRole' must be a role, such as iam.Role"],
  ['text for images', { ...WEB, containerImages: { repositories: ['shop'] } }, "'containerImages.repositories[0]' must be an ImageSource"],
  ['text for secrets', { ...WEB, environmentSecrets: { secrets: ['s'] } }, "'environmentSecrets.secrets[0]' must be a secret"],
  ['a list for secrets', { ...WEB, environmentSecrets: [] }, "'environmentSecrets' must be an object of options, got []"],
  ['text for parameters', { ...WEB, environmentSecrets: { parameters: 'p' } }, "'environmentSecrets.parameters' must be a list"],
  ['the ARN of a key', { ...WEB, sessionManager: { sessionKey: 'k' } }, "'sessionManager.sessionKey' must be a key, such as kms.Key"],
  ['a flag for the agent', { ...WEB, cloudWatchAgent: true }, "'cloudWatchAgent' must be an object of options, got true"],
  ['text for models', { ...WEB, healthAnalysis: { models: 'm' } }, "'healthAnalysis.models' must be a list"],
  ['text for first use', { ...WEB, healthAnalysis: { firstModelUse: 'y' } }, "'healthAnalysis.firstModelUse' must be true or false"],
  [
    'text for further policies',
    { ...WEB, awsManagedPolicies: true, additionalManagedPolicies: 'p' },
    "'additionalManagedPolicies[1]' must be a managed policy, got \"p\"",
  ],
])('fails for %s', (_, props, message) => {
  expect(ec2Role(() => props as never)).toThrow(message);
});

test.each<[string, object | null, string]>([
  ['null', null, "'props' must be an object of options, got null"],
  ['text for a flag', { managedUpdates: 'no' }, "'managedUpdates' must be true or false, got \"no\""],
  ['an object for a flag', { workerTier: {} }, "'workerTier' must be true or false, got {}"],
  ['text for further policies', { additionalManagedPolicies: 5 }, "'additionalManagedPolicies[2]' must be a managed policy, got 5"],
])('fails for a service role with %s', (_, props, message) => {
  expect(serviceRole(() => props as never)).toThrow(message);
});

test('a queue of another account brings a warning', () => {
  const { warnings } = ec2Role(({ stack }) => ({
    workerTier: { queue: sqs.Queue.fromQueueArn(stack, 'Jobs', 'arn:aws:sqs:eu-central-1:999999999999:jobs') },
  }))();
  expect(warnings).toEqual([expect.stringContaining("'workerTier.queue' names a resource of account 999999999999")]);
});
