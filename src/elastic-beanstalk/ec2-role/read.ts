import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { CloudWatchAgent, ContainerImages, EnvironmentSecrets, HealthAnalysis, SessionManager } from './extras-policy';
import {
  BeanstalkCloudWatchAgentOptions,
  BeanstalkContainerImageOptions,
  BeanstalkEnvironmentSecretOptions,
  BeanstalkHealthAnalysisOptions,
  BeanstalkSessionManagerOptions,
} from './extras-props';
import { Ec2Needs } from './policy';
import { BeanstalkEc2RoleProps } from './props';
import { BeanstalkEcsDockerOptions, BeanstalkStorageOptions, BeanstalkWorkerTierOptions } from './tier-props';
import { warnOfOtherAccount } from '../../private/options/accounts';
import { Arns } from '../../private/options/arns';
import { fail, warn } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { having, text } from '../../private/options/validators';
import { Tiers, WorkerTier } from '../tiers/policy';
import { scopedResources, unrestrictedResources } from '../tiers/resources';

export const APPLICATION = text(
  "the name of an application: 1 to 100 characters without '/', '*', '?' and '$'",
  /^[^/*?$]{1,100}$/,
);
export const ENVIRONMENT = text(
  'the name of an environment: 4 to 40 letters, digits and hyphens',
  /^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/,
);
const ENVIRONMENT_ID = text("the id of an environment, such as 'e-abcdefghij'", /^e-[a-z0-9]+$/);
const NAMESPACE = text(
  "a CloudWatch namespace such as 'ElasticBeanstalk/SQSD', not only wildcards",
  /^(?=.*[^*?])[^:].{0,254}$/,
);
const LOG_GROUP_PREFIX = text(
  "what names of log groups begin with, such as '/my/application/'",
  /^[\w.\-/#]{1,512}$/,
);
const MODEL = text(
  "the id of a model, such as 'anthropic.claude-*', without the region of an inference profile",
  /^(?![a-z-]+\.[a-z]+\.[a-z])[a-z0-9-]+\.[\w.:*-]+$/,
);

const BUCKET = having<s3.IBucket>('bucketArn', 'a bucket, such as s3.Bucket');
const QUEUE = having<sqs.IQueue>('queueArn', 'a queue, such as sqs.Queue');
const ROLE = having<iam.IRole>('roleArn', 'a role, such as iam.Role');
const SECRET = having<secretsmanager.ISecret>('secretArn', 'a secret, such as secretsmanager.Secret');
const PARAMETER = having<ssm.IParameter>('parameterArn', 'a parameter, such as ssm.StringParameter');

const LEAVE_OUT = 'leave it out where there is none';
const CHOSEN_MODELS = ['anthropic.claude-*', 'nvidia.nemotron-*'];

/** Reads the options, and fails for those that can't be right by themselves. */
export function ec2Needs(read: OptionReader, options: BeanstalkEc2RoleProps): Ec2Needs {
  const storage = read.optionalStruct('storage', options.storage, readStorage);
  const worker = read.optionalStruct('workerTier', options.workerTier, readWorkerTier);
  const tiers = readTiers(read, options, storage, worker);
  return {
    tiers: read.flag('awsManagedPolicies', options.awsManagedPolicies, false) ? undefined : tiers,
    storageKeys: storage?.keys ?? [],
    queueKeys: worker?.keys ?? [],
    executionRole: read.optionalStruct('ecsDocker', options.ecsDocker, readExecutionRole)?.roleArn,
    containerImages: read.optionalStruct('containerImages', options.containerImages, readContainerImages),
    environmentSecrets: read.optionalStruct('environmentSecrets', options.environmentSecrets, readSecrets),
    cloudWatchAgent: read.optionalStruct('cloudWatchAgent', options.cloudWatchAgent, readCloudWatchAgent),
    sessionManager: read.optionalStruct('sessionManager', options.sessionManager, readSessionManager),
    healthAnalysis: read.optionalStruct('healthAnalysis', options.healthAnalysis, (reader, analysis) =>
      readHealthAnalysis(reader, analysis, tiers.resources.environments)),
  };
}

function readTiers(read: OptionReader, options: BeanstalkEc2RoleProps, storage?: Storage, worker?: Worker): Tiers {
  const arns = Arns.of(read.scope);
  const scope = {
    applicationName: read.optional('applicationName', options.applicationName, APPLICATION),
    environmentName: read.optional('environmentName', options.environmentName, ENVIRONMENT),
    environmentId: storage?.environmentId,
    bucketArn: storage?.bucketArn,
    queueArn: worker?.queueArn,
  };
  return {
    webTier: read.flag('webTier', options.webTier, false),
    workerTier: worker,
    ecsDocker: options.ecsDocker !== undefined,
    xray: read.flag('xray', options.xray, true),
    logStreaming: read.flag('logStreaming', options.logStreaming, true),
    enhancedHealth: read.flag('enhancedHealth', options.enhancedHealth, true),
    resources: read.flag('unrestrictedResources', options.unrestrictedResources, false)
      ? unrestrictedResources(arns)
      : scopedResources(arns, scope),
  };
}

interface Storage {
  readonly bucketArn?: string;
  readonly environmentId?: string;
  readonly keys: readonly string[];
}

interface Worker extends WorkerTier {
  readonly queueArn?: string;
  readonly keys: readonly string[];
}

function readStorage(read: OptionReader, options: BeanstalkStorageOptions): Storage {
  const bucket = read.optional('bucket', options.bucket, BUCKET);
  return {
    bucketArn: bucket?.bucketArn,
    environmentId: read.optional('environmentId', options.environmentId, ENVIRONMENT_ID),
    keys: unique([
      ...read.optionalKey('bucket.encryptionKey', bucket?.encryptionKey),
      ...read.optionalKey('encryptionKey', options.encryptionKey),
    ]),
  };
}

function readWorkerTier(read: OptionReader, options: BeanstalkWorkerTierOptions): Worker {
  const queue = read.optional('queue', options.queue, QUEUE);
  if (queue) {
    warnOfOtherAccount(read.scope, read.pathOf('queue'), queue.env.account, 'the queue policy');
  }
  const hasTasks = read.flag('periodicTasks', options.periodicTasks, !queue?.fifo);
  if (queue?.fifo && hasTasks) {
    fail(
      read.scope,
      `'${read.pathOf('periodicTasks')}' can't be true with the FIFO queue '${queue.node.path}', got true: ` +
        'Elastic Beanstalk runs no periodic tasks with FIFO queues, leave it out or use a standard queue',
    );
  }
  return {
    queueArn: queue?.queueArn,
    keys: unique([
      ...read.optionalKey('queue.encryptionMasterKey', queue?.encryptionMasterKey),
      ...read.optionalKey('queueKey', options.queueKey),
    ]),
    periodicTasks: hasTasks,
    metricNamespaces: read.optionalList('metricNamespaces', options.metricNamespaces, NAMESPACE),
  };
}

function readExecutionRole(read: OptionReader, options: BeanstalkEcsDockerOptions): iam.IRole | undefined {
  return read.optional('executionRole', options.executionRole, ROLE);
}

function readContainerImages(read: OptionReader, options: BeanstalkContainerImageOptions): ContainerImages {
  if (options.repositories === undefined && options.registryLogins === undefined) {
    fail(read.scope, `'${read.pathOf('repositories')}' and 'registryLogins' are left out, so nothing is granted: name one`);
  }
  return {
    repositories: read.optionalImages('repositories', options.repositories),
    logins: read.optionalLocations('registryLogins', options.registryLogins),
  };
}

function readSecrets(read: OptionReader, options: BeanstalkEnvironmentSecretOptions): EnvironmentSecrets {
  if (options.secrets === undefined && options.parameters === undefined) {
    fail(read.scope, `'${read.pathOf('secrets')}' and 'parameters' are left out, so nothing is granted: name one`);
  }
  const secrets = read.optionalList('secrets', options.secrets, SECRET);
  const parameters = read.optionalList('parameters', options.parameters, PARAMETER);
  secrets.forEach((secret, index) =>
    warnOfOtherAccount(read.scope, read.pathOf(`secrets[${index}]`), secret.env.account, 'the policy of the secret'));
  return {
    secrets: unique(secrets.map(({ secretFullArn, secretArn }) => secretFullArn ?? `${secretArn}-??????`)),
    parameters: unique(parameters.map(({ parameterArn }) => parameterArn)),
    keys: unique([
      ...secrets.flatMap(({ encryptionKey }, index) =>
        read.optionalKey(`secrets[${index}].encryptionKey`, encryptionKey)),
      ...parameters.flatMap((parameter, index) =>
        read.optionalKey(`parameters[${index}].encryptionKey`, encryptionKeyOf(parameter))),
      ...read.optionalKeys('keys', options.keys),
    ]),
  };
}

/** Parameters of the CDK know their key, and their interface doesn't say so. */
function encryptionKeyOf(parameter: ssm.IParameter & { encryptionKey?: kms.IKey }): kms.IKey | undefined {
  return parameter.encryptionKey;
}

function readCloudWatchAgent(read: OptionReader, options: BeanstalkCloudWatchAgentOptions): CloudWatchAgent {
  const { metricNamespaces = ['CWAgent'], logGroupPrefixes = ['/aws/elasticbeanstalk/'] } = options;
  return {
    metricNamespaces: read.list('metricNamespaces', metricNamespaces, NAMESPACE, LEAVE_OUT),
    logGroupPrefixes: read.list('logGroupPrefixes', logGroupPrefixes, LOG_GROUP_PREFIX, LEAVE_OUT),
  };
}

function readSessionManager(read: OptionReader, options: BeanstalkSessionManagerOptions): SessionManager {
  return { sessionKeys: read.optionalKey('sessionKey', options.sessionKey) };
}

function readHealthAnalysis(
  read: OptionReader,
  options: BeanstalkHealthAnalysisOptions,
  environments: readonly string[],
): HealthAnalysis {
  const firstModelUse = read.flag('firstModelUse', options.firstModelUse, false);
  if (firstModelUse && Stack.of(read.scope).region.startsWith('us-gov-')) {
    warn(
      read.scope,
      'firstModelUse',
      `'${read.pathOf('firstModelUse')}' is of no use in GovCloud: its model needs no subscription in AWS Marketplace`,
    );
  }
  return {
    models: read.list('models', options.models ?? CHOSEN_MODELS, MODEL, LEAVE_OUT),
    firstModelUse,
    environments,
  };
}
