import { workloadRow } from './defaults';
import { S3Location } from '../../../src';
import { Row } from '../../support/row';

const ONLINE_KEY = ['+FeatureStoreFindOnlineKey', '+FeatureStoreGrantOnlineKey', '+FeatureStoreUseOnlineKey'];

export const FEATURE_STORE_EVERYTHING = ['+FeatureStoreOfflineKey', ...ONLINE_KEY, '~FeatureStoreUpdateTables'];

const OFFLINE_STORES = ['~FeatureStoreCheckBuckets', '~FeatureStoreReadManifests', '~FeatureStoreWriteRecords'];

export const FEATURE_STORE_ROWS: readonly Row[] = [
  workloadRow('featureStore', 'in-every-form', given => ({
    offlineStores: [
      S3Location.bucket(given.newBucket('lake')), S3Location.prefix(given.newBucket('lake'), 'a/'),
      S3Location.uri('s3://public/a/'), S3Location.exactObject(given.bucket('features'), 'b'),
    ],
  }), ...OFFLINE_STORES),
  workloadRow('featureStore', 'anywhere', () => ({ offlineStores: [S3Location.anyBucket()] }), ...OFFLINE_STORES),
  workloadRow('featureStore', 'encrypted', given => ({
    offlineStores: [S3Location.bucket(given.encryptedBucket('secret-features'))],
  }), '+FeatureStoreOfflineKey', ...OFFLINE_STORES),
  workloadRow('featureStore', 'offline-store-key', given => ({ offlineStoreKey: given.key('features') }),
    '+FeatureStoreOfflineKey'),
  workloadRow('featureStore', 'databases', given => ({
    databases: [given.database('features'), given.newDatabase('features')],
  }), '~FeatureStoreUpdateTables'),
  workloadRow('featureStore', 'online-store-key', given => ({ onlineStoreKey: given.alias('online') }), ...ONLINE_KEY),
];
