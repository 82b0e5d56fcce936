import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  ACCOUNT, arn, bucket, FOR_AWS, keyArn, NO_OTHER_LOGS, NO_OTHER_METRICS, object, OTHER_ACCOUNT, PULL_IMAGES,
  PUT_METRICS, repository, roleArn, statementsOf, TO_SAGEMAKER, WRITE_LOGS,
} from './fixtures';
import { furtherApi } from './further-api';
import { STUDIO_HUB_TABLES } from './hubs';
import { mlflowClientTables } from './mlflow';
import { CALL_SAGEMAKER, PUSH, PUSH_ONLY, READ_JOB_LOGS } from './notebook-instance';
import { SageMakerApiAccess } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const LOGS = '/aws/sagemaker/studio';
const STREAM = 'd-lab/ann/JupyterLab/default';

const DOMAIN = 'd-lab';
const inSageMaker = (...actions: string[]) => actions.map(action => `sagemaker:${action}`);
const space = (name: string, domain = DOMAIN) => arn('sagemaker', `space/${domain}/${name}`);
const app = (of: string, type = 'jupyterlab', domain = DOMAIN) => arn('sagemaker', `app/${domain}/${of}/${type}/default`);
const profile = (name: string, domain = DOMAIN) => arn('sagemaker', `user-profile/${domain}/${name}`);

/** What SageMaker adds to a request of Ann from Studio. */
const ANN = { 'sagemaker:DomainId': DOMAIN, 'sagemaker:UserProfileName': 'ann' };
/** A space, or an app in one, of a user profile. */
const of = (owner: string, sharing: string, domain = DOMAIN) =>
  ({ ...ANN, 'sagemaker:OwnerUserProfileArn': profile(owner, domain), 'sagemaker:SpaceSharingType': sharing });
const ANNS_PRIVATE = of('ann', 'Private');
const ANNS_SHARED = of('ann', 'Shared');
const BOBS_PRIVATE = of('bob', 'Private');
const BOBS_SHARED = of('bob', 'Shared');

const SPACES = inSageMaker('CreateSpace', 'DeleteSpace', 'UpdateSpace');
const APPS = inSageMaker('CreateApp', 'DeleteApp');
const LISTS = inSageMaker('ListApps', 'ListDomains', 'ListSpaces', 'ListUserProfiles');

/** What opening JupyterLab asks for. */
export const OPEN_JUPYTER_LAB: RequestRow[] = [
  ['find the domain, the profile and its spaces', LISTS, '*'],
  ['read the settings of the domain', 'sagemaker:DescribeDomain', arn('sagemaker', 'domain/d-lab')],
  ['read the settings of the profile', inSageMaker('DescribeUserProfile', 'ListTags'), profile('ann')],
  ['create, change and delete a private space', SPACES, space('work'), ANNS_PRIVATE],
  ['tag the space on creation', 'sagemaker:AddTags', space('work'), { ...ANN, 'sagemaker:TaggingAction': 'CreateSpace' }],
  ['run JupyterLab in it', APPS, app('work'), ANNS_PRIVATE],
  ['tag the app on creation', 'sagemaker:AddTags', app('work'), { ...ANN, 'sagemaker:TaggingAction': 'CreateApp' }],
  ['see the space', 'sagemaker:DescribeSpace', space('work'), ANN],
  ['wait for the app', 'sagemaker:DescribeApp', app('work'), ANN],
  ['open it', 'sagemaker:CreatePresignedDomainUrl', profile('ann'), ANN],
  ...WRITE_LOGS(LOGS, STREAM),
];

export const RUN_SHARED_APPS: RequestRow[] = [
  ['run apps in the shared space of another', APPS, app('team'), BOBS_SHARED],
];

const OTHER_APPS: RequestRow[] = [
  ...RUN_SHARED_APPS,
  ['create, change and delete an own shared space', SPACES, space('team'), ANNS_SHARED],
  ['create, change and delete a shared space without an owner', SPACES, space('all'), ANN],
  ['run Code Editor in a private space', APPS, app('edit', 'codeeditor'), ANNS_PRIVATE],
  ['run the Canvas of the profile', APPS, app('ann', 'canvas'), ANN],
];

