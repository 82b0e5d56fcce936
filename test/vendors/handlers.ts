import { Handlers, ResourceRow } from './data';
import { isCaused, PATTERNS } from './not-caused';
import { RECORDED } from '../../judge/vendors/recording';
import { Request } from '../support/evaluate';
import { ActionReference, isOfType, knowsKey, ResourceType, ServiceReference } from '../support/service-reference';

/** A request of CloudFormation, which makes the resources of a stack with the permissions of its user. */
export interface HandlerRequest extends Request {
  /** `AWS::DynamoDB::Table create` */
  readonly sources: readonly string[];
}

/** A stack, as far as its requests depend on it. */
export interface StackKind {
  /** CloudFormation also gives them to the resources. */
  readonly tags: Readonly<Record<string, string>>;
  readonly operations: readonly string[];
}

const CUSTOM = /^(?:Custom::|AWS::CloudFormation::CustomResource$)/;

/** Types that are older than handlers. */
const WITHOUT_HANDLERS: Handlers = {
  'AWS::CloudFormation::CustomResource': { 'lambda:InvokeFunction': ['create', 'update', 'delete'] },
  'AWS::CodeBuild::Project': {
    'codebuild:CreateProject': ['create'],
    'codebuild:DeleteProject': ['delete'],
    'codebuild:UpdateProject': ['update'],
    'iam:PassRole': ['create', 'update'],
  },
  'AWS::FSx::FileSystem': {
    'fsx:CreateFileSystem': ['create'],
    'fsx:DeleteFileSystem': ['delete'],
    'fsx:DescribeFileSystems': ['create', 'update', 'delete'],
    'fsx:TagResource': ['create', 'update'],
    'fsx:UntagResource': ['update'],
    'fsx:UpdateFileSystem': ['update'],
    'iam:CreateServiceLinkedRole': ['create'],
  },
};

/** All requests of the handlers of a resource that its properties can cause. */
export function handlerRequests(
  row: ResourceRow, { tags, operations: ofStack }: StackKind, handlers: Handlers, reference: ServiceReference,
): readonly HandlerRequest[] {
  return Object.entries(permissionsOf(row.type, handlers)).filter(([permission]) => isCaused(row, permission))
    .flatMap(([permission, operations]) => actionsOf(row.type, permission, reference).flatMap(action =>
      operations.filter(operation => ofStack.includes(operation)).flatMap(operation =>
        askedOf(row, action).map(({ resource, context }) => ({
          action: action.name,
          resource,
          context: { ...tagsOf(action, operation, tags), ...context },
          sources: [`${row.type} ${operation}`],
        })))));
}

/** The actions of a permission, which can be a pattern. */
function actionsOf(type: string, permission: string, reference: ServiceReference): readonly ActionReference[] {
  return (PATTERNS[type]?.[permission] ?? [permission]).flatMap(action => reference.expand(action));
}

export function permissionsOf(type: string, handlers: Handlers): Handlers[string] {
  const name = CUSTOM.test(type) ? 'AWS::CloudFormation::CustomResource' : type;
  return WITHOUT_HANDLERS[name] ?? handlers[name] ?? {};
}

interface Asked {
  readonly resource: string;
  readonly context?: Request['context'];
}

/** The resource itself where the action is on its type, and what else the action requires. */
function askedOf(row: ResourceRow, action: ActionReference): readonly Asked[] {
  if (action.resourceTypes.length === 0) {
    return [{ resource: '*' }];
  }
  if (action.name.startsWith('iam:')) {
    return askedOfIam(row, action);
  }
  const fits = (arn: string) => action.resourceTypes.some(type => isOfType(arn, type));
  const own = list(row.arn).filter(fits);
  const named = ASKS_FOR_EACH.test(action.name) ? [] : (row.names ?? []).filter(fits);
  const found = [own, named, CLASSIC.test(action.name) ? list(row.arn) : []].find(arns => arns.length > 0) ?? [];
  const required = action.resourceTypes.filter(type => type.required && !found.some(arn => isOfType(arn, type)));
  const others = found.length === 0 && required.length === 0 ? action.resourceTypes.slice(0, 1) : required;
  return [...found, ...(found.length === 0 || ASKS_FOR_EACH.test(action.name) ? others.map(sampleOf) : [])]
    .map(resource => ({ resource, context: CONTEXTS[action.name] }));
}

