import {
  applicationLogsPolicy, cloudWatchAgentPolicy, containerImagesPolicy, environmentSecretsPolicy, healthAnalysisPolicy,
} from './extras-policy';
import { Instances } from './read';
import { Arns } from '../../private/options/arns';
import { sessionManagerFeature } from '../../private/roles/session-manager';
import { passedTo } from '../../private/statements/conditions';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { useKey } from '../tiers/keys';
import { commonTierPolicy, ecsDockerPolicy, webTierPolicy, workerTierPolicy } from '../tiers/policy';

export function instancePolicy(arns: Arns, instances: Instances): readonly PolicyFeature[] {
  const { tiers, awsManagedPolicies, storage, worker, containerImages, environmentSecrets } = instances;
  const { executionRole, cloudWatchAgent, applicationLogs, sessionManager, healthAnalysis } = instances;
  const granted = awsManagedPolicies ? undefined : tiers;
  return [
    {
      name: 'Common',
      statements: [
        ...whenPresent(granted, commonTierPolicy),
        ...useKey('CommonStorageKey', SOURCES.storage, storage?.keys ?? [],
          'added: reading and writing encrypted objects requires their key'),
      ],
    },
    { name: 'WebTier', statements: whenPresent(granted, webTierPolicy) },
    {
      name: 'WorkerTier',
      statements: [
        ...whenPresent(granted, workerTierPolicy),
        ...useKey('WorkerTierQueueKey', SOURCES.workerTier, worker?.keys ?? [],
          'added: messages of an encrypted queue require its key'),
      ],
    },
    {
      name: 'EcsDocker',
      statements: [
        ...whenPresent(granted, ecsDockerPolicy),
        ...whenPresent(executionRole, role => ({
          sid: 'EcsDockerPassExecutionRole',
          source: SOURCES.executionRole,
          note: 'narrowed: the page uses StringLike for the service',
          actions: ['iam:PassRole'],
          resources: [role.arn],
          conditions: passedTo('ecs-tasks.amazonaws.com'),
        })),
      ],
    },
    { name: 'ContainerImages', statements: whenPresent(containerImages, containerImagesPolicy) },
    { name: 'EnvironmentSecrets', statements: whenPresent(environmentSecrets, environmentSecretsPolicy) },
    { name: 'CloudWatchAgent', statements: whenPresent(cloudWatchAgent, agent => cloudWatchAgentPolicy(arns, agent)) },
    { name: 'ApplicationLogs', statements: whenPresent(applicationLogs, logs => applicationLogsPolicy(arns, logs)) },
    sessionManagerFeature(SOURCES.sessionManager, sessionManager),
    {
      name: 'HealthAnalysis',
      statements: whenPresent(healthAnalysis, analysis =>
        healthAnalysisPolicy(arns, analysis, tiers.resources.environments)),
    },
  ];
}
