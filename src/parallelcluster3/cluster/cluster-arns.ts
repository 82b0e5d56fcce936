import { Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { Arns } from '../../private/options/arns';

/** The path of the roles that ParallelCluster creates, and that users of `pcluster` may pass. */
export const DEFAULT_PATH = '/parallelcluster/';

/** The buckets that ParallelCluster creates, one for each account and region. */
export const CLUSTER_BUCKETS = 'parallelcluster-*-v1-do-not-delete';

/** The object that marks a bucket of ParallelCluster as complete: read before any other. */
export const BUCKET_MARK = 'parallelcluster/.bootstrapped';

/** The number of characters of its name in the folder of a cluster. */
export const LONGEST_FOLDER = 46;

/** The folder of a cluster in its bucket, or of all clusters: a part of its name, and a random part. */
export function artifactFolder(cluster?: string): string {
  return `parallelcluster/*/clusters/${cluster === undefined ? '*' : `${folderName(cluster)}-${'?'.repeat(16)}`}`;
}

/** In lower case and cut. A name that is known only at deployment can't be changed then. */
function folderName(cluster: string): string {
  return Token.isUnresolved(cluster) ? cluster : cluster.toLowerCase().slice(0, LONGEST_FOLDER);
}

export type ClusterArns = ReturnType<typeof clusterArns>;

/** ARNs of a cluster's resources by ParallelCluster's naming; of all clusters without a name. */
export function clusterArns(scope: IConstruct, cluster?: string) {
  const arns = Arns.of(scope);
  const regional = (service: string, resource: string) => arns.regional(service, resource);
  const name = cluster ?? '*';
  const nodeTable = regional('dynamodb', `table/parallelcluster-slurm-${name}`);
  return {
    cluster,
    region: arns.region,
    account: arns.account,
    regional,
    /** The stack and those nested in it. */
    stacks: (cluster === undefined ? ['*'] : [`${cluster}/*`, `${cluster}-*/*`])
      .map(stack => regional('cloudformation', `stack/${stack}`)),
    /** The table with the state of the fleet. */
    fleetTable: regional('dynamodb', `table/parallelcluster-${name}`),
    /** The table with the nodes of Slurm. */
    nodeTable,
    nodeTableWithIndexes: cluster === undefined ? [nodeTable] : [nodeTable, `${nodeTable}/index/*`],
    instances: regional('ec2', 'instance/*'),
    /** The project that builds the images of jobs. */
    buildProject: regional('codebuild', `project/pcluster-${cluster === undefined ? '*' : `${cluster}-build-docker-images-project`}`),
    /** All subnets. Another account may share one: its ARN has the number of that account. */
    subnets: arns.ofAnyOwner('ec2', 'subnet/*'),
    image: (id: string) => arns.image(id),
    hostedZones: arns.global('route53', 'hostedzone/*'),
    /** AWS's bucket with the artifacts of ParallelCluster. */
    artifacts: arns.bucket(`${arns.region}-aws-parallelcluster/*`),
    dcvLicense: arns.bucket(`dcv-license.${arns.region}/*`),
    /** The buckets that ParallelCluster creates, one for each account and region. */
    bucket: arns.bucket(CLUSTER_BUCKETS),
    /** The objects of the cluster in the bucket. */
    artifactsIn: (bucketArn: string, folder = '') => `${bucketArn}/${artifactFolder(cluster)}/${folder}*`,
    /** The group of a pool of login nodes. */
    autoScalingGroup: (pool: string) =>
      regional('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${name}-${pool}-AutoScalingGroup`),
    /** All roles under a path; by default under that of the roles that ParallelCluster creates for the cluster. */
    rolesUnder: (path = cluster === undefined ? DEFAULT_PATH : `${DEFAULT_PATH}${cluster}/`) => arns.role(path, '*'),
  };
}
