import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ImageSource } from '../../../common/image-source';
import { S3Location } from '../../../common/s3-location';
import { Arns } from '../../../private/options/arns';
import { ReaderOf, readerOf } from '../../../private/options/reader';
import { CODE_REPOSITORY, PASSABLE_ROLE } from '../../../private/options/things/things';
import { unique } from '../../../private/options/unique';
import { instanceOf } from '../../../private/options/validators';
import { ANY, Statements, THIS_ROLE, whenPresent } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';
import { SageMakerApiAccess } from '../api/access';
import { ApiCaller, readApiAccess } from '../api/calls';
import { readMlflowClient, SageMakerMlflowClientOptions } from '../mlflow-client';
import {
  decrypt, encrypt, listBuckets, NO_KEYS_ON_PAGE, passRoles, pullImages, putMetrics, readObjects, SINGLE_KEYS,
  useObjects, writeLogs,
} from '../statements';
import { hubPolicy, SageMakerHub } from '../things/hub';
import { ALL_NAMESPACES } from '../things/log-groups';
import {
  readDataAccess, readNamespaces, SageMakerDataKeyOptions, SageMakerMetricOptions,
} from '../workload-options';

/** Options of work in notebooks, whether in a notebook instance or in Studio: their users act with the role. */
export interface SageMakerInteractiveOptions extends SageMakerMetricOptions, SageMakerDataKeyOptions {
  /**
   * The parts of the SageMaker API that notebooks call, with tags, on the resources of the stack's account and region,
   * and reading of the logs of jobs and endpoints. An empty list grants none of it.
   *
   * @default - training, tuning, processing, transform and AutoML jobs, models and endpoints
   */
  readonly apiAccess?: SageMakerApiAccess[];

  /**
   * The data that notebooks work on: read, write, delete and list, and creating these buckets where they don't exist,
   * as the Python SDK does for its default bucket (`S3Location.sageMakerDefaultBucket()`). Must not be empty.
   *
   * @default - no data
   */
  readonly data?: S3Location[];

  /**
   * The data that notebooks only read: `s3:GetObject` on the objects, `s3:ListBucket` and `s3:GetBucketLocation` on
   * their buckets. Must not be empty.
   *
   * @default - no data in addition to `data`
   */
  readonly readOnlyData?: S3Location[];

  /**
   * The repositories that notebooks pull images from. Must not be empty.
   *
   * @default - notebooks pull no images
   */
  readonly images?: ImageSource[];

  /**
   * The repositories that notebooks push images to, and pull from. They can't delete images, and can't change the
   * repositories; but a push can move a tag, unless the tags are immutable. Must not be empty.
   *
   * @default - notebooks push no images, except to `imageManagement`
   */
  readonly pushableImages?: ImageSource[];

  /**
   * The repositories that notebooks manage: push, pull and delete images, create and delete the repository, change its
   * policy. Must not be empty.
   *
   * @default - notebooks manage no images
   */
  readonly imageManagement?: ImageSource[];

  /**
   * The AWS CodeCommit repositories that notebooks pull from and push to. Must not be empty.
   *
   * @default - no code repositories
   */
  readonly codeRepositories?: codecommit.IRepositoryRef[];

  /**
   * The AWS CodeCommit repositories that notebooks only pull from. Must not be empty.
   *
   * @default - no code repositories in addition to `codeRepositories`
   */
  readonly readOnlyCodeRepositories?: codecommit.IRepositoryRef[];

  /**
   * Whether notebooks pass this role to SageMaker, for the jobs, models and endpoints that they create, and can look
   * the role up. What they create then runs with this role: set its workloads as well, or pass other roles.
   *
   * @default true
   */
  readonly passItself?: boolean;

  /**
   * Other roles that notebooks pass to SageMaker. Must not be empty.
   *
   * @default - no other roles
   */
  readonly passableRoles?: iam.IRoleRef[];

  /**
   * Whether notebooks read CloudWatch metrics: all of the account, since CloudWatch has no narrower scope for them.
   *
   * @default true
   */
  readonly readMetrics?: boolean;

  /**
   * The MLflow servers that notebooks use.
   *
   * @default - notebooks can't use MLflow of SageMaker
   */
  readonly mlflow?: SageMakerMlflowClientOptions;

  /**
   * The hubs that notebooks read: models of SageMaker JumpStart, and private hubs. Must not be empty.
   *
   * @default - notebooks can't read hubs
   */
  readonly hubs?: SageMakerHub[];
}

const CODE_NOTE = 'narrowed: the page grants all repositories with sagemaker in their name, in three spellings';
const HUB = instanceOf(SageMakerHub, 'SageMakerHub', 'SageMakerHub.publicHub()');

type Interactive = ReturnType<typeof readInteractive>;

/** AWS prints a policy of such work for notebook instances only. */
const source = SOURCES.notebookInstance;

