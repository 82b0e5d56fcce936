import { HYPER_POD_DEVIATIONS } from './hyper-pod-deviations';
import { WORKLOAD_DEVIATIONS } from './workload-deviations';
import { Deviations, Dropped } from '../platform';

type DeviationTable = Record<string, Record<string, Deviations>>;

const LOGS = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

const OTHER_API = ['TrainingJobs', 'TuningJobs', 'ProcessingJobs', 'TransformJobs', 'AutoMlJobs', 'Models', 'Endpoints'];
const NAMED_API = [
  ...OTHER_API.map(part => `NotebookInstanceCall${part}`),
  'NotebookInstanceApiList', 'NotebookInstanceApiTags', 'NotebookInstanceFindRole', 'NotebookInstanceJobsList',
  'NotebookInstanceJobsTags',
].join(', ');
const WRITTEN_LOGS = LOGS.filter(action => action !== 'logs:DescribeLogStreams');
const READ_LOGS = 'NotebookInstanceReadJobLogs, NotebookInstanceUseLogs';
const PASSED_ROLES = 'NotebookInstancePassItself, NotebookInstancePassRoles';

/** All differences between the roles of the library and the page. */
export const SAGEMAKER_DEVIATIONS: DeviationTable = {
  ...WORKLOAD_DEVIATIONS,
  'sagemaker/trust': {
    'training job with everything': { narrowed: { Trust: ['sts:AssumeRole sagemaker.amazonaws.com'] } },
    'trust without the condition on the account': {},
  },
  ...jobDeviations('training job', 'TrainingJob', ['UseCheckpoints']),
  ...jobDeviations('tuning job', 'TuningJob', ['UseCheckpoints']),
  ...jobDeviations('processing job', 'ProcessingJob', []),
  'sagemaker/model-broad': {
    'model with everything': {
      narrowed: {
        ModelPutMetrics: ['cloudwatch:PutMetricData'],
        ModelWriteLogs: LOGS,
        ModelReadData: ['s3:GetObject'],
        ModelPullImages: PULL,
      },
    },
    'model with the wide forms': { narrowed: { ModelWriteLogs: LOGS } },
  },
  'sagemaker/model-scoped': {
    'model with everything': {
      narrowed: { ModelPutMetrics: ['cloudwatch:PutMetricData'], ModelWriteLogs: LOGS },
      dropped: [pullFromInvalidArns('arn:${Partition}:ecr:::repository/${Repository}')],
    },
  },
  'sagemaker/model-vpc': { 'model with everything': {} },
  'sagemaker/notebook-instance-broad': {
    'notebook instance with everything': {
      narrowed: {
        [NAMED_API]: ['sagemaker:*'],
        NotebookInstancePutMetrics: ['cloudwatch:PutMetricData'],
        NotebookInstanceUseBuckets: ['s3:CreateBucket', 's3:GetBucketLocation', 's3:ListBucket'],
        NotebookInstanceUseObjects: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        NotebookInstancePullImages: PULL,
        NotebookInstanceManageImages: [
          'ecr:BatchDeleteImage',
          'ecr:CompleteLayerUpload',
          'ecr:CreateRepository',
          'ecr:DeleteRepository',
          'ecr:DeleteRepositoryPolicy',
          'ecr:InitiateLayerUpload',
          'ecr:PutImage',
          'ecr:SetRepositoryPolicy',
          'ecr:UploadLayerPart',
        ],
        ...narrowNotebookInstance(),
      },
      dropped: dropsOfNotebookInstance(),
    },
    'notebook instance with the wide forms': {
      narrowed: narrowNotebookInstance(),
      dropped: dropsOfNotebookInstance(),
    },
  },
  'sagemaker/notebook-instance-scoped': {
    'notebook instance with everything': {
      narrowed: {
        [NAMED_API]: ['sagemaker:*'],
        NotebookInstancePutMetrics: ['cloudwatch:PutMetricData'],
        NotebookInstanceUseLogs: WRITTEN_LOGS,
        [READ_LOGS]: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
        [PASSED_ROLES]: ['iam:PassRole'],
      },
      dropped: [pullFromInvalidArns(...['1', '2', '3'].map(n => `arn:\${Partition}:ecr:::repository/\${Repository}${n}`))],
    },
  },
  ...HYPER_POD_DEVIATIONS,
  'sagemaker/pipeline-integrations': {
    'pipeline with every integration': {
      narrowed: {
        'PipelineInvokeFunctions': withSageMaker('lambda', 'function:', ['lambda:InvokeFunction']),
        'PipelineSendMessages': withSageMaker('sqs', '', ['sqs:SendMessage']),
        'PipelinePassEmrInstanceRoles, PipelinePassEmrServiceRoles': ['iam:PassRole arn:${Partition}:iam::*:role/*'],
        'PipelineWatchEmr': ['ClusterStatusUpdateRule', 'StepStatusUpdateRule'].flatMap(rule =>
          ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'].map(action =>
            `${action} arn:\${Partition}:events:*:*:rule/SageMakerPipelineExecutionEMR${rule}`)),
        'PipelineRunEmrSteps, PipelineUseEmrClusters': onEmrClusters('AddJobFlowSteps', 'CancelSteps', 'DescribeStep'),
        'PipelineUseEmrClusters': onEmrClusters('DescribeCluster', 'ListSteps', 'TerminateJobFlows'),
      },
      dropped: [{
        kind: 'unused',
        because: 'authors of pipelines create functions and queues; a pipeline only calls them',
        pairs: [
          ...withSageMaker('lambda', 'function:',
            ['lambda:CreateFunction', 'lambda:DeleteFunction', 'lambda:GetFunction', 'lambda:UpdateFunctionCode']),
          ...withSageMaker('sqs', '', ['sqs:CreateQueue']),
        ],
      }],
    },
  },
  'sagemaker/studio-spaces': {
    'studio with remote access': {
      narrowed: {
        'StudioRunPrivateApps, StudioRunProfileApps, StudioRunSharedApps': onApps('${Region}:${AccountId}:app/*'),
        'StudioRunProfileApps, StudioRunSharedApps': onApps('*:*:app/${sagemaker:DomainId}/*/*/*'),
        'StudioTagOnCreate': ['sagemaker:AddTags arn:${Partition}:sagemaker:${Region}:${AccountId}:*/*'],
        'StudioFind': ['App', 'Domain', 'Space', 'UserProfile'].map(type => `sagemaker:Describe${type}`),
      },
    },
  },
  'sagemaker/studio-remote-access': {
    'studio with remote access': {
      narrowed: { StudioStartSessions: ['sagemaker:StartSession arn:*:sagemaker:*:*:space/${sagemaker:DomainId}/*'] },
    },
  },
};

