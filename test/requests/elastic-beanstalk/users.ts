import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { bucket, keyArn, object, OF_ANOTHER_ACCOUNT, OTHER_ACCOUNT, REGION, STORAGE } from './fixtures';
import {
  APPLICATION, beanstalk, BUNDLE, calls, CHANGE, CODE, DEPLOY, LIVE, LOG_GROUP, NO_OTHER_CODE, NO_SET_UP,
  OTHER_APPLICATION, OTHER_ENVIRONMENT, roleArn, SAVED, SET_UP, STACKS, statementsOf, TEST, TO_BEANSTALK, UPDATE,
  UPDATE_ONLY, VERSION, WATCH, WATCH_ONLY,
} from './users-fixtures';
import { INFRASTRUCTURE_TABLES } from './users-infrastructure';
import { S3Location } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const LOG_FILES = ['tail', 'bundle', 'analyze'].map(kind =>
  object(STORAGE, `resources/environments/logs/${kind}/e-abcdefghij/i-0/logs.zip`));
const USE_FILE = ['s3:DeleteObject', 's3:GetObject', 's3:GetObjectAcl', 's3:PutObjectAcl'];
const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
const BY_S3 = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
const BY_S3_IN_CHINA = { 'kms:ViaService': `s3.${REGION}.amazonaws.com.cn` };
const READ_GROUP = ['logs:DescribeLogStreams', 'logs:GetLogEvents'];

