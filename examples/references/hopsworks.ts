import { App, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { HopsworksEksNodeRole, HopsworksInstanceProfile, ImageSource } from 'cdk-platform-iam';

const app = new App();
const stack = new Stack(app, 'Hopsworks');
const encryptionKey = new kms.CfnKey(stack, 'Key');
const bucket = new s3.CfnBucket(stack, 'Data');
const images = new ecr.CfnRepository(stack, 'Images', { repositoryName: 'projects' });
const sales = new iam.CfnRole(stack, 'Sales', {
  assumeRolePolicyDocument: {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
    Version: '2012-10-17',
  },
});

new HopsworksInstanceProfile(stack, 'Head', { bucket, encryptionKey, assumableRoles: [sales] });
const nodes = new HopsworksEksNodeRole(stack, 'Nodes', {
  bucket, encryptionKey, projectImages: [ImageSource.repository(images)],
});
// The construct is a role for the CDK.
new eks.CfnNodegroup(stack, 'NodeGroup', {
  clusterName: 'hopsworks', nodeRole: nodes, subnets: ['subnet-0123456789abcdef0'],
});
app.synth();
