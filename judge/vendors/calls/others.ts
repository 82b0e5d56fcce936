import {
  ANY, Asked, arn, arnOr, Context, each, named, passes, requestTags, resourceTags, Service, text, texts,
} from './service';
import { JsonObject } from '../../../test/support/fold';
import { RECORDED, RecordedCall } from '../recording';

const iamArn = (resource: string): string => `arn:aws:iam::${RECORDED.account}:${resource}`;
const STACK_ID = '11111111-2222-4333-8444-555555555555';

// Without a name a request is on all stacks (`stack/*/*`): the name of a cluster is not enough.
const ANY_STACK = 'of-any-name';

function stack({ parameters, state = {} }: RecordedCall): readonly Asked[] {
  const name = text(parameters.StackName) || ANY_STACK;
  const context = { ...requestTags(parameters.Tags), ...resourceTags(state.tags) };
  return [{ resource: text(state.id) || arnOr(name, () => arn('cloudformation', `stack/${name}/${STACK_ID}`)), context }];
}

export const CLOUDFORMATION: Service = {
  prefix: 'cloudformation',
  resources: each([
    'CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStackResource', 'DescribeStackResources',
    'DescribeStacks', 'GetTemplate', 'ListStackResources', 'SignalResource', 'UpdateStack',
  ], stack),
};

/** The path of the roles and profiles that the call does not tell. */
const PATH = '/parallelcluster/';
/** The roles that users name have no path, nor have those that eb creates. */
const OF_USERS = /^(?:My|aws-elasticbeanstalk-)/;
const pathOf = (name: string): string => OF_USERS.test(name) ? '/' : PATH;

function role({ parameters }: RecordedCall): readonly Asked[] {
  const { RoleName, Path, PolicyArn, PermissionsBoundary, Tags } = parameters;
  const context: Context = {
    ...requestTags(Tags),
    ...Object.fromEntries(texts(PolicyArn).map(policy => ['iam:PolicyARN', policy])),
    ...Object.fromEntries(texts(PermissionsBoundary).map(boundary => ['iam:PermissionsBoundary', boundary])),
  };
  const path = text(Path) || pathOf(text(RoleName));
  return [{ resource: iamArn(`role${path}${text(RoleName)}`), context }];
}

const profile = named('InstanceProfileName', name => iamArn(`instance-profile${pathOf(name)}${name}`));

export const IAM: Service = {
  prefix: 'iam',
  resources: {
    ...each([
      'AttachRolePolicy', 'CreateRole', 'DeleteRole', 'DeleteRolePolicy', 'DetachRolePolicy', 'GetRole', 'GetRolePolicy',
      'ListAttachedRolePolicies', 'ListRolePolicies', 'PutRolePolicy', 'TagRole',
    ], role),
    ...each([
      'AddRoleToInstanceProfile', 'CreateInstanceProfile', 'DeleteInstanceProfile', 'GetInstanceProfile',
      'RemoveRoleFromInstanceProfile',
    ], profile),
    GetPolicy: named('PolicyArn', String),
    SimulatePrincipalPolicy: named('PolicySourceArn', String),
  },
};

const logGroup = named('logGroupName', name => arn('logs', `log-group:${name}`));

export const LOGS: Service = {
  prefix: 'logs',
  resources: {
    ...each([
      'CreateExportTask', 'CreateLogGroup', 'DeleteLogGroup', 'DescribeLogStreams', 'DescribeMetricFilters',
      'FilterLogEvents', 'PutRetentionPolicy',
    ], logGroup),
    ...each(['CreateLogStream', 'GetLogEvents', 'PutLogEvents'], ({ parameters: { logGroupName, logStreamName } }) =>
      [{ resource: arn('logs', `log-group:${text(logGroupName)}:log-stream:${text(logStreamName)}`) }]),
  },
};

const table = (name: string): string => arn('dynamodb', `table/${name}`);
const tables = ({ parameters: { RequestItems } }: RecordedCall): readonly Asked[] =>
  Object.keys(RequestItems as JsonObject).map(name => ({ resource: table(name) }));

