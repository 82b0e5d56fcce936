import { BeanstalkEc2RoleProps } from './props';
import { Instances } from './read';
import { BeanstalkWorkerTierOptions } from './tier-props';
import { format } from '../../private/options/errors';
import { partitionOf } from '../../private/options/partitions';
import { OptionReader } from '../../private/options/reader';
import { regionsOf } from '../../private/options/regions';

type Reader = OptionReader<BeanstalkEc2RoleProps>;

const OF_WORKER_TIER: readonly (keyof BeanstalkWorkerTierOptions)[] =
  ['queue', 'queueKey', 'periodicTasks', 'metricNamespaces'];

/** Fails for options that are valid by themselves, and not together. */
export function checkTogether(read: Reader, instances: Instances): void {
  const options = read.options as BeanstalkWorkerTierOptions;
  const misplaced = OF_WORKER_TIER.find(name => options[name] !== undefined);
  if (misplaced !== undefined) {
    read.fail(`'${misplaced}' is an option of 'workerTier', not of the role: set 'workerTier.${misplaced}'`);
  }
  checkTiers(read, instances);
  warnOfPartitions(read, instances);
  if (read.flag('unrestrictedResources', false)) {
    checkWider(read, 'unrestrictedResources', 'it grants the resources of every region and account', scopes(read, instances));
    read.warn(
      'unrestrictedBeanstalkResources',
      "'unrestrictedResources' grants buckets, logs, tables and environments of every region and account, and all " +
        'queues and ECS clusters: remove it, and set the options that narrow the scope',
    );
  }
  if (instances.awsManagedPolicies) {
    const conflicts = { ...scopes(read, instances), ...switches(read, instances) };
    checkWider(read, 'awsManagedPolicies', "AWS's policies cannot be narrowed", conflicts);
    warnOfAwsPolicies(read, instances);
  }
}

/** No role has permissions in another partition: these would match nothing. */
function warnOfPartitions(read: Reader, { healthAnalysis, containerImages }: Instances): void {
  const [partition] = regionsOf(read.scope).map(partitionOf);
  if (healthAnalysis && partition === 'aws-cn') {
    read.warn('healthAnalysisPartition', `'healthAnalysis' has no effect in ${partition}: Amazon Bedrock is not available there`);
  }
  if (containerImages?.publicLogin && partition !== undefined && partition !== 'aws') {
    read.warn(
      'publicRegistryPartition',
      `'containerImages.publicRegistryLogin' has no effect in ${partition}: Amazon ECR Public is not available there`,
    );
  }
}

function warnOfAwsPolicies(read: Reader, { healthAnalysis }: Instances): void {
  read.warn(
    'awsManagedBeanstalkPolicies',
    "'awsManagedPolicies' attaches policies of AWS that are as wide as 'unrestrictedResources', and also call the " +
      'Claude and Nova models of Amazon Bedrock in every region, and subscribe to any product in AWS Marketplace: ' +
      "remove it, and set the options of this role, such as 'healthAnalysis'",
  );
  if (healthAnalysis?.isOfAwsPolicies) {
    read.warn(
      'redundantHealthAnalysis',
      "'healthAnalysis' grants nothing that the policies of 'awsManagedPolicies' don't: remove one of them",
    );
  }
}

function checkTiers(read: Reader, { tiers: { webTier, workerTier, ecsDocker }, healthAnalysis }: Instances): void {
  if (webTier || workerTier) {
    return;
  }
  if (!ecsDocker) {
    read.fail("set at least one of 'webTier', 'workerTier' and 'ecsDocker': instances without a tier run no environment");
  }
  const ofAnalysis = healthAnalysis ? [] : ['applicationName', 'environmentNames', 'environmentNamePrefix'] as const;
  const unused = ([...ofAnalysis, 'storage', 'xray', 'logStreaming', 'enhancedHealth'] as const).find(name => read.has(name));
  if (unused) {
    read.fail(
      `'${unused}' requires 'webTier' or 'workerTier', got ${format(read.raw(unused))}: 'ecsDocker' grants only what ` +
        'containers need in addition to a tier',
    );
  }
  if (!read.has('existingRole')) {
    read.warn(
      'ecsDockerAlone',
      "'ecsDocker' grants what containers need in addition to a tier: an environment also needs 'webTier' or 'workerTier'",
    );
  }
}

/** Options by how errors call them, and whether they are set. */
type Conflicts = Readonly<Record<string, boolean | undefined>>;

/** Fails for options that a wider one leaves without effect. */
function checkWider(read: Reader, wider: string, reason: string, conflicts: Conflicts): void {
  const conflict = Object.keys(conflicts).find(option => conflicts[option]);
  if (conflict !== undefined) {
    read.fail(`'${conflict}' has no effect with '${wider}', because ${reason}. Remove one of them`);
  }
}

function scopes(read: Reader, { storage, worker }: Instances): Conflicts {
  return {
    'applicationName': read.has('applicationName'),
    'environmentNames': read.has('environmentNames'),
    'environmentNamePrefix': read.has('environmentNamePrefix'),
    'storage.bucket': storage?.bucketArn !== undefined,
    'storage.environmentIds': storage && storage.environmentIds.length > 0,
    'workerTier.queue': worker?.queueArn !== undefined,
  };
}

function switches(read: Reader, { tiers: { xray, logStreaming, enhancedHealth }, worker }: Instances): Conflicts {
  return {
    'xray: false': !xray,
    'logStreaming: false': !logStreaming,
    'enhancedHealth: false': !enhancedHealth,
    'unrestrictedResources: true': read.flag('unrestrictedResources', false),
    'workerTier.periodicTasks: false': worker && !worker.periodicTasks,
    'workerTier.metricNamespaces': worker && worker.metricNamespaces.length > 0,
  };
}
