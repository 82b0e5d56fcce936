import * as kms from 'aws-cdk-lib/aws-kms';
import { encrypt, listBuckets, readAndWriteObjects } from './statements';
import { SageMakerMlflowServer } from './things/mlflow-server';
import { S3Location } from '../../common/s3-location';
import { OptionReader } from '../../private/options/reader';
import { unique } from '../../private/options/unique';
import { instanceOf } from '../../private/options/validators';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions to use MLflow of SageMaker: to read everything on the servers, and to record experiments, runs, logged
 * models and traces. On tracking servers the other options add what their names say. On an app one action covers the
 * whole API (`sagemaker:CallMlflowAppApi`), with registered models and deletion.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html
 */
export interface SageMakerMlflowClientOptions {
  /** The tracking servers and apps. Must not be empty. */
  readonly servers: SageMakerMlflowServer[];

  /**
   * The locations of artifacts, since clients of MLflow upload and download them directly: read, write and list. Must
   * not be empty.
   *
   * @default - the role can't use artifacts, unless another option grants it
   */
  readonly artifactStores?: S3Location[];

  /**
   * The key that artifacts are encrypted with: `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey`. The
   * `encryptionKey` of a bucket is included automatically.
   *
   * @default - only the keys of the buckets
   */
  readonly artifactStoreKey?: kms.IKeyRef;

  /**
   * Whether the role creates and changes registered models, their versions and aliases: all of the servers. If a server
   * registers models automatically, this also changes the model registry of SageMaker, with the role of the server.
   *
   * @default false
   */
  readonly registerModels?: boolean;

  /**
   * Whether the role deletes and restores what is on the servers, also that of others.
   *
   * @default false
   */
  readonly deletion?: boolean;

  /**
   * Whether the role opens the user interface: presigned URLs of the servers, looking them up, and
   * `sagemaker-mlflow:AccessUI` on all resources, since this action has no narrower scope.
   *
   * @default false
   */
  readonly userInterface?: boolean;
}

const SERVER = instanceOf(SageMakerMlflowServer, 'SageMakerMlflowServer', "SageMakerMlflowServer.trackingServerName('churn')");

const source = SOURCES.mlflow;
const NARROWED = 'narrowed: the page grants sagemaker-mlflow:* on all resources';

type MlflowClient = ReturnType<typeof readMlflowClient>;

export function readMlflowClient(read: OptionReader<SageMakerMlflowClientOptions>) {
  const servers = read.list('servers', SERVER, 'a client calls a server')
    .map((server, index) => server._bind(read.scope, `${read.pathOf('servers')}[${index}]`));
  const artifacts = read.locations('artifactStores');
  return {
    trackingServers: unique(servers.flatMap(({ trackingServers }) => trackingServers)),
    apps: unique(servers.flatMap(({ apps }) => apps)),
    artifacts,
    artifactKeys: unique([...read.key('artifactStoreKey'), ...artifacts.keys]),
    registers: read.flag('registerModels', false),
    deletes: read.flag('deletion', false),
    opens: read.flag('userInterface', false),
  };
}

/**
 * A feature of its own, so that the workload and MLflow each fit a managed policy.
 *
 * @param feature what the Sids start with
 */
export function mlflowClient(feature: string, mlflow: MlflowClient | undefined): PolicyFeature {
  return {
    name: `${feature}Mlflow`,
    statements: whenPresent(mlflow, client => [
      ...useServers(feature, client),
      ...openServers(feature, client),
      ...useArtifacts(feature, client),
    ]),
  };
}

/**
 * The actions on servers, as verbs where all of their actions are meant: lists of them would fill a third of an inline
 * policy. Apps check them on their ARN, too, as the managed policies of AWS have them.
 */
function useServers(feature: string, { trackingServers, apps, registers, deletes }: MlflowClient): Statements {
  return [
    {
      sid: `${feature}MlflowUse`,
      source,
      note: `${NARROWED}; registerModels and deletion add to the actions`,
      actions: [...READ, ...RECORD, ...registers ? REGISTER : [], ...deletes ? DELETE : []].sort(),
      resources: [...trackingServers, ...apps],
    },
    ...whenPresent(apps, resources => ({
      sid: `${feature}MlflowCallApps`,
      source: SOURCES.mlflowApp,
      note: 'completed: the page names the action, and prints it in no policy',
      actions: ['sagemaker:CallMlflowAppApi'],
      resources,
    })),
  ];
}

function openServers(feature: string, { trackingServers, apps, opens }: MlflowClient): Statements {
  return whenPresent(opens, () => [
    {
      sid: `${feature}MlflowOpen`,
      source,
      note: 'narrowed: the page grants all servers; looking up the server, and both actions on apps are added',
      actions: [
        ...apps.length > 0 ? ['sagemaker:CreatePresignedMlflowAppUrl'] : [],
        ...trackingServers.length > 0 ? ['sagemaker:CreatePresignedMlflowTrackingServerUrl'] : [],
        ...apps.length > 0 ? ['sagemaker:DescribeMlflowApp'] : [],
        ...trackingServers.length > 0 ? ['sagemaker:DescribeMlflowTrackingServer'] : [],
      ],
      resources: [...trackingServers, ...apps],
    },
    {
      sid: `${feature}MlflowAccessUi`,
      source,
      note: NARROWED,
      actions: ['sagemaker-mlflow:AccessUI'],
      resources: ANY,
    },
  ]);
}

function useArtifacts(feature: string, { artifacts, artifactKeys }: MlflowClient): Statements {
  const note = 'added: clients of MLflow use artifacts directly, which the page does not mention';
  return [
    ...listBuckets(`${feature}MlflowListBuckets`, source, artifacts.buckets, note),
    ...readAndWriteObjects(`${feature}MlflowUseArtifacts`, source, artifacts.objects, note),
    ...encrypt(`${feature}MlflowArtifactKey`, source, artifactKeys, note),
  ];
}

const READ = ['sagemaker-mlflow:Get*', 'sagemaker-mlflow:List*', 'sagemaker-mlflow:Search*'];

const RECORD = [
  'sagemaker-mlflow:CreateExperiment',
  'sagemaker-mlflow:CreateRun',
  'sagemaker-mlflow:EndTrace',
  'sagemaker-mlflow:FinalizeLoggedModel',
  'sagemaker-mlflow:Log*',
  'sagemaker-mlflow:SetExperimentTag',
  'sagemaker-mlflow:SetLoggedModelTags',
  'sagemaker-mlflow:SetTag',
  'sagemaker-mlflow:SetTraceTag',
  'sagemaker-mlflow:StartTrace',
  'sagemaker-mlflow:UpdateExperiment',
  'sagemaker-mlflow:UpdateRun',
];

const REGISTER = [
  'sagemaker-mlflow:CreateModelVersion',
  'sagemaker-mlflow:CreateRegisteredModel',
  'sagemaker-mlflow:RenameRegisteredModel',
  'sagemaker-mlflow:SetModelVersionTag',
  'sagemaker-mlflow:SetRegisteredModelAlias',
  'sagemaker-mlflow:SetRegisteredModelTag',
  'sagemaker-mlflow:TransitionModelVersionStage',
  'sagemaker-mlflow:UpdateModelVersion',
  'sagemaker-mlflow:UpdateRegisteredModel',
];

const DELETE = ['sagemaker-mlflow:Delete*', 'sagemaker-mlflow:Restore*'];
