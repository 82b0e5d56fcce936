import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { arn, keyArn, logGroup, logStream, OTHER_ACCOUNT, roleArn, TO_SAGEMAKER } from './fixtures';
import { calls, created, job, statementsOf } from './users-fixtures';
import { SageMakerJobType } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const OF_TEAM = { 'aws:ResourceTag/team': 'churn' };
const FOR_TEAM = { 'aws:RequestTag/team': 'churn' };
const OF_OTHERS = { 'aws:ResourceTag/team': 'fraud' };

/** The calls of each type of jobs. */
type JobCalls = readonly [type: string, create: string, others: readonly string[], list: readonly string[]];

const ALL_JOBS: readonly JobCalls[] = [
  ['training-job', 'CreateTrainingJob', ['DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob'],
    ['ListTrainingJobs', 'ListTrainingPlans']],
  ['hyper-parameter-tuning-job', 'CreateHyperParameterTuningJob',
    ['DeleteHyperParameterTuningJob', 'DescribeHyperParameterTuningJob', 'ListTrainingJobsForHyperParameterTuningJob', 'StopHyperParameterTuningJob'],
    ['ListHyperParameterTuningJobs']],
  ['processing-job', 'CreateProcessingJob', ['DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
    ['ListProcessingJobs']],
  ['transform-job', 'CreateTransformJob', ['DescribeTransformJob', 'StopTransformJob'], ['ListTransformJobs']],
  ['automl-job', 'CreateAutoMLJob', ['CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob'],
    ['ListAutoMLJobs', 'ListCandidatesForAutoMLJob']],
];

/** The calls of a service that starts jobs and follows them. */
const JOBS: RequestTable = {
  name: 'a function that starts jobs of all types',
  statements: statementsOf((_estate, role) => ({
    jobs: { types: Object.values(SageMakerJobType), names: ['churn-*'] }, passableRoles: [role('train')], readLogs: true, readMetrics: true,
  })),
  allowed: [
    ...ALL_JOBS.flatMap(([type, create, others, list]): readonly RequestRow[] => [
      [`start a job of the type ${type}`, calls(create), job('churn-1', type),
        create === 'CreateTransformJob' ? { 'sagemaker:ModelArn': job('churn-7', 'model') } : {}],
      [`follow and end a job of the type ${type}`, calls(...others, 'ListTags'), job('churn-1', type)],
      [`tag a job of the type ${type} as it starts`, calls('AddTags'), job('churn-1', type), created(create)],
      [`list jobs of the type ${type}`, calls(...list), '*'],
    ]),
    ['read the best job of a tuning job', calls('DescribeTrainingJob', 'ListTags'), job('churn-1-001-a1b2')],
    ['look for the model of a transform job', calls('DescribeModel'), job('churn-7', 'model')],
    ['tag an AutoML job of the second version', calls('AddTags'), job('churn-1', 'automl-job'), created('CreateAutoMLJobV2')],
    ['train on a plan', calls('CreateTrainingJob', 'DescribeTrainingPlan'), job('gpus', 'training-plan')],
    ['train on reserved capacity', calls('CreateTrainingJob', 'DescribeReservedCapacity'), job('gpus', 'reserved-capacity')],
    ['pass the role of the jobs', 'iam:PassRole', roleArn('train'), TO_SAGEMAKER],
    ['find log groups', 'logs:DescribeLogGroups', '*'],
    ['find the log of a training job', 'logs:DescribeLogStreams', logGroup('/aws/sagemaker/TrainingJobs')],
    ['find the log of a processing job', 'logs:DescribeLogStreams', logGroup('/aws/sagemaker/ProcessingJobs')],
    ['find the log of a transform job', 'logs:DescribeLogStreams', logGroup('/aws/sagemaker/TransformJobs')],
    ['find the log of an endpoint of AutoML', 'logs:DescribeLogStreams', logGroup('/aws/sagemaker/Endpoints/churn-auto')],
    ['find a stream in it', 'logs:DescribeLogStreams', logStream('/aws/sagemaker/TrainingJobs', '')],
    ['find a stream of a processing job', 'logs:DescribeLogStreams', logStream('/aws/sagemaker/ProcessingJobs', '')],
    ['find a stream of a transform job', 'logs:DescribeLogStreams', logStream('/aws/sagemaker/TransformJobs', '')],
    ['read the log of a training job', 'logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs', 'churn-1/algo-1-1700000000')],
    ['read the log of a job that a tuning job starts', 'logs:GetLogEvents',
      logStream('/aws/sagemaker/TrainingJobs', 'churn-1-001-a1b2/algo-1-1700000000')],
    ['read the log of a processing job', 'logs:GetLogEvents', logStream('/aws/sagemaker/ProcessingJobs', 'churn-1/algo-1-1700000000')],
    ['read the log of a job of another processing job', 'logs:GetLogEvents',
      logStream('/aws/sagemaker/ProcessingJobs', 'churn-1-db/algo-1-1700000000')],
    ['read the log of a transform job', 'logs:GetLogEvents', logStream('/aws/sagemaker/TransformJobs', 'churn-1/i-0123-1700000000')],
    ['read the log of a transform job of an AutoML job', 'logs:GetLogEvents',
      logStream('/aws/sagemaker/TransformJobs', 'churn-1-tr/i-0123-1700000000')],
    ['read the log of an endpoint of AutoML', 'logs:GetLogEvents',
      logStream('/aws/sagemaker/Endpoints/churn-auto', 'churn-1/i-0123')],
    ['read the log of another endpoint of AutoML', 'logs:GetLogEvents',
      logStream('/aws/sagemaker/Endpoints/churn-auto', 'churn-1-ep/i-0123')],
    ['read metrics', ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'], '*'],
  ],
  denied: [
    ['start a job under another name', calls('CreateTrainingJob'), job('fraud-1')],
    ['start a job in another account', calls('CreateTrainingJob'), job('churn-1', 'training-job', OTHER_ACCOUNT)],
    ['stop the job of others', calls('StopTrainingJob', 'UpdateTrainingJob', 'DeleteTrainingJob'), job('fraud-1')],
    ['read the settings of the job of others', calls('DescribeProcessingJob'), job('fraud-1', 'processing-job')],
    ['transform with the model of others', calls('CreateTransformJob'), job('churn-1', 'transform-job'),
      { 'sagemaker:ModelArn': job('fraud-7', 'model') }],
    ['transform without naming the model', calls('CreateTransformJob'), job('churn-1', 'transform-job')],
    ['tag a job that exists', calls('AddTags'), job('churn-1')],
    ['tag the job of others', calls('AddTags'), job('fraud-1'), created('CreateTrainingJob')],
    ['take tags away', calls('DeleteTags'), job('churn-1')],
    ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
    ['pass the role to another service', 'iam:PassRole', roleArn('train'), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ['read the log of the job of others', 'logs:GetLogEvents', logStream('/aws/sagemaker/TrainingJobs', 'fraud-1/algo-1-1700000000')],
    ['search the logs of all jobs', 'logs:FilterLogEvents', logGroup('/aws/sagemaker/TrainingJobs')],
    ['find other logs', 'logs:DescribeLogStreams', logGroup('/aws/lambda/billing')],
    ['search all work', calls('Search'), '*'],
  ],
};

/** Tuning starts training jobs, which this user may read, and neither start nor stop. */
const TUNING: RequestTable = {
  name: 'a function that starts tuning jobs only',
  statements: () => statementsOf((_estate, role) => ({
    jobs: { types: [SageMakerJobType.TUNING], names: ['churn'] }, passableRoles: [role('train')],
  }))().filter(({ Sid }) => Sid === 'JobsReadTuned'),
  allowed: [
    ['read the best job of a tuning job', calls('DescribeTrainingJob', 'ListTags'), job('churn-001-a1b2')],
  ],
  denied: [
    ['start a training job', calls('CreateTrainingJob'), job('churn-001-a1b2')],
    ['stop a job that a tuning job started', calls('StopTrainingJob', 'DeleteTrainingJob'), job('churn-001-a1b2')],
    ['read the settings of the job of others', calls('DescribeTrainingJob', 'ListTags'), job('fraud-001-a1b2')],
  ],
};

/** One role for each team, by tags. */
const TAGS: RequestTable = {
  name: 'a team that is known by its tag',
  statements: statementsOf((_estate, role) => ({
    jobs: { types: [SageMakerJobType.TRAINING] },
    deployment: {},
    pipelineAccess: { names: ['churn'], edit: true },
    passableRoles: [role('train')],
    tags: { team: 'churn' },
    readLogs: true,
  })),
  allowed: [
    ['start a job with the tag', calls('CreateTrainingJob'), job('a'), FOR_TEAM],
    ['start it on a plan', calls('CreateTrainingJob'), job('gpus', 'training-plan'), FOR_TEAM],
    ['start it on reserved capacity', calls('CreateTrainingJob'), job('gpus', 'reserved-capacity'), FOR_TEAM],
    ['look a plan up', calls('DescribeTrainingPlan'), job('gpus', 'training-plan')],
    ['look reserved capacity up', calls('DescribeReservedCapacity'), job('gpus', 'reserved-capacity')],
    ['tag a job as it starts', calls('AddTags'), job('a'), { ...FOR_TEAM, ...created('CreateTrainingJob') }],
    ['use the jobs of the team', calls('DeleteTrainingJob', 'DescribeTrainingJob', 'ListTags', 'StopTrainingJob', 'UpdateTrainingJob'), job('a'), OF_TEAM],
    ['list jobs', calls('ListTrainingJobs', 'ListTrainingPlans'), '*'],
    ['create a model', calls('CreateModel'), job('a', 'model'), FOR_TEAM],
    ['create a configuration', calls('CreateEndpointConfig'), job('a', 'endpoint-config'), FOR_TEAM],
    ['create an endpoint', calls('CreateEndpoint'), job('a', 'endpoint'), FOR_TEAM],
    ['create it with a configuration of the team', calls('CreateEndpoint'), job('a', 'endpoint-config'), OF_TEAM],
    ['create a component', calls('CreateInferenceComponent'), job('a', 'inference-component'), FOR_TEAM],
    ['create it on an endpoint of the team', calls('CreateInferenceComponent'), job('a', 'endpoint'), OF_TEAM],
    ...['model', 'endpoint-config', 'endpoint', 'inference-component'].map((type): RequestRow =>
      [`list the tags of something of the type ${type}`, calls('ListTags'), job('a', type), OF_TEAM]),
    ['use the models of the team', calls('DeleteModel', 'DescribeModel'), job('a', 'model'), OF_TEAM],
    ['use the configurations of the team', calls('DeleteEndpointConfig', 'DescribeEndpointConfig', 'UpdateEndpoint'),
      job('a', 'endpoint-config'), OF_TEAM],
    ['use the endpoints of the team', calls('DeleteEndpoint', 'DescribeEndpoint', 'UpdateEndpoint', 'UpdateEndpointWeightsAndCapacities'),
      job('a', 'endpoint'), OF_TEAM],
    ['use the components of the team', calls('DeleteInferenceComponent', 'DescribeInferenceComponent', 'UpdateInferenceComponent',
      'UpdateInferenceComponentRuntimeConfig'), job('a', 'inference-component'), OF_TEAM],
    ['tag a model as it is created', calls('AddTags'), job('a', 'model'), created('CreateModel')],
    ['tag a configuration as it is created', calls('AddTags'), job('a', 'endpoint-config'), created('CreateEndpointConfig')],
    ['tag an endpoint as it is created', calls('AddTags'), job('a', 'endpoint'), created('CreateEndpoint')],
    ['tag a component as it is created', calls('AddTags'), job('a', 'inference-component'), created('CreateInferenceComponent')],
    ['list what is deployed', calls('ListEndpointConfigs', 'ListEndpoints', 'ListInferenceComponents', 'ListModels'), '*'],
    ['create a pipeline', calls('CreatePipeline'), job('churn', 'pipeline'), FOR_TEAM],
    ['tag a pipeline as it is created', calls('AddTags'), job('churn', 'pipeline'), created('CreatePipeline')],
    ['run and change the pipelines of the team', calls('DeletePipeline', 'DescribePipeline', 'ListPipelineExecutions', 'ListPipelineVersions',
      'ListTags', 'StartPipelineExecution', 'UpdatePipeline', 'UpdatePipelineVersion'), job('churn', 'pipeline'), OF_TEAM],
    ['follow, end and repeat executions', calls('DescribePipelineDefinitionForExecution', 'DescribePipelineExecution', 'ListPipelineExecutionSteps',
      'ListPipelineParametersForExecution', 'RetryPipelineExecution', 'StopPipelineExecution', 'UpdatePipelineExecution'),
    job('churn/execution/a1b2', 'pipeline')],
    ['list pipelines', calls('ListPipelines'), '*'],
    ['pass the role', 'iam:PassRole', roleArn('train'), TO_SAGEMAKER],
    ['find log groups', 'logs:DescribeLogGroups', '*'],
    ...['TrainingJobs', 'ProcessingJobs', 'TransformJobs', 'Endpoints/a', 'InferenceComponents/a'].flatMap((group): readonly RequestRow[] => [
      [`search the logs of ${group}`, ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:StartLiveTail'], logGroup(`/aws/sagemaker/${group}`)],
      [`read a log of ${group}`, 'logs:GetLogEvents', logStream(`/aws/sagemaker/${group}`, 'a/1')],
    ]),
  ],
  denied: [
    ['start a job without the tag', calls('CreateTrainingJob'), job('a')],
    ['start a job with the tag of others', calls('CreateTrainingJob'), job('a'), { 'aws:RequestTag/team': 'fraud' }],
    ['stop the job of others', calls('StopTrainingJob', 'DescribeTrainingJob'), job('a'), OF_OTHERS],
    ['stop a job without a tag', calls('StopTrainingJob'), job('a')],
    ['take over the job of others by its tags', calls('AddTags'), job('a'), FOR_TEAM],
    ['take over the endpoint of others by its tags', calls('AddTags'), job('a', 'endpoint'), OF_OTHERS],
    ['deploy the configuration of others', calls('CreateEndpoint'), job('a', 'endpoint-config'), OF_OTHERS],
    ['put a component on the endpoint of others', calls('CreateInferenceComponent'), job('a', 'endpoint'), OF_OTHERS],
    ['delete the endpoint of others', calls('DeleteEndpoint', 'UpdateEndpoint'), job('a', 'endpoint'), OF_OTHERS],
    ['start the pipeline of others', calls('StartPipelineExecution', 'UpdatePipeline'), job('churn', 'pipeline'), OF_OTHERS],
    ['stop executions of other pipelines', calls('StopPipelineExecution'), job('fraud/execution/a1b2', 'pipeline')],
    ['call an endpoint', calls('InvokeEndpoint'), job('a', 'endpoint'), OF_TEAM],
  ],
};

const IN_VPC = { 'sagemaker:VpcSubnets': ['subnet-1'], 'sagemaker:VpcSecurityGroupIds': ['sg-1'] };
const TRAINING = {
  ...IN_VPC,
  'sagemaker:VolumeKmsKeyArn': keyArn('volume'),
  'sagemaker:OutputKmsKeyArn': keyArn('output'),
  'sagemaker:NetworkIsolation': 'true',
  'sagemaker:InterContainerTrafficEncryption': 'true',
  'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
};
const { 'sagemaker:VpcSubnets': _subnets, ...WITHOUT_SUBNETS } = TRAINING;
const { 'sagemaker:VolumeKmsKeyArn': _key, ...WITHOUT_VOLUME_KEY } = TRAINING;
const { 'sagemaker:NetworkIsolation': _isolation, ...WITHOUT_ISOLATION } = TRAINING;
const MODEL = { ...IN_VPC, 'sagemaker:NetworkIsolation': 'true' };
const COMPONENTS = {
  ...MODEL, 'sagemaker:VolumeKmsKeyArn': keyArn('volume'), 'sagemaker:InstanceTypes': ['ml.m5.xlarge'],
};
const CONFIG = { 'sagemaker:VolumeKmsKeyArn': keyArn('volume'), 'sagemaker:InstanceTypes': ['ml.m5.xlarge'] };

/** What platform teams ask for: networks, keys and instance types. */
const REQUIREMENTS: RequestTable = {
  name: 'users whose jobs and models must be in a network, with keys',
  statements: () => statementsOf((estate, role, subnet) => ({
    jobs: { types: [SageMakerJobType.TRAINING] },
    deployment: { names: ['churn-*'], models: ['shared-*'] },
    passableRoles: [role('train')],
    requirements: {
      subnets: [subnet('subnet-1'), subnet('subnet-2')],
      securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(subnet('subnet-3').node.scope!, 'Group', 'sg-1')],
      volumeKeys: [estate.key('volume')],
      outputKeys: [estate.key('output')],
      networkIsolation: true,
      interContainerTrafficEncryption: true,
      instanceTypes: ['ml.m5.*'],
    },
  }))().filter(({ Sid = '' }) => /Start|Create(?!On$)/.test(Sid)),
  allowed: [
    ['start a job that meets them', calls('CreateTrainingJob'), job('a'), TRAINING],
    ['start a job in the other subnet', calls('CreateTrainingJob'), job('a'), { ...TRAINING, 'sagemaker:VpcSubnets': ['subnet-2'] }],
    ['start it on a plan', calls('CreateTrainingJob'), job('a', 'training-plan'), TRAINING],
    ['start it on reserved capacity', calls('CreateTrainingJob'), job('a', 'reserved-capacity'), TRAINING],
    ['create a model that meets them', calls('CreateModel'), job('churn-a', 'model'), MODEL],
    ['create a model in the other subnet', calls('CreateModel'), job('churn-a', 'model'), { ...MODEL, 'sagemaker:VpcSubnets': ['subnet-2'] }],
    ['create a configuration of such a model', calls('CreateEndpointConfig'), job('churn-a', 'endpoint-config'),
      { ...CONFIG, 'sagemaker:ModelArn': job('churn-a', 'model') }],
    ['create a configuration of a shared model', calls('CreateEndpointConfig'), job('churn-a', 'endpoint-config'),
      { ...CONFIG, 'sagemaker:ModelArn': job('shared-a', 'model') }],
    ['create a configuration for components', calls('CreateEndpointConfig'), job('churn-a', 'endpoint-config'), COMPONENTS],
    ['create one in the other subnet', calls('CreateEndpointConfig'), job('churn-a', 'endpoint-config'),
      { ...COMPONENTS, 'sagemaker:VpcSubnets': ['subnet-2'] }],
    ['create an endpoint', calls('CreateEndpoint'), job('churn-a', 'endpoint')],
    ['create a component', calls('CreateInferenceComponent'), job('churn-a', 'inference-component'),
      { 'sagemaker:ModelArn': job('churn-a', 'model') }],
    ['create a component of a shared model', calls('CreateInferenceComponent'), job('churn-a', 'inference-component'),
      { 'sagemaker:ModelArn': job('shared-a', 'model') }],
  ],
  denied: [
    ['start a job without a network', calls('CreateTrainingJob'), job('a'), WITHOUT_SUBNETS],
    ['start a job in another subnet as well', calls('CreateTrainingJob'), job('a'),
      { ...TRAINING, 'sagemaker:VpcSubnets': ['subnet-1', 'subnet-9'] }],
    ['start a job in another security group', calls('CreateTrainingJob'), job('a'),
      { ...TRAINING, 'sagemaker:VpcSecurityGroupIds': ['sg-9'] }],
    ['start a job without a key', calls('CreateTrainingJob'), job('a'), WITHOUT_VOLUME_KEY],
    ['start a job with another key', calls('CreateTrainingJob'), job('a'), { ...TRAINING, 'sagemaker:OutputKmsKeyArn': keyArn('other') }],
    ['start a job without isolation', calls('CreateTrainingJob'), job('a'), WITHOUT_ISOLATION],
    ['start a job with isolation off', calls('CreateTrainingJob'), job('a'), { ...TRAINING, 'sagemaker:NetworkIsolation': 'false' }],
    ['start a job with open traffic', calls('CreateTrainingJob'), job('a'),
      { ...TRAINING, 'sagemaker:InterContainerTrafficEncryption': 'false' }],
    ['start a job on a large instance', calls('CreateTrainingJob'), job('a'), { ...TRAINING, 'sagemaker:InstanceTypes': ['ml.p5.48xlarge'] }],
    ['create a model outside of the network', calls('CreateModel'), job('churn-a', 'model'), { 'sagemaker:NetworkIsolation': 'true' }],
    ['create a configuration for components outside of the network', calls('CreateEndpointConfig'),
      job('churn-a', 'endpoint-config'), CONFIG],
    ['create a configuration of the model of others', calls('CreateEndpointConfig'), job('churn-a', 'endpoint-config'),
      { ...CONFIG, 'sagemaker:ModelArn': job('fraud-a', 'model') }],
    ['create a component of the model of others', calls('CreateInferenceComponent'), job('churn-a', 'inference-component'),
      { 'sagemaker:ModelArn': job('fraud-a', 'model') }],
  ],
};

const rule = (type: string) => arn('events', `rule/StepFunctionsGetEventsForSageMaker${type}JobsRule`);
const PUT_RULES = ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'];

/** A state machine whose tasks end with `.sync`. */
const STATE_MACHINE: RequestTable = {
  name: 'a state machine that waits for jobs',
  statements: () => statementsOf((_estate, role) => ({
    jobs: { types: Object.values(SageMakerJobType), stepFunctions: true }, passableRoles: [role('train')],
  }))().filter(({ Sid }) => Sid === 'JobsWaitByRules'),
  allowed: ['Processing', 'Training', 'Transform', 'Tuning'].map((type): RequestRow =>
    [`hear of the end of jobs: ${type}`, PUT_RULES, rule(type)]),
  denied: [
    ['change another rule', PUT_RULES, arn('events', 'rule/payments')],
    ['hear of other work', 'events:PutTargets', arn('events', 'rule/StepFunctionsGetEventsForBatchJobsRule')],
    ['delete a rule', 'events:DeleteRule', rule('Training')],
  ],
};

export const USERS_OF_JOBS: readonly RequestTable[] = [JOBS, TUNING, STATE_MACHINE, TAGS, REQUIREMENTS];