/** Items that all clusters have, by the name in their key. */
const NAMED_ITEM = /^[A-Z_]+$/;

function item({ parameters: { TableName, Item, Key } }: RecordedCall): readonly Asked[] {
  const id = text(((Key ?? Item ?? {}) as JsonObject).Id);
  const context: Context = NAMED_ITEM.test(id) ? { 'dynamodb:LeadingKeys': id } : {};
  return [{ resource: table(text(TableName)), context }];
}

export const DYNAMODB: Service = {
  prefix: 'dynamodb',
  resources: {
    ...each(['BatchGetItem', 'BatchWriteItem'], tables),
    ...each(['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'], item),
    DescribeTable: named('TableName', table),
    Query: ({ parameters: { TableName, IndexName } }) =>
      [{ resource: [table(text(TableName)), ...texts(IndexName).map(index => `index/${index}`)].join('/') }],
  },
};

const UNKNOWN_FILE_SYSTEM = 'fs-0123456789abcdef0';

export const EFS: Service = {
  prefix: 'elasticfilesystem',
  resources: each([
    'DescribeAccessPoints', 'DescribeFileSystemPolicy', 'DescribeFileSystems', 'DescribeMountTargetSecurityGroups',
    'DescribeMountTargets',
  ], ({ parameters: { AccessPointId, FileSystemId }, state = {} }) => [{
    resource: arn('elasticfilesystem', text(AccessPointId) !== '' ? `access-point/${text(AccessPointId)}`
      : `file-system/${text(FileSystemId) || text(state.FileSystemId) || UNKNOWN_FILE_SYSTEM}`),
  }]),
};

const project = (name: string): string => arn('codebuild', `project/${name}`);

export const CODEBUILD: Service = {
  prefix: 'codebuild',
  resources: {
    StartBuild: named('projectName', project),
    BatchGetBuilds: ({ parameters }) => texts(parameters.ids).map(id => ({ resource: project(id.split(':')[0]) })),
  },
};

export const BATCH: Service = {
  prefix: 'batch',
  resources: {
    SubmitJob: ({ parameters }) => [
      { resource: arnOr(text(parameters.jobQueue), name => arn('batch', `job-queue/${name}`)) },
      { resource: arnOr(text(parameters.jobDefinition), name => arn('batch', `job-definition/${name}`)) },
    ],
    ...each(['CancelJob', 'TerminateJob'], named('jobId', id => arn('batch', `job/${id}`))),
    CreateComputeEnvironment: named('computeEnvironmentName', name => arn('batch', `compute-environment/${name}`)),
    UpdateComputeEnvironment: named('computeEnvironment', name => arn('batch', `compute-environment/${name}`)),
  },
};

/** Nodes end themselves without the name of their group. */
const OWN_GROUP = 'parallelcluster-hpc-ComputeFleet-1ABCDEFGHIJKL';
const group = ({ parameters }: RecordedCall): readonly Asked[] => [{
  resource: arn('autoscaling', `autoScalingGroup:${STACK_ID}:autoScalingGroupName/${text(parameters.AutoScalingGroupName) || OWN_GROUP}`),
}];

