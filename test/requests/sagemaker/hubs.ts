import { ACCOUNT, arn, object, OTHER_ACCOUNT, PUT_METRICS, statementsOf, WRITE_LOGS } from './fixtures';
import { SageMakerHub } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const LOGS = '/aws/sagemaker/NotebookInstances';
const STREAM = 'churn/jupyter.log';

const READ_HUB = ['sagemaker:DescribeHub', 'sagemaker:DescribeHubContent', 'sagemaker:ListHubContents'];
const READ_CONTENT = ['sagemaker:DescribeHubContent', 'sagemaker:ListHubContentVersions'];

const hubs = () => [
  SageMakerHub.publicHub(), SageMakerHub.named('Churn'), SageMakerHub.shared(arn('sagemaker', 'hub/platform', OTHER_ACCOUNT)),
];

const READ_HUBS: readonly RequestRow[] = [
  ...([['SageMakerPublicHub', 'aws'], ['Churn', ACCOUNT], ['churn', ACCOUNT], ['platform', OTHER_ACCOUNT]] as const)
    .flatMap(([name, account]): RequestRow[] => [
      [`read the hub ${name}`, READ_HUB, arn('sagemaker', `hub/${name}`, account)],
      [`read contents of the hub ${name}`, READ_CONTENT, arn('sagemaker', `hub-content/${name}/Model/bert/1.0.0`, account)],
    ]),
  ['read a model of JumpStart', 's3:GetObject', object('jumpstart-cache-prod-eu-central-1', 'infer/bert.tar.gz')],
];

const NO_OTHER_HUBS: readonly RequestRow[] = [
  ['read another hub', 'sagemaker:DescribeHub', arn('sagemaker', 'hub/fraud')],
  ['read contents of another hub', 'sagemaker:DescribeHubContent', arn('sagemaker', 'hub-content/fraud/Model/bert/1.0.0')],
  ['read another hub of AWS', 'sagemaker:DescribeHub', arn('sagemaker', 'hub/Churn', 'aws')],
  ['add a model to a hub', 'sagemaker:ImportHubContent', arn('sagemaker', 'hub/Churn')],
  ['delete a hub', 'sagemaker:DeleteHub', arn('sagemaker', 'hub/Churn')],
  ['read models in other regions', 's3:GetObject', object('jumpstart-cache-prod-us-east-1', 'infer/bert.tar.gz')],
  ['write a model of JumpStart', 's3:PutObject', object('jumpstart-cache-prod-eu-central-1', 'infer/bert.tar.gz')],
];

const ALONE: readonly RequestRow[] = [
  ...WRITE_LOGS(LOGS, STREAM),
  ...PUT_METRICS('/aws/sagemaker/TrainingJobs'),
  ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
];

const QUIET = { apiAccess: [], passItself: false, readMetrics: false };

export const HUB_TABLES: readonly RequestTable[] = [
  {
    name: 'a notebook instance with hubs',
    statements: statementsOf(() => ({ notebookInstance: { ...QUIET, hubs: hubs() } })),
    allowed: [...ALONE, ...READ_HUBS],
    denied: NO_OTHER_HUBS,
  },
];

export const STUDIO_HUB_TABLES: readonly RequestTable[] = [
  {
    name: 'the users of a Studio domain with hubs',
    statements: () => statementsOf(() => ({ studio: { ...QUIET, hubs: hubs() } }))()
      .filter(({ Sid = '' }) => /^StudioRead(Hubs|JumpStart)$/.test(Sid)),
    allowed: READ_HUBS,
    denied: NO_OTHER_HUBS,
  },
];
