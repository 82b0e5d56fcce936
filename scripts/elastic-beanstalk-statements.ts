import { ec2Policy } from '../src/elastic-beanstalk/ec2-role/policy';
import { servicePolicy } from '../src/elastic-beanstalk/service-role/policy';
import { scopedResources } from '../src/elastic-beanstalk/tiers/resources';
import { Arns } from '../src/private/options/arns';
import { PolicyFeature } from '../src/private/statements/documented-statement';

// The statements with all options, with names of options in place of what users name.

const ARNS = Arns.in({ partition: 'P', region: 'R', account: 'A' });

export function beanstalkEc2Statements(): readonly PolicyFeature[] {
  const resources = scopedResources(ARNS, {});
  return ec2Policy(ARNS, {
    tiers: {
      webTier: true,
      workerTier: { periodicTasks: true, metricNamespaces: [] },
      ecsDocker: true,
      xray: true,
      logStreaming: true,
      enhancedHealth: true,
      resources: { ...resources, queues: [...resources.queues, 'or the `queue`'] },
    },
    storageKeys: ['`storage.encryptionKey` and the key of the bucket'],
    queueKeys: ['`workerTier.queueKey` and the key of the queue'],
    executionRole: 'the `executionRole`',
    containerImages: {
      repositories: ['the `repositories`'],
      logins: { buckets: [], objects: ['the `registryLogins`'], keys: ['the keys of their buckets'] },
    },
    environmentSecrets: {
      secrets: ['the `secrets`'],
      parameters: ['the `parameters`'],
      keys: ['the `keys`, and those of secrets and parameters'],
    },
    cloudWatchAgent: { metricNamespaces: ['CWAgent'], logGroupPrefixes: ['/aws/elasticbeanstalk/'] },
    sessionManager: { sessionKeys: ['the `sessionKey`'] },
    healthAnalysis: {
      models: ['anthropic.claude-*', 'nvidia.nemotron-*'],
      firstModelUse: true,
      environments: resources.environments,
    },
  });
}

export function beanstalkServiceStatements(): readonly PolicyFeature[] {
  return servicePolicy(ARNS, { logStreaming: true, workerTier: true, ecsDocker: true });
}
