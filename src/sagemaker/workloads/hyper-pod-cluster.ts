import * as eks from 'aws-cdk-lib/aws-eks';
import * as kms from 'aws-cdk-lib/aws-kms';
import { bucketsOf, decrypt, encrypt, listBuckets, pullImages, readObjects } from './statements';
import { CLUSTERS } from './things/log-groups';
import { defineWorkload } from './workload';
import { readDataAccess, SageMakerDataKeyOptions } from './workload-options';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { EKS_CLUSTER } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { FOR_AWS_RESOURCES, viaService } from '../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { openChannels } from '../../private/statements/shared/session-channels';
import { SOURCES } from '../sources';

/**
 * Permissions of the nodes of a HyperPod cluster (`ExecutionRole` of an instance group). In addition to the resources
 * in the options: writing the logs of clusters (`/aws/sagemaker/Clusters/`), publishing metrics in the namespace
 * `/aws/sagemaker/Clusters`, and sessions of AWS Systems Manager. All code on the nodes has these permissions. At least
 * one of `slurm` and `eks` must be set.
 *
 * The inputs of `inputKeys` are the lifecycle scripts, the outputs of `outputKey` the `data`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html
 */
export interface SageMakerHyperPodClusterOptions extends SageMakerDataKeyOptions {
  /**
   * The locations of the lifecycle scripts (`SourceS3Uri`), in a bucket of any name: `s3:GetObject` on the objects,
   * `s3:ListBucket` and `s3:GetBucketLocation` on their buckets. Must not be empty.
   */
  readonly lifecycleScripts: S3Location[];

  /**
   * Permissions of a cluster that Slurm orchestrates.
   *
   * @default - no permissions for Slurm
   */
  readonly slurm?: SageMakerHyperPodSlurmOptions;

  /**
   * Permissions of a cluster that Amazon EKS orchestrates.
   *
   * @default - no permissions for Amazon EKS
   */
  readonly eks?: SageMakerHyperPodEksOptions;

  /**
   * The locations that jobs on the cluster use, also those in restricted instance groups: reads, writes and deletes the
   * objects, and lists and locates their buckets. Must not be empty.
   *
   * @default - jobs use no data in S3 with this role
   */
  readonly data?: S3Location[];

  /**
   * Whether lifecycle scripts look up file systems of Amazon FSx for Lustre: `fsx:DescribeFileSystems`, which can't be
   * limited to some of them. Without it, AWS's scripts don't use EFA for the file system.
   *
   * @default false
   */
  readonly fsx?: boolean;

  /**
   * The keys of the volumes (`VolumeKmsKeyId`): `kms:CreateGrant`, for AWS services only, and `kms:DescribeKey`, both
   * only for requests that SageMaker makes. Must not be empty.
   *
   * @default - the volumes are not encrypted with customer managed keys
   */
  readonly volumeKeys?: kms.IKeyRef[];
}

/** Permissions of the nodes of a HyperPod cluster with Slurm. */
export interface SageMakerHyperPodSlurmOptions {
  /**
   * Whether the cluster is in a VPC of your account (`VpcConfig`): the nine actions on network interfaces of other
   * workloads, and `ec2:DetachNetworkInterface`, all on all resources and without a condition, as AWS documents them;
   * `ec2:CreateTags` on network interfaces.
   *
   * @default false
   */
  readonly vpc?: boolean;

  /**
   * The repositories of the images that jobs run: the three actions that pull an image, and
   * `ecr:GetAuthorizationToken`. Must not be empty.
   *
   * @default - no images from Amazon ECR
   */
  readonly images?: ImageSource[];
}

/**
 * Permissions of the nodes of a HyperPod cluster with Amazon EKS. Such a cluster is always in a VPC of your account,
 * and its nodes give pods addresses there: they use, change, attach and detach network interfaces, all on all resources
 * and without a condition, as AWS documents it, and tag network interfaces.
 */
