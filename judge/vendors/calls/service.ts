import { Json, JsonObject } from '../../../test/support/fold';
import { RECORDED, RecordedCall } from '../recording';

/** What IAM is asked for a call. The action is that of the call, unless it is named. */
export interface Asked {
  readonly resource: string;
  readonly context?: Context;
  readonly action?: string;
}

export type Context = Readonly<Record<string, string>>;

/** How the calls of a service become requests. */
export interface Service {
  /** The prefix of its actions. */
  readonly prefix: string;
  /** Operations whose action has another name. */
  readonly actions?: Readonly<Record<string, string>>;
  /** Operations that need no permission. */
  readonly free?: readonly string[];
  /** The resources by operation. An operation that is not listed is asked on all resources. */
  readonly resources: Readonly<Record<string, (call: RecordedCall) => readonly Asked[]>>;
}

export const ANY: Asked = { resource: '*' };

/** The ARN of a resource in the account and region of the recording. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${RECORDED.region}:${RECORDED.account}:${resource}`;
}

/** Leaves an ARN as it is, and makes one of a name. */
export function arnOr(nameOrArn: string, toArn: (name: string) => string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : toArn(nameOrArn);
}

export function text(value: Json): string {
  return typeof value === 'string' ? value : '';
}

/** A list, also of a single value or of none. */
export function list(value: Json): Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function texts(value: Json): string[] {
  return list(value).map(text).filter(one => one !== '');
}

export function objects(value: Json): JsonObject[] {
  return list(value).map(one => one as JsonObject);
}

/** The tags that a role or user is told by. Others, such as names and versions, decide nothing. */
const TAGS = ['parallelcluster:cluster-name', 'parallelcluster:image_id', 'parallelcluster:node-type', 'Application'];

/** The keys of a request that tags a resource. */
export function requestTags(tags: Json): Context {
  return contextOf('aws:RequestTag', Object.fromEntries(objects(tags).map(({ Key, Value }) => [text(Key), text(Value)])));
}

/** The keys of a request on a resource with tags, also under the older name that some services know. */
export function resourceTags(tags: Json, ...olderKeys: readonly string[]): Context {
  const byName = tags as Record<string, string> | undefined;
  return Object.assign({}, ...['aws:ResourceTag', ...olderKeys].map(key => contextOf(key, byName ?? {})));
}

function contextOf(key: string, tags: Readonly<Record<string, string>>): Context {
  return Object.fromEntries(TAGS.filter(name => tags[name] !== undefined).map(name => [`${key}/${name}`, tags[name]]));
}

export type Resources = Service['resources'];

/** Several operations on the same kind of resource. */
export function each(operations: readonly string[], resources: Resources[string]): Resources {
  return Object.fromEntries(operations.map(operation => [operation, resources]));
}

/** The resource that a parameter names, or all of them without it. */
export function named(parameter: string, toArn: (name: string) => string) {
  return ({ parameters }: RecordedCall): readonly Asked[] => {
    const name = text(parameters[parameter]);
    return [name === '' ? ANY : { resource: arnOr(name, toArn) }];
  };
}

/** The roles that a call passes to a service: it names them as such, also deep inside of its parameters. */
export function passes({ parameters }: RecordedCall, service: string): readonly Asked[] {
  const roles = [...JSON.stringify(parameters).matchAll(/"(?:Execution)?RoleArn":"(arn:[^"]+)"/g)].map(([, role]) => role);
  return [...new Set(roles)].map(resource =>
    ({ resource, action: 'iam:PassRole', context: { 'iam:PassedToService': service } }));
}
