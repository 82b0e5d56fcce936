import { Deviations } from '../platform';

// The differences in workloads with pages of their own.

const BUCKETS = ['SageMaker', 'Sagemaker', 'sagemaker'].map(name => `arn:\${Partition}:s3:::*${name}*`);
const CATALOG = ['catalog', 'database/sagemaker_featurestore', 'table/sagemaker_featurestore/*']
  .map(resource => `arn:\${Partition}:glue:*:*:${resource}`);

const onEach = (actions: readonly string[], resources: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => `${action} ${resource}`));

const REGISTRATION = {
  MlflowRegisterModels: [
    'sagemaker:AddTags',
    'sagemaker:CreateModelPackage',
    'sagemaker:CreateModelPackageGroup',
    'sagemaker:DescribeModelPackageGroup',
    'sagemaker:UpdateModelPackage',
  ],
  MlflowRecordLineage: ['sagemaker:AddAssociation', 'sagemaker:CreateAction'],
};

const MANAGE_SERVERS = ['Create', 'Delete', 'Start', 'Stop', 'Update'].map(verb => `sagemaker:${verb}MlflowTrackingServer`);

const USE_MLFLOW = (feature: string) =>
  ['AccessUi', 'Use'].map(what => `${feature}Mlflow${what}`).join(', ');

export const WORKLOAD_DEVIATIONS: Readonly<Record<string, Record<string, Deviations>>> = {
  'sagemaker/mlflow-registration': {
    'an MLflow server with the wide forms': { narrowed: REGISTRATION },
    'an MLflow server': {
      narrowed: {
        ...REGISTRATION,
        MlflowUseArtifacts: ['s3:GetObject', 's3:PutObject'],
        MlflowListBuckets: ['s3:ListBucket'],
      },
    },
  },
  'sagemaker/mlflow-client': {
    'a client of MLflow': {
      narrowed: {
        [USE_MLFLOW('ProcessingJob')]: ['sagemaker-mlflow:*'],
        ProcessingJobMlflowOpen: ['sagemaker:CreatePresignedMlflowTrackingServerUrl'],
      },
      dropped: [{
        kind: 'other options',
        because: 'who uses a server need not manage servers; a notebook that does lists the actions in apiAccess',
        pairs: ['sagemaker:ListMlflowTrackingServers', ...MANAGE_SERVERS],
      }],
    },
    'a notebook that manages MLflow servers': {
      narrowed: {
        [USE_MLFLOW('NotebookInstance')]: ['sagemaker-mlflow:*'],
        NotebookInstanceMlflowOpen: ['sagemaker:CreatePresignedMlflowTrackingServerUrl'],
        NotebookInstanceCallMlflowServers: MANAGE_SERVERS,
      },
    },
  },
  'sagemaker/remote-debugging': { 'training job with everything': {} },
  'sagemaker/feature-store': {
    'feature groups': {
      narrowed: {
        FeatureStoreCheckBuckets: onEach(['s3:GetBucketAcl'], BUCKETS.slice(2)),
        FeatureStoreWriteRecords: onEach(['s3:PutObject', 's3:PutObjectAcl'], BUCKETS),
        FeatureStoreReadManifests: onEach(['s3:GetObject'], BUCKETS.map(bucket => `${bucket}/metadata/*`)),
        FeatureStoreUpdateTables: onEach(['glue:GetTable', 'glue:UpdateTable'], CATALOG),
      },
      dropped: [{
        kind: 'granted elsewhere',
        because: 'names of buckets have no capitals; the action is granted on the buckets that are listed',
        pairs: onEach(['s3:GetBucketAcl'], BUCKETS.slice(0, 2)),
      }],
    },
  },
};
