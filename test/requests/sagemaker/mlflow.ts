import { arn, bucket, Estate, keyArn, object, OTHER_ACCOUNT, statementsOf } from './fixtures';
import {
  SageMakerExecutionRoleProps, SageMakerMlflowClientOptions, SageMakerMlflowServer, SageMakerRegisteredModel,
} from '../../../src';
import { RequestRow, RequestTable, RequestTables } from '../../support/request-table';

const APP = arn('sagemaker', 'mlflow-app/app-0123456789AB');
const server = (name: string, account?: string) => arn('sagemaker', `mlflow-tracking-server/${name}`, account);
const inMlflow = (...actions: string[]) => actions.map(action => `sagemaker-mlflow:${action}`);

const MODEL = object('runs', 'churn/1/0a1b/artifacts/model/model.pkl');
const OTHER_MODEL = object('runs', 'fraud/1/0a1b/artifacts/model/model.pkl');

const USE_ARTIFACTS: RequestRow[] = [
  ['find and list the bucket of artifacts', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('runs')],
  ['write and read artifacts', ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], MODEL],
];

const NO_OTHER_ARTIFACTS: RequestRow[] = [
  ['read other artifacts', 's3:GetObject', OTHER_MODEL],
  ['write other artifacts', 's3:PutObject', OTHER_MODEL],
  ['delete artifacts', 's3:DeleteObject', MODEL],
  ['change who reads artifacts', 's3:PutObjectAcl', MODEL],
  ['create the bucket', 's3:CreateBucket', bucket('runs')],
];

const group = (name: string, account?: string) => arn('sagemaker', `model-package-group/${name}`, account);
const version = (name: string) => arn('sagemaker', `model-package/${name}/7`);

const REGISTER = ['sagemaker:AddTags', 'sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'];

