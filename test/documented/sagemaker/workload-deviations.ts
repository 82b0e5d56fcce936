import { Deviations } from '../platform';

// The differences in workloads with pages of their own.

const BUCKETS = ['SageMaker', 'Sagemaker', 'sagemaker'].map(name => `arn:\${Partition}:s3:::*${name}*`);
const CATALOG = ['catalog', 'database/sagemaker_featurestore', 'table/sagemaker_featurestore/*']
  .map(resource => `arn:\${Partition}:glue:*:*:${resource}`);

const onEach = (actions: readonly string[], resources: readonly string[]) =>
  actions.flatMap(action => resources.map(resource => `${action} ${resource}`));

export const WORKLOAD_DEVIATIONS: Readonly<Record<string, Record<string, Deviations>>> = {
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
