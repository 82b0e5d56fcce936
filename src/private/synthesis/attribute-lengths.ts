import { LengthRange, exact, plus, sum } from './length-range';

// The lengths of what is known at the deployment only.

/** For values of unknown length. */
export const UNKNOWN: LengthRange = [0, 1024];

const NOTHING = exact(0);
const PARTITION: LengthRange = ['aws'.length, 'aws-us-gov'.length];
const REGION: LengthRange = ['us-east-1'.length, 'us-isof-south-1'.length];
const ACCOUNT = exact(12);
const URL_SUFFIX: LengthRange = ['amazonaws.eu'.length, 'amazonaws.com.cn'.length];
const STACK_NAME: LengthRange = [1, 128];

export const PSEUDO_PARAMETERS: Readonly<Record<string, LengthRange>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': PARTITION,
  'AWS::Region': REGION,
  'AWS::StackName': STACK_NAME,
  'AWS::URLSuffix': URL_SUFFIX,
};

const arn = (service: string, region: LengthRange, account: LengthRange, resource: LengthRange) =>
  sum([exact(`arn::${service}:::`.length), PARTITION, region, account, resource]);
const regionalArn = (service: string, resource: LengthRange) => arn(service, REGION, ACCOUNT, resource);
const named = (kind: string, name: LengthRange) => plus(exact(kind.length), name);

const UUID = exact(36);
const BUCKET_NAME: LengthRange = [3, 63];
export const ROLE_NAME: LengthRange = [1, 64];
const POLICY_NAME: LengthRange = [1, 128];
export const PATH: LengthRange = [1, 512];
const REPOSITORY_NAME: LengthRange = [2, 256];
const SECRET_ARN = regionalArn('secretsmanager', named('secret:', [8, 519]));
const TOPIC_ARN = regionalArn('sns', [1, 256]);
const MANAGED_POLICY_ARN = arn('iam', NOTHING, ACCOUNT, named('policy', plus(PATH, POLICY_NAME)));

/** Length ranges of resource attributes, by `TYPE.ATTRIBUTE`. */
const ATTRIBUTES: Readonly<Record<string, LengthRange>> = {
  'AWS::CloudWatch::Alarm.Arn': regionalArn('cloudwatch', named('alarm:', [1, 255])),
  'AWS::CodeCommit::Repository.Arn': regionalArn('codecommit', [1, 100]),
  'AWS::CodeCommit::Repository.Name': [1, 100],
  'AWS::EC2::Subnet.Ref': ['subnet-'.length + 8, 'subnet-'.length + 17],
  'AWS::EC2::VPC.Ref': ['vpc-'.length + 8, 'vpc-'.length + 17],
  'AWS::ECR::Repository.Arn': regionalArn('ecr', named('repository/', REPOSITORY_NAME)),
  'AWS::ECR::Repository.Ref': REPOSITORY_NAME,
  'AWS::EFS::FileSystem.Arn': regionalArn('elasticfilesystem', named('file-system/fs-', [8, 17])),
  'AWS::EFS::FileSystem.Ref': ['fs-'.length + 8, 'fs-'.length + 17],
  'AWS::ElasticBeanstalk::Application.Ref': [1, 100],
  'AWS::FSx::FileSystem.Ref': ['fs-'.length + 8, 'fs-'.length + 17],
  'AWS::IAM::ManagedPolicy.PolicyArn': MANAGED_POLICY_ARN,
  'AWS::IAM::ManagedPolicy.Ref': MANAGED_POLICY_ARN,
  'AWS::IAM::Role.Arn': roleArn(),
  'AWS::IAM::Role.Ref': ROLE_NAME,
  'AWS::KMS::Key.Arn': regionalArn('kms', named('key/', UUID)),
  'AWS::KMS::Key.KeyId': UUID,
  'AWS::KMS::Key.Ref': UUID,
  'AWS::S3::Bucket.Arn': arn('s3', NOTHING, NOTHING, BUCKET_NAME),
  'AWS::S3::Bucket.Ref': BUCKET_NAME,
  'AWS::SecretsManager::Secret.Ref': SECRET_ARN,
  'AWS::SNS::Topic.Ref': TOPIC_ARN,
  'AWS::SNS::Topic.TopicArn': TOPIC_ARN,
  'AWS::SQS::Queue.Arn': regionalArn('sqs', [1, 80]),
  'AWS::SSM::Parameter.Ref': [1, 1011],
};

/** The ARN of a role whose path and name have these lengths. */
export function roleArn(path: LengthRange = PATH, name: LengthRange = ROLE_NAME): LengthRange {
  return arn('iam', NOTHING, ACCOUNT, named('role', plus(path, name)));
}

/** The length range of an attribute of a resource, or of `Ref`. */
export function attributeLength(type: string, attribute: string): LengthRange {
  return ATTRIBUTES[`${type}.${attribute}`] ?? UNKNOWN;
}

/** The length range of an intrinsic function, which remains after resolving. */
export function intrinsicLength(intrinsic: Readonly<Record<string, unknown>>): LengthRange {
  return typeof intrinsic.Ref === 'string' ? (PSEUDO_PARAMETERS[intrinsic.Ref] ?? UNKNOWN) : UNKNOWN;
}
