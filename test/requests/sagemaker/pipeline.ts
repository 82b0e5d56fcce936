import { Stack } from 'aws-cdk-lib';
import * as emr from 'aws-cdk-lib/aws-emr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import {
  arn, bucket, keyArn, object, OTHER_ACCOUNT, roleArn, statementsOf, TO_SAGEMAKER,
} from './fixtures';
import { RequestRow, RequestTables } from '../../support/request-table';

const inSageMaker = (...actions: string[]) => actions.map(action => `sagemaker:${action}`);
const sagemaker = (resource: string) => arn('sagemaker', resource);

/** The types of jobs, each with the actions on a job. */
const JOBS: Readonly<Record<string, readonly string[]>> = {
  'processing-job': inSageMaker('CreateProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'),
  'training-job': inSageMaker('CreateTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob'),
  'transform-job': inSageMaker('CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'),
  'hyper-parameter-tuning-job': inSageMaker(
    'CreateHyperParameterTuningJob', 'DescribeHyperParameterTuningJob', 'ListTrainingJobsForHyperParameterTuningJob',
    'StopHyperParameterTuningJob',
  ),
  'automl-job': inSageMaker('CreateAutoMLJob', 'DescribeAutoMLJob', 'StopAutoMLJob'),
  'model': inSageMaker('CreateModel', 'DescribeModel'),
};

const work = (...names: readonly string[]) => (type: string): RequestRow[] => names.map(name =>
  [`run ${name} as a ${type}, and tag it`, [...JOBS[type], 'sagemaker:AddTags'], sagemaker(`${type}/${name}`)]);

const GENERATED = 'pipelines-k2n4cwbmjx0t-Train-4Gz8UeXhJQ';
const NAMED_BY_PIPELINE = ['processing-job', 'training-job', 'transform-job', 'model'];
const NAMED_OTHERWISE = ['hyper-parameter-tuning-job', 'automl-job'];

const RULES = ['EMRStepStatusUpdateRule', 'EMRClusterStatusRule', 'EMRClusterStatusUpdateRule']
  .map(rule => arn('events', `rule/SageMakerPipelineExecution${rule}`));
const USE_RULE = ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'];
const CLUSTER = arn('elasticmapreduce', 'cluster/j-2AXXXXXXGAPLF');
const OTHER_CLUSTER = arn('elasticmapreduce', 'cluster/j-3BYYYYYYHBQMG');
const passedTo = (service: string) => ({ 'iam:PassedToService': service });

const emrCluster = (stack: Stack) => emr.CfnCluster.fromClusterId(stack, 'Cluster', 'j-2AXXXXXXGAPLF');
const role = (stack: Stack, name: string) => iam.Role.fromRoleName(stack, name, name);

