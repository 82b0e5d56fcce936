import { Aws, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  BeanstalkEc2Role, BeanstalkEc2RoleProps, BeanstalkServiceRole, BeanstalkServiceRoleProps, ImageSource,
} from '../../src';
import { Fixtures } from '../support/given';
import { synthesize } from '../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const WEB = { webTier: {} };

const ec2Role = (props: (given: Fixtures) => BeanstalkEc2RoleProps) => () =>
  synthesize(stack => new BeanstalkEc2Role(stack, 'Role', props(new Fixtures(stack))), ENV);
const serviceRole = (props: (stack: Stack) => BeanstalkServiceRoleProps) => () =>
  synthesize(stack => new BeanstalkServiceRole(stack, 'Role', props(stack)), ENV);

test.each<[string, (given: Fixtures) => BeanstalkEc2RoleProps, string]>([
  ['no tier', () => ({}), "set at least one of 'webTier', 'workerTier' and 'ecsDocker': instances without a tier run no environment"],
  ['no tier, but extras', () => ({ cloudWatchAgent: {} }), "set at least one of 'webTier', 'workerTier' and 'ecsDocker'"],
  ['a tier that is switched off', () => ({ webTier: false as never }), "'webTier' must be an object of options, got false"],
  ['a scope without a tier', () => ({ ecsDocker: {}, storage: {} }), "'storage' requires 'webTier' or 'workerTier', got {}"],
  ['an application without a tier', () => ({ ecsDocker: {}, applicationName: 'shop' }), "'applicationName' requires 'webTier' or 'workerTier', got \"shop\""],
  ['an environment without a tier', () => ({ ecsDocker: {}, environmentNames: ['shop-live'] }), "'environmentNames' requires 'webTier' or 'workerTier'"],
  ['a switch without a tier', () => ({ ecsDocker: {}, xray: true }), "'xray' requires 'webTier' or 'workerTier', got true"],
  [
    'periodic tasks with a FIFO queue',
    given => ({ workerTier: { queue: given.fifoQueue('jobs'), periodicTasks: true } }),
    "'workerTier.periodicTasks' can't be true with the FIFO queue 'Stack/Given-fifoQueue-jobs': Elastic Beanstalk runs no " +
    'periodic tasks with FIFO queues. Leave it out, or use a standard queue',
  ],
  [
    'a queue outside the worker tier',
    given => ({ ...WEB, queue: given.queue('jobs') } as BeanstalkEc2RoleProps),
    "'queue' is an option of 'workerTier', not of the role: set 'workerTier.queue'",
  ],
  [
    'periodic tasks outside the worker tier',
    () => ({ ...WEB, periodicTasks: true } as BeanstalkEc2RoleProps),
    "'periodicTasks' is an option of 'workerTier', not of the role: set 'workerTier.periodicTasks'",
  ],
  [
    'an empty list of namespaces',
    () => ({ workerTier: { metricNamespaces: [] } }),
    "'workerTier.metricNamespaces' must not be empty: leave it out instead, got []",
  ],
  [
    'a wildcard for all namespaces',
    () => ({ workerTier: { metricNamespaces: ['*'] } }),
    "'workerTier.metricNamespaces[0]' must be a CloudWatch namespace such as 'Churn/Training', not only wildcards",
  ],
  [
    'a list of tokens',
    () => ({ workerTier: { metricNamespaces: Token.asList({ Ref: 'Namespaces' }) } }),
    "'workerTier.metricNamespaces' must be a list whose elements are known at synthesis",
  ],
  [
    'a wildcard in place of an application name',
    () => ({ ...WEB, applicationName: 'shop*' }),
    "'applicationName' must be the name of an application: 1 to 100 characters without '/', '*', '?' and '$', got \"shop*\"",
  ],
  [
    'an environment whose name is too short',
    () => ({ ...WEB, environmentNames: ['abc'] }),
    "'environmentNames[0]' must be the name of an environment: 4 to 40 letters, digits and hyphens, got \"abc\"",
  ],
  ['an empty list of environments', () => ({ ...WEB, environmentNames: [] }), "'environmentNames' must not be empty"],
  ['a text in place of the names of environments', () => ({ ...WEB, environmentNames: 'shop-live' as never }),
    "'environmentNames' must be a list"],
  [
    'the name of an environment in place of its id',
    () => ({ ...WEB, storage: { environmentIds: ['shop-live'] } }),
    "'storage.environmentIds[0]' must be the id of an environment, such as 'e-abcdefghij', got \"shop-live\"",
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
    "'containerImages.repositories', 'registryLogins' and 'publicRegistryLogin' are left out, so nothing is granted: set one of them",
  ],
  ['an empty list of images', () => ({ ...WEB, containerImages: { repositories: [] } }),
    "'containerImages.repositories' must not be empty"],
  [
    'an image of Amazon ECR Public',
    () => ({ ...WEB, containerImages: { repositories: [ImageSource.uri('public.ecr.aws/nginx/nginx:1.29')] } }),
    "'containerImages.repositories[0]' holds the URI of a public image, 'public.ecr.aws/nginx/nginx:1.29': everybody may pull it, so " +
    'it needs no permission for a repository. Leave it out',
  ],
  ['an empty list of log groups of the application', () => ({ ...WEB, applicationLogs: { logGroupPrefixes: [] } }),
    "'applicationLogs.logGroupPrefixes' must not be empty: an application writes to some log group"],
  ['an empty list of logins', () => ({ ...WEB, containerImages: { registryLogins: [] } }),
    "'containerImages.registryLogins' must not be empty"],
  [
    'secrets that grant nothing',
    given => ({ ...WEB, environmentSecrets: { keys: [given.key('secret')] } }),
    "'environmentSecrets.secrets', 'parameters' and 'anyParameterUnder' are left out, so nothing is granted: set one of them",
  ],
  ['an empty list of secrets', () => ({ ...WEB, environmentSecrets: { secrets: [] } }),
    "'environmentSecrets.secrets' must not be empty"],
  ['an empty list of parameters', () => ({ ...WEB, environmentSecrets: { parameters: [] } }),
    "'environmentSecrets.parameters' must not be empty"],
  [
    'an empty list of keys',
    given => ({ ...WEB, environmentSecrets: { secrets: [given.secret('database')], keys: [] } }),
    "'environmentSecrets.keys' must not be empty",
  ],
  ['an empty list of paths', () => ({ ...WEB, environmentSecrets: { anyParameterUnder: [] } }),
    "'environmentSecrets.anyParameterUnder' must not be empty"],
  ['an empty list of namespaces for the agent', () => ({ ...WEB, cloudWatchAgent: { metricNamespaces: [] } }),
    "'cloudWatchAgent.metricNamespaces' must not be empty"],
  [
    'a wildcard in place of log groups',
    () => ({ ...WEB, cloudWatchAgent: { logGroupPrefixes: ['*'] } }),
    "'cloudWatchAgent.logGroupPrefixes[0]' must be what the names of log groups start with, such as '/my/application/'",
  ],
  ['an empty list of models', () => ({ ...WEB, healthAnalysis: { models: [] } }),
    "'healthAnalysis.models' must not be empty"],
  [
    'the id of an inference profile in place of a model',
    () => ({ ...WEB, healthAnalysis: { models: ['us.anthropic.claude-sonnet-4-20250514-v1:0'] } }),
    "'healthAnalysis.models[0]' must be the id of a model, such as 'anthropic.claude-*', without the region of an inference profile",
  ],
  [
    'a wildcard for all models',
    () => ({ ...WEB, healthAnalysis: { models: ['*'] } }),
    "'healthAnalysis.models[0]' must be the id of a model, such as 'anthropic.claude-*', without the region of an inference profile, got \"*\"",
  ],
  [
    'a role that EC2 cannot assume',
    given => ({ ...WEB, existingRole: given.newRole('other', 'lambda.amazonaws.com') }),
    "'existingRole' (Stack/Given-newRole-other) can't be assumed by ec2.amazonaws.com, which works with these permissions",
  ],
  [
    'a profile without its role',
    given => ({ ...WEB, existingInstanceProfile: given.instanceProfile('shop') }),
    "'existingInstanceProfile' (Stack/Given-instanceProfile-shop) requires 'existingRole'",
  ],
])('rejects %s', (_, props, message) => {
  expect(ec2Role(props)).toThrow(message);
});

