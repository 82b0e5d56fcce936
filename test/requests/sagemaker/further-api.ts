import { arn, OTHER_ACCOUNT, statementsOf } from './fixtures';
import { PolicyPlacement, SageMakerApiAccess } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

export const TAGGING = ['AddTags', 'DeleteTags', 'ListTags'];

export const inSageMaker = (actions: string[]) => actions.map(action => `sagemaker:${action}`);

/** Parts of the API that are granted only if `apiAccess` lists them. */
const FURTHER_API = [
  SageMakerApiAccess.PIPELINES, SageMakerApiAccess.EXPERIMENTS, SageMakerApiAccess.LINEAGE,
  SageMakerApiAccess.MODEL_MONITORING, SageMakerApiAccess.FEATURE_STORE, SageMakerApiAccess.MODEL_REGISTRY,
  SageMakerApiAccess.of('Labeling', { actions: ['sagemaker:CreateLabelingJob'], resourceTypes: ['labeling-job'] }),
  SageMakerApiAccess.of('Workteams', { actions: ['sagemaker:ListWorkteams'] }),
];

const RECORDS = [SageMakerApiAccess.EXPERIMENTS, SageMakerApiAccess.LINEAGE, SageMakerApiAccess.MODEL_MONITORING];
const RECORDED_TYPES = [
  'action', 'artifact', 'context', 'experiment', 'experiment-trial', 'experiment-trial-component', 'monitoring-schedule',
  'data-quality-job-definition', 'model-bias-job-definition', 'model-explainability-job-definition',
  'model-quality-job-definition',
];
const RECORD_LISTS = [
  'DescribeLineageGroup', 'ListActions', 'ListArtifacts', 'ListAssociations', 'ListContexts',
  'ListDataQualityJobDefinitions', 'ListExperiments', 'ListLineageGroups', 'ListModelBiasJobDefinitions',
  'ListModelExplainabilityJobDefinitions', 'ListModelQualityJobDefinitions', 'ListMonitoringAlertHistory',
  'ListMonitoringAlerts', 'ListMonitoringExecutions', 'ListMonitoringSchedules', 'ListTrialComponents', 'ListTrials',
  'QueryLineage', 'Search',
];

const FURTHER_CALLS: Record<string, string[]> = {
  'pipeline': [
    'CreatePipeline', 'DeletePipeline', 'DescribePipeline', 'ListPipelineExecutions', 'ListPipelineVersions',
    'StartPipelineExecution', 'UpdatePipeline', 'UpdatePipelineVersion',
  ],
  'pipeline/churn/execution': [
    'DescribePipelineDefinitionForExecution', 'DescribePipelineExecution', 'ListPipelineExecutionSteps',
    'ListPipelineParametersForExecution', 'RetryPipelineExecution', 'SendPipelineExecutionStepFailure',
    'SendPipelineExecutionStepSuccess', 'StopPipelineExecution', 'UpdatePipelineExecution',
  ],
  'experiment': ['AddAssociation', 'CreateExperiment', 'DeleteExperiment', 'DescribeExperiment', 'UpdateExperiment'],
  'action': ['AddAssociation', 'CreateAction', 'DeleteAction', 'DescribeAction', 'UpdateAction'],
  'artifact': ['AddAssociation', 'CreateArtifact', 'DeleteArtifact', 'DeleteAssociation', 'DescribeArtifact', 'UpdateArtifact'],
  'context': ['CreateContext', 'DeleteContext', 'DescribeContext', 'UpdateContext'],
  'monitoring-schedule': [
    'CreateMonitoringSchedule', 'DeleteMonitoringSchedule', 'DescribeMonitoringSchedule', 'StartMonitoringSchedule',
    'StopMonitoringSchedule', 'UpdateMonitoringSchedule',
  ],
  'monitoring-schedule/churn/alert': ['UpdateMonitoringAlert'],
  'data-quality-job-definition': [
    'CreateDataQualityJobDefinition', 'DeleteDataQualityJobDefinition', 'DescribeDataQualityJobDefinition',
  ],
  'model-bias-job-definition': ['CreateModelBiasJobDefinition', 'DeleteModelBiasJobDefinition', 'DescribeModelBiasJobDefinition'],
  'model-explainability-job-definition': [
    'CreateModelExplainabilityJobDefinition', 'DeleteModelExplainabilityJobDefinition',
    'DescribeModelExplainabilityJobDefinition',
  ],
  'model-quality-job-definition': [
    'CreateModelQualityJobDefinition', 'DeleteModelQualityJobDefinition', 'DescribeModelQualityJobDefinition',
  ],
  'experiment-trial': ['AssociateTrialComponent', 'CreateTrial', 'DeleteTrial', 'DescribeTrial', 'UpdateTrial'],
  'experiment-trial-component': [
    'AddAssociation', 'BatchGetMetrics', 'BatchPutMetrics', 'CreateTrialComponent', 'DeleteTrialComponent', 'DescribeTrialComponent',
    'DisassociateTrialComponent', 'UpdateTrialComponent',
  ],
  'processing-job': ['DisassociateTrialComponent'],
  'training-job': ['BatchGetMetrics', 'BatchPutMetrics'],
  'feature-group': [
    'BatchGetRecord', 'BatchWriteRecord', 'CreateFeatureGroup', 'DeleteFeatureGroup', 'DeleteRecord', 'DescribeFeatureGroup',
    'DescribeFeatureMetadata', 'GetRecord', 'ListRecords', 'PutRecord', 'UpdateFeatureGroup', 'UpdateFeatureMetadata',
  ],
  'model-package': [
    'AccessModelPackage', 'BatchDescribeModelPackage', 'CreateModelPackage', 'DeleteModelPackage', 'DescribeModelPackage', 'ListModelPackages',
    'UpdateModelPackage',
  ],
  'model-package-group': ['CreateModelPackageGroup', 'DeleteModelPackageGroup', 'DescribeModelPackageGroup'],
  'labeling-job': ['CreateLabelingJob'],
  'any': ['ListWorkteams'],
};

