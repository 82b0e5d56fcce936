import { requestsOf } from '../../judge/vendors/calls/requests';
import { RecordedCall } from '../../judge/vendors/recording';
import { JsonObject } from '../support/fold';

const EC2 = 'arn:aws:ec2:us-east-1:123456789012:';

function call(service: string, operation: string, parameters: JsonObject, state?: JsonObject): RecordedCall {
  const who = { program: 'pcluster', command: 'create-cluster', configuration: 'plain', subject: 'user', region: 'us-east-1' };
  return { ...who, service, operation, parameters, state };
}

function asked(...recorded: Parameters<typeof call>): readonly string[] {
  return requestsOf(call(...recorded)).map(({ action, resource }) => `${action} ${resource}`);
}

test('an operation asks for the action of its name on the resource that it names', () => {
  expect(asked('dynamodb', 'GetItem', { TableName: 'parallelcluster-hpc' }))
    .toEqual(['dynamodb:GetItem arn:aws:dynamodb:us-east-1:123456789012:table/parallelcluster-hpc']);
});

test('an operation without resource-level permissions asks on all resources', () => {
  expect(asked('ec2', 'DescribeInstances', {})).toEqual(['ec2:DescribeInstances *']);
  expect(asked('elbv2', 'DescribeTags', {})).toEqual(['elasticloadbalancing:DescribeTags *']);
});

test.each([
  ['HeadBucket', { Bucket: 'b' }, ['s3:ListBucket arn:aws:s3:::b']],
  ['HeadObject', { Bucket: 'b', Key: 'k' }, ['s3:GetObject arn:aws:s3:::b/k']],
  ['GetObject', { Bucket: 'b', Key: 'k', VersionId: '1' }, ['s3:GetObjectVersion arn:aws:s3:::b/k']],
  ['PutBucketEncryption', { Bucket: 'b' }, ['s3:PutEncryptionConfiguration arn:aws:s3:::b']],
  ['PutObject', { Bucket: 'b', Key: 'k', ACL: 'private' }, ['s3:PutObject arn:aws:s3:::b/k', 's3:PutObjectAcl arn:aws:s3:::b/k']],
  ['CopyObject', { Bucket: 'b', Key: 'k', CopySource: { Bucket: 'c', Key: 'l' } },
    ['s3:PutObject arn:aws:s3:::b/k', 's3:GetObject arn:aws:s3:::c/l']],
  ['DeleteObjects', { Bucket: 'b', Delete: { Objects: [{ Key: 'k' }, { Key: 'l', VersionId: '1' }] } },
    ['s3:DeleteObject arn:aws:s3:::b/k', 's3:DeleteObjectVersion arn:aws:s3:::b/l']],
])('s3 %s', (operation, parameters, requests) => {
  expect(asked('s3', operation, parameters)).toEqual(requests);
});

test('a launch asks for each resource, and for each type with tags', () => {
  const instance = { ResourceType: 'instance', Tags: [{ Key: 'parallelcluster:cluster-name', Value: 'hpc' }, { Key: 'Name', Value: 'x' }] };
  const requests = requestsOf(call('ec2', 'RunInstances', {
    LaunchTemplate: { LaunchTemplateId: 'lt-1' },
    NetworkInterfaces: [{ SubnetId: 'subnet-1', Groups: ['sg-1'] }],
    TagSpecifications: [instance],
  }));
  expect(requests).toEqual(expect.arrayContaining([
    { action: 'ec2:RunInstances', resource: `${EC2}launch-template/lt-1` },
    { action: 'ec2:RunInstances', resource: `${EC2}subnet/subnet-1` },
    {
      action: 'ec2:CreateTags',
      resource: `${EC2}instance/i-0123456789abcdef0`,
      context: { 'aws:RequestTag/parallelcluster:cluster-name': 'hpc', 'ec2:CreateAction': 'RunInstances' },
    },
  ]));
});

test('a fleet also asks for the launch of its instances', () => {
  const requests = asked('ec2', 'CreateFleet', {
    LaunchTemplateConfigs: [{ LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1' }, Overrides: [{ SubnetId: 'subnet-1' }] }],
  });
  expect(requests).toContain(`ec2:CreateFleet ${EC2}launch-template/lt-1`);
  expect(requests).toContain(`ec2:RunInstances ${EC2}launch-template/lt-1`);
});

test('the state of a resource gives its tags', () => {
  const [request] = requestsOf(call('ec2', 'TerminateInstances', { InstanceIds: ['i-1'] },
    { 'i-1': { 'parallelcluster:node-type': 'Compute' } }));
  expect(request.context).toEqual({
    'aws:ResourceTag/parallelcluster:node-type': 'Compute', 'ec2:ResourceTag/parallelcluster:node-type': 'Compute',
  });
});

const SAGEMAKER = 'arn:aws:sagemaker:us-east-1:123456789012:';
const ROLE = 'arn:aws:iam::123456789012:role/MyNotebook';

test.each([
  ['sagemaker', 'DescribeTrainingJob', { TrainingJobName: 'j' }, [`sagemaker:DescribeTrainingJob ${SAGEMAKER}training-job/j`]],
  ['sagemaker', 'CreateEndpoint', { EndpointName: 'e', EndpointConfigName: 'c' },
    [`sagemaker:CreateEndpoint ${SAGEMAKER}endpoint/e`, `sagemaker:CreateEndpoint ${SAGEMAKER}endpoint-config/c`]],
  ['sagemaker', 'CreateModelPackage', { ModelPackageGroupName: 'g' }, [`sagemaker:CreateModelPackage ${SAGEMAKER}model-package/g/1`]],
  ['sagemaker', 'DescribeModelPackage', { ModelPackageName: `${SAGEMAKER}model-package/g/2` },
    [`sagemaker:DescribeModelPackage ${SAGEMAKER}model-package/g/2`]],
  ['sagemaker', 'ListModels', {}, ['sagemaker:ListModels *']],
  ['sagemaker-runtime', 'InvokeEndpoint', { EndpointName: 'e' }, [`sagemaker:InvokeEndpoint ${SAGEMAKER}endpoint/e`]],
  ['sagemaker-featurestore-runtime', 'GetRecord', { FeatureGroupName: 'g' }, [`sagemaker:GetRecord ${SAGEMAKER}feature-group/g`]],
])('%s %s', (service, operation, parameters, requests) => {
  expect(asked(service, operation, parameters)).toEqual(requests);
});

test('a call also asks for the tags on what it makes, and for the roles that it passes, however deep', () => {
  const definition = { RoleArn: ROLE };
  const requests = requestsOf(call('sagemaker', 'CreateHyperParameterTuningJob', {
    HyperParameterTuningJobName: 't', TrainingJobDefinition: definition, Tags: [{ Key: 'a', Value: 'b' }],
  }));
  const resource = `${SAGEMAKER}hyper-parameter-tuning-job/t`;
  expect(requests).toEqual([
    { action: 'sagemaker:CreateHyperParameterTuningJob', resource },
    { action: 'sagemaker:AddTags', resource },
    { action: 'iam:PassRole', resource: ROLE, context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  ]);
});

test('calls that need no permission ask nothing', () => {
  expect(asked('sts', 'GetCallerIdentity', {})).toEqual([]);
});

test('rejects a service that has no table', () => {
  expect(() => asked('braket', 'CancelJob', {})).toThrow('judge/vendors/calls has no table of the service braket');
});