const WATCHERS: readonly RequestTable[] = [
  { name: 'a user who watches an environment', statements: statementsOf(() => ({})), allowed: WATCH, denied: WATCH_ONLY },
  {
    name: 'a user who watches environments with a prefix, and those of another application',
    statements: statementsOf(() => ({
      applications: [
        { applicationName: 'shop', environmentNamePrefix: 'shop-' },
        { applicationName: 'bank', environmentNames: ['bank-live'] },
      ],
    })),
    allowed: [
      ...WATCH,
      ['watch an environment with the prefix', calls('DescribeEnvironments'), beanstalk('environment/shop/shop-test')],
      ['watch an environment of the other application', calls('DescribeEnvironments'), OTHER_ENVIRONMENT],
      ['look the other application up', calls('DescribeApplications'), OTHER_APPLICATION],
      ['look its versions up', calls('DescribeApplicationVersions'), beanstalk('applicationversion/bank/v1')],
      ['look its saved configurations up', calls('DescribeConfigurationSettings'), beanstalk('configurationtemplate/bank/large')],
    ],
    denied: [
      ['watch an environment of the other application that is not listed', calls('DescribeEnvironments'), beanstalk('environment/bank/bank-test')],
      ['watch an environment whose name continues without the hyphen', calls('DescribeEnvironments'), beanstalk('environment/shop/shopfront-live')],
      ['watch an environment with the prefix in another application', calls('DescribeEnvironments'), beanstalk('environment/fraud/shop-live')],
    ],
  },
  {
    name: 'a user who reads logs',
    statements: statementsOf(() => ({ readLogs: true })),
    allowed: [
      ...WATCH,
      ['request logs', calls('RequestEnvironmentInfo', 'RetrieveEnvironmentInfo'), LIVE],
      ...LOG_FILES.map((file): RequestRow => ['read a log file', USE_FILE, file]),
      ['read log streams', READ_GROUP, `${LOG_GROUP}:log-stream:i-0`],
    ],
    denied: [
      ['request logs of another environment', calls('RequestEnvironmentInfo'), OTHER_ENVIRONMENT],
      ['read a log file in a bucket of another account', USE_FILE, LOG_FILES[0], OF_ANOTHER_ACCOUNT],
      ['read code', USE_FILE, object(STORAGE, CODE)],
      ['write a log file', 's3:PutObject', LOG_FILES[0]],
      ['read logs of another environment', READ_GROUP, LOG_GROUP.replace('shop-live', 'bank-live') + ':log-stream:i-0'],
      ['read logs of an environment with a similar name', READ_GROUP, LOG_GROUP.replace('shop-live', 'shop-live-2') + ':log-stream:i-0'],
      ['delete logs', 'logs:DeleteLogStream', `${LOG_GROUP}:log-stream:i-0`],
    ],
  },
  {
    name: 'a user who reads logs in an encrypted bucket',
    statements: statementsOf((_role, _vpc, stack) => ({
      readLogs: true, storage: { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', keyArn('storage')) },
    })),
    allowed: [
      ...WATCH,
      ['request logs', calls('RequestEnvironmentInfo', 'RetrieveEnvironmentInfo'), LIVE],
      ...LOG_FILES.map((file): RequestRow => ['read a log file', USE_FILE, file]),
      ['read log streams', READ_GROUP, `${LOG_GROUP}:log-stream:i-0`],
      ['use its key', 'kms:Decrypt', keyArn('storage'), BY_S3],
      ['use its key in China', 'kms:Decrypt', keyArn('storage'), BY_S3_IN_CHINA],
    ],
    denied: [
      ['encrypt', 'kms:GenerateDataKey', keyArn('storage'), BY_S3],
      ['use its key without Amazon S3', 'kms:Decrypt', keyArn('storage')],
    ],
  },
  {
    name: 'a user who reads the logs of an environment with a known id',
    statements: statementsOf(() => ({ readLogs: true, storage: { environmentIds: ['e-abcdefghij'] } })),
    allowed: [
      ...WATCH,
      ['request logs', calls('RequestEnvironmentInfo', 'RetrieveEnvironmentInfo'), LIVE],
      ...LOG_FILES.map((file): RequestRow => ['read a log file', USE_FILE, file]),
      ['read log streams', READ_GROUP, `${LOG_GROUP}:log-stream:i-0`],
    ],
    denied: [['read a log file of another environment', USE_FILE, LOG_FILES[0].replace('e-abcdefghij', 'e-klmnopqrst')]],
  },
];

const BUNDLES = 'arn:aws:s3:::shop-bundles';
const USE_BUNDLE = [
  's3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:GetObjectAcl', 's3:GetObjectVersion', 's3:ListMultipartUploadParts',
  's3:PutObject', 's3:PutObjectAcl',
];

const DEPLOYERS: readonly RequestTable[] = [
  {
    name: 'a pipeline that deploys versions in place',
    statements: statementsOf(() => ({ deployment: {} })),
    allowed: [...WATCH, ...CHANGE, ...DEPLOY, ...UPDATE],
    denied: [
      ...UPDATE_ONLY,
      ...NO_SET_UP,
      ['deploy to another environment', calls('UpdateEnvironment'), TEST],
      ['deploy to another application', calls('UpdateEnvironment'), OTHER_ENVIRONMENT],
      ['create a version of another application', calls('CreateApplicationVersion'), beanstalk('applicationversion/bank/v1')],
      ['create another application with a version', calls('CreateApplicationVersion'), OTHER_APPLICATION],
      ['delete a version', calls('DeleteApplicationVersion'), VERSION],
      ['tag the environment', calls('AddTags'), LIVE],
      ['create the environment', calls('CreateEnvironment'), LIVE],
      ['terminate the environment', calls('TerminateEnvironment'), LIVE],
      ['rebuild the environment', calls('RebuildEnvironment'), LIVE],
      ['take over its CNAME', calls('SwapEnvironmentCNAMEs'), LIVE],
      ['save its configuration', calls('CreateConfigurationTemplate'), SAVED],
      ['upload a bundle of another application', USE_BUNDLE, object(STORAGE, 'bank/app-1.zip')],
      ['upload a bundle to a bucket of another account', USE_BUNDLE, BUNDLE, OF_ANOTHER_ACCOUNT],
      ['upload a bundle to the bucket of another account', USE_BUNDLE, BUNDLE.replace(/\d{12}/, OTHER_ACCOUNT)],
      ['upload a bundle to the bucket of another region', USE_BUNDLE, BUNDLE.replace(REGION, 'us-east-1')],
      ['empty the bucket', 's3:DeleteBucket', bucket(STORAGE)],
    ],
  },
  {
    name: 'a pipeline that deletes old versions',
    statements: statementsOf(() => ({ deployment: { deleteVersions: true } })),
    allowed: [...WATCH, ...CHANGE, ...DEPLOY, ...UPDATE, ['delete a version', calls('DeleteApplicationVersion'), VERSION]],
    denied: [['delete a version of another application', calls('DeleteApplicationVersion'), beanstalk('applicationversion/bank/v1')]],
  },
  {
    name: 'a pipeline that deploys to an environment with a known id',
    statements: statementsOf(() => ({ deployment: {}, storage: { environmentIds: ['e-abcdefghij'] } })),
    allowed: [...WATCH, ...CHANGE, ...DEPLOY, ...UPDATE],
    denied: [...NO_OTHER_CODE, ...NO_SET_UP],
  },
  {
    name: 'a pipeline that deploys and sets the bucket up',
    statements: statementsOf(() => ({ deployment: {}, storage: { bucketSetup: true } })),
    allowed: [...WATCH, ...CHANGE, ...SET_UP, ...DEPLOY, ...UPDATE],
    denied: [['change the policy of a bucket of another account', 's3:PutBucketPolicy', bucket(STORAGE), OF_ANOTHER_ACCOUNT]],
  },
  {
    name: 'a pipeline that deploys to environments on Amazon EKS',
    statements: statementsOf(role => ({ deployment: {}, clusterEnvironments: { imageBuildRoles: [role('build')] } })),
    allowed: [
      ...WATCH, ...CHANGE, ...DEPLOY,
      ['look the role up', 'iam:GetRole', roleArn('build')],
      ...['codebuild', 'elasticbeanstalk'].map((service): RequestRow =>
        ['pass the role of builds', 'iam:PassRole', roleArn('build'), { 'iam:PassedToService': `${service}.amazonaws.com` }]),
    ],
    denied: [
      ...NO_SET_UP,
      ['read the template of a stack', 'cloudformation:GetTemplate', STACKS[0]],
      ['write the folder of an environment', 's3:PutObject', object(STORAGE, CODE)],
    ],
  },
  {
    name: 'a pipeline that deploys to environments with an operations role',
    statements: statementsOf(() => ({ deployment: { usesOperationsRole: true } })),
    allowed: [...WATCH, ...CHANGE, ...DEPLOY],
    denied: [
      ...NO_SET_UP,
      ['write its folder', 's3:PutObject', object(STORAGE, CODE)],
      ['update its stack', 'cloudformation:UpdateStack', STACKS[0]],
    ],
  },
  {
    name: 'a pipeline that uploads to an encrypted bucket, with keys of both buckets',
    statements: statementsOf((_role, _vpc, stack) => ({
      deployment: {},
      storage: {
        sourceBundles: [S3Location.prefix(s3.Bucket.fromBucketName(stack, 'Bundles', 'shop-bundles'), 'shop/')],
        encryptionKey: kms.Key.fromKeyArn(stack, 'Key', keyArn('storage')),
      },
    })),
    allowed: [
      ...WATCH, ...CHANGE, ...DEPLOY, ...UPDATE,
      ['upload elsewhere', USE_BUNDLE, `${BUNDLES}/shop/app-1.zip`],
      ['find the bucket', ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], BUNDLES],
      ['use its key', USE_KEY, keyArn('storage'), BY_S3],
      ['use its key in China', USE_KEY, keyArn('storage'), BY_S3_IN_CHINA],
    ],
    denied: [
      ['upload to another folder', USE_BUNDLE, `${BUNDLES}/bank/app-1.zip`],
      ['use another key', USE_KEY, keyArn('other'), BY_S3],
      ['use its key without Amazon S3', USE_KEY, keyArn('storage')],
      ['change the policy of the bucket', 's3:PutBucketPolicy', BUNDLES],
    ],
  },
];

