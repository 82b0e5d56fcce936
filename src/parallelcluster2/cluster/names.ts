import { Token } from 'aws-cdk-lib';
import { GUIDE_2_9, ResourceBucket } from './options';
import { Arns } from '../../private/options/arns';
import { matching } from '../../private/options/validators';

/** The prefix of the CLI's stacks and of the resources in them. */
const PREFIX = 'parallelcluster-';
const FUNCTION_PREFIX = 'pcluster-';

/** The random characters that the CLI adds to the names of buckets and folders. */
const RANDOM_SUFFIX = '?'.repeat(16);

/** The number of characters of a stack's name that the CLI keeps in the name of a folder. */
const LONGEST_FOLDER = 46;

export const CLUSTER_NAME = matching(
  'the name of a cluster as passed to `pcluster create`: a letter, then at most 59 letters, digits and hyphens, ' +
    `without the prefix '${PREFIX}' that the CLI adds`,
  new RegExp(`^(?!${PREFIX})[a-zA-Z][a-zA-Z0-9-]{0,59}$`),
  /[a-zA-Z0-9-]/,
);

interface Cluster {
  /** @default - every cluster */
  readonly name?: string;
  /** @default - the buckets that the CLI creates */
  readonly bucket?: ResourceBucket;
  /** @default - the names of the newest guide, for roles that serve all versions */
  readonly version?: string;
}

export type ClusterNames = ReturnType<typeof clusterNames>;

/**
 * The ARNs of one cluster's resources by ParallelCluster's naming; those of all clusters if it has no name.
 * CloudFormation generates names from the stack's name, the resource's name and a random suffix.
 */
export function clusterNames(arns: Arns, cluster: Cluster) {
  const { name, version } = cluster;
  const stackName = `${PREFIX}${name ?? '*'}`;
  const networkStackName = 'parallelclusternetworking-*';
  // The functions of clusters before 2.9.0 have the prefix of stacks.
  const functionPrefixes = version === GUIDE_2_9 ? [PREFIX, FUNCTION_PREFIX] : [FUNCTION_PREFIX];
  const table = arns.regional('dynamodb', `table/${stackName}`);
  return {
    /** The name of the main stack, its table and its queue, and the tag `Application` of its instances. */
    stackName,
    /** The name of the network stacks that `pcluster configure` creates. */
    networkStackName,
    /** The main stack and its nested stacks: CloudFormation adds the name of the resource and a random suffix. */
    stacks: (name === undefined ? [stackName] : [stackName, `${stackName}-*`])
      .map(stack => arns.regional('cloudformation', `stack/${stack}/*`)),
    networkStacks: [arns.regional('cloudformation', `stack/${networkStackName}/*`)],
    /** CloudFormation named the tables of clusters before 2.9.0, which had no index. */
    tables: [table, ...(version === GUIDE_2_9 && name !== undefined ? [`${table}-DynamoDBTable-*`] : [])],
    indexes: name === undefined ? [] : [`${table}/index/*`],
    /** CloudFormation named the queues of clusters before 2.9.0. */
    queues: [stackName, ...(version === GUIDE_2_9 && name !== undefined ? [`${stackName}-SQS-*`] : [])]
      .map(queue => arns.regional('sqs', queue)),
    topics: [arns.regional('sns', `${stackName}-SNS-*`)],
    /** The groups of the main stack, before 2.9.0, and of the nested stack. */
    autoScalingGroups: [arns.regional('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${stackName}-ComputeFleet*`)],
    /** The log group of the instances and its streams. */
    logs: [arns.logGroups(`/aws/parallelcluster/${name === undefined ? '' : `${name}:`}`)],
    /** The roles that stacks create. CloudFormation may cut their names, even the cluster's name in them. */
    roles: [arns.role('/', `${PREFIX}*`)],
    instanceProfiles: [arns.iam(`instance-profile/${PREFIX}*`)],
    functions: functionPrefixes.map(prefix => arns.regional('lambda', `function:${prefix}*`)),
    functionLogs: [arns.logGroups(`/aws/lambda/${FUNCTION_PREFIX}`)],
    /** The log groups of instances, functions and image builds. */
    logGroups: ['parallelcluster/', ...functionPrefixes.map(prefix => `lambda/${prefix}`), `codebuild/${PREFIX}`]
      .map(group => arns.logGroups(`/aws/${group}`)),
    dashboards: [arns.ofAccount('cloudwatch', `dashboard/${PREFIX}*`)],
    /** CloudFormation cuts the names of repositories and writes them in lower case. */
    repositories: [arns.repository(`${PREFIX}*`)],
    buildProjects: [arns.regional('codebuild', `project/${stackName}-build-docker-images-project`)],
    eventRules: [arns.regional('events', `rule/${PREFIX}*`)],
    ...bucketNames(arns, cluster, stackName),
  };
}

function bucketNames(arns: Arns, { name, bucket, version }: Cluster, stackName: string) {
  // Clusters before 2.9.0 have the name of the cluster in that of the bucket.
  const ownBucket = `${PREFIX}${version === GUIDE_2_9 ? '*' : RANDOM_SUFFIX}`;
  const bucketArn = bucket?.arn ?? arns.bucket(ownBucket);
  // Clusters before 2.10.0 have no folder. The functions of all versions have one role.
  const hasFolder = version !== GUIDE_2_9 && [bucket, name, version].some(option => option !== undefined);
  const artifacts = hasFolder ? `${bucketArn}/${folderOf(stackName, name)}/` : `${bucketArn}/`;
  return {
    buckets: [bucketArn],
    objects: [`${bucketArn}/*`],
    /** The objects that the CLI and the stack write. */
    artifacts: [`${artifacts}*`],
    /** The objects of AWS Batch jobs: their scripts and output. */
    batchArtifacts: [`${artifacts}batch/*`],
    keys: bucket?.keys ?? [],
    /** The account that must own the bucket; any may own that of the user. */
    bucketOwner: bucket === undefined ? arns.account : undefined,
    /** Whether the CLI creates the bucket, and the stack deletes it. */
    createsBucket: bucket === undefined,
  };
}

/** The CLI cuts the stack's name, writes it in lower case, and adds a hyphen and 16 random characters. */
function folderOf(stackName: string, name: string | undefined): string {
  if (name === undefined) {
    return stackName;
  }
  const start = Token.isUnresolved(name) ? stackName : stackName.toLowerCase().slice(0, LONGEST_FOLDER);
  return `${start}-${RANDOM_SUFFIX}`;
}
