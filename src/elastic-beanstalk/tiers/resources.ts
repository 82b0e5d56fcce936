import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/option-reader';
import { ANY, Conditions } from '../../private/statements/documented-statement';

/** What the statements of the tiers are on. */
export interface TierResources {
  /** How a statement departs from the managed policies: by what it is on, and otherwise. */
  readonly note: (scope: string, actions?: string) => string;
  readonly buckets: readonly string[];
  readonly objects: readonly string[];
  /** Objects of AWS that instances read. */
  readonly assets: readonly string[];
  readonly logGroups: readonly string[];
  readonly applications: readonly string[];
  readonly environments: readonly string[];
  readonly queues: readonly string[];
  readonly leaderTables: readonly string[];
  readonly clusters: readonly string[];
  readonly containerInstances: readonly string[];
  readonly tasks: readonly string[];
  readonly taskDefinitions: readonly string[];
  /** What is tagged when it is made. */
  readonly clusterTagged: readonly string[];
  readonly inClusters?: Conditions;
}

/** What narrows the resources further than the region and the account. */
export interface TierScope {
  readonly applicationName?: string;
  readonly environmentName?: string;
  readonly environmentId?: string;
  /** Beside the bucket that Elastic Beanstalk makes. */
  readonly bucketArn?: string;
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
      ? 'extended: the form of the managed policy, which unrestrictedResources asks for'
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

/** What can be requested of an environment (`RequestEnvironmentInfo`), and `publish` for logs that rotate. */
const LOG_KINDS = ['analyze', 'bundle', 'publish', 'tail'];

/** Logs are kept beside the environments, by their kind. */
function objectsOf(environmentId: string | undefined): readonly string[] {
  return environmentId === undefined
    ? ['*']
    : ['', ...LOG_KINDS.map(kind => `logs/${kind}/`)].map(folder => `resources/environments/${folder}${environmentId}/*`);
}

/**
 * Some regions have a prefix before their name (`public-beta-cn-north-1`) or a suffix after it
 * (`me-central-1-f08b818c`).
 */
function assetBuckets(region: string): readonly string[] {
  return [
    `elasticbeanstalk-${region}`,
    `elasticbeanstalk-env-resources-${region}*`,
    `elasticbeanstalk-platform-assets-*${region}*`,
    `elasticbeanstalk-samples-${region}`,
  ];
}