export interface SageMakerHyperPodEksOptions {
  /**
   * The repositories of all images that the nodes run, add-ons of Amazon EKS and HyperPod included: the three actions
   * that pull an image, and `ecr:GetAuthorizationToken`. The images of add-ons are in registries of AWS, which differ
   * by region; without them, nodes don't become ready. `ImageSource.anyRepository()` allows all, as AWS's page does.
   * Must not be empty.
   */
  readonly images: ImageSource[];

  /**
   * The Amazon EKS cluster whose pods get roles by EKS Pod Identity: `eks-auth:AssumeRoleForPodIdentity`.
   *
   * @default - no EKS Pod Identity
   */
  readonly podIdentityCluster?: eks.IClusterRef;
}

type Cluster = ReturnType<typeof readCluster>;

const FEATURE = 'HyperPodCluster';
const source = SOURCES.hyperPod;

const OF_AWS = 'kept: the page grants all resources; the instances of the nodes are in accounts of AWS';

export const HYPER_POD_CLUSTER = defineWorkload({
  source,
  // No form is documented.
  sourceArnTypes: [],
  read: readCluster,
  features: (arns, cluster) => [{ name: FEATURE, statements: clusterPolicy(arns, cluster) }],
});

function readCluster(read: OptionReader<SageMakerHyperPodClusterOptions>) {
  const scripts = read.locations('lifecycleScripts', 'the nodes of a HyperPod cluster start with scripts from S3');
  const data = read.locations('data');
  const slurm = read.struct('slurm', options => ({ vpc: options.flag('vpc', false), images: options.images('images') }));
  const nodes = read.struct('eks', options => ({
    images: options.images('images', 'the nodes of an EKS cluster pull the images of its add-ons'),
    podIdentityCluster: options.thing('podIdentityCluster', EKS_CLUSTER),
  }));
  if (!slurm && !nodes) {
    read.fail(`'${read.pathOf('slurm')}' or '${read.pathOf('eks')}' must be set: a HyperPod cluster has an orchestrator`);
  }
  return {
    ...readDataAccess(read, scripts, data),
    images: unique([...slurm?.images ?? [], ...nodes?.images ?? []]),
    vpc: nodes !== undefined || slurm?.vpc === true,
    eks: nodes,
    fsx: read.flag('fsx', false),
    volumeKeys: read.keys('volumeKeys'),
  };
}

function clusterPolicy(arns: Arns, cluster: Cluster): Statements {
  return [
    ...runtime(arns),
    ...listBuckets(`${FEATURE}ListBuckets`, source, bucketsOf(cluster.inputs, cluster.outputs),
      'narrowed: the policy grants all buckets whose names start with sagemaker-; locating them is added, as the SDK does'),
    ...readObjects(`${FEATURE}ReadScripts`, SOURCES.hyperPodPolicy, cluster.inputs.objects,
      'narrowed: the policy grants all objects of buckets whose names start with sagemaker-'),
    ...whenPresent(cluster.outputs.objects, resources => ({
      sid: `${FEATURE}UseData`,
      source,
      note: 'narrowed: the page grants all objects of a bucket; aborting a failed upload is added',
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources,
    })),
    ...decrypt(`${FEATURE}InputKey`, SOURCES.pythonSdk, cluster.inputKeys, 'added: the page does not mention keys of data'),
    ...encrypt(`${FEATURE}OutputKey`, SOURCES.pythonSdk, cluster.outputKeys, 'added: the page does not mention keys of data'),
    ...useVolumeKeys(FEATURE, arns, cluster.volumeKeys),
    ...pullImages(`${FEATURE}PullImages`, source, cluster.images, 'narrowed: the page grants all repositories'),
    ...whenPresent(cluster.vpc, () => useInterfaces(arns)),
    ...whenPresent(cluster.eks, ({ podIdentityCluster }) => manageAddresses(arns, podIdentityCluster?.arn)),
    ...whenPresent(cluster.fsx, () => ({
      sid: `${FEATURE}FindFsxFileSystems`,
      source: SOURCES.hyperPodFsx,
      note: 'added: the page does not mention Amazon FSx, which the lifecycle scripts of AWS look up',
      actions: ['fsx:DescribeFileSystems'],
      resources: ANY,
    })),
  ];
}

