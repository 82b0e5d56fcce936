import { ACCOUNT, arn, inNamespace, OTHER_ACCOUNT, PUT_METRICS, REGION, statementsOf, WRITE_LOGS } from './fixtures';
import { SageMakerClarifyModel } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const LOGS = '/aws/sagemaker/ProcessingJobs';
const RUN: RequestRow[] = [...WRITE_LOGS(LOGS, 'job-1/algo-1-1700000000'), ...PUT_METRICS(LOGS)];

const endpoint = (name: string) => arn('sagemaker', `endpoint/${name}`);
const config = (name: string) => arn('sagemaker', `endpoint-config/${name}`);
const modelArn = (name: string, account = ACCOUNT) => arn('sagemaker', `model/${name}`, account, REGION);
const ofModel = (name: string) => ({ 'sagemaker:ModelArn': modelArn(name) });

const SHADOW = 'sm-clarify-churn-1694657821-5fe3';
const SHADOW_CONFIG = 'sm-clarify-config-1694657821-5fe3';
const ON_ENDPOINT = ['sagemaker:CreateEndpoint', 'sagemaker:DescribeEndpoint', 'sagemaker:InvokeEndpoint',
  'sagemaker:DeleteEndpoint', 'sagemaker:AddTags'];
const ON_CONFIG = ['sagemaker:CreateEndpoint', 'sagemaker:DescribeEndpointConfig', 'sagemaker:DeleteEndpointConfig',
  'sagemaker:AddTags'];

export const MONITORING_TABLES: RequestTables = [
  {
    name: 'a processing job of Model Monitor',
    statements: statementsOf(() => ({ processingJob: { modelMonitor: true } })),
    allowed: [
      ...RUN,
      ...PUT_METRICS(
        '/aws/sagemaker/Endpoints/data-metric', '/aws/sagemaker/ModelMonitoring/data-metric',
        'aws/sagemaker/Endpoints/model-metrics', 'aws/sagemaker/Endpoints/bias-metrics',
        'aws/sagemaker/Endpoints/explainability-metrics', 'aws/sagemaker/ModelMonitoring/model-metrics'),
    ],
    denied: [
      ['put metrics of endpoints', 'cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Endpoints')],
      ['put metrics of training jobs', 'cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/TrainingJobs')],
    ],
  },
  {
    name: 'a processing job of Clarify',
    statements: statementsOf(() => ({
      processingJob: {
        clarify: {
          models: [SageMakerClarifyModel.named('Churn'), SageMakerClarifyModel.startingWith('pipelines-')],
          endpointNamePrefix: 'shadow-',
        },
      },
    })),
    allowed: [
      ...RUN,
      ['describe its model', 'sagemaker:DescribeModel', modelArn('Churn')],
      ['describe its model by its name in lower case', 'sagemaker:DescribeModel', modelArn('churn')],
      ['describe a model of a pipeline', 'sagemaker:DescribeModel', modelArn('pipelines-1a2b-CreateModel-3c')],
      ['configure an endpoint', 'sagemaker:CreateEndpointConfig', config(SHADOW_CONFIG), ofModel('Churn')],
      ['configure one by lower case', 'sagemaker:CreateEndpointConfig', config(SHADOW_CONFIG), ofModel('churn')],
      ['configure one for a pipeline', 'sagemaker:CreateEndpointConfig', config(SHADOW_CONFIG), ofModel('pipelines-1')],
      ['configure one with its own name', 'sagemaker:CreateEndpointConfig', config('shadow-1'), ofModel('churn')],
      ['configure one as older images', 'sagemaker:CreateEndpointConfig', config('sagemaker-clarify-1'), ofModel('churn')],
      ['create an endpoint, call it and delete it', ON_ENDPOINT, endpoint(SHADOW)],
      ['use its configuration and delete it', ON_CONFIG, config(SHADOW_CONFIG)],
      ['use an endpoint with its own name', ON_ENDPOINT, endpoint('shadow-churn')],
      ['use a configuration with its own name', ON_CONFIG, config('shadow-churn')],
      ['use an endpoint as older images', ON_ENDPOINT, endpoint('sagemaker-clarify-endpoint-1')],
      ['use a configuration as older images', ON_CONFIG, config('sagemaker-clarify-endpoint-1')],
    ],
    denied: [
      ['describe another model', 'sagemaker:DescribeModel', modelArn('fraud')],
      ['describe a model of another account', 'sagemaker:DescribeModel', modelArn('Churn', OTHER_ACCOUNT)],
      ['delete its model', 'sagemaker:DeleteModel', modelArn('Churn')],
      ['serve another model', 'sagemaker:CreateEndpointConfig', config(SHADOW_CONFIG), ofModel('fraud')],
      ['configure an endpoint for no model', 'sagemaker:CreateEndpointConfig', config(SHADOW_CONFIG)],
      ['configure another endpoint', 'sagemaker:CreateEndpointConfig', config('payments'), ofModel('Churn')],
      ['call another endpoint', 'sagemaker:InvokeEndpoint', endpoint('payments')],
      ['delete another endpoint', 'sagemaker:DeleteEndpoint', endpoint('payments')],
      ['change an endpoint', 'sagemaker:UpdateEndpoint', endpoint(SHADOW)],
      ['tag another endpoint', 'sagemaker:AddTags', endpoint('payments')],
    ],
  },
];