export const PIPELINE_TABLES: RequestTables = [
  {
    name: 'a pipeline with steps of SageMaker',
    statements: statementsOf(estate => ({
      roleName: 'nightly',
      pipeline: {
        processingSteps: true,
        trainingSteps: true,
        tuningSteps: true,
        transformSteps: true,
        autoMlSteps: true,
        modelSteps: true,
        inputs: [estate.folder('reports', 'evaluation/')],
        inputKeys: [estate.key('input')],
      },
    })),
    allowed: [
      ...NAMED_BY_PIPELINE.flatMap(work(GENERATED)),
      ...NAMED_OTHERWISE.flatMap(work('k2n4cwbmjx0t-Tune-4Gz8UeXhJQ')),
      ['pass its own role to the jobs', 'iam:PassRole', roleArn('nightly'), TO_SAGEMAKER],
      ['find and list the bucket of property files', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('reports')],
      ['read a property file', 's3:GetObject', object('reports', 'evaluation/metrics.json')],
      ['decrypt it', 'kms:Decrypt', keyArn('input')],
    ],
    denied: [
      ['start a job that no pipeline names', 'sagemaker:CreateTrainingJob', sagemaker('training-job/churn')],
      ['stop a job of others', 'sagemaker:StopProcessingJob', sagemaker('processing-job/churn')],
      ['tag a job of others', 'sagemaker:AddTags', sagemaker('training-job/churn')],
      ['start a job in another account', 'sagemaker:CreateTrainingJob', arn('sagemaker', `training-job/${GENERATED}`, OTHER_ACCOUNT)],
      ['change a job that it started', 'sagemaker:UpdateTrainingJob', sagemaker(`training-job/${GENERATED}`)],
      ['delete a model that it created', 'sagemaker:DeleteModel', sagemaker(`model/${GENERATED}`)],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['pass its role to another service', 'iam:PassRole', roleArn('nightly'), passedTo('lambda.amazonaws.com')],
      ['pass its role without a service', 'iam:PassRole', roleArn('nightly')],
      ['change a property file', 's3:PutObject', object('reports', 'evaluation/metrics.json')],
      ['read another prefix', 's3:GetObject', object('reports', 'other/metrics.json')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['let AWS use the key', 'kms:CreateGrant', keyArn('input')],
    ],
  },
  {
    name: 'a pipeline that names its jobs, registers models and deploys them',
    statements: statementsOf((_estate, stack) => ({
      pipeline: {
        processingSteps: true,
        tuningSteps: true,
        jobNamePrefixes: ['churn-', 'Nightly-'],
        modelPackageGroups: ['Churn'],
        endpointNames: ['Serve'],
        passItself: false,
        passableRoles: [role(stack, 'train')],
      },
    })),
    allowed: [
      ...['processing-job', 'hyper-parameter-tuning-job', 'model'].flatMap(work('churn-1', 'Nightly-1', 'nightly-1')),
      ...['Churn', 'churn'].flatMap((group): RequestRow[] => [
        [
          `register a model in ${group}, and tag it`,
          inSageMaker('CreateModelPackage', 'DescribeModelPackage', 'ListModelPackages', 'AddTags'),
          sagemaker(`model-package/${group}/1`),
        ],
        [
          `create the group ${group}, and tag it`,
          inSageMaker('CreateModelPackageGroup', 'DescribeModelPackageGroup', 'AddTags'),
          sagemaker(`model-package-group/${group}`),
        ],
      ]),
      ...['Serve', 'serve'].map((name): RequestRow => [
        `deploy to ${name}, and tag it`,
        inSageMaker('CreateEndpoint', 'DescribeEndpoint', 'UpdateEndpoint', 'AddTags'),
        sagemaker(`endpoint/${name}`),
      ]),
      [
        'create the configuration of the endpoint, use and tag it',
        inSageMaker('CreateEndpoint', 'CreateEndpointConfig', 'DescribeEndpointConfig', 'UpdateEndpoint', 'AddTags'),
        sagemaker('endpoint-config/serve-1'),
      ],
      ['pass a listed role', 'iam:PassRole', roleArn('train'), TO_SAGEMAKER],
    ],
    denied: [
      ['start a job with another name', 'sagemaker:CreateProcessingJob', sagemaker(`processing-job/${GENERATED}`)],
      ['start a tuning job with another name', 'sagemaker:CreateHyperParameterTuningJob', sagemaker('hyper-parameter-tuning-job/fraud-1')],
      ['start a job in upper case', 'sagemaker:CreateProcessingJob', sagemaker('processing-job/NIGHTLY-1')],
      ['register a model in another group', 'sagemaker:CreateModelPackage', sagemaker('model-package/fraud/1')],
      ['register it in a group that starts the same', 'sagemaker:CreateModelPackage', sagemaker('model-package/churn-2/1')],
      ['approve a model', 'sagemaker:UpdateModelPackage', sagemaker('model-package/churn/1')],
      ['delete the group', 'sagemaker:DeleteModelPackageGroup', sagemaker('model-package-group/churn')],
      ['deploy to another endpoint', 'sagemaker:UpdateEndpoint', sagemaker('endpoint/payments')],
      ['delete the endpoint', 'sagemaker:DeleteEndpoint', sagemaker('endpoint/serve')],
      ['call the endpoint', 'sagemaker:InvokeEndpoint', sagemaker('endpoint/serve')],
      ['pass its own role', 'iam:PassRole', roleArn('role'), TO_SAGEMAKER],
    ],
  },
  {
    name: 'a pipeline with Lambda and callback steps',
    statements: statementsOf((estate, stack) => ({
      pipeline: {
        functions: [
          lambda.Function.fromFunctionName(stack, 'Approve', 'approve'),
          lambda.Function.fromFunctionArn(stack, 'Notify', arn('lambda', 'function:notify:live')),
        ],
        callbackQueues: [sqs.Queue.fromQueueAttributes(stack, 'Steps', { queueArn: arn('sqs', 'steps'), keyArn: keyArn('topic') })],
        inputs: [estate.encryptedBucket('reports')],
      },
    })),
    allowed: [
      ['invoke the function', 'lambda:InvokeFunction', arn('lambda', 'function:approve')],
      ['invoke the alias', 'lambda:InvokeFunction', arn('lambda', 'function:notify:live')],
      ['send a message', 'sqs:SendMessage', arn('sqs', 'steps')],
      ['encrypt the message', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('topic')],
      ['find and list the bucket of property files', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('reports')],
      ['read a property file', 's3:GetObject', object('reports', 'metrics.json')],
      ['decrypt it', 'kms:Decrypt', keyArn('bucket')],
    ],
    denied: [
      ['invoke another function', 'lambda:InvokeFunction', arn('lambda', 'function:payments')],
      ['invoke one that starts the same', 'lambda:InvokeFunction', arn('lambda', 'function:approve-all')],
      ['invoke the function behind the alias', 'lambda:InvokeFunction', arn('lambda', 'function:notify')],
      ['invoke one of another account', 'lambda:InvokeFunction', arn('lambda', 'function:approve', OTHER_ACCOUNT)],
      ['change the code of the function', 'lambda:UpdateFunctionCode', arn('lambda', 'function:approve')],
      ['send a message to another queue', 'sqs:SendMessage', arn('sqs', 'payments')],
      ['read messages', 'sqs:ReceiveMessage', arn('sqs', 'steps')],
      ['encrypt with another key', 'kms:GenerateDataKey', keyArn('other')],
      ['encrypt a property file', 'kms:GenerateDataKey', keyArn('bucket')],
    ],
  },
  {
    name: 'a pipeline with steps on a running EMR cluster',
    statements: statementsOf((_estate, stack) => ({ pipeline: { emr: { emrClusters: [emrCluster(stack)] } } })),
    allowed: [
      [
        'run steps on the cluster',
        ['elasticmapreduce:AddJobFlowSteps', 'elasticmapreduce:CancelSteps', 'elasticmapreduce:DescribeStep'],
        CLUSTER,
      ],
      ['watch them', USE_RULE, RULES[0]],
    ],
    denied: [
      ['run steps on another cluster', 'elasticmapreduce:AddJobFlowSteps', OTHER_CLUSTER],
      ['terminate the cluster', 'elasticmapreduce:TerminateJobFlows', CLUSTER],
      ['watch new clusters', 'events:PutRule', RULES[1]],
      ['create another rule', 'events:PutRule', arn('events', 'rule/payments')],
      ['delete the rule', 'events:DeleteRule', RULES[0]],
    ],
  },
  {
    name: 'a pipeline with steps on new EMR clusters',
    statements: statementsOf((_estate, stack) => ({
      pipeline: {
        emr: { newEmrClusters: { emrServiceRoles: [role(stack, 'emr')], emrInstanceRoles: [role(stack, 'emr-nodes')] } },
      },
    })),
    allowed: [
      ['create a cluster', 'elasticmapreduce:RunJobFlow', '*'],
      [
        'use and terminate it',
        [
          'AddJobFlowSteps', 'CancelSteps', 'DescribeCluster', 'DescribeStep', 'ListSteps', 'TerminateJobFlows',
        ].map(action => `elasticmapreduce:${action}`),
        CLUSTER,
      ],
      ['watch new clusters', USE_RULE, RULES[1]],
      ['watch them by the other name', USE_RULE, RULES[2]],
      ...['com', 'com.cn'].flatMap((suffix): RequestRow[] => [
        ['pass the service role', 'iam:PassRole', roleArn('emr'), passedTo(`elasticmapreduce.amazonaws.${suffix}`)],
        ['pass the role of instances', 'iam:PassRole', roleArn('emr-nodes'), passedTo(`ec2.amazonaws.${suffix}`)],
      ]),
    ],
    denied: [
      ['use a cluster of another account', 'elasticmapreduce:AddJobFlowSteps', arn('elasticmapreduce', 'cluster/j-2AXXXXXXGAPLF', OTHER_ACCOUNT)],
      ['change the size of a cluster', 'elasticmapreduce:ModifyInstanceGroups', CLUSTER],
      ['watch steps on running clusters', 'events:PutRule', RULES[0]],
      ['pass the service role to instances', 'iam:PassRole', roleArn('emr'), passedTo('ec2.amazonaws.com')],
      ['pass the role of instances to EMR', 'iam:PassRole', roleArn('emr-nodes'), passedTo('elasticmapreduce.amazonaws.com')],
      ['pass another role to instances', 'iam:PassRole', roleArn('administrator'), passedTo('ec2.amazonaws.com')],
      ['pass the service role without a service', 'iam:PassRole', roleArn('emr')],
    ],
  },
];
