import { Application, Storage, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/unique';
import { Conditions } from '../../private/statements/documented-statement';
import { namesOf } from '../tiers/instance-options';
import { clusterNames, logGroupsOf } from '../tiers/resources';
import { ENVIRONMENTS, storageBucket } from '../tiers/storage';

// The resources of environments, by their names and tags. Names contain the id of the environment, which is not known
// before it exists, so tags tell which environment they belong to.

/** What the names of resources of environments start with. */
const PREFIXES = ['awseb-e-', 'eb-'];
/** Load balancers, target groups, alarms and task definitions have names without the id. */
const WIDE_PREFIXES = ['awseb-', 'eb-'];

const TAG = 'elasticbeanstalk:environment-name';

/** The name of an application whose folder is around those of all environments. */
export const RESERVED = ENVIRONMENTS.split('/')[0];

/** Notes that several statements share. */
export const BUCKET = 'narrowed: the managed policy grants all buckets named elasticbeanstalk-*';
export const EVERYWHERE = 'narrowed: the managed policy covers every region and account';
export const ALL_ROLES = 'narrowed: the managed policy passes all roles, to seven services';

/** The note of statements on resources with the tag. */
export const TAGGED = 'narrowed: only what has the tag of the environments';

export class UserScope {
  /** Names, and prefixes as patterns. */
  public readonly environmentNames: readonly string[];
  private readonly applications: readonly Application[];
  private readonly storage: Storage;

  constructor(
    public readonly arns: Arns,
    access: UserAccess,
  ) {
    this.applications = access.applications;
    this.storage = access.storage;
    this.environmentNames = unique(access.applications.flatMap(({ environments }) => namesOf(environments)));
  }

  /** The applications themselves. */
  public get apps(): readonly string[] {
    return unique(this.applications.map(({ name }) => this.beanstalk(`application/${name}`)));
  }

  public get environments(): readonly string[] {
    return unique(this.applications.flatMap(({ name, environments }) =>
      namesOf(environments).map(environment => this.beanstalk(`environment/${name}/${environment}`))));
  }

  public get versions(): readonly string[] {
    return unique(this.applications.map(({ name }) => this.beanstalk(`applicationversion/${name}/*`)));
  }

  /** Saved configurations. */
  public get templates(): readonly string[] {
    return unique(this.applications.map(({ name }) => this.beanstalk(`configurationtemplate/${name}/*`)));
  }

  /** The bucket that Elastic Beanstalk creates. */
  public get bucket(): string {
    return storageBucket(this.arns);
  }

  /** The folders of applications in it: `shop/`. In `resources/` there is the code of all environments. */
  public get applicationFolders(): readonly string[] {
    const names = this.applications.map(({ name }) => name).filter(name => name !== RESERVED);
    return unique(names.map(name => `${this.bucket}/${name}/*`));
  }

  /** Folders below those of environments, `_runtime` for code and logs of a kind: before or after the id. */
  public environmentFolders(before: string, after: string): readonly string[] {
    const { environmentIds } = this.storage;
    return (environmentIds.length > 0 ? environmentIds : ['e-*'])
      .map(id => `${this.bucket}/${ENVIRONMENTS}${before}${id}/${after}*`);
  }

  public get templateFolders(): readonly string[] {
    return unique(this.applications.map(({ name }) => `${this.bucket}/resources/templates/${name}/*`));
  }

  /** Topics of the environments. */
  public get topics(): readonly string[] {
    return this.environmentNames.map(name => this.arns.regional('sns', `ElasticBeanstalkNotifications-Environment-${name}`));
  }

  public get logGroups(): readonly string[] {
    return unique(this.applications.flatMap(({ environments }) => logGroupsOf(environments)))
      .map(prefix => this.arns.logGroups(prefix));
  }

  /** Task definitions have the name of the cluster, and a revision. */
  public ofEcs(type: 'cluster' | 'task-definition'): readonly string[] {
    const revision = type === 'cluster' ? '' : ':*';
    return unique(this.applications.flatMap(({ environments }) => clusterNames(environments)))
      .map(name => this.arns.regional('ecs', `${type}/${name}${revision}`));
  }

  /** Resources whose name starts with that of Elastic Beanstalk and an id: `stack/`. */
  public named(service: string, type: string, suffix = ''): readonly string[] {
    return PREFIXES.map(prefix => this.arns.regional(service, `${type}${prefix}*${suffix}`));
  }

  /** The same without an id. */
  public widelyNamed(service: string, type: string, suffix = ''): readonly string[] {
    return WIDE_PREFIXES.map(prefix => this.arns.regional(service, `${type}${prefix}*${suffix}`));
  }

  public get groups(): readonly string[] {
    return this.named('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/');
  }

  /** Requests on what has the tag. */
  public get tagged(): Conditions {
    return this.withTag('ResourceTag', 'StringLike');
  }

  /** Requests on what has the tag, or none, as when it is created. */
  public get taggedIfAtAll(): Conditions {
    return this.withTag('ResourceTag', 'StringLikeIfExists');
  }

  private withTag(kind: string, operator: string): Conditions {
    return { [operator]: { [`aws:${kind}/${TAG}`]: this.environmentNames } };
  }

  private beanstalk(resource: string): string {
    return this.arns.regional('elasticbeanstalk', resource);
  }
}
