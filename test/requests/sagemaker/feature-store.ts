import * as glue from 'aws-cdk-lib/aws-glue';
import { arn, bucket, FOR_AWS, keyArn, object, OTHER_ACCOUNT, REGION, statementsOf } from './fixtures';
import { RequestRow, RequestTables } from '../../support/request-table';

const STORE = 'store/111122223333/sagemaker/eu-central-1/offline-store/churn-1700000000';
const RECORDS = object('features', `${STORE}/data/year=2026/1.parquet`);
const MANIFEST = object('features', `${STORE}/metadata/v1.metadata.json`);

const table = (name: string, account?: string) => arn('glue', `table/${name}`, account);
const bySageMaker = (context: Record<string, string> = {}, suffix = 'amazonaws.com') =>
  ({ ...context, 'kms:ViaService': `sagemaker.${REGION}.${suffix}` });
const IN_CHINA = 'amazonaws.com.cn';

const WRITE: RequestRow[] = [
  ['check the bucket', 's3:GetBucketAcl', bucket('features')],
  ['write records', ['s3:AbortMultipartUpload', 's3:PutObject', 's3:PutObjectAcl'], RECORDS],
  ['read a manifest', 's3:GetObject', MANIFEST],
];

const WRITE_ONLY: RequestRow[] = [
  ['check another bucket', 's3:GetBucketAcl', bucket('features-2')],
  ['change who uses the bucket', 's3:PutBucketAcl', bucket('features')],
  ['write other objects', 's3:PutObject', object('features', 'raw/1.parquet')],
  ['write into another bucket', 's3:PutObject', object('lake', `${STORE}/data/1.parquet`)],
  ['read records', 's3:GetObject', RECORDS],
  ['read manifests outside of its location', 's3:GetObject', object('features', 'raw/metadata/v1.metadata.json')],
  ['delete records', 's3:DeleteObject', RECORDS],
];

const tablesOf = (database: string): RequestRow[] => [
  ['update a table: its catalog', ['glue:GetTable', 'glue:UpdateTable'], arn('glue', 'catalog')],
  ['update a table: its database', ['glue:GetTable', 'glue:UpdateTable'], arn('glue', `database/${database}`)],
  ['update a table', ['glue:GetTable', 'glue:UpdateTable'], table(`${database}/churn_1700000000`)],
];

const noOtherTables = (database: string): RequestRow[] => [
  ['update a table of another database', 'glue:UpdateTable', table('payments/churn_1700000000')],
  ['update one of a database whose name starts the same', 'glue:UpdateTable', table(`${database}_2/churn_1700000000`)],
  ['update a table of another account', 'glue:UpdateTable', table(`${database}/churn_1700000000`, OTHER_ACCOUNT)],
  ['delete a table', 'glue:DeleteTable', table(`${database}/churn_1700000000`)],
];

const ONLINE: RequestRow[] = [
  [
    'use the key of online stores by Feature Store',
    [
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
    keyArn('volume'),
    bySageMaker(),
  ],
  ['use it in China', 'kms:Decrypt', keyArn('volume'), bySageMaker({}, IN_CHINA)],
  ['find the key', 'kms:ListAliases', '*'],
  ['let Feature Store use the key later', 'kms:CreateGrant', keyArn('volume'), bySageMaker(FOR_AWS)],
  ['let it use the key later in China', 'kms:CreateGrant', keyArn('volume'), bySageMaker(FOR_AWS, IN_CHINA)],
];

const NOTHING_ELSE_ONLINE: RequestRow[] = [
  ['decrypt records of online stores itself', 'kms:Decrypt', keyArn('volume')],
  ['decrypt by another service', 'kms:Decrypt', keyArn('volume'), { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }],
  ['use another key', 'kms:Decrypt', keyArn('other'), bySageMaker()],
  ['list keys', 'kms:ListKeys', '*'],
  ['let others use the key', 'kms:CreateGrant', keyArn('volume'), bySageMaker({ 'kms:GrantIsForAWSResource': 'false' })],
  ['let AWS use the key itself', 'kms:CreateGrant', keyArn('volume'), FOR_AWS],
];

export const FEATURE_STORE_TABLES: RequestTables = [
  {
    name: 'feature groups',
    statements: statementsOf(estate => ({ featureStore: { offlineStores: [estate.folder('features', 'store/')] } })),
    allowed: [...WRITE, ...tablesOf('sagemaker_featurestore')],
    denied: [...WRITE_ONLY, ...noOtherTables('sagemaker_featurestore')],
  },
  {
    name: 'feature groups with keys and own tables',
    statements: statementsOf((estate, stack) => ({
      featureStore: {
        offlineStores: [estate.folder('features', 'store/')],
        offlineStoreKey: estate.key('output'),
        databases: [glue.CfnDatabase.fromDatabaseName(stack, 'Database', 'churn')],
        onlineStoreKey: estate.key('volume'),
      },
    })),
    allowed: [
      ...WRITE,
      ...tablesOf('churn'),
      ...ONLINE,
      ['encrypt records, and decrypt manifests', ['kms:Decrypt', 'kms:GenerateDataKey'], keyArn('output')],
    ],
    denied: [
      ...WRITE_ONLY,
      ...noOtherTables('churn'),
      ...NOTHING_ELSE_ONLINE,
      ['update a table that Feature Store created', 'glue:UpdateTable', table('sagemaker_featurestore/churn_1700000000')],
      ['encrypt records with another key', 'kms:GenerateDataKey', keyArn('other')],
    ],
  },
];
