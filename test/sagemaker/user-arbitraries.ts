import * as fc from 'fast-check';
import {
  SageMakerApiAccess, SageMakerJobType, SageMakerUserDeployment, SageMakerUserInvocation, SageMakerUserJobs,
  SageMakerUserModelRegistry, SageMakerUserNotebooks, SageMakerUserPipelines, SageMakerUserPolicy,
  SageMakerUserPolicyProps, SageMakerUserProfile, SageMakerUserRequirements, SageMakerUserStudio,
} from '../../src';
import {
  codeOf, flag, key, listOf, Maker, maker, oneOf, OptionArbitraries, options, role, severalOf, values,
} from '../support/arbitraries';
import { statementOverrides } from '../support/role-arbitraries';
import { SUBJECT } from '../support/row';

const names = values(['churn-*'], ['Churn', 'churn-*']);
const models = values(['shared-*'], ['Shared', 'shared-*']);

const jobs = options<SageMakerUserJobs>(
  { types: values(Object.values(SageMakerJobType), [SageMakerJobType.TRAINING, SageMakerJobType.TRANSFORM]), names, models, stepFunctions: flag }, 'types');
const deployment = options<SageMakerUserDeployment>({ names, models }, 'names');
const namedPipelines = options<SageMakerUserPipelines>({ names, edit: flag, callbacks: flag }, 'names');
const onlyProfiles = options<Pick<SageMakerUserStudio, 'userProfiles'>>({
  userProfiles: listOf(options<SageMakerUserProfile>(
    { domainId: values('d-0123456789ab', 'd-ba9876543210'), userProfileName: values('ann', 'Bob') }, 'domainId', 'userProfileName')),
}, 'userProfiles');
const ownProfile = options<Pick<SageMakerUserStudio, 'profileTag'>>({ profileTag: values('user', 'employee') }, 'profileTag');
const namedNotebooks = options<Pick<SageMakerUserNotebooks, 'names'>>({ names }, 'names');
const ownNotebooks = options<Pick<SageMakerUserNotebooks, 'ownerTag'>>({ ownerTag: values('user', 'employee') }, 'ownerTag');

const records = oneOf({ '[EXPERIMENTS]': () => [SageMakerApiAccess.EXPERIMENTS] });
const parts = severalOf({
  PROCESSING_JOBS: () => SageMakerApiAccess.PROCESSING_JOBS,
  MODELS: () => SageMakerApiAccess.MODELS,
  EXPERIMENTS: () => SageMakerApiAccess.EXPERIMENTS,
});

/** Each applies to training jobs. */
const requirements = options<SageMakerUserRequirements>({
  subnets: listOf(oneOf({ 'a subnet': given => given.subnet('private') })),
  securityGroups: listOf(oneOf({ 'a security group': given => given.securityGroup('jobs') })),
  volumeKeys: listOf(key),
  outputKeys: listOf(key),
  networkIsolation: values(true),
  interContainerTrafficEncryption: values(true),
  instanceTypes: values(['ml.m5.*'], ['ml.m5.*', 'ml.g5.xlarge']),
}, 'subnets');

const props: OptionArbitraries<SageMakerUserPolicyProps> = {
  jobs,
  deployment: fc.oneof(deployment, options<Pick<SageMakerUserDeployment, never>>({})),
  invocation: options<SageMakerUserInvocation>({ endpoints: names }, 'endpoints'),
  pipelineAccess: namedPipelines,
  modelRegistry: options<SageMakerUserModelRegistry>({ groups: names, register: flag, approve: flag }, 'groups'),
  studio: fc.oneof(onlyProfiles, ownProfile),
  notebooks: fc.oneof(namedNotebooks, ownNotebooks),
  apiAccess: records,
  passableRoles: listOf(role),
  tags: values({ team: 'churn' }),
  requirements,
  readLogs: flag,
  readMetrics: flag,
  regions: oneOf({ 'the region of the stack': ({ stack }) => [stack.region] }),
  managedPolicyNamePrefix: values('churn-'),
  path: values('/', '/churn/'),
  users: listOf(oneOf({ 'a user': given => given.user('ann') })),
  groups: listOf(oneOf({ 'a group': given => given.group('team') })),
  roles: listOf(role),
  additionalStatements: listOf(oneOf({ 'a statement': given => given.statement() })),
  statementOverrides,
};
const { tags: _tags, requirements: _requirements, ...wide } = props;
const { jobs: _jobs, deployment: _deployment, passableRoles: _roles, ...starting } = wide;
const { readLogs: _logs, ...watching } = starting;

type Props = SageMakerUserPolicyProps;
type Wide = Omit<Props, 'tags' | 'requirements'>;
type Starting = Omit<Wide, 'jobs' | 'deployment' | 'passableRoles'>;

/** Builds the policies of callers with random options, under the id `SUBJECT`. */
export const randomSageMakerUser: fc.Arbitrary<Maker<SageMakerUserPolicy>> = fc.oneof(
  options<Props>(props, 'jobs', 'passableRoles'),
  options<Wide>({ ...wide, apiAccess: parts }, 'apiAccess', 'passableRoles'),
  options<Starting>({
    ...starting, pipelineAccess: options<Omit<SageMakerUserPipelines, 'edit'>>({ names, callbacks: flag }),
  }, 'pipelineAccess'),
  options<Omit<Starting, 'readLogs' | 'pipelineAccess'>>(
    (({ pipelineAccess: _pipelines, ...rest }) => rest)(watching), 'invocation'),
).map(made => maker(`new SageMakerUserPolicy(${codeOf(made)})`, given =>
  new SageMakerUserPolicy(given.stack, SUBJECT, made(given))));
