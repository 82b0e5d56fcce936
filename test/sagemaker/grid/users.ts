import { SageMakerApiAccess, SageMakerJobType, SageMakerUserPolicy, SageMakerUserPolicyProps } from '../../../src';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Props = (given: Fixtures) => SageMakerUserPolicyProps;

const USER = 'sagemaker/user';

/** Users who start all types of jobs. */
const byDefault: Props = given => ({
  jobs: { types: Object.values(SageMakerJobType) },
  passableRoles: [given.role('train')],
});

function made(props: Props): Row['build'] {
  return (stack, given = new Fixtures(stack)) => new SageMakerUserPolicy(stack, SUBJECT, given.adapt(props(given), []));
}

/** What users of jobs have in addition. */
function user(what: string, props: Props, ...sids: readonly string[]): Row {
  return row(what, given => ({ ...byDefault(given), ...props(given) }), sids);
}

/** Users who start no jobs, or only some of these. `=Sid` is a statement that they still have. */
function other(what: string, props: Props, ...sids: readonly string[]): Row {
  const kept = sids.map(sid => sid.slice(1));
  return row(what, props, [...JOBS.filter(sid => !kept.includes(sid)).map(sid => `-${sid}`), ...sids]);
}

function row(what: string, props: Props, sids: readonly string[]): Row {
  return { name: `${USER}-${what}`, construct: 'SageMakerUserPolicy', build: made(props), difference: { from: USER, sids: sids.filter(sid => !sid.startsWith('=')) } };
}

const STARTS = ['JobsStart', 'JobsStartAutoMlJobs', 'JobsStartTransformJobs'];
const OTHER_JOBS = [
  'JobsList', 'JobsReadModels', 'JobsReadTrainingPlans', 'JobsTagOnCreation', 'JobsUse',
];
const JOBS = [...STARTS, ...OTHER_JOBS, 'PassRoles'];
const changed = (...sids: readonly string[]) => sids.map(sid => `~${sid}`);
const added = (...sids: readonly string[]) => sids.map(sid => `+${sid}`);

const CREATE = ['DeploymentCreateComponents', 'DeploymentCreateConfigs', 'DeploymentCreateEndpoints', 'DeploymentCreateModels'];
const DEPLOYMENT = [
  ...CREATE, 'DeploymentCreateOn', 'DeploymentList', 'DeploymentTagOnCreation', 'DeploymentUse',
];
const PIPELINES = ['PipelinesList', 'PipelinesUse', 'PipelinesUseExecutions'];
const EDIT = [...PIPELINES, 'PipelinesCreate', 'PipelinesTagOnCreation'];
const REGISTRY = ['ModelRegistryList', 'ModelRegistryRead'];
const REGISTER = ['ModelRegistryCreateGroups', 'ModelRegistryRegister', 'ModelRegistryTagOnCreation'];
const STUDIO = ['StudioList', 'StudioOpen', 'StudioRead'];
const NOTEBOOKS = ['NotebooksList', 'NotebooksOpen'];
const NAMED_LOGS = ['FindLogStreams', 'ReadLogStreams'];
const LOGS = ['FindLogs', 'ReadLogs'];
const SEARCH_AND_LOGS = ['UserCallExperiments', 'UserRecordsList', 'UserRecordsTags'];

const team = { team: 'churn' };
const NAMES = ['churn-*', 'Churn'];

