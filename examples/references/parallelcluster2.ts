import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler, ParallelCluster2UserPolicy,
} from 'cdk-platform-iam';

const app = new App();
const stack = new Stack(app, 'Weather');
const scheduler = ParallelCluster2Scheduler.SLURM;
const resourceBucket = { bucket: new s3.CfnBucket(stack, 'Artifacts') };
const jobs = new iam.CfnRole(stack, 'Jobs', {
  assumeRolePolicyDocument: {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
    Version: '2012-10-17',
  },
});

const nodes = new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler, resourceBucket, passableRoles: [jobs] });
const functions = new ParallelCluster2LambdaRole(stack, 'Functions', { scheduler, resourceBucket });
new ParallelCluster2UserPolicy(stack, 'Operators', {
  createClusters: { schedulers: [scheduler], instanceRoles: [nodes], lambdaRoles: [functions] },
  groups: [new iam.CfnGroup(stack, 'OperatorsGroup')],
});
app.synth();
