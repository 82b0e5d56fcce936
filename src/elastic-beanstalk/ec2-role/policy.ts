import {
  CloudWatchAgent, cloudWatchAgentPolicy, ContainerImages, containerImagesPolicy, EnvironmentSecrets,
  environmentSecretsPolicy, HealthAnalysis, healthAnalysisPolicy, passExecutionRole, SessionManager,
  sessionManagerPolicy, useKey,
} from './extras-policy';
import { Arns } from '../../private/options/arns';
import { DocumentedStatement, PolicyFeature } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { commonTierPolicy, ecsDockerPolicy, Tiers, webTierPolicy, workerTierPolicy } from '../tiers/policy';

/** What the policies are made of. */
export interface Ec2Needs {
  /** Nothing where policies of AWS grant what the tiers need. */
  readonly tiers?: Tiers;
  readonly storageKeys: readonly string[];
  readonly queueKeys: readonly string[];
  readonly executionRole?: string;
  readonly containerImages?: ContainerImages;
  readonly environmentSecrets?: EnvironmentSecrets;
  readonly cloudWatchAgent?: CloudWatchAgent;
  readonly sessionManager?: SessionManager;
  readonly healthAnalysis?: HealthAnalysis;
}

type Statements = readonly DocumentedStatement[];

export function ec2Policy(arns: Arns, needs: Ec2Needs): readonly PolicyFeature[] {
  const { tiers, storageKeys, queueKeys, executionRole } = needs;
  const of = <T>(need: T | undefined, statements: (need: T) => Statements) =>
    need === undefined ? [] : statements(need);
  return [
    {
      name: 'Common',
      statements: [
        ...of(tiers, commonTierPolicy),
        ...useKey('CommonStorageKey', SOURCES.storage, storageKeys,
          'added: reading and writing of encrypted objects asks for their key'),
      ],
    },
    { name: 'WebTier', statements: of(tiers, webTierPolicy) },
    {
      name: 'WorkerTier',
      statements: [
        ...of(tiers, workerTierPolicy),
        ...useKey('WorkerTierQueueKey', SOURCES.workerTier, queueKeys,
          'added: messages of an encrypted queue ask for their key'),
      ],
    },
    { name: 'EcsDocker', statements: [...of(tiers, ecsDockerPolicy), ...passExecutionRole(executionRole)] },
    { name: 'ContainerImages', statements: of(needs.containerImages, containerImagesPolicy) },
    { name: 'EnvironmentSecrets', statements: of(needs.environmentSecrets, environmentSecretsPolicy) },
    { name: 'CloudWatchAgent', statements: of(needs.cloudWatchAgent, agent => cloudWatchAgentPolicy(arns, agent)) },
    { name: 'SessionManager', statements: of(needs.sessionManager, sessionManagerPolicy) },
    { name: 'HealthAnalysis', statements: of(needs.healthAnalysis, analysis => healthAnalysisPolicy(arns, analysis)) },
  ];
}
