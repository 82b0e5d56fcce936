import { SageMakerApiAccess } from './access';
import { API_GROUPS, ApiActions } from './parts';
import { resourcesOf } from './resources';
import { Arns } from '../../../private/options/arns';
import { ReaderOf, readerOf } from '../../../private/options/reader';
import { unique } from '../../../private/options/unique';
import { instanceOf } from '../../../private/options/validators';
import { ANY, PolicyFeature, Source, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { globsIntersect } from '../../../private/statements/globs';
import { SOURCES } from '../../sources';

// The parts of the SageMaker API that a notebook, a Studio user or another caller uses.

/** Who calls the API. */
export interface ApiCaller {
  /** The prefix of Sids and features. */
  readonly feature: string;
  /** The caller in warnings. */
  readonly name: string;
  /** The page that grants the caller the whole API, and how each part departs from it. */
  readonly page: Source;
  readonly note?: string;
}

/**
 * The parts that the page of notebook instances covers. With all parts, the statements would fill two thirds of an
 * inline policy.
 */
const DEFAULT_ACCESS: readonly SageMakerApiAccess[] = [
  SageMakerApiAccess.TRAINING_JOBS,
  SageMakerApiAccess.TUNING_JOBS,
  SageMakerApiAccess.PROCESSING_JOBS,
  SageMakerApiAccess.TRANSFORM_JOBS,
  SageMakerApiAccess.AUTO_ML_JOBS,
  SageMakerApiAccess.MODELS,
  SageMakerApiAccess.ENDPOINTS,
];

const API_ACCESS = instanceOf(SageMakerApiAccess, 'SageMakerApiAccess', 'SageMakerApiAccess.TRAINING_JOBS');

export function readApiAccess(
  reader: ReaderOf<{ readonly apiAccess?: SageMakerApiAccess[] }>, caller: ApiCaller, byDefault = DEFAULT_ACCESS,
): readonly ApiActions[] {
  const read = readerOf(reader);
  const path = read.pathOf('apiAccess');
  const access = read.has('apiAccess') ? read.anyNumberOf('apiAccess', API_ACCESS) : byDefault;
  const parts = access.map((part, index) => part._bind(read.scope, `${path}[${index}]`));
  if (parts.some(isUnrestricted)) {
    read.warn(
      'unrestrictedSageMakerApi',
      `'${path}' is unrestricted: with a wildcard on all resources, ${caller.name} can change all work in the ` +
        'account and open the notebooks of others. List the parts of the API that it calls',
    );
  }
  const asOthers = actionsAsOthers(parts);
  if (asOthers.length > 0) {
    read.warn(
      'actsAsOthers',
      `'${path}' grants ${asOthers.join(', ')}: ${caller.name} can open the notebooks, apps and clusters of others, or ` +
        'change what they run, and so use their roles. Leave these actions out, or grant them on named resources in ' +
        "'additionalStatements'",
    );
  }
  const names = parts.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    read.fail(`'${path}' has the part '${repeated}' twice: list each part of the API once`);
  }
  return parts;
}

function isUnrestricted({ actions, resourceTypes }: ApiActions): boolean {
  return resourceTypes.length === 0 && actions.some(action => action.includes('*'));
}

/**
 * Actions that lead to the role of another notebook, domain, app or cluster: they open it, or change what it runs. Each
 * pattern also covers actions that AWS adds.
 */
const ACTS_AS_OTHERS = [
  'sagemaker:AttachClusterNode*',
  'sagemaker:Create*Presigned*',
  'sagemaker:PutResourcePolicy',
  'sagemaker:StartSession',
  'sagemaker:UpdateCluster*',
  'sagemaker:UpdateDomain',
  'sagemaker:UpdateNotebookInstance*',
  'sagemaker:UpdateSpace',
  'sagemaker:UpdateUserProfile',
];

/** The actions of a part, and the wildcards in it, with which a caller acts as another one. */
function actionsAsOthers(parts: readonly ApiActions[]): readonly string[] {
  return unique(parts.filter(part => !isUnrestricted(part)).flatMap(({ actions }) => actions)
    .filter(action => ACTS_AS_OTHERS.some(pattern => globsIntersect(pattern.toLowerCase(), action.toLowerCase()))));
}

/** A feature for each group of parts, so that each fits a managed policy. */
export function apiFeatures(arns: Arns, caller: ApiCaller, api: readonly ApiActions[]): readonly PolicyFeature[] {
  return API_GROUPS.map(group => ({
    name: `${caller.feature}${group}`,
    statements: callApi(arns, caller, group, api.filter(part => part.group === group)),
  }));
}

/** One statement for each part, one for all tags, and one for all actions without resource-level permissions. */
function callApi(
  arns: Arns, { feature, page, note }: ApiCaller, group: string, api: readonly ApiActions[],
): Statements {
  const source = SOURCES.authorization;
  const tagged = unique(api.flatMap(({ taggedTypes }) => taggedTypes));
  return [
    ...api.map(part => ({
      sid: `${feature}Call${part.name}`,
      ...(part.resourceTypes.length > 0
        ? { source, note, resources: resourcesOf(arns, part) } : { source: page, resources: ANY }),
      actions: part.actions,
      conditions: part.conditions,
    })),
    ...whenPresent(tagged.map(type => arns.regional('sagemaker', `${type}/*`)), resources => ({
      sid: `${feature}${group}Tags`,
      source,
      note,
      actions: [
        'sagemaker:AddTags',
        'sagemaker:DeleteTags',
        'sagemaker:ListTags',
      ],
      resources,
    })),
    ...whenPresent(unique(api.flatMap(({ listActions }) => listActions)), actions => ({
      sid: `${feature}${group}List`,
      source,
      note,
      actions: [...actions].sort(),
      resources: ANY,
    })),
  ];
}
