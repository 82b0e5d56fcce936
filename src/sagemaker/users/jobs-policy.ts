import { named, onCreation, ONLY_TAGGED, onTagged, taggingIn } from './conditions';
import { creationsOfJobs, isCreation, partsOfJobs, RULES_OF_STEP_FUNCTIONS } from './creations';
import { SageMakerJobType } from './props';
import { JobsAccess, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, Conditions, DocumentedStatement, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { ApiActions } from '../workloads/api/parts';

/** The capacity that training jobs run on belongs to the account. */
const CAPACITY = ['training-plan', 'reserved-capacity'];
const READS_CAPACITY = ['sagemaker:DescribeReservedCapacity', 'sagemaker:DescribeTrainingPlan'];

/** Statements that start jobs: those of one have the same requirements. */
const STARTS = [
  { sid: 'JobsStart', types: [SageMakerJobType.TRAINING, SageMakerJobType.TUNING, SageMakerJobType.PROCESSING] },
  { sid: 'JobsStartTransformJobs', types: [SageMakerJobType.TRANSFORM] },
  { sid: 'JobsStartAutoMlJobs', types: [SageMakerJobType.AUTO_ML] },
];

/** Starting jobs, with their tags. */
export function startJobsPolicy(arns: Arns, jobs: JobsAccess, access: UserAccess): Statements {
  return [
    ...STARTS.flatMap(({ sid, types }) =>
      whenPresent(partsOfJobs(jobs.types.filter(type => types.includes(type))), started =>
        startJobs(arns, sid, started, jobs, access))),
    tagOnCreation('Jobs', creationsOfJobs(jobs.types), resourcesOf(arns, jobs)),
  ];
}

/** Watching, changing, stopping and deleting jobs. */
export function useJobsPolicy(arns: Arns, jobs: JobsAccess, access: UserAccess): Statements {
  const parts = partsOfJobs(jobs.types);
  return [
    {
      sid: 'JobsUse',
      source: SOURCES.authorization,
      note: ONLY_TAGGED,
      actions: [
        ...parts.flatMap(({ actions }) => actions)
          .filter(action => !isCreation(action) && !READS_CAPACITY.includes(action)),
        'sagemaker:ListTags',
      ].sort(),
      resources: resourcesOf(arns, jobs),
      conditions: onTagged(access),
    },
    ...whenPresent(jobs.types.includes(SageMakerJobType.TRAINING), () => ({
      sid: 'JobsReadTrainingPlans',
      source: SOURCES.authorization,
      actions: READS_CAPACITY,
      resources: CAPACITY.flatMap(type => named(arns, type, [])),
    })),
    ...whenPresent(readsTuned(jobs), () => ({
      sid: 'JobsReadTuned',
      source: SOURCES.pythonSdk,
      note: 'added: the SDK reads the best job of a tuning job; tags of tuning jobs are also on the jobs that they start',
      actions: [
        'sagemaker:DescribeTrainingJob',
        'sagemaker:ListTags',
      ],
      resources: named(arns, 'training-job', jobs.names.map(name => name.endsWith('*') ? name : `${name}-*`)),
      conditions: onTagged(access),
    })),
    ...whenPresent(jobs.types.includes(SageMakerJobType.TRANSFORM), () => ({
      sid: 'JobsReadModels',
      source: SOURCES.pythonSdk,
      note: 'added: the SDK looks for the model of a transform job',
      actions: ['sagemaker:DescribeModel'],
      resources: named(arns, 'model', jobs.models),
    })),
    {
      sid: 'JobsList',
      source: SOURCES.authorization,
      actions: parts.flatMap(({ listActions }) => listActions).sort(),
      resources: ANY,
    },
    ...whenPresent(jobs.stepFunctions, () => ({
      sid: 'JobsWaitByRules',
      source: SOURCES.stepFunctions,
      note: 'narrowed: only the rules for these types of jobs',
      actions: [
        'events:DescribeRule',
        'events:PutRule',
        'events:PutTargets',
      ],
      resources: jobs.types.map(type => RULES_OF_STEP_FUNCTIONS[type]).filter(type => type !== undefined).sort()
        .map(type => arns.regional('events', `rule/StepFunctionsGetEventsFor${type}JobsRule`)),
    })),
  ];
}

/** Whether `JobsUse` lacks training jobs that a tuning job starts. Their names start with its name. */
function readsTuned({ types, names }: JobsAccess): boolean {
  return types.includes(SageMakerJobType.TUNING)
    && !(types.includes(SageMakerJobType.TRAINING) && names.every(name => name.endsWith('*')));
}

function resourcesOf(arns: Arns, { types, names }: JobsAccess): readonly string[] {
  return partsOfJobs(types).flatMap(({ taggedTypes: [type] }) => named(arns, type, names));
}

function startJobs(
  arns: Arns, sid: string, parts: readonly ApiActions[], { names, models }: JobsAccess, access: UserAccess,
): DocumentedStatement {
  const actions = parts.flatMap(part => part.actions.filter(isCreation)).sort();
  const onCapacity = parts.some(({ resourceTypes }) => resourceTypes.includes(CAPACITY[0]));
  const ofModels = actions.includes('sagemaker:CreateTransformJob') ? [onModels(arns, models)] : [];
  return {
    sid,
    source: SOURCES.conditionsOfUsers,
    note: 'narrowed: with the tags and what else is required, and transform jobs of the models with these names only',
    actions,
    resources: [
      ...parts.flatMap(({ taggedTypes: [type] }) => named(arns, type, names)),
      ...(onCapacity ? CAPACITY.flatMap(type => named(arns, type, [])) : []),
    ],
    conditions: onCreation(actions[0], access, ...ofModels),
  };
}

function onModels(arns: Arns, models: readonly string[]): Conditions {
  return models.length === 0 ? {} : { ArnLike: { 'sagemaker:ModelArn': named(arns, 'model', models) } };
}

/** What is created may be tagged, and only then. */
export function tagOnCreation(
  feature: string, creations: readonly string[], resources: readonly string[],
): DocumentedStatement {
  return {
    sid: `${feature}TagOnCreation`,
    source: SOURCES.tagsOfUsers,
    note: 'narrowed: the page lets users change the tags of what exists, also of what others own',
    actions: ['sagemaker:AddTags'],
    resources,
    conditions: taggingIn(creations),
  };
}
