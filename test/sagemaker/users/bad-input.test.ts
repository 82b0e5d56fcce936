import { SageMakerApiAccess, SageMakerJobType, SageMakerUserPolicy, SageMakerUserPolicyProps } from '../../../src';
import { Fixtures } from '../../support/given';
import { synthesize } from '../../support/synthesize';

type Props = (given: Fixtures) => SageMakerUserPolicyProps;

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const build = (props: Props) => () =>
  synthesize(stack => new SageMakerUserPolicy(stack, 'Users', props(new Fixtures(stack))), ENV);

const TRAINING = { types: [SageMakerJobType.TRAINING] };

test.each<[string, Props, string]>([
  ['nothing that users do', () => ({}),
    "Users: name what the users do: 'jobs', 'deployment', 'invocation', 'pipelineAccess', 'modelRegistry', 'studio', 'notebooks', 'apiAccess'"],
  ['no parts of the API', () => ({ apiAccess: [] }), 'name what the users do'],
  ['jobs without a role', () => ({ jobs: TRAINING }),
    "'passableRoles' must not be empty: what users create by 'jobs' runs with a role, such as a SageMakerExecutionRole, and they pass it. " +
      'List these roles'],
  ['a deployment and pipelines without a role', () => ({ deployment: {}, pipelineAccess: { edit: true } }),
    "what users create by 'deployment' and 'pipelineAccess.edit' runs with a role"],
  ['roles that nobody passes', given => ({ invocation: { endpoints: ['churn'] }, passableRoles: [given.role('train')] }),
    "'passableRoles' requires 'jobs' other than transform jobs, 'deployment', 'pipelineAccess.edit' or 'apiAccess': leave it out"],
  ['roles for transform jobs', given => ({ jobs: { types: [SageMakerJobType.TRANSFORM] }, passableRoles: [given.role('train')] }),
    "'passableRoles' requires 'jobs' other than transform jobs"],
  ['no types of jobs', given => ({ jobs: { types: [] }, passableRoles: [given.role('train')] }),
    "'jobs.types' must not be empty: list the types of jobs that users start, got []"],
  ['an unknown type of jobs', () => ({ jobs: { types: ['labeling' as SageMakerJobType] } }),
    "'jobs.types[0]' must be one of SageMakerJobType.TRAINING, SageMakerJobType.TUNING"],
  ['a name with a slash', given => ({ jobs: { ...TRAINING, names: ['churn/*'] }, passableRoles: [given.role('train')] }),
    "'jobs.names[0]' must be a name of letters, digits and hyphens, with or without the wildcards * and ?, got \"churn/*\""],
  ['a policy variable as a name', () => ({ invocation: { endpoints: ['${aws:username}'] } }), "'invocation.endpoints[0]' must be a name"],
  ['models of training jobs', given => ({ jobs: { ...TRAINING, models: ['churn'] }, passableRoles: [given.role('train')] }),
    "'jobs.models' requires SageMakerJobType.TRANSFORM: other jobs run no model. Leave it out"],
  ['models of a deployment of all names', given => ({ deployment: { models: ['shared'] }, passableRoles: [given.role('train')] }),
    "'deployment.models' requires 'names': without names, users serve all models"],
  ['a state machine that waits for AutoML jobs', given => ({
    jobs: { types: [SageMakerJobType.AUTO_ML], stepFunctions: true }, passableRoles: [given.role('train')],
  }), "'jobs.stepFunctions' requires other jobs than AutoML jobs, for which Step Functions can't wait: leave it out"],
  ['no endpoints', () => ({ invocation: { endpoints: [] } }), "'invocation.endpoints' must not be empty: name the endpoints that users call, got []"],
  ['no groups', () => ({ modelRegistry: { groups: [] } }), "'modelRegistry.groups' must not be empty"],
  ['Studio of nobody', () => ({ studio: {} }),
    "exactly one of 'studio.userProfiles' and 'studio.profileTag' must be set, got neither: they say what users open, which runs with a role"],
  ['Studio by both', () => ({ studio: { profileTag: 'user', userProfiles: [{ domainId: 'd-1', userProfileName: 'ann' }] } }),
    "exactly one of 'studio.userProfiles' and 'studio.profileTag' must be set, got both"],
  ['all profiles of a domain', () => ({ studio: { userProfiles: [{ domainId: 'd-1', userProfileName: '*' }] } }),
    "'studio.userProfiles[0].userProfileName' must be a name of letters, digits and hyphens, got \"*\""],
  ['a misspelt profile', () => ({ studio: { userProfiles: [{ domainID: 'd-1', userProfileName: 'ann' } as never] } }),
    "unknown option 'studio.userProfiles[0].domainID', did you mean 'studio.userProfiles[0].domainId'?"],
  ['notebooks of everybody', () => ({ notebooks: {} }),
    "exactly one of 'notebooks.names' and 'notebooks.ownerTag' must be set, got neither"],
  ['a wildcard in a tag', given => ({ jobs: TRAINING, passableRoles: [given.role('train')], tags: { team: '*' } }),
    "'tags' must be tags by key, such as { team: 'churn' }, without wildcards, keys of AWS and keys that differ in case only, got {\"team\":\"*\"}"],
  ['no tags', given => ({ jobs: TRAINING, passableRoles: [given.role('train')], tags: {} }), "'tags' must be tags by key"],
  ['tags of nothing', () => ({ invocation: { endpoints: ['churn'] }, tags: { team: 'churn' } }),
    "'tags' requires 'jobs', 'deployment' or 'pipelineAccess': leave it out"],
  ['tags of all pipelines', () => ({ pipelineAccess: {}, tags: { team: 'churn' } }),
    "'pipelineAccess.names' must be set if 'tags' is: executions of pipelines can't be tagged"],
  ['no requirements', given => ({ jobs: TRAINING, passableRoles: [given.role('train')], requirements: {} }),
    "'requirements' must not be empty: leave it out"],
  ['no requirements, by a flag', given => ({ jobs: TRAINING, passableRoles: [given.role('train')], requirements: { networkIsolation: false } }),
    "'requirements' must not be empty"],
  ['a requirement of nothing', given => ({ jobs: { types: [SageMakerJobType.TRANSFORM] }, requirements: { subnets: [given.subnet('private')] } }),
    "'requirements.subnets' applies to nothing that these users create: it is for sagemaker:CreateTrainingJob, "],
  ['a way round the tags', given => ({
    jobs: TRAINING, passableRoles: [given.role('train')], tags: { team: 'churn' }, apiAccess: [SageMakerApiAccess.PROCESSING_JOBS],
  }), "'apiAccess' can't be combined with 'tags': it grants sagemaker:CreateProcessingJob without them. Leave these parts out, or grant"],
  ['a way round the requirements by monitoring', given => ({
    jobs: TRAINING,
    passableRoles: [given.role('train')],
    requirements: { networkIsolation: true },
    apiAccess: [SageMakerApiAccess.MODEL_MONITORING],
  }), "'apiAccess' can't be combined with 'requirements': it grants sagemaker:CreateMonitoringSchedule, "],
  ['a way round the tags by tagging', given => ({
    jobs: TRAINING,
    passableRoles: [given.role('train')],
    tags: { team: 'churn' },
    apiAccess: [SageMakerApiAccess.of('Tags', { actions: ['sagemaker:AddTags'], resourceTypes: ['training-job'] })],
  }), "'apiAccess' can't be combined with 'tags': it grants sagemaker:AddTags without them"],
  ['two keys of a tag that IAM does not tell apart', given => ({
    jobs: TRAINING, passableRoles: [given.role('train')], tags: { team: 'a', Team: 'b' },
  }), "'tags' must be tags by key"],
  ['a way round the requirements', given => ({
    jobs: TRAINING, passableRoles: [given.role('train')], requirements: { networkIsolation: true }, apiAccess: [SageMakerApiAccess.UNRESTRICTED],
  }), "'apiAccess' can't be combined with 'requirements': it grants sagemaker:CreateTrainingJob, "],
  ['a string for a subnet', given => ({
    jobs: TRAINING, passableRoles: [given.role('train')], requirements: { subnets: ['subnet-1' as never] },
  }), "'requirements.subnets[0]' must be a subnet, got \"subnet-1\": pass ec2.Subnet.fromSubnetId(scope, id, SUBNET_ID)"],
  ['another family of instances', given => ({
    jobs: TRAINING, passableRoles: [given.role('train')], requirements: { instanceTypes: ['m5.large'] },
  }), "'requirements.instanceTypes[0]' must be an instance type such as 'ml.m5.xlarge' or 'ml.m5.*', got \"m5.large\""],
  ['logs of nothing', () => ({ invocation: { endpoints: ['churn'] }, readLogs: true }),
    "'readLogs' requires 'jobs', 'deployment', 'pipelineAccess' or 'apiAccess': leave it out, or add what users watch"],
])('%s is an error', (_, props, message) => {
  expect(build(props)).toThrow(message);
});
