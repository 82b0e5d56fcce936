import {
  attackers, CLOSED, ENDPOINT, EVIL_JOB, MODEL, OF_OTHER_USERS, PIPELINE, roleOf, sagemaker, TO_SAGEMAKER,
} from './fixtures';
import { S3Location, SageMakerExecutionRoleProps } from '../../../src';
import { EVERYTHING } from '../../sagemaker/grid/everything';
import { Attack, AttackTable } from '../attack';
import { ADMIN, arn, FUNCTION, iamArn, keyOf, passedTo, s3Arn } from '../resources';

// Code in a step that runs with the role of the pipeline, as by default.

const GENERATED_JOB = sagemaker('training-job/pipelines-payments');
const OWN_JOB = sagemaker('training-job/pipelines-evil');
const EVIL_CONFIG = sagemaker('endpoint-config/evil');
const OWN_ENDPOINT = sagemaker('endpoint/fraud');
const OF_MODEL = { 'sagemaker:ModelArn': MODEL };
const CLUSTER = arn('elasticmapreduce', 'cluster/j-2AXXXXXXGAPLF');
const OTHER_CLUSTER = arn('elasticmapreduce', 'cluster/j-3BYYYYYYHBQMG');
const rule = (name: string) => arn('events', `rule/SageMakerPipelineExecution${name}`);
const EMR = passedTo('elasticmapreduce.amazonaws.com');
const PAYROLL = s3Arn('payroll/salaries');

/** The role of a model of others. */
const MODEL_ROLE = roleOf(() => ({ model: { modelData: [S3Location.uri('s3://payroll/')] } }), 'Model');

const STEPS: SageMakerExecutionRoleProps = {
  pipeline: {
    processingSteps: true,
    trainingSteps: true,
    tuningSteps: true,
    transformSteps: true,
    autoMlSteps: true,
    modelSteps: true,
  },
};

const NO_STEPS: readonly Attack[] = [
  ...CLOSED.filter(([reaches]) => reaches !== 'functions of others'),
  ...OF_OTHER_USERS,
  ['pipelines of others', 1, ['sagemaker:StartPipelineExecution', PIPELINE]],
  ['another definition of the pipeline', 1, ['sagemaker:UpdatePipeline', sagemaker('pipeline/nightly')]],
];

