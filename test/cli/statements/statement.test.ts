import { StackNames } from '../../../cli/statements/stack-names';
import { PlainStatement, statementsIn } from '../../../cli/statements/statement';
import { Json } from '../../support/fold';

const NAMES = new StackNames({
  name: 'App',
  template: 'App.template.json',
  sections: {},
  metadata: new Map(),
  unread: [],
  resources: [
    ['Data', 'AWS::S3::Bucket', 'App/Data/Resource'],
    ['Key', 'AWS::KMS::Key', 'App/Key/Resource'],
    ['Work', 'AWS::IAM::Role', 'App/Work/Role/Resource'],
    ['Names', 'AWS::DynamoDB::Table', undefined],
    ['Records', 'AWS::RDS::DBInstance', 'App/Records/Resource'],
    ['Own', 'Custom::Own', 'App/Own'],
  ].map(([logicalId, type, path]) => ({ logicalId: logicalId!, type: type!, path, properties: {}, metadata: {} })),
});

function statementsOf(statement: Json): readonly PlainStatement[] {
  return statementsIn({ Version: '2012-10-17', Statement: statement } as never, NAMES);
}

function wordsOf(statement: object): readonly string[] {
  return statementsOf({ Effect: 'Allow', ...statement } as Json).map(({ words }) => words);
}

const DATA = { 'Fn::GetAtt': ['Data', 'Arn'] };

