import { OTHER_ACCOUNT, roleArn, TO_SAGEMAKER } from './fixtures';
import { calls, created, job, statementsOf } from './users-fixtures';
import { USERS_OF_JOBS } from './users-jobs';
import { SageMakerApiAccess } from '../../../src';
import { RequestRow, RequestTable } from '../../support/request-table';

const callsOf = (principal: string) => ({ 'aws:PrincipalTag/user': principal });

const PEOPLE: readonly RequestTable[] = [
  {
    name: 'a person with a user profile and a notebook',
    statements: statementsOf(() => ({
      studio: { userProfiles: [{ domainId: 'd-0123456789ab', userProfileName: 'Ann' }] },
      notebooks: { names: ['ann-*'] },
    })),
    allowed: [
      ['open Studio', calls('CreatePresignedDomainUrl', 'DescribeUserProfile'), job('d-0123456789ab/Ann', 'user-profile')],
      ['open Studio, if the service lowers names', calls('CreatePresignedDomainUrl', 'DescribeUserProfile'), job('d-0123456789ab/ann', 'user-profile')],
      ['look the domain up', calls('DescribeDomain'), job('d-0123456789ab', 'domain')],
      ['list what is in Studio', calls('ListApps', 'ListDomains', 'ListSpaces', 'ListUserProfiles'), '*'],
      ['start, stop and open the notebook', calls('CreatePresignedNotebookInstanceUrl', 'DescribeNotebookInstance', 'StartNotebookInstance',
        'StopNotebookInstance'), job('ann-lab', 'notebook-instance')],
      ['list notebooks', calls('ListNotebookInstances'), '*'],
    ],
    denied: [
      ['open Studio as somebody else', calls('CreatePresignedDomainUrl'), job('d-0123456789ab/bob', 'user-profile')],
      ['open Studio in another domain', calls('CreatePresignedDomainUrl'), job('d-ba9876543210/Ann', 'user-profile')],
      ['open the notebook of somebody else', calls('CreatePresignedNotebookInstanceUrl', 'StopNotebookInstance'), job('bob-lab', 'notebook-instance')],
      ['change the notebook', calls('UpdateNotebookInstance', 'DeleteNotebookInstance'), job('ann-lab', 'notebook-instance')],
      ['change the profile', calls('UpdateUserProfile'), job('d-0123456789ab/Ann', 'user-profile')],
    ],
  },
  {
    name: 'everybody with a tag, as on their profile and notebook',
    statements: statementsOf(() => ({ studio: { profileTag: 'user' }, notebooks: { ownerTag: 'user' } })),
    allowed: [
      ['open Studio', calls('CreatePresignedDomainUrl'), job('d-1/ann', 'user-profile'), { 'aws:ResourceTag/user': 'ann', ...callsOf('ann') }],
      ['look profiles up', calls('DescribeUserProfile'), job('d-1/ann', 'user-profile')],
      ['look the domain up', calls('DescribeDomain'), job('d-1', 'domain')],
      ['list what is in Studio', calls('ListApps', 'ListDomains', 'ListSpaces', 'ListUserProfiles'), '*'],
      ['start, stop and open the notebook', calls('CreatePresignedNotebookInstanceUrl', 'DescribeNotebookInstance', 'StartNotebookInstance',
        'StopNotebookInstance'), job('lab', 'notebook-instance'), { 'aws:ResourceTag/user': 'ann', ...callsOf('ann') }],
      ['list notebooks', calls('ListNotebookInstances'), '*'],
    ],
    denied: [
      ['open Studio as somebody else', calls('CreatePresignedDomainUrl'), job('d-1/ann', 'user-profile'),
        { 'aws:ResourceTag/user': 'ann', ...callsOf('bob') }],
      ['open a profile without a tag', calls('CreatePresignedDomainUrl'), job('d-1/ann', 'user-profile'), callsOf('ann')],
      ['open Studio without a tag of their own', calls('CreatePresignedDomainUrl'), job('d-1/ann', 'user-profile'), { 'aws:ResourceTag/user': 'ann' }],
      ['open the notebook of somebody else', calls('CreatePresignedNotebookInstanceUrl'), job('lab', 'notebook-instance'),
        { 'aws:ResourceTag/user': 'ann', ...callsOf('bob') }],
      ['put a tag on the profile of somebody else', calls('AddTags'), job('d-1/ann', 'user-profile')],
    ],
  },
];

