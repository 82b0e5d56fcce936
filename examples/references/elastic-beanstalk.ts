import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkEc2Role } from 'cdk-platform-iam';

const app = new App();
const stack = new Stack(app, 'Shop');
const boundary = new iam.CfnManagedPolicy(stack, 'Boundary', {
  policyDocument: { Statement: [{ Effect: 'Allow', Action: ['s3:*', 'sqs:*'], Resource: '*' }], Version: '2012-10-17' },
});
const orders = new sqs.CfnQueue(stack, 'Orders', { kmsMasterKeyId: 'alias/aws/sqs' });
const password = new secretsmanager.CfnSecret(stack, 'Password', { generateSecretString: {} });

const instances = new BeanstalkEc2Role(stack, 'Instances', {
  workerTier: { queue: orders },
  environmentSecrets: { secrets: [password] },
  permissionsBoundary: boundary,
});
// The construct is an instance profile for the CDK.
new ec2.CfnInstance(stack, 'Debugger', { imageId: 'ami-0123456789abcdef0', iamInstanceProfile: instances });
app.synth();