/** The parts of the API that are granted only if they are listed. */
export function furtherApi(
  workload: 'notebookInstance' | 'studio', feature: string, who: string,
): readonly [RequestTable, RequestTable] {
  return [
    {
      name: `${who} with further parts of the API`,
      statements: () => statementsOf(() => ({
        [workload]: { apiAccess: FURTHER_API }, policyPlacement: PolicyPlacement.MANAGED,
      }))()
        .filter(({ Sid = '' }) => Sid.startsWith(`${feature}Call`)),
      allowed: Object.entries(FURTHER_CALLS).map(([type, actions]): RequestRow => [
        `work with something of the type ${type}`,
        inSageMaker(actions),
        type === 'any' ? '*' : arn('sagemaker', `${type}/churn`),
      ]),
      denied: [
        ['describe a pipeline of another account', 'sagemaker:DescribePipeline', arn('sagemaker', 'pipeline/churn', OTHER_ACCOUNT)],
        ['give others access to a group of models', 'sagemaker:PutModelPackageGroupPolicy', arn('sagemaker', 'model-package-group/churn')],
        ['change the policy of lineage', 'sagemaker:PutLineageGroupPolicy', '*'],
        ['stop a labeling job', 'sagemaker:StopLabelingJob', arn('sagemaker', 'labeling-job/churn')],
      ],
    },
    {
      name: `${who} with the parts of the API that record work`,
      statements: () => statementsOf(() => ({
        [workload]: { apiAccess: RECORDS }, policyPlacement: PolicyPlacement.MANAGED,
      }))()
        .filter(({ Sid = '' }) => Sid.startsWith(`${feature}Records`)),
      allowed: [
        ...RECORDED_TYPES.map((type): RequestRow =>
          [`tag something of the type ${type}`, inSageMaker(TAGGING), arn('sagemaker', `${type}/churn`)]),
        ['list, search and query records', inSageMaker(RECORD_LISTS), '*'],
      ],
      denied: [
        ['tag a training job', 'sagemaker:AddTags', arn('sagemaker', 'training-job/churn')],
        ['tag a model package', 'sagemaker:DeleteTags', arn('sagemaker', 'model-package/churn/1')],
        ['list pipelines', 'sagemaker:ListPipelines', '*'],
        ['read who may query lineage', 'sagemaker:GetLineageGroupPolicy', '*'],
      ],
    },
  ];
}