function onApps(apps: string): readonly string[] {
  return ['CreateApp', 'DeleteApp'].map(action => `sagemaker:${action} arn:\${Partition}:sagemaker:${apps}`);
}

/** The page prints the same for the three kinds of jobs. */
function jobDeviations(kind: string, feature: string, alsoUsing: readonly string[]): DeviationTable {
  const everything = `${kind} with everything`;
  const prefix = `sagemaker/${kind.replace(' ', '-')}`;
  const sids = (...names: string[]) => names.map(name => `${feature}${name}`).join(', ');
  return {
    [`${prefix}-broad`]: {
      [everything]: {
        narrowed: {
          [sids('PutMetrics')]: ['cloudwatch:PutMetricData'],
          [sids('WriteLogs')]: LOGS,
          [sids('ReadInputs', ...alsoUsing)]: ['s3:GetObject'],
          [sids('WriteOutputs', ...alsoUsing)]: ['s3:PutObject'],
          [sids('ListBuckets')]: ['s3:ListBucket'],
          [sids('PullImages')]: PULL,
        },
      },
      [`${kind} with the wide forms`]: { narrowed: { [sids('WriteLogs')]: LOGS } },
    },
    [`${prefix}-scoped`]: {
      [everything]: {
        narrowed: { [sids('PutMetrics')]: ['cloudwatch:PutMetricData'], [sids('WriteLogs')]: LOGS },
        dropped: [
          pullFromInvalidArns('arn:${Partition}:ecr:::repository/${Repository}'),
          {
            kind: 'granted elsewhere',
            because: 'inputs are read and outputs are written; a job needs neither the other way round',
            pairs: [
              's3:GetObject arn:${Partition}:s3:::${OutputBucket}/path',
              's3:PutObject arn:${Partition}:s3:::${InputBucket}/object',
            ],
          },
        ],
      },
    },
    [`${prefix}-vpc`]: { [everything]: {} },
    [`${prefix}-kms-input`]: { [everything]: { narrowed: { [sids('InputKey', 'OutputKey')]: ['kms:Decrypt'] } } },
    [`${prefix}-kms-output`]: { [everything]: { narrowed: { [sids('OutputKey')]: ['kms:Encrypt'] } } },
    [`${prefix}-kms-volume`]: { [everything]: { narrowed: { [sids('VolumeKey')]: ['kms:CreateGrant'] } } },
  };
}

/** The policy grants names with SageMaker, in three spellings. */
function withSageMaker(service: string, type: string, actions: readonly string[]): readonly string[] {
  return actions.flatMap(action => ['sagemaker', 'sageMaker', 'SageMaker'].map(name =>
    `${action} arn:\${Partition}:${service}:*:*:${type}*${name}*`));
}

function onEmrClusters(...actions: readonly string[]): readonly string[] {
  return actions.map(action => `elasticmapreduce:${action} arn:\${Partition}:elasticmapreduce:*:*:cluster/*`);
}

/** Statements without a wide form. */
function narrowNotebookInstance(): Deviations['narrowed'] {
  return {
    NotebookInstanceUseLogs: WRITTEN_LOGS,
    [READ_LOGS]: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
    NotebookInstanceUseCode: ['sagemaker', 'SageMaker', 'Sagemaker'].flatMap(name => [
      `codecommit:GitPull arn:\${Partition}:codecommit:*:*:*${name}*`,
      `codecommit:GitPush arn:\${Partition}:codecommit:*:*:*${name}*`,
    ]),
    NotebookInstanceCreateVpcEndpoints: ['ec2:CreateVpcEndpoint'],
    NotebookInstanceFindMountTargets: ['elasticfilesystem:DescribeMountTargets'],
    [PASSED_ROLES]: ['iam:PassRole'],
  };
}

function dropsOfNotebookInstance(): readonly Dropped[] {
  return [
    {
      kind: 'service ended',
      because: 'AWS RoboMaker ended on 2025-09-10',
      pairs: [
        'robomaker:CancelSimulationJob',
        'robomaker:CreateSimulationApplication',
        'robomaker:CreateSimulationJob',
        'robomaker:DeleteSimulationApplication',
        'robomaker:DescribeSimulationApplication',
        'robomaker:DescribeSimulationJob',
      ],
    },
    {
      kind: 'no such action',
      because: 'the action is called fsx:DescribeFileSystems, which networkFileSystems grants',
      pairs: ['fsx:DescribeFileSystem'],
    },
  ];
}

function pullFromInvalidArns(...arns: readonly string[]): Dropped {
  return {
    kind: 'invalid ARN',
    because: 'the ARN of a repository has a region and an account; the right one is granted',
    pairs: arns.flatMap(arn => PULL.map(action => `${action} ${arn}`)),
  };
}
