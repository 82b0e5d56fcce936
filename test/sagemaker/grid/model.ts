import { Aws } from 'aws-cdk-lib';
import { workloadRow } from './defaults';
import { S3Location, SageMakerModelPackage } from '../../../src';
import { Row } from '../../support/row';

export const MODEL_ROWS: readonly Row[] = [
  workloadRow('model', 'without-data', () => ({ modelData: undefined }), '-ModelListBuckets', '-ModelReadData'),
  workloadRow('model', 'without-images', () => ({ images: undefined }), '-CommonRegistryLogin', '-ModelPullImages'),
  workloadRow('model', 'data-keys', given => ({ modelDataKeys: [given.key('data')] }), '+ModelDataKey'),
  workloadRow('model', 'encrypted', given => ({ modelData: [S3Location.bucket(given.encryptedBucket('secret-models'))] }),
    '+ModelDataKey', '~ModelListBuckets', '~ModelReadData'),
  workloadRow('model', 'vpc', () => ({ vpc: true }), '+CommonNetwork', '+ModelFindVpcEndpoints'),
  workloadRow('model', 'volume-key', given => ({ volumeKey: given.newKey('volumes') }), '+ModelVolumeKey'),
  workloadRow('model', 'metric-namespaces', () => ({ metricNamespaces: ['Own'] }), '~ModelPutMetrics'),
  workloadRow('model', 'rollback-alarms', given => ({ rollbackAlarms: [given.alarm('errors'), given.newAlarm('latency')] }),
    '+ModelRollbackAlarms'),
  workloadRow('model', 'packages', given => ({
    modelPackages: [
      SageMakerModelPackage.groupName('fraud'),
      SageMakerModelPackage.group(given.newModelPackageGroup('churn')),
      SageMakerModelPackage.unversioned('Churn'),
    ],
  }), '+ModelUsePackages'),
  workloadRow('model', 'packages-of-others', () => ({
    modelPackages: [
      SageMakerModelPackage.of(`arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:444455556666:model-package/fraud/7`),
      SageMakerModelPackage.marketplace(
        `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:446921602837:model-package/speech-0123456789abcdef`),
    ],
  }), '+ModelUsePackages'),
  workloadRow('model', 'data-capture', given => ({
    dataCapture: { outputs: [S3Location.prefix(given.bucket('captured'), 'churn/')] },
  }), '+ModelCaptureWriteOutputs'),
  workloadRow('model', 'data-capture-anywhere', () => ({ dataCapture: { outputs: [S3Location.anyBucket()] } }),
    '+ModelCaptureWriteOutputs'),
  workloadRow('model', 'data-capture-encrypted', given => ({
    dataCapture: { outputs: [S3Location.bucket(given.encryptedBucket('captured'))], outputKey: given.key('outputs') },
  }), '+ModelCaptureOutputKey', '+ModelCaptureWriteOutputs'),
  workloadRow('model', 'batch-transform', given => ({
    batchTransform: {
      inputs: [S3Location.prefix(given.bucket('requests'), 'in/')],
      outputs: [S3Location.prefix(given.bucket('requests'), 'out/')],
    },
  }),
  '+ModelTransformReadInputs', '+ModelTransformWriteOutputs', '~ModelListBuckets'),
  workloadRow('model', 'batch-transform-encrypted', given => ({
    batchTransform: {
      inputs: [S3Location.bucket(given.encryptedBucket('secret-data'))],
      outputs: [S3Location.bucket(given.bucket('results'))],
      inputKeys: [given.key('inputs')],
      outputKey: given.key('outputs'),
    },
  }),
  '+ModelTransformInputKey', '+ModelTransformOutputKey', '+ModelTransformReadInputs', '+ModelTransformWriteOutputs',
  '~ModelListBuckets'),
  workloadRow('model', 'async-inference', given => ({
    asyncInference: {
      inputs: [S3Location.prefix(given.bucket('requests'), 'in/')],
      outputs: [S3Location.prefix(given.bucket('requests'), 'out/')],
    },
  }),
  '+ModelAsyncReadInputs', '+ModelAsyncWriteOutputs', '~ModelListBuckets'),
  workloadRow('model', 'async-inference-topics', given => ({
    asyncInference: {
      inputs: [S3Location.bucket(given.bucket('requests'))],
      outputs: [S3Location.bucket(given.bucket('requests'))],
      inputKeys: [given.key('inputs')],
      outputKey: given.key('outputs'),
      topics: [given.topic('done'), given.encryptedTopic('failed')],
    },
  }),
  '+ModelAsyncInputKey', '+ModelAsyncNotify', '+ModelAsyncOutputKey', '+ModelAsyncReadInputs', '+ModelAsyncTopicKey',
  '+ModelAsyncWriteOutputs', '~ModelListBuckets'),
];
