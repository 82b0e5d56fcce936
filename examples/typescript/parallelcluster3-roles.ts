import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterImageBuilderRole,
  ParallelClusterImageCleanupRole, ParallelClusterLambdaFunctionsRole, ParallelClusterLoginNodeRole,
  ParallelClusterVersion, S3Location,
} from 'cdk-platform-iam';

const CLUSTER = 'research';
const RESOURCE_PREFIX = '/parallelcluster/research-';

/** The roles of a Slurm cluster with login nodes and a custom image, all within a permissions boundary. */
export class ResearchClusterStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const data = new s3.Bucket(this, 'Data');
    const scripts = new s3.Bucket(this, 'Scripts');
    const vpc = ec2.Vpc.fromVpcAttributes(this, 'Vpc', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['eu-central-1a'],
      privateSubnetIds: ['subnet-0123456789abcdef0'],
      privateSubnetRouteTableIds: ['rtb-0123456789abcdef0'],
    });
    const home = { fileSystems: [new efs.FileSystem(this, 'Home', { vpc })] };
    const permissionsBoundary = iam.ManagedPolicy.fromManagedPolicyName(this, 'Boundary', 'research-boundary');
    const cluster = { clusterName: CLUSTER, version: ParallelClusterVersion.LATEST, permissionsBoundary };

    const cpu = new ParallelClusterComputeNodeRole(this, 'CpuQueue', {
      ...cluster,
      efs: home,
      s3Access: { readable: [S3Location.prefix(data, 'raw/')], writable: [S3Location.prefix(data, 'results/')] },
    });
    const head = new ParallelClusterHeadNodeRole(this, 'HeadNode', {
      ...cluster,
      efs: home,
      slurm: { computeRoles: [cpu], subnets: vpc.privateSubnets, loginNodes: true },
      secrets: { mungeKey: new secretsmanager.Secret(this, 'MungeKey') },
    });
    const login = new ParallelClusterLoginNodeRole(this, 'LoginNode', { ...cluster, efs: home, pools: ['login'] });
    const functions = new ParallelClusterLambdaFunctionsRole(this, 'Functions', { ...cluster, slurm: {} });

    const builder = new ParallelClusterImageBuilderRole(this, 'ImageBuilder', {
      permissionsBoundary,
      scripts: { locations: [S3Location.exactObject(scripts, 'install.sh')] },
    });
    const cleanup = new ParallelClusterImageCleanupRole(this, 'ImageCleanup', { permissionsBoundary });

    this.output('HeadNodeRole', head.role.roleArn);
    this.output('CpuQueueInstanceProfile', cpu.instanceProfile.instanceProfileArn);
    this.output('LoginNodeRole', login.role.roleArn);
    this.output('FunctionsRole', functions.role.roleArn);
    this.output('ImageBuilderRole', builder.role.roleArn);
    this.output('ImageCleanupRole', cleanup.role.roleArn);
    this.output('BoundaryPolicy', permissionsBoundary.managedPolicyArn);
  }

  /**
   * Writes the parts of the cluster and image configurations that refer to roles. Replace the placeholders in angle
   * brackets with the values of the stack outputs. A node has an `InstanceRole` or an `InstanceProfile`, never both.
   */
  public writeConfigurations(directory: string): void {
    writeFileSync(join(directory, 'cluster-iam.yaml'), `\
HeadNode:
  Iam:
    InstanceRole: <HeadNodeRole>
Scheduling:
  Scheduler: slurm
  SlurmQueues:
    - Name: cpu
      Iam:
        InstanceProfile: <CpuQueueInstanceProfile>
LoginNodes:
  Pools:
    - Name: login
      Iam:
        InstanceRole: <LoginNodeRole>
Iam:
  PermissionsBoundary: <BoundaryPolicy>
  ResourcePrefix: ${RESOURCE_PREFIX}
  Roles:
    LambdaFunctionsRole: <FunctionsRole>
`);
    writeFileSync(join(directory, 'image-iam.yaml'), `\
Build:
  Iam:
    InstanceRole: <ImageBuilderRole>
    CleanupLambdaRole: <ImageCleanupRole>
    PermissionsBoundary: <BoundaryPolicy>
`);
  }

  private output(name: string, value: string): void {
    new CfnOutput(this, name, { value });
  }
}
