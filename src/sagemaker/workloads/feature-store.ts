import * as glue from 'aws-cdk-lib/aws-glue';
import * as kms from 'aws-cdk-lib/aws-kms';
import { defineWorkload } from './workload';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { GLUE_DATABASE } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { FOR_AWS_RESOURCES, viaService } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions of the role of feature groups with an offline store (`RoleArn` of `CreateFeatureGroup`): SageMaker writes
 * the records to Amazon S3, and updates the table in the AWS Glue Data Catalog. Reading and writing records is a part
 * of the API: `SageMakerApiAccess.FEATURE_STORE`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol-feature-store.html
 */
export interface SageMakerFeatureStoreOptions {
  /**
   * The locations of the offline stores (`S3StorageConfig`): `s3:PutObject`, `s3:PutObjectAcl` and
   * `s3:AbortMultipartUpload` on the objects, `s3:GetObject` on those in `metadata` folders, and `s3:GetBucketAcl` on
   * the buckets. Must not be empty.
   */
  readonly offlineStores: S3Location[];

  /**
   * The key of the offline stores (`KmsKeyId` of `S3StorageConfig`): `kms:GenerateDataKey` and, for the objects in
   * `metadata` folders, `kms:Decrypt`. The `encryptionKey` of a bucket is included automatically.
   *
   * @default - only the keys of the buckets
   */
  readonly offlineStoreKey?: kms.IKeyRef;

  /**
   * The databases in the AWS Glue Data Catalog of this account with the tables of the feature groups
   * (`DataCatalogConfig`): `glue:GetTable` and `glue:UpdateTable` on all tables in them. Must not be empty. Set it if
   * you create the tables yourself.
   *
   * @default - the database in which Feature Store creates tables, `sagemaker_featurestore`
   */
  readonly databases?: glue.IDatabaseRef[];

  /**
   * The key of online stores (`OnlineStoreConfig`), for a role that also calls Feature Store, such as that of a
   * notebook that passes its own role: the permissions on the key with which a caller creates feature groups, and reads
   * and writes records. They apply only to requests that SageMaker makes for the role. SageMaker does not need them for
   * the role that it gets.
   *
   * @default - the role does not call Feature Store, or its online stores have no customer managed key
   */
  readonly onlineStoreKey?: kms.IKeyRef;
}

/** The database in which Feature Store creates its tables. */
const DEFAULT_DATABASE = 'sagemaker_featurestore';

type FeatureStore = ReturnType<typeof readFeatureStore>;

export const FEATURE_STORE = defineWorkload({
  source: SOURCES.featureStore,
  sourceArnTypes: [],
  read: readFeatureStore,
  features: (arns, store) => [{ name: 'FeatureStore', statements: featureStorePolicy(arns, store) }],
});

function readFeatureStore(read: OptionReader<SageMakerFeatureStoreOptions>) {
  const stores = read.locations('offlineStores', 'only an offline store requires a role');
  const databases = unique(
    read.things('databases', GLUE_DATABASE).map(({ object }) => object.databaseRef.databaseName));
  return {
    stores,
    storeKeys: unique([...read.key('offlineStoreKey'), ...stores.keys]),
    databases: databases.length > 0 ? databases : [DEFAULT_DATABASE],
    onlineKeys: read.key('onlineStoreKey'),
  };
}

function featureStorePolicy(arns: Arns, { stores, storeKeys, databases, onlineKeys }: FeatureStore): Statements {
  const source = SOURCES.featureStore;
  const note = 'narrowed: the policy grants all buckets with sagemaker in their name, in three spellings';
  return [
    {
      sid: 'FeatureStoreCheckBuckets',
      source,
      note,
      actions: ['s3:GetBucketAcl'],
      resources: stores.buckets,
    },
    {
      sid: 'FeatureStoreWriteRecords',
      source,
      note: `${note}; aborting a failed upload is added`,
      actions: [
        's3:AbortMultipartUpload',
        's3:PutObject',
        's3:PutObjectAcl',
      ],
      resources: stores.objects,
    },
    {
      sid: 'FeatureStoreReadManifests',
      source,
      note,
      actions: ['s3:GetObject'],
      resources: stores.objects.map(objects => `${objects}/metadata/*`),
    },
    {
      sid: 'FeatureStoreUpdateTables',
      source,
      note: 'narrowed: the policy grants the catalogs of all accounts and regions',
      actions: [
        'glue:GetTable',
        'glue:UpdateTable',
      ],
      resources: [
        arns.regional('glue', 'catalog'),
        ...databases.flatMap(name => [`database/${name}`, `table/${name}/*`]).map(name => arns.regional('glue', name)),
      ],
    },
    ...whenPresent(storeKeys, resources => ({
      sid: 'FeatureStoreOfflineKey',
      source: SOURCES.featureStoreKeys,
      note: 'extended: reading encrypted objects in metadata folders requires kms:Decrypt, which the page lacks',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
    ...whenPresent(onlineKeys, keys => onlineKeyPolicy(arns, keys)),
  ];
}

/** The permissions of a caller, which SageMaker uses on its behalf. */
function onlineKeyPolicy(arns: Arns, resources: readonly string[]): Statements {
  const source = SOURCES.featureStoreKeys;
  const conditions = viaService('sagemaker', arns.region);
  const note = 'narrowed: only for requests of SageMaker, as in the key policy on the page';
  return [
    {
      sid: 'FeatureStoreUseOnlineKey',
      source,
      note,
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ListGrants',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:RetireGrant',
        'kms:RevokeGrant',
      ],
      resources,
      conditions,
    },
    {
      sid: 'FeatureStoreGrantOnlineKey',
      source,
      note: `${note}, and grants are for AWS services only`,
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { ...FOR_AWS_RESOURCES, ...conditions },
    },
    {
      sid: 'FeatureStoreFindOnlineKey',
      source,
      actions: ['kms:ListAliases'],
      resources: ANY,
    },
  ];
}
