import { IConstruct } from 'constructs';
import { Arns } from '../../private/options/arns';

/** The random part of the folder that a cluster has in its bucket. */
const RANDOM = '?'.repeat(16);

/** What ParallelCluster names the things of one cluster, or of all. */
export class ClusterArns {
  public static of(scope: IConstruct, cluster: string | undefined): ClusterArns {
    return new ClusterArns(Arns.of(scope), cluster);
  }

  constructor(
    private readonly arns: Arns,
    public readonly cluster: string | undefined,
  ) {}

  /** The stack and those nested in it. */
  public get stacks(): readonly string[] {
    const names = this.cluster === undefined ? ['*'] : [`${this.cluster}/*`, `${this.cluster}-*/*`];
    return names.map(name => this.regional('cloudformation', `stack/${name}`));
  }

  /** The table with the state of the fleet. */
  public get fleetTable(): string {
    return this.regional('dynamodb', `table/parallelcluster-${this.cluster ?? '*'}`);
  }

  /** The table with the nodes of Slurm. */
  public get nodeTable(): string {
    return this.regional('dynamodb', `table/parallelcluster-slurm-${this.cluster ?? '*'}`);
  }

  /** The table with the nodes of Slurm, and its indexes. */
  public get nodeTableWithIndexes(): readonly string[] {
    return this.cluster === undefined ? [this.nodeTable] : [this.nodeTable, `${this.nodeTable}/index/*`];
  }

  public get instances(): string {
    return this.regional('ec2', 'instance/*');
  }

  /** Subnets may be shared by another account, whose number their ARNs have. */
  public subnet(id: string): string {
    return this.arns.ofAnyOwner('ec2', `subnet/${id}`);
  }

  /** AMIs of any account have ARNs without one. */
  public image(id: string): string {
    return this.arns.image(id);
  }

  /** AWS's bucket with the artifacts of ParallelCluster. */
  public get artifacts(): string {
    return this.arns.bucket(`${this.arns.region}-aws-parallelcluster/*`);
  }

  public get dcvLicense(): string {
    return this.arns.bucket(`dcv-license.${this.arns.region}/*`);
  }

  /** The buckets that ParallelCluster makes, one for each account and region. */
  public get bucket(): string {
    return this.arns.bucket('parallelcluster-*-v1-do-not-delete');
  }

  /** What the cluster keeps in the bucket. */
  public artifactsIn(bucketArn: string, folder = ''): string {
    const directory = this.cluster === undefined ? '*' : `${this.cluster}-${RANDOM}`;
    return `${bucketArn}/parallelcluster/*/clusters/${directory}/${folder}*`;
  }

  /** That of a pool of login nodes. */
  public autoScalingGroup(pool: string): string {
    const name = `${this.cluster ?? '*'}-${pool}-AutoScalingGroup`;
    return this.regional('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${name}`);
  }

  /** All roles under a path. */
  public rolesUnder(path: string): string {
    return this.arns.role(path, '*');
  }

  /** Where ParallelCluster puts the roles of the cluster by default. */
  public get rolePath(): string {
    return this.cluster === undefined ? '/parallelcluster/' : `/parallelcluster/${this.cluster}/`;
  }

  public get hostedZones(): string {
    return this.arns.global('route53', 'hostedzone/*');
  }

  public regional(service: string, resource: string): string {
    return this.arns.regional(service, resource);
  }
}
