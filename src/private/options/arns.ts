import { Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { regionFor } from './regions';

/** The region and account of resources: `*` for all. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/**
 * Builds every ARN of the library. Partition, region and account are those of the stack, also if they are tokens. The
 * regions may be those of an option.
 */
export class Arns {
  /** @param region another region than those of the construct; `*` for every region */
  public static of(scope: IConstruct, region?: string): Arns {
    const stack = Stack.of(scope);
    return new Arns({ partition: stack.partition, region: region ?? regionFor(scope), account: stack.account });
  }

  /** For resources outside of a stack, or in several regions or accounts. */
  public static in(place: Place): Arns {
    return new Arns(place);
  }

  public readonly partition: string;
  public readonly region: string;
  public readonly account: string;

  private constructor({ partition, region, account }: Place) {
    this.partition = partition;
    this.region = region;
    this.account = account;
  }

  /** A resource in the region and account of the stack. */
  public regional(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** A resource in the region of the stack, of any owner: images, snapshots and shared subnets. */
  public ofAnyOwner(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:*:${resource}`;
  }

  /** A resource in the account of the stack, of a service without regions in its ARNs. */
  public ofAccount(service: string, resource: string): string {
    return `arn:${this.partition}:${service}::${this.account}:${resource}`;
  }

  /** A resource of a service without regions and accounts in its ARNs. */
  public global(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:::${resource}`;
  }

  /** All log groups with this prefix. The wildcard also matches their log streams. */
  public logGroups(prefix: string): string {
    return this.regional('logs', `log-group:${prefix}*`);
  }

  /** The log group with exactly this name, and its log streams. */
  public logGroup(name: string): readonly string[] {
    return ['', ':*'].map(suffix => this.regional('logs', `log-group:${name}${suffix}`));
  }

  /** A role of this account by name. */
  public role(path: string | undefined, name: string): string {
    return `arn:${this.partition}:iam::${this.account}:role${path ?? '/'}${name}`;
  }

  /** A resource of AWS Identity and Access Management in this account: `policy/NAME`. */
  public iam(resource: string): string {
    return this.ofAccount('iam', resource);
  }

  /** A managed policy of AWS, with its path: `service-role/AWSLambdaBasicExecutionRole`. */
  public awsManagedPolicy(name: string): string {
    return `arn:${this.partition}:iam::aws:policy/${name}`;
  }

  /** An ECR repository of any registry. Region and account default to those of the stack. */
  public repository(name: string, region: string = this.region, account: string = this.account): string {
    return `arn:${this.partition}:ecr:${region}:${account}:repository/${name}`;
  }

  /** A machine image of any account. */
  public image(id: string): string {
    return `arn:${this.partition}:ec2:${this.region}::image/${id}`;
  }

  /** A bucket by name. */
  public bucket(name: string): string {
    return `arn:${this.partition}:s3:::${name}`;
  }
}