const OF_A_VERSION = { 'autoscaling:LaunchTemplateVersionSpecified': 'true' };

/** What the properties in templates, and the services that handlers call, add to a request. */
const CONTEXTS: Readonly<Record<string, Request['context']>> = {
  // Services of AWS use the key.
  'kms:CreateGrant': { 'kms:GrantIsForAWSResource': 'true' },
  // Templates name the version of a launch template by its number.
  'autoscaling:CreateAutoScalingGroup': OF_A_VERSION,
  'autoscaling:UpdateAutoScalingGroup': OF_A_VERSION,
};

/** For some of these the reference has only the resources of classic load balancers. */
const CLASSIC = /^elasticloadbalancing:/;

/** Services that ask for every resource type of an action; others ask for the one that the request is on. */
const ASKS_FOR_EACH = /^ec2:/;

const LINKED: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::AutoScalingGroup': 'autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
  'AWS::Batch::ComputeEnvironment': 'batch.amazonaws.com/AWSServiceRoleForBatch',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing',
  'AWS::EFS::FileSystem': 'elasticfilesystem.amazonaws.com/AWSServiceRoleForAmazonElasticFileSystem',
  'AWS::FSx::FileSystem': 'fsx.amazonaws.com/AWSServiceRoleForAmazonFSx',
  'AWS::ImageBuilder::Image': 'imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder',
};

const PASSED_TO: Readonly<Record<string, string>> = {
  'AWS::Batch::ComputeEnvironment': 'batch',
  'AWS::Batch::JobDefinition': 'ecs-tasks',
  'AWS::CodeBuild::Project': 'codebuild',
  'AWS::Events::Rule': 'events',
  'AWS::ImageBuilder::Image': 'imagebuilder',
  'AWS::Lambda::Function': 'lambda',
};

function askedOfIam({ arn, names = [], type, boundary }: ResourceRow, action: ActionReference): readonly Asked[] {
  const bounded: Request['context'] = boundary ? { 'iam:PermissionsBoundary': boundary } : {};
  switch (action.name) {
    case 'iam:PassRole':
      return names.filter(each => each.includes(':role/'))
        .map(resource => ({ resource, context: { 'iam:PassedToService': `${PASSED_TO[type] ?? 'ec2'}.amazonaws.com` } }));
    case 'iam:CreateServiceLinkedRole':
      return list(LINKED[type]).map(linked => ({
        resource: `arn:aws:iam::${RECORDED.account}:role/aws-service-role/${linked}`,
        context: { 'iam:AWSServiceName': linked.split('/')[0] },
      }));
    case 'iam:AttachRolePolicy':
    case 'iam:DetachRolePolicy':
      return names.filter(each => each.includes(':policy/'))
        .map(policy => ({ resource: arn!, context: { ...bounded, 'iam:PolicyARN': policy } }));
    default:
      return [...list(arn), ...names].filter(each => action.resourceTypes.some(of => isOfType(each, of)))
        .map(resource => ({ resource, context: bounded }));
  }
}

function list<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** An ARN of the type. */
function sampleOf({ arn }: ResourceType): string {
  const [, , service, region, account, ...name] = arn.split(':');
  const filled = (part: string, value: string) => part.replaceAll('?*', value);
  return [
    'arn', 'aws', service, filled(region, RECORDED.region), filled(account, RECORDED.account),
    filled(name.join(':'), '0123456789abcdef0'),
  ].join(':');
}

/** New resources get the tags of the stack, and others have them. */
function tagsOf(action: ActionReference, operation: string, tags: StackKind['tags']): Request['context'] {
  const keys = [
    ...(operation === 'delete' ? [] : ['aws:RequestTag']),
    ...(operation === 'create' ? [] : ['aws:ResourceTag']),
  ];
  const context = keys.flatMap(key => Object.entries(tags).map(([name, value]) => [`${key}/${name}`, value] as const));
  return Object.fromEntries(context.filter(([key]) => knowsKey(action, key)));
}
