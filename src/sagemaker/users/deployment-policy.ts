import { inNetwork, named, onCreation, ONLY_TAGGED, onTagged } from './conditions';
import { DEPLOYMENTS } from './creations';
import { tagOnCreation } from './jobs-policy';
import { DeploymentAccess, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Conditions, DocumentedStatement, Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { API_PARTS } from '../workloads/api/parts';

const source = SOURCES.authorization;

const OF_MODELS = 'narrowed: with the tags and what else is required, and of the models with these names only';

const TYPES = ['model', 'endpoint-config', 'endpoint', 'inference-component'];
const PARTS = [API_PARTS.models, API_PARTS.endpoints];

/** Creating models and endpoints, with their tags. */
export function deployPolicy(arns: Arns, { names, models }: DeploymentAccess, access: UserAccess): Statements {
  const create = (action: string, what: string, type: string, ...more: Conditions[]): DocumentedStatement => ({
    sid: `DeploymentCreate${what}`,
    source: SOURCES.conditionsOfUsers,
    note: OF_MODELS,
    actions: [action],
    resources: named(arns, type, names),
    conditions: onCreation(action, access, ...more),
  });
  const ofModels = onModels(arns, models);
  return [
    create('sagemaker:CreateModel', 'Models', 'model'),
    ...createConfigs(arns, names, models, access),
    create('sagemaker:CreateEndpoint', 'Endpoints', 'endpoint'),
    create('sagemaker:CreateInferenceComponent', 'Components', 'inference-component', ofModels),
    // An endpoint is created with a configuration, and a component on an endpoint, that exist.
    {
      sid: 'DeploymentCreateOn',
      source,
      note: ONLY_TAGGED,
      actions: [
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateInferenceComponent',
      ],
      resources: ['endpoint-config', 'endpoint'].flatMap(type => named(arns, type, names)),
      conditions: onTagged(access),
    },
    tagOnCreation('Deployment', DEPLOYMENTS, resourcesOf(arns, names)),
  ];
}

/** Describing, updating and deleting models and endpoints. */
export function useDeploymentPolicy(arns: Arns, { names }: DeploymentAccess, access: UserAccess): Statements {
  return [
    {
      sid: 'DeploymentUse',
      source,
      note: ONLY_TAGGED,
      actions: [
        ...PARTS.flatMap(({ actions }) => actions).filter(action => !/:(Create|Invoke)/.test(action)), 'sagemaker:ListTags',
      ].sort(),
      resources: resourcesOf(arns, names),
      conditions: onTagged(access),
    },
    {
      sid: 'DeploymentList',
      source,
      actions: PARTS.flatMap(({ listActions }) => listActions).sort(),
      resources: ANY,
    },
  ];
}

function resourcesOf(arns: Arns, names: readonly string[]): readonly string[] {
  return TYPES.flatMap(type => named(arns, type, names));
}

/**
 * Configurations of models, which bring their network, and those of inference components, which have one of their own.
 * If a network is required, each has a statement, since a configuration with neither would be outside of it.
 */
function createConfigs(
  arns: Arns, names: readonly string[], models: readonly string[], access: UserAccess,
): Statements {
  const action = 'sagemaker:CreateEndpointConfig';
  const statement = (sid: string, note: string, ...more: Conditions[]): DocumentedStatement => ({
    sid,
    source: SOURCES.conditionsOfUsers,
    note,
    actions: [action],
    resources: named(arns, 'endpoint-config', names),
    conditions: onCreation(action, access, ...more),
  });
  const network = inNetwork(access);
  return network === undefined
    ? [statement('DeploymentCreateConfigs', OF_MODELS, onModels(arns, models))]
    : [
      statement('DeploymentCreateConfigs', OF_MODELS, onModels(arns, models), { Null: { 'sagemaker:ModelArn': 'false' } }),
      statement('DeploymentCreateConfigsOfComponents', 'narrowed: without a model, a configuration has the required network',
        network, { Null: { 'sagemaker:ModelArn': 'true' } }),
    ];
}

/** A configuration and a component may have no model of their own: then the key is absent. */
function onModels(arns: Arns, models: readonly string[]): Conditions {
  return models.length === 0 ? {} : { ArnLikeIfExists: { 'sagemaker:ModelArn': named(arns, 'model', models) } };
}

/** Calling endpoints, with the inference components on them. */
export function invocationPolicy(arns: Arns, endpoints: readonly string[]): Statements {
  return [
    {
      sid: 'InvocationCallEndpoints',
      source,
      actions: [
        'sagemaker:InvokeEndpoint',
        'sagemaker:InvokeEndpointAsync',
        'sagemaker:InvokeEndpointWithResponseStream',
      ],
      resources: named(arns, 'endpoint', endpoints),
    },
    {
      sid: 'InvocationCallComponents',
      source,
      note: 'kept: a component is a second resource of a request, which also needs its endpoint',
      actions: [
        'sagemaker:InvokeEndpoint',
        'sagemaker:InvokeEndpointWithResponseStream',
      ],
      resources: named(arns, 'inference-component', []),
    },
  ];
}
