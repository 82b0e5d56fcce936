import * as kms from 'aws-cdk-lib/aws-kms';
import { encrypt, listBuckets, readAndWriteObjects } from './statements';
import { SageMakerRegisteredModel } from './things/registered-model';
import { defineWorkload } from './workload';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { unique } from '../../private/options/unique';
import { instanceOf } from '../../private/options/validators';
import { Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions of the role of an MLflow tracking server or MLflow app (`RoleArn` of `CreateMlflowTrackingServer` and
 * `CreateMlflowApp`): its artifacts and, on request, the model registry. Those who call the server need the option
 * `mlflow` of their workload.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html
 */
export interface SageMakerMlflowOptions {
  /**
   * The locations of artifacts (`ArtifactStoreUri`, and those of single experiments): `s3:GetObject`, `s3:PutObject`
   * and `s3:AbortMultipartUpload` on the objects, and listing of the buckets. Must not be empty.
   */
  readonly artifactStores: S3Location[];

  /**
   * The key that artifacts are encrypted with: `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey`. The
   * `encryptionKey` of a bucket is included automatically.
   *
   * @default - only the keys of the buckets
   */
  readonly artifactStoreKey?: kms.IKeyRef;

  /**
   * The registration of models in the model registry of SageMaker (`AutomaticModelRegistration`,
   * `ModelRegistrationMode`).
   *
   * @default - the server can't register models in SageMaker
   */
  readonly modelRegistry?: SageMakerMlflowModelRegistryOptions;
}

/**
 * What an MLflow server adds to the model registry of SageMaker.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-track-experiments-model-registration.html
 */
export interface SageMakerMlflowModelRegistryOptions {
  /**
   * The registered models: creating and describing their model package groups, and creating, updating and tagging the
   * packages in them. Must not be empty.
   */
  readonly registeredModels: SageMakerRegisteredModel[];

  /**
   * Whether the server records the lineage of models: `sagemaker:CreateAction` and `sagemaker:AddAssociation` on all
   * lineage of the account, since SageMaker chooses the names. Without it, registered models have no lineage.
   *
   * @default false
   */
  readonly lineage?: boolean;
}

const REGISTERED_MODEL =
  instanceOf(SageMakerRegisteredModel, 'SageMakerRegisteredModel', "SageMakerRegisteredModel.named('churn')");

type Mlflow = ReturnType<typeof readMlflow>;

export const MLFLOW = defineWorkload({
  source: SOURCES.mlflow,
  sourceArnTypes: [],
  read: readMlflow,
  features: (arns, mlflow) => [{ name: 'Mlflow', statements: mlflowPolicy(arns, mlflow) }],
});

function readMlflow(read: OptionReader<SageMakerMlflowOptions>) {
  const artifacts = read.locations('artifactStores', 'a server has an artifact store');
  return {
    artifacts,
    artifactKeys: unique([...read.key('artifactStoreKey'), ...artifacts.keys]),
    registry: read.struct('modelRegistry', readModelRegistry),
  };
}

function readModelRegistry(read: OptionReader<SageMakerMlflowModelRegistryOptions>) {
  const models = read.list('registeredModels', REGISTERED_MODEL, 'each registered model is a model package group');
  return {
    groups: unique(models.flatMap((model, index) => model._bind(read.scope, `${read.pathOf('registeredModels')}[${index}]`))),
    lineage: read.flag('lineage', false),
  };
}

function mlflowPolicy(arns: Arns, { artifacts, artifactKeys, registry }: Mlflow): Statements {
  const note = 'narrowed: the page grants s3:Get*, s3:Put* and s3:List* on all resources, and in its newest form these ' +
    'actions; finding the bucket and aborting a failed upload are added';
  return [
    ...listBuckets('MlflowListBuckets', SOURCES.mlflow, artifacts.buckets, note),
    ...readAndWriteObjects('MlflowUseArtifacts', SOURCES.mlflow, artifacts.objects, note),
    ...encrypt('MlflowArtifactKey', SOURCES.mlflow, artifactKeys, 'added: the page does not mention keys'),
    ...whenPresent(registry, ({ groups, lineage }) => registryPolicy(arns, groups, lineage)),
  ];
}

function registryPolicy(arns: Arns, groups: readonly string[], lineage: boolean): Statements {
  const source = SOURCES.mlflowRegistration;
  return [
    {
      sid: 'MlflowRegisterModels',
      source,
      note: 'narrowed: the page grants all resources',
      actions: [
        'sagemaker:AddTags',
        'sagemaker:CreateModelPackage',
        'sagemaker:CreateModelPackageGroup',
        'sagemaker:DescribeModelPackageGroup',
        'sagemaker:UpdateModelPackage',
      ],
      resources: groups.flatMap(group => [`model-package-group/${group}`, `model-package/${group}/*`])
        .map(resource => arns.regional('sagemaker', resource)),
    },
    ...whenPresent(lineage, () => ({
      sid: 'MlflowRecordLineage',
      source,
      note: 'narrowed: the page grants all resources; these are the types that the actions support',
      actions: [
        'sagemaker:AddAssociation',
        'sagemaker:CreateAction',
      ],
      resources: ['action', 'artifact', 'context', 'experiment', 'experiment-trial-component']
        .map(type => arns.regional('sagemaker', `${type}/*`)),
    })),
  ];
}
