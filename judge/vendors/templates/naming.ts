import { Json, JsonObject } from '../../../test/support/fold';
import { arn, arnOr, text, texts } from '../calls/service';
import { RECORDED } from '../recording';

/** How CloudFormation names the resources of a type. */
export interface Naming {
  /** The property with the name. Without it, or without a value, CloudFormation makes a name. */
  readonly property?: string;
  /** The id, of resources that have no name. */
  readonly id?: string;
  /** Whether the name of the stack is no part of names that CloudFormation makes. */
  readonly isWithoutStack?: boolean;
  /** Whether names are in lower case. */
  readonly isLowerCase?: boolean;
  /** The ARNs that IAM sees: none, if the resource is a part of others that are in the template, too. */
  readonly arns: (name: string, properties: JsonObject) => readonly string[];
  /** Whether `Ref` is the ARN. */
  readonly refersByArn?: boolean;
}

const UUID = '11111111-2222-4333-8444-555555555555';
const HEX = '0123456789abcdef';

type Arns = Naming['arns'];

const regional = (service: string, prefix: string, suffix = '') => (name: string): readonly string[] =>
  [arnOr(name, () => arn(service, `${prefix}${name}${suffix}`))];
const iam = (type: string): Arns => (name, { Path }) =>
  [`arn:aws:iam::${RECORDED.account}:${type}${text(Path) || '/'}${name}`];
/** The ARN of another resource that a property names. */
const partOf = (property: string, toArns: (name: string) => readonly string[]): Arns => (_name, properties) =>
  texts(properties[property]).flatMap(toArns);
const ec2 = (type: string, prefix: string): Naming => ({ id: `${prefix}-${HEX}0`, arns: regional('ec2', `${type}/`) });
const imageBuilder = (type: string, suffix = ''): Naming =>
  ({ property: 'Name', isLowerCase: true, refersByArn: true, arns: regional('imagebuilder', `${type}/`, suffix) });
const elb = (type: string, id: string): Naming =>
  ({ property: 'Name', refersByArn: true, arns: name => [arn('elasticloadbalancing', `${type}/${name}/${id}`)] });
/** The role of the vendor's head node names these resources by their logical ids alone. */
const batch = (type: string, property: string, suffix = ''): Naming =>
  ({ property, isWithoutStack: true, refersByArn: true, arns: regional('batch', `${type}/`, suffix) });

const functionArns = regional('lambda', 'function:');
const groupArns = (name: string): readonly string[] =>
  [arn('autoscaling', `autoScalingGroup:${UUID}:autoScalingGroupName/${name}`)];
const alarm: Naming = { property: 'AlarmName', arns: regional('cloudwatch', 'alarm:') };