const READ_PACKAGES =
  calls('AccessModelPackage', 'BatchDescribeModelPackage', 'DescribeModelPackage', 'ListModelPackages', 'ListTags');
const PACKAGE = job('churn/7', 'model-package');
const GROUP = job('churn', 'model-package-group');
const READ_REGISTRY: readonly RequestRow[] = [
  ['read packages', READ_PACKAGES, PACKAGE],
  ['read a group', calls('DescribeModelPackageGroup', 'ListTags'), GROUP],
  ['list groups', calls('ListModelPackageGroups'), '*'],
];
const PENDING = { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' };
const APPROVED = { 'sagemaker:ModelApprovalStatus': 'Approved' };

const REGISTRY: readonly RequestTable[] = [
  {
    name: 'a build that registers models',
    statements: statementsOf(() => ({ modelRegistry: { groups: ['churn'], register: true } })),
    allowed: [
      ...READ_REGISTRY,
      ['register a package', calls('CreateModelPackage'), PACKAGE],
      ['register a package that waits for approval', calls('CreateModelPackage'), PACKAGE, PENDING],
      ['create the group', calls('CreateModelPackageGroup'), GROUP],
      ['tag a package as it is registered', calls('AddTags'), PACKAGE, created('CreateModelPackage')],
      ['tag the group as it is created', calls('AddTags'), GROUP, created('CreateModelPackageGroup')],
    ],
    denied: [
      ['register an approved package', calls('CreateModelPackage'), PACKAGE, APPROVED],
      ['register a package in a stage', calls('CreateModelPackage'), PACKAGE, { 'sagemaker:ModelLifeCycle:Stage': 'Production' }],
      ['approve a package', calls('UpdateModelPackage'), PACKAGE, PENDING],
      ['register a package in another group', calls('CreateModelPackage'), job('fraud/1', 'model-package')],
      ['read packages of another group', calls('AccessModelPackage', 'DescribeModelPackage'), job('fraud/1', 'model-package')],
      ['delete a package', calls('DeleteModelPackage'), PACKAGE],
      ['share the group', calls('PutModelPackageGroupPolicy'), GROUP],
    ],
  },
  {
    name: 'a person who approves models',
    statements: statementsOf(() => ({ modelRegistry: { groups: ['churn'], approve: true } })),
    allowed: [...READ_REGISTRY, ['approve a package', calls('UpdateModelPackage'), PACKAGE, APPROVED]],
    denied: [
      ['register a package', calls('CreateModelPackage'), PACKAGE, APPROVED],
      ['approve a package of another group', calls('UpdateModelPackage'), job('fraud/1', 'model-package'), APPROVED],
    ],
  },
];

const OTHERS: readonly RequestTable[] = [
  {
    name: 'a function that calls endpoints',
    statements: statementsOf(() => ({ invocation: { endpoints: ['Churn'] } })),
    allowed: ['Churn', 'churn'].map((name): RequestRow => [
      `call the endpoint ${name}`, calls('InvokeEndpoint', 'InvokeEndpointAsync', 'InvokeEndpointWithResponseStream'), job(name, 'endpoint'),
    ]).concat([['call a component on it', calls('InvokeEndpoint', 'InvokeEndpointWithResponseStream'), job('a', 'inference-component')]]),
    denied: [
      ['call another endpoint', calls('InvokeEndpoint'), job('fraud', 'endpoint')],
      ['call an endpoint whose name starts the same', calls('InvokeEndpoint'), job('churn-2', 'endpoint')],
      ['change the endpoint', calls('UpdateEndpoint'), job('Churn', 'endpoint')],
    ],
  },
  {
    name: 'a function that starts a pipeline and answers its callbacks',
    statements: statementsOf(() => ({ pipelineAccess: { names: ['churn'], callbacks: true } })),
    allowed: [
      ['start it', calls('DescribePipeline', 'ListPipelineExecutions', 'ListPipelineVersions', 'ListTags', 'StartPipelineExecution'), job('churn', 'pipeline')],
      ['follow it', calls('DescribePipelineDefinitionForExecution', 'DescribePipelineExecution', 'ListPipelineExecutionSteps',
        'ListPipelineParametersForExecution', 'RetryPipelineExecution', 'StopPipelineExecution', 'UpdatePipelineExecution'),
      job('churn/execution/a1b2', 'pipeline')],
      ['answer a step', calls('SendPipelineExecutionStepFailure', 'SendPipelineExecutionStepSuccess'), job('churn/execution/a1b2', 'pipeline')],
      ['list pipelines', calls('ListPipelines'), '*'],
    ],
    denied: [
      ['start another pipeline', calls('StartPipelineExecution'), job('fraud', 'pipeline')],
      ['change the pipeline', calls('UpdatePipeline', 'CreatePipeline'), job('churn', 'pipeline')],
      ['answer a step of another pipeline', calls('SendPipelineExecutionStepSuccess'), job('fraud/execution/a1b2', 'pipeline')],
    ],
  },
  {
    name: 'a caller of parts of the API',
    statements: statementsOf((_estate, role) => ({
      apiAccess: [SageMakerApiAccess.PROCESSING_JOBS, SageMakerApiAccess.MODELS, SageMakerApiAccess.EXPERIMENTS],
      passableRoles: [role('prepare')],
    })),
    allowed: [
      ['use processing jobs', calls('AddTags', 'CreateProcessingJob', 'DeleteProcessingJob', 'DeleteTags', 'DescribeProcessingJob', 'ListTags',
        'StopProcessingJob'), job('a', 'processing-job')],
      ['use models', calls('AddTags', 'CreateModel', 'DeleteModel', 'DeleteTags', 'DescribeModel', 'ListTags'), job('a', 'model')],
      ['use experiments', calls('AddTags', 'CreateExperiment', 'DeleteExperiment', 'DeleteTags', 'DescribeExperiment', 'ListTags',
        'UpdateExperiment'), job('a', 'experiment')],
      ['use trials', calls('AddTags', 'CreateTrial', 'DeleteTrial', 'DescribeTrial', 'UpdateTrial'), job('a', 'experiment-trial')],
      ['use components of trials', calls('AddTags', 'AssociateTrialComponent', 'BatchPutMetrics', 'CreateTrialComponent', 'DeleteTrialComponent',
        'DescribeTrialComponent', 'DisassociateTrialComponent', 'UpdateTrialComponent'), job('a', 'experiment-trial-component')],
      ['list experiments, and search', calls('ListExperiments', 'ListTrialComponents', 'ListTrials', 'Search'), '*'],
      ['take a component from a processing job', calls('DisassociateTrialComponent'), job('a', 'processing-job')],
      ['read metrics of jobs', calls('BatchGetMetrics'), job('a')],
      ['list them', calls('ListModels', 'ListProcessingJobs'), '*'],
      ['pass their role', 'iam:PassRole', roleArn('prepare'), TO_SAGEMAKER],
    ],
    denied: [
      ['list training jobs', calls('ListTrainingJobs'), '*'],
      ['use jobs of another account', calls('CreateProcessingJob'), job('a', 'processing-job', OTHER_ACCOUNT)],
      ['pass another role', 'iam:PassRole', roleArn('train'), TO_SAGEMAKER],
    ],
  },
];

/** The tables of `SageMakerUserPolicy`. */
export const SAGEMAKER_USER_TABLES: readonly RequestTable[] = [...USERS_OF_JOBS, ...PEOPLE, ...REGISTRY, ...OTHERS];
