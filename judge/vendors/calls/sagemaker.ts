import { Asked, arn, arnOr, each, list, objects, passes, Resources, Service, text, texts } from './service';
import { Json } from '../../../test/support/fold';
import { RecordedCall } from '../recording';

type Verb = 'Create' | 'Delete' | 'Describe' | 'Stop' | 'Update';

/** A type of resource, the parameter with its name, and what is called on it. */
interface Type {
  readonly type: string;
  readonly parameter: string;
  /** Operations with the name of the parameter: `CreateTrainingJob` for `TrainingJobName`. */
  readonly verbs: readonly Verb[];
  readonly others?: readonly string[];
}

/** What most operations on a type are called on: the resource of their own name. */
const TYPES: readonly Type[] = [
  { type: 'training-job', parameter: 'TrainingJobName', verbs: ['Create', 'Delete', 'Describe', 'Stop', 'Update'] },
  {
    type: 'hyper-parameter-tuning-job',
    parameter: 'HyperParameterTuningJobName',
    verbs: ['Create', 'Delete', 'Describe', 'Stop'],
    others: ['ListTrainingJobsForHyperParameterTuningJob'],
  },
  { type: 'processing-job', parameter: 'ProcessingJobName', verbs: ['Create', 'Delete', 'Describe', 'Stop'] },
  { type: 'transform-job', parameter: 'TransformJobName', verbs: ['Create', 'Describe', 'Stop'] },
  {
    type: 'automl-job',
    parameter: 'AutoMLJobName',
    verbs: ['Create', 'Describe', 'Stop'],
    others: ['CreateAutoMLJobV2', 'DescribeAutoMLJobV2'],
  },
  { type: 'model', parameter: 'ModelName', verbs: ['Create', 'Describe', 'Delete'] },
  {
    type: 'endpoint',
    parameter: 'EndpointName',
    verbs: ['Describe', 'Delete'],
    others: [
      'InvokeEndpoint', 'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream', 'UpdateEndpointWeightsAndCapacities',
    ],
  },
  { type: 'endpoint-config', parameter: 'EndpointConfigName', verbs: ['Create', 'Describe', 'Delete'] },
  {
    type: 'inference-component',
    parameter: 'InferenceComponentName',
    verbs: ['Describe', 'Delete', 'Update'],
    others: ['UpdateInferenceComponentRuntimeConfig'],
  },
  {
    type: 'pipeline',
    parameter: 'PipelineName',
    verbs: ['Create', 'Describe', 'Delete', 'Update'],
    others: ['ListPipelineExecutions', 'ListPipelineVersions', 'StartPipelineExecution'],
  },
  { type: 'experiment', parameter: 'ExperimentName', verbs: ['Create', 'Describe', 'Delete', 'Update'] },
  { type: 'experiment-trial', parameter: 'TrialName', verbs: ['Describe', 'Delete', 'Update'] },
  {
    type: 'experiment-trial-component',
    parameter: 'TrialComponentName',
    verbs: ['Create', 'Describe', 'Delete', 'Update'],
    others: ['BatchPutMetrics'],
  },
  {
    type: 'feature-group',
    parameter: 'FeatureGroupName',
    verbs: ['Create', 'Describe', 'Delete', 'Update'],
    others: ['DeleteRecord', 'DescribeFeatureMetadata', 'GetRecord', 'ListRecords', 'PutRecord', 'UpdateFeatureMetadata'],
  },
  { type: 'model-package-group', parameter: 'ModelPackageGroupName', verbs: ['Create', 'Describe', 'Delete'] },
  { type: 'monitoring-schedule', parameter: 'MonitoringScheduleName', verbs: ['Create', 'Describe', 'Delete'] },
  { type: 'notebook-instance', parameter: 'NotebookInstanceName', verbs: ['Describe'] },
  { type: 'action', parameter: 'ActionName', verbs: ['Create'] },
  { type: 'artifact', parameter: 'ArtifactName', verbs: ['Create'] },
  { type: 'context', parameter: 'ContextName', verbs: ['Create'] },
];

const sagemaker = (type: string, name: string): string => arn('sagemaker', `${type}/${name}`);

