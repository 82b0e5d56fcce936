import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/option-reader';
import { ANY, DocumentedStatement, given, Source } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

type Statements = readonly DocumentedStatement[];

export interface ContainerImages {
  readonly repositories: readonly string[];
  readonly logins: BoundLocations;
}

export interface EnvironmentSecrets {
  readonly secrets: readonly string[];
  readonly parameters: readonly string[];
  readonly keys: readonly string[];
}

export interface CloudWatchAgent {
  readonly metricNamespaces: readonly string[];
  readonly logGroupPrefixes: readonly string[];
}

export interface SessionManager {
  readonly sessionKeys: readonly string[];
}

export interface HealthAnalysis {
  readonly models: readonly string[];
  readonly firstModelUse: boolean;
  readonly environments: readonly string[];
}

/** Reading and writing of what a key encrypts. */
export function useKey(sid: string, source: Source, keys: readonly string[], note: string): Statements {
  return given(keys, resources => ({
    sid,
    source,
    note,
    actions: [
      'kms:Decrypt',
      'kms:GenerateDataKey',
    ],
    resources,
  }));
}

export function passExecutionRole(roleArn: string | undefined): Statements {
  return given(roleArn, resource => ({
    sid: 'EcsDockerPassExecutionRole',
    source: SOURCES.executionRole,
    note: 'narrowed: the page compares the service by StringLike',
    actions: ['iam:PassRole'],
    resources: [resource],
    conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  }));
}

export function containerImagesPolicy({ repositories, logins }: ContainerImages): Statements {
  const source = SOURCES.images;
  return [
    ...given(repositories, resources => [
      {
        sid: 'ContainerImagesLogin',
        source,
        actions: ['ecr:GetAuthorizationToken'],
        resources: ANY,
      },
      {
        sid: 'ContainerImagesPull',
        source,
        actions: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:DescribeRepositories',
          'ecr:GetDownloadUrlForLayer',
          'ecr:GetRepositoryPolicy',
          'ecr:ListImages',
        ],
        resources,
      },
    ]),
    ...given(logins.objects, resources => ({
      sid: 'ContainerImagesReadLogins',
      source,
      actions: ['s3:GetObject'],
      resources,
    })),
    ...decrypt('ContainerImagesLoginKey', source, logins.keys, 'added: reading an encrypted object asks for its key'),
  ];
}

/** What a task pulls its images with: less than the page gives instances, which may also look at repositories. */
export function pullImages(repositories: readonly string[]): Statements {
  const source = SOURCES.executionRole;
  return given(repositories, resources => [
    {
      sid: 'ExecutionLogin',
      source,
      actions: ['ecr:GetAuthorizationToken'],
      resources: ANY,
    },
    {
      sid: 'ExecutionPull',
      source,
      actions: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      resources,
    },
  ]);
}

export function environmentSecretsPolicy({ secrets, parameters, keys }: EnvironmentSecrets): Statements {
  const source = SOURCES.secrets;
  return [
    ...given(secrets, resources => ({
      sid: 'EnvironmentSecretsReadSecrets',
      source,
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...given(parameters, resources => ({
      sid: 'EnvironmentSecretsReadParameters',
      source,
      actions: ['ssm:GetParameter'],
      resources,
    })),
    ...decrypt('EnvironmentSecretsKey', source, keys),
  ];
}

function decrypt(sid: string, source: Source, keys: readonly string[], note?: string): Statements {
  return given(keys, resources => ({ sid, source, note, actions: ['kms:Decrypt'], resources }));
}

export function cloudWatchAgentPolicy(arns: Arns, agent: CloudWatchAgent): Statements {
  const source = SOURCES.cloudWatchAgent;
  return [
    {
      sid: 'CloudWatchAgentPutMetrics',
      source,
      note: 'narrowed: the managed policy has no condition',
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
      conditions: { StringLike: { 'cloudwatch:namespace': agent.metricNamespaces } },
    },
    {
      sid: 'CloudWatchAgentLookUpInstance',
      source,
      actions: [
        'ec2:DescribeTags',
        'ec2:DescribeVolumes',
      ],
      resources: ANY,
    },
    {
      sid: 'CloudWatchAgentWriteLogs',
      source,
      note: 'narrowed: the managed policy grants all log groups',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'logs:PutRetentionPolicy',
      ],
      resources: agent.logGroupPrefixes.map(prefix => arns.logGroups(prefix)),
    },
    {
      sid: 'CloudWatchAgentFindLogGroups',
      source,
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    {
      sid: 'CloudWatchAgentReadConfiguration',
      source,
      note: 'narrowed: the managed policy reaches into every region and account',
      actions: ['ssm:GetParameter'],
      resources: [arns.regional('ssm', 'parameter/AmazonCloudWatch-*')],
    },
  ];
}

export function sessionManagerPolicy({ sessionKeys }: SessionManager): Statements {
  const source = SOURCES.sessionManager;
  return [
    {
      sid: 'SessionManagerOpenChannels',
      source,
      actions: [
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ],
      resources: ANY,
    },
    {
      sid: 'SessionManagerReport',
      source,
      note: 'completed: on all resources as in the managed policy; which instance reports is not known before it runs',
      actions: ['ssm:UpdateInstanceInformation'],
      resources: ANY,
    },
    ...decrypt('SessionManagerKey', source, sessionKeys,
      'added: encrypted sessions ask for their key, of which the managed policy does not speak'),
  ];
}

export function healthAnalysisPolicy(arns: Arns, analysis: HealthAnalysis): Statements {
  const source = SOURCES.healthAnalysis;
  const everyRegion = Arns.in({ partition: arns.partition, region: '*', account: '' });
  return [
    {
      sid: 'HealthAnalysisListModels',
      source,
      actions: ['bedrock:ListFoundationModels'],
      resources: ANY,
    },
    {
      sid: 'HealthAnalysisInvokeModel',
      source,
      note: 'narrowed: the page prints no resource; an inference profile calls its model in other regions, too',
      actions: ['bedrock:InvokeModel'],
      resources: analysis.models.flatMap(model => [
        everyRegion.regional('bedrock', `foundation-model/${model}`),
        arns.regional('bedrock', `inference-profile/*.${model}`),
      ]),
    },
    {
      sid: 'HealthAnalysisReadEnvironment',
      source,
      note: 'narrowed: the page prints no resource',
      actions: [
        'elasticbeanstalk:DescribeEnvironmentHealth',
        'elasticbeanstalk:DescribeEvents',
      ],
      resources: analysis.environments,
    },
    ...given(analysis.firstModelUse, () => ({
      sid: 'HealthAnalysisSubscribe',
      source,
      actions: [
        'aws-marketplace:Subscribe',
        'aws-marketplace:Unsubscribe',
        'aws-marketplace:ViewSubscriptions',
      ],
      resources: ANY,
    })),
  ];
}