const JOB_ROWS: readonly Row[] = [
  user('some-jobs', () => ({ jobs: { types: [SageMakerJobType.TRAINING] } }),
    '-JobsReadModels', '-JobsStartAutoMlJobs', '-JobsStartTransformJobs', '~JobsStart', '~JobsList', '~JobsTagOnCreation', '~JobsUse'),
  user('named-jobs', () => ({ jobs: { types: Object.values(SageMakerJobType), names: NAMES } }),
    ...changed(...STARTS, 'JobsReadModels', 'JobsTagOnCreation', 'JobsUse'), '+JobsReadTuned'),
  user('tuning-jobs', () => ({ jobs: { types: [SageMakerJobType.TUNING] } }),
    '-JobsReadModels', '-JobsReadTrainingPlans', '-JobsStartAutoMlJobs', '-JobsStartTransformJobs', '~JobsStart', '~JobsList',
    '~JobsTagOnCreation', '~JobsUse', '+JobsReadTuned'),
  user('other-models', () => ({ jobs: { types: Object.values(SageMakerJobType), models: ['shared-*', 'Shared'] } }),
    '~JobsReadModels', '~JobsStartTransformJobs'),
  user('step-functions', () => ({ jobs: { types: Object.values(SageMakerJobType), stepFunctions: true } }), '+JobsWaitByRules'),
  user('tags', () => ({ tags: team }), ...changed(...STARTS, 'JobsUse')),
  user('logs', () => ({ readLogs: true }), ...added(...LOGS)),
  user('logs-of-named-jobs', () => ({ jobs: { types: Object.values(SageMakerJobType), names: NAMES }, readLogs: true }),
    ...changed(...STARTS, 'JobsReadModels', 'JobsTagOnCreation', 'JobsUse'), ...added('FindLogs', 'JobsReadTuned', ...NAMED_LOGS)),
  user('logs-of-named-training', () => ({
    jobs: { types: [SageMakerJobType.TRAINING], names: NAMES }, readLogs: true,
  }),
  '-JobsReadModels', '-JobsStartAutoMlJobs', '-JobsStartTransformJobs', ...changed('JobsList', 'JobsStart', 'JobsTagOnCreation', 'JobsUse'), ...added('FindLogs', ...NAMED_LOGS)),
  user('metrics', () => ({ readMetrics: true }), '+ReadMetrics'),
  user('regions', ({ stack }) => ({ regions: [stack.region] })),
  other('transform-jobs', () => ({ jobs: { types: [SageMakerJobType.TRANSFORM] } }),
    '=JobsReadModels', '=JobsStartTransformJobs', ...changed('JobsList', 'JobsTagOnCreation', 'JobsUse')),
];

const REQUIREMENT_ROWS: readonly Row[] = [
  user('subnets', given => ({ requirements: { subnets: [given.subnet('private')] } }),
    ...changed('JobsStart', 'JobsStartAutoMlJobs')),
  user('security-groups', given => ({ requirements: { securityGroups: [given.securityGroup('jobs')] } }),
    ...changed('JobsStart', 'JobsStartAutoMlJobs')),
  user('volume-keys', given => ({ requirements: { volumeKeys: [given.key('volumes')] } }), ...changed(...STARTS)),
  user('output-keys', given => ({ requirements: { outputKeys: [given.newKey('outputs')] } }), ...changed(...STARTS)),
  user('isolation', () => ({ requirements: { networkIsolation: true } }),
    '~JobsStart'),
  user('encrypted-traffic', () => ({ requirements: { interContainerTrafficEncryption: true } }),
    ...changed('JobsStart', 'JobsStartAutoMlJobs')),
  user('instance-types', () => ({ requirements: { instanceTypes: ['ml.m5.*', 'ml.g5.xlarge'] } }),
    ...changed('JobsStart', 'JobsStartTransformJobs')),
];