/** Requests for what belongs to others: each is a near miss of a request above. */
export const OF_OTHERS: RequestRow[] = [
  ['create a private space for another', 'sagemaker:CreateSpace', space('work'), BOBS_PRIVATE],
  ['change the private space of another', 'sagemaker:UpdateSpace', space('work'), BOBS_PRIVATE],
  ['delete the private space of another', 'sagemaker:DeleteSpace', space('work'), BOBS_PRIVATE],
  ['delete the shared space of another', 'sagemaker:DeleteSpace', space('team'), BOBS_SHARED],
  ['run an app in the private space of another', 'sagemaker:CreateApp', app('work'), BOBS_PRIVATE],
  ['stop an app in the private space of another', 'sagemaker:DeleteApp', app('work'), BOBS_PRIVATE],
  ['run the Canvas of another', 'sagemaker:CreateApp', app('bob', 'canvas'), ANN],
  ['stop the Canvas of another', 'sagemaker:DeleteApp', app('bob', 'canvas'), ANN],
  ['open the Studio of another', 'sagemaker:CreatePresignedDomainUrl', profile('bob'), ANN],
  ['delete a space of the same name in another domain', 'sagemaker:DeleteSpace', space('work', 'd-other'), ANNS_PRIVATE],
  ['delete a space of a user of the same name', 'sagemaker:DeleteSpace', space('work'), of('ann', 'Private', 'd-other')],
  ['run apps in a shared space of another domain', 'sagemaker:CreateApp', app('team', 'jupyterlab', 'd-other'), BOBS_SHARED],
  ['delete a shared space of another domain', 'sagemaker:DeleteSpace', space('all', 'd-other'), ANN],
  ['create an own space from elsewhere', 'sagemaker:CreateSpace', space('work'),
    { 'sagemaker:OwnerUserProfileArn': profile('ann'), 'sagemaker:SpaceSharingType': 'Private' }],
  ['tag the space of another', 'sagemaker:AddTags', space('work'), ANN],
  ['tag the profile of another', 'sagemaker:AddTags', profile('bob'), { ...ANN, 'sagemaker:TaggingAction': 'CreateApp' }],
  ['remove tags of a space', 'sagemaker:DeleteTags', space('work'), ANN],
  ['change the own profile', 'sagemaker:UpdateUserProfile', profile('ann'), ANN],
  ['delete the own profile', 'sagemaker:DeleteUserProfile', profile('ann'), ANN],
  ['change the domain', 'sagemaker:UpdateDomain', arn('sagemaker', 'domain/d-lab')],
  ['see a space of another account', 'sagemaker:DescribeSpace', arn('sagemaker', 'space/d-lab/x', OTHER_ACCOUNT), ANN],
  ['see a space of another region', 'sagemaker:DescribeSpace', arn('sagemaker', 'space/d-lab/x', ACCOUNT, 'us-east-1'), ANN],
];

const TRACKING_SERVER = arn('sagemaker', 'mlflow-tracking-server/churn');

const START_SESSION = 'sagemaker:StartSession';
const taggedFor = (name: string) => ({ ...ANN, 'sagemaker:ResourceTag/sagemaker:user-profile-arn': profile(name) });

