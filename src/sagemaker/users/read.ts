import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { AROUND, creationsOfJobs, DEPLOYMENTS, HELD_TO, RULES_OF_STEP_FUNCTIONS } from './creations';
import {
  SageMakerJobType, SageMakerUserDeployment, SageMakerUserJobs, SageMakerUserModelRegistry,
  SageMakerUserNotebooks, SageMakerUserPipelines, SageMakerUserPolicyProps, SageMakerUserProfile, SageMakerUserStudio,
} from './props';
import { SageMakerUserRequirements } from './requirements-props';
import { OptionReader } from '../../private/options/reader';
import { PASSABLE_ROLE, SECURITY_GROUP, SUBNET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { matching, memberOf, OPTIONS, Validator } from '../../private/options/validators';
import { globsIntersect } from '../../private/statements/globs';
import { SOURCES } from '../sources';
import { ApiCaller, readApiAccess } from '../workloads/api/calls';

// The options of the policies of users, checked.

export type UserAccess = ReturnType<typeof readUserAccess>;
export type JobsAccess = ReturnType<typeof readJobs>;
export type DeploymentAccess = ReturnType<typeof readDeployment>;
export type PipelinesAccess = ReturnType<typeof readPipelines>;
export type RegistryAccess = ReturnType<typeof readModelRegistry>;
export type StudioAccess = ReturnType<typeof readStudio>;
export type NotebooksAccess = ReturnType<typeof readNotebooks>;
export type Requirements = ReturnType<typeof readRequirements>;

type Read = OptionReader<SageMakerUserPolicyProps>;
type Option = keyof SageMakerUserPolicyProps;

const NAME = matching('a name of letters, digits and hyphens, with or without the wildcards * and ?',
  /^[A-Za-z0-9*?-]+$/, /[A-Za-z0-9*?-]/);
const EXACT_NAME = matching('a name of letters, digits and hyphens', /^[A-Za-z0-9-]+$/, /[A-Za-z0-9-]/);
const INSTANCE_TYPE = matching("an instance type such as 'ml.m5.xlarge' or 'ml.m5.*'", /^ml\.[a-z0-9.*?-]+$/, /[a-z0-9.*?-]/);
const TAG_KEY = matching('a tag key of letters, digits, spaces and _.:/=+@-', /^[\w .:/=+@-]{1,128}$/, /[\w .:/=+@-]/);
const TAG_VALUE = matching('text of letters, digits, spaces and _.:/=+@-', /^[\w .:/=+@-]{1,256}$/, /[\w .:/=+@-]/);
const JOB_TYPE = memberOf('SageMakerJobType', SageMakerJobType);
const TAGS: Validator<{ [key: string]: string }> = {
  what: "tags by key, such as { team: 'churn' }, without wildcards, keys of AWS and keys that differ in case only",
  is: (value): value is { [key: string]: string } => OPTIONS.is(value) && Object.keys(value).length > 0
    && Object.entries(value).every(([key, text]) => TAG_KEY.is(key) && !/^aws:/i.test(key) && TAG_VALUE.is(text))
    && new Set(Object.keys(value).map(key => key.toLowerCase())).size === Object.keys(value).length,
};
const PROFILE = OPTIONS as Validator<SageMakerUserProfile>;

/** Who calls parts of the API. */
export const USERS: ApiCaller = { feature: 'User', name: 'the user', page: SOURCES.authorization };

/** What users do: at least one of them. */
const FEATURES = [
  'jobs', 'deployment', 'invocation', 'pipelineAccess', 'modelRegistry', 'studio', 'notebooks', 'apiAccess',
] as const satisfies readonly Option[];

export function readUserAccess(read: Read) {
  const access = {
    jobs: read.struct('jobs', readJobs),
    deployment: read.struct('deployment', readDeployment),
    invocation: read.struct('invocation', invocation =>
      invocation.list('endpoints', NAME, 'name the endpoints that users call')),
    pipelineAccess: read.struct('pipelineAccess', readPipelines),
    modelRegistry: read.struct('modelRegistry', readModelRegistry),
    studio: read.struct('studio', readStudio),
    notebooks: read.struct('notebooks', readNotebooks),
    api: readApiAccess(read, USERS, []),
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
    tags: read.value('tags', TAGS) ?? {},
    requirements: read.struct('requirements', readRequirements),
    readsLogs: read.flag('readLogs', false),
    readsMetrics: read.flag('readMetrics', false),
  };
  if (!FEATURES.some(feature => feature === 'apiAccess' ? access.api.length > 0 : access[feature] !== undefined)) {
    read.fail(`name what the users do: ${FEATURES.map(feature => `'${feature}'`).join(', ')}`);
  }
  checkPassing(read, access);
  checkNarrowing(read, access);
  if (access.readsLogs && !(access.jobs || access.deployment || access.pipelineAccess || access.api.length > 0)) {
    read.fail("'readLogs' requires 'jobs', 'deployment', 'pipelineAccess' or 'apiAccess': leave it out, or add what users watch");
  }
  return access;
}

function readJobs(read: OptionReader<SageMakerUserJobs>) {
  const types = unique(read.list('types', JOB_TYPE, 'list the types of jobs that users start')) as SageMakerJobType[];
  const names = read.list('names', NAME);
  const models = read.list('models', NAME);
  if (models.length > 0 && !types.includes(SageMakerJobType.TRANSFORM)) {
    read.fail(`'${read.pathOf('models')}' requires SageMakerJobType.TRANSFORM: other jobs run no model. Leave it out`);
  }
  const stepFunctions = read.flag('stepFunctions', false);
  if (stepFunctions && !types.some(type => type in RULES_OF_STEP_FUNCTIONS)) {
    read.fail(`'${read.pathOf('stepFunctions')}' requires other jobs than AutoML jobs, for which Step Functions can't wait: ` +
      'leave it out');
  }
  return { types, names, models: unique([...names, ...models]), stepFunctions };
}

function readDeployment(read: OptionReader<SageMakerUserDeployment>) {
  const names = read.list('names', NAME);
  const models = read.list('models', NAME);
  if (models.length > 0 && names.length === 0) {
    read.fail(`'${read.pathOf('models')}' requires 'names': without names, users serve all models. Leave it out, or add names`);
  }
  return { names, models: names.length > 0 ? unique([...names, ...models]) : [] };
}

function readPipelines(read: OptionReader<SageMakerUserPipelines>) {
  return {
    names: read.list('names', NAME),
    edit: read.flag('edit', false),
    callbacks: read.flag('callbacks', false),
  };
}

function readModelRegistry(read: OptionReader<SageMakerUserModelRegistry>) {
  return {
    groups: read.list('groups', NAME, 'name the groups whose packages users read'),
    register: read.flag('register', false),
    approve: read.flag('approve', false),
  };
}

function readStudio(read: OptionReader<SageMakerUserStudio>) {
  const profiles = read.list('userProfiles', PROFILE);
  const tag = read.value('profileTag', TAG_KEY);
  oneOf(read, 'userProfiles', 'profileTag');
  return {
    profiles: profiles.map((profile, index) => {
      const path = `${read.pathOf('userProfiles')}[${index}]`;
      return OptionReader.ofArgument(read.scope, path, profile, one =>
        ({ domain: one.required('domainId', EXACT_NAME), name: one.required('userProfileName', EXACT_NAME) }));
    }),
    tag,
  };
}

function readNotebooks(read: OptionReader<SageMakerUserNotebooks>) {
  const names = read.list('names', NAME);
  const tag = read.value('ownerTag', TAG_KEY);
  oneOf(read, 'names', 'ownerTag');
  return { names, tag };
}

/** Two ways to say whose: neither would be everybody's, and both would be unclear. */
function oneOf<O extends object>(read: OptionReader<O>, one: keyof O & string, other: keyof O & string): void {
  if (read.has(one) === read.has(other)) {
    const given = read.has(one) ? 'both' : 'neither';
    read.fail(`exactly one of '${read.pathOf(one)}' and '${read.pathOf(other)}' must be set, got ${given}: ` +
      'they say what users open, which runs with a role of its own');
  }
}

function readRequirements(read: OptionReader<SageMakerUserRequirements>) {
  const requirements = {
    subnets: unique(read.things('subnets', SUBNET).map(({ object }) => (object as ec2.ISubnetRef).subnetRef.subnetId)),
    securityGroups: read.arns('securityGroups', SECURITY_GROUP),
    volumeKeys: read.keys('volumeKeys'),
    outputKeys: read.keys('outputKeys'),
    networkIsolation: read.flag('networkIsolation', false),
    interContainerTrafficEncryption: read.flag('interContainerTrafficEncryption', false),
    instanceTypes: read.list('instanceTypes', INSTANCE_TYPE),
  };
  if (Object.values(requirements).every(value => value === false || (Array.isArray(value) && value.length === 0))) {
    read.fail("'requirements' must not be empty: leave it out if there is nothing to require, got {}");
  }
  return requirements;
}

/** Whether something is required. */
export function isRequired(required: Requirements[keyof Requirements]): boolean {
  return typeof required === 'boolean' ? required : required.length > 0;
}

type Passing = Pick<UserAccess, 'jobs' | 'deployment' | 'pipelineAccess' | 'api' | 'passableRoles'>;

/** Jobs other than transform jobs, models and pipelines run with a role that their creator passes. */
function checkPassing(read: Read, { jobs, deployment, pipelineAccess, api, passableRoles }: Passing): void {
  const passing = [
    ...(jobs?.types.some(type => type !== SageMakerJobType.TRANSFORM) ? ['jobs'] : []),
    ...(deployment ? ['deployment'] : []),
    ...(pipelineAccess?.edit ? ['pipelineAccess.edit'] : []),
  ];
  if (passing.length > 0 && passableRoles.length === 0) {
    read.fail(`'passableRoles' must not be empty: what users create by '${passing.join("' and '")}' runs with a role, such ` +
      'as a SageMakerExecutionRole, and they pass it. List these roles');
  }
  if (passing.length === 0 && api.length === 0 && passableRoles.length > 0) {
    read.fail("'passableRoles' requires 'jobs' other than transform jobs, 'deployment', 'pipelineAccess.edit' or 'apiAccess': leave " +
      'it out, or add what users pass the roles to');
  }
}

type Narrowed = Pick<UserAccess, 'jobs' | 'deployment' | 'pipelineAccess' | 'api' | 'tags' | 'requirements'>;

/** Tags and requirements must narrow something, and nothing may get round them. */
function checkNarrowing(read: Read, access: Narrowed): void {
  const narrowing = Object.keys(access.tags).length > 0 ? 'tags' : access.requirements && 'requirements';
  if (narrowing === 'tags') {
    checkTags(read, access);
  }
  if (access.requirements) {
    checkRequirements(read, access, access.requirements);
  }
  const patterns = access.api.flatMap(({ actions }) => actions).map(action => action.toLowerCase());
  const around = AROUND.filter(action => patterns.some(pattern => globsIntersect(pattern, action.toLowerCase())));
  if (narrowing && around.length > 0) {
    read.fail(`'apiAccess' can't be combined with '${narrowing}': it grants ${around.join(', ')} without them. Leave these ` +
      'parts out, or grant them to other users');
  }
  if (access.requirements && access.pipelineAccess?.edit) {
    read.warn('requirementsOfPipelines', "'requirements' don't hold for the steps of pipelines, which the role of the pipeline " +
      "creates: with 'pipelineAccess.edit', users can define jobs that don't meet them. Leave it out, or review pipelines");
  }
}

function checkTags(read: Read, { jobs, deployment, pipelineAccess }: Narrowed): void {
  if (!jobs && !deployment && !pipelineAccess) {
    read.fail("'tags' requires 'jobs', 'deployment' or 'pipelineAccess': leave it out, or add what the tags narrow");
  }
  if (pipelineAccess?.names.length === 0) {
    read.fail("'pipelineAccess.names' must be set if 'tags' is: executions of pipelines can't be tagged, so tags don't narrow them");
  }
}

function checkRequirements(read: Read, { jobs, deployment }: Narrowed, requirements: Requirements): void {
  const creations = [...creationsOfJobs(jobs?.types ?? []), ...(deployment ? DEPLOYMENTS : [])];
  for (const name of Object.keys(HELD_TO) as (keyof Requirements)[]) {
    if (isRequired(requirements[name]) && !HELD_TO[name].some(action => creations.includes(action))) {
      read.fail(`'requirements.${name}' applies to nothing that these users create: it is for ${HELD_TO[name].join(', ')}. ` +
        'Leave it out, or add these jobs or a deployment');
    }
  }
}
