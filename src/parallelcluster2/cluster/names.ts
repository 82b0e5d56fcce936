import { Token } from 'aws-cdk-lib';
import { GUIDE_2_9 } from './guide-versions';
import { OwnBucket } from './own-bucket';
import { Arns } from '../../private/options/arns';
import { text } from '../../private/options/validators';

/** What the CLI begins the names of stacks with, and the stacks those of all that they make. */
const PREFIX = 'parallelcluster-';
const FUNCTION_PREFIX = 'pcluster-';
const NETWORK_PREFIX = 'parallelclusternetworking-';

/** What the CLI leaves of a stack's name in the name of a folder. */
const LONGEST_FOLDER = 46;

export const CLUSTER_NAME = text(
  'the name of a cluster as `pcluster create` takes it, a letter and then at most 59 letters, digits and hyphens, ' +
    `without the '${PREFIX}' that the CLI puts before it`,
  new RegExp(`^(?!${PREFIX})[a-zA-Z][a-zA-Z0-9-]{0,59}$`),
);

/** The resources of one cluster, or of all clusters of the region and account. */
export class ClusterNames {
  /** Of the main stack, its table, its queue, and in the tag `Application` of its instances. */
  public readonly stackName: string;

  /** Of the stacks of networks that `pcluster configure` makes. */
  public readonly networkStackName = `${NETWORK_PREFIX}*`;

  constructor(
    private readonly arns: Arns,
    private readonly clusterName?: string,
    private readonly bucket?: OwnBucket,
    private readonly version?: string,
  ) {
    this.stackName = clusterName === undefined ? `${PREFIX}*` : `${PREFIX}${clusterName}`;
  }

  /** With those that are nested in it: their names go on from its name. */
  public get stacks(): readonly string[] {
    return this.named(name => this.arns.regional('cloudformation', `stack/${name}/*`));
  }

  public get networkStacks(): readonly string[] {
    return [this.arns.regional('cloudformation', `stack/${this.networkStackName}/*`)];
  }

  public get tables(): readonly string[] {
    return [this.arns.regional('dynamodb', `table/${this.stackName}`)];
  }

  public get indexes(): readonly string[] {
    return this.clusterName === undefined ? [] : this.tables.map(table => `${table}/index/*`);
  }

  public get queues(): readonly string[] {
    return this.named(name => this.arns.regional('sqs', name));
  }

  public get topics(): readonly string[] {
    return [this.arns.regional('sns', this.parts)];
  }

  public get autoScalingGroups(): readonly string[] {
    return [this.arns.regional('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${this.parts}`)];
  }

  /** The log group of the instances, and its streams. */
  public get logs(): readonly string[] {
    const group = `/aws/parallelcluster/${this.clusterName === undefined ? '' : `${this.clusterName}:`}`;
    return [this.arns.logGroups(group)];
  }

  /** Those that a stack makes. CloudFormation shortens their names, up to that of the cluster in them. */
  public get roles(): readonly string[] {
    return [this.arns.role('/', `${PREFIX}*`)];
  }

  public get instanceProfiles(): readonly string[] {
    return [this.arns.iam(`instance-profile/${PREFIX}*`)];
  }

  public get functions(): readonly string[] {
    return [PREFIX, FUNCTION_PREFIX].map(prefix => this.arns.regional('lambda', `function:${prefix}*`));
  }

  /** Of the instances, the functions and the builds of images. */
  public get logGroups(): readonly string[] {
    const groups = ['parallelcluster/', `lambda/${PREFIX}`, `lambda/${FUNCTION_PREFIX}`, `codebuild/${PREFIX}`];
    return groups.map(group => this.arns.logGroups(`/aws/${group}`));
  }

  public get functionLogs(): readonly string[] {
    return [this.arns.logGroups(`/aws/lambda/${FUNCTION_PREFIX}`)];
  }

  public get dashboards(): readonly string[] {
    return [this.arns.ofAccount('cloudwatch', `dashboard/${PREFIX}*`)];
  }

  /** CloudFormation writes the names of repositories in small letters, and shortens them. */
  public get repositories(): readonly string[] {
    return [this.arns.repository(`${PREFIX}*`)];
  }

  public get buildProjects(): readonly string[] {
    return [this.arns.regional('codebuild', `project/${this.parts}`)];
  }

  public get eventRules(): readonly string[] {
    return [this.arns.regional('events', `rule/${PREFIX}*`)];
  }

  public get buckets(): readonly string[] {
    return [this.bucketArn];
  }

  public get objects(): readonly string[] {
    return [`${this.bucketArn}/*`];
  }

  /** What the CLI and the stack put into the bucket. */
  public get artifacts(): readonly string[] {
    return [`${this.bucketArn}/${this.artifactRoot}*`];
  }

  /** What jobs of AWS Batch and their output are kept in. */
  public get batchArtifacts(): readonly string[] {
    return [`${this.bucketArn}/${this.artifactRoot}batch/*`];
  }

  public get keys(): readonly string[] {
    return this.bucket?.keys ?? [];
  }

  /** Whether the CLI makes the bucket, and the stack removes it. */
  public get makesBucket(): boolean {
    return this.bucket === undefined;
  }

  private get bucketArn(): string {
    return this.bucket?.arn ?? this.arns.bucket(`${PREFIX}*`);
  }

  /** The folder of the cluster. Before 2.10.0 there was none. */
  private get artifactRoot(): string {
    const isAnywhere = this.bucket === undefined && this.clusterName === undefined;
    return isAnywhere || this.version === GUIDE_2_9 ? '' : `${this.folder}/`;
  }

  /** The CLI writes the name of the stack in small letters, cuts it, and adds a hyphen and 16 random characters. */
  private get folder(): string {
    if (this.clusterName === undefined) {
      return this.stackName;
    }
    const isKnown = !Token.isUnresolved(this.clusterName);
    return `${isKnown ? this.stackName.toLowerCase().slice(0, LONGEST_FOLDER) : this.stackName}-${'?'.repeat(16)}`;
  }

  /** The names that CloudFormation makes up: that of the stack, that of the resource and a random number. */
  private get parts(): string {
    return this.clusterName === undefined ? this.stackName : `${this.stackName}-*`;
  }

  private named(arn: (name: string) => string): readonly string[] {
    return [...new Set([this.stackName, this.parts])].map(arn);
  }
}