export const NAMINGS: Readonly<Record<string, Naming>> = {
  'AWS::AutoScaling::AutoScalingGroup': { property: 'AutoScalingGroupName', arns: groupArns },
  'AWS::AutoScaling::LifecycleHook': { arns: partOf('AutoScalingGroupName', groupArns) },
  'AWS::AutoScaling::ScalingPolicy': { arns: partOf('AutoScalingGroupName', groupArns) },
  'AWS::Batch::ComputeEnvironment': batch('compute-environment', 'ComputeEnvironmentName'),
  'AWS::Batch::JobDefinition': batch('job-definition', 'JobDefinitionName', ':1'),
  'AWS::Batch::JobQueue': batch('job-queue', 'JobQueueName'),
  'AWS::CloudFormation::Stack': { refersByArn: true, arns: regional('cloudformation', 'stack/', `/${UUID}`) },
  'AWS::CloudWatch::Alarm': alarm,
  'AWS::CloudWatch::CompositeAlarm': alarm,
  'AWS::CloudWatch::Dashboard': { property: 'DashboardName', arns: name => [`arn:aws:cloudwatch::${RECORDED.account}:dashboard/${name}`] },
  'AWS::CodeBuild::Project': { property: 'Name', arns: regional('codebuild', 'project/') },
  'AWS::DynamoDB::Table': { property: 'TableName', arns: regional('dynamodb', 'table/') },
  'AWS::EC2::EIP': ec2('elastic-ip', 'eipalloc'),
  'AWS::EC2::EIPAssociation': ec2('elastic-ip', 'eipalloc'),
  'AWS::EC2::Instance': ec2('instance', 'i'),
  'AWS::EC2::LaunchTemplate': ec2('launch-template', 'lt'),
  'AWS::EC2::NetworkInterface': ec2('network-interface', 'eni'),
  'AWS::EC2::PlacementGroup': { property: 'GroupName', arns: regional('ec2', 'placement-group/') },
  'AWS::EC2::SecurityGroup': ec2('security-group', 'sg'),
  'AWS::EC2::SecurityGroupEgress': ec2('security-group', 'sg'),
  'AWS::EC2::SecurityGroupIngress': ec2('security-group', 'sg'),
  'AWS::EC2::Volume': ec2('volume', 'vol'),
  'AWS::EC2::VolumeAttachment': ec2('volume', 'vol'),
  'AWS::ECR::Repository': { property: 'RepositoryName', isLowerCase: true, arns: regional('ecr', 'repository/') },
  'AWS::EFS::FileSystem': { id: `fs-${HEX}0`, arns: regional('elasticfilesystem', 'file-system/') },
  'AWS::EFS::MountTarget': { arns: partOf('FileSystemId', regional('elasticfilesystem', 'file-system/')) },
  'AWS::ElasticLoadBalancingV2::Listener': { refersByArn: true, arns: partOf('LoadBalancerArn', name => [`${name.replace(':loadbalancer/', ':listener/')}/${HEX}`]) },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': elb('loadbalancer/net', HEX),
  'AWS::ElasticLoadBalancingV2::TargetGroup': elb('targetgroup', HEX),
  'AWS::Events::Rule': { property: 'Name', arns: regional('events', 'rule/') },
  'AWS::FSx::DataRepositoryAssociation': { id: `dra-${HEX}0`, arns: (id, { FileSystemId }) => [arn('fsx', `association/${text(FileSystemId)}/${id}`)] },
  'AWS::FSx::FileSystem': { id: `fs-${HEX}1`, arns: regional('fsx', 'file-system/') },
  'AWS::IAM::InstanceProfile': { property: 'InstanceProfileName', arns: iam('instance-profile') },
  // The properties hold the ARNs of roles, see resources.ts.
  'AWS::IAM::Policy': { arns: (_name, { Roles }) => texts(Roles) },
  'AWS::IAM::Role': { property: 'RoleName', arns: iam('role') },
  'AWS::ImageBuilder::Component': imageBuilder('component', '/1.0.0/1'),
  'AWS::ImageBuilder::DistributionConfiguration': imageBuilder('distribution-configuration'),
  'AWS::ImageBuilder::Image': { refersByArn: true, arns: partOf('ImageRecipeArn', name => [`${name.replace(':image-recipe/', ':image/')}/1`]) },
  'AWS::ImageBuilder::ImageRecipe': imageBuilder('image-recipe', '/1.0.0'),
  'AWS::ImageBuilder::InfrastructureConfiguration': imageBuilder('infrastructure-configuration'),
  'AWS::Lambda::Function': { property: 'FunctionName', arns: functionArns },
  'AWS::Lambda::Permission': { arns: partOf('FunctionName', functionArns) },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', arns: regional('logs', 'log-group:') },
  'AWS::Logs::MetricFilter': { arns: partOf('LogGroupName', regional('logs', 'log-group:')) },
  'AWS::Route53::HostedZone': { id: 'Z0123456789ABCDEFGHIJ', arns: id => [`arn:aws:route53:::hostedzone/${id}`] },
  'AWS::Route53::RecordSet': { arns: partOf('HostedZoneId', id => [`arn:aws:route53:::hostedzone/${id}`]) },
  'AWS::SNS::Subscription': { arns: partOf('TopicArn', name => [name]) },
  'AWS::SNS::Topic': { property: 'TopicName', refersByArn: true, arns: regional('sns', '') },
  'AWS::SQS::Queue': { property: 'QueueName', arns: regional('sqs', '') },
  'AWS::SQS::QueuePolicy': { arns: partOf('Queues', name => [arn('sqs', name)]) },
};

/** Types that are made of nothing but the stack, or call a function of it. */
export const WITHOUT_ARN = /^(AWS::CloudFormation::(CustomResource|WaitCondition|WaitConditionHandle)$|AWS::CDK::Metadata$|Custom::)/;

/** The name of a stack, and of the stack that it is nested in. */
export interface StackNames {
  readonly stackName: string;
  readonly rootName: string;
}

/** The name of a resource: of its property, its id, or as CloudFormation makes one. */
export function nameOf(naming: Naming, name: Json, { stackName, rootName }: StackNames, logicalId: string): string {
  // The id of a construct has the name of the stack and a hash, which depends on the name, too.
  const id = logicalId.replace(rootName.replaceAll('-', ''), '').replace(/[0-9A-F]{8}$/, '');
  const made = text(name) || naming.id || `${naming.isWithoutStack ? '' : `${stackName}-`}${id}-1ABCDEFGHIJKL`;
  return naming.isLowerCase ? made.toLowerCase() : made;
}