/** The resources that parameters name, with their tags, and the roles that the call passes. */
function on(...parameters: readonly (readonly [parameter: string, type: string])[]): Resources[string] {
  return call => {
    const found = parameters.map(([parameter, type]) =>
      ({ resource: arnOr(text(call.parameters[parameter]), name => sagemaker(type, name)) }));
    return withTagsAndRoles(call, found);
  };
}

/** Tags on new resources are requests of their own. */
function withTagsAndRoles(call: RecordedCall, found: readonly Asked[]): readonly Asked[] {
  const isTagged = list(call.parameters.Tags).length > 0;
  return [
    ...found,
    ...(isTagged ? [{ ...found[0], action: 'sagemaker:AddTags' }] : []),
    ...passes(call, 'sagemaker.amazonaws.com'),
  ];
}

function ofType({ type, parameter, verbs, others = [] }: Type): Resources {
  const operations = [...verbs.map(verb => verb + parameter.replace(/Name$/, '')), ...others];
  return each(operations, on([parameter, type]));
}

/** ARNs that a call names. */
const named = (...parameters: readonly string[]) => ({ parameters: given }: RecordedCall): readonly Asked[] =>
  parameters.flatMap(parameter => texts(given[parameter])).map(resource => ({ resource }));

/** A package is in a group under its version, which a call on the group does not tell. */
const ofGroup = (call: RecordedCall): readonly Asked[] => {
  const group = text(call.parameters.ModelPackageGroupName).split('/').at(-1)!;
  return withTagsAndRoles(call, [{ resource: sagemaker('model-package', `${group}/1`) }]);
};

/** The execution of a token, which a call with the token does not tell. */
const OF_TOKEN = sagemaker('pipeline', 'churn/execution/0123456789ab');

/** The groups of records, each once. */
const ofGroups = (records: Json): readonly Asked[] =>
  [...new Set(objects(records).map(({ FeatureGroupName }) => text(FeatureGroupName)))]
    .map(name => ({ resource: arnOr(name, group => sagemaker('feature-group', group)) }));

export const SAGEMAKER: Service = {
  prefix: 'sagemaker',
  resources: {
    ...Object.assign({}, ...TYPES.map(ofType)) as Resources,
    ...each(['CreateEndpoint', 'UpdateEndpoint'], on(['EndpointName', 'endpoint'], ['EndpointConfigName', 'endpoint-config'])),
    CreateInferenceComponent: on(['InferenceComponentName', 'inference-component'], ['EndpointName', 'endpoint']),
    CreateTrial: on(['TrialName', 'experiment-trial'], ['ExperimentName', 'experiment']),
    ...each(['AssociateTrialComponent', 'DisassociateTrialComponent'],
      on(['TrialName', 'experiment-trial'], ['TrialComponentName', 'experiment-trial-component'])),
    ...each(['CreateDataQualityJobDefinition', 'DeleteDataQualityJobDefinition'],
      on(['JobDefinitionName', 'data-quality-job-definition'])),
    ...each(['CreateModelPackage', 'ListModelPackages'], ofGroup),
    ...each(['DeleteModelPackage', 'DescribeModelPackage'], on(['ModelPackageName', 'model-package'])),
    UpdateModelPackage: named('ModelPackageArn'),
    BatchDescribeModelPackage: named('ModelPackageArnList'),
    ...each([
      'DescribePipelineDefinitionForExecution', 'DescribePipelineExecution', 'ListPipelineExecutionSteps',
      'ListPipelineParametersForExecution', 'RetryPipelineExecution', 'StopPipelineExecution', 'UpdatePipelineExecution',
    ], named('PipelineExecutionArn')),
    ...each(['SendPipelineExecutionStepFailure', 'SendPipelineExecutionStepSuccess'], () => [{ resource: OF_TOKEN }]),
    BatchGetRecord: ({ parameters }) => ofGroups(parameters.Identifiers),
    BatchWriteRecord: ({ parameters }) => ofGroups(parameters.Entries),
    DescribeArtifact: named('ArtifactArn'),
    AddAssociation: named('SourceArn', 'DestinationArn'),
    ...each(['AddTags', 'DeleteTags', 'ListTags'], named('ResourceArn')),
  },
};
