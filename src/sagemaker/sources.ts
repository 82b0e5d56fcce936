import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/sagemaker/latest/dg';

const rolesPage = (anchor: string, appliesTo: string): Source => ({
  url: `${GUIDE}/sagemaker-roles.html#sagemaker-roles-${anchor}`,
  section: `${appliesTo} API: Execution Role Permissions`,
  asOf: '2024-12',
  appliesTo,
});

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
  modelInVpc: {
    url: `${GUIDE}/host-vpc.html`,
    section: 'Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC',
    asOf: '2023-06',
    appliesTo: 'CreateModel with VpcConfig',
  },
  batchTransform: {
    url: `${GUIDE}/batch-vpc.html`,
    section: 'Give Batch Transform Jobs Access to Resources in Your Amazon VPC',
    asOf: '2023-06',
    appliesTo: 'CreateTransformJob, which the role of the model serves',
  },
  asyncInference: {
    url: `${GUIDE}/async-inference-create-endpoint-prerequisites.html`,
    section: 'Prerequisites',
    asOf: '2023-06',
    appliesTo: 'CreateEndpointConfig with AsyncInferenceConfig',
  },
  checkpoints: {
    url: `${GUIDE}/model-checkpoints.html`,
    section: 'Checkpoints in Amazon SageMaker AI',
    asOf: '2024-12',
    appliesTo: 'CreateTrainingJob and CreateHyperParameterTuningJob with CheckpointConfig',
  },
  logGroups: {
    url: `${GUIDE}/logging-cloudwatch.html`,
    section: 'Log groups that SageMaker AI writes',
    asOf: '2024-12',
    appliesTo: 'all workloads',
  },
  confusedDeputy: {
    url: `${GUIDE}/security-confused-deputy-prevention.html`,
    section: 'Cross-Service Confused Deputy Prevention',
    asOf: '2024-12',
    appliesTo: 'the trust policy',
  },
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
