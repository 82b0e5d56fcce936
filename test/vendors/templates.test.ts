import { withFixedNames } from '../../judge/vendors/names';
import { RecordedStack } from '../../judge/vendors/recording';
import { resourcesOf } from '../../judge/vendors/templates/resources';
import { rolesOf } from '../../judge/vendors/templates/roles';

const ACCOUNT = '123456789012';
const DOCUMENT = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' } }] };

const STACK: RecordedStack = {
  configuration: 'plain',
  stackName: 'plain',
  tags: [],
  parameters: { Bucket: 'b' },
  templates: [
    {
      Parameters: { Bucket: { Type: 'String' }, Prefix: { Type: 'String', Default: 'pre' } },
      Conditions: { HasBucket: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Bucket' }, ''] }] }, Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        RoleHeadNode: { Type: 'AWS::IAM::Role', Properties: { Path: { 'Fn::Sub': '/parallelcluster/${AWS::StackName}/' } } },
        Policies: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'RoleHeadNode' }], PolicyDocument: DOCUMENT } },
        Log: { Type: 'AWS::Logs::LogGroup', Condition: 'HasBucket', Properties: { LogGroupName: { 'Fn::Join': ['-', [{ Ref: 'Prefix' }, 'logs']] } } },
        Gone: { Type: 'AWS::Logs::LogGroup', Condition: 'Never' },
        Queues: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Role: { 'Fn::GetAtt': ['RoleHeadNode', 'Arn'] } } } },
        Wait: { Type: 'AWS::CloudFormation::WaitCondition' },
      },
    },
    {
      Parameters: { Role: { Type: 'String' } },
      Resources: { Clean: { Type: 'AWS::Lambda::Function', Properties: { Role: { Ref: 'Role' }, Handler: { Ref: 'AWS::NoValue' } } } },
    },
  ],
};

const ROLE = `arn:aws:iam::${ACCOUNT}:role/parallelcluster/hpc/hpc-RoleHeadNode-1ABCDEFGHIJKL`;

test('resources have the ARNs that CloudFormation gives them, with the name of stacks in the data', () => {
  const arns = Object.fromEntries(resourcesOf(STACK).map(resource => [resource.logicalId, resource.arns]));
  expect(arns).toEqual({
    RoleHeadNode: [ROLE],
    Policies: [ROLE],
    Log: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:pre-logs`],
    Queues: [`arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/hpc-Queues-1ABCDEFGHIJKL/11111111-2222-4333-8444-555555555555`],
    Wait: [],
    Clean: [`arn:aws:lambda:us-east-1:${ACCOUNT}:function:hpc-Queues-1ABCDEFGHIJKL-Clean-1ABCDEFGHIJKL`],
  });
});

test('nested stacks get their parameters, and properties without a value are left out', () => {
  const clean = resourcesOf(STACK).find(({ logicalId }) => logicalId === 'Clean')!;
  expect(clean.properties).toEqual({ Role: ROLE });
});

test('roles have the statements of their policies', () => {
  expect(rolesOf(resourcesOf(STACK))).toEqual([{
    subject: 'head-node',
    arn: ROLE,
    statements: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] }],
  }]);
});

test('rejects a type whose names are not known', () => {
  const template = { Resources: { Cluster: { Type: 'AWS::EKS::Cluster' } } };
  expect(() => resourcesOf({ ...STACK, templates: [template] })).toThrow('does not know how AWS::EKS::Cluster is named');
});

test('names do not depend on chance, the configuration and the release', () => {
  const fixed = (text: string) => withFixedNames(text, '3.16.1', 'image');
  expect(fixed('parallelcluster/3.16.1/images/image-0a1b2c3d4e5f6a7b/configs')).toBe('parallelcluster/${Release}/images/hpc-0123456789abcdef/configs');
  expect(fixed('arn:aws:ec2:us-east-1::image/ami-0a1b2c3d')).toBe('arn:aws:ec2:us-east-1::image/ami-0123456789abcdef0');
  expect(fixed('/aws/imagebuilder/ParallelClusterImage-image')).toBe('/aws/imagebuilder/ParallelClusterImage-hpc');
  expect(fixed('endpoint-config/churn-1-2026-11-28-03-25-31-595')).toBe('endpoint-config/churn-1-2026-01-01-00-00-00-000');
  expect(fixed('arn:aws:sagemaker:us-east-1:123456789012:pipeline/churn/execution/d2xg3bfsxkji')).toMatch(/execution\/0123456789ab$/);
  expect(fixed('arn:aws:secretsmanager:us-east-1:123456789012:secret:hpc/password-aB3dEf'))
    .toBe('arn:aws:secretsmanager:us-east-1:123456789012:secret:hpc/password-AbCdEf');
});
