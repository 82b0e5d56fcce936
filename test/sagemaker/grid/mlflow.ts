import { Aws } from 'aws-cdk-lib';
import { workloadRow } from './defaults';
import { S3Location, SageMakerMlflowClientOptions, SageMakerMlflowServer, SageMakerRegisteredModel } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row } from '../../support/row';

const APP = `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:${Aws.ACCOUNT_ID}:mlflow-app/app-0123456789AB`;
const SHARED_APP = `arn:${Aws.PARTITION}:sagemaker:${Aws.REGION}:444455556666:mlflow-app/app-CDEF01234567`;

/** A client with every option. */
export const CLIENT = (given: Fixtures): SageMakerMlflowClientOptions => ({
  servers: [SageMakerMlflowServer.trackingServerName('churn'), SageMakerMlflowServer.app(APP)],
  artifactStores: [S3Location.prefix(given.bucket('runs'), 'churn/')],
  artifactStoreKey: given.key('runs'),
  registerModels: true,
  deletion: true,
  userInterface: true,
});

export const clientSids = (feature: string): readonly string[] => [
  'AccessUi', 'ArtifactKey', 'CallApps', 'ListBuckets', 'Open', 'Use', 'UseArtifacts',
].map(what => `+${feature}Mlflow${what}`);

const REGISTRY = '+MlflowRegisterModels';
const LINEAGE = '+MlflowRecordLineage';

export const MLFLOW_EVERYTHING = ['+MlflowArtifactKey', LINEAGE, REGISTRY];

const ARTIFACTS = ['~MlflowListBuckets', '~MlflowUseArtifacts'];

const SERVER_ROWS: readonly Row[] = [
  workloadRow('mlflow', 'in-every-form', given => ({
    artifactStores: [S3Location.bucket(given.newBucket('lake')), S3Location.uri('s3://public/a/')],
  }), ...ARTIFACTS),
  workloadRow('mlflow', 'anywhere', () => ({ artifactStores: [S3Location.anyBucket()] }), ...ARTIFACTS),
  workloadRow('mlflow', 'encrypted', given => ({
    artifactStores: [S3Location.bucket(given.encryptedBucket('secret-runs'))],
  }), '+MlflowArtifactKey', ...ARTIFACTS),
  workloadRow('mlflow', 'artifact-store-key', given => ({ artifactStoreKey: given.alias('runs') }), '+MlflowArtifactKey'),
  workloadRow('mlflow', 'model-registry', () => ({
    modelRegistry: {
      registeredModels: [SageMakerRegisteredModel.named('Churn'), SageMakerRegisteredModel.startingWith('fraud-')],
    },
  }), REGISTRY),
  workloadRow('mlflow', 'model-registry-with-lineage', () => ({
    modelRegistry: { registeredModels: [SageMakerRegisteredModel.anyModel()], lineage: true },
  }), LINEAGE, REGISTRY),
];

const CLIENT_ROWS: readonly Row[] = ([
  ['trainingJob', 'TrainingJob'],
  ['tuningJob', 'TuningJob'],
  ['processingJob', 'ProcessingJob'],
  ['notebookInstance', 'NotebookInstance'],
  ['studio', 'Studio'],
] as const).flatMap(([workload, feature]): Row[] => [
  workloadRow(workload, 'mlflow', given => ({
    mlflow: {
      servers: [
        SageMakerMlflowServer.trackingServer(given.newTrackingServer('churn')),
        SageMakerMlflowServer.trackingServerName('Fraud'),
      ],
    },
  }), `+${feature}MlflowUse`),
  workloadRow(workload, 'mlflow-apps', () => ({
    mlflow: { servers: [SageMakerMlflowServer.app(APP), SageMakerMlflowServer.app(SHARED_APP)], userInterface: true },
  }), ...['AccessUi', 'CallApps', 'Open', 'Use'].map(what => `+${feature}Mlflow${what}`)),
  workloadRow(workload, 'mlflow-anywhere', () => ({
    mlflow: {
      servers: [SageMakerMlflowServer.anyTrackingServer(), SageMakerMlflowServer.anyApp()],
      registerModels: true,
      deletion: true,
      userInterface: true,
    },
  }), ...clientSids(feature).filter(sid => !/Artifact|Buckets/.test(sid))),
  workloadRow(workload, 'mlflow-artifacts-anywhere', () => ({
    mlflow: {
      servers: [SageMakerMlflowServer.trackingServerName('churn')],
      artifactStores: [S3Location.anyBucket(), S3Location.uri('s3://runs/churn/')],
    },
  }), ...['ListBuckets', 'Use', 'UseArtifacts'].map(what => `+${feature}Mlflow${what}`)),
  workloadRow(workload, 'mlflow-artifacts', given => ({
    mlflow: {
      servers: [SageMakerMlflowServer.trackingServerName('churn')],
      artifactStores: [S3Location.bucket(given.encryptedBucket('runs'))],
    },
  }), ...['ArtifactKey', 'ListBuckets', 'Use', 'UseArtifacts'].map(what => `+${feature}Mlflow${what}`)),
]);

export const MLFLOW_ROWS: readonly Row[] = [...SERVER_ROWS, ...CLIENT_ROWS];
