import {
  attackers, CLOSED, ENDPOINT, EVIL_JOB, inNamespace, logGroup, logStream, MODEL, NOTEBOOK, OF_OTHER_USERS, PIPELINE,
  repository, roleOf, sagemaker, SDK_BUCKET, TO_SAGEMAKER,
} from './fixtures';
import {
  ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRoleProps, SageMakerNotebookInstanceOptions,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable } from '../attack';
import {
  ADMIN, arn, FILE_SYSTEM, FOR_AWS, iamArn, INSTANCE, INTERFACE, keyOf, OF_ANOTHER_ACCOUNT, passedTo, s3Arn,
} from '../resources';

const TRAINING_JOB = sagemaker('training-job/payments');
const EVIL_MODEL = sagemaker('model/evil');
const EVIL_CONFIG = sagemaker('endpoint-config/evil');
const EVIL_COMPONENT = sagemaker('inference-component/evil');
const EXPERIMENT = sagemaker('experiment/payments');
const FEATURES = sagemaker('feature-group/payments');
const PACKAGE = sagemaker('model-package/payments/7');
const CODE = arn('codecommit', 'lab');
const VPC_ENDPOINT = arn('ec2', 'vpc-endpoint/vpce-0fedcba9876543210');
const ROUTE_TABLE = arn('ec2', 'route-table/rtb-0fedcba9876543210');
const PAYROLL = s3Arn('payroll/salaries');
const OF_MODEL = { 'sagemaker:ModelArn': MODEL };
const TRAIN = iamArn('role/train');

/** The roles of a model and of a job of others, with the data that a user of a notebook is after. */
const OTHERS = {
  model: roleOf(() => ({
    model: {
      batchTransform: { inputs: [S3Location.uri('s3://payroll/')], outputs: [S3Location.uri('s3://payroll/out/')] },
    },
  }), 'Model'),
  job: roleOf(given => ({
    trainingJob: {
      inputs: [S3Location.bucket(given.bucket('payroll'))],
      outputs: [S3Location.bucket(given.bucket('payroll'))],
      images: [ImageSource.repository(given.repository('own')), ImageSource.repository(given.repository('team'))],
    },
  }), 'Job'),
};

