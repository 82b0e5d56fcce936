import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterHeadNodeRoleProps } from '../../../src';

const inStack = () => new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
const head = (stack: Stack, slurm: ParallelClusterHeadNodeRoleProps['slurm']) =>
  new ParallelClusterHeadNodeRole(stack, 'Head', { slurm });

// The first synthesis uses dummy values for lookups, and only collects the queries.
test.each<[string, (stack: Stack) => unknown]>([
  ['subnets of a VPC', stack => head(stack, {
    subnets: ec2.Vpc.fromLookup(stack, 'Vpc', { vpcId: 'vpc-0123456789abcdef0' }).privateSubnets,
  })],
  ['a machine image', stack => head(stack, {
    imageIds: [ec2.MachineImage.lookup({ name: 'pcluster' }).getImage(stack).imageId],
  })],
  ['a role', stack => head(stack, {
    computeRoles: [iam.Role.fromLookup(stack, 'Role', { roleName: 'nodes' })],
  })],
  ['a cluster name', stack => new ParallelClusterComputeNodeRole(stack, 'Node', {
    clusterName: ssm.StringParameter.valueFromLookup(stack, '/cluster'),
  })],
])('accepts the dummy value of the CDK for a lookup of %s', (_what, build) => {
  expect(() => build(inStack())).not.toThrow();
});