describe('an option that has no effect with a wider one', () => {
  const SCOPES: [string, (given: Fixtures) => BeanstalkEc2RoleProps][] = [
    ['applicationName', () => ({ ...WEB, applicationName: 'shop' })],
    ['environmentNames', () => ({ ...WEB, environmentNames: ['shop-live'] })],
    ['environmentNamePrefix', () => ({ ...WEB, environmentNamePrefix: 'shop-' })],
    ['storage.bucket', given => ({ ...WEB, storage: { bucket: given.bucket('versions') } })],
    ['storage.environmentIds', () => ({ ...WEB, storage: { environmentIds: ['e-abcdefghij'] } })],
    ['workerTier.queue', given => ({ workerTier: { queue: given.queue('jobs') } })],
  ];

  test.each(SCOPES)('is rejected: %s with unrestrictedResources', (scope, props) => {
    expect(ec2Role(given => ({ ...props(given), unrestrictedResources: true })))
      .toThrow(`'${scope}' has no effect with 'unrestrictedResources', because it grants the resources of every region`);
  });

  test.each<[string, (given: Fixtures) => BeanstalkEc2RoleProps]>([
    ...SCOPES,
    ['xray: false', () => ({ ...WEB, xray: false })],
    ['logStreaming: false', () => ({ ...WEB, logStreaming: false })],
    ['enhancedHealth: false', () => ({ ...WEB, enhancedHealth: false })],
    ['unrestrictedResources: true', () => ({ ...WEB, unrestrictedResources: true })],
    ['workerTier.periodicTasks: false', () => ({ workerTier: { periodicTasks: false } })],
    ['workerTier.metricNamespaces', () => ({ workerTier: { metricNamespaces: ['Shop'] } })],
  ])('is rejected: %s with awsManagedPolicies', (scope, props) => {
    expect(ec2Role(given => ({ ...props(given), awsManagedPolicies: true })))
      .toThrow(`'${scope}' has no effect with 'awsManagedPolicies', because AWS's policies cannot be narrowed. Remove one`);
  });

  test('is rejected: awsManagedPolicies with an imported role', () => {
    expect(ec2Role(given => ({ ...WEB, awsManagedPolicies: true, existingRole: given.role('existing') })))
      .toThrow("'awsManagedPolicies' cannot be combined with the imported role 'Stack/Given-role-existing': the CDK can't attach AWSE");
  });
});

