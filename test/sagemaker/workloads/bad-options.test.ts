import { Stack } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  S3Location, SageMakerClarifyModel, SageMakerExecutionRole, SageMakerExecutionRoleProps, SageMakerHub,
  SageMakerMlflowClientOptions,
  SageMakerMlflowServer, SageMakerRegisteredModel,
} from '../../../src';
import { synthesize } from '../../support/synthesize';

// Errors of single workloads.

const DATA = [S3Location.uri('s3://data/x/')];

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

const client = (mlflow: SageMakerMlflowClientOptions): Props => () => ({ processingJob: { mlflow } });
const SERVERS = [SageMakerMlflowServer.anyTrackingServer()];

test.each<[string, Props, string]>([
  [
    'an empty list of model packages',
    () => ({ model: { modelPackages: [] } }),
    "'model.modelPackages' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of locations of captured data',
    () => ({ model: { dataCapture: { outputs: [] } } }),
    "'model.dataCapture.outputs' must not be empty: captured data has a destination, got []",
  ],
  [
    'an empty list of models of Clarify',
    () => ({ processingJob: { clarify: { models: [] } } }),
    "'processingJob.clarify.models' must not be empty: Clarify creates an endpoint for a model, got []",
  ],
  [
    'an endpoint name with a wildcard',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.anyModel()], endpointNamePrefix: 'a*' } } }),
    "'processingJob.clarify.endpointNamePrefix' must be a name of 1 to 63 letters, digits and hyphens, got \"a*\"",
  ],
  [
    'a model name with a wildcard',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.named('churn-*')] } } }),
    "the name of SageMakerClarifyModel.named() in 'processingJob.clarify.models[0]' must be a name of 1 to 63 letters, digits",
  ],
  [
    'a name in place of a model',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.model('churn' as never)] } } }),
    '\'processingJob.clarify.models[0]\' must be a model of SageMaker, got "churn": pass a CfnModel, or use ',
  ],
  [
    'an empty list of outputs of Spark',
    () => ({ processingJob: { sparkOutputs: [] } }),
    "'processingJob.sparkOutputs' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of offline stores',
    () => ({ featureStore: { offlineStores: [] } }),
    "'featureStore.offlineStores' must not be empty: only an offline store requires a role, got []",
  ],
  [
    'an empty list of databases',
    () => ({ featureStore: { offlineStores: DATA, databases: [] } }),
    "'featureStore.databases' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of hubs',
    () => ({ notebookInstance: { hubs: [] } }),
    "'notebookInstance.hubs' must not be empty: leave it out instead, got []",
  ],
  [
    'text in place of a hub',
    () => ({ notebookInstance: { hubs: ['SageMakerPublicHub' as never] } }),
    "'notebookInstance.hubs[0]' must be a SageMakerHub, such as SageMakerHub.publicHub()",
  ],
  [
    'a hub with a wildcard',
    () => ({ notebookInstance: { hubs: [SageMakerHub.named('churn*')] } }),
    "the name of SageMakerHub.named() in 'notebookInstance.hubs[0]' must be a name of 1 to 63 letters, digits and hyphens",
  ],
  [
    'all hubs of another account',
    () => ({ notebookInstance: { hubs: [SageMakerHub.shared('arn:aws:sagemaker:eu-central-1:444455556666:hub/*')] } }),
    "the ARN of SageMakerHub.shared() in 'notebookInstance.hubs[0]' must be the ARN of a hub, such as ",
  ],
  [
    'an empty list of artifact stores',
    () => ({ mlflow: { artifactStores: [] } }),
    "'mlflow.artifactStores' must not be empty: a server has an artifact store, got []",
  ],
  [
    'an empty list of registered models',
    () => ({ mlflow: { artifactStores: DATA, modelRegistry: { registeredModels: [] } } }),
    "'mlflow.modelRegistry.registeredModels' must not be empty: each registered model is a model package group, got []",
  ],
  [
    'a registered model with a wildcard',
    () => ({ mlflow: { artifactStores: DATA, modelRegistry: { registeredModels: [SageMakerRegisteredModel.named('churn*')] } } }),
    "the name of SageMakerRegisteredModel.named() in 'mlflow.modelRegistry.registeredModels[0]' must be a name of 1 to 63 letters, " +
      'digits and hyphens, got "churn*"',
  ],
  [
    'a prefix with a space',
    () => ({
      mlflow: { artifactStores: DATA, modelRegistry: { registeredModels: [SageMakerRegisteredModel.startingWith('a b')] } },
    }),
    "the prefix of SageMakerRegisteredModel.startingWith() in 'mlflow.modelRegistry.registeredModels[0]' must be a name of 1 to 63 ",
  ],
  [
    'text in place of a registered model',
    () => ({ mlflow: { artifactStores: DATA, modelRegistry: { registeredModels: ['churn' as never] } } }),
    "'mlflow.modelRegistry.registeredModels[0]' must be a SageMakerRegisteredModel, such as ",
  ],
  [
    'an empty list of MLflow servers',
    client({ servers: [] }),
    "'processingJob.mlflow.servers' must not be empty: a client calls a server, got []",
  ],
  [
    'an empty list of artifact stores of a client',
    client({ servers: SERVERS, artifactStores: [] }),
    "'processingJob.mlflow.artifactStores' must not be empty: leave it out instead, got []",
  ],
  [
    'text in place of an MLflow server',
    client({ servers: ['churn' as never] }),
    "'processingJob.mlflow.servers[0]' must be a SageMakerMlflowServer, such as ",
  ],
  [
    'a name in place of a tracking server',
    client({ servers: [SageMakerMlflowServer.trackingServer('churn' as never)] }),
    '\'processingJob.mlflow.servers[0]\' must be an MLflow tracking server, got "churn": pass a CfnMlflowTrackingServer, or ',
  ],
  [
    'a name of a tracking server with a wildcard',
    client({ servers: [SageMakerMlflowServer.trackingServerName('churn*')] }),
    "the name of SageMakerMlflowServer.trackingServerName() in 'processingJob.mlflow.servers[0]' must be a name of 1 to 256 ",
  ],
  [
    'a tracking server with a wildcard',
    stack => client({
      servers: [SageMakerMlflowServer.trackingServer(new sagemaker.CfnMlflowTrackingServer(stack, 'Server', {
        trackingServerName: 'churn*', artifactStoreUri: 's3://runs/', roleArn: 'arn:aws:iam::111122223333:role/mlflow',
      }))],
    })(stack),
    "the name of SageMakerMlflowServer.trackingServer() in 'processingJob.mlflow.servers[0]' must be a name of 1 to 256 ",
  ],
  [
    'a tracking server of another account',
    client({
      servers: [SageMakerMlflowServer.trackingServer({
        mlflowTrackingServerRef: { trackingServerName: 'churn' }, env: { account: '444455556666', region: 'eu-central-1' },
      } as sagemaker.IMlflowTrackingServerRef)],
    }),
    "'processingJob.mlflow.servers[0]' must be an MLflow tracking server of the stack's account 111122223333, got 'churn' ",
  ],
  [
    'all apps of another account',
    client({ servers: [SageMakerMlflowServer.app('arn:aws:sagemaker:eu-central-1:444455556666:mlflow-app/*')] }),
    "the ARN of SageMakerMlflowServer.app() in 'processingJob.mlflow.servers[0]' must be the ARN of an MLflow app, such as ",
  ],
  [
    'the ARN of a tracking server in place of an app',
    client({ servers: [SageMakerMlflowServer.app('arn:aws:sagemaker:eu-central-1:111122223333:mlflow-tracking-server/a')] }),
    "the ARN of SageMakerMlflowServer.app() in 'processingJob.mlflow.servers[0]' must be the ARN of an MLflow app, such as ",
  ],
])('rejects %s', (_, props, message) => {
  expect(build(props)).toThrow(`Stack/Role: ${message}`);
});