export const STUDIO_TABLES: RequestTables = [
  {
    name: 'the users of a Studio domain',
    statements: statementsOf(() => ({ roleName: 'studio', domain: {}, studio: {} })),
    allowed: [
      ...OPEN_JUPYTER_LAB,
      ...OTHER_APPS,
      ...CALL_SAGEMAKER,
      ...READ_JOB_LOGS,
      ...PUT_METRICS('/aws/sagemaker/TrainingJobs'),
      ['read metrics', ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'], '*'],
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ['see a space of another domain', 'sagemaker:DescribeSpace', space('work', 'd-other'), ANN],
      ['see the tagged space', 'sagemaker:DescribeSpace', space('work'), taggedFor('ann')],
      ['find the path of its role', 'iam:GetRole', roleArn('studio')],
      ['pass its own role', 'iam:PassRole', roleArn('studio'), TO_SAGEMAKER],
    ],
    denied: [
      ...OF_OTHERS,
      ...NO_OTHER_LOGS(LOGS, STREAM),
      ...NO_OTHER_METRICS,
      ['connect from a local editor', START_SESSION, space('work'), taggedFor('ann')],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['pass its role to another service', 'iam:PassRole', roleArn('studio'), { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ],
  },
  {
    name: 'the users of a Studio domain with every option',
    statements: statementsOf((estate, stack) => ({
      domain: { key: estate.key('volume') },
      studio: {
        domains: [sagemaker.CfnDomain.fromDomainId(stack, 'Domain', DOMAIN)],
        remoteAccess: true,
        apiAccess: [SageMakerApiAccess.of('Workteams', { actions: ['sagemaker:ListWorkteams'] })],
        data: [estate.folder('data', 'lab/')],
        readOnlyData: [estate.folder('archive', '2024/')],
        images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
        pushableImages: [estate.image('team')],
        imageManagement: [estate.image('lab')],
        codeRepositories: [codecommit.Repository.fromRepositoryName(stack, 'Code', 'churn')],
        readOnlyCodeRepositories: [codecommit.Repository.fromRepositoryName(stack, 'Library', 'library')],
        passItself: false,
        passableRoles: [iam.Role.fromRoleName(stack, 'Training', 'training')],
        readMetrics: false,
        inputKeys: [estate.key('input')],
        outputKey: estate.key('output'),
        metricNamespaces: ['my-code'],
      },
    })),
    allowed: [
      ...OPEN_JUPYTER_LAB,
      ...OTHER_APPS,
      ...PULL_IMAGES,
      ...PUT_METRICS('my-code'),
      ['let AWS use the key of the domain', 'kms:CreateGrant', keyArn('volume'), FOR_AWS],
      ['connect from a local editor to an own space', START_SESSION, space('work'), taggedFor('ann')],
      ['list work teams', 'sagemaker:ListWorkteams', '*'],
      ['create, find and list its bucket', ['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
      ['work on data', ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'], object('data', 'lab/churn.csv')],
      ['read data', 's3:GetObject', object('archive', '2024/churn.csv')],
      ['find and list the bucket that it only reads', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('archive')],
      ['push an image', PUSH_ONLY, repository('team')],
      ['manage its images', PUSH, repository('lab')],
      ['pull the images that it manages', 'ecr:BatchGetImage', repository('lab')],
      ['pull the layers that it pushes', 'ecr:BatchGetImage', repository('team')],
      ['pull and push code', ['codecommit:GitPull', 'codecommit:GitPush'], arn('codecommit', 'churn')],
      ['pull code', 'codecommit:GitPull', arn('codecommit', 'library')],
      ['decrypt data', 'kms:Decrypt', keyArn('input')],
      ['encrypt data', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['look up the key of the domain', 'kms:DescribeKey', keyArn('volume')],
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ...PUT_METRICS('/aws/sagemaker/studio'),
      ['pass a listed role', 'iam:PassRole', roleArn('training'), TO_SAGEMAKER],
    ],
    denied: [
      ...OF_OTHERS,
      ['see a space of another domain', 'sagemaker:DescribeSpace', space('work', 'd-other'), ANN],
      ['see another domain', 'sagemaker:DescribeDomain', arn('sagemaker', 'domain/d-lab-2')],
      ['see a profile of another domain', 'sagemaker:DescribeUserProfile', profile('ann', 'd-lab-2')],
      ['connect to the space of another', START_SESSION, space('work'), taggedFor('bob')],
      ['connect to a space without its tag', START_SESSION, space('work'), ANN],
      ['connect to a space of another domain', START_SESSION, space('work', 'd-other'), taggedFor('ann')],
      ['let anyone use the key of the domain', 'kms:CreateGrant', keyArn('volume')],
      ['write data that it only reads', 's3:PutObject', object('archive', '2024/churn.csv')],
      ['delete images', 'ecr:BatchDeleteImage', repository('team')],
      ['push code that it only pulls', 'codecommit:GitPush', arn('codecommit', 'library')],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
      ['read metrics', 'cloudwatch:GetMetricData', '*'],
    ],
  },
  ...furtherApi('studio', 'Studio', 'the users of a Studio domain'),
  ...STUDIO_HUB_TABLES,
  ...mlflowClientTables('the users of a Studio domain', [], mlflow => ({ studio: { apiAccess: [], mlflow } }), /^StudioMlflow/),
  {
    name: 'the users of a Studio domain with the whole API',
    statements: () => statementsOf(() => ({ studio: { apiAccess: [SageMakerApiAccess.UNRESTRICTED] } }))()
      .filter(({ Sid }) => Sid === 'StudioCallUnrestricted'),
    allowed: [
      ['delete the private space of another', 'sagemaker:DeleteSpace', space('work'), BOBS_PRIVATE],
      ['open a notebook instance', 'sagemaker:CreatePresignedNotebookInstanceUrl', arn('sagemaker', 'notebook-instance/lab')],
      ['find a tracking server', 'sagemaker:DescribeMlflowTrackingServer', TRACKING_SERVER],
    ],
    denied: [
      ['read a run of a tracking server', 'sagemaker-mlflow:GetRun', TRACKING_SERVER],
    ],
  },
];
