import * as iam from 'aws-cdk-lib/aws-iam';
import { bucketsOf, listBuckets, passRoles, pullImages, readAndWriteObjects, readObjects, runtime } from './statements';
import { ENDPOINTS, PROCESSING_JOBS, TRAINING_JOBS, TRANSFORM_JOBS } from './things/log-groups';
import { defineWorkload } from './workload';
import { readWorkload, SageMakerWorkloadOptions } from './workload-options';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { PASSABLE_ROLE } from '../../private/options/things/things';
import { Statements, THIS_ROLE } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions to run AutoML jobs, which create models and endpoints and pass this role on to them. In addition to the
 * resources in the options: models, endpoint configurations and endpoints of the account and region with their tags,
 * and the logs and metrics of training, processing and transform jobs and of endpoints.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-autopilot-perms
 */
export interface SageMakerAutoMlJobOptions extends SageMakerWorkloadOptions {
  /**
   * The locations that the job reads: `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on
   * their buckets. Must not be empty.
   */
  readonly inputs: S3Location[];

  /** The locations that the job writes to; it also reads what its earlier steps wrote. Must not be empty. */
  readonly outputs: S3Location[];

  /**
   * The repositories of the images that the job runs. AutoML picks its images itself, from registries of AWS: if you
   * can't list them, use `ImageSource.anyRepository()`. Must not be empty.
   */
  readonly images: ImageSource[];

  /**
   * Roles that the job passes to SageMaker for the models that it creates, in addition to this role. Must not be empty.
   *
   * @default - only this role
   */
  readonly passableRoles?: iam.IRoleRef[];
}

type AutoMlJob = ReturnType<typeof readAutoMlJob>;

export const AUTO_ML_JOB = defineWorkload({
  source: SOURCES.autoMlJob,
  sourceArnTypes: [],
  read: readAutoMlJob,
  features: (arns, job) => [{ name: 'AutoMlJob', statements: autoMlJobPolicy(arns, job) }],
});

function readAutoMlJob(read: OptionReader<SageMakerAutoMlJobOptions>) {
  const inputs = read.locations('inputs', 'an AutoML job requires input data');
  const outputs = read.locations('outputs', 'an AutoML job requires an output location');
  return {
    ...readWorkload(read, inputs, outputs),
    images: read.images('images', 'AutoML pulls images; use ImageSource.anyRepository() for unknown repositories'),
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
  };
}

function autoMlJobPolicy(arns: Arns, job: AutoMlJob): Statements {
  const source = SOURCES.autoMlJob;
  const note = 'narrowed: the page grants all resources of SageMaker';
  const ofType = (type: string) => arns.regional('sagemaker', `${type}/*`);
  return [
    ...runtime(arns, 'AutoMlJob', source, [TRAINING_JOBS, PROCESSING_JOBS, TRANSFORM_JOBS, ENDPOINTS], job),
    ...pullImages('AutoMlJobPullImages', source, job.images, 'narrowed: the page grants all repositories'),
    ...listBuckets('AutoMlJobListBuckets', source, bucketsOf(job.inputs, job.outputs),
      'narrowed: the page grants all buckets'),
    ...readObjects('AutoMlJobReadInputs', source, job.inputs.objects, 'narrowed: the page grants all objects'),
    ...readAndWriteObjects('AutoMlJobUseOutputs', source, job.outputs.objects,
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
      note: `${note}; sagemaker:AddTags is added, which creating a tagged resource requires`,
      actions: [
        'sagemaker:AddTags',
        'sagemaker:ListTags',
      ],
      resources: [ofType('model'), ofType('endpoint'), ofType('endpoint-config')],
    },
    ...passRoles('AutoMlJobPassItself', source, [THIS_ROLE]),
    ...passRoles('AutoMlJobPassRoles', source, job.passableRoles),
  ];
}