export const MLFLOW_TABLES: RequestTables = [
  {
    name: 'an MLflow server',
    statements: statementsOf(estate => ({ mlflow: { artifactStores: [estate.folder('runs', 'churn/')] } })),
    allowed: USE_ARTIFACTS,
    denied: NO_OTHER_ARTIFACTS,
  },
  {
    name: 'an MLflow server that registers models',
    statements: statementsOf(estate => ({
      mlflow: {
        artifactStores: [estate.folder('runs', 'churn/')],
        artifactStoreKey: estate.key('output'),
        modelRegistry: {
          registeredModels: [SageMakerRegisteredModel.named('Churn'), SageMakerRegisteredModel.startingWith('fraud-')],
          lineage: true,
        },
      },
    })),
    allowed: [
      ...USE_ARTIFACTS,
      ['encrypt and decrypt artifacts', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['create and find a group', ['sagemaker:CreateModelPackageGroup', 'sagemaker:DescribeModelPackageGroup'], group('Churn')],
      ['create one in lower case', 'sagemaker:CreateModelPackageGroup', group('churn')],
      ['create one by its prefix', 'sagemaker:CreateModelPackageGroup', group('fraud-cards')],
      ['register a version', REGISTER, version('Churn')],
      ['register one in lower case', REGISTER, version('churn')],
      ['register one by its prefix', REGISTER, version('fraud-cards')],
      ['record an action', ['sagemaker:AddAssociation', 'sagemaker:CreateAction'], arn('sagemaker', 'action/registration-1')],
      ...['artifact/0a1b', 'context/c', 'experiment/e', 'experiment-trial-component/t'].map((resource): RequestRow =>
        [`associate ${resource}`, 'sagemaker:AddAssociation', arn('sagemaker', resource)]),
    ],
    denied: [
      ...NO_OTHER_ARTIFACTS,
      ['register a version in another group', 'sagemaker:CreateModelPackage', version('uplift')],
      ['register one in a group whose name starts the same', 'sagemaker:CreateModelPackage', version('Churn-2')],
      ['create another group', 'sagemaker:CreateModelPackageGroup', group('uplift')],
      ['create one in another account', 'sagemaker:CreateModelPackageGroup', group('Churn', OTHER_ACCOUNT)],
      ['change who uses a group', 'sagemaker:PutModelPackageGroupPolicy', group('Churn')],
      ['delete a version', 'sagemaker:DeleteModelPackage', version('Churn')],
      ['delete lineage', 'sagemaker:DeleteAction', arn('sagemaker', 'action/registration-1')],
      ['encrypt artifacts with another key', 'kms:GenerateDataKey', keyArn('other')],
    ],
  },
];

const READ = inMlflow(
  'GetDownloadURIForModelVersionArtifacts', 'GetExperiment', 'GetExperimentByName', 'GetLatestModelVersions',
  'GetLoggedModel', 'GetMetricHistory', 'GetModelVersion', 'GetModelVersionByAlias', 'GetRegisteredModel', 'GetRun',
  'GetTraceInfo', 'ListArtifacts', 'ListLoggedModelArtifacts', 'SearchExperiments', 'SearchLoggedModels',
  'SearchModelVersions', 'SearchRegisteredModels', 'SearchRuns', 'SearchTraces',
);
const RECORD = inMlflow(
  'CreateExperiment', 'CreateRun', 'EndTrace', 'FinalizeLoggedModel', 'LogBatch', 'LogInputs', 'LogLoggedModelParams',
  'LogMetric', 'LogModel', 'LogOutputs', 'LogParam', 'SetExperimentTag', 'SetLoggedModelTags', 'SetTag', 'SetTraceTag',
  'StartTrace', 'UpdateExperiment', 'UpdateRun',
);
const REGISTER_MODELS = inMlflow(
  'CreateModelVersion', 'CreateRegisteredModel', 'RenameRegisteredModel', 'SetModelVersionTag',
  'SetRegisteredModelAlias', 'SetRegisteredModelTag', 'TransitionModelVersionStage', 'UpdateModelVersion',
  'UpdateRegisteredModel',
);
const DELETE = inMlflow(
  'DeleteExperiment', 'DeleteLoggedModel', 'DeleteLoggedModelTag', 'DeleteModelVersion', 'DeleteModelVersionTag',
  'DeleteRegisteredModel', 'DeleteRegisteredModelAlias', 'DeleteRegisteredModelTag', 'DeleteRun', 'DeleteTag',
  'DeleteTraceTag', 'DeleteTraces', 'RestoreExperiment', 'RestoreRun',
);

const OPEN = ['sagemaker:CreatePresignedMlflowTrackingServerUrl', 'sagemaker:DescribeMlflowTrackingServer'];

const OTHER_SERVERS: RequestRow[] = [
  ['use another server', inMlflow('GetRun', 'LogBatch'), server('fraud')],
  ['use one whose name starts the same', inMlflow('LogBatch'), server('churn-2')],
  ['use one of another account', inMlflow('LogBatch'), server('churn', OTHER_ACCOUNT)],
  ['delete the server', 'sagemaker:DeleteMlflowTrackingServer', server('churn')],
  ['stop the server', 'sagemaker:StopMlflowTrackingServer', server('churn')],
];

/**
 * The requests of a workload with the option `mlflow`.
 *
 * @param alone what the workload is allowed without MLflow
 * @param sids the statements that are asked, if not all
 */
export function mlflowClientTables(
  kind: string, alone: readonly RequestRow[],
  props: (mlflow: SageMakerMlflowClientOptions, estate: Estate) => SageMakerExecutionRoleProps, sids = /./,
): readonly RequestTable[] {
  const asked = (options: (estate: Estate) => SageMakerExecutionRoleProps) => () =>
    statementsOf(options)().filter(({ Sid = '' }) => sids.test(Sid));
  return [
    {
      name: `${kind} that records its runs`,
      statements: asked(estate => props({ servers: [SageMakerMlflowServer.trackingServerName('churn')] }, estate)),
      allowed: [
        ...alone,
        ['read what is on the server', READ, server('churn')],
        ['record a run', RECORD, server('churn')],
      ],
      denied: [
        ...OTHER_SERVERS,
        ['register a model', REGISTER_MODELS, server('churn')],
        ['delete what is on the server', DELETE, server('churn')],
        ['open the server', 'sagemaker:CreatePresignedMlflowTrackingServerUrl', server('churn')],
      ],
    },
    {
      name: `${kind} with everything of MLflow`,
      statements: asked(estate => props({
        servers: [SageMakerMlflowServer.trackingServerName('Churn'), SageMakerMlflowServer.app(APP)],
        artifactStores: [estate.folder('runs', 'churn/')],
        artifactStoreKey: estate.key('bucket'),
        registerModels: true,
        deletion: true,
        userInterface: true,
      }, estate)),
      allowed: [
        ...alone,
        ...USE_ARTIFACTS,
        ...['Churn', 'churn'].map((name): RequestRow => [
          `use the server ${name}`, [...READ, ...RECORD, ...REGISTER_MODELS, ...DELETE], server(name),
        ]),
        ['use the app', ['sagemaker:CallMlflowAppApi', ...READ, ...RECORD, ...REGISTER_MODELS, ...DELETE], APP],
        ['encrypt and decrypt artifacts', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('bucket')],
        ...['Churn', 'churn'].map((name): RequestRow => [`open the server ${name}`, OPEN, server(name)]),
        ['open the app', ['sagemaker:CreatePresignedMlflowAppUrl', 'sagemaker:DescribeMlflowApp'], APP],
        ['see the user interface', inMlflow('AccessUI'), '*'],
      ],
      denied: [
        ...OTHER_SERVERS,
        ['use another app', 'sagemaker:CallMlflowAppApi', arn('sagemaker', 'mlflow-app/app-CDEF01234567')],
        ['open another server', 'sagemaker:CreatePresignedMlflowTrackingServerUrl', server('fraud')],
        ['open another app', 'sagemaker:CreatePresignedMlflowAppUrl', arn('sagemaker', 'mlflow-app/app-CDEF01234567')],
        ['read other artifacts', 's3:GetObject', OTHER_MODEL],
        ['change the app', 'sagemaker:UpdateMlflowApp', APP],
      ],
    },
  ];
}
