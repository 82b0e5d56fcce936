import { Environments, namesOf, readSwitches, startsOf } from './instance-options';
import { ENVIRONMENTS, storageBucket } from './storage';
import { Arns } from '../../private/options/arns';
import { ANY, Conditions, DocumentedStatement, Statements } from '../../private/statements/documented-statement';
import { onBuckets, ownedBy, WithoutResources } from '../../private/statements/shared/owned-buckets';

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

/**
 * In `read` and `written`, folders of buckets; in `assets`, objects in buckets of AWS; in `clusterTagged`, what is
 * tagged when it is created.
 */
type ResourceKind = 'buckets' | 'read' | 'written' | 'assets' | 'logGroups' | 'applications' | 'environments' | 'queues'
  | 'leaderTables' | 'clusters' | 'containerInstances' | 'tasks' | 'taskDefinitions' | 'clusterTagged';

/** The resources of the tiers' statements. */
export interface TierResources extends Readonly<Record<ResourceKind, readonly string[]>> {
  /** Renders the note: how resources and actions differ from AWS's managed policy. */
  readonly note: (scope: string, actions?: string) => string;
  /** Limits a statement on the buckets to those of the account, unless the user named a bucket. */
  readonly owned: (statement: DocumentedStatement) => DocumentedStatement;
  /** Renders a statement on folders of the buckets. */
  readonly onBuckets: (statement: WithoutResources, ...folders: readonly string[]) => Statements;
  /** @default - the resources name the clusters */
  readonly inClusters?: Conditions;
}

/** Narrows the resources further than to the region and the account. */
export interface TierScope {
  /** @default - every application */
  readonly applicationName?: string;
  /** @default - every environment */
  readonly environments?: Environments;
  /** @default - every environment, as with an empty list */
  readonly environmentIds?: readonly string[];
  /** @default - only the bucket that Elastic Beanstalk creates */
  readonly bucketArn?: string;
  /** @default - the queues that Elastic Beanstalk creates */
  readonly queueArn?: string;
}

const LEADER_TABLE = 'table/*-stack-AWSEBWorkerCronLeaderRegistry*';

/** The resources of the region and the account, by the names that Elastic Beanstalk gives them. */
export function scopedResources(arns: Arns, scope: TierScope): TierResources {
  const { applicationName = '*', environments, environmentIds = [], bucketArn, queueArn } = scope;
  const bucket = storageBucket(arns);
  const others = bucketArn === undefined || nameOf(bucketArn) === nameOf(bucket) ? [] : [bucketArn];
  const inFolders = (buckets: readonly string[], folders: readonly string[]) =>
    buckets.flatMap(name => folders.map(folder => `${name}${folder}`));
  const clusters = clusterNames(environments).map(name => arns.regional('ecs', `cluster/${name}`));
  const ofEcs = (...types: string[]) => types.map(type => arns.regional('ecs', `${type}/*`));
  return {
    note: (what, actions) => `narrowed: ${what}${actions === undefined ? '' : `; ${actions}`}`,
    buckets: [bucket, ...others],
    owned: statement => others.length === 0 ? ownedBy(arns.account, statement)
      : { ...statement, note: `${statement.note}; any account may own the buckets, because storage.bucket names another one` },
    onBuckets: (statement, ...folders) =>
      onBuckets(statement, arns.account, inFolders([bucket], folders), inFolders(others, folders)),
    read: environmentIds.length === 0 ? ['/*']
      : environmentIds.flatMap(id => ['', 'logs/*/'].map(folder => `/${ENVIRONMENTS}${folder}${id}/*`)),
    written: (environmentIds.length === 0 ? ['*'] : environmentIds.flatMap(id => LOG_KINDS.map(kind => `${kind}/${id}/*`)))
      .map(folder => `/${ENVIRONMENTS}logs/${folder}`),
    assets: assetBuckets(arns.region).map(name => `${arns.bucket(name)}/*`),
    logGroups: logGroupsOf(environments).map(prefix => arns.logGroups(prefix)),
    applications: [arns.regional('elasticbeanstalk', `application/${applicationName}`)],
    environments: namesOf(environments)
      .map(name => arns.regional('elasticbeanstalk', `environment/${applicationName}/${name}`)),
    queues: queueArn === undefined ? ['awseb-e-*', 'eb-*'].map(name => arns.regional('sqs', name)) : [queueArn],
    leaderTables: [arns.regional('dynamodb', LEADER_TABLE)],
    clusters,
    containerInstances: ofEcs('container-instance'),
    tasks: ofEcs('task'),
    taskDefinitions: [arns.regional('ecs', 'task-definition/awseb-*')],
    clusterTagged: ofEcs('container-instance', 'task'),
    inClusters: { ArnLike: { 'ecs:cluster': clusters.length === 1 ? clusters[0] : clusters } },
  };
}

/** Clusters have the name of their environment and ten characters: `shop` must not match those of `shop-live`. */
export function clusterNames(environments: Environments | undefined): readonly string[] {
  return environments === undefined ? ['awseb-*'] : namesOf(environments).map(name => `awseb-${name}-??????????`);
}

/** What the names of the log groups of environments start with. */
export function logGroupsOf(environments: Environments | undefined): readonly string[] {
  return startsOf(environments, '/').map(start => `/aws/elasticbeanstalk/${start}`);
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
    owned: statement => statement,
    onBuckets: (statement, ...folders) =>
      [{ ...statement, resources: folders.map(folder => `${bucket}${folder}`) }],
    read: ['/*'],
    written: ['/*'],
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

/** The kinds of `RequestEnvironmentInfo`, and `publish` for rotated logs: folders with the environments below. */
const LOG_KINDS = ['analyze', 'bundle', 'publish', 'tail'];

/** The partition of an ARN may be a token. */
function nameOf(bucketArn: string): string {
  return bucketArn.split(':').slice(-1)[0];
}

/** Some regions have a prefix (`public-beta-cn-north-1`) or a suffix (`me-central-1-f08b818c`). */
export function assetBuckets(region: string): readonly string[] {
  return [
    `elasticbeanstalk-${region}`,
    `elasticbeanstalk-env-resources-${region}*`,
    `elasticbeanstalk-platform-assets-*${region}*`,
    `elasticbeanstalk-samples-${region}`,
  ];
}