export function readInteractive(reader: ReaderOf<SageMakerInteractiveOptions>, caller: ApiCaller) {
  const read = readerOf(reader);
  const pushedImages = read.images('pushableImages');
  const managedImages = read.images('imageManagement');
  const api = readApiAccess(reader, caller);
  const passesItself = read.flag('passItself', true);
  return {
    ...readDataAccess(reader, read.locations('readOnlyData'), read.locations('data')),
    namespaces: readNamespaces(reader),
    // A push starts with a look at the layers: these images are pulled, too.
    images: unique([...read.images('images'), ...pushedImages, ...managedImages]),
    pushedImages,
    managedImages,
    api,
    codeRepositories: read.arns('codeRepositories', CODE_REPOSITORY),
    pulledCode: read.arns('readOnlyCodeRepositories', CODE_REPOSITORY),
    passesItself,
    passedParts: passesItself ? api.map(({ name }) => name) : [],
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
    readsMetrics: read.flag('readMetrics', true),
    mlflow: read.struct('mlflow', readMlflowClient),
    hubs: read.list('hubs', HUB).map((hub, index) => hub._bind(read.scope, `${read.pathOf('hubs')}[${index}]`)),
  };
}

/** Logs, metrics, data, images, code and keys. */
export function interactivePolicy(
  arns: Arns, feature: string, logGroup: string, notebook: Interactive,
): Statements {
  const logs = writeLogs(feature, source, arns, [logGroup]);
  return [
    { ...logs, sid: `${feature}UseLogs`, actions: [...logs.actions, 'logs:GetLogEvents'].sort() },
    ...whenPresent(unique(notebook.api.flatMap(({ logGroups }) => logGroups)), groups => ({
      sid: `${feature}ReadJobLogs`,
      source,
      note: 'narrowed: the page reads all log groups; these are the ones of the jobs and endpoints that its parts of the API start',
      actions: [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
      ],
      resources: groups.map(group => arns.logGroups(group)),
    })),
    putMetrics(feature, source, [ALL_NAMESPACES, ...notebook.namespaces]),
    ...whenPresent(notebook.readsMetrics, () => ({
      sid: `${feature}ReadMetrics`,
      source,
      actions: [
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
      ],
      resources: ANY,
    })),
    ...useData(feature, notebook),
    ...pullImages(`${feature}PullImages`, source, notebook.images),
    ...manageImages(feature, notebook),
    ...whenPresent(notebook.codeRepositories, resources => ({
      sid: `${feature}UseCode`,
      source,
      note: CODE_NOTE,
      actions: [
        'codecommit:GitPull',
        'codecommit:GitPush',
      ],
      resources,
    })),
    ...whenPresent(notebook.pulledCode, resources => ({
      sid: `${feature}PullCode`,
      source,
      note: `${CODE_NOTE}, pushes included`,
      actions: ['codecommit:GitPull'],
      resources,
    })),
    ...decrypt(`${feature}InputKey`, source, notebook.inputKeys, NO_KEYS_ON_PAGE),
    ...encrypt(`${feature}OutputKey`, source, notebook.outputKeys, NO_KEYS_ON_PAGE),
    ...hubPolicy(feature, notebook.hubs),
  ];
}

/** Grants passing roles to the work that notebooks start, and the call with which the Python SDK finds their own. */
export function passingPolicy(feature: string, { passesItself, passableRoles }: Interactive): Statements {
  return [
    ...whenPresent(passesItself, () => [
      {
        sid: `${feature}GetItself`,
        source: SOURCES.pythonSdk,
        note: 'added: the Python SDK looks up the path of the role by its name',
        actions: ['iam:GetRole'],
        resources: [THIS_ROLE],
      },
      ...passRoles(`${feature}PassItself`, source, [THIS_ROLE]),
    ]),
    ...passRoles(`${feature}PassRoles`, source, passableRoles),
  ];
}

function useData(feature: string, { inputs, outputs }: Interactive): Statements {
  return [
    ...listBuckets(`${feature}ListBuckets`, source, inputs.buckets, 'narrowed: the page grants all buckets'),
    ...readObjects(`${feature}ReadObjects`, source, inputs.objects),
    ...whenPresent(outputs.buckets, resources => ({
      sid: `${feature}UseBuckets`,
      source,
      note: 'narrowed: the page grants all buckets',
      actions: [
        's3:CreateBucket',
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...useObjects(`${feature}UseObjects`, source, outputs.objects, SINGLE_KEYS),
  ];
}

function manageImages(feature: string, { pushedImages, managedImages }: Interactive): Statements {
  const note = 'narrowed: the page grants all repositories, and in its scoped form none';
  return [
    ...whenPresent(pushedImages, resources => ({
      sid: `${feature}PushImages`,
      source,
      note: `${note}; deleting images and changing the repository are left out`,
      actions: [
        'ecr:CompleteLayerUpload',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ],
      resources,
    })),
    ...whenPresent(managedImages, resources => ({
      sid: `${feature}ManageImages`,
      source,
      note,
      actions: [
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
      resources,
    })),
  ];
}
