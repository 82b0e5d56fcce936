import { readSwitches } from './instance-options';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/reader';
import { ANY, Conditions } from '../../private/statements/documented-statement';

/** The tiers that instances serve, and their options. */
export interface Tiers extends ReturnType<typeof readSwitches> {
  /** @default - no instance serves a worker tier */
  readonly workerTier?: WorkerTier;
  readonly ecsDocker: boolean;
  readonly resources: TierResources;
}

export interface WorkerTier {
  readonly periodicTasks: boolean;
  readonly metricNamespaces: readonly string[];
}

/** In `assets`, objects in buckets of AWS; in `clusterTagged`, what is tagged when it is created. */
type ResourceKind = 'buckets' | 'objects' | 'assets' | 'logGroups' | 'applications' | 'environments' | 'queues'
  | 'leaderTables' | 'clusters' | 'containerInstances' | 'tasks' | 'taskDefinitions' | 'clusterTagged';

/** The resources of the tiers' statements. */
export interface TierResources extends Readonly<Record<ResourceKind, readonly string[]>> {
  /** Renders the note: how resources and actions differ from AWS's managed policy. */
  readonly note: (scope: string, actions?: string) => string;
  /** @default - the resources name the clusters */
  readonly inClusters?: Conditions;
}

/** Narrows the resources further than to the region and the account. */
export interface TierScope {
  /** @default - every application */
  readonly applicationName?: string;
  /** @default - every environment */
  readonly environmentName?: string;
  /** @default - every environment */
  readonly environmentId?: string;
  /** @default - only the bucket that Elastic Beanstalk creates */
  readonly bucketArn?: string;
  /** @default - the queues that Elastic Beanstalk creates */
  readonly queueArn?: string;
}

const LEADER_TABLE = 'table/*-stack-AWSEBWorkerCronLeaderRegistry*';

/** The resources of the region and the account, by the names that Elastic Beanstalk gives them. */
export function scopedResources(arns: Arns, scope: TierScope): TierResources {
  const { applicationName = '*', environmentName, environmentId, bucketArn, queueArn } = scope;
  const buckets = unique([arns.bucket(`elasticbeanstalk-${arns.region}-${arns.account}`), bucketArn ?? []].flat());
  const cluster = arns.regional('ecs', 'cluster/awseb-*');
  const ofEcs = (...types: string[]) => types.map(type => arns.regional('ecs', `${type}/*`));
  return {
    note: (what, actions) => `narrowed: ${what}${actions === undefined ? '' : `; ${actions}`}`,
    buckets,
    objects: buckets.flatMap(bucket => objectsOf(environmentId).map(keys => `${bucket}/${keys}`)),
    assets: assetBuckets(arns.region).map(name => `${arns.bucket(name)}/*`),
    logGroups: [arns.logGroups(`/aws/elasticbeanstalk/${environmentName === undefined ? '' : `${environmentName}/`}`)],
    applications: [arns.regional('elasticbeanstalk', `application/${applicationName}`)],
    environments: [arns.regional('elasticbeanstalk', `environment/${applicationName}/${environmentName ?? '*'}`)],
    queues: queueArn === undefined ? ['awseb-e-*', 'eb-*'].map(name => arns.regional('sqs', name)) : [queueArn],
    leaderTables: [arns.regional('dynamodb', LEADER_TABLE)],
    clusters: [cluster],
    containerInstances: ofEcs('container-instance'),
    tasks: ofEcs('task'),
    taskDefinitions: ofEcs('task-definition'),
    clusterTagged: ofEcs('container-instance', 'task'),
    inClusters: { ArnLike: { 'ecs:cluster': cluster } },
  };
}

/** The resources of the managed policies: every region and account, and for queues and clusters every name. */
export function unrestrictedResources({ partition }: Arns): TierResources {
  const arns = Arns.in({ partition, region: '*', account: '*' });
  const bucket = arns.bucket('elasticbeanstalk-*');
  return {
    note: (_what, actions) => actions === undefined
      ? 'extended: the form of the managed policy, because unrestrictedResources is set'
      : `narrowed: ${actions}`,
    buckets: [bucket],
    objects: [`${bucket}/*`],
    assets: [],
    logGroups: [arns.logGroups('/aws/elasticbeanstalk')],
    applications: [arns.regional('elasticbeanstalk', 'application/*')],
    environments: [arns.regional('elasticbeanstalk', 'environment/*')],
    queues: ANY,
    leaderTables: [arns.regional('dynamodb', LEADER_TABLE)],
    clusters: ANY,
    containerInstances: ANY,
    tasks: ANY,
    taskDefinitions: ANY,
    clusterTagged: ANY,
  };
}

/** The kinds of `RequestEnvironmentInfo`, and `publish` for rotated logs. */
const LOG_KINDS = ['analyze', 'bundle', 'publish', 'tail'];

/** Logs have folders of their own, one for each kind, with the environments below. */
function objectsOf(environmentId: string | undefined): readonly string[] {
  return environmentId === undefined
    ? ['*']
    : ['', ...LOG_KINDS.map(kind => `logs/${kind}/`)].map(folder => `resources/environments/${folder}${environmentId}/*`);
}

/** Some regions have a prefix (`public-beta-cn-north-1`) or a suffix (`me-central-1-f08b818c`). */
function assetBuckets(region: string): readonly string[] {
  return [
    `elasticbeanstalk-${region}`,
    `elasticbeanstalk-env-resources-${region}*`,
    `elasticbeanstalk-platform-assets-*${region}*`,
    `elasticbeanstalk-samples-${region}`,
  ];
}
