import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { SageMakerApiAccess } from './api-access';
import { ALL_NAMESPACES, NOTEBOOK_INSTANCES } from './log-groups';
import { notebookApiFeatures, readApiAccess } from './notebook-api';
import {
  decrypt, encrypt, grantVolumeKey, NO_KEYS_ON_PAGE, passRoles, pullImages, putMetrics, SINGLE_KEYS, writeLogs,
} from './statements';
import { defineWorkload } from './workload';
import { readWorkload, SageMakerWorkloadOptions } from './workload-options';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader, unique } from '../../private/options/reader';
import { CODE_REPOSITORY, EFS_FILE_SYSTEM, PASSABLE_ROLE, VPC } from '../../private/options/things/things';
import { ANY, Statements, THIS_ROLE, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * Permissions of a notebook instance, whose users act with this role. In addition to the resources in the options: its
 * own logs and those of the jobs and endpoints that it starts, and metrics in SageMaker's namespaces.
 *
 * @see
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createnotebookinstance-perms
 */
export interface SageMakerNotebookInstanceOptions extends SageMakerWorkloadOptions {
  /**
   * The parts of the SageMaker API that the notebook calls, with tags, on the resources of the stack's account and
   * region, and reading of the logs of jobs and endpoints. An empty list grants none of it.
   *
   * @default - training, tuning, processing, transform and AutoML jobs, models and endpoints
   */
  readonly apiAccess?: SageMakerApiAccess[];

  /**
   * The data that the notebook works on: read, write, delete and list, and creating these buckets where they don't
   * exist, as the SDK does for its default bucket. Must not be empty.
   *
   * @default - no data
   */
  readonly data?: S3Location[];

  /**
   * The repositories that the notebook pulls images from. Must not be empty.
   *
   * @default - the notebook pulls no images
   */
  readonly images?: ImageSource[];

  /**
   * The repositories that the notebook manages: push, pull and delete images, create and delete the repository, change
   * its policy. Must not be empty.
   *
   * @default - the notebook manages no images
   */
  readonly imageManagement?: ImageSource[];

  /**
   * The AWS CodeCommit repositories that the notebook pulls from and pushes to. Must not be empty.
   *
   * @default - no code repositories
   */
  readonly codeRepositories?: codecommit.IRepositoryRef[];

  /**
   * Whether the notebook passes its own role to SageMaker, for the jobs, models and endpoints that it creates, and can
   * look that role up. They then run with this role: set their workloads in addition to `notebookInstance`, or pass
   * other roles.
   *
   * @default true
   */
  readonly passItself?: boolean;

  /**
   * Other roles that the notebook passes to SageMaker. Must not be empty.
   *
   * @default - no other roles
   */
  readonly passableRoles?: iam.IRoleRef[];

  /**
   * Whether the notebook reads CloudWatch metrics: all of the account, since CloudWatch has no narrower scope for them.
   *
   * @default true
   */
  readonly readMetrics?: boolean;

  /**
   * The network file systems that the notebook mounts.
   *
   * @default - none
   */
  readonly networkFileSystems?: SageMakerNetworkFileSystems;

  /**
   * The VPCs in which the notebook creates endpoints.
   *
   * @default - the notebook creates no VPC endpoints
   */
  readonly vpcEndpoints?: SageMakerVpcEndpoints;
}

/** Network file systems that a notebook looks up in order to mount them. */
export interface SageMakerNetworkFileSystems {
  /**
   * Amazon EFS file systems: `elasticfilesystem:DescribeMountTargets` on them. Must not be empty.
   *
   * @default - none
   */
  readonly efs?: efs.IFileSystemRef[];

  /**
   * Whether the notebook looks up Amazon FSx file systems: `fsx:DescribeFileSystems` on all of them, since FSx has no
   * narrower scope for it.
   *
   * @default false
   */
  readonly fsx?: boolean;
}

/** VPC endpoints that a notebook creates. */
export interface SageMakerVpcEndpoints {
  /**
   * The VPCs: `ec2:CreateVpcEndpoint` in them, with any subnet, security group and route table of the region, because
   * these are separate resources of the request, and `ec2:DescribeRouteTables`. Must not be empty.
   */
  readonly vpcs: ec2.IVPCRef[];
}

const FEATURE = 'NotebookInstance';
const source = SOURCES.notebookInstance;

type NotebookInstance = ReturnType<typeof readNotebookInstance>;

export const NOTEBOOK_INSTANCE = defineWorkload({
  source,
  sourceArnTypes: [],
  read: readNotebookInstance,
  features: (arns, notebook) => [
    { name: FEATURE, statements: notebookPolicy(arns, notebook) },
    ...notebookApiFeatures(arns, notebook.api),
  ],
});

function readNotebookInstance(read: OptionReader<SageMakerNotebookInstanceOptions>) {
  const data = read.locations('data');
  const managedImages = read.images('imageManagement');
  return {
    // The data is read and written: one statement holds its keys.
    ...readWorkload(read, { ...data, keys: [] }, data),
    // A push starts with a look at the layers: managed images are pulled, too.
    images: unique([...read.images('images'), ...managedImages]),
    managedImages,
    api: readApiAccess(read),
    codeRepositories: read.arns('codeRepositories', CODE_REPOSITORY),
    passesItself: read.flag('passItself', true),
    passableRoles: read.arns('passableRoles', PASSABLE_ROLE),
    readsMetrics: read.flag('readMetrics', true),
    fileSystems: read.struct('networkFileSystems', readFileSystems) ?? { efs: [], fsx: false },
    endpointVpcs: read.struct('vpcEndpoints', endpoints =>
      endpoints.arns('vpcs', VPC, 'list the VPCs in which endpoints are created')) ?? [],
  };
}

function readFileSystems(read: OptionReader<SageMakerNetworkFileSystems>) {
  const fileSystems = { efs: read.arns('efs', EFS_FILE_SYSTEM), fsx: read.flag('fsx', false) };
  if (!fileSystems.fsx && fileSystems.efs.length === 0) {
    read.fail(`'${read.pathOf('efs')}' or '${read.pathOf('fsx')}' must be set: without one nothing is granted`);
  }
  return fileSystems;
}

function notebookPolicy(arns: Arns, notebook: NotebookInstance): Statements {
  const logs = writeLogs(FEATURE, source, arns, [NOTEBOOK_INSTANCES]);
  return [
    { ...logs, sid: `${FEATURE}UseLogs`, actions: [...logs.actions, 'logs:GetLogEvents'].sort() },
    ...whenPresent(unique(notebook.api.flatMap(({ logGroups }) => logGroups)), groups => ({
      sid: `${FEATURE}ReadJobLogs`,
      source,
      note: 'narrowed: the page reads all log groups; these are the ones of the jobs and endpoints that its parts of the API start',
      actions: [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
      ],
      resources: groups.map(group => arns.logGroups(group)),
    })),
    putMetrics(FEATURE, source, [ALL_NAMESPACES, ...notebook.namespaces]),
    ...whenPresent(notebook.readsMetrics, () => ({
      sid: `${FEATURE}ReadMetrics`,
      source,
      actions: [
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
      ],
      resources: ANY,
    })),
    ...useData(notebook),
    ...pullImages(`${FEATURE}PullImages`, source, notebook.images),
    ...manageImages(notebook),
    ...whenPresent(notebook.codeRepositories, resources => ({
      sid: `${FEATURE}UseCode`,
      source,
      note: 'narrowed: the page grants all repositories with sagemaker in their name, in three spellings',
      actions: [
        'codecommit:GitPull',
        'codecommit:GitPush',
      ],
      resources,
    })),
    ...fileSystemsAndEndpoints(arns, notebook),
    ...decrypt(`${FEATURE}InputKey`, source, notebook.inputKeys, NO_KEYS_ON_PAGE),
    ...encrypt(`${FEATURE}OutputKey`, source, notebook.outputKeys, NO_KEYS_ON_PAGE),
    ...grantVolumeKey(`${FEATURE}VolumeKey`, source, notebook.volumeKeys, NO_KEYS_ON_PAGE),
    ...whenPresent(notebook.passesItself, () => passItself(arns)),
    ...passRoles(`${FEATURE}PassRoles`, source, notebook.passableRoles),
  ];
}

/** Grants passing the notebook's role to the work that it starts, and the calls with which the Python SDK finds it. */
function passItself(arns: Arns): Statements {
  return [
    {
      sid: `${FEATURE}FindRole`,
      source,
      note: 'narrowed: the page grants sagemaker:* on all resources; get_execution_role() asks the instance for its role',
      actions: ['sagemaker:DescribeNotebookInstance'],
      resources: [arns.regional('sagemaker', 'notebook-instance/*')],
    },
    {
      sid: `${FEATURE}GetItself`,
      source: SOURCES.pythonSdk,
      note: 'added: the Python SDK looks up the path of the role by its name',
      actions: ['iam:GetRole'],
      resources: [THIS_ROLE],
    },
    ...passRoles(`${FEATURE}PassItself`, source, [THIS_ROLE]),
  ];
}

function useData({ inputs }: NotebookInstance): Statements {
  return [
    ...whenPresent(inputs.buckets, resources => ({
      sid: `${FEATURE}UseBuckets`,
      source,
      note: 'narrowed: the page grants all buckets',
      actions: [
        's3:CreateBucket',
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...whenPresent(inputs.objects, resources => ({
      sid: `${FEATURE}UseObjects`,
      source,
      note: SINGLE_KEYS,
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources,
    })),
  ];
}

function manageImages({ managedImages }: NotebookInstance): Statements {
  return whenPresent(managedImages, resources => ({
    sid: `${FEATURE}ManageImages`,
    source,
    note: 'narrowed: the page grants all repositories, and in its scoped form none',
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
  }));
}

function fileSystemsAndEndpoints(arns: Arns, { fileSystems, endpointVpcs }: NotebookInstance): Statements {
  return [
    ...whenPresent(fileSystems.efs, resources => ({
      sid: `${FEATURE}FindMountTargets`,
      source,
      note: 'narrowed: the page grants all file systems',
      actions: ['elasticfilesystem:DescribeMountTargets'],
      resources,
    })),
    ...whenPresent(fileSystems.fsx, () => ({
      sid: `${FEATURE}FindFsxFileSystems`,
      source,
      note: 'corrected: the older page prints fsx:DescribeFileSystem, which does not exist; the newest has dropped it',
      actions: ['fsx:DescribeFileSystems'],
      resources: ANY,
    })),
    ...whenPresent(endpointVpcs, vpcs => [
      {
        sid: `${FEATURE}CreateVpcEndpoints`,
        source,
        note: 'narrowed: the page grants all VPCs',
        actions: ['ec2:CreateVpcEndpoint'],
        resources: [
          ...vpcs,
          ...['route-table', 'security-group', 'subnet', 'vpc-endpoint'].map(type => arns.regional('ec2', `${type}/*`)),
        ],
      },
      {
        sid: `${FEATURE}FindRouteTables`,
        source,
        actions: ['ec2:DescribeRouteTables'],
        resources: ANY,
      },
    ]),
  ];
}
