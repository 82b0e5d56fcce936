import { CloudWatchAgent, ContainerImages, EnvironmentSecrets, HealthAnalysis } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { granting } from '../../private/statements/granting';
import { SOURCES } from '../sources';
import { publicRegistryLogin } from '../tiers/public-registry';

const AT_ONCE = 'programs and hooks read several parameters at once';

const decrypt = granting(['kms:Decrypt']);

export function containerImagesPolicy({ repositories, logins, publicLogin }: ContainerImages): Statements {
  const source = SOURCES.images;
  return [
    ...whenPresent(repositories, resources => [
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
        // What pulling an image calls.
        seen: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources,
      },
    ]),
    ...whenPresent(logins.objects, resources => ({
      sid: 'ContainerImagesReadLogins',
      source,
      actions: ['s3:GetObject'],
      resources,
    })),
    ...whenPresent(publicLogin, () => publicRegistryLogin('ContainerImagesLoginPublic', SOURCES.publicImages)),
    ...decrypt('ContainerImagesLoginKey', source, logins.keys, 'added: reading an encrypted object requires its key'),
  ];
}

/** Allows a task to pull its images: less than the page grants instances, which may also describe repositories. */
export function pullImages(repositories: readonly string[]): Statements {
  const source = SOURCES.executionRole;
  return whenPresent(repositories, resources => [
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

export function environmentSecretsPolicy(
  { secrets, parameters, anyParameters, paths, keys }: EnvironmentSecrets,
): Statements {
  const source = SOURCES.secrets;
  return [
    ...whenPresent(secrets, resources => ({
      sid: 'EnvironmentSecretsReadSecrets',
      source,
      actions: ['secretsmanager:GetSecretValue'],
      resources,
    })),
    ...whenPresent([...parameters, ...anyParameters], resources => ({
      sid: 'EnvironmentSecretsReadParameters',
      source,
      note: anyParameters.length > 0 ? `extended: ${AT_ONCE}, and all parameters below the paths in anyParameterUnder`
        : `completed: ${AT_ONCE}`,
      actions: [
        'ssm:GetParameter',
        'ssm:GetParameters',
      ],
      resources,
    })),
    ...whenPresent(paths, resources => ({
      sid: 'EnvironmentSecretsReadPaths',
      source,
      note: 'extended: programs read parameters by their path, with or without its last slash, and by the paths below, ' +
        'which the page does not print',
      actions: ['ssm:GetParametersByPath'],
      resources,
    })),
    ...decrypt('EnvironmentSecretsKey', source, keys),
  ];
}

export function applicationLogsPolicy(arns: Arns, prefixes: readonly string[]): Statements {
  const source = SOURCES.applicationLogs;
  return [
    {
      sid: 'ApplicationLogsWrite',
      source,
      note: 'extended: other libraries also list the streams of their log group',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: prefixes.map(prefix => arns.logGroups(prefix)),
    },
    {
      sid: 'ApplicationLogsFindGroups',
      source,
      note: 'kept: programs list the log groups before they create one',
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
  ];
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
      note: 'narrowed: the managed policy covers every region and account',
      actions: ['ssm:GetParameter'],
      resources: [arns.regional('ssm', 'parameter/AmazonCloudWatch-*')],
    },
  ];
}

export function healthAnalysisPolicy(
  arns: Arns, { models, firstModelUse }: HealthAnalysis, environments: readonly string[],
): Statements {
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
      note: 'narrowed: the page prints no resource, and the managed policies cover the inference profiles of every ' +
        'region; an inference profile calls its model in other regions, too',
      actions: ['bedrock:InvokeModel'],
      resources: models.flatMap(model => [
        everyRegion.regional('bedrock', `foundation-model/${model}`),
        arns.regional('bedrock', `inference-profile/*.${model}`),
      ]),
    },
    {
      sid: 'HealthAnalysisReadEnvironment',
      source,
      note: 'narrowed: the page prints no resource, and the managed policies cover every application and environment',
      actions: [
        'elasticbeanstalk:DescribeEnvironmentHealth',
        'elasticbeanstalk:DescribeEvents',
      ],
      resources: environments,
    },
    ...whenPresent(firstModelUse, () => ({
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