test.each<[object, string]>([
  // What it does
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' }, 'Read objects in the bucket x'],
  [{ Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::x/*' }, 'Read and write objects in the bucket x'],
  [{ Action: ['s3:GetObject', 's3:PutObjectTagging'], Resource: 'arn:aws:s3:::x/*' }, 'Read and tag objects in the bucket x'],
  [{ Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' }, 'Decrypt and encrypt with any KMS key'],
  [{ Action: ['iam:PassRole', 'iam:GetRole'], Resource: 'arn:aws:iam::111122223333:role/x' }, 'Read and pass the IAM role x in account 111122223333'],
  [{ Action: ['kms:*', 'kms:CreateGrant'], Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } }, 'List, read, change, tag and create grants on the key App/Key, including permissions'],
  [{ Action: 'iam:CreateServiceLinkedRole', Resource: '*' }, 'Create any service-linked role'],
  [{ Action: '*', Resource: '*' }, 'Do anything'],
  [{ Action: ['s3:GetObject', '*:*'], Resource: '*' }, 'Do anything'],
  [{ Action: { Ref: 'Actions' }, Resource: '*' }, 'Do anything'],
  [{ Action: { 'Fn::Sub': 's3:${Verb}Object' }, Resource: 'arn:aws:s3:::x/*' }, 'List, read, change and tag objects in the bucket x, including permissions'],
  [{ NotAction: 'iam:*', Resource: '*' }, 'Do anything but iam:*'],
  [{ Effect: 'Deny', NotAction: 'iam:*', NotResource: DATA }, 'Never do anything but iam:* with any resource but the bucket App/Data'],
  [{ Effect: 'Deny', Action: 's3:DeleteObject', Resource: { 'Fn::Sub': '${Data.Arn}/*' } }, 'Never delete objects in App/Data'],
  [{ Action: ['newservice:Frobnicate'], Resource: '*' }, 'Change any newservice resource'],
  // On which resources
  [{ Action: 's3:GetObject', Resource: { 'Fn::Join': ['', [DATA, '/in/*']] } }, 'Read objects in App/Data whose keys start with in/'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Join': ['', [DATA, '/in/file']] } }, 'Read the object in/file in App/Data'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Sub': '${Data.Arn}/in/*.csv' } }, 'Read objects in App/Data whose keys match in/*.csv'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Data}/*' } }, 'Read objects in App/Data'],
  [{ Action: 's3:ListBucket', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Data}' } }, 'List the bucket App/Data'],
  [{ Action: 's3:ListBucket', Resource: { 'Fn::Sub': 'arn:aws:s3:::${Data}-copy' } }, 'List the bucket ${Data}-copy'],
  [{ Action: 's3:ListBucket', Resource: ['arn:aws:s3:::*', 'arn:aws:s3:::a-*'] }, 'List any bucket and buckets a-*'],
  [{ Action: 's3:ListBucket', Resource: { 'Fn::Sub': ['${Bucket}', { Bucket: DATA }] } }, 'List the bucket App/Data'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Sub': 'arn:aws:s3:::x/${!aws:username}/*' } }, 'Read objects in the bucket x whose keys start with ${aws:username}/'],
  [{ Action: 'dynamodb:GetItem', Resource: { 'Fn::GetAtt': 'Names.Arn' } }, 'Read the table Names'],
  [{ Action: 'dynamodb:GetItem', Resource: { 'Fn::Sub': '${Names.Arn}/index/*' } }, 'Read ${Names.Arn}/index/*'],
  [{ Action: 'dynamodb:GetItem', Resource: { 'Fn::Sub': 'arn:aws:dynamodb:eu-west-1:${AWS::AccountId}:table/${Names}' } }, 'Read the table Names in eu-west-1'],
  [{ Action: 'iam:PassRole', Resource: { 'Fn::GetAtt': ['Work', 'Arn'] } }, 'Pass the role App/Work/Role'],
  [{ Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:alarms-*' }, 'Publish to SNS topics alarms-* in any region of any account'],
  [{ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:*' }, 'Send messages to any SQS queue in eu-west-1 of account 111122223333'],
  [{ Action: 'logs:PutLogEvents', Resource: ['arn:aws:logs:*:*:log-group:a', 'arn:aws:logs:*:*:*'] }, 'Write to the CloudWatch log group a in any region of any account and any CloudWatch Logs resource in any region of any account'],
  [{ Action: 'iam:GetPolicy', Resource: ['arn:aws:iam::aws:policy/A*', 'arn:aws:iam::aws:policy/B*'] }, 'Read AWS managed policies A* and B*'],
  [{ Action: 'route53:GetHostedZone', Resource: 'arn:aws:route53:::hostedzone/*' }, 'List any Route 53 hosted zone'],
  [{ Action: 'autoscaling:SetDesiredCapacity', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:autoscaling:${AWS::Region}:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/web' } }, 'Change the Auto Scaling group web'],
  [{ Action: 'codepipeline:GetPipeline', Resource: 'arn:aws:codepipeline:eu-west-1:111122223333:x' }, 'Read the CodePipeline pipeline x in eu-west-1 of account 111122223333'],
  [{ Action: 'ec2:RunInstances', Resource: ['a', 'b', 'c', 'd', 'e'].map(id => `arn:aws:ec2:eu-west-1::image/${id}`) }, 'Launch instances with the EC2 images a, b and 3 others in eu-west-1'],
  [{ Action: 'ec2:DescribeVpcs', Resource: '*' }, 'List any EC2 resource'],
  [{ Action: ['ec2:DescribeVpcs', 'rds:DescribeDBInstances', 'eks:ListClusters', 'ecs:ListClusters'], Resource: '*' }, 'List any resource of EC2, RDS and 2 other services'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::ImportValue': { 'Fn::Sub': '${Network}-Bucket' } } }, 'Read ${import Network-Bucket}'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'Buckets' }] }] } }, 'Read ${Select [0, Split [,, Buckets]]}'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::FindInMap': ['Map', { Ref: 'AWS::Region' }, 'bucket'] } }, 'Read ${FindInMap [Map, AWS::Region, bucket]}'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Transform': { Name: 'Macro', Parameters: { Key: '${x}' } } } }, 'Read ${Transform (Name: Macro, Parameters: (Key: x))}'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Join': ['', { Ref: 'List' }] } }, 'Read ${Join [, List]}'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::Sub': { Ref: 'Text' } } }, 'Read ${Sub Text}'],
  [{ Action: 's3:GetObject', Resource: { Arn: 'x' } }, 'Read {Arn: x}'],
  [{ Action: 's3:GetObject', Resource: [] }, 'Read no resource'],
  [{ Action: 's3:*', Resource: '*' }, 'Do anything in S3'],
  [{ Action: ['s3:*', 'sqs:*'], Resource: '*' }, 'Do anything in S3 and SQS'],
  [{ Action: 's3:*', Resource: DATA }, 'Do anything with the bucket App/Data'],
  [{ Action: 's3:GetObject', NotResource: '*' }, 'Read no resource'],
  [{ Action: ['s3:GetObject', 's3:ListBucket'], Resource: [DATA, { 'Fn::Sub': '${Data.Arn}/*' }] }, 'List and read the bucket App/Data and its objects'],
  [{ Action: ['s3:GetObject', 's3:ListBucket'], Resource: [DATA, { 'Fn::Sub': '${Data.Arn}/in/*' }] }, 'List and read the bucket App/Data and its objects whose keys start with in/'],
  [{ Action: 's3:GetObject', Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }, 'Read objects in the buckets a and b'],
  [{ Action: 's3:GetObject', Resource: ['arn:aws:s3:::a/x/*', 'arn:aws:s3:::a/y/*'] }, 'Read objects in the bucket a whose keys start with x/ and y/'],
  [{ Action: 's3:ListBucket', Resource: ['a', 'b', 'c', 'd'].map(name => `arn:aws:s3:::${name}`) }, 'List the buckets a, b and 2 others'],
  [{ Action: 'ec2:StopInstances', Resource: ['instance', 'volume'].map(type => `arn:aws:ec2:*::${type}/*`) }, 'Stop any EC2 instance or volume in any region'],
  [{ Action: 's3:GetObject', Resource: ['arn:aws:s3:::a/x y', 'arn:aws:s3:::a/z'] }, 'Read the object x y in the bucket a and the object z in the bucket a'],
  [{ Action: 'iam:CreateServiceLinkedRole', Resource: 'arn:aws:iam::*:role/aws-service-role/fsx.amazonaws.com/*' }, 'Create service-linked roles of fsx.amazonaws.com in any account'],
  [{ Action: 'cloudwatch:PutMetricData', Resource: '*' }, 'Publish CloudWatch metrics'],
  [{ Action: ['xray:PutTraceSegments', 'ecr:GetAuthorizationToken'], Resource: '*' }, 'Send traces to X-Ray and get a login token for ECR'],
  [{ Action: [{ 'Fn::If': ['C', 'cloudwatch:PutMetricData', 's3:GetObject'] }], Resource: '*' }, 'Change (if C) and read (if not C) any CloudWatch or S3 resource'],
  [{ Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: 'arn:aws:sqs:::x' }, 'Receive and delete messages from the SQS queue x'],
  [{ Action: ['iam:GetRole', 'iam:AttachRolePolicy'], Resource: 'arn:aws:iam::*:role/x' }, 'Read the IAM role x in any account, and change permissions'],
  [{ Action: 'iam:AttachRolePolicy', Resource: 'arn:aws:iam:::role/x' }, 'Change permissions of the IAM role x'],
  [{ Action: 'rds:CreateDBInstance', Resource: { 'Fn::GetAtt': ['Records', 'Arn'] } }, 'Change the DB instance App/Records'],
  [{ Action: 'x:Call', Resource: { Ref: 'Own' } }, 'Change App/Own'],
  // Who
  [{ Principal: '*', Action: 'sts:AssumeRole' }, 'Anybody may assume this role'],
  [{ Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }, 'Anybody may assume this role'],
  [{ Principal: { Service: ['ec2.amazonaws.com', { 'Fn::Sub': 'lambda.${AWS::URLSuffix}' }] }, Action: 'sts:AssumeRole' }, 'EC2 (ec2.amazonaws.com) and Lambda (lambda.${AWS::URLSuffix}) may assume this role'],
  [{ Principal: { Service: 'unknown.amazonaws.com' }, Action: 'sts:AssumeRole' }, 'unknown.amazonaws.com may assume this role'],
  [{ Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }, 'Principals in account 111122223333 whose policies allow it may assume this role'],
  [{ Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } }, Action: 'sts:*' }, 'Principals in this account whose policies allow it may read, change, tag and assume this role'],
  [{ Principal: { AWS: { 'Fn::GetAtt': ['Work', 'Arn'] } }, Action: ['sts:AssumeRole', 'sts:TagSession'] }, 'The role App/Work/Role may assume and tag sessions of this role'],
  [{ Principal: { Ref: 'Who' }, Action: 'sts:AssumeRole' }, '${Who} may assume this role'],
  [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' }, Action: 'sts:AssumeRoleWithSAML' }, 'Identities of arn:aws:iam::111122223333:saml-provider/corp may assume this role'],
  [{ Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }, 'Identities of accounts.google.com may assume this role'],
  [{ Principal: { Service: 'ec2.amazonaws.com', AWS: '*', Federated: 'accounts.google.com' }, Action: 'sts:AssumeRole' }, 'EC2 (ec2.amazonaws.com), anybody and identities of accounts.google.com may assume this role'],
  [{ Principal: { CanonicalUser: '79a5' }, Action: 's3:GetObject', Resource: DATA }, 'CanonicalUser 79a5 may read the bucket App/Data'],
  [{ Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' }, Action: 'sts:AssumeRole' }, 'Nobody but arn:aws:iam::111122223333:role/x may assume this role'],
  [{ Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }, 'Nobody may assume this role'],
  [{ Effect: 'Deny', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }, 'EC2 (ec2.amazonaws.com) may not assume this role'],
  // Both sides of conditions of CloudFormation
  [{ Action: { 'Fn::If': ['C', ['s3:GetObject'], 's3:PutObject'] }, Resource: DATA }, 'Read (if C) and write (if not C) the bucket App/Data'],
  [{ Action: ['s3:GetObject'], Resource: [{ 'Fn::If': ['C', DATA, { Ref: 'AWS::NoValue' }] }, [DATA]] }, 'Read the bucket App/Data'],
  [{ Principal: { 'Fn::If': ['C', { Service: 'ec2.amazonaws.com' }, '*'] }, Action: 'sts:AssumeRole' }, 'EC2 (ec2.amazonaws.com) (if C) and anybody (if not C) may assume this role'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::If': ['Prod', 'arn:aws:s3:::x/*', '*'] } }, 'Read objects in the bucket x (if Prod) and any S3 resource (if not Prod)'],
  [{ Action: 's3:GetObject', Resource: { 'Fn::If': ['Prod', 'arn:aws:sns:::x', 'arn:aws:sns:::y'] } }, 'Read the SNS topic x (if Prod) and the SNS topic y (if not Prod)'],
  [{ NotAction: [{ 'Fn::If': ['Prod', 's3:GetObject', 'iam:*'] }], Resource: '*' }, 'Do anything but s3:GetObject (if Prod) and iam:* (if not Prod)'],
  // Any resource, and patterns, are never among the others
  [{ Action: 's3:GetObject', Resource: ['arn:aws:s3:::x/*', '*'] }, 'Read any S3 resource'],
  [{ Action: 'sqs:SendMessage', Resource: [...'abcd', '*'].map(id => `arn:aws:sqs:::${id}`) }, 'Send messages to any SQS queue, the SQS queue a and 3 others'],
  [{ NotAction: ['s3:A', 's3:B', 's3:C', 'iam:*'], Resource: '*' }, 'Do anything but iam:*, s3:A and 2 others'],
  [{ Principal: { AWS: ['arn:1', 'arn:2', 'arn:3', '*'] }, Action: 'sts:AssumeRole' }, 'Anybody, arn:1 and 2 others may assume this role'],
  // No actions
  [{ Action: [], Resource: '*' }, 'Allows nothing: it has no actions'],
  [{ Effect: 'Deny', Resource: '*' }, 'Denies nothing: it has no actions'],
  // Patterns of actions whose names say more than their level
  [{ Action: 'sts:Assume*', Resource: '*' }, 'Change and assume any STS resource'],
  [{ Action: 'iam:Pass*', Resource: 'arn:aws:iam::*:role/*' }, 'Change and pass any IAM role in any account'],
  [{ Action: ['iam:PassRole', 'iam:Get*'], Resource: 'arn:aws:iam::*:role/*' }, 'List, read and pass any IAM role in any account'],
  [{ Action: '**', Resource: '*' }, 'Do anything'],
  // Other places
  [{ Action: 'sns:Publish', Resource: { 'Fn::Sub': 'arn:aws:sns:${Where}:${Who}:x' } }, 'Publish to the SNS topic x in ${Where} of account ${Who}'],
  [{ Action: 'sns:Publish', Resource: 'arn:aws:sns:?*:?*:x' }, 'Publish to the SNS topic x in ?* of account ?*'],
  [{ Action: 'sns:Publish', Resource: { 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:x' } }, 'Publish to the SNS topic x'],
  [{ Action: 'dynamodb:GetItem', Resource: { 'Fn::Sub': 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/old-${Names}' } }, 'Read the DynamoDB table old-Names'],
  // S3
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/x' }, 'Read the S3 access point x in eu-west-1 of account 111122223333'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/x/object/*' }, 'Read S3 access points x/object/* in eu-west-1 of account 111122223333'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:*:*:x/*' }, 'Read arn:aws:s3:*:*:x/*'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::buck*/foo' }, 'Read objects that match buck*/foo'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/*' }, 'Read objects in any bucket'],
  // Names that objects of JavaScript have
  [{ Action: ['constructor', 'constructor:foo', '__proto__:toString'], Resource: '*' }, 'Change any constructor or __proto__ resource'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:constructor:eu-west-1::constructor/x' }, 'Read the constructor constructor x in eu-west-1'],
  [{ Action: 's3:GetObject', Resource: 'arn:aws:constructor:::x' }, 'Read constructor x'],
  [{ Action: 's3:GetObject', Resource: JSON.parse('{ "__proto__": "x" }') }, 'Read {__proto__: x}'],
  [{ Principal: { Service: 'constructor.amazonaws.com' }, Action: 'sts:AssumeRole' }, 'constructor.amazonaws.com may assume this role'],
])('%j: %s', (statement, words) => {
  expect(wordsOf(statement)).toEqual([words]);
});

test.each<[Json, string]>([
  [{ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }, 'the calling resource is in this account'],
  [{ StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'the role is passed to EC2 (ec2.amazonaws.com)'],
  [{ StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] } }, 'the role is passed to EC2 (ec2.amazonaws.com or ec2.amazonaws.com.cn)'],
  [{ StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com', 'glue.amazonaws.com'] } }, 'the role is passed to EC2 (ec2.amazonaws.com) or Glue (glue.amazonaws.com)'],
  [{ StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }, 'the service that the role is passed to is not EC2 (ec2.amazonaws.com)'],
  [{ StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } }, 'the service that the request comes through matches s3.*.amazonaws.com'],
  [{ StringEquals: { 'ec2:ResourceTag/team': ['a', 'b'] } }, 'the resource tag team is a or b'],
  [{ StringEqualsIfExists: { 'aws:RequestTag/team': 'a' } }, 'the request tag team is a (if present)'],
  [{ StringLike: { 'aws:PrincipalTag/team': 'a*' } }, 'the caller\'s tag team matches a*'],
  [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, 'each tag key in the request (if any) is a or b'],
  [{ 'ForAnyValue:StringLike': { 'aws:CalledVia': ['athena.amazonaws.com'] } }, 'at least one service that the request comes through matches Athena (athena.amazonaws.com)'],
  [{ StringEquals: { 'aws:CalledViaFirst': 'athena.amazonaws.com' } }, 'the request comes through Athena (athena.amazonaws.com)'],
  [{ Null: { 'aws:ResourceTag/team': 'false' } }, 'the resource tag team is present'],
  [{ Null: { 'aws:SourceArn': true } }, 'aws:SourceArn is absent'],
  [{ Null: { 'aws:SourceArn': { Ref: 'Flag' } } }, 'aws:SourceArn is ${Flag}'],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, 'the request does not use TLS'],
  [{ Bool: { 'kms:GrantIsForAWSResource': true } }, 'the grant is for an AWS service'],
  [{ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }, 'aws:MultiFactorAuthPresent is false (if present)'],
  [{ StringNotEquals: { 's3:ResourceAccount': ['111122223333', '444455556666'] } }, 'the bucket is not in account 111122223333 or account 444455556666'],
  [{ StringLike: { 'aws:PrincipalAccount': '1*' } }, 'the account of the caller matches 1*'],
  [{ StringEquals: { 'ec2:CreateAction': 'RunInstances' } }, 'the resource is created by RunInstances'],
  [{ StringNotEquals: { 'ec2:CreateAction': 'RunInstances' } }, 'the action that the resource is created by is not RunInstances'],
  [{ 'ForAnyValue:StringEquals': { 'aws:username': 'a' } }, 'at least one value of aws:username is a'],
  [{ StringEquals: { 'aws:username': ['a', 'b'], 'aws:userid': 'c' } }, 'aws:username is a or b, and aws:userid is c'],
  [{ StringEquals: { 'aws:username': 'a', 'aws:userid': 'c' } }, 'aws:username is a and aws:userid is c'],
  [{ Bool: { 'aws:SecureTransport': 'true' } }, 'the request uses TLS'],
  [{ Bool: { 'aws:SecureTransport': ['true', 'false'] } }, 'aws:SecureTransport is true or false'],
  [{ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, 'the caller used MFA'],
  [{ NumericLessThan: { 'aws:MultiFactorAuthAge': 300 } }, 'aws:MultiFactorAuthAge is less than 300'],
  [{ DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }, 'aws:CurrentTime is after 2030-01-01T00:00:00Z'],
  [{ NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }, 'aws:SourceIp is not in 10.0.0.0/8'],
  [{ NewOperator: { 'aws:SourceIp': 'x' } }, 'aws:SourceIp NewOperator x'],
  [{ constructor: { toString: 'x' } } as never, 'toString constructor x'],
  [JSON.parse('{ "__proto__": { "__proto__": "x" } }'), '__proto__ __proto__ x'],
  [{ StringLike: { 's3:prefix': [] } }, 'the prefix that is listed matches nothing'],
  [{ StringEquals: { 'aws:username': ['a', 'b', 'c', 'd', 'e', 'f'] } }, 'aws:username is a, b, c, d or 2 others'],
  [{ ArnLike: { 'aws:SourceArn': { 'Fn::GetAtt': ['Data', 'Arn'] } } }, 'the calling resource matches App/Data'],
  [{ ArnLike: { 'aws:SourceArn': { 'Fn::Sub': '${Data.Arn}/*' } } }, 'the calling resource matches ${Data.Arn}/*'],
  [{ StringEquals: { 'Fn::If': ['C', { 'aws:username': 'a' }, { 'aws:userid': 'b' }] } }, 'aws:username is a (if C) and aws:userid is b (if not C)'],
  [{ 'Fn::If': ['C', { StringEquals: { 'aws:username': 'a' } }, { Ref: 'AWS::NoValue' }] }, 'aws:username is a (if C)'],
  [{ StringEquals: { 'Fn::GetAtt': ['Json', 'Value'] } }, '${Json.Value} is met'],
  [{ Ref: 'Conditions' }, '${Conditions} is met'],
])('the condition %j: %s', (Condition, words) => {
  expect(wordsOf({ Action: 's3:GetObject', Resource: '*', Condition })).toEqual([`Read any S3 resource, if ${words}`]);
});

test('shows all of a statement, each under its condition of CloudFormation', () => {
  expect(statementsOf({
    Sid: 'One',
    Effect: 'Allow',
    Action: ['s3:GetObject', { 'Fn::If': ['C', 's3:PutObject', { Ref: 'AWS::NoValue' }] }],
    NotResource: { 'Fn::If': ['C', [{ 'Fn::If': ['D', 'a', 'b'] }], 'c'] },
    Condition: { StringEquals: { 'aws:username': ['x', 'y'] } },
  })).toEqual([{
    sid: 'One',
    effect: 'Allow',
    actions: {
      isExcept: false,
      items: [
        { text: 's3:GetObject', words: 's3:GetObject', constructs: [] },
        { text: 's3:PutObject', words: 's3:PutObject', constructs: [], onlyIf: 'C' },
      ],
    },
    resources: {
      isExcept: true,
      items: [
        { text: 'a', words: 'a', constructs: [], onlyIf: 'C and D' },
        { text: 'b', words: 'b', constructs: [], onlyIf: 'C and not D' },
        { text: 'c', words: 'c', constructs: [], onlyIf: 'not C' },
      ],
    },
    conditions: [{ operator: 'StringEquals', key: 'aws:username', values: ['x', 'y'], words: 'aws:username is x or y' }],
    levels: ['read', 'write'],
    words: 'Read and write (if C) any S3 resource but a (if C and D), b (if C and not D) and c (if not C), if aws:username is x or y',
  }]);
});

test.each<[string | undefined, string | undefined]>([[undefined, '2008-10-17'], ['2008-10-17', '2008-10-17'], ['2012-10-17', undefined]])(
  'policy variables are plain text before 2012: Version %s', (Version, version) => {
    const Resource = 'arn:aws:s3:::x/${aws:username}/*';
    const [variable, plain] = statementsIn({ Version, Statement: [{ ...READ, Resource }, READ] }, NAMES);
    expect([variable.version, plain.version]).toEqual([version, undefined]);
    expect(variable.words).toBe('Read objects in the bucket x whose keys start with ${aws:username}/' +
      (version ? ', where policy variables are plain text: the policy is not of Version 2012-10-17' : ''));
  });

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

test.each<[string, Json, readonly (readonly [effect: string, onlyIf: string | undefined, words: string])[]]>([
  ['a single statement', { Statement: READ }, [['Allow', undefined, 'Read any S3 resource']]],
  ['a document as text', JSON.stringify({ Statement: [READ] }), [['Allow', undefined, 'Read any S3 resource']]],
  ['a condition around the document', { 'Fn::If': ['C', { Statement: [READ] }, { Statement: [] }] }, [['Allow', 'C', 'Read any S3 resource']]],
  ['a condition around the statements', { Statement: { 'Fn::If': ['C', [READ], { Ref: 'AWS::NoValue' }] } }, [['Allow', 'C', 'Read any S3 resource']]],
  ['a condition around the effect', { Statement: { ...READ, Effect: { 'Fn::If': ['C', 'Allow', 'Deny'] } } }, [
    ['Allow', 'C', 'Read any S3 resource'], ['Deny', 'not C', 'Never read any S3 resource'],
  ]],
  ['conditions in conditions', { Statement: { 'Fn::If': ['C', { ...READ, Effect: { 'Fn::If': ['D', 'Allow', 'Deny'] } }, []] } }, [
    ['Allow', 'C and D', 'Read any S3 resource'], ['Deny', 'C and not D', 'Never read any S3 resource'],
  ]],
  ['an effect that a parameter chooses', { Statement: { ...READ, Effect: { Ref: 'Effect' } } }, [['Allow', '${Effect} is Allow', 'Read any S3 resource']]],
  ['a document that a macro makes', { 'Fn::Transform': { Name: 'Macro' } }, [['Allow', undefined, 'Is not known before the deployment: ${Transform (Name: Macro)}']]],
  ['a statement that a parameter has', { Statement: [{ Ref: 'Statement' }] }, [['Allow', undefined, 'Is not known before the deployment: ${Statement}']]],
  ['text that is no document', 'READ', [['Allow', undefined, 'Can\'t be read as a statement: READ']]],
  ['a document without statements', { Version: '2012-10-17' }, [['Allow', undefined, 'Can\'t be read as a statement: {Version: 2012-10-17}']]],
  ['an unknown effect', { Statement: { ...READ, Effect: 'allow' } }, [['Allow', undefined, 'Can\'t be read as a statement: {Effect: allow, Action: s3:GetObject, Resource: *}']]],
  ['no effect', { Statement: { Action: 's3:GetObject' } }, [['Allow', undefined, 'Can\'t be read as a statement: {Action: s3:GetObject}']]],
  ['an unknown element', { Statement: { ...READ, Actions: 'x' } }, [['Allow', undefined, 'Can\'t be read as a statement: {Effect: Allow, Action: s3:GetObject, Resource: *, Actions: x}']]],
  ['an element and its opposite', { Statement: { ...READ, NotAction: 'x' } }, [['Allow', undefined, 'Can\'t be read as a statement: {Effect: Allow, Action: s3:GetObject, Resource: *, NotAction: x}']]],
])('reads %s', (_, document, expected) => {
  const found = statementsIn(document as never, NAMES);
  expect(found.map(({ effect, onlyIf, words }) => [effect, onlyIf, words])).toEqual(expected);
});
