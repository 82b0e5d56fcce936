import { attributeOf } from '../../../cli/check/physical-names';
import { placeOf } from '../../../cli/check/place';

const PLACE = placeOf('the stack', 'aws://111122223333/cn-north-1', {});

const attribute = (type: string, name: string, physical?: string, properties = {}) =>
  attributeOf({ logicalId: 'It', type, properties, metadata: {} }, name, physical, PLACE, '${It}');

test.each([
  ['AWS::S3::Bucket', 'Ref', 'data', 'data'],
  ['AWS::S3::Bucket', 'Arn', 'data', 'arn:aws-cn:s3:::data'],
  ['AWS::S3::Bucket', 'Arn', 'arn:aws-cn:s3:::data', 'arn:aws-cn:s3:::data'],
  ['AWS::S3::Bucket', 'Ref', 'arn:aws-cn:s3:::data', 'data'],
  ['AWS::S3::Bucket', 'DomainName', 'data', undefined],
  ['AWS::KMS::Key', 'Arn', '1234', 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234'],
  ['AWS::KMS::Key', 'KeyId', 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234', '1234'],
  ['AWS::ECR::Repository', 'Arn', 'team/app', 'arn:aws-cn:ecr:cn-north-1:111122223333:repository/team/app'],
  ['AWS::ECR::Repository', 'Ref', 'arn:aws-cn:ecr:cn-north-1:111122223333:repository/team/app', 'team/app'],
  ['AWS::SQS::Queue', 'Arn', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/jobs', 'arn:aws-cn:sqs:cn-north-1:111122223333:jobs'],
  ['AWS::SQS::Queue', 'Ref', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/jobs', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/jobs'],
  ['AWS::SQS::Queue', 'Ref', 'jobs', undefined],
  ['AWS::SQS::Queue', 'QueueName', 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/jobs', 'jobs'],
  ['AWS::SNS::Topic', 'Ref', 'arn:aws-cn:sns:cn-north-1:111122223333:alarms', 'arn:aws-cn:sns:cn-north-1:111122223333:alarms'],
  ['AWS::SNS::Topic', 'TopicName', 'arn:aws-cn:sns:cn-north-1:111122223333:alarms', 'alarms'],
  ['AWS::DynamoDB::Table', 'StreamArn', 'orders', undefined],
  ['AWS::IAM::Role', 'Ref', 'arn:aws-cn:iam::111122223333:role/team/jobs', 'jobs'],
  ['AWS::IAM::Role', 'Arn', 'jobs', 'arn:aws-cn:iam::111122223333:role/jobs'],
  ['AWS::Some::Thing', 'Ref', 'thing', 'thing'],
  ['AWS::Some::Thing', 'Arn', 'thing', undefined],
  ['AWS::Some::Thing', 'Arn', 'arn:aws-cn:some:::thing', 'arn:aws-cn:some:::thing'],
])('the %s of a %s, which is %s, is %s', (type, name, physical, value) => {
  expect(attribute(type, name, physical)).toBe(value);
});

test.each([
  ['AWS::S3::Bucket', 'Arn', {}, 'arn:aws-cn:s3:::${It}'],
  ['AWS::S3::Bucket', 'Ref', {}, undefined],
  ['AWS::S3::Bucket', 'Ref', { BucketName: 'data' }, 'data'],
  ['AWS::S3::Bucket', 'Ref', { BucketName: { Ref: 'Name' } }, undefined],
  ['AWS::IAM::Role', 'Arn', { RoleName: 'jobs', Path: '/team/' }, 'arn:aws-cn:iam::111122223333:role/team/jobs'],
  ['AWS::IAM::Role', 'Arn', { RoleName: 'jobs', Path: { Ref: 'Path' } }, undefined],
  ['AWS::IAM::ManagedPolicy', 'Ref', {}, 'arn:aws-cn:iam::111122223333:policy/${It}'],
  ['AWS::SNS::Topic', 'TopicArn', { TopicName: 'alarms' }, 'arn:aws-cn:sns:cn-north-1:111122223333:alarms'],
  ['AWS::Some::Thing', 'Ref', {}, undefined],
])('without a file, the template says of the %s.%s with %j: %s', (type, name, properties, value) => {
  expect(attribute(type, name, undefined, properties)).toBe(value);
});
