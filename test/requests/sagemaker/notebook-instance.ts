import { Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ACCOUNT, arn, bucket, Estate, keyArn, NO_MORE_NETWORK, NO_OTHER_IMAGES, NO_OTHER_LOGS, NO_OTHER_METRICS,
  NO_OTHER_VOLUME_KEY, object, OTHER_ACCOUNT, PULL_IMAGES, PUT_METRICS, REGION, repository, roleArn, SDK_BUCKET,
  statementsOf, statementsOnBuckets, TO_SAGEMAKER, USE_NETWORK, VOLUME_KEY, WRITE_LOGS,
} from './fixtures';
import { furtherApi, inSageMaker, TAGGING } from './further-api';
import { HUB_TABLES } from './hubs';
import { mlflowClientTables } from './mlflow';
import { S3Location, SageMakerApiAccess, SageMakerNotebookInstanceOptions } from '../../../src';
import { RequestRow, RequestTables } from '../../support/request-table';

const LOGS = '/aws/sagemaker/NotebookInstances';
const STREAM = 'churn/jupyter.log';
const NAMESPACE = '/aws/sagemaker/TrainingJobs';

/** The calls of the SDK in the notebook, by resource type. */
const CALLS: Record<string, string[]> = {
  'training-job': [
    'CreateTrainingJob', 'DeleteTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob', 'UpdateTrainingJob',
  ],
  'hyper-parameter-tuning-job': [
    'CreateHyperParameterTuningJob', 'DeleteHyperParameterTuningJob', 'DescribeHyperParameterTuningJob',
    'ListTrainingJobsForHyperParameterTuningJob', 'StopHyperParameterTuningJob',
  ],
  'processing-job': ['CreateProcessingJob', 'DeleteProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
  'transform-job': ['CreateTransformJob', 'DescribeTransformJob', 'StopTransformJob'],
  'automl-job': [
    'CreateAutoMLJob', 'CreateAutoMLJobV2', 'DescribeAutoMLJob', 'DescribeAutoMLJobV2', 'StopAutoMLJob',
  ],
  'model': ['CreateModel', 'DeleteModel', 'DescribeModel'],
  'endpoint': [
    'CreateEndpoint', 'CreateInferenceComponent', 'DeleteEndpoint', 'DescribeEndpoint', 'InvokeEndpoint',
    'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream', 'UpdateEndpoint', 'UpdateEndpointWeightsAndCapacities',
  ],
  'endpoint-config': [
    'CreateEndpoint', 'CreateEndpointConfig', 'DeleteEndpointConfig', 'DescribeEndpointConfig', 'UpdateEndpoint',
  ],
  'inference-component': [
    'CreateInferenceComponent', 'DeleteInferenceComponent', 'DescribeInferenceComponent', 'InvokeEndpoint',
    'UpdateInferenceComponent', 'UpdateInferenceComponentRuntimeConfig',
  ],
};

const LISTS = [
  'ListAutoMLJobs', 'ListCandidatesForAutoMLJob', 'ListEndpointConfigs', 'ListEndpoints',
  'ListHyperParameterTuningJobs', 'ListInferenceComponents', 'ListModels', 'ListProcessingJobs', 'ListTrainingJobs',
  'ListTrainingPlans', 'ListTransformJobs',
];

export const CALL_SAGEMAKER: RequestRow[] = [
  ...Object.entries(CALLS).map(([type, actions]): RequestRow => [
    `work with something of the type ${type}`,
    inSageMaker([...actions, ...TAGGING]),
    arn('sagemaker', `${type}/churn`),
  ]),
  ['train on a training plan', inSageMaker(['CreateTrainingJob', 'DescribeTrainingPlan']), arn('sagemaker', 'training-plan/churn')],
  ['train on reserved capacity', inSageMaker(['CreateTrainingJob', 'DescribeReservedCapacity']), arn('sagemaker', 'reserved-capacity/churn')],
  ['list resources', inSageMaker(LISTS), '*'],
];

const CALL_NOTHING_ELSE: RequestRow[] = [
  ['describe a job of another account', 'sagemaker:DescribeTrainingJob', arn('sagemaker', 'training-job/churn', OTHER_ACCOUNT)],
  ['create a job in another region', 'sagemaker:CreateTrainingJob', arn('sagemaker', 'training-job/churn', ACCOUNT, 'us-east-1')],
  ['tag a notebook instance', 'sagemaker:AddTags', arn('sagemaker', 'notebook-instance/of-somebody-else')],
  ['list parts of the API that are not listed', inSageMaker(['ListPipelines', 'ListNotebookInstances', 'ListDomains']), '*'],
];

export const PUSH_ONLY = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const MANAGE_ONLY = [
  'ecr:BatchDeleteImage', 'ecr:CreateRepository', 'ecr:DeleteRepository', 'ecr:DeleteRepositoryPolicy',
  'ecr:SetRepositoryPolicy',
];
export const PUSH = [...PUSH_ONLY, ...MANAGE_ONLY];

const FILE_SYSTEM = arn('elasticfilesystem', 'file-system/fs-0123456789abcdef0');
const VPC_ENDPOINT_PARTS = ['vpc/vpc-0123456789abcdef0', 'route-table/rtb-1', 'security-group/sg-1', 'subnet/subnet-1', 'vpc-endpoint/vpce-1'];

const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** fit() prints logs while it waits. */
export const READ_JOB_LOGS = ['TrainingJobs', 'ProcessingJobs', 'TransformJobs', 'Endpoints/churn', 'InferenceComponents/churn'].flatMap((group): RequestRow[] => [
  ['find the logs of its jobs', 'logs:DescribeLogStreams', arn('logs', `log-group:/aws/sagemaker/${group}`)],
  ['read the logs of its jobs', 'logs:GetLogEvents', arn('logs', `log-group:/aws/sagemaker/${group}:log-stream:a`)],
]);

const PASS_NOTHING_ELSE: RequestRow[] = [
  ['pass another role', 'iam:PassRole', roleArn('administrator'), TO_SAGEMAKER],
  ['pass a role whose name starts the same', 'iam:PassRole', roleArn('training-admin'), TO_SAGEMAKER],
  ['pass a role to another service', 'iam:PassRole', roleArn('training'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
  ['pass a role without a service', 'iam:PassRole', roleArn('training')],
];

export const NOTEBOOK_INSTANCE_TABLES: RequestTables = [
  {
    name: 'a notebook instance',
    statements: statementsOf((estate, stack) => ({
      roleName: 'notebook',
      notebookInstance: notebookInstance(estate, stack),
    })),
    allowed: [
      ...CALL_SAGEMAKER,
      ...WRITE_LOGS(LOGS, STREAM),
      ...PUT_METRICS(NAMESPACE, 'my-code'),
      ...PULL_IMAGES,
      ...USE_NETWORK,
      ...VOLUME_KEY,
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ...READ_JOB_LOGS,
      ['read metrics', ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'], '*'],
      ['create, find and list its bucket', ['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket'], bucket('data')],
      [
        'work on its data',
        ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        object('data', 'lab/churn.csv'),
      ],
      ['decrypt data', 'kms:Decrypt', keyArn('input')],
      ['encrypt data', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], keyArn('output')],
      ['manage its images', PUSH, repository('lab')],
      ['find the layers that it pushes, and pull them', PULL_ACTIONS, repository('lab')],
      ['find the role of its instance', 'sagemaker:DescribeNotebookInstance', arn('sagemaker', 'notebook-instance/churn')],
      ['find the path of its role', 'iam:GetRole', roleArn('notebook')],
      ['pull and push code', ['codecommit:GitPull', 'codecommit:GitPush'], arn('codecommit', 'churn')],
      ['find the mount targets of its file system', 'elasticfilesystem:DescribeMountTargets', FILE_SYSTEM],
      ['find Lustre file systems', 'fsx:DescribeFileSystems', '*'],
      ...VPC_ENDPOINT_PARTS.map((part): RequestRow =>
        ['create a VPC endpoint in its VPC', 'ec2:CreateVpcEndpoint', arn('ec2', part)]),
      ['find route tables', 'ec2:DescribeRouteTables', '*'],
      ['pass its own role', 'iam:PassRole', roleArn('notebook'), TO_SAGEMAKER],
      ['pass a listed role', 'iam:PassRole', roleArn('training'), TO_SAGEMAKER],
      ['find and list the bucket that it only reads', ['s3:GetBucketLocation', 's3:ListBucket'], bucket('archive')],
      ['read data', 's3:GetObject', object('archive', '2024/churn.csv')],
      ['push an image, and pull it', [...PUSH_ONLY, ...PULL_ACTIONS], repository('team')],
      ['pull code', 'codecommit:GitPull', arn('codecommit', 'library')],
      ...['churn-lab', 'Churn-Lab'].map((name): RequestRow => [
        `stop its instance ${name} when it is idle`,
        ['sagemaker:DescribeNotebookInstance', 'sagemaker:StopNotebookInstance'],
        arn('sagemaker', `notebook-instance/${name}`),
      ]),
    ],
    denied: [
      ['write data that it only reads', 's3:PutObject', object('archive', '2024/churn.csv')],
      ['delete data that it only reads', 's3:DeleteObject', object('archive', '2024/churn.csv')],
      ['read other data of the bucket', 's3:GetObject', object('archive', '2023/churn.csv')],
      ['create a bucket that it only reads', 's3:CreateBucket', bucket('archive')],
      ...MANAGE_ONLY.map((action): RequestRow =>
        [`call ${action} where it only pushes`, action, repository('team')]),
      ['push code that it only pulls', 'codecommit:GitPush', arn('codecommit', 'library')],
      ['stop the instance of others', 'sagemaker:StopNotebookInstance', arn('sagemaker', 'notebook-instance/churn-lab-2')],
      ['start its instance', 'sagemaker:StartNotebookInstance', arn('sagemaker', 'notebook-instance/churn-lab')],
      ['delete its instance', 'sagemaker:DeleteNotebookInstance', arn('sagemaker', 'notebook-instance/churn-lab')],
      ...CALL_NOTHING_ELSE,
      ...PASS_NOTHING_ELSE,
      ...NO_OTHER_LOGS(LOGS, STREAM),
      ...NO_OTHER_METRICS,
      ...NO_OTHER_IMAGES.filter(([, action]) => action !== 'ecr:PutImage'),
      ...NO_MORE_NETWORK,
      ...NO_OTHER_VOLUME_KEY,
      ['read another prefix', 's3:GetObject', object('data', 'production/churn.csv')],
      ['delete from another prefix', 's3:DeleteObject', object('data', 'production/churn.csv')],
      ['list another bucket', 's3:ListBucket', bucket('other-data')],
      ['create another bucket', 's3:CreateBucket', bucket('other-data')],
      ['delete its bucket', 's3:DeleteBucket', bucket('data')],
      ['change the policy of its bucket', 's3:PutBucketPolicy', bucket('data')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['manage other images', PUSH, repository('production')],
      ['push to the repository that it pulls from', 'ecr:PutImage', repository('train')],
      ['pull from a repository that is in no option', 'ecr:BatchGetImage', repository('production')],
      ['look up another role', 'iam:GetRole', roleArn('administrator')],
      ['open an instance', 'sagemaker:CreatePresignedNotebookInstanceUrl', arn('sagemaker', 'notebook-instance/churn')],
      ['read the logs of Studio', 'logs:GetLogEvents', arn('logs', `log-group:/aws/sagemaker/studio:log-stream:${STREAM}`)],
      ['push other code', 'codecommit:GitPush', arn('codecommit', 'billing')],
      ['push code in another account', 'codecommit:GitPush', arn('codecommit', 'churn', OTHER_ACCOUNT)],
      ['delete the code', 'codecommit:DeleteRepository', arn('codecommit', 'churn')],
      [
        'find another file system',
        'elasticfilesystem:DescribeMountTargets',
        arn('elasticfilesystem', 'file-system/fs-0fedcba9876543210'),
      ],
      ['create a VPC endpoint in another VPC', 'ec2:CreateVpcEndpoint', arn('ec2', 'vpc/vpc-0fedcba9876543210')],
      ['delete a VPC endpoint', 'ec2:DeleteVpcEndpoints', arn('ec2', 'vpc-endpoint/vpce-1')],
    ],
  },
  {
    name: 'a notebook instance that works on the default bucket of the Python SDK',
    statements: statementsOnBuckets(() => ({ notebookInstance: { data: [S3Location.sageMakerDefaultBucket()] } })),
    allowed: [
      ['create, find and list the bucket', ['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket'], bucket(SDK_BUCKET)],
      [
        'upload code and data, and download results',
        ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        object(SDK_BUCKET, 'churn/source/sourcedir.tar.gz'),
      ],
    ],
    denied: [
      ['create the default bucket of another region', 's3:CreateBucket', bucket(`sagemaker-us-east-1-${ACCOUNT}`)],
      ['read that of another account', 's3:GetObject', object(`sagemaker-${REGION}-${OTHER_ACCOUNT}`, 'churn/train.csv')],
      ['delete the bucket', 's3:DeleteBucket', bucket(SDK_BUCKET)],
      ['work on its own data', 's3:GetObject', object('data', 'lab/churn.csv')],
    ],
  },
  ...furtherApi('notebookInstance', 'NotebookInstance', 'a notebook instance'),
  {
    name: 'a notebook instance with the whole API and a role without a name',
    statements: statementsOf((_estate, stack) => ({
      notebookInstance: {
        apiAccess: [SageMakerApiAccess.UNRESTRICTED],
        passItself: false,
        passableRoles: [iam.Role.fromRoleName(stack, 'Training', 'training')],
        readMetrics: false,
      },
    })),
    allowed: [
      ...WRITE_LOGS(LOGS, STREAM),
      ...PUT_METRICS(NAMESPACE),
      ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
      ...READ_JOB_LOGS,
      [
        'open a notebook instance',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        arn('sagemaker', 'notebook-instance/churn'),
      ],
      ['pass a listed role', 'iam:PassRole', roleArn('training'), TO_SAGEMAKER],
    ],
    denied: [
      ...PASS_NOTHING_ELSE,
      ...NO_OTHER_METRICS,
      ['delete its logs', 'logs:DeleteLogStream', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
    ],
  },
  ...HUB_TABLES,
  ...mlflowClientTables('a notebook instance', [
    ...WRITE_LOGS(LOGS, STREAM),
    ...PUT_METRICS(NAMESPACE),
    ['read its logs', 'logs:GetLogEvents', arn('logs', `log-group:${LOGS}:log-stream:${STREAM}`)],
  ], mlflow => ({ notebookInstance: { apiAccess: [], passItself: false, readMetrics: false, mlflow } })),
];

function notebookInstance(estate: Estate, stack: Stack): SageMakerNotebookInstanceOptions {
  return {
    data: [estate.folder('data', 'lab/')],
    readOnlyData: [estate.folder('archive', '2024/')],
    images: [estate.image('train'), estate.imageOfAws('pytorch-training')],
    pushableImages: [estate.image('team')],
    imageManagement: [estate.image('lab')],
    codeRepositories: [codecommit.Repository.fromRepositoryName(stack, 'Code', 'churn')],
    readOnlyCodeRepositories: [codecommit.Repository.fromRepositoryName(stack, 'Library', 'library')],
    stoppableInstances: ['Churn-Lab'],
    passableRoles: [iam.Role.fromRoleName(stack, 'Training', 'training')],
    networkFileSystems: { efs: [fileSystem(stack)], fsx: true },
    vpcEndpoints: {
      vpcs: [ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['a'] })],
    },
    vpc: true,
    inputKeys: [estate.key('input')],
    outputKey: estate.key('output'),
    volumeKey: estate.key('volume'),
    metricNamespaces: ['my-code'],
  };
}

function fileSystem(stack: Stack): efs.IFileSystem {
  return efs.FileSystem.fromFileSystemAttributes(stack, 'FileSystem', {
    fileSystemId: 'fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'SecurityGroup', 'sg-0123456789abcdef0'),
  });
}
