import { Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ACCOUNT, arn, bucket, Estate, keyArn, NO_MORE_NETWORK, NO_OTHER_IMAGES, NO_OTHER_LOGS, NO_OTHER_METRICS,
  NO_OTHER_VOLUME_KEY, object, OTHER_ACCOUNT, PULL_IMAGES, PUT_METRICS, repository, roleArn, statementsOf, TO_SAGEMAKER,
  USE_NETWORK, VOLUME_KEY, WRITE_LOGS,
} from './fixtures';
import { HUB_TABLES } from './hubs';
import { mlflowClientTables } from './mlflow';
import { PolicyPlacement, SageMakerApiAccess, SageMakerNotebookInstanceOptions } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const LOGS = '/aws/sagemaker/NotebookInstances';
const STREAM = 'churn/jupyter.log';
const NAMESPACE = '/aws/sagemaker/TrainingJobs';

/** The calls of the SDK in the notebook, by resource type. */
const CALLS: Record<string, string[]> = {
  'training-job': [
    'CreateTrainingJob', 'DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob',
  ],
  'hyper-parameter-tuning-job': [
    'CreateHyperParameterTuningJob', 'DeleteHyperParameterTuningJob', 'DescribeHyperParameterTuningJob',
    'ListTrainingJobsForHyperParameterTuningJob', 'StopHyperParameterTuningJob',
  ],
  'processing-job': ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
  'transform-job': ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
  'automl-job': [
    'CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob',
  ],
  'model': ['CreateModel', 'DeleteModel', 'DescribeModel'],
  'endpoint': [
    'CreateEndpoint', 'CreateInferenceComponent', 'DeleteEndpoint', 'DescribeEndpoint', 'InvokeEndpoint',
    'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream', 'UpdateEndpoint', 'UpdateEndpointWeightsAndCapacities',
  ],
  'endpoint-config': [
    'CreateEndpoint', 'CreateEndpointConfig', 'DeleteEndpointConfig', 'DescribeEndpointConfig', 'UpdateEndpoint',
  ],
  'inference-component': [
    'CreateInferenceComponent', 'DeleteInferenceComponent', 'DescribeInferenceComponent', 'InvokeEndpoint',
    'UpdateInferenceComponent', 'UpdateInferenceComponentRuntimeConfig',
  ],
};

const TAGGING = ['AddTags', 'DeleteTags', 'ListTags'];

const LISTS = [
  'ListAutoMLJobs', 'ListCandidatesForAutoMLJob', 'ListEndpointConfigs', 'ListEndpoints',
  'ListHyperParameterTuningJobs', 'ListInferenceComponents', 'ListModels', 'ListProcessingJobs', 'ListTrainingJobs',
  'ListTrainingPlans', 'ListTransformJobs',
];

const inSageMaker = (actions: string[]) => actions.map(action => `sagemaker:${action}`);

const CALL_SAGEMAKER: RequestRow[] = [
  ...Object.entries(CALLS).map(([type, actions]): RequestRow => [
    `work with something of the type ${type}`,
    inSageMaker([...actions, ...TAGGING]),
    arn('sagemaker', `${type}/churn`),
  ]),
  ['train on a training plan', inSageMaker(['CreateTrainingJob', 'DescribeTrainingPlan']), arn('sagemaker', 'training-plan/churn')],
  ['train on reserved capacity', inSageMaker(['CreateTrainingJob', 'DescribeReservedCapacity']), arn('sagemaker', 'reserved-capacity/churn')],
  ['list resources', inSageMaker(LISTS), '*'],
];

const CALL_NOTHING_ELSE: RequestRow[] = [
  ['describe a job of another account', 'sagemaker:DescribeTrainingJob', arn('sagemaker', 'training-job/churn', OTHER_ACCOUNT)],
  ['create a job in another region', 'sagemaker:CreateTrainingJob', arn('sagemaker', 'training-job/churn', ACCOUNT, 'us-east-1')],
  ['tag a notebook instance', 'sagemaker:AddTags', arn('sagemaker', 'notebook-instance/of-somebody-else')],
  ['list parts of the API that are not listed', inSageMaker(['ListPipelines', 'ListNotebookInstances', 'ListDomains']), '*'],
];

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

