import { emrPolicy } from './emr';
import { Pipeline, readPipeline } from './options';
import { Arns } from '../../../private/options/arns';
import { passedTo } from '../../../private/statements/conditions';
import { DocumentedStatement, Statements, THIS_ROLE, whenPresent } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';
import { bucketsOf, decrypt, listBuckets, readObjects, SAGEMAKER } from '../statements';
import { inBothCases } from '../things/letter-case';
import { defineWorkload } from '../workload';

const source = SOURCES.pipelineRole;

export const PIPELINE = defineWorkload({
  source,
  sourceArnTypes: ['pipeline'],
  read: readPipeline,
  features: (arns, pipeline) => {
    const steps = [jobs, models, registry, endpoints].flatMap(statementsOf => statementsOf(arns, pipeline));
    return [
      { name: 'Pipeline', statements: steps },
      { name: 'PipelineAround', statements: aroundSteps(arns, steps, pipeline) },
    ];
  },
});

/** What SageMaker calls a job of a pipeline, unless the definition names it: `pipelines-EXECUTION-STEP-TOKEN`. */
const GENERATED = 'pipelines-';

const NARROWED = 'narrowed: only what steps of this type call, on names that pipelines give; stopping is added, which ' +
  'ends the steps of a stopped execution';
const ALL_NAMES = 'narrowed: only what steps of this type call; stopping is added. AWS documents no common start of these ' +
  'names: jobNamePrefixes narrows them';

/** The tags of what steps create, steps outside of SageMaker, data, and the roles that the pipeline passes. */
function aroundSteps(arns: Arns, steps: Statements, pipeline: Pipeline): Statements {
  return [
    ...whenPresent(steps, () => ({
      sid: 'PipelineTags',
      source: SOURCES.pythonSdk,
      note: 'added: the page of roles does not mention tags, which SageMaker adds to what a pipeline creates',
      actions: ['sagemaker:AddTags'],
      resources: steps.flatMap(({ resources }) => resources),
    })),
    ...otherSteps(pipeline),
    ...whenPresent(pipeline.emr, emr => emrPolicy(arns, emr)),
    ...listBuckets('PipelineListBuckets', SOURCES.pythonSdk, bucketsOf(pipeline.inputs),
      'narrowed: the SDK lists all buckets of its pipelines; locating them is added, as for jobs'),
    ...readObjects('PipelineReadInputs', source, pipeline.inputs.objects,
      'narrowed: the page grants all objects of a bucket, and s3:HeadObject, which does not exist'),
    ...decrypt('PipelineInputKey', source, pipeline.inputKeys, 'added: the page does not mention keys'),
    ...passing(pipeline),
  ];
}

/** The jobs of one type. Without prefixes of the user, those that the pipeline names, or of all names. */
function jobs(arns: Arns, pipeline: Pipeline): Statements {
  const { processing, training, tuning, transform, autoMl } = pipeline;
  const run = (name: string, type: string, job: string, ...more: readonly string[]): DocumentedStatement => ({
    sid: `PipelineRun${name}`,
    source,
    note: NARROWED,
    actions: [`sagemaker:Create${job}`, `sagemaker:Describe${job}`, ...more, `sagemaker:Stop${job}`],
    resources: named(arns, type, pipeline.prefixes, GENERATED),
  });
  const anyName = ({ note, resources, ...statement }: DocumentedStatement, type: string): DocumentedStatement =>
    pipeline.prefixes.length > 0
      ? { ...statement, note, resources }
      : { ...statement, note: ALL_NAMES, resources: [arns.regional('sagemaker', `${type}/*`)] };
  const tuningJob = 'hyper-parameter-tuning-job';
  return [
    ...whenPresent(processing, () => run('ProcessingJobs', 'processing-job', 'ProcessingJob')),
    ...whenPresent(training, () => run('TrainingJobs', 'training-job', 'TrainingJob')),
    ...whenPresent(tuning, () => anyName(run('TuningJobs', tuningJob, 'HyperParameterTuningJob',
      'sagemaker:ListTrainingJobsForHyperParameterTuningJob'), tuningJob)),
    ...whenPresent(transform, () => run('TransformJobs', 'transform-job', 'TransformJob')),
    ...whenPresent(autoMl, () => anyName(run('AutoMlJobs', 'automl-job', 'AutoMLJob'), 'automl-job')),
  ];
}

