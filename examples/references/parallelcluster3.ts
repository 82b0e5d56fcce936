import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterIamAccess,
  ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy,
} from 'cdk-platform-iam';

const app = new App();
const stack = new Stack(app, 'Hpc');
const vpc = new ec2.CfnVPC(stack, 'Vpc', { cidrBlock: '10.0.0.0/16' });
const subnet = new ec2.CfnSubnet(stack, 'Subnet', { vpcId: vpc.ref, cidrBlock: '10.0.0.0/24' });
const home = new efs.CfnFileSystem(stack, 'Home', { encrypted: true });
const zone = new route53.CfnHostedZone(stack, 'Zone', { name: 'research.pcluster' });
const password = new secretsmanager.CfnSecret(stack, 'Password', { generateSecretString: {} });

const clusterName = 'research';
const boundary = new ParallelClusterPermissionsBoundary(stack, 'NodesBoundary');
const queue = new ParallelClusterComputeNodeRole(stack, 'Queue', { clusterName, permissionsBoundary: boundary });
new ParallelClusterHeadNodeRole(stack, 'Head', {
  clusterName,
  permissionsBoundary: boundary,
  slurm: { computeRoles: [queue], subnets: [subnet], hostedZone: zone },
  secrets: { directoryPassword: password },
  efs: { fileSystems: [home] },
});
new ParallelClusterUserPolicy(stack, 'Users', {
  createClusters: {},
  iamAccess: ParallelClusterIamAccess.withinBoundary(boundary),
  users: [new iam.CfnUser(stack, 'Ann')],
});
app.synth();