const PUSH = [
  'ecr:BatchDeleteImage', 'ecr:CompleteLayerUpload', 'ecr:CreateRepository', 'ecr:DeleteRepository',
  'ecr:DeleteRepositoryPolicy', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:SetRepositoryPolicy',
  'ecr:UploadLayerPart',
];

const FILE_SYSTEM = arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0');
const VPC_ENDPOINT_PARTS = ['vpc/vpc-0123456789abcdef0', 'route-table/rtb-1', 'security-group/sg-1', 'subnet/subnet-1', 'vpc-endpoint/vpce-1'];

const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** fit() prints logs while it waits. */
const READ_JOB_LOGS = ['TrainingJobs', 'ProcessingJobs', 'TransformJobs', 'Endpoints/churn', 'InferenceComponents/churn'].flatMap((group): RequestRow[] => [
  ['find the logs of its jobs', 'logs:DescribeLogStreams', arn('logs', `log-group:/aws/sagemaker/${group}`)],
  ['read the logs of its jobs', 'logs:GetLogEvents', arn('logs', `log-group:/aws/sagemaker/${group}:log-stream:a`)],
]);

const PASS_NOTHING_ELSE: RequestRow[] = [
  ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
  ['pass a role whose name starts the same', 'iam:PassRole', roleArn('training-admin'), TO_SAGEMAKER],
  ['pass a role to another service', 'iam:PassRole', roleArn('training'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
  ['pass a role without a service', 'iam:PassRole', roleArn('training')],
];

export const NOTEBOOK_INSTANCE_TABLES: RequestTables = [
  {
    name: 'a notebook instance',
    statements: statementsOf((estate, stack) => ({
      roleName: 'notebook',
      notebookInstance: notebookInstance(estate, stack),
    })),
    allowed: [
      ...CALL_SAGEMAKER,
      ...WRITE_LOGS(LOGS, STREAM),
      ...PUT_METRICS(NAMESPACE, 'my-code'),
      ...PULL_IMAGES,
      ...USE_NETWORK,
      ...VOLUME_KEY,
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ...READ_JOB_LOGS,
      ['read metrics', ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'], '*'],
      ['create, find and list its bucket', ['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
      [
        'work on its data',
        ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        object('data', 'lab/churn.csv'),
      ],
      ['decrypt data', 'kms:Decrypt', keyArn('input')],
      ['encrypt data', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['manage its images', PUSH, repository('lab')],
      ['find the layers that it pushes, and pull them', PULL_ACTIONS, repository('lab')],
      ['find the role of its instance', 'sagemaker:DescribeNotebookInstance', arn('sagemaker', 'notebook-instance/churn')],
      ['find the path of its role', 'iam:GetRole', roleArn('notebook')],
      ['pull and push code', ['codecommit:GitPull', 'codecommit:GitPush'], arn('codecommit', 'churn')],
      ['find the mount targets of its file system', 'elasticfilesystem:DescribeMountTargets', FILE_SYSTEM],
      ['find Lustre file systems', 'fsx:DescribeFileSystems', '*'],
      ...VPC_ENDPOINT_PARTS.map((part): RequestRow =>
        ['create a VPC endpoint in its VPC', 'ec2:CreateVpcEndpoint', arn('ec2', part)]),
      ['find route tables', 'ec2:DescribeRouteTables', '*'],
      ['pass its own role', 'iam:PassRole', roleArn('notebook'), TO_SAGEMAKER],
      ['pass a listed role', 'iam:PassRole', roleArn('training'), TO_SAGEMAKER],
    ],
    denied: [
      ...CALL_NOTHING_ELSE,
      ...PASS_NOTHING_ELSE,
      ...NO_OTHER_LOGS(LOGS, STREAM),
      ...NO_OTHER_METRICS,
      ...NO_OTHER_IMAGES.filter(([, action]) => action !== 'ecr:PutImage'),
      ...NO_MORE_NETWORK,
      ...NO_OTHER_VOLUME_KEY,
      ['read another prefix', 's3:GetObject', object('data', 'production/churn.csv')],
      ['delete from another prefix', 's3:DeleteObject', object('data', 'production/churn.csv')],
      ['list another bucket', 's3:ListBucket', bucket('other-data')],
      ['create another bucket', 's3:CreateBucket', bucket('other-data')],
      ['delete its bucket', 's3:DeleteBucket', bucket('data')],
      ['change the policy of its bucket', 's3:PutBucketPolicy', bucket('data')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['manage other images', PUSH, repository('production')],
      ['push to the repository that it pulls from', 'ecr:PutImage', repository('train')],
      ['pull from a repository that is in no option', 'ecr:BatchGetImage', repository('production')],
      ['look up another role', 'iam:GetRole', roleArn('administrator')],
      ['open an instance', 'sagemaker:CreatePresignedNotebookInstanceUrl', arn('sagemaker', 'notebook-instance/churn')],
      ['read the logs of Studio', 'logs:GetLogEvents', arn('logs', `log-group:/aws/sagemaker/studio:log-stream:${STREAM}`)],
      ['push other code', 'codecommit:GitPush', arn('codecommit', 'billing')],
      ['push code in another account', 'codecommit:GitPush', arn('codecommit', 'churn', OTHER_ACCOUNT)],
      ['delete the code', 'codecommit:DeleteRepository', arn('codecommit', 'churn')],
      [
        'find another file system',
        'elasticfilesystem:DescribeMountTargets',
        arn('elasticfilesystem', 'file-system/fs-0fedcba9876543210'),
      ],
      ['create a VPC endpoint in another VPC', 'ec2:CreateVpcEndpoint', arn('ec2', 'vpc/vpc-0fedcba9876543210')],
      ['delete a VPC endpoint', 'ec2:DeleteVpcEndpoints', arn('ec2', 'vpc-endpoint/vpce-1')],
    ],
  },
  {
    name: 'a notebook instance with further parts of the API',
    statements: () => statementsOf(() => ({
      notebookInstance: { apiAccess: FURTHER_API }, policyPlacement: PolicyPlacement.MANAGED,
    }))()
      .filter(({ Sid = '' }) => Sid.startsWith('NotebookInstanceCall')),
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
    name: 'a notebook instance that records its work',
    statements: () => statementsOf(() => ({ notebookInstance: { apiAccess: RECORDS } }))()
      .filter(({ Sid = '' }) => Sid.startsWith('NotebookInstanceRecords')),
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
  {
    name: 'a notebook instance with the whole API and a role without a name',
    statements: statementsOf((_estate, stack) => ({
      notebookInstance: {
        apiAccess: [SageMakerApiAccess.UNRESTRICTED],
        passItself: false,
        passableRoles: [iam.Role.fromRoleName(stack, 'Training', 'training')],
        readMetrics: false,
      },
    })),
    allowed: [
      ...WRITE_LOGS(LOGS, STREAM),
      ...PUT_METRICS(NAMESPACE),
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ...READ_JOB_LOGS,
      [
        'open a notebook instance',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        arn('sagemaker', 'notebook-instance/churn'),
      ],
      ['pass a listed role', 'iam:PassRole', roleArn('training'), TO_SAGEMAKER],
    ],
    denied: [
      ...PASS_NOTHING_ELSE,
      ...NO_OTHER_METRICS,
      ['delete its logs', 'logs:DeleteLogStream', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
    ],
  },
  ...HUB_TABLES,
  ...mlflowClientTables('a notebook instance', [
    ...WRITE_LOGS(LOGS, STREAM),
    ...PUT_METRICS(NAMESPACE),
    ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
  ], mlflow => ({ notebookInstance: { apiAccess: [], passItself: false, readMetrics: false, mlflow } })),
];

function notebookInstance(estate: Estate, stack: Stack): SageMakerNotebookInstanceOptions {
  return {
    data: [estate.folder('data', 'lab/')],
    images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
    imageManagement: [estate.image('lab')],
    codeRepositories: [codecommit.Repository.fromRepositoryName(stack, 'Code', 'churn')],
    passableRoles: [iam.Role.fromRoleName(stack, 'Training', 'training')],
    networkFileSystems: { efs: [fileSystem(stack)], fsx: true },
    vpcEndpoints: {
      vpcs: [ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['a'] })],
    },
    vpc: true,
    inputKeys: [estate.key('input')],
    outputKey: estate.key('output'),
    volumeKey: estate.key('volume'),
    metricNamespaces: ['my-code'],
  };
}

function fileSystem(stack: Stack): efs.IFileSystem {
  return efs.FileSystem.fromFileSystemAttributes(stack, 'FileSystem', {
    fileSystemId: 'fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'SecurityGroup', 'sg-0123456789abcdef0'),
  });
}
