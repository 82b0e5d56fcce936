import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { STORAGE_OF_USER, tierRow, TIERS } from './rows';
import { BeanstalkEc2Role, ImageSource, PolicyPlacement, S3Location } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

const AGENT = [
  '+CloudWatchAgentFindLogGroups', '+CloudWatchAgentLookUpInstance', '+CloudWatchAgentPutMetrics',
  '+CloudWatchAgentReadConfiguration', '+CloudWatchAgentWriteLogs',
];
const LOGS = ['+ApplicationLogsFindGroups', '+ApplicationLogsWrite'];
const ANALYSIS = ['+HealthAnalysisInvokeModel', '+HealthAnalysisListModels', '+HealthAnalysisReadEnvironment'];
const SESSIONS = ['+SessionManagerOpenChannels', '+SessionManagerReport'];

const ADDITION_ROWS: readonly Row[] = [
  tierRow('web-tier', 'images', given => ({
    containerImages: { repositories: [ImageSource.repository(given.repository('shop')), ImageSource.anyRepository()] },
  }),
  '+ContainerImagesLogin', '+ContainerImagesPull'),
  tierRow('web-tier', 'registry-logins', given => ({
    containerImages: { registryLogins: [S3Location.exactObject(given.bucket('logins'), 'dockercfg')] },
  }),
  '+ContainerImagesReadLogins'),
  tierRow('web-tier', 'registry-logins-anywhere', given => ({
    containerImages: {
      registryLogins: [
        S3Location.bucket(given.bucket('logins')), S3Location.prefix(given.bucket('logins'), 'team/'), S3Location.anyBucket(),
      ],
    },
  }),
  '+ContainerImagesReadLogins'),
  tierRow('web-tier', 'encrypted-registry-logins', given => ({
    containerImages: { registryLogins: [S3Location.exactObject(given.encryptedBucket('logins'), 'dockercfg')] },
  }),
  '+ContainerImagesLoginKey', '+ContainerImagesReadLogins'),
  tierRow('web-tier', 'public-registry-login', () => ({ containerImages: { publicRegistryLogin: true } }),
    '+ContainerImagesLoginPublic'),
  tierRow('web-tier', 'secrets', given => ({ environmentSecrets: { secrets: [given.secret('database')] } }),
    '+EnvironmentSecretsReadSecrets'),
  tierRow('web-tier', 'encrypted-secrets', given => ({
    environmentSecrets: {
      secrets: [given.encryptedSecret('database')],
      parameters: [given.encryptedParameter('license')],
      keys: [given.key('other')],
    },
  }),
  '+EnvironmentSecretsKey', '+EnvironmentSecretsReadParameters', '+EnvironmentSecretsReadSecrets'),
  tierRow('web-tier', 'parameters', given => ({ environmentSecrets: { parameters: [given.parameter('license')] } }),
    '+EnvironmentSecretsReadParameters'),
  tierRow('web-tier', 'parameters-under-paths', given => ({
    environmentSecrets: { anyParameterUnder: ['/shop/live/', '/shop/shared/'], keys: [given.key('parameters')] },
  }),
  '+EnvironmentSecretsKey', '+EnvironmentSecretsReadParameters', '+EnvironmentSecretsReadPaths'),
  tierRow('web-tier', 'application-logs', () => ({ applicationLogs: { logGroupPrefixes: ['/shop/', '/bank/'] } }), ...LOGS),
  tierRow('web-tier', 'agent', () => ({ cloudWatchAgent: {} }), ...AGENT),
  tierRow('web-tier', 'agent-of-environment', () => ({ cloudWatchAgent: {}, environmentNames: ['shop-live'] }),
    ...AGENT, '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'agent-scopes', () => ({
    cloudWatchAgent: { metricNamespaces: ['Shop'], logGroupPrefixes: ['/shop/'] },
  }), ...AGENT),
  tierRow('web-tier', 'agent-of-environments-with-prefix', () => ({ cloudWatchAgent: {}, environmentNamePrefix: 'shop-' }),
    ...AGENT, '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'sessions', () => ({ sessionManager: {} }), ...SESSIONS),
  tierRow('web-tier', 'session-key', given => ({ sessionManager: { sessionKey: given.newKey('sessions') } }),
    ...SESSIONS, '+SessionManagerKey'),
  tierRow('web-tier', 'analysis', () => ({ healthAnalysis: {} }), ...ANALYSIS),
  tierRow('web-tier', 'analysis-of-application', () => ({ healthAnalysis: {}, applicationName: 'shop' }),
    ...ANALYSIS, '~CommonReportHealth'),
  tierRow('web-tier', 'analysis-of-environment', () => ({ healthAnalysis: {}, environmentNames: ['shop-live'] }),
    ...ANALYSIS, '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('web-tier', 'analysis-of-environments-with-prefix', () => ({ healthAnalysis: {}, environmentNamePrefix: 'shop-' }),
    ...ANALYSIS, '~CommonReportHealth', '~CommonWriteLogs', '~WebTierFindLogStreams'),
  tierRow('ecs-docker', 'analysis-unrestricted', () => ({ healthAnalysis: {}, unrestrictedResources: true }),
    ...ANALYSIS, '~EcsDockerConnect', '~EcsDockerManageTasks', '~EcsDockerStartTasks', '~EcsDockerTag', '~EcsDockerUseCluster'),
  tierRow('web-tier', 'analysis-models', () => ({
    healthAnalysis: { models: ['anthropic.claude-sonnet-4-20250514-v1:0'], firstModelUse: true },
  }), ...ANALYSIS, '+HealthAnalysisSubscribe'),
];

