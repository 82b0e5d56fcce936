import { AutoMlJob, ExecutionWorkloads, Job, NotebookInstance } from './read';
import { Arns } from '../../private/options/arns';
import { DocumentedStatement, given, PolicyFeature, Source, THIS_ROLE } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { modelPolicy } from '../workloads/model-policy';
import { notebookApiPolicy, notebookInstancePolicy } from '../workloads/notebook-instance-policy';
import {
  decrypt, encrypt, ENDPOINTS, listBuckets, network, passRole, passRoles, PROCESSING_JOBS, pullImages, putMetrics,
  readAndWriteObjects, readObjects, registryLogin, STUDIO, TRAINING_JOBS, TRANSFORM_JOBS, unconditionedMetrics,
  volumeKey, writeLogs, writeObjects,
} from '../workloads/statements';

type Statements = readonly DocumentedStatement[];

/** One feature for each workload, after the one that they share. */
export function executionPolicy(arns: Arns, workloads: ExecutionWorkloads): readonly PolicyFeature[] {
  const { trainingJob, tuningJob, processingJob, model, notebookInstance, autoMlJob, domain, image } = workloads;
  const feature = <T>(name: string, workload: T | undefined, statements: (workload: T) => Statements) => ({
    name,
    statements: workload === undefined ? [] : statements(workload),
  });
  return [
    { name: 'Common', statements: commonPolicy(workloads) },
    feature('TrainingJob', trainingJob, job => trainingPolicy(arns, 'TrainingJob', SOURCES.trainingJob, job)),
    feature('TuningJob', tuningJob, job => trainingPolicy(arns, 'TuningJob', SOURCES.tuningJob, job)),
    feature('ProcessingJob', processingJob, job =>
      jobPolicy(arns, 'ProcessingJob', SOURCES.processingJob, [PROCESSING_JOBS], job)),
    feature('Model', model, options => modelPolicy(arns, options)),
    feature('NotebookInstance', notebookInstance, options => notebookInstancePolicy(arns, options)),
    feature('NotebookInstanceJobs', notebookInstance, ({ api }) =>
      notebookApiPolicy(arns, 'NotebookInstanceJobs', api.filter(part => part.isOfJobs))),
    feature('NotebookInstanceApi', notebookInstance, ({ api }) =>
      notebookApiPolicy(arns, 'NotebookInstanceApi', api.filter(part => !part.isOfJobs))),
    feature('AutoMlJob', autoMlJob, job => autoMlJobPolicy(arns, job)),
    feature('Domain', domain, key => domainPolicy(arns, key)),
    feature('Image', image, imagePolicy),
  ];
}

function commonPolicy(workloads: ExecutionWorkloads): Statements {
  const { trainingJob, tuningJob, processingJob, model, notebookInstance, autoMlJob, sdkRoleCheck } = workloads;
  const sources: [Source, { images: readonly string[]; vpc: boolean } | undefined][] = [
    [SOURCES.trainingJob, trainingJob],
    [SOURCES.tuningJob, tuningJob],
    [SOURCES.processingJob, processingJob],
    [SOURCES.model, model],
    [SOURCES.notebookInstance, notebookInstance && { ...notebookInstance, images: imagesOf(notebookInstance) }],
    [SOURCES.autoMlJob, autoMlJob],
  ];
  const check = sdkRoleCheck ? SOURCES.pythonSdk : undefined;
  const [pulling] = sources.find(([, workload]) => workload && workload.images.length > 0) ?? [check];
  const [inVpc] = sources.find(([, workload]) => workload?.vpc) ?? [check];
  return [
    ...given(pulling, registryLogin),
    ...given(inVpc, network),
    ...given(sdkRoleCheck, unconditionedMetrics),
  ];
}

function imagesOf({ images, managedImages }: NotebookInstance): readonly string[] {
  return [...images, ...managedImages];
}

