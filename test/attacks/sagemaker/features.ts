import {
  attackers, CLOSED, ENDPOINT, inNamespace, logStream, MODEL, NO_API, OF_OTHER_USERS, roleOf, sagemaker,
} from './fixtures';
import { ImageSource, S3Location, SageMakerClarifyModel, SageMakerHub } from '../../../src';
import { AttackTable } from '../attack';
import { ACCOUNT, arn, FOR_AWS, keyOf, OF_ANOTHER_ACCOUNT, REGION, s3Arn } from '../resources';

const RECORDS = s3Arn(`features/store/${ACCOUNT}/sagemaker/${REGION}/offline-store/payments/data/1.parquet`);
const TABLE = arn('glue', 'table/sagemaker_featurestore/payments');

/** A job that trains with the features. */
const TRAINING = roleOf(given => ({
  trainingJob: {
    inputs: [S3Location.prefix(given.bucket('features'), 'store/')],
    outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
    images: [ImageSource.repository(given.repository('train'))],
  },
}), 'Training');

const SHADOW = sagemaker('endpoint/sm-clarify-payments-1-a');
const SHADOW_CONFIG = sagemaker('endpoint-config/sm-clarify-config-1-a');

export const MONITORING_ATTACKS: readonly AttackTable[] = [
  attackers('the code of a SageMaker job of Clarify and Model Monitor', () => ({
    processingJob: { modelMonitor: true, clarify: { models: [SageMakerClarifyModel.named('churn')] } },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['data of its model, by an endpoint', 'clarify',
      ['sagemaker:CreateEndpointConfig', SHADOW_CONFIG, { 'sagemaker:ModelArn': sagemaker('model/churn') }],
      ['sagemaker:CreateEndpoint', SHADOW],
      ['sagemaker:InvokeEndpoint', SHADOW],
      ['s3:GetObject', s3Arn('churn/data'), {}, 'model']],
    ['data of models of others, by an endpoint', 1,
      ['sagemaker:CreateEndpointConfig', SHADOW_CONFIG, { 'sagemaker:ModelArn': MODEL }]],
    ['its own code with the role of a model', 1, ['sagemaker:CreateModel', sagemaker('model/churn')]],
    ['analyses of others, without their endpoint', 'clarify', ['sagemaker:DeleteEndpoint', SHADOW]],
    ['answers of endpoints of others', 1, ['sagemaker:InvokeEndpoint', ENDPOINT]],
    ['the end of endpoints of others', 1, ['sagemaker:DeleteEndpoint', ENDPOINT]],
    ['tags of endpoints of others', 1, ['sagemaker:AddTags', ENDPOINT]],
    ['alarms of monitoring', 'monitoring',
      ['cloudwatch:PutMetricData', '*', inNamespace('aws/sagemaker/Endpoints/bias-metrics')]],
    ['alarms of endpoints', 1, ['cloudwatch:PutMetricData', '*', inNamespace('/aws/sagemaker/Endpoints')]],
  ], { model: roleOf(() => ({ model: { modelData: [S3Location.uri('s3://churn/')] } }), 'Model') }),
];

export const HUB_ATTACKS: readonly AttackTable[] = [
  attackers('users of a SageMaker notebook instance with hubs', () => ({
    notebookInstance: { apiAccess: [], hubs: [SageMakerHub.publicHub(), SageMakerHub.named('churn')] },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['models in hubs of others', 1, ['sagemaker:DescribeHubContent', sagemaker('hub-content/payments/Model/m/1.0.0')]],
    ['a model of their own in a hub', 1, ['sagemaker:ImportHubContent', sagemaker('hub/churn')]],
    ['the end of a hub', 1, ['sagemaker:DeleteHub', sagemaker('hub/churn')]],
    ['models of JumpStart, replaced', 1, ['s3:PutObject', s3Arn(`jumpstart-cache-prod-${REGION}/m`)]],
  ]),
];

export const FEATURE_STORE_ATTACKS: readonly AttackTable[] = [
  attackers('code with the role of SageMaker feature groups', given => ({
    featureStore: {
      offlineStores: [S3Location.prefix(given.bucket('features'), 'store/')],
      offlineStoreKey: given.key('features'),
      onlineStoreKey: given.key('online'),
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['false features in models of others', 'featureStore', ['s3:PutObject', RECORDS],
      ['s3:GetObject', RECORDS, {}, 'training']],
    ['records for another account, by their access control lists', 'featureStore', ['s3:PutObjectAcl', RECORDS]],
    ['the bucket for another account', 1, ['s3:PutBucketAcl', s3Arn('features')]],
    ['records of others, to read them', 1, ['s3:GetObject', RECORDS]],
    ['the end of records', 1, ['s3:DeleteObject', RECORDS]],
    ['other data in the bucket', 1, ['s3:PutObject', s3Arn('features/payments')]],
    ['a bucket of another account', 1, ['s3:PutObject', s3Arn('features-evil/store/x'), OF_ANOTHER_ACCOUNT]],
    ['results of queries of others, by another location of their table', 'featureTables',
      ['glue:UpdateTable', arn('glue', 'catalog')],
      ['glue:UpdateTable', arn('glue', 'database/sagemaker_featurestore')],
      ['glue:UpdateTable', TABLE]],
    ['tables of other databases', 3, ['glue:UpdateTable', arn('glue', 'catalog')],
      ['glue:GetTable', arn('glue', 'catalog')],
      ['glue:UpdateTable', arn('glue', 'table/payments/salaries')]],
    ['the end of tables', 1, ['glue:DeleteTable', TABLE]],
    ['online records of others', 1, ['sagemaker:GetRecord', sagemaker('feature-group/payments')]],
    ['what the key of the offline store encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('features')]],
    ['what the key of the online store encrypts', 1, ['kms:Decrypt', keyOf('online')]],
    ['the key of the online store, for services', 1, ['kms:CreateGrant', keyOf('online'), FOR_AWS]],
    ['the end of grants on the key', 1, ['kms:RevokeGrant', keyOf('online')]],
    ['the key of the offline store, for others', 1, ['kms:CreateGrant', keyOf('features')]],
    ['false logs of jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ], { training: TRAINING }),
];
