import { Arns } from '../../../src/private/options/arns';
import { API_PARTS } from '../../../src/sagemaker/workloads/api/parts';
import { ALL_ACTIONS, ALL_TYPES, EVERY_TYPE, resourcesOf, typesOfActions } from '../../../src/sagemaker/workloads/api/resources';
import { LEFT_OUT, OTHER_AREAS } from '../../documented/sagemaker/left-out';
import { globMatches } from '../../support/globs';
import { ActionReference, isOfType, ServiceReference } from '../../support/service-reference';

const { unrestricted: _unrestricted, ...PARTS } = API_PARTS;

const actionsIn = (part: typeof PARTS[keyof typeof PARTS]) => [...part.actions, ...part.listActions];
const PART_ACTIONS = new Set([
  ...Object.values(PARTS).flatMap(actionsIn), ...['AddTags', 'DeleteTags', 'ListTags'].map(inSageMaker),
]);

function inSageMaker(action: string): string {
  return `sagemaker:${action}`;
}

/** `a{b,c}d` -> `abd`, `acd` */
function expanded(pattern: string): readonly string[] {
  const [, before, choices, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  return choices ? choices.split(',').map(choice => `${before}${choice}${after}`) : [pattern];
}

let actions: readonly ActionReference[];
beforeAll(async () => {
  const reference = await ServiceReference.of(['sagemaker:*', 'sagemaker-mlflow:*']);
  actions = ['sagemaker:*', 'sagemaker-mlflow:*'].flatMap(pattern => reference.expand(pattern));
});

test.each(Object.entries(PARTS))('the part %s has each action on its resources, or a reason', (_, part) => {
  const reasons = Object.values(LEFT_OUT).flat().map(inSageMaker);
  const isOfPart = ({ resourceTypes }: ActionReference) =>
    resourceTypes.some(({ name }) => part.resourceTypes.includes(name));
  expect(actions.filter(isOfPart).map(({ name }) => name)
    .filter(name => !PART_ACTIONS.has(name) && !reasons.includes(name))).toEqual([]);
});

test('each action of SageMaker is in a part, or belongs to an area that has none', () => {
  const areas = [...Object.values(OTHER_AREAS), ...Object.values(LEFT_OUT)].flat().flatMap(expanded).map(inSageMaker);
  const unnamed = ALL_ACTIONS.filter(action => action.startsWith('sagemaker:'))
    .filter(action => !PART_ACTIONS.has(action) && !areas.some(pattern => globMatches(pattern, action)));
  expect(unnamed).toEqual([]);
});

test('no reason is out of date', () => {
  const isUsed = (pattern: string) => expanded(pattern).every(one =>
    ALL_ACTIONS.some(action => globMatches(inSageMaker(one), action) && !PART_ACTIONS.has(action)));
  const patterns = [...Object.values(OTHER_AREAS), ...Object.values(LEFT_OUT)].flat();
  expect(patterns.filter(pattern => !isUsed(pattern))).toEqual([]);
});

describe('what synthesis knows of the API', () => {
  test('is what the reference says', () => {
    const typesOf = ({ resourceTypes }: ActionReference) => resourceTypes.map(({ name }) => name).sort();
    expect(ALL_ACTIONS.map(name => [name, ...typesOfActions(name)]).sort()).toEqual(
      actions.map(action => [action.name, typesOf(action).length > 20 ? [EVERY_TYPE] : typesOf(action)]).sort());
  });

  test('is how the ARNs of all types look', () => {
    const arns = Arns.in({ partition: 'aws', region: 'eu-central-1', account: '111122223333' });
    const types = actions.flatMap(({ resourceTypes }) => resourceTypes);
    const misfits = ALL_TYPES.filter(type => type !== EVERY_TYPE).filter(type => {
      const [resource] = resourcesOf(arns, { ...API_PARTS.models, resourceTypes: [type] });
      return !types.some(known => known.name === type && isOfType(resource, known));
    });
    expect(misfits).toEqual([]);
  });
});