function named(arns: Arns, type: string, prefixes: readonly string[], byDefault: string): readonly string[] {
  return (prefixes.length > 0 ? prefixes.flatMap(inBothCases) : [byDefault])
    .map(prefix => arns.regional('sagemaker', `${type}/${prefix}*`));
}

/** A step that deploys a model creates it first. */
function models(arns: Arns, { models: creates, endpoints: deployed, prefixes }: Pipeline): Statements {
  return whenPresent(creates || deployed.length > 0, () => ({
    sid: 'PipelineCreateModels',
    source,
    note: 'narrowed: only names that pipelines give',
    actions: [
      'sagemaker:CreateModel',
      'sagemaker:DescribeModel',
    ],
    resources: named(arns, 'model', prefixes, GENERATED),
  }));
}

function registry(arns: Arns, { packageGroups }: Pipeline): Statements {
  return whenPresent(packageGroups.flatMap(inBothCases), groups => ({
    sid: 'PipelineRegisterModels',
    source,
    note: 'narrowed: only the groups in the options; listing is added, which finds the baseline of a quality check',
    actions: [
      'sagemaker:CreateModelPackage',
      'sagemaker:CreateModelPackageGroup',
      'sagemaker:DescribeModelPackage',
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:ListModelPackages',
    ],
    resources: groups.flatMap(group => [
      arns.regional('sagemaker', `model-package/${group}/*`),
      arns.regional('sagemaker', `model-package-group/${group}`),
    ]),
  }));
}

function endpoints(arns: Arns, { endpoints: deployed }: Pipeline): Statements {
  return whenPresent(deployed.flatMap(inBothCases), names => ({
    sid: 'PipelineDeployModels',
    source: SOURCES.pipelineSteps,
    note: 'narrowed: the page grants all endpoints; no names of their configurations are documented',
    actions: [
      'sagemaker:CreateEndpoint',
      'sagemaker:CreateEndpointConfig',
      'sagemaker:DescribeEndpoint',
      'sagemaker:DescribeEndpointConfig',
      'sagemaker:UpdateEndpoint',
    ],
    resources: [
      ...names.map(name => arns.regional('sagemaker', `endpoint/${name}`)),
      arns.regional('sagemaker', 'endpoint-config/*'),
    ],
  }));
}

/** Steps outside of SageMaker, apart from EMR. */
function otherSteps({ functions, queues, queueKeys }: Pipeline): Statements {
  return [
    ...whenPresent(functions, resources => ({
      sid: 'PipelineInvokeFunctions',
      source: SOURCES.pipelineIntegrations,
      note: 'narrowed: the policy invokes, creates, changes and deletes all functions with sagemaker in their names',
      actions: ['lambda:InvokeFunction'],
      resources,
    })),
    ...whenPresent(queues, resources => ({
      sid: 'PipelineSendMessages',
      source: SOURCES.pipelineIntegrations,
      note: 'narrowed: the policy grants all queues with sagemaker in their names, and creating them',
      actions: ['sqs:SendMessage'],
      resources,
    })),
    ...whenPresent(queueKeys, resources => ({
      sid: 'PipelineQueueKey',
      source: SOURCES.pipelineIntegrations,
      note: 'added: sending to an encrypted queue requires its key',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}

function passing({ passedParts, passableRoles }: Pipeline): Statements {
  const pass = (sid: string, resources: readonly string[]): DocumentedStatement => ({
    sid,
    source,
    note: 'completed: the page has no condition; the roles are for SageMaker only',
    actions: ['iam:PassRole'],
    resources,
    conditions: passedTo(SAGEMAKER),
  });
  return [
    ...whenPresent(passedParts, () => pass('PipelinePassItself', [THIS_ROLE])),
    ...whenPresent(passableRoles, roles => pass('PipelinePassRoles', roles)),
  ];
}
