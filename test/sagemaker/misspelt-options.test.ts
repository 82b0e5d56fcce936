import {
  ImageSource, S3Location, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerRegisteredModel,
} from '../../src';
import { synthesize } from '../support/synthesize';

// The compiler checks neither the options of spread objects nor those in JavaScript.

const DATA = [S3Location.uri('s3://data/x/')];
const REQUESTS = { inputs: DATA, outputs: DATA };

const build = (props: object) =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props as SageMakerExecutionRoleProps));

test.each<[string, string, object]>([
  ['trainingJobs', 'trainingJob', { trainingJobs: { outputs: DATA } }],
  ['trainingjob', 'trainingJob', { trainingjob: { outputs: DATA } }],
  ['autoMLJob', 'autoMlJob', { autoMLJob: { ...REQUESTS } }],
  ['sourceArn', 'sourceArns', { trainingJob: { outputs: DATA }, sourceArn: [] }],
  ['sourceAccountConditions', 'sourceAccountCondition', { trainingJob: { outputs: DATA }, sourceAccountConditions: true }],
  ['sdkRolecheck', 'sdkRoleCheck', { trainingJob: { outputs: DATA }, sdkRolecheck: true }],
  ['rolename', 'roleName', { trainingJob: { outputs: DATA }, rolename: 'train' }],
  ['trainingJob.output', 'trainingJob.outputs', { trainingJob: { output: DATA } }],
  ['trainingJob.checkpoint', 'trainingJob.checkpoints', { trainingJob: { outputs: DATA, checkpoint: DATA } }],
  ['tuningJob.inputKey', 'tuningJob.inputKeys', { tuningJob: { outputs: DATA, inputKey: [] } }],
  ['processingJob.VPC', 'processingJob.vpc', { processingJob: { VPC: true } }],
  ['processingJob.modelMonitors', 'processingJob.modelMonitor', { processingJob: { modelMonitors: true } }],
  ['model.rollBackAlarm', 'model.rollbackAlarms', { model: { rollBackAlarm: [] } }],
  [
    'model.batchTransform.outputkey', 'model.batchTransform.outputKey',
    { model: { batchTransform: { ...REQUESTS, outputkey: {} } } },
  ],
  ['model.asyncInference.topic', 'model.asyncInference.topics', { model: { asyncInference: { ...REQUESTS, topic: [] } } }],
  ['model.dataCaptures', 'model.dataCapture', { model: { dataCaptures: { outputs: DATA } } }],
  ['notebookInstance.passItSelf', 'notebookInstance.passItself', { notebookInstance: { passItSelf: false } }],
  [
    'notebookInstance.networkFileSystems.EFS', 'notebookInstance.networkFileSystems.efs',
    { notebookInstance: { networkFileSystems: { EFS: [] } } },
  ],
  [
    'notebookInstance.vpcEndpoints.vpc', 'notebookInstance.vpcEndpoints.vpcs',
    { notebookInstance: { vpcEndpoints: { vpc: [] } } },
  ],
  [
    'autoMlJob.passableRole', 'autoMlJob.passableRoles',
    { autoMlJob: { ...REQUESTS, images: [ImageSource.anyRepository()], passableRole: [] } },
  ],
  ['domain.Key', 'domain.key', { domain: { Key: {} } }],
  ['featureStore.offlineStore', 'featureStore.offlineStores', { featureStore: { offlineStore: [] } }],
  ['mlflow.artifactStore', 'mlflow.artifactStores', { mlflow: { artifactStore: DATA } }],
  [
    'mlflow.modelRegistry.Lineage', 'mlflow.modelRegistry.lineage',
    {
      mlflow: {
        artifactStores: DATA,
        modelRegistry: { registeredModels: [SageMakerRegisteredModel.anyModel()], Lineage: true },
      },
    },
  ],
  ['processingJob.mlflow.server', 'processingJob.mlflow.servers', { processingJob: { mlflow: { server: [] } } }],
  ['image.image', 'image.images', { image: { image: [] } }],
])("rejects '%s' and suggests '%s'", (misspelt, meant, props) => {
  expect(() => build(props)).toThrow(`Stack/Role: unknown option '${misspelt}', did you mean '${meant}'?`);
});

test('accepts options of other constructs in a shared object', () => {
  const shared = { clusterName: 'research', trainingJob: { outputs: DATA } };
  expect(build(shared).roles).toHaveLength(1);
});
