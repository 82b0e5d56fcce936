import { Arn, CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

/** What the values of a parameter look like. No pattern accepts a wildcard or a policy variable. */
interface Kind {
  readonly what: string;
  /** Without anchors. */
  readonly pattern: string;
  /** A value for documents without parameters: by it, a reader finds what to replace. */
  readonly example: (words: string) => string;
}

const lowerCase = (words: string) => words;

export const KINDS = {
  bucket: { what: 'the name of an S3 bucket', pattern: '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]', example: lowerCase },
  repository: {
    what: 'the name of an ECR repository', pattern: '[a-z0-9]+([._/-]+[a-z0-9]+)*', example: lowerCase,
  },
  keyId: {
    what: 'the id of a KMS key of this account and Region',
    pattern: '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}',
    example: () => '01234567-89ab-cdef-0123-456789abcdef',
  },
  secret: {
    what: 'the full ARN of a Secrets Manager secret',
    pattern: 'arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6}',
    example: words => `arn:aws:secretsmanager:us-east-1:111122223333:secret:${words.replace(/-arn$/, '')}-AbCdEf`,
  },
  subnet: {
    what: 'the id of a subnet',
    pattern: 'subnet-[0-9a-f]{8,17}',
    example: () => 'subnet-0123456789abcdef0',
  },
  name: { what: 'letters, digits and hyphens', pattern: '[A-Za-z][A-Za-z0-9-]{0,59}', example: lowerCase },
  cluster: {
    what: 'a lower-case letter, then up to 45 lower-case letters, digits and hyphens',
    pattern: '[a-z][a-z0-9-]{0,45}',
    example: lowerCase,
  },
  cluster2: {
    what: 'a lower-case letter, then up to 29 lower-case letters, digits and hyphens',
    pattern: '[a-z][a-z0-9-]{0,29}',
    example: lowerCase,
  },
  application: {
    what: 'letters, digits, spaces and . _ -', pattern: '[A-Za-z0-9]([A-Za-z0-9 ._-]{0,98}[A-Za-z0-9])?', example: lowerCase,
  },
  environmentPrefix: { what: 'letters, digits and hyphens', pattern: '[A-Za-z0-9][A-Za-z0-9-]{0,36}', example: lowerCase },
  kubernetesName: { what: 'lower-case letters, digits and hyphens', pattern: '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?', example: lowerCase },
  iamName: { what: 'letters, digits and _+=,.@-', pattern: '[A-Za-z0-9_+=,.@-]{1,64}', example: lowerCase },
  roleName: {
    what: 'the name of a role, after its path without the first slash: team/train for a role train with the path /team/',
    pattern: '([A-Za-z0-9_+=,.@-]+/)*[A-Za-z0-9_+=,.@-]{1,64}',
    example: lowerCase,
  },
  path: { what: "'/', or start and end with '/'", pattern: '/([A-Za-z0-9_+=,.@-]+/)*', example: () => '/' },
  boundary: {
    what: 'the ARN of a managed policy',
    pattern: 'arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+',
    example: words => `arn:aws:iam::111122223333:policy/${words}`,
  },
} satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof KINDS;

/** `data-bucket` for `DataBucket`. */
export function wordsOf(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
}

export function exampleOf(name: string, kind: KindName): string {
  return KINDS[kind].example(wordsOf(name));
}

/** The values in a template: parameters, or examples for documents without parameters. */
export abstract class Values {
  constructor(public readonly stack: Stack) {}

  /** A value that must be given unless it has a default. */
  public abstract text(name: string, kind: KindName, description: string, byDefault?: string): string;

  /** A value that may be empty, which leaves out the statements that refer to it. */
  public abstract optional(name: string, kind: KindName, description: string): string;

  public bucket(name: string, description: string): s3.IBucket {
    return s3.Bucket.fromBucketName(this.stack, `Given${name}`, this.text(name, 'bucket', description));
  }

  public repository(name: string, description: string): ecr.IRepository {
    return ecr.Repository.fromRepositoryName(this.stack, `Given${name}`, this.text(name, 'repository', description));
  }

  public role(name: string, description: string): iam.IRole {
    return iam.Role.fromRoleName(this.stack, `Given${name}`, this.text(name, 'roleName', description));
  }

  public secret(name: string, description: string): secretsmanager.ISecret {
    return secretsmanager.Secret.fromSecretCompleteArn(this.stack, `Given${name}`, this.text(name, 'secret', description));
  }

  public subnet(name: string, description: string): ec2.ISubnet {
    return ec2.Subnet.fromSubnetId(this.stack, `Given${name}`, this.text(name, 'subnet', description));
  }

  public eksCluster(name: string, description: string): eks.IClusterRef {
    return eks.CfnCluster.fromClusterName(this.stack, `Given${name}`, this.text(name, 'name', description));
  }

  /** A key that may be left out. */
  public key(name: string, description: string): kms.IKey {
    const resourceName = this.optional(name, 'keyId', description);
    const arn = Arn.format({ service: 'kms', resource: 'key', resourceName }, this.stack);
    return kms.Key.fromKeyArn(this.stack, `Given${name}`, arn);
  }

  /** Of all roles. The name is set later, since it may be empty: a statement that named the role would be, too. */
  public ofRole(byDefault = '/'): { readonly path: string } {
    return { path: this.text('Path', 'path', 'The path of the role, its instance profile and its policies', byDefault) };
  }

  /** Of roles for AWS ParallelCluster 3, whose users may pass roles under this path only. */
  public ofClusterRole(): { readonly path: string } {
    return this.ofRole('/parallelcluster/');
  }

  /** Of all policies of people and pipelines. They have names, since permission sets name them. */
  public ofPolicy(prefix: string): { readonly managedPolicyNamePrefix: string; readonly path: string } {
    return {
      managedPolicyNamePrefix: this.text('PolicyNamePrefix', 'iamName', 'What the names of the policies start with', prefix),
      path: this.text('Path', 'path', 'The path of the policies', '/'),
    };
  }
}

/** Parameters of CloudFormation. */
export class ParameterValues extends Values {
  /** The names of those that may be empty. */
  public readonly optionalNames: string[] = [];
  /** A value for each, by name. */
  public readonly examples: Record<string, string> = {};

  public text(name: string, kind: KindName, description: string, byDefault?: string): string {
    return this.parameter(name, kind, description, `^(${KINDS[kind].pattern})$`, byDefault);
  }

  public optional(name: string, kind: KindName, description: string): string {
    const value = this.parameter(name, kind, description, `^(${KINDS[kind].pattern})?$`, '');
    this.optionalNames.push(name);
    new CfnCondition(this.stack, conditionOf(name), { expression: Fn.conditionNot(Fn.conditionEquals(value, '')) });
    return value;
  }

  private parameter(
    name: string, kind: KindName, description: string, allowedPattern: string, byDefault?: string,
  ): string {
    this.examples[name] = exampleOf(name, kind);
    return new CfnParameter(this.stack, name, {
      description,
      allowedPattern,
      constraintDescription: `Must be ${KINDS[kind].what}`,
      default: byDefault,
    }).valueAsString;
  }
}

/** Examples, by the names of the parameters. */
export class ExampleValues extends Values {
  public text(name: string, kind: KindName, _description: string, byDefault?: string): string {
    return byDefault ?? exampleOf(name, kind);
  }

  public optional(name: string, kind: KindName): string {
    return exampleOf(name, kind);
  }
}

/** The logical id of the condition that a parameter is not empty. */
export function conditionOf(name: string): string {
  return `Has${name}`;
}
