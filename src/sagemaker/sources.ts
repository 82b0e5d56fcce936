import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/sagemaker/latest/dg';

const page = (name: string, section: string, asOf: string, appliesTo: string): Source =>
  ({ url: `${GUIDE}/${name}`, section, asOf, appliesTo });

const rolesPage = (anchor: string, api: string): Source =>
  page(`sagemaker-roles.html#sagemaker-roles-${anchor}`, `${api} API: Execution Role Permissions`, '2024-12', api);

/** Where the permissions come from. The newest text wins over an older one. */
export const SOURCES = {
  trainingJob: rolesPage('createtrainingjob-perms', 'CreateTrainingJob'),
  tuningJob: rolesPage('createhyperparametertiningjob-perms', 'CreateHyperParameterTuningJob'),
  processingJob: rolesPage('createprocessingjob-perms', 'CreateProcessingJob'),
  model: rolesPage('createmodel-perms', 'CreateModel'),
  notebookInstance: rolesPage('createnotebookinstance-perms', 'CreateNotebookInstance'),
  autoMlJob: rolesPage('autopilot-perms', 'CreateAutoMLJob and CreateAutoMLJobV2'),
  domain: rolesPage('createdomain-perms', 'CreateDomain'),
  image: rolesPage('createimage-perms', 'CreateImage and UpdateImage'),
  featureStore: page('security-iam-awsmanpol-feature-store.html', 'AWS managed policy: AmazonSageMakerFeatureStoreAccess',
    '2022-12-05', 'CreateFeatureGroup with OfflineStoreConfig'),
  featureStoreKeys: page('feature-store-security.html', 'Using AWS KMS permissions for Amazon SageMaker Feature Store',
    '2023-06', 'CreateFeatureGroup with customer managed keys, and its callers'),
  hubs: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SageMakerStudioProjectRoleMachineLearningPolicy.html',
    section: 'SageMakerStudioProjectRoleMachineLearningPolicy, version 42',
    asOf: '2026-08-11',
    appliesTo: 'users of SageMaker JumpStart and hubs',
  },
  mlflow: page('mlflow-create-tracking-server-iam.html', 'Set up IAM permissions for MLflow',
    '2024-06', 'CreateMlflowTrackingServer and CreateMlflowApp, and their clients'),
  mlflowApp: page('mlflow-app-setup-prerequisites-iam.html', 'Set up IAM permissions for MLflow Apps',
    '2025-12', 'clients of MLflow apps'),
  mlflowRegistration: page('mlflow-track-experiments-model-registration.html',
    'Automatically register SageMaker AI models with SageMaker Model Registry', '2026-06',
    'MLflow servers and apps that register models'),
  modelInVpc: page('host-vpc.html', 'Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC',
    '2023-06', 'CreateModel with VpcConfig'),
  batchTransform: page('batch-vpc.html', 'Give Batch Transform Jobs Access to Resources in Your Amazon VPC',
    '2023-06', 'CreateTransformJob, which the role of the model serves'),
  asyncInference: page('async-inference-create-endpoint-prerequisites.html', 'Prerequisites',
    '2023-06', 'CreateEndpointConfig with AsyncInferenceConfig'),
  remoteDebug: page('train-remote-debugging.html',
    'Access a training container through AWS Systems Manager for remote debugging', '2025-08',
    'CreateTrainingJob with RemoteDebugConfig'),
  spark: page('use-spark-processing-container.html', 'Data processing with Apache Spark', '2023-06',
    'CreateProcessingJob with the image of Spark'),
  modelMonitor: page('model-monitor-interpreting-cloudwatch.html', 'CloudWatch metrics',
    '2023-06', 'CreateMonitoringSchedule, whose processing jobs publish metrics'),
  clarify: page('clarify-vpc.html', 'Give Amazon SageMaker Clarify jobs access to resources in your Amazon VPC',
    '2025-08', 'CreateProcessingJob with the image of SageMaker Clarify'),
  dataCapture: page('model-monitor-data-capture-endpoint.html', 'Capture data from real-time endpoint',
    '2023-06', 'CreateEndpointConfig and CreateTransformJob with a configuration of data capture'),
  checkpoints: page('model-checkpoints.html', 'Checkpoints in Amazon SageMaker AI',
    '2024-12', 'CreateTrainingJob and CreateHyperParameterTuningJob with CheckpointConfig'),
  logGroups: page('logging-cloudwatch.html', 'Log groups that SageMaker AI writes', '2024-12', 'all workloads'),
  confusedDeputy: page('security-confused-deputy-prevention.html', 'Cross-Service Confused Deputy Prevention',
    '2024-12', 'the trust policy'),
  authorization: {
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    section: 'Actions, resources, and condition keys for Amazon SageMaker',
    asOf: '2026-09-26',
    appliesTo: 'the SageMaker API that a notebook calls',
  },
  pythonSdk: {
    url: 'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/helper/iam_policies.py',
    section: 'the permissions that the SDK checks and grants',
    asOf: '2026-08-21',
    appliesTo: 'SageMaker Python SDK v3',
  },
} satisfies Record<string, Source>;