const OTHER_ROWS: readonly Row[] = [
  user('deployment', () => ({ deployment: {} }), ...added(...DEPLOYMENT)),
  user('deployment-logs', () => ({ deployment: {}, readLogs: true }), ...added(...DEPLOYMENT, ...LOGS)),
  user('deployment-in-a-network', given => ({ deployment: {}, requirements: { subnets: [given.subnet('private')] } }),
    ...changed('JobsStart', 'JobsStartAutoMlJobs'), ...added(...DEPLOYMENT, 'DeploymentCreateConfigsOfComponents')),
  user('named-deployment', () => ({ deployment: { names: NAMES }, readLogs: true }), ...added(...DEPLOYMENT, ...LOGS)),
  user('deployment-of-other-models', () => ({ deployment: { names: NAMES, models: ['shared-*', 'Shared'] } }),
    ...added(...DEPLOYMENT)),
  other('named-deployment-logs', given => ({
    deployment: { names: NAMES }, readLogs: true, passableRoles: [given.role('train')],
  }), '=PassRoles', ...added(...DEPLOYMENT, ...LOGS)),
  other('invocation', () => ({ invocation: { endpoints: ['churn', 'Churn-*'] } }),
    ...added('InvocationCallComponents', 'InvocationCallEndpoints')),
  other('pipelines', () => ({ pipelineAccess: {} }), ...added(...PIPELINES)),
  other('pipelines-logs', () => ({ pipelineAccess: { names: NAMES }, readLogs: true }), ...added(...PIPELINES, ...LOGS)),
  other('pipelines-callbacks', () => ({ pipelineAccess: { names: NAMES, callbacks: true } }),
    ...added(...PIPELINES, 'PipelinesAnswerCallbacks')),
  other('all-callbacks', () => ({ pipelineAccess: { callbacks: true } }), ...added(...PIPELINES, 'PipelinesAnswerCallbacks')),
  user('pipelines-edit', () => ({ pipelineAccess: { edit: true } }), ...added(...EDIT)),
  user('named-pipelines-edit', () => ({ pipelineAccess: { names: NAMES, edit: true } }), ...added(...EDIT)),
  other('registry', () => ({ modelRegistry: { groups: NAMES } }), ...added(...REGISTRY)),
  other('register', () => ({ modelRegistry: { groups: NAMES, register: true } }), ...added(...REGISTRY, ...REGISTER)),
  other('approve', () => ({ modelRegistry: { groups: NAMES, approve: true } }),
    ...added(...REGISTRY, 'ModelRegistryApprove')),
  other('register-and-approve', () => ({ modelRegistry: { groups: NAMES, register: true, approve: true } }),
    ...added(...REGISTRY, ...REGISTER, 'ModelRegistryApprove')),
  other('studio', () => ({ studio: { userProfiles: [{ domainId: 'd-0123456789ab', userProfileName: 'Ann' }] } }),
    ...added(...STUDIO)),
  other('own-profile', () => ({ studio: { profileTag: 'user' } }), ...added(...STUDIO)),
  other('notebooks', () => ({ notebooks: { names: NAMES } }), ...added(...NOTEBOOKS)),
  other('own-notebook', () => ({ notebooks: { ownerTag: 'user' } }), ...added(...NOTEBOOKS)),
  other('api', () => ({ apiAccess: [SageMakerApiAccess.EXPERIMENTS] }), ...added(...SEARCH_AND_LOGS)),
  other('api-logs', () => ({ apiAccess: [SageMakerApiAccess.PROCESSING_JOBS, SageMakerApiAccess.MODELS], readLogs: true }),
    ...added(...LOGS, 'UserApiList', 'UserApiTags', 'UserCallModels', 'UserCallProcessingJobs', 'UserJobsList', 'UserJobsTags')),
  row('additional', given => ({
    ...byDefault(given),
    managedPolicyNamePrefix: 'churn-',
    path: '/churn/',
    users: [given.user('ann')],
    groups: [given.group('team')],
    roles: [given.newRole('function', 'lambda.amazonaws.com')],
    additionalStatements: [given.statement()],
  }), []),
];

/** Jobs must meet each of them. */
export const everyRequirement = (given: Fixtures) => ({
  subnets: [given.subnet('private')],
  securityGroups: [given.securityGroup('jobs')],
  volumeKeys: [given.key('volumes')],
  outputKeys: [given.key('outputs')],
  networkIsolation: true,
  interContainerTrafficEncryption: true,
  instanceTypes: ['ml.m5.*'],
});

/** All that users do, with all options that go together. */
const everything: Props = given => ({
  jobs: { types: Object.values(SageMakerJobType), names: ['churn-*'], models: ['shared-*'], stepFunctions: true },
  deployment: { names: ['Churn-*'], models: ['shared-*'] },
  invocation: { endpoints: ['churn', 'Churn-*'] },
  pipelineAccess: { names: NAMES, edit: true, callbacks: true },
  modelRegistry: { groups: NAMES, register: true, approve: true },
  studio: { userProfiles: [{ domainId: 'd-0123456789ab', userProfileName: 'Ann' }] },
  notebooks: { names: NAMES },
  apiAccess: [SageMakerApiAccess.EXPERIMENTS],
  passableRoles: [given.role('train'), given.newRole('serve')],
  tags: team,
  requirements: everyRequirement(given),
  readLogs: true,
  readMetrics: true,
  regions: [given.stack.region],
});

export const USER_ROWS: readonly Row[] = [
  { name: USER, construct: 'SageMakerUserPolicy', build: made(byDefault) },
  ...JOB_ROWS,
  ...REQUIREMENT_ROWS,
  ...OTHER_ROWS,
  row('everything', everything, [
    ...changed(...STARTS, 'JobsReadModels', 'JobsTagOnCreation', 'JobsUse', 'PassRoles'),
    ...added(...DEPLOYMENT, 'DeploymentCreateConfigsOfComponents', 'InvocationCallComponents', 'InvocationCallEndpoints', 'JobsWaitByRules', ...EDIT, 'PipelinesAnswerCallbacks', ...REGISTRY,
      ...REGISTER, 'ModelRegistryApprove', ...STUDIO, ...NOTEBOOKS, ...SEARCH_AND_LOGS, ...LOGS, ...NAMED_LOGS, 'ReadMetrics'),
  ]),
];
