import { ENDPOINT, EVIL_JOB, logGroup, logStream, MODEL, NOTEBOOK, PIPELINE, roleOf, sagemaker, TO_SAGEMAKER } from './fixtures';
import {
  S3Location, SageMakerApiAccess, SageMakerJobType, SageMakerUserPolicy, SageMakerUserPolicyProps,
} from '../../../src';
import { everyRequirement } from '../../sagemaker/grid/users';
import { Fixtures } from '../../support/given';
import { Attack, AttackTable, ReachTable } from '../attack';
import { ADMIN, arn, iamArn, keyOf, passedTo, s3Arn } from '../resources';

type Props = (given: Fixtures) => SageMakerUserPolicyProps;

function callers(
  attacker: string, props: Props, attacks: readonly Attack[], others: AttackTable['others'] = {},
): AttackTable {
  return {
    construct: 'SageMakerUserPolicy',
    attacker,
    others,
    attacks,
    build: (stack, given) => new SageMakerUserPolicy(stack, 'Users', props(given)),
  };
}

const TRAIN = iamArn('role/train');
const PAYROLL = s3Arn('payroll/salaries');
const OF_MODEL = { 'sagemaker:ModelArn': MODEL };
const JOBS = ['training-job', 'hyper-parameter-tuning-job', 'processing-job', 'automl-job'];
const CREATIONS = ['CreateTrainingJob', 'CreateHyperParameterTuningJob', 'CreateProcessingJob', 'CreateAutoMLJob'];
const job = (name: string, type = 'training-job') => sagemaker(`${type}/${name}`);
const PACKAGE = sagemaker('model-package/payments/7');
const OWN_PACKAGE = sagemaker('model-package/churn/7');
const PROFILE = sagemaker('user-profile/d-0123/ann');
const OF_TEAM = { 'aws:RequestTag/team': 'churn' };
const TAGGED_CHURN = { 'aws:ResourceTag/team': 'churn' };
const TAGGED = { 'aws:ResourceTag/team': 'payments' };

/** A job that meets all requirements. */
const MEETS_ALL = {
  ...OF_TEAM,
  'sagemaker:VpcSubnets': ['subnet-0123456789abcdef0'],
  'sagemaker:VpcSecurityGroupIds': ['sg-0123456789abcdef0'],
  'sagemaker:VolumeKmsKeyArn': keyOf('volumes'),
  'sagemaker:OutputKmsKeyArn': keyOf('outputs'),
  'sagemaker:NetworkIsolation': 'true',
  'sagemaker:InterContainerTrafficEncryption': 'true',
  'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
};

/** The role of a model of others. */
const OTHERS = {
  model: roleOf(() => ({
    model: { batchTransform: { inputs: [S3Location.uri('s3://payroll/')], outputs: [S3Location.uri('s3://payroll/out/')] } },
  }), 'Model'),
};