const DEFAULT: readonly Attack[] = [
  ['data of a job of others, by its profiling', 'trainingRoles', ['sagemaker:UpdateTrainingJob', TRAINING_JOB],
    ['s3:GetObject', PAYROLL, {}, 'job']],
  ['a training container of others, by remote debugging', 2,
    ['sagemaker:UpdateTrainingJob', TRAINING_JOB, { 'sagemaker:EnableRemoteDebug': 'true' }],
    ['ssm:StartSession', INSTANCE]],
  ['data of a model of others, by a transform job', 'transforms',
    ['sagemaker:CreateTransformJob', sagemaker('transform-job/evil'), OF_MODEL], ['s3:GetObject', PAYROLL, {}, 'model'],
    ['s3:PutObject', s3Arn('payroll/out/x'), {}, 'model']],
  ['data of a model of others, by an endpoint', 'endpoints', ['sagemaker:CreateEndpointConfig', EVIL_CONFIG, OF_MODEL],
    ['sagemaker:CreateEndpoint', sagemaker('endpoint/evil')], ['s3:GetObject', PAYROLL, {}, 'model']],
  ['the role of an endpoint of others, by a container', 'endpoints',
    ['sagemaker:CreateInferenceComponent', EVIL_COMPONENT],
    ['sagemaker:CreateInferenceComponent', ENDPOINT], ['s3:GetObject', PAYROLL, {}, 'model']],
  ['the role of an endpoint of others, by another image', 'endpoints',
    ['sagemaker:UpdateInferenceComponent', sagemaker('inference-component/payments')],
    ['s3:GetObject', PAYROLL, {}, 'model']],
  ['requests of others, by another model', 'endpoints', ['sagemaker:CreateModel', EVIL_MODEL],
    ['sagemaker:CreateEndpointConfig', EVIL_CONFIG], ['sagemaker:UpdateEndpoint', ENDPOINT]],
  ['answers of endpoints of others', 'endpoints', ['sagemaker:InvokeEndpoint', ENDPOINT]],
  ['the end of endpoints of others', 'endpoints', ['sagemaker:DeleteEndpoint', ENDPOINT],
    ['sagemaker:DeleteInferenceComponent', sagemaker('inference-component/payments')]],
  ['models of others', 'models', ['sagemaker:DescribeModel', MODEL], ['sagemaker:DeleteModel', MODEL]],
  ['the role of others in a model', 2, ['sagemaker:CreateModel', EVIL_MODEL], ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
  ['training jobs of others', 'jobs', ['sagemaker:StopTrainingJob', TRAINING_JOB],
    ['sagemaker:DeleteTrainingJob', TRAINING_JOB]],
  ['tuning jobs of others', 'jobs',
    ['sagemaker:StopHyperParameterTuningJob', sagemaker('hyper-parameter-tuning-job/payments')]],
  ['processing jobs of others', 'jobs', ['sagemaker:StopProcessingJob', sagemaker('processing-job/payments')]],
  ['AutoML jobs of others', 'jobs', ['sagemaker:StopAutoMLJob', sagemaker('automl-job/payments')]],
  ['transform jobs of others', 'transforms', ['sagemaker:StopTransformJob', sagemaker('transform-job/payments')]],
  ['tags of jobs and endpoints', 'tags', ['sagemaker:AddTags', TRAINING_JOB], ['sagemaker:AddTags', ENDPOINT]],
  ['tags of endpoints, to remove them', 'tags', ['sagemaker:DeleteTags', ENDPOINT]],
  ['settings of notebooks of others', 'readLogs', ['sagemaker:DescribeNotebookInstance', NOTEBOOK]],
  ['logs of jobs of others', 'readLogs', ['logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ['metrics of others', 'readLogs', ['cloudwatch:GetMetricData', '*']],
  ['logs of other programs', 1, ['logs:GetLogEvents', logStream('/payments')]],
  ['false logs of jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ['false logs of notebooks', 'jobLogs', ['logs:CreateLogGroup', logGroup('/aws/sagemaker/NotebookInstances')],
    ['logs:PutLogEvents', logStream('/aws/sagemaker/NotebookInstances')]],
  ['false metrics', 'metrics', ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Endpoints')]],
  ['metrics of other programs', 1, ['cloudwatch:PutMetricData', '*', inNamespace('Payments')]],
  ['pipelines of others', 1, ['sagemaker:UpdatePipeline', PIPELINE], ['sagemaker:StartPipelineExecution', PIPELINE]],
  ['experiments of others', 1, ['sagemaker:DeleteExperiment', EXPERIMENT]],
  ['settings of all work', 1, ['sagemaker:Search', '*']],
  ['features of others', 1, ['sagemaker:PutRecord', FEATURES]],
  ['packages of others', 1, ['sagemaker:UpdateModelPackage', PACKAGE]],
  ['clusters of others', 1, ['sagemaker:UpdateClusterSoftware', sagemaker('cluster/payments')]],
  ['files', 1, ['elasticfilesystem:ClientMount', FILE_SYSTEM]],
  ['the network of others', 1, ['ec2:CreateNetworkInterface', INTERFACE]],
];

const OPTIONS = (given: Fixtures): SageMakerNotebookInstanceOptions => ({
  apiAccess: [SageMakerApiAccess.TRAINING_JOBS],
  data: [S3Location.prefix(given.bucket('data'), 'lab/'), S3Location.sageMakerDefaultBucket()],
  images: [ImageSource.repository(given.repository('train'))],
  readOnlyData: [S3Location.prefix(given.bucket('archive'), '2024/')],
  pushableImages: [ImageSource.repository(given.repository('team'))],
  imageManagement: [ImageSource.repository(given.repository('own'))],
  codeRepositories: [given.codeRepository('lab')],
  readOnlyCodeRepositories: [given.codeRepository('library')],
  stoppableInstances: ['lab'],
  passItself: false,
  passableRoles: [given.role('train')],
  networkFileSystems: { efs: [given.fileSystem('home')], fsx: true },
  vpcEndpoints: { vpcs: [given.vpc('lab')] },
  inputKeys: [given.key('inputs')],
  volumeKey: given.key('volumes'),
  vpc: true,
});

const ofParts = (...apiAccess: SageMakerApiAccess[]) => (): SageMakerExecutionRoleProps =>
  ({ notebookInstance: { apiAccess } });

export const NOTEBOOK_ATTACKS: readonly AttackTable[] = [
  attackers('a user of a SageMaker notebook', () => ({ notebookInstance: {} }),
    [...CLOSED, ...OF_OTHER_USERS, ...DEFAULT], OTHERS),
  attackers('a user of a SageMaker notebook without the API', ofParts(), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ['a job', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
    ['jobs of others', 1, ['sagemaker:StopTrainingJob', TRAINING_JOB]],
    ['models of others', 1, ['sagemaker:CreateTransformJob', sagemaker('transform-job/evil'), OF_MODEL]],
    ['endpoints of others', 1, ['sagemaker:UpdateEndpoint', ENDPOINT]],
    ['tags', 1, ['sagemaker:AddTags', ENDPOINT]],
    ['logs of jobs of others', 1, ['logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ]),
  attackers('a user of a SageMaker notebook with every option', given => ({ notebookInstance: OPTIONS(given) }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ['a listed role', 'passableRoles', ['iam:PassRole', TRAIN, TO_SAGEMAKER],
      ['sagemaker:CreateTrainingJob', EVIL_JOB]],
    ['a listed role on a function', 1, ['iam:PassRole', TRAIN, passedTo('lambda.amazonaws.com')]],
    ['a role with a similar name', 1, ['iam:PassRole', iamArn('role/train-admin'), TO_SAGEMAKER]],
    ['data of others, by an image that their job runs', 'images', ['ecr:PutImage', repository('own')],
      ['ecr:BatchGetImage', repository('own'), {}, 'job'], ['s3:GetObject', PAYROLL, {}, 'job']],
    ['data of others, by an image that it pushes', 'images', ['ecr:PutImage', repository('team')],
      ['ecr:BatchGetImage', repository('team'), {}, 'job'], ['s3:GetObject', PAYROLL, {}, 'job']],
    ['a pushed image for another account', 1, ['ecr:SetRepositoryPolicy', repository('team')]],
    ['the end of images', 1, ['ecr:BatchDeleteImage', repository('team')]],
    ['data that it only reads', 1, ['s3:PutObject', s3Arn('archive/2024/x')]],
    ['code that it only pulls', 1, ['codecommit:GitPush', arn('codecommit', 'library')]],
    ['the end of work in the listed notebooks', 'stops', ['sagemaker:StopNotebookInstance', sagemaker('notebook-instance/lab')]],
    ['the end of work in notebooks of others', 1, ['sagemaker:StopNotebookInstance', NOTEBOOK]],
    ['an image for another account', 'images', ['ecr:SetRepositoryPolicy', repository('own')]],
    ['the end of a repository', 'images', ['ecr:DeleteRepository', repository('own')],
      ['ecr:CreateRepository', repository('own')]],
    ['an image that it only runs', 1, ['ecr:PutImage', repository('train')]],
    ['another repository', 1, ['ecr:CreateRepository', repository('evil')]],
    ['images of others with a similar name', 1, ['ecr:PutImage', repository('own-payments')]],
    ['code of others', 'code', ['codecommit:GitPush', CODE]],
    ['the end of code', 1, ['codecommit:DeleteRepository', CODE]],
    ['code of other repositories', 1, ['codecommit:GitPull', arn('codecommit', 'lab-payments')]],
    ['data and models of others', 'data', ['s3:GetObject', s3Arn('data/lab/ann/x')],
      ['s3:PutObject', s3Arn('data/lab/ann/x')],
      ['s3:DeleteObject', s3Arn('data/lab/ann/x')]],
    ['data outside of its prefix', 1, ['s3:GetObject', s3Arn('data/private/x')]],
    ['code from a bucket of another account', 'sdkBucket',
      ['s3:GetObject', s3Arn(`${SDK_BUCKET}/code.tar.gz`), OF_ANOTHER_ACCOUNT],
      ['s3:PutObject', s3Arn(`${SDK_BUCKET}/data`), OF_ANOTHER_ACCOUNT]],
    ['the end of buckets', 1, ['s3:DeleteBucket', s3Arn('data')]],
    ['other buckets', 1, ['s3:CreateBucket', s3Arn('evil')]],
    ['traffic of the VPC', 'vpcEndpoints', ['ec2:CreateVpcEndpoint', arn('ec2', 'vpc/vpc-0123456789abcdef0')],
      ['ec2:CreateVpcEndpoint', VPC_ENDPOINT, { 'ec2:VpceServiceOwner': '999988887777' }],
      ['ec2:CreateVpcEndpoint', ROUTE_TABLE]],
    ['traffic of another VPC', 2, ['ec2:CreateVpcEndpoint', ROUTE_TABLE],
      ['ec2:CreateVpcEndpoint', arn('ec2', 'vpc/vpc-0fedcba9876543210')]],
    ['endpoints of others', 1, ['ec2:ModifyVpcEndpoint', VPC_ENDPOINT]],
    ['routes', 1, ['ec2:CreateRoute', ROUTE_TABLE]],
    ['files of others', 1,
      ['elasticfilesystem:ClientMount', arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0')]],
    ['what the keys encrypt elsewhere', 'keys', ['kms:Decrypt', keyOf('inputs')],
      ['kms:CreateGrant', keyOf('volumes'), FOR_AWS]],
    ['the key of volumes, for itself', 1, ['kms:CreateGrant', keyOf('volumes')]],
    ['the network of others', 'network', ['ec2:CreateNetworkInterface', INTERFACE],
      ['ec2:DeleteNetworkInterface', INTERFACE]],
    ['models of others', 1, ['sagemaker:CreateTransformJob', sagemaker('transform-job/evil'), OF_MODEL]],
  ], OTHERS),
  attackers('a user of a SageMaker notebook who manages all images', () => ({
    notebookInstance: { apiAccess: [], imageManagement: [ImageSource.anyRepository()] },
  }), [
    ['images of others', 'anyRepository', ['ecr:PutImage', repository('payments')],
      ['ecr:SetRepositoryPolicy', repository('payments')]],
  ]),
  attackers('a user of SageMaker pipelines', ofParts(SageMakerApiAccess.PIPELINES), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ['the role of a pipeline of others, by other steps', 'pipelines', ['sagemaker:UpdatePipeline', PIPELINE],
      ['sagemaker:StartPipelineExecution', PIPELINE], ['s3:GetObject', PAYROLL, {}, 'job']],
    ['the role of a pipeline of others, by other parameters', 'pipelines',
      ['sagemaker:StartPipelineExecution', PIPELINE],
      ['s3:GetObject', PAYROLL, {}, 'job']],
    ['an answer to a callback of a pipeline of others', 'pipelines',
      ['sagemaker:SendPipelineExecutionStepSuccess', sagemaker('pipeline/payments/execution/1')]],
    ['the end of pipelines of others', 'pipelines', ['sagemaker:DeletePipeline', PIPELINE]],
    ['a role of others in a new pipeline', 2, ['sagemaker:CreatePipeline', sagemaker('pipeline/evil')],
      ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
    ['jobs of others', 1, ['sagemaker:StopTrainingJob', TRAINING_JOB]],
  ], OTHERS),
  attackers('a user of SageMaker experiments', ofParts(SageMakerApiAccess.EXPERIMENTS), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ['experiments of others', 'experiments', ['sagemaker:UpdateExperiment', EXPERIMENT],
      ['sagemaker:DeleteExperiment', EXPERIMENT]],
    ['metrics of trials of others', 'experiments',
      ['sagemaker:BatchPutMetrics', sagemaker('experiment-trial-component/payments')]],
    ['settings of all work', 'experiments', ['sagemaker:Search', '*']],
    ['jobs of others', 1, ['sagemaker:StopTrainingJob', TRAINING_JOB]],
    ['tags of jobs of others', 1, ['sagemaker:AddTags', TRAINING_JOB]],
  ]),
  attackers('a user of SageMaker lineage and Model Monitor',
    ofParts(SageMakerApiAccess.LINEAGE, SageMakerApiAccess.MODEL_MONITORING), [
      ...CLOSED,
      ...OF_OTHER_USERS,
      ['the lineage of models of others', 'lineage', ['sagemaker:UpdateArtifact', sagemaker('artifact/payments')],
        ['sagemaker:DeleteAssociation', sagemaker('artifact/payments')]],
      ['who reads lineage from other accounts', 1, ['sagemaker:PutLineageGroupPolicy', '*']],
      ['the alerts of others', 'monitoring', ['sagemaker:StopMonitoringSchedule', sagemaker('monitoring-schedule/payments')],
        ['sagemaker:UpdateMonitoringAlert', sagemaker('monitoring-schedule/payments/alert/drift')]],
      ['the role of a job definition of others', 'monitoring',
        ['sagemaker:CreateMonitoringSchedule', sagemaker('monitoring-schedule/evil')],
        ['s3:GetObject', PAYROLL, {}, 'job']],
      ['a role of others in a new job definition', 2,
        ['sagemaker:CreateDataQualityJobDefinition', sagemaker('data-quality-job-definition/evil')],
        ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
    ], OTHERS),
  attackers('a user of the SageMaker feature store and registry',
    ofParts(SageMakerApiAccess.FEATURE_STORE, SageMakerApiAccess.MODEL_REGISTRY), [
      ...CLOSED,
      ...OF_OTHER_USERS,
      ['features of others', 'features', ['sagemaker:GetRecord', FEATURES], ['sagemaker:PutRecord', FEATURES],
        ['sagemaker:DeleteFeatureGroup', FEATURES]],
      ['what others deploy', 'registry', ['sagemaker:CreateModelPackage', PACKAGE],
        ['sagemaker:UpdateModelPackage', PACKAGE, { 'sagemaker:ModelApprovalStatus': 'Approved' }]],
      ['the end of packages of others', 'registry', ['sagemaker:DeleteModelPackage', PACKAGE]],
      ['models of others', 1, ['sagemaker:DeleteModel', MODEL]],
    ]),
  attackers('a user of the unrestricted SageMaker API', ofParts(SageMakerApiAccess.UNRESTRICTED), [
    ...CLOSED,
    ['the notebook of others, by a link', 'unrestricted', ['sagemaker:CreatePresignedNotebookInstanceUrl', NOTEBOOK]],
    ['the notebook of others, by a script', 'unrestricted',
      ['sagemaker:UpdateNotebookInstanceLifecycleConfig', sagemaker('notebook-instance-lifecycle-config/payments')],
      ['sagemaker:StopNotebookInstance', NOTEBOOK], ['sagemaker:StartNotebookInstance', NOTEBOOK]],
    ['the apps of others', 'unrestricted',
      ['sagemaker:CreatePresignedDomainUrl', sagemaker('user-profile/d-0123/ann')]],
    ['packages for another account', 'unrestricted',
      ['sagemaker:PutModelPackageGroupPolicy', sagemaker('model-package-group/payments')]],
    ['a notebook with a role of others', 2, ['sagemaker:CreateNotebookInstance', sagemaker('notebook-instance/evil')],
      ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
  ]),
  attackers('a user of SageMaker actions that lead to others', ofParts(
    SageMakerApiAccess.of('Links', {
      actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'], resourceTypes: ['notebook-instance'],
    })), [
    ['the notebook of others, by a link', 'unrestricted', ['sagemaker:CreatePresignedNotebookInstanceUrl', NOTEBOOK]],
    ['the notebook of others, by a script', 1, ['sagemaker:UpdateNotebookInstance', NOTEBOOK]],
  ]),
];