/** The options of every role. They change no documented statement. */
const COMMON_ROWS: readonly Row[] = [
  tierRow('web-tier', 'named', given => ({
    roleName: 'shop',
    instanceProfileName: 'shop-profile',
    path: '/team/',
    description: 'serves the shop',
    maxSessionDuration: Duration.hours(2),
    permissionsBoundary: given.managedPolicy('boundary'),
    tags: { team: 'shop' },
  })),
  tierRow('web-tier', 'additions', given => ({
    additionalManagedPolicies: [given.managedPolicy('audit')],
    additionalStatements: [given.statement(), given.statement('Own')],
    // With a condition: otherwise a feature flag of the CDK writes both principals into one statement.
    additionalPrincipals: [new iam.ServicePrincipal('ssm.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': given.stack.account } },
    })],
  }), '~trust'),
  tierRow('web-tier', 'existing', given => ({ existingRole: given.newRole('existing', 'ec2.amazonaws.com') }), '-trust'),
  tierRow('web-tier', 'imported', given => ({
    existingRole: given.role('aws-elasticbeanstalk-ec2-role'),
    existingInstanceProfile: given.instanceProfile('aws-elasticbeanstalk-ec2-role'),
  }), '-trust'),
  ...Object.values(PolicyPlacement).map(policyPlacement =>
    tierRow('web-tier', policyPlacement.toLowerCase(), () => ({ policyPlacement }))),
];

/** One document has no room for everything: only managed policies have. */
const WITHOUT_ROOM = ['+ContainerImagesLoginPublic', ...LOGS];

const EVERYTHING_ROWS = Object.values(PolicyPlacement).map(policyPlacement =>
  tierRow('web-tier', `${policyPlacement.toLowerCase()}-everything`, given => ({
    workerTier: { queue: given.encryptedQueue('jobs'), metricNamespaces: ['ElasticBeanstalk/SQSD'] },
    ecsDocker: { executionRole: given.role('execution') },
    applicationName: 'shop',
    environmentNames: ['shop-live'],
    environmentNamePrefix: hasRoom(policyPlacement) ? 'shop-' : undefined,
    storage: { bucket: given.encryptedBucket('versions'), environmentIds: ['e-abcdefghij'] },
    containerImages: {
      repositories: [ImageSource.repository(given.newRepository('shop'))],
      registryLogins: [S3Location.exactObject(given.encryptedBucket('logins'), 'dockercfg')],
      publicRegistryLogin: hasRoom(policyPlacement) ? true : undefined,
    },
    environmentSecrets: {
      secrets: [given.encryptedSecret('database')],
      parameters: [given.encryptedParameter('license')],
      anyParameterUnder: ['/shop/live/'],
      keys: [given.key('other')],
    },
    cloudWatchAgent: { metricNamespaces: ['Shop'], logGroupPrefixes: ['/shop/'] },
    applicationLogs: hasRoom(policyPlacement) ? { logGroupPrefixes: ['/shop/'] } : undefined,
    sessionManager: { sessionKey: given.newKey('sessions') },
    healthAnalysis: { models: ['amazon.nova-pro-v1:0'], firstModelUse: true },
    policyPlacement,
  }),
  ...hasRoom(policyPlacement) ? WITHOUT_ROOM : [], ...AGENT, ...ANALYSIS, '+HealthAnalysisSubscribe', ...SESSIONS, '+SessionManagerKey',
  '+CommonStorageKey', '+ContainerImagesLogin', '+ContainerImagesLoginKey', '+ContainerImagesPull',
  '+ContainerImagesReadLogins', '+EcsDockerFindEndpoint', '+EcsDockerPassExecutionRole', '+EcsDockerConnect', '+EcsDockerManageTasks', '+EcsDockerStartTasks',
  '+EcsDockerTag', '+EcsDockerUseCluster', '+EnvironmentSecretsKey', '+EnvironmentSecretsReadParameters',
  '+EnvironmentSecretsReadPaths', '+EnvironmentSecretsReadSecrets', '+WorkerTierElectLeader', '+WorkerTierPutMetrics', '+WorkerTierQueueKey',
  '+WorkerTierUseQueue', ...STORAGE_OF_USER, '~CommonPutObjects', '~CommonReadObjects', '~CommonReportHealth',
  '~CommonWriteLogs', '~WebTierFindLogStreams'));

const GRANT_ROW: Row = {
  ...tierRow('web-tier', 'grant-pass', () => ({})),
  build: stack => {
    const subject = new BeanstalkEc2Role(stack, SUBJECT, TIERS['web-tier']);
    subject.grantPass(new Fixtures(stack).newRole('caller'));
    return subject;
  },
};

export const EC2_OPTION_ROWS: readonly Row[] = [...ADDITION_ROWS, ...COMMON_ROWS, ...EVERYTHING_ROWS, GRANT_ROW];

function hasRoom(policyPlacement: PolicyPlacement): boolean {
  return policyPlacement === PolicyPlacement.MANAGED;
}