test.each<[string, (stack: Stack) => BeanstalkServiceRoleProps, string]>([
  [
    'all permissions switched off',
    () => ({ enhancedHealth: false, managedUpdates: false }),
    "leave at least one of 'enhancedHealth', 'managedUpdates', 'operationsRole', 'logStreaming', 'workerTier', 'ecsDocker', 'database', " +
    "'notifications' on: a role without any of them does no work",
  ],
  [
    'a key and nothing that uses it',
    stack => ({
      enhancedHealth: false,
      managedUpdates: false,
      storage: { encryptionKey: kms.Key.fromKeyArn(stack, 'K', `arn:aws:kms:eu-central-1:111122223333:key/${'0'.repeat(8)}`) },
    }),
    'a role without any of them does no work',
  ],
  ['an empty list of keys of topics', () => ({ notifications: { keys: [] } }), "'notifications.keys' must not be empty"],
  ['an empty list of topics', () => ({ notifications: { topics: [] } }), "'notifications.topics' must not be empty"],
  [
    'a wildcard in the name of a topic',
    stack => ({ notifications: { topics: [sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-central-1:111122223333:shop*')] } }),
    "'notifications.topics[0]' must be a topic",
  ],
  [
    'the ARN of an alias for the bucket',
    stack => ({ storage: { encryptionKey: kms.Key.fromKeyArn(stack, 'K', 'arn:aws:kms:eu-central-1:111122223333:alias/data') } }),
    "'storage.encryptionKey' must be a key",
  ],
  [
    'environments to run with an imported role',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing'), operationsRole: true, enhancedHealth: false, managedUpdates: false }),
    "'operationsRole' cannot be combined with the imported role 'Stack/Existing': the CDK can't attach AWSElasticBeanstalkRoleCore",
  ],
  [
    'monitoring with an imported role',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing'), enhancedHealth: true }),
    "'enhancedHealth' cannot be combined with the imported role 'Stack/Existing': the CDK can't attach " +
    'AWSElasticBeanstalkEnhancedHealth to an imported role',
  ],
  [
    'updates with an imported role',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing'), managedUpdates: true }),
    "'managedUpdates' cannot be combined with the imported role 'Stack/Existing'",
  ],
  [
    'a role that Elastic Beanstalk cannot assume',
    stack => ({ existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }) }),
    "'existingRole' (Stack/Existing) can't be assumed by elasticbeanstalk.amazonaws.com",
  ],
  [
    'a name in place of a role',
    () => ({ existingRole: 'name' as unknown as iam.IRole }),
    "'existingRole' must be a role, got \"name\": pass iam.Role.fromRoleName(scope, id, NAME)",
  ],
])('rejects a service role with %s', (_, props, message) => {
  expect(serviceRole(props)).toThrow(message);
});

// The compiler rejects these; a cast, JavaScript and Python don't.
test.each<[string, object | null, string]>([
  ['no properties', null, "'props' must be an object of options, got null"],
  ['a string in place of a tier', { webTier: 'yes' }, "'webTier' must be an object of options, got \"yes\""],
  ['a flag in place of the worker tier', { workerTier: true }, "'workerTier' must be an object of options, got true"],
  ['a flag in place of Docker options', { ...WEB, ecsDocker: true },
    "'ecsDocker' must be an object of options, got true"],
  ['null in place of the worker tier', { ...WEB, workerTier: null },
    "'workerTier' must be an object of options, got null"],
  ['a string in place of a switch', { ...WEB, xray: 'off' }, "'xray' must be true or false, got \"off\""],
  ['a number in place of a switch', { ...WEB, awsManagedPolicies: 1 },
    "'awsManagedPolicies' must be true or false, got 1"],
  ['a number in place of an application name', { ...WEB, applicationName: 5 },
    "'applicationName' must be the name of an application"],
  ['an ARN in place of a queue', { workerTier: { queue: 'arn:aws:sqs:::jobs' } },
    "'workerTier.queue' must be a queue, got \"arn:aws:sqs:::jobs\": pass sqs.Queue.fromQueueArn"],
  ['a string in place of periodicTasks', { workerTier: { periodicTasks: 'yes' } },
    "'workerTier.periodicTasks' must be true or false"],
  ['a name in place of a bucket', { ...WEB, storage: { bucket: 'b' } },
    "'storage.bucket' must be a bucket, got \"b\": pass s3.Bucket.fromBucketName"],
  [
    'a name in place of an existing role',
    { ...WEB, awsManagedPolicies: true, existingRole: 'name' },
    "'existingRole' must be a role, got \"name\": pass iam.Role.fromRoleName",
  ],
  ['an ARN in place of a role', { ecsDocker: { executionRole: 'arn' } },
    "'ecsDocker.executionRole' must be a role, got \"arn\": pass iam.Role.from"],
  ['a string in place of an image', { ...WEB, containerImages: { repositories: ['shop'] } },
    "'containerImages.repositories[0]' must be an ImageSource"],
  ['a string in place of a secret', { ...WEB, environmentSecrets: { secrets: ['s'] } },
    "'environmentSecrets.secrets[0]' must be a secret"],
  ['a list in place of the secrets options', { ...WEB, environmentSecrets: [] },
    "'environmentSecrets' must be an object of options, got []"],
  ['a string in place of parameters', { ...WEB, environmentSecrets: { parameters: 'p' } },
    "'environmentSecrets.parameters' must be a list"],
  ['an ARN in place of a key', { ...WEB, sessionManager: { sessionKey: 'k' } },
    "'sessionManager.sessionKey' must be a key, got \"k\": pass kms.Key.fromKeyArn(scope, id, ARN)"],
  ['a flag in place of the agent options', { ...WEB, cloudWatchAgent: true },
    "'cloudWatchAgent' must be an object of options, got true"],
  ['a string in place of models', { ...WEB, healthAnalysis: { models: 'm' } },
    "'healthAnalysis.models' must be a list"],
  ['a string in place of firstModelUse', { ...WEB, healthAnalysis: { firstModelUse: 'y' } },
    "'healthAnalysis.firstModelUse' must be true or false"],
  [
    'a string in place of additionalManagedPolicies',
    { ...WEB, awsManagedPolicies: true, additionalManagedPolicies: 'p' },
    "'additionalManagedPolicies' must be a list, each element a managed policy, got \"p\"",
  ],
])('rejects %s', (_, props, message) => {
  expect(ec2Role(() => props as never)).toThrow(message);
});

test.each<[string, object | null, string]>([
  ['null', null, "'props' must be an object of options, got null"],
  ['a string in place of a flag', { managedUpdates: 'no' }, "'managedUpdates' must be true or false, got \"no\""],
  ['a flag in place of a tier', { workerTier: true }, "'workerTier' must be an object of options, got true: use {} for the defaults"],
  ['a flag in place of a database', { database: true }, "'database' must be an object of options, got true: use {} for the defaults"],
  ['a flag in place of notifications', { notifications: true }, "'notifications' must be an object of options, got true"],
  ['an ARN in place of a topic', { notifications: { topics: ['arn'] } }, "'notifications.topics[0]' must be a topic, got \"arn\""],
  ['no key for the bucket', { storage: {} }, "'storage.encryptionKey' must be a key, got nothing"],
  ['a string in place of operationsRole', { operationsRole: 'yes' }, "'operationsRole' must be true or false, got \"yes\""],
  ['a number in place of additionalManagedPolicies', { additionalManagedPolicies: 5 },
    "'additionalManagedPolicies' must be a list, each element a managed policy, got 5"],
])('rejects a service role with %s', (_, props, message) => {
  expect(serviceRole(() => props as never)).toThrow(message);
});

test.each<[string, string]>([
  ['the root path', '/'],
  ['a wildcard', '/shop/*/'],
  ['a wildcard for one character', '/shop/live?/'],
  ['a policy variable', '/shop/${aws:PrincipalTag/team}/'],
  ['a path that does not start with a slash', 'shop/live/'],
  ['a path that does not end with a slash', '/shop/live'],
  ['an empty part', '/shop//live/'],
  ['an empty path', ''],
  ['a space', '/shop live/'],
  ['an ARN', 'arn:aws:ssm:eu-central-1:111122223333:parameter/shop/live/'],
  ['a wildcard after a token', `/${Aws.STACK_NAME}*/`],
  ['a token without the last slash', `/shop/${Aws.STACK_NAME}`],
  ['a token for the whole path', Aws.STACK_NAME],
  ['a path that is too long', `/${'a'.repeat(1000)}/`],
])('rejects %s in anyParameterUnder', (_, path) => {
  expect(ec2Role(() => ({ ...WEB, environmentSecrets: { anyParameterUnder: ['/shop/live/', path] } }))).toThrow(
    "'environmentSecrets.anyParameterUnder[1]' must be a path below '/' that starts and ends with '/', of letters, digits " +
    "and . - _, such as '/shop/live/', got",
  );
});

test('warns of policies that an imported service role does not get, unless they are switched off', () => {
  const warningsOf = (props: BeanstalkServiceRoleProps) => serviceRole(stack => ({
    ...props, logStreaming: true, existingRole: iam.Role.fromRoleName(stack, 'Existing', 'existing'),
  }))().warnings;
  expect(warningsOf({})).toEqual(['AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy'].map(
    policy => expect.stringContaining(`the imported role 'Stack/Existing' is not given ${policy}`) as string,
  ));
  expect(warningsOf({ enhancedHealth: false, managedUpdates: false })).toEqual([]);
});

test('warns of a queue in another account', () => {
  const { warnings } = ec2Role(({ stack }) => ({
    workerTier: { queue: sqs.Queue.fromQueueArn(stack, 'Jobs', 'arn:aws:sqs:eu-central-1:999999999999:jobs') },
  }))();
  expect(warnings).toEqual([expect.stringContaining("'workerTier.queue' names a resource of account 999999999999")]);
});