export const PIPELINE_ATTACKS: readonly AttackTable[] = [
  attackers('the code of a step of a SageMaker pipeline', () => STEPS, [
    ...NO_STEPS,
    ['functions of others', 1, ['lambda:InvokeFunction', FUNCTION]],
    ['a job with the role of the pipeline', 'pipelineJobs', ['sagemaker:CreateTrainingJob', OWN_JOB]],
    ['jobs of other pipelines', 'pipelineJobs', ['sagemaker:StopTrainingJob', GENERATED_JOB],
      ['sagemaker:AddTags', GENERATED_JOB]],
    ['jobs of others, which no pipeline named', 1, ['sagemaker:StopTrainingJob', sagemaker('training-job/payments')]],
    ['a job that looks like one of others', 1, ['sagemaker:CreateTrainingJob', EVIL_JOB]],
    ['tuning jobs of others', 'pipelineJobs',
      ['sagemaker:CreateHyperParameterTuningJob', sagemaker('hyper-parameter-tuning-job/evil')],
      ['sagemaker:StopHyperParameterTuningJob', sagemaker('hyper-parameter-tuning-job/payments')]],
    ['AutoML jobs of others', 'pipelineJobs', ['sagemaker:CreateAutoMLJob', sagemaker('automl-job/evil')],
      ['sagemaker:StopAutoMLJob', sagemaker('automl-job/payments')]],
    ['running jobs of others, by their profiling', 1, ['sagemaker:UpdateTrainingJob', GENERATED_JOB]],
    ['data of a model of others, by a transform job', 'pipelineTransforms',
      ['sagemaker:CreateTransformJob', sagemaker('transform-job/pipelines-evil'), OF_MODEL],
      ['s3:GetObject', PAYROLL, {}, 'model']],
    ['data of a model of others, by an endpoint', 1, ['sagemaker:CreateEndpointConfig', EVIL_CONFIG, OF_MODEL]],
    ['models of others, to delete them', 1, ['sagemaker:DeleteModel', MODEL]],
    ['packages that others deploy', 1, ['sagemaker:CreateModelPackage', sagemaker('model-package/fraud/7')]],
    ['clusters of EMR', 1, ['elasticmapreduce:AddJobFlowSteps', CLUSTER]],
  ], { model: MODEL_ROLE }),
  attackers('the code of a step of a SageMaker pipeline with every option', given => ({
    pipeline: {
      ...EVERYTHING.pipeline(given),
      trainingSteps: true,
      inputs: [S3Location.prefix(given.bucket('data'), 'reports/')],
      passItself: false,
    },
  }), [
    ...NO_STEPS,
    ['a listed role', 'passableRoles', ['iam:PassRole', iamArn('role/train'), TO_SAGEMAKER],
      ['sagemaker:CreateTrainingJob', sagemaker('training-job/nightly-evil')]],
    ['a listed role on a function', 1, ['iam:PassRole', iamArn('role/train'), passedTo('lambda.amazonaws.com')]],
    ['a role with a similar name', 1, ['iam:PassRole', iamArn('role/train-admin'), TO_SAGEMAKER]],
    ['jobs of other pipelines', 1, ['sagemaker:StopTrainingJob', GENERATED_JOB]],
    ['an approved package', 'pipelineRegistry',
      ['sagemaker:CreateModelPackage', sagemaker('model-package/fraud/7'), { 'sagemaker:ModelApprovalStatus': 'Approved' }]],
    ['approval of packages', 1, ['sagemaker:UpdateModelPackage', sagemaker('model-package/fraud/7')]],
    ['packages of others', 1, ['sagemaker:CreateModelPackage', sagemaker('model-package/payments/7')]],
    ['data of a model of others, and requests of the endpoint', 'pipelineEndpoints',
      ['sagemaker:CreateEndpointConfig', EVIL_CONFIG, OF_MODEL], ['sagemaker:UpdateEndpoint', OWN_ENDPOINT],
      ['sagemaker:UpdateEndpoint', EVIL_CONFIG], ['s3:GetObject', PAYROLL, {}, 'model']],
    ['endpoints of others', 1, ['sagemaker:UpdateEndpoint', ENDPOINT]],
    ['answers of the endpoint', 1, ['sagemaker:InvokeEndpoint', OWN_ENDPOINT]],
    ['the function of a step', 'pipelineFunctions', ['lambda:InvokeFunction', arn('lambda', 'function:approve')]],
    ['functions of others', 1, ['lambda:InvokeFunction', FUNCTION]],
    ['the code of the function', 1, ['lambda:UpdateFunctionCode', arn('lambda', 'function:approve')]],
    ['queues of others', 1, ['sqs:SendMessage', arn('sqs', 'payments')]],
    ['the role of a running cluster', 'pipelineEmr', ['elasticmapreduce:AddJobFlowSteps', CLUSTER]],
    ['the roles of other clusters', 'pipelineNewEmr', ['elasticmapreduce:AddJobFlowSteps', OTHER_CLUSTER]],
    ['other clusters, to end them', 'pipelineNewEmr', ['elasticmapreduce:TerminateJobFlows', OTHER_CLUSTER]],
    ['a cluster with the listed roles', 'pipelineNewEmr', ['elasticmapreduce:RunJobFlow', '*'],
      ['iam:PassRole', iamArn('role/emr'), EMR],
      ['iam:PassRole', iamArn('role/emr-nodes'), passedTo('ec2.amazonaws.com')]],
    ['a cluster with another role', 2, ['elasticmapreduce:RunJobFlow', '*'], ['iam:PassRole', ADMIN, EMR]],
    ['other targets of the rules', 'pipelineEmr', ['events:PutRule', rule('EMRStepStatusUpdateRule')],
      ['events:PutTargets', rule('EMRStepStatusUpdateRule')]],
    ['a target that acts with a role', 2, ['events:PutTargets', rule('EMRStepStatusUpdateRule')],
      ['iam:PassRole', iamArn('role/train'), passedTo('events.amazonaws.com')]],
    ['rules of others', 1, ['events:PutTargets', arn('events', 'rule/payments')]],
    ['data outside of its inputs', 1, ['s3:GetObject', s3Arn('data/private/x')]],
    ['false inputs', 1, ['s3:PutObject', s3Arn('data/reports/x')]],
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('inputs')]],
    ['the key, for itself', 1, ['kms:CreateGrant', keyOf('inputs')]],
  ], { model: MODEL_ROLE }),
  attackers('the code of a step of a SageMaker pipeline that sends messages', given => ({
    pipeline: { callbackQueues: [given.queue('steps')] },
  }), [
    ['false messages', 'pipelineQueues', ['sqs:SendMessage', arn('sqs', 'steps')]],
    ['messages of others', 1, ['sqs:ReceiveMessage', arn('sqs', 'steps')]],
    ['messages of another queue', 1, ['sqs:SendMessage', arn('sqs', 'payments')]],
  ]),
];