const SAVE = calls('CreateConfigurationTemplate', 'UpdateConfigurationTemplate');
const SAVED_FILE = object(STORAGE, 'resources/templates/shop/large');
const USE_SAVED = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'];
const from = (kind: string, resource: string) => ({ [`elasticbeanstalk:From${kind}`]: resource });
const MANAGED = calls('AddTags', 'ApplyEnvironmentManagedAction', 'CreateEnvironment', 'DeleteEnvironmentConfiguration',
  'RebuildEnvironment', 'RemoveTags', 'TerminateEnvironment', 'UpdateTagsForResource');
const OPERATIONS = calls('AssociateEnvironmentOperationsRole', 'DisassociateEnvironmentOperationsRole');
const CREATE = calls('CreateApplication', 'UpdateApplication', 'UpdateApplicationResourceLifecycle');

/** Managing environments, whatever they are made of. */
export const MANAGE: readonly RequestRow[] = [
  ['manage the environment', MANAGED, LIVE],
  ['swap CNAMEs with the environment', calls('SwapEnvironmentCNAMEs'), LIVE, from('Environment', LIVE)],
  ['save a configuration', SAVE, SAVED],
  ['save the configuration of the environment', SAVE, SAVED, from('Environment', LIVE)],
  ['save a configuration of the application', SAVE, SAVED, from('Application', APPLICATION)],
  ['copy a configuration', SAVE, SAVED, from('ConfigurationTemplate', SAVED)],
  ['delete a configuration', calls('DeleteConfigurationTemplate'), SAVED],
  ['keep saved configurations in the bucket', USE_SAVED, SAVED_FILE],
];

const OPERATE: readonly RequestRow[] = [
  ['change the operations role', OPERATIONS, LIVE],
  ['pass the operations role', 'iam:PassRole', roleArn('operations'), TO_BEANSTALK],
];

