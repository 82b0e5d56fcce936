import { own } from './own';
import { serviceName } from './services';
import { StackNames } from './stack-names';
import { Text } from './text';

/** Types in ARNs that are no words. */
const TYPES: Readonly<Record<string, string>> = {
  accesspoint: 'access point',
  hostedzone: 'hosted zone',
  loadbalancer: 'load balancer',
  natgateway: 'NAT gateway',
  targetgroup: 'target group',
  vpc: 'VPC',
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
    : ofResource(text, { placeholder, name: names.nameOf(reference), isBucket: resource.type === 'AWS::S3::Bucket' });
}

interface Named {
  readonly placeholder: string;
  readonly name: string;
  readonly isBucket: boolean;
}

function ofResource(text: string, { placeholder, name, isBucket }: Named): string | undefined {
  const [before, after] = text.split(placeholder);
  if (isBucket) {
    const isName = /^(?:arn:[^/]*:::)?$/.test(before) && /^(?:$|\/)/.test(after);
    return !isName ? undefined : after === '' ? `the bucket ${name}` : objects(after, name);
  }
  return /^(?:arn:.*[:/])?$/s.test(before) && after === '' ? `${name}${placeOf(text)}`
    : ARN.test(text) ? ofArn(text.replace(placeholder, name)) : undefined;
}

/** @param path what follows the name of the bucket */
function objects(path: string, bucket: string): string {
  const key = path.replace(/^\//, '');
  if (key === '*') {
    return `objects of ${bucket}`;
  }
  return !/[*?]/.test(key) ? `the object ${key} of ${bucket}`
    : /^[^*?]*\*$/.test(key) ? `objects of ${bucket} that start with ${key.slice(0, -1)}` : `objects ${key} of ${bucket}`;
}

function ofArn(text: string): string | undefined {
  const [, , service, region, account, resource] = ARN.exec(text) ?? [];
  if (service === undefined) {
    return undefined;
  }
  if (service === 's3') {
    return region === '' && account === '' ? ofS3(resource)
      : resource.startsWith('accesspoint/') ? `${typeAndName(service, resource)}${place(region, account)}` : undefined;
  }
  return `${typeAndName(service, resource)}${place(region, account)}`;
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
  const words = type === '' ? own(OF_SERVICE, service) : own(TYPES, type) ?? type.replaceAll('-', ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  if (words === undefined) {
    return resource === '*' ? `anything of ${serviceName(service)}` : `${serviceName(service)} ${resource}`;
  }
  // The ids of groups, which nobody knows.
  const shown = name.replace(/^\*:autoScalingGroupName\//, '');
  return shown === '*' ? `any ${serviceName(service)} ${words}`
    : `${serviceName(service)} ${/[*?]/.test(shown) ? plural(words) : words} ${shown}`;
}

function plural(words: string): string {
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : words.endsWith('s') ? words : `${words}s`;
}

function placeOf(arn: string): string {
  const [, , , region = '', account = ''] = ARN.exec(arn) ?? [];
  return place(region, account);
}

/** Nothing for the region and the account of the stack. */
function place(region: string, account: string): string {
  const where = [
    region === '' || region === '${AWS::Region}' ? '' : region === '*' ? 'in any region' : `in ${region}`,
    account === '' || account === '${AWS::AccountId}' ? ''
      : account === '*' ? 'of any account' : account === 'aws' ? 'of AWS' : `of account ${account}`,
  ].filter(Boolean);
  return where.length > 0 ? ` ${where.join(' ')}` : '';
}
