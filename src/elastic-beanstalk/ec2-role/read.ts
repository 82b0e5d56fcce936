import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  BeanstalkCloudWatchAgentOptions, BeanstalkContainerImageOptions, BeanstalkEnvironmentSecretOptions,
  BeanstalkHealthAnalysisOptions,
} from './extras-props';
import { BeanstalkEc2RoleProps } from './props';
import { BeanstalkStorageOptions, BeanstalkWorkerTierOptions } from './tier-props';
import { Arns } from '../../private/options/arns';
import { literalsOf, TOKEN } from '../../private/options/literals';
import { LOG_GROUP_PREFIX, METRIC_NAMESPACE } from '../../private/options/names';
import { partitionOf } from '../../private/options/partitions';
import { OptionReader } from '../../private/options/reader';
import { regionsOf } from '../../private/options/regions';
import { BUCKET, PARAMETER, PASSABLE_ROLE, QUEUE, SECRET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { matching, STRING, Validator } from '../../private/options/validators';
import { readSessionManager } from '../../private/roles/session-manager';
import { Environments, readEnvironments, readSwitches } from '../tiers/instance-options';
import { APPLICATION } from '../tiers/names';
import { logGroupsOf, scopedResources, Tiers, unrestrictedResources } from '../tiers/resources';

export type Instances = ReturnType<typeof readInstances>;
export type ContainerImages = ReturnType<typeof readContainerImages>;
export type EnvironmentSecrets = ReturnType<typeof readSecrets>;
export type CloudWatchAgent = ReturnType<typeof readCloudWatchAgent>;
export type HealthAnalysis = ReturnType<typeof readHealthAnalysis>;

const ENVIRONMENT_ID = matching("the id of an environment, such as 'e-abcdefghij'", /^e-[a-z0-9]+$/, /[a-z0-9-]/);
const MODEL = matching(
  "the id of a model, such as 'anthropic.claude-*', without the region of an inference profile",
  /^(?![a-z-]+\.[a-z]+\.[a-z])[a-z0-9-]+\.[\w.:*-]+$/, /[\w.:*-]/);

/** A token may be in the path, but its slashes must be there: without the last one, it would match more names. */
const PARAMETER_PATH: Validator<string> = {
  what: "a path below '/' that starts and ends with '/', of letters, digits and . - _, such as '/shop/live/'",
  is: (value): value is string =>
    STRING.is(value) && value.length <= 1000 && new RegExp(`^/(?:[\\w.${TOKEN}-]+/)+$`).test(literalsOf(value)),
};

export function readInstances(read: OptionReader<BeanstalkEc2RoleProps>) {
  const storage = read.struct('storage', readStorage);
  const worker = read.struct('workerTier', readWorkerTier);
  const ecsDocker = read.struct('ecsDocker', docker => ({ executionRole: docker.thing('executionRole', PASSABLE_ROLE) }));
  const arns = Arns.of(read.scope);
  const scope = {
    applicationName: read.value('applicationName', APPLICATION),
    environments: readEnvironments(read),
    environmentIds: storage?.environmentIds,
    bucketArn: storage?.bucketArn,
    queueArn: worker?.queueArn,
  };
  const tiers: Tiers = {
    ...readSwitches(read),
    workerTier: worker,
    ecsDocker: ecsDocker !== undefined,
    resources: read.flag('unrestrictedResources', false) ? unrestrictedResources(arns) : scopedResources(arns, scope),
  };
  return {
    tiers,
    /** Whether policies of AWS grant what the tiers need. */
    awsManagedPolicies: read.flag('awsManagedPolicies', false),
    storage,
    worker,
    executionRole: ecsDocker?.executionRole,
    containerImages: read.struct('containerImages', readContainerImages),
    environmentSecrets: read.struct('environmentSecrets', readSecrets),
    cloudWatchAgent: read.struct('cloudWatchAgent', agent => readCloudWatchAgent(agent, scope.environments)),
    applicationLogs: read.struct('applicationLogs', logs =>
      unique(logs.list('logGroupPrefixes', LOG_GROUP_PREFIX, 'an application writes to some log group'))),
    sessionManager: readSessionManager(read),
    healthAnalysis: read.struct('healthAnalysis', readHealthAnalysis),
  };
}

function readStorage(read: OptionReader<BeanstalkStorageOptions>) {
  const bucket = read.thing('bucket', BUCKET);
  return {
    bucketArn: bucket?.arn,
    environmentIds: unique(read.list('environmentIds', ENVIRONMENT_ID)),
    keys: unique([...bucket?.keys ?? [], ...read.key('encryptionKey')]),
  };
}

function readWorkerTier(read: OptionReader<BeanstalkWorkerTierOptions>) {
  const queue = read.thing('queue', QUEUE);
  const keys = unique([...queue?.keys ?? [], ...read.key('queueKey')]);
  const metricNamespaces = read.list('metricNamespaces', METRIC_NAMESPACE);
  const isFifo = queue !== undefined && isFifoQueue(queue.object);
  const periodicTasks = read.flag('periodicTasks', !isFifo);
  if (isFifo && periodicTasks) {
    read.fail(
      `'${read.pathOf('periodicTasks')}' can't be true with the FIFO queue '${queue?.object.node.path}': Elastic Beanstalk ` +
        'runs no periodic tasks with FIFO queues. Leave it out, or use a standard queue',
    );
  }
  return { queueArn: queue?.arn, keys, periodicTasks, metricNamespaces };
}

/** L2s know it, and so do L1s. */
function isFifoQueue(queue: sqs.IQueueRef): boolean {
  const { fifo, fifoQueue } = queue as Partial<sqs.IQueue & sqs.CfnQueue>;
  return [fifo, fifoQueue].includes(true);
}

function readContainerImages(read: OptionReader<BeanstalkContainerImageOptions>) {
  const repositories = read.images('repositories');
  const logins = read.locations('registryLogins');
  const publicLogin = read.flag('publicRegistryLogin', false);
  if (repositories.length === 0 && logins.objects.length === 0 && !publicLogin) {
    read.fail(
      `'${read.pathOf('repositories')}', 'registryLogins' and 'publicRegistryLogin' are left out, so nothing is granted: ` +
        'set one of them',
    );
  }
  return { repositories, logins, publicLogin };
}

function readSecrets(read: OptionReader<BeanstalkEnvironmentSecretOptions>) {
  const arns = Arns.of(read.scope);
  const secrets = read.things('secrets', SECRET);
  const parameters = read.things('parameters', PARAMETER);
  const paths = unique(read.list('anyParameterUnder', PARAMETER_PATH));
  const keys = read.keys('keys');
  const things = [...secrets, ...parameters];
  if (things.length + paths.length === 0) {
    read.fail(
      `'${read.pathOf('secrets')}', 'parameters' and 'anyParameterUnder' are left out, so nothing is granted: set one of them`,
    );
  }
  return {
    secrets: unique(secrets.map(({ arn }) => arn)),
    parameters: unique(parameters.map(({ arn }) => arn)),
    /** All parameters below a path. */
    anyParameters: paths.map(path => arns.regional('ssm', `parameter${path}*`)),
    /** Requests name these paths and those below, with or without the last slash. */
    paths: paths.flatMap(path => [path.slice(0, -1), `${path}*`]).map(path => arns.regional('ssm', `parameter${path}`)),
    keys: unique([...things.flatMap(thing => thing.keys), ...keys]),
  };
}

function readCloudWatchAgent(read: OptionReader<BeanstalkCloudWatchAgentOptions>, environments?: Environments) {
  return {
    metricNamespaces: orDefault(read.list('metricNamespaces', METRIC_NAMESPACE), ['CWAgent']),
    logGroupPrefixes: orDefault(read.list('logGroupPrefixes', LOG_GROUP_PREFIX), logGroupsOf(environments)),
  };
}

function readHealthAnalysis(read: OptionReader<BeanstalkHealthAnalysisOptions>) {
  const firstModelUse = read.flag('firstModelUse', false);
  const partitions = regionsOf(read.scope).map(partitionOf);
  if (firstModelUse && partitions.includes('aws-us-gov')) {
    read.warn(
      'firstModelUse',
      `'${read.pathOf('firstModelUse')}' has no effect in GovCloud: its model needs no subscription in AWS Marketplace`,
    );
  }
  const models = orDefault(read.list('models', MODEL), [...OF_AWS_POLICIES, ...IN_GOVCLOUD]);
  const used = partitions.every(partition => partition === 'aws') ? models.filter(model => !IN_GOVCLOUD.includes(model)) : models;
  return {
    models,
    firstModelUse,
    /** Whether AWS's managed policies of the tiers grant the models, too. */
    isOfAwsPolicies: used.every(model => OF_AWS_POLICIES.some(family => model.startsWith(family.slice(0, -1)))),
  };
}

/** The families that AWS's managed policies of the tiers allow for the analysis. */
const OF_AWS_POLICIES: readonly string[] = ['anthropic.claude-*', 'amazon.nova-*'];
const IN_GOVCLOUD: readonly string[] = ['nvidia.nemotron-*'];

function orDefault(list: readonly string[], byDefault: readonly string[]): readonly string[] {
  return list.length > 0 ? list : byDefault;
}