/** Services with few calls. */
export const SMALL_SERVICES: readonly Service[] = [
  {
    prefix: 'athena',
    resources: each(['GetQueryExecution', 'StartQueryExecution'], () => [{ resource: arn('athena', 'workgroup/primary') }]),
  },
  {
    prefix: 'autoscaling',
    resources: each([
      'CompleteLifecycleAction', 'SetDesiredCapacity', 'TerminateInstanceInAutoScalingGroup', 'UpdateAutoScalingGroup',
    ], group),
  },
  {
    prefix: 'cloudwatch',
    resources: {
      PutMetricData: ({ parameters }) =>
        [{ resource: '*', context: { 'cloudwatch:namespace': text(parameters.Namespace) } }],
    },
  },
  {
    prefix: 'ecr',
    resources: each(['BatchDeleteImage', 'ListImages'],
      named('repositoryName', name => arn('ecr', `repository/${name}`))),
  },
  {
    prefix: 'ecs',
    resources: {
      ListContainerInstances: named('cluster', name => arn('ecs', `cluster/${name}`)),
      DescribeContainerInstances: ({ parameters }) => {
        const cluster = text(parameters.cluster).split('/').at(-1);
        return texts(parameters.containerInstances)
          .map(id => ({ resource: arnOr(id, name => arn('ecs', `container-instance/${cluster}/${name}`)) }));
      },
    },
  },
  { prefix: 'elasticloadbalancing', resources: {} },
  { prefix: 'fsx', resources: {} },
  {
    prefix: 'imagebuilder',
    resources: {
      ...each(['CancelImageCreation', 'DeleteImage', 'GetImage'], named('imageBuildVersionArn', String)),
      GetComponent: named('componentBuildVersionArn', String),
      DeleteComponent: named('componentBuildVersionArn', String),
      DeleteImageRecipe: named('imageRecipeArn', String),
      DeleteInfrastructureConfiguration: named('infrastructureConfigurationArn', String),
      DeleteDistributionConfiguration: named('distributionConfigurationArn', String),
    },
  },
  {
    prefix: 'kms',
    resources: each(['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey'],
      named('KeyId', id => arn('kms', `key/${id}`))),
  },
  {
    prefix: 'lambda',
    actions: { Invoke: 'InvokeFunction' },
    resources: each(['DeleteFunction', 'GetFunction', 'GetPolicy', 'Invoke', 'RemovePermission'],
      named('FunctionName', name => arn('lambda', `function:${name}`))),
  },
  {
    prefix: 'resource-groups',
    resources: each(['GetGroupConfiguration', 'ListGroupResources'],
      named('Group', name => arn('resource-groups', `group/${name}`))),
  },
  {
    prefix: 'route53',
    resources: {
      ...each(['ChangeResourceRecordSets', 'ListResourceRecordSets'], named('HostedZoneId', zone)),
      GetHostedZone: named('Id', zone),
    },
  },
  {
    prefix: 'scheduler',
    resources: each(['CreateSchedule', 'UpdateSchedule'], call => [
      ...named('Name', name => arn('scheduler', `schedule/default/${name}`))(call),
      ...passes(call, 'scheduler.amazonaws.com'),
    ]),
  },
  {
    prefix: 'secretsmanager',
    resources: each(['DescribeSecret', 'GetSecretValue'],
      named('SecretId', id => arn('secretsmanager', `secret:${id}`))),
  },
  {
    prefix: 'sns',
    resources: {
      ...each(['DeleteTopic', 'GetTopicAttributes', 'Publish'], named('TopicArn', String)),
      ...each(['GetSubscriptionAttributes', 'Unsubscribe'], named('SubscriptionArn', String)),
    },
  },
  {
    prefix: 'sqs',
    resources: each(['DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage'],
      ({ parameters: { QueueName, QueueUrl } }) =>
        [{ resource: arn('sqs', text(QueueName) || text(QueueUrl).split('/').at(-1)!) }]),
  },
  {
    prefix: 'ssm',
    resources: {
      ...each(['GetParameter', 'GetParameters'], named('Name', name => arn('ssm', `parameter/${name.replace(/^\//, '')}`))),
      GetParametersByPath: ({ parameters }) => [{ resource: arn('ssm', `parameter${text(parameters.Path)}`) }],
    },
  },
  { prefix: 'sts', free: ['GetCallerIdentity', 'GetSessionToken'], resources: {} },
  {
    prefix: 'tag',
    resources: {
      TagResources: ({ parameters: { ResourceARNList, Tags } }) => [
        ANY,
        ...texts(ResourceARNList).map(resource => ({
          resource,
          action: 'ec2:CreateTags',
          context: requestTags(Object.entries(Tags as Record<string, string>).map(([Key, Value]) => ({ Key, Value }))),
        })),
      ],
    },
  },
];

function zone(id: string): string {
  return `arn:aws:route53:::hostedzone/${id.split('/').at(-1)}`;
}
