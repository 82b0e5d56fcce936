import { SageMakerJobType } from './props';
import { SageMakerUserRequirements } from './requirements-props';
import { API_PARTS, ApiActions } from '../workloads/api/parts';

// The actions with which users create something, and what they can be held to.

/** The part of the API of each type of jobs, in the order of their statements. */
const PARTS: Readonly<Record<SageMakerJobType, ApiActions>> = {
  [SageMakerJobType.TRAINING]: API_PARTS.trainingJobs,
  [SageMakerJobType.TUNING]: API_PARTS.tuningJobs,
  [SageMakerJobType.PROCESSING]: API_PARTS.processingJobs,
  [SageMakerJobType.TRANSFORM]: API_PARTS.transformJobs,
  [SageMakerJobType.AUTO_ML]: API_PARTS.autoMlJobs,
};

export function partsOfJobs(types: readonly SageMakerJobType[]): readonly ApiActions[] {
  return (Object.keys(PARTS) as SageMakerJobType[]).filter(type => types.includes(type)).map(type => PARTS[type]);
}

/** The type of jobs in the name of a rule of Step Functions: `StepFunctionsGetEventsFor...JobsRule`. */
export const RULES_OF_STEP_FUNCTIONS: Readonly<Partial<Record<SageMakerJobType, string>>> = {
  [SageMakerJobType.TRAINING]: 'SageMakerTraining',
  [SageMakerJobType.TUNING]: 'SageMakerTuning',
  [SageMakerJobType.PROCESSING]: 'SageMakerProcessing',
  [SageMakerJobType.TRANSFORM]: 'SageMakerTransform',
};

export function isCreation(action: string): boolean {
  return action.startsWith('sagemaker:Create');
}

export function creationsOfJobs(types: readonly SageMakerJobType[]): readonly string[] {
  return partsOfJobs(types).flatMap(({ actions }) => actions.filter(isCreation));
}

export const DEPLOYMENTS = inSageMaker('CreateEndpoint', 'CreateEndpointConfig', 'CreateInferenceComponent', 'CreateModel');
export const PIPELINE_CREATION = 'sagemaker:CreatePipeline';

/** Everything that tags and requirements narrow. */
export const CREATIONS = [
  ...creationsOfJobs(Object.values(SageMakerJobType)), ...DEPLOYMENTS, PIPELINE_CREATION,
];

/** What a part of the API must not have beside tags and requirements: it would start work, or tag it, without them. */
export const AROUND = [
  ...CREATIONS,
  ...inSageMaker(
    'AddTags', 'CreateCluster', 'CreateJob', 'CreateLabelingJob', 'CreateMonitoringSchedule', 'CreateNotebookInstance',
    'Create*JobDefinition', 'UpdateCluster', 'UpdateMonitoringSchedule', 'UpdatePipeline',
  ),
];

const JOBS = ['CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateProcessingJob'];
const AUTO_ML = ['CreateAutoMLJob', 'CreateAutoMLJobV2'];

/**
 * The actions that can be held to a requirement: those with its condition key. An endpoint configuration is not held to
 * the network: that of its models applies, unless it has inference components.
 */
export const HELD_TO: Readonly<Record<keyof SageMakerUserRequirements, readonly string[]>> = {
  subnets: inSageMaker(...JOBS, ...AUTO_ML, 'CreateModel'),
  securityGroups: inSageMaker(...JOBS, ...AUTO_ML, 'CreateModel'),
  volumeKeys: inSageMaker(...JOBS, ...AUTO_ML, 'CreateTransformJob', 'CreateEndpointConfig'),
  outputKeys: inSageMaker(...JOBS, ...AUTO_ML, 'CreateTransformJob'),
  networkIsolation: inSageMaker(...JOBS, 'CreateModel'),
  interContainerTrafficEncryption: inSageMaker(...JOBS, ...AUTO_ML),
  instanceTypes: inSageMaker(...JOBS, 'CreateTransformJob', 'CreateEndpointConfig'),
};

function inSageMaker(...actions: readonly string[]): readonly string[] {
  return actions.map(action => `sagemaker:${action}`);
}