const MANAGERS: readonly RequestTable[] = [
  {
    name: 'a user who manages environments with an operations role, and applications',
    statements: statementsOf(role => ({ management: { operationsRoles: [role('operations')], createApplications: true } })),
    allowed: [
      ...WATCH, ...CHANGE, ...MANAGE, ...OPERATE,
      ['create the application', CREATE, APPLICATION],
    ],
    denied: [
      ['terminate another environment', MANAGED, TEST],
      ['terminate the environment of another application', MANAGED, OTHER_ENVIRONMENT],
      ['take over the CNAME of another application', calls('SwapEnvironmentCNAMEs'), LIVE, from('Environment', OTHER_ENVIRONMENT)],
      ['swap another environment', calls('SwapEnvironmentCNAMEs'), OTHER_ENVIRONMENT, from('Environment', LIVE)],
      ['save the configuration of another application', SAVE, SAVED, from('Environment', OTHER_ENVIRONMENT)],
      ['copy a configuration of another application', SAVE, SAVED, from('ConfigurationTemplate', beanstalk('configurationtemplate/bank/large'))],
      ['save all of another application', SAVE, SAVED, from('Application', OTHER_APPLICATION)],
      ['save a configuration in another application', SAVE, beanstalk('configurationtemplate/bank/large')],
      ['read saved configurations of another application', USE_SAVED, object(STORAGE, 'resources/templates/bank/large')],
      ['change the operations role of another environment', OPERATIONS, OTHER_ENVIRONMENT],
      ['pass another role', 'iam:PassRole', roleArn('admin'), TO_BEANSTALK],
      ['pass the operations role to instances', 'iam:PassRole', roleArn('operations'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['create another application', CREATE, OTHER_APPLICATION],
      ['delete the application', calls('DeleteApplication'), APPLICATION],
      ...NO_SET_UP,
    ],
  },
  {
    name: 'a user who deletes applications',
    statements: statementsOf(role => ({ management: { operationsRoles: [role('operations')], deleteApplications: true } })),
    allowed: [
      ...WATCH, ...CHANGE, ...MANAGE, ...OPERATE,
      ['delete the application', calls('DeleteApplication'), APPLICATION],
    ],
    denied: [
      ['delete another application', calls('DeleteApplication'), OTHER_APPLICATION],
      ['create the application', CREATE, APPLICATION],
    ],
  },
  {
    name: 'a user who creates environments on Amazon EKS',
    statements: statementsOf(role => ({
      management: {},
      clusterEnvironments: {
        clusterRoles: [role('cluster')],
        nodeRoles: [role('node')],
        observabilityRoles: [role('observability')],
        applicationRoles: [role('application')],
        imageBuildRoles: [role('build')],
      },
    })),
    allowed: [
      ...WATCH, ...CHANGE, ...MANAGE,
      ...Object.entries({
        cluster: ['eks.amazonaws.com'],
        node: ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'],
        observability: ['pods.eks.amazonaws.com'],
        application: ['pods.eks.amazonaws.com'],
        build: ['codebuild.amazonaws.com'],
      }).flatMap(([name, services]): readonly RequestRow[] => [
        ['look the role up', 'iam:GetRole', roleArn(name)],
        ...[...services, 'elasticbeanstalk.amazonaws.com'].map((service): RequestRow =>
          ['pass the role', 'iam:PassRole', roleArn(name), { 'iam:PassedToService': service }]),
      ]),
      ...['eks', 'elasticbeanstalk'].map((service): RequestRow => [
        'create a service-linked role', 'iam:CreateServiceLinkedRole',
        roleArn(`aws-service-role/${service}.amazonaws.com/AWSServiceRoleForIt`), { 'iam:AWSServiceName': `${service}.amazonaws.com` },
      ]),
    ],
    denied: [
      ['look another role up', 'iam:GetRole', roleArn('admin')],
      ['pass another role', 'iam:PassRole', roleArn('admin'), { 'iam:PassedToService': 'eks.amazonaws.com' }],
      ['pass the role of the cluster to nodes', 'iam:PassRole', roleArn('cluster'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass the role of nodes to pods', 'iam:PassRole', roleArn('node'), { 'iam:PassedToService': 'pods.eks.amazonaws.com' }],
      ['pass the role of builds to pods', 'iam:PassRole', roleArn('build'), { 'iam:PassedToService': 'pods.eks.amazonaws.com' }],
      ['create another service-linked role', 'iam:CreateServiceLinkedRole',
        roleArn('aws-service-role/ecs.amazonaws.com/AWSServiceRoleForIt'), { 'iam:AWSServiceName': 'eks.amazonaws.com' }],
    ],
  },
];

export const BEANSTALK_USER_TABLES: readonly RequestTable[] = [
  ...WATCHERS, ...DEPLOYERS, ...MANAGERS, ...INFRASTRUCTURE_TABLES,
];
