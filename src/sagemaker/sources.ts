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
  studioSpaces: page('studio-updated-jl-admin-guide-permissions.html', 'Give your users access to spaces',
    '2025-07', 'apps and spaces of Studio'),
  studioRemoteAccess: page('remote-access-remote-setup.html', 'Method 1: Deep link permissions',
    '2025-11', 'StartSession from a local editor'),
  fullAccess: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerFullAccess.html',
    section: 'version 29',
    asOf: '2026-02-12',
    appliesTo: 'users of Studio and notebook instances',
  },
  image: rolesPage('createimage-perms', 'CreateImage and UpdateImage'),
  modelInVpc: page('host-vpc.html', 'Give SageMaker AI Hosted Endpoints Access to Resources in Your Amazon VPC',
    '2023-06', 'CreateModel with VpcConfig'),
  batchTransform: page('batch-vpc.html', 'Give Batch Transform Jobs Access to Resources in Your Amazon VPC',
    '2023-06', 'CreateTransformJob, which the role of the model serves'),
  asyncInference: page('async-inference-create-endpoint-prerequisites.html', 'Prerequisites',
    '2023-06', 'CreateEndpointConfig with AsyncInferenceConfig'),
  checkpoints: page('model-checkpoints.html', 'Checkpoints in Amazon SageMaker AI',
    '2024-12', 'CreateTrainingJob and CreateHyperParameterTuningJob with CheckpointConfig'),
  pipelineRole: page('build-and-manage-access.html#build-and-manage-role-permissions', 'Pipeline Role Permissions',
    '2023-06', 'CreatePipeline and UpdatePipeline'),
  pipelineSteps: page('build-and-manage-steps-types.html', 'Pipelines steps: deploy model, EMR', '2024-12',
    'pipelines with these steps'),
  pipelineIntegrations: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerPipelinesIntegrations.html',
    section: 'AmazonSageMakerPipelinesIntegrations, version 3',
    asOf: '2023-02-17',
    appliesTo: 'pipelines with Lambda, callback and EMR steps',
  },
  hyperPod: page('sagemaker-hyperpod-prerequisites-iam.html#sagemaker-hyperpod-prerequisites-iam-role-for-hyperpod',
    'IAM role for SageMaker HyperPod', '2025-07', 'nodes of HyperPod clusters'),
  hyperPodPolicy: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerClusterInstanceRolePolicy.html',
    section: 'AmazonSageMakerClusterInstanceRolePolicy, version 1',
    asOf: '2023-11-29',
    appliesTo: 'nodes of HyperPod clusters',
  },
  hyperPodKeys: page('smcluster-cmk.html', 'Customer managed AWS KMS key encryption for SageMaker HyperPod: Permissions',
    '2025-08', 'nodes of HyperPod clusters with encrypted volumes'),
  hyperPodFsx: {
    url: 'https://github.com/awslabs/awsome-distributed-ai/pull/1202',
    section: 'Grant fsx:DescribeFileSystems to the SageMaker HyperPod execution role',
    asOf: '2026-07-20',
    appliesTo: 'the lifecycle scripts of AWS with Amazon FSx for Lustre and EFA',
  },
  vpcCni: {
    url: 'https://github.com/aws/amazon-vpc-cni-k8s/pull/3874',
    section: 'Use sagemaker:AttachClusterNodeNetworkInterface api for HyperPod nodes',
    asOf: '2026-09-11',
    appliesTo: 'the network add-on of Amazon EKS on nodes of HyperPod',
  },
  hyperPodKarpenter: page('sagemaker-hyperpod-eks-autoscaling-iam.html',
    'Create an IAM role for HyperPod autoscaling with Karpenter', '2025-09', 'HyperPod clusters with Karpenter'),
  logGroups: page('logging-cloudwatch.html', 'Log groups that SageMaker AI writes', '2024-12', 'all workloads'),
  sourceIdentity: page('monitor-user-access-how-to.html', 'Turn on sourceIdentity in CloudTrail logs',
    '2025-07', 'domains with ExecutionRoleIdentityConfig, and the roles that their users pass'),
  confusedDeputy: page('security-confused-deputy-prevention.html', 'Cross-Service Confused Deputy Prevention',
    '2024-12', 'the trust policy'),
  authorization: {
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
    section: 'Actions, resources, and condition keys for Amazon SageMaker',
    asOf: '2026-09-26',
    appliesTo: 'the SageMaker API that a notebook calls',
  },
  apiPermissions: page('api-permissions-reference.html',
    'Amazon SageMaker AI API Permissions: Actions, Permissions, and Resources Reference', '2024-12',
    'callers of the SageMaker API'),
  conditionsOfUsers: page('security_iam_id-based-policy-examples.html#sagemaker-condition-examples',
    'Control creation of SageMaker AI resources with condition keys', '2024-12', 'callers of the SageMaker API'),
  tagsOfUsers: page('security_iam_id-based-policy-examples.html#grant-tagging-permissions',
    'Provide permissions for tagging SageMaker AI resources', '2024-12', 'callers of the SageMaker API'),
  pythonSdk: {
    url: 'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/helper/iam_policies.py',
    section: 'the permissions that the SDK checks and grants',
    asOf: '2026-08-21',
    appliesTo: 'SageMaker Python SDK v3',
  },
} satisfies Record<string, Source>;
