import { StackPlace } from './place';
import { Resource } from '../assembly/assembly';
import { stringOf } from '../assembly/json';

// What `Ref` and `Fn::GetAtt` return, as far as it follows from the name of a resource.

interface ResourceKind {
  /** The ARN after the partition; PATH is the path of IAM. */
  readonly arn: string;
  /** The property with the name. */
  readonly property?: string;
  /** @default - the name */
  readonly ref?: 'arn';
}

const iam = (kind: string, property: string): ResourceKind => ({ arn: `iam::ACCOUNT:${kind}PATHNAME`, property });
const regional = (service: string, resource: string, property?: string, ref?: 'arn'): ResourceKind =>
  ({ arn: `${service}:REGION:ACCOUNT:${resource}NAME`, property, ref });

const KINDS: Readonly<Record<string, ResourceKind>> = {
  'AWS::Batch::JobQueue': regional('batch', 'job-queue/', 'JobQueueName', 'arn'),
  'AWS::Batch::ComputeEnvironment': regional('batch', 'compute-environment/', 'ComputeEnvironmentName', 'arn'),
  'AWS::CloudWatch::Alarm': regional('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::DynamoDB::Table': regional('dynamodb', 'table/', 'TableName'),
  'AWS::DynamoDB::GlobalTable': regional('dynamodb', 'table/', 'TableName'),
  'AWS::ECR::Repository': regional('ecr', 'repository/', 'RepositoryName'),
  'AWS::EFS::FileSystem': regional('elasticfilesystem', 'file-system/'),
  'AWS::EKS::Cluster': regional('eks', 'cluster/', 'Name'),
  'AWS::IAM::Group': iam('group', 'GroupName'),
  'AWS::IAM::InstanceProfile': iam('instance-profile', 'InstanceProfileName'),
  'AWS::IAM::ManagedPolicy': { ...iam('policy', 'ManagedPolicyName'), ref: 'arn' },
  'AWS::IAM::Role': iam('role', 'RoleName'),
  'AWS::IAM::User': iam('user', 'UserName'),
  'AWS::KMS::Key': regional('kms', 'key/'),
  'AWS::Kinesis::Stream': regional('kinesis', 'stream/', 'Name'),
  'AWS::KinesisFirehose::DeliveryStream': regional('firehose', 'deliverystream/', 'DeliveryStreamName'),
  'AWS::Lambda::Function': regional('lambda', 'function:', 'FunctionName'),
  'AWS::S3::Bucket': { arn: 's3:::NAME', property: 'BucketName' },
  'AWS::SNS::Topic': regional('sns', '', 'TopicName', 'arn'),
  'AWS::SQS::Queue': regional('sqs', '', 'QueueName'),
  'AWS::SecretsManager::Secret': regional('secretsmanager', 'secret:', undefined, 'arn'),
  'AWS::StepFunctions::StateMachine': regional('states', 'stateMachine:', 'StateMachineName', 'arn'),
};

/** Attributes that are the ARN of the resource: others, such as `StreamArn`, are not its own. */
const ARNS: ReadonlySet<string> = new Set(['Arn', 'ComputeEnvironmentArn', 'JobQueueArn', 'PolicyArn', 'TopicArn']);
const NAMES: ReadonlySet<string> = new Set(['FileSystemId', 'KeyId', 'Name', 'QueueName', 'TopicName']);

/**
 * The value of an attribute of a resource, or of `Ref`, if it is known.
 *
 * @param physical the name, ARN or URL that AWS prints as its physical id
 * @param unknown replaces a name that is known at the deployment only, in an ARN whose other parts are known
 */
export function attributeOf(
  resource: Resource, attribute: string, physical: string | undefined, place: StackPlace, unknown: string,
): string | undefined {
  const kind = Object.hasOwn(KINDS, resource.type) ? KINDS[resource.type] : undefined;
  return kind ? ofKind(kind, resource, attribute, physical, place, unknown)
    : attribute === 'Ref' || (ARNS.has(attribute) && isArn(physical)) ? physical : undefined;
}

function ofKind(
  kind: ResourceKind, resource: Resource, attribute: string, physical: string | undefined, place: StackPlace,
  unknown: string,
): string | undefined {
  const given = physical ?? nameInTemplate(resource, kind);
  const name = given === undefined ? undefined : nameIn(given, kind);
  if (attribute === 'Ref' && kind.ref !== 'arn') {
    return resource.type !== QUEUE ? name : isUrl(given) ? given : undefined;
  }
  if (attribute === 'Ref' || ARNS.has(attribute)) {
    return isArn(given) ? given : arnOf(kind, resource, name ?? unknown, place);
  }
  return NAMES.has(attribute) ? name : undefined;
}

function nameInTemplate({ properties }: Resource, { property }: ResourceKind): string | undefined {
  return property === undefined ? undefined : stringOf(properties[property]);
}

/** `Ref` of a queue is its URL. */
const QUEUE = 'AWS::SQS::Queue';

function isArn(text = ''): boolean {
  return text.startsWith('arn:');
}

function isUrl(text = ''): boolean {
  return text.startsWith('https://');
}

/** The name in an ARN or in a URL, or the name by itself. */
function nameIn(given: string, { arn }: ResourceKind): string {
  if (isUrl(given) || (isArn(given) && arn.includes('PATH'))) {
    return given.replace(/^.*\//, '');
  }
  const prefix = arn.split(':').slice(3).join(':').replace('NAME', '');
  return isArn(given) ? given.split(':').slice(5).join(':').slice(prefix.length) : given;
}

function arnOf(kind: ResourceKind, { properties }: Resource, name: string, place: StackPlace): string | undefined {
  const path = properties.Path === undefined ? '/' : stringOf(properties.Path);
  return path === undefined ? undefined : `arn:${place.partition}:${kind.arn}`
    .replace('REGION', place.region).replace('ACCOUNT', place.account)
    .replace(/(PATH)?NAME/, (_, hasPath: string | undefined) => `${hasPath === undefined ? '' : path}${name}`);
}