function trainingPolicy(arns: Arns, feature: string, source: Source, job: Job): Statements {
  return [
    ...jobPolicy(arns, feature, source, [TRAINING_JOBS], job),
    ...readAndWriteObjects(`${feature}UseCheckpoints`, SOURCES.checkpoints, job.checkpoints,
      'added: a field of the request that the page of roles does not speak of'),
  ];
}

function jobPolicy(arns: Arns, feature: string, source: Source, names: readonly string[], job: Job): Statements {
  return [
    ...runtime(arns, feature, source, names, job),
    ...pullImages(feature, source, job.images),
    ...listBuckets(feature, source, [job.inputs, job.outputs, job.checkpoints]),
    ...readObjects(`${feature}ReadInputs`, source, job.inputs),
    ...writeObjects(`${feature}WriteOutputs`, source, job.outputs),
  ];
}

/** What a job needs beside its data and images: logs, metrics and keys. */
function runtime(arns: Arns, feature: string, source: Source, names: readonly string[], job: Job): Statements {
  return [
    writeLogs(feature, source, arns, names),
    putMetrics(feature, source, [...names, ...job.namespaces]),
    ...decrypt(`${feature}InputKey`, source, job.inputKeys),
    ...encrypt(`${feature}OutputKey`, source, job.outputKeys),
    ...volumeKey(feature, source, job.volumeKeys),
  ];
}

function autoMlJobPolicy(arns: Arns, job: AutoMlJob): Statements {
  const source = SOURCES.autoMlJob;
  const note = 'narrowed: the page grants all resources of SageMaker';
  const ofType = (type: string) => arns.regional('sagemaker', `${type}/*`);
  return [
    ...runtime(arns, 'AutoMlJob', source, [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS, ENDPOINTS], job),
    ...pullImages('AutoMlJob', source, job.images, 'narrowed: the page grants all repositories'),
    ...listBuckets('AutoMlJob', source, [job.inputs, job.outputs], 'narrowed: the page grants all buckets'),
    ...readObjects('AutoMlJobReadInputs', source, job.inputs, 'narrowed: the page grants all objects'),
    ...readAndWriteObjects('AutoMlJobUseOutputs', source, job.outputs,
      'narrowed: the page grants all objects; a job reads what its earlier steps wrote'),
    {
      sid: 'AutoMlJobManageModels',
      source,
      note,
      actions: [
        'sagemaker:CreateModel',
        'sagemaker:DeleteModel',
        'sagemaker:DescribeModel',
      ],
      resources: [ofType('model')],
    },
    {
      sid: 'AutoMlJobManageEndpoints',
      source,
      note,
      actions: [
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
      ],
      resources: [ofType('endpoint'), ofType('endpoint-config')],
    },
    {
      sid: 'AutoMlJobTags',
      source,
      note: `${note}; sagemaker:AddTags is added, which creating a tagged resource asks for`,
      actions: [
        'sagemaker:AddTags',
        'sagemaker:ListTags',
      ],
      resources: [ofType('model'), ofType('endpoint'), ofType('endpoint-config')],
    },
    passRole('AutoMlJobPassItself', source, [THIS_ROLE]),
    ...passRoles('AutoMlJob', source, job.passableRoles),
  ];
}

function domainPolicy(arns: Arns, key: string): Statements {
  return [
    {
      sid: 'DomainUseKey',
      source: SOURCES.domain,
      actions: [
        'kms:CreateGrant',
        'kms:DescribeKey',
      ],
      resources: [key],
    },
    {
      ...writeLogs('Domain', SOURCES.logGroups, arns, [STUDIO]),
      note: 'added: the apps of a domain write their logs with this role; the page prints only the rights on the key',
    },
  ];
}

function imagePolicy(repositories: readonly string[]): Statements {
  return [{
    sid: 'ImagePullImages',
    source: SOURCES.image,
    note: 'narrowed: the page grants all repositories',
    actions: [
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
    ],
    resources: repositories,
  }];
}
