import { plural } from './lists';
import { own } from './own';
import { serviceName } from './services';
import { StackNames } from './stack-names';
import { Text } from './text';

/** Types in ARNs that are no words, or have another name with their service. */
const TYPES: Readonly<Record<string, string>> = {
  accesspoint: 'access point',
  hostedzone: 'hosted zone',
  loadbalancer: 'load balancer',
  natgateway: 'NAT gateway',
  targetgroup: 'target group',
  vpc: 'VPC',
};

/** What needs no name of its service, or another one. */
const WITH_SERVICE: Readonly<Record<string, string>> = {
  'autoscaling:autoScalingGroup': 'Auto Scaling group',
  'elasticloadbalancing:loadbalancer': 'load balancer',
  'elasticloadbalancing:targetgroup': 'load balancer target group',
  'logs:log-group': 'CloudWatch log group',
  'resource-groups:group': 'resource group',
};

/** What services have whose ARNs hold names only. */
const OF_SERVICE: Readonly<Record<string, string>> = {
  codecommit: 'repository', codepipeline: 'pipeline', sns: 'topic', sqs: 'queue',
};

const ARN = /^arn:([^:]*|\$\{[^}]*\}):([a-z0-9*-]+):((?:\$\{[^}]*\}|[^:$])*):((?:\$\{[^}]*\}|[^:$])*):(.+)$/s;

/** A resource of a statement in words: by the construct of the app, or by the name in its ARN. */
export function resourceWords({ text, references }: Text, names: StackNames): string {
  if (text === '*') {
    return 'any resource';
  }
  return ofConstruct(text, references, names) ?? ofArn(text) ?? text;
}

/** `${Data.Arn}`, `${Data.Arn}/*`, and `arn:...:${Data}/train/*`. */
function ofConstruct(text: string, references: readonly string[], names: StackNames): string | undefined {
  const [reference, ...others] = [...new Set(references)];
  const resource = reference === undefined || others.length > 0 ? undefined : names.resource(reference);
  const [placeholder, ...more] = text.match(/\$\{(?!AWS::)[^}]*\}/g) ?? [];
  return resource === undefined || placeholder === undefined || more.length > 0 ? undefined
    : ofResource(text, { placeholder, name: names.nameOf(reference), type: resource.type });
}

interface Named {
  readonly placeholder: string;
  readonly name: string;
  /** `AWS::S3::Bucket` */
  readonly type: string;
}

function ofResource(text: string, { placeholder, name, type }: Named): string | undefined {
  const [before, after] = text.split(placeholder);
  if (type === 'AWS::S3::Bucket') {
    const isName = /^(?:arn:[^/]*:::)?$/.test(before) && /^(?:$|\/)/.test(after);
    return !isName ? undefined : after === '' ? `the bucket ${name}` : objects(after, name);
  }
  return /^(?:arn:.*[:/])?$/s.test(before) && after === '' ? `${withType(type, name)}${placeOf(text)}`
    : ARN.test(text) ? ofArn(text.replace(placeholder, name)) : undefined;
}

/** `the key App/Key`. The types of custom resources are no words. */
export function withType(type: string, name: string): string {
  const [, , noun = ''] = /^AWS::(?!CloudFormation::)\w+::\w+$/.test(type) ? type.split('::') : [];
  const words = noun.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return noun === '' ? name : `the ${words.replace(/\b[A-Z][a-z]+/g, word => word.toLowerCase())} ${name}`;
}

/** @param path what follows the name of the bucket */
function objects(path: string, bucket: string): string {
  const key = path.replace(/^\//, '');
  if (key === '*') {
    return `objects in ${bucket}`;
  }
  return !/[*?]/.test(key) ? `the object ${key} in ${bucket}`
    : `objects in ${bucket} whose keys ${/^[^*?]*\*$/.test(key) ? `start with ${key.slice(0, -1)}` : `match ${key}`}`;
}

function ofArn(text: string): string | undefined {
  const [, , service, region, account, resource] = ARN.exec(text) ?? [];
  if (service === undefined) {
    return undefined;
  }
  if (service === 's3' && !resource.startsWith('accesspoint/')) {
    return region === '' && account === '' ? ofS3(resource) : undefined;
  }
  const isOfAws = service === 'iam' && account === 'aws';
  return isOfAws ? typeAndName('AWS managed', resource) : `${typeAndName(service, resource)}${place(region, account)}`;
}

/** A wildcard before the first slash also matches slashes, so that the bucket is not known. */
function ofS3(resource: string): string {
  const [bucket, ...path] = resource.split('/');
  return path.length === 0 ? bucketWords(bucket)
    : resource !== '*/*' && /[*?]/.test(bucket) ? `objects that match ${resource}`
      : objects(`/${path.join('/')}`, bucketWords(bucket));
}

function bucketWords(bucket: string): string {
  return bucket === '*' ? 'any bucket' : /[*?]/.test(bucket) ? `buckets ${bucket}` : `the bucket ${bucket}`;
}

function typeAndName(service: string, resource: string): string {
  const [, type = '', name = resource] = /^([a-z][a-zA-Z-]*)[:/](.+)$/s.exec(resource) ?? [];
  const words = nounOf(service, type);
  if (words === undefined) {
    return resource === '*' ? `any ${serviceName(service)} resource` : `${serviceName(service)} ${resource}`;
  }
  const linked = /^role\/aws-service-role\/([^/*?]+)\//.exec(resource);
  if (linked) {
    return `service-linked roles of ${linked[1]}`;
  }
  // The ids of groups, which nobody knows.
  const shown = name.replace(/^\*:autoScalingGroupName\//, '');
  return shown === '*' ? `any ${words}` : /[*?]/.test(shown) ? `${plural(words)} ${shown}` : `the ${words} ${shown}`;
}

/** A type of resources in words, with its service. */
function nounOf(service: string, type: string): string | undefined {
  const words = type === '' ? own(OF_SERVICE, service)
    : own(TYPES, type) ?? type.replaceAll('-', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return own(WITH_SERVICE, `${service}:${type}`) ?? (words && `${serviceName(service)} ${words}`);
}

function placeOf(arn: string): string {
  const [, , , region = '', account = ''] = ARN.exec(arn) ?? [];
  return place(region, account);
}

/** Nothing for the region and the account of the stack. */
function place(region: string, account: string): string {
  const where = region === '' || region === '${AWS::Region}' ? '' : region === '*' ? ' in any region' : ` in ${region}`;
  const whose = ['', '${AWS::AccountId}'].includes(account) ? ''
    : account === '*' ? 'any account' : account === 'aws' ? 'AWS' : `account ${account}`;
  return whose === '' ? where : `${where} ${where === '' && whose !== 'AWS' ? 'in' : 'of'} ${whose}`;
}