/** What no caller gets. */
const CLOSED: readonly Attack[] = [
  ['a role of others in a job', 1, ['iam:PassRole', ADMIN, TO_SAGEMAKER], ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ['a listed role on a function', 1, ['iam:PassRole', TRAIN, passedTo('lambda.amazonaws.com')]],
  ['a role with a similar name', 1, ['iam:PassRole', iamArn('role/train-admin'), TO_SAGEMAKER]],
  ['the notebook of others, by a link', 1, ['sagemaker:CreatePresignedNotebookInstanceUrl', NOTEBOOK]],
  ['the notebook of others, by a script', 1, ['sagemaker:UpdateNotebookInstance', NOTEBOOK]],
  ['the apps of others, by a link', 1, ['sagemaker:CreatePresignedDomainUrl', PROFILE]],
  ['the apps of others, by their settings', 1, ['sagemaker:UpdateUserProfile', PROFILE]],
  ['clusters of others', 1, ['sagemaker:UpdateClusterSoftware', sagemaker('cluster/payments')]],
  ['jobs and endpoints of others, by tags on them', 1, ['sagemaker:AddTags', job('payments')]],
  ['endpoints of others, by tags on them', 1, ['sagemaker:AddTags', ENDPOINT]],
  ['the settings of all work', 1, ['sagemaker:Search', '*']],
  ['packages for another account', 1, ['sagemaker:PutModelPackageGroupPolicy', sagemaker('model-package-group/payments')]],
  ['data of others', 1, ['s3:GetObject', PAYROLL]],
  ['logs of other programs', 1, ['logs:GetLogEvents', logStream('/payments')]],
];

const startsOwn = (role = 'userRoles'): readonly Attack[] => JOBS.map((type, index): Attack =>
  [`a listed role in a job of the type ${type}`, role, ['iam:PassRole', TRAIN, TO_SAGEMAKER], [`sagemaker:${CREATIONS[index]}`, job('churn-evil', type)]]);

const ALL_TYPES = Object.values(SageMakerJobType);

export const USER_ATTACKS: readonly AttackTable[] = [
  callers('a caller who starts all jobs', given => ({
    jobs: { types: ALL_TYPES }, deployment: {}, passableRoles: [given.role('train')], readLogs: true, readMetrics: true,
  }), [
    ...CLOSED,
    ...startsOwn(),
    ['data of a job of others, by its profiling', 'userJobs', ['sagemaker:UpdateTrainingJob', job('payments')]],
    ['the end of training jobs of others', 'userJobs', ['sagemaker:StopTrainingJob', job('payments')],
      ['sagemaker:DeleteTrainingJob', job('payments')]],
    ['the end of tuning jobs of others', 'userJobs',
      ['sagemaker:StopHyperParameterTuningJob', job('payments', 'hyper-parameter-tuning-job')]],
    ['the end of processing jobs of others', 'userJobs', ['sagemaker:StopProcessingJob', job('payments', 'processing-job')]],
    ['the end of transform jobs of others', 'userJobs', ['sagemaker:StopTransformJob', job('payments', 'transform-job')]],
    ['the end of AutoML jobs of others', 'userJobs', ['sagemaker:StopAutoMLJob', job('payments', 'automl-job')]],
    ['capacity of others', 'userCapacity', ['sagemaker:CreateTrainingJob', sagemaker('training-plan/payments')]],
    ['reserved capacity of others', 'userCapacity', ['sagemaker:CreateTrainingJob', sagemaker('reserved-capacity/payments')]],
    ['data of a model of others, by a transform job', 'userModels', ['sagemaker:CreateTransformJob', job('evil', 'transform-job'), OF_MODEL],
      ['s3:GetObject', PAYROLL, {}, 'model'], ['s3:PutObject', s3Arn('payroll/out/x'), {}, 'model']],
    ['data of a model of others, by an endpoint', 'userModels', ['sagemaker:CreateEndpointConfig', job('evil', 'endpoint-config'), OF_MODEL],
      ['sagemaker:CreateEndpoint', job('evil', 'endpoint')], ['s3:GetObject', PAYROLL, {}, 'model']],
    ['requests of others, by another model', 'userDeployments', ['sagemaker:CreateModel', job('evil', 'model')],
      ['sagemaker:CreateEndpointConfig', job('evil', 'endpoint-config')], ['sagemaker:UpdateEndpoint', ENDPOINT]],
    ['the role of an endpoint of others, by a container', 'userDeployments',
      ['sagemaker:CreateInferenceComponent', job('evil', 'inference-component')], ['sagemaker:CreateInferenceComponent', ENDPOINT],
      ['sagemaker:UpdateInferenceComponent', job('payments', 'inference-component')]],
    ['the end of endpoints and models of others', 'userDeployments', ['sagemaker:DeleteEndpoint', ENDPOINT],
      ['sagemaker:DeleteModel', MODEL]],
    ['answers of endpoints of others', 1, ['sagemaker:InvokeEndpoint', ENDPOINT]],
    ['logs of jobs of others', 'userLogs', ['logs:FilterLogEvents', logGroup('/aws/sagemaker/TrainingJobs')],
      ['logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
    ['metrics of others', 'userLogs', ['cloudwatch:GetMetricData', '*']],
  ], OTHERS),
  callers('a caller of jobs and endpoints with names', given => ({
    jobs: { types: ALL_TYPES, names: ['churn-*'] },
    deployment: { names: ['churn-*'] },
    invocation: { endpoints: ['churn-*'] },
    passableRoles: [given.role('train')],
    readLogs: true,
  }), [
    ...CLOSED,
    ...startsOwn(),
    ['training jobs of others', 1, ['sagemaker:UpdateTrainingJob', job('payments')]],
    ['data of a model of others, by a transform job', 1, ['sagemaker:CreateTransformJob', job('churn-evil', 'transform-job'), OF_MODEL]],
    ['data of a model of others, by an endpoint', 1, ['sagemaker:CreateEndpointConfig', job('churn-evil', 'endpoint-config'), OF_MODEL]],
    ['a model of others, by a component', 1, ['sagemaker:CreateInferenceComponent', job('churn-evil', 'inference-component'), OF_MODEL]],
    ['requests of others, by another model', 1, ['sagemaker:UpdateEndpoint', ENDPOINT]],
    ['a model of others, by an update of a component', 'userComponents',
      ['sagemaker:UpdateInferenceComponent', job('churn-evil', 'inference-component')]],
    ['the role of an endpoint of others, by a container', 2, ['sagemaker:CreateInferenceComponent', job('churn-evil', 'inference-component')],
      ['sagemaker:CreateInferenceComponent', ENDPOINT]],
    ['answers of endpoints of others', 1, ['sagemaker:InvokeEndpoint', ENDPOINT]],
    ['a component alone, without its endpoint', 2, ['sagemaker:InvokeEndpoint', job('payments', 'inference-component')],
      ['sagemaker:InvokeEndpoint', ENDPOINT]],
    ['logs of jobs of others', 1, ['logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
    ['logs of endpoints of others', 1, ['logs:GetLogEvents', logStream('/aws/sagemaker/Endpoints/payments')]],
  ]),
  callers('a caller who is known by a tag', given => ({
    jobs: { types: ALL_TYPES },
    deployment: {},
    pipelineAccess: { names: ['churn'], edit: true },
    passableRoles: [given.role('train')],
    tags: { team: 'churn' },
  }), [
    ...CLOSED,
    ['a job without the tag', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
    ['a job of others, by a tag on it', 1, ['sagemaker:AddTags', job('payments'), OF_TEAM], ['sagemaker:StopTrainingJob', job('payments')]],
    ['a job of others, by its name', 1, ['sagemaker:StopTrainingJob', job('payments'), TAGGED]],
    ['requests of others, by another configuration', 1, ['sagemaker:UpdateEndpoint', ENDPOINT, TAGGED]],
    ['a configuration of others on an own endpoint', 2, ['sagemaker:CreateEndpoint', job('evil', 'endpoint'), OF_TEAM],
      ['sagemaker:CreateEndpoint', job('payments', 'endpoint-config'), TAGGED]],
    ['a model of others, by an own configuration', 'userModels',
      ['sagemaker:CreateEndpointConfig', job('evil', 'endpoint-config'), { ...OF_TEAM, ...OF_MODEL }]],
    ['the pipeline of others', 1, ['sagemaker:StartPipelineExecution', PIPELINE, TAGGED]],
    ['executions of a pipeline with this name, whatever its tags', 'userPipelines',
      ['sagemaker:StopPipelineExecution', sagemaker('pipeline/churn/execution/a')]],
    ['the tags of their own work, for others', 1, ['sagemaker:DeleteTags', job('churn-1')]],
  ]),
  callers('a state machine that waits for jobs', given => ({
    jobs: { types: ALL_TYPES, names: ['churn-*'], stepFunctions: true }, passableRoles: [given.role('train')],
  }), [
    ...CLOSED,
    ['events of all jobs, by another target of their rule', 'userRules',
      ['events:PutTargets', arn('events', 'rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule')]],
    ['a role of others, by a target', 2,
      ['events:PutTargets', arn('events', 'rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule')],
      ['iam:PassRole', TRAIN, passedTo('events.amazonaws.com')]],
    ['rules of others', 1, ['events:PutTargets', arn('events', 'rule/payments')]],
  ]),
  callers('a caller whose jobs have requirements', given => ({
    jobs: { types: ALL_TYPES, names: ['churn-*'] },
    deployment: { names: ['churn-*'] },
    pipelineAccess: { names: ['churn'], edit: true },
    passableRoles: [given.role('train')],
    tags: { team: 'churn' },
    requirements: everyRequirement(given),
  }), [
    ...CLOSED,
    ['data by the internet, in a job without a network', 1, ['sagemaker:CreateTrainingJob', job('churn-evil'), OF_TEAM]],
    ['data by the internet, in a job that is isolated in another subnet', 1, ['sagemaker:CreateTrainingJob', job('churn-evil'),
      { ...MEETS_ALL, 'sagemaker:VpcSubnets': ['subnet-0fedcba9876543210'] }]],
    ['the internet, by a container on an endpoint', 1, ['sagemaker:CreateEndpointConfig', job('churn-evil', 'endpoint-config'), OF_TEAM]],
    ['jobs without a network, by a pipeline', 'userPipelines', ['sagemaker:UpdatePipeline', sagemaker('pipeline/churn'), TAGGED_CHURN]],
    ['capacity of others, by a job that meets them', 'userCapacity',
      ['sagemaker:CreateTrainingJob', sagemaker('training-plan/payments'), MEETS_ALL]],
  ]),
  callers('a caller who runs and changes all pipelines', given => ({
    pipelineAccess: { edit: true, callbacks: true }, passableRoles: [given.role('train')],
  }), [
    ...CLOSED,
    ['a listed role in a pipeline', 'userRoles', ['iam:PassRole', TRAIN, TO_SAGEMAKER],
      ['sagemaker:CreatePipeline', sagemaker('pipeline/evil')], ['sagemaker:StartPipelineExecution', sagemaker('pipeline/evil')]],
    ['the role of a pipeline of others', 'userPipelines', ['sagemaker:UpdatePipeline', PIPELINE],
      ['sagemaker:StartPipelineExecution', PIPELINE]],
    ['the end of pipelines of others', 'userPipelines', ['sagemaker:StopPipelineExecution', sagemaker('pipeline/payments/execution/a')],
      ['sagemaker:DeletePipeline', PIPELINE]],
    ['a false answer to a step of others', 'userPipelines',
      ['sagemaker:SendPipelineExecutionStepSuccess', sagemaker('pipeline/payments/execution/a')]],
    ['a job of their own', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ]),
  callers('a caller who runs one pipeline', () => ({ pipelineAccess: { names: ['churn'] } }), [
    ...CLOSED,
    ['the role of its pipeline, by another definition', 1, ['sagemaker:UpdatePipeline', sagemaker('pipeline/churn')]],
    ['the pipeline of others', 1, ['sagemaker:StartPipelineExecution', PIPELINE]],
    ['a false answer', 1, ['sagemaker:SendPipelineExecutionStepSuccess', sagemaker('pipeline/churn/execution/a')]],
  ]),
  callers('a caller who registers models', () => ({ modelRegistry: { groups: ['churn'], register: true } }), [
    ...CLOSED,
    ['an approved package, at once', 1, ['sagemaker:CreateModelPackage', OWN_PACKAGE, { 'sagemaker:ModelApprovalStatus': 'Approved' }]],
    ['a package in production, at once', 1,
      ['sagemaker:CreateModelPackage', OWN_PACKAGE, { 'sagemaker:ModelLifeCycle:Stage': 'Production' }]],
    ['approval', 1, ['sagemaker:UpdateModelPackage', OWN_PACKAGE]],
    ['a package among those of others', 1, ['sagemaker:CreateModelPackage', PACKAGE]],
    ['the end of packages', 1, ['sagemaker:DeleteModelPackage', OWN_PACKAGE]],
  ]),
  callers('a caller who approves models', () => ({ modelRegistry: { groups: ['churn'], register: true, approve: true } }), [
    ...CLOSED,
    ['an own model, approved', 'userApproval', ['sagemaker:CreateModelPackage', OWN_PACKAGE],
      ['sagemaker:UpdateModelPackage', OWN_PACKAGE, { 'sagemaker:ModelApprovalStatus': 'Approved' }]],
    ['packages of others', 1, ['sagemaker:UpdateModelPackage', PACKAGE]],
  ]),
  callers('a person with a profile and a notebook', () => ({
    studio: { userProfiles: [{ domainId: 'd-0123', userProfileName: 'bob' }] }, notebooks: { names: ['bob-*'] },
  }), [
    ...CLOSED,
    ['the role of their profile', 'userWorkspaces', ['sagemaker:CreatePresignedDomainUrl', sagemaker('user-profile/d-0123/bob')]],
    ['the role of their notebook', 'userWorkspaces', ['sagemaker:StartNotebookInstance', sagemaker('notebook-instance/bob-lab')],
      ['sagemaker:CreatePresignedNotebookInstanceUrl', sagemaker('notebook-instance/bob-lab')]],
    ['a stronger role for their notebook', 1, ['sagemaker:UpdateNotebookInstance', sagemaker('notebook-instance/bob-lab')]],
    ['a notebook of their own', 1, ['sagemaker:CreateNotebookInstance', sagemaker('notebook-instance/bob-evil')]],
  ]),
  callers('a person with a tag', () => ({ studio: { profileTag: 'user' }, notebooks: { ownerTag: 'user' } }), [
    ...CLOSED,
    ['the apps of a profile with another tag', 1,
      ['sagemaker:CreatePresignedDomainUrl', PROFILE, { 'aws:ResourceTag/user': 'ann', 'aws:PrincipalTag/user': 'bob' }]],
    ['a profile whose tag is that of the person', 'userTags',
      ['sagemaker:CreatePresignedDomainUrl', PROFILE, { 'aws:ResourceTag/user': 'ann', 'aws:PrincipalTag/user': 'ann' }]],
    ['a notebook whose tag is that of the person', 'userTags',
      ['sagemaker:StartNotebookInstance', NOTEBOOK, { 'aws:ResourceTag/user': 'ann', 'aws:PrincipalTag/user': 'ann' }],
      ['sagemaker:CreatePresignedNotebookInstanceUrl', NOTEBOOK, { 'aws:ResourceTag/user': 'ann', 'aws:PrincipalTag/user': 'ann' }]],
    ['the tag of the profile of others', 1, ['sagemaker:AddTags', PROFILE]],
  ]),
  callers('a caller of parts of the API', given => ({
    apiAccess: [SageMakerApiAccess.PROCESSING_JOBS, SageMakerApiAccess.ENDPOINTS, SageMakerApiAccess.EXPERIMENTS],
    passableRoles: [given.role('train')],
  }), [
    ['a role of others in a job', 1, ['iam:PassRole', ADMIN, TO_SAGEMAKER]],
    ['processing jobs of others', 'userParts', ['sagemaker:StopProcessingJob', job('payments', 'processing-job')]],
    ['tags of others', 'userParts', ['sagemaker:AddTags', ENDPOINT], ['sagemaker:DeleteTags', ENDPOINT]],
    ['endpoints of others', 'userParts', ['sagemaker:InvokeEndpoint', ENDPOINT], ['sagemaker:UpdateEndpoint', ENDPOINT]],
    ['experiments of others', 'userParts', ['sagemaker:DeleteExperiment', sagemaker('experiment/payments')]],
    ['tags of experiments', 'userParts', ['sagemaker:DeleteTags', sagemaker('experiment/payments')]],
    ['a training job', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
  ]),
];

/** The published escalations that the options of callers open. */
export const USER_ESCALATIONS = {
  'the notebook of others': 'userWorkspaces',
  'a job with a role': 'userRoles',
  'a pipeline of others': 'userPipelines',
  'a rule that acts with a role': 'userRules',
};

export const USERS_REACH: ReachTable = {
  userRoles: {
    who: '`passableRoles` with `jobs`, `deployment`, `pipelineAccess.edit` or `apiAccess`',
    can: 'run their own code **with each of these roles**',
    advice: 'list only roles that all of these callers may use',
  },
  userJobs: {
    who: '`jobs` without `names` and `tags`',
    can: 'stop, delete and change the jobs of others, and read their settings',
    advice: 'set `names` or `tags`',
  },
  userRules: {
    who: '`jobs.stepFunctions`',
    can: 'send the events of all jobs of these types to functions and queues that accept them; a target with a role needs ' +
      'permission to pass it to EventBridge, which is not included',
    advice: 'let only state machines have these policies',
  },
  userCapacity: {
    who: '`jobs` with `SageMakerJobType.TRAINING`',
    can: 'train on all training plans and reserved capacity of the account',
    advice: 'buy capacity in an account of its own',
  },
  userModels: {
    who: '`jobs` with `SageMakerJobType.TRANSFORM` and `deployment`, without `names` and `models`',
    can: 'serve each model **with the role of the model**, and so read what that role reads; `tags` don\'t prevent it',
    advice: 'set `names`',
  },
  userDeployments: {
    who: '`deployment` without `names` and `tags`',
    can: 'change and delete the endpoints and models of others, see their requests by another model, and run containers with ' +
      'their roles',
    advice: 'set `names` or `tags`',
  },
  userComponents: {
    who: '`deployment`',
    can: 'update their inference components to other images and models, also those of others: SageMaker has no condition ' +
      'for it',
    advice: 'let the role of endpoints with inference components read only the models that these callers may read',
  },
  userPipelines: {
    who: '`pipelineAccess`',
    can: 'start, stop and answer these pipelines, also executions of pipelines without their `tags`; with `edit` change ' +
      'what pipelines run **with their own roles**, for which `requirements` don\'t hold',
    advice: 'set `names`; let only those edit a pipeline who may use its role',
  },
  userApproval: {
    who: '`modelRegistry.approve`',
    can: 'approve packages, and add containers and models of their own to them, which others deploy',
    advice: 'give `approve` to other people than those who want a model deployed',
  },
  userWorkspaces: {
    who: '`studio`, `notebooks`',
    can: 'act **with the role** of the profile or the instance that they open',
    advice: 'give profiles and instances the permissions that their people may have',
  },
  userTags: {
    who: '`studio.profileTag`, `notebooks.ownerTag`',
    can: 'open each profile or instance that has their tag, and those who set either tag decide which',
    advice: 'let only administrators tag identities, sessions, profiles and instances',
  },
  userLogs: {
    who: '`readLogs` without `names`, `readMetrics`',
    can: 'read the logs of all jobs and endpoints of these types, and all metrics',
    advice: 'set `names`; keep secrets out of logs',
  },
  userParts: {
    who: '`apiAccess`',
    can: 'do what these parts of the API allow with the work of others, as in a notebook: see the table above',
    advice: 'use `jobs`, `deployment` and `pipelineAccess` with `names` instead',
  },
};
