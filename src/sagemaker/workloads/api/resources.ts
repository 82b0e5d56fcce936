import { ApiActions } from './parts';
import { API_REFERENCE } from './reference';
import { Arns } from '../../../private/options/arns';
import { globContains } from '../../../private/statements/globs';

// What the service authorization reference says about actions and their resources.

/** The types whose ARNs don't start with their names. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  'device': 'device-fleet/*/device/*',
  'edge-deployment-plan': 'edge-deployment/*',
  'model-card-export-job': 'model-card/*/export-job/*',
  'monitoring-schedule-alert': 'monitoring-schedule/*/alert/*',
  'pipeline-execution': 'pipeline/*/execution/*',
};

/** Actions on tags: they support all types. */
export const EVERY_TYPE = '*';

/** The types that each action supports. */
const TYPES_OF_ACTIONS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(API_REFERENCE)
  .flatMap(([service, actionsOf]) => Object.entries(actionsOf).flatMap(([types, actions]) =>
    words(actions).map(action => [`${service}:${action}`, words(types)] as const))));

export const ALL_ACTIONS: readonly string[] = [...TYPES_OF_ACTIONS.keys()];
export const ALL_TYPES: readonly string[] = [...new Set([...TYPES_OF_ACTIONS.values()].flat())];

/** The types that the actions support, for each action that the pattern matches. */
export function typesOfActions(pattern: string): readonly (readonly string[])[] {
  return ALL_ACTIONS.filter(action => globContains(pattern, action)).map(action => TYPES_OF_ACTIONS.get(action)!);
}

/** The resources of a part of the API. */
export function resourcesOf(arns: Arns, { resourceTypes, resourceNames, account }: ApiActions): readonly string[] {
  const owner = account === undefined ? arns : Arns.in({ partition: arns.partition, region: arns.region, account });
  return resourceTypes.flatMap(type => {
    const form = OTHER_FORMS[type] ?? `${type}/*`;
    const names = resourceNames.map(name => `${form.split('/')[0]}/${name}`);
    return (names.length > 0 ? names : [form]).map(resource => owner.regional('sagemaker', resource));
  });
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '');
}
