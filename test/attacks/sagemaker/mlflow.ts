import { attackers, CLOSED, logStream, NO_API, OF_OTHER_USERS, roleOf, sagemaker } from './fixtures';
import { S3Location, SageMakerMlflowServer, SageMakerRegisteredModel } from '../../../src';
import { AttackTable } from '../attack';
import { keyOf, OF_ANOTHER_ACCOUNT, s3Arn } from '../resources';

const SERVER = sagemaker('mlflow-tracking-server/churn');
const OTHER_SERVER = sagemaker('mlflow-tracking-server/payments');
const APP = sagemaker('mlflow-app/app-0123456789AB');
const MODEL = s3Arn('runs/churn/payments/artifacts/model.pkl');

/** A job that loads a model from the artifacts. */
const LOADS = roleOf(given => ({
  processingJob: { inputs: [S3Location.prefix(given.bucket('runs'), 'churn/')] },
}), 'Loads');

export const MLFLOW_ATTACKS: readonly AttackTable[] = [
  attackers('code with the role of a SageMaker MLflow server', given => ({
    mlflow: {
      artifactStores: [S3Location.prefix(given.bucket('runs'), 'churn/')],
      artifactStoreKey: given.key('runs'),
      modelRegistry: { registeredModels: [SageMakerRegisteredModel.startingWith('churn')], lineage: true },
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['the role of a job, by a model that it loads', 'mlflowArtifacts', ['s3:PutObject', MODEL],
      ['s3:GetObject', MODEL, {}, 'loads']],
    ['artifacts of other servers', 1, ['s3:GetObject', s3Arn('runs/payments/model.pkl')]],
    ['the end of artifacts', 1, ['s3:DeleteObject', MODEL]],
    ['artifacts for another account', 1, ['s3:PutObjectAcl', MODEL]],
    ['a bucket of another account', 1, ['s3:PutObject', s3Arn('runs-evil/churn/x'), OF_ANOTHER_ACCOUNT]],
    ['what the key encrypts elsewhere', 'keys', ['kms:Decrypt', keyOf('runs')]],
    ['the key for others', 1, ['kms:CreateGrant', keyOf('runs')]],
    ['an own model in place of that of others', 'mlflowRegistry',
      ['sagemaker:CreateModelPackage', sagemaker('model-package/churn-payments/8')],
      ['sagemaker:UpdateModelPackage', sagemaker('model-package/churn-payments/7')]],
    ['false lineage', 'mlflowRegistry', ['sagemaker:CreateAction', sagemaker('action/evil')],
      ['sagemaker:AddAssociation', sagemaker('artifact/0a1b')]],
    ['models in other groups', 1, ['sagemaker:CreateModelPackage', sagemaker('model-package/payments/8')]],
    ['tags of other groups', 1, ['sagemaker:AddTags', sagemaker('model-package-group/payments')]],
    ['the end of models', 1, ['sagemaker:DeleteModelPackage', sagemaker('model-package/churn-payments/7')]],
    ['runs of others', 1, ['sagemaker-mlflow:GetRun', SERVER]],
    ['another server', 1, ['sagemaker:UpdateMlflowTrackingServer', OTHER_SERVER]],
    ['false logs of jobs', 1, ['logs:PutLogEvents', logStream('/aws/sagemaker/TrainingJobs')]],
  ], { loads: LOADS }),
  attackers('the code of a SageMaker job with MLflow', given => ({
    processingJob: {
      mlflow: {
        servers: [SageMakerMlflowServer.trackingServerName('churn')],
        artifactStores: [S3Location.prefix(given.bucket('runs'), 'churn/')],
      },
    },
  }), [
    ...CLOSED,
    ...OF_OTHER_USERS,
    ...NO_API,
    ['false metrics of runs of others', 'mlflowRuns', ['sagemaker-mlflow:LogBatch', SERVER],
      ['sagemaker-mlflow:UpdateRun', SERVER]],
    ['the role of a job, by a model that it loads', 'mlflowArtifacts', ['s3:PutObject', MODEL],
      ['s3:GetObject', MODEL, {}, 'loads']],
    ['its own model by the alias of others', 1, ['sagemaker-mlflow:SetRegisteredModelAlias', SERVER]],
    ['the end of runs of others', 1, ['sagemaker-mlflow:DeleteRun', SERVER]],
    ['the user interface, by a link', 1, ['sagemaker:CreatePresignedMlflowTrackingServerUrl', SERVER]],
    ['runs on other servers', 1, ['sagemaker-mlflow:GetRun', OTHER_SERVER]],
    ['the end of the server', 1, ['sagemaker:DeleteMlflowTrackingServer', SERVER]],
    ['the role of the server, by another artifact store', 1, ['sagemaker:UpdateMlflowTrackingServer', SERVER]],
    ['an app', 1, ['sagemaker:CallMlflowAppApi', APP]],
  ], { loads: LOADS }),
  attackers('users of a SageMaker notebook instance with everything of MLflow', () => ({
    notebookInstance: {
      apiAccess: [],
      mlflow: {
        servers: [SageMakerMlflowServer.trackingServerName('churn'), SageMakerMlflowServer.app(APP)],
        registerModels: true,
        deletion: true,
        userInterface: true,
      },
    },
  }), [
    ...CLOSED,
    ['their own model by the alias of others', 'mlflowRuns', ['sagemaker-mlflow:CreateModelVersion', SERVER],
      ['sagemaker-mlflow:SetRegisteredModelAlias', SERVER]],
    ['the end of runs of others', 'mlflowRuns', ['sagemaker-mlflow:DeleteRun', SERVER]],
    ['the end of runs of others on an app', 'mlflowRuns', ['sagemaker:CallMlflowAppApi', APP]],
    ['other servers, by a link', 1, ['sagemaker:CreatePresignedMlflowTrackingServerUrl', OTHER_SERVER]],
    ['other apps, by a link', 1, ['sagemaker:CreatePresignedMlflowAppUrl', sagemaker('mlflow-app/app-CDEF01234567')]],
    ['other apps', 1, ['sagemaker:CallMlflowAppApi', sagemaker('mlflow-app/app-CDEF01234567')]],
    ['the role of the app, by another artifact store', 1, ['sagemaker:UpdateMlflowApp', APP]],
  ]),
];