/** Logs, metrics and sessions. */
function runtime(arns: Arns): Statements {
  return [
    {
      sid: `${FEATURE}WriteLogs`,
      source: SOURCES.hyperPodPolicy,
      note: 'narrowed: the policy grants the clusters of all accounts and regions',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: [arns.logGroups(`${CLUSTERS}/`)],
    },
    {
      sid: `${FEATURE}PutMetrics`,
      source: SOURCES.hyperPodPolicy,
      note: 'kept: metrics have no resources; the condition is that of the policy',
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
      conditions: { StringEquals: { 'cloudwatch:namespace': CLUSTERS } },
    },
    openChannels(`${FEATURE}OpenSessions`, SOURCES.hyperPodPolicy),
  ];
}

/** What every cluster in a VPC of the account needs in addition to the network statement of the role. */
function useInterfaces(arns: Arns): Statements {
  return [
    {
      sid: `${FEATURE}DetachInterfaces`,
      source,
      note: OF_AWS,
      actions: ['ec2:DetachNetworkInterface'],
      resources: ANY,
    },
    {
      sid: `${FEATURE}TagInterfaces`,
      source,
      note: 'narrowed: the page grants the network interfaces of all accounts and regions',
      actions: ['ec2:CreateTags'],
      resources: [arns.regional('ec2', 'network-interface/*')],
    },
  ];
}

/** What nodes do to give pods addresses, and roles. */
function manageAddresses(arns: Arns, podIdentityCluster: string | undefined): Statements {
  return [
    {
      sid: `${FEATURE}FindInstances`,
      source,
      actions: [
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeTags',
      ],
      resources: ANY,
    },
    {
      sid: `${FEATURE}ManageInterfaces`,
      source,
      note: OF_AWS,
      actions: [
        'ec2:AssignPrivateIpAddresses',
        'ec2:AttachNetworkInterface',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: ANY,
    },
    {
      sid: `${FEATURE}AttachInterfaces`,
      source: SOURCES.vpcCni,
      note: 'added: newer versions of the network add-on attach interfaces by SageMaker; the ids of clusters are random',
      actions: ['sagemaker:AttachClusterNodeNetworkInterface'],
      resources: [arns.regional('sagemaker', 'cluster/*')],
    },
    ...whenPresent(podIdentityCluster, resource => ({
      sid: `${FEATURE}UsePodIdentity`,
      source,
      note: 'narrowed: the page grants all clusters',
      actions: ['eks-auth:AssumeRoleForPodIdentity'],
      resources: [resource],
    })),
  ];
}

/** Keys of volumes, of the nodes that exist and of those that Karpenter adds. */
export function useVolumeKeys(feature: string, arns: Arns, keys: readonly string[]): Statements {
  const onlySageMaker = viaService('sagemaker', arns.region);
  return whenPresent(keys, resources => [
    {
      sid: `${feature}VolumeKey`,
      source: SOURCES.hyperPodKeys,
      note: 'narrowed: the page grants all keys; the conditions are those of its key policy, without which the role could ' +
        'grant itself, or others, the use of the key',
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { ...onlySageMaker, ...FOR_AWS_RESOURCES },
    },
    {
      sid: `${feature}FindVolumeKey`,
      source: SOURCES.hyperPodKeys,
      note: 'narrowed: the page grants all keys; the condition is that of its key policy',
      actions: ['kms:DescribeKey'],
      resources,
      conditions: onlySageMaker,
    },
  ]);
}
