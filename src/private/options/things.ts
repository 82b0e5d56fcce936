import * as batch from 'aws-cdk-lib/aws-batch';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { arnForm } from './arn-forms';
import { TOKEN } from './literals';
import { Thing } from './thing';

// All kinds of CDK objects that options accept. Each object is exactly one thing: wide forms have their own names.

/** A role that is assumed, in this account or another. */
export const ASSUMABLE_ROLE: Thing<iam.IRole> = {
  what: 'a role',
  identifiedBy: 'roleArn',
  form: arnForm('arn:PARTITION:iam::ACCOUNT:role/PATH'),
  fromName: 'iam.Role.fromRoleName(scope, id, NAME)',
  fromArn: 'iam.Role.fromRoleArn(scope, id, ARN)',
};

/** A role that `iam:PassRole` is granted on. */
export const PASSABLE_ROLE: Thing<iam.IRole> = {
  ...ASSUMABLE_ROLE,
  refusesOtherAccount: 'roles are never passed to another account',
};

export const MANAGED_POLICY: Thing<iam.IManagedPolicy> = {
  what: 'a managed policy',
  identifiedBy: 'managedPolicyArn',
  form: arnForm('arn:PARTITION:iam::ACCOUNT:policy/PATH', { ACCOUNT: '\\d{12}|aws' }),
  fromName: 'iam.ManagedPolicy.fromManagedPolicyName(scope, id, NAME), or fromAwsManagedPolicyName(NAME) for one of AWS',
  fromArn: 'iam.ManagedPolicy.fromManagedPolicyArn(scope, id, ARN)',
  refusesOtherAccount: 'IAM attaches policies of the same account and of AWS only',
};

export const INSTANCE_PROFILE: Thing<iam.IInstanceProfile> = {
  what: 'an instance profile',
  identifiedBy: 'instanceProfileArn',
  form: arnForm('arn:PARTITION:iam::ACCOUNT:instance-profile/PATH'),
  fromName: 'iam.InstanceProfile.fromInstanceProfileName(scope, id, NAME)',
  fromArn: 'iam.InstanceProfile.fromInstanceProfileArn(scope, id, ARN)',
  refusesOtherAccount: 'a profile contains a role of its own account',
};

export const USER: Thing<iam.IUser> = {
  what: 'a user',
  identifiedBy: 'userArn',
  form: arnForm('arn:PARTITION:iam::ACCOUNT:user/PATH'),
  fromName: 'iam.User.fromUserName(scope, id, NAME)',
  fromArn: 'iam.User.fromUserArn(scope, id, ARN)',
};

export const GROUP: Thing<iam.IGroup> = {
  what: 'a group',
  identifiedBy: 'groupArn',
  form: arnForm('arn:PARTITION:iam::ACCOUNT:group/PATH'),
  fromName: 'iam.Group.fromGroupName(scope, id, NAME)',
  fromArn: 'iam.Group.fromGroupArn(scope, id, ARN)',
};

export const BUCKET: Thing<s3.IBucket> = {
  what: 'a bucket',
  identifiedBy: 'bucketArn',
  form: arnForm('arn:PARTITION:s3:::BUCKET', { BUCKET: `(?![A-Z_]+$)[\\w.${TOKEN}-]+` },
    ', without a path: options that take an S3Location accept one'),
  fromName: 's3.Bucket.fromBucketName(scope, id, NAME)',
  fromArn: 's3.Bucket.fromBucketArn(scope, id, ARN)',
  key: 'encryptionKey',
  otherAccount: 'the bucket policy',
};

export const QUEUE: Thing<sqs.IQueue> = {
  what: 'a queue',
  identifiedBy: 'queueArn',
  form: arnForm('arn:PARTITION:sqs:REGION:ACCOUNT:NAME'),
  fromArn: 'sqs.Queue.fromQueueArn(scope, id, ARN)',
  key: 'encryptionMasterKey',
  otherAccount: 'the queue policy',
};

export const TOPIC: Thing<sns.ITopic> = {
  what: 'a topic',
  identifiedBy: 'topicArn',
  form: arnForm('arn:PARTITION:sns:REGION:ACCOUNT:NAME'),
  fromArn: 'sns.Topic.fromTopicArn(scope, id, ARN)',
  key: 'masterKey',
  otherAccount: 'the topic policy',
};

export const SECRET: Thing<secretsmanager.ISecret> = {
  what: 'a secret',
  identifiedBy: 'secretArn',
  form: arnForm('arn:PARTITION:secretsmanager:REGION:ACCOUNT:secret:PATH'),
  fromName: 'secretsmanager.Secret.fromSecretNameV2(scope, id, NAME)',
  fromArn: 'secretsmanager.Secret.fromSecretCompleteArn(scope, id, ARN)',
  // Secrets Manager adds six characters to the name.
  arn: (secretArn, _arns, { secretFullArn }) => secretFullArn ?? `${secretArn}-??????`,
  key: 'encryptionKey',
  otherAccount: 'the policy of the secret',
};

export const PARAMETER: Thing<ssm.IParameter> = {
  what: 'a parameter',
  identifiedBy: 'parameterArn',
  // The name of a new parameter is a token, which includes its first slash.
  form: [
    arnForm('arn:PARTITION:ssm:REGION:ACCOUNT:parameterNAME', { NAME: `/[^:\\s]+|${TOKEN}[^:\\s]*` })[0],
    'arn:PARTITION:ssm:REGION:ACCOUNT:parameter/NAME',
  ],
  fromName: 'ssm.StringParameter.fromSecureStringParameterAttributes(scope, id, { parameterName: NAME })',
  fromArn: 'ssm.StringParameter.fromStringParameterArn(scope, id, ARN)',
  key: 'encryptionKey',
  otherAccount: 'a resource share',
};

export const REPOSITORY: Thing<ecr.IRepository> = {
  what: 'a repository of Amazon ECR',
  identifiedBy: 'repositoryArn',
  recognizedBy: 'repositoryUri',
  form: arnForm('arn:PARTITION:ecr:REGION:ACCOUNT:repository/PATH', {}, ', without a tag: IAM grants by repository'),
  fromName: 'ecr.Repository.fromRepositoryName(scope, id, NAME)',
  fromArn: 'ecr.Repository.fromRepositoryAttributes(scope, id, { repositoryArn, repositoryName })',
  otherAccount: 'the repository policy',
};

export const CODE_REPOSITORY: Thing<codecommit.IRepository> = {
  what: 'an AWS CodeCommit repository',
  identifiedBy: 'repositoryArn',
  recognizedBy: 'repositoryCloneUrlHttp',
  form: arnForm('arn:PARTITION:codecommit:REGION:ACCOUNT:NAME'),
  fromName: 'codecommit.Repository.fromRepositoryName(scope, id, NAME)',
  fromArn: 'codecommit.Repository.fromRepositoryArn(scope, id, ARN)',
  refusesOtherAccount: 'CodeCommit gives other accounts no access, so assume a role in that account',
};

export const ALARM: Thing<cloudwatch.IAlarm> = {
  what: 'an alarm',
  identifiedBy: 'alarmArn',
  form: arnForm('arn:PARTITION:cloudwatch:REGION:ACCOUNT:alarm:NAME', { NAME: '.+' }),
  fromName: 'cloudwatch.Alarm.fromAlarmName(scope, id, NAME)',
  fromArn: 'cloudwatch.Alarm.fromAlarmArn(scope, id, ARN)',
  refusesOtherAccount: 'CloudWatch gives other accounts no access to alarms',
};

export const EFS_FILE_SYSTEM: Thing<efs.IFileSystem> = {
  what: 'a file system of Amazon EFS',
  identifiedBy: 'fileSystemArn',
  form: arnForm('arn:PARTITION:elasticfilesystem:REGION:ACCOUNT:file-system/ID'),
  fromName: 'efs.FileSystem.fromFileSystemAttributes(scope, id, { fileSystemId, securityGroup })',
  otherAccount: 'the policy of the file system',
};

export const FSX_FILE_SYSTEM: Thing<fsx.IFileSystem> = {
  what: 'a file system of Amazon FSx',
  identifiedBy: 'fileSystemId',
  form: arnForm('fs-ID', { ID: `[\\w${TOKEN}-]+` }),
  fromName: 'fsx.LustreFileSystem.fromLustreFileSystemAttributes(scope, id, { fileSystemId, dnsName, securityGroup })',
  arn: (id, arns) => arns.regional('fsx', `file-system/${id}`),
};

/** Subnets may be shared by another account, whose number their ARNs have. */
export const SUBNET: Thing<ec2.ISubnet> = {
  what: 'a subnet',
  identifiedBy: 'subnetId',
  form: arnForm('subnet-ID', { ID: `[\\w${TOKEN}-]+` }),
  fromName: 'ec2.Subnet.fromSubnetId(scope, id, SUBNET_ID)',
  arn: (id, arns) => arns.ofAnyOwner('ec2', `subnet/${id}`),
};

export const VPC: Thing<ec2.IVpc> = {
  what: 'a VPC',
  identifiedBy: 'vpcArn',
  form: arnForm('arn:PARTITION:ec2:REGION:ACCOUNT:vpc/ID', { ID: 'vpc-[\\w-]+' }),
  fromName: 'ec2.Vpc.fromVpcAttributes(scope, id, { vpcId, availabilityZones })',
};

export const KEY_PAIR: Thing<ec2.IKeyPair> = {
  what: 'a key pair',
  identifiedBy: 'keyPairName',
  form: [/^(?!arn:)[^*?]{1,255}$/, 'NAME, of at most 255 characters'],
  fromName: 'ec2.KeyPair.fromKeyPairName(scope, id, NAME)',
  arn: (name, arns) => arns.regional('ec2', `key-pair/${name}`),
};

export const HOSTED_ZONE: Thing<route53.IHostedZone> = {
  what: 'a hosted zone',
  identifiedBy: 'hostedZoneArn',
  form: arnForm('arn:PARTITION:route53:::hostedzone/ID', { ID: `[A-Z0-9${TOKEN}]+` }, ', with the ID alone'),
  fromName: 'route53.HostedZone.fromHostedZoneAttributes(scope, id, { hostedZoneId, zoneName })',
};

const BATCH = { refusesOtherAccount: 'AWS Batch gives other accounts no access' };

export const JOB_DEFINITION: Thing<batch.IJobDefinition> = {
  ...BATCH,
  what: 'a job definition of AWS Batch',
  identifiedBy: 'jobDefinitionArn',
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:job-definition/NAME', { NAME: `[^:/\\s]+(?::(?:\\d+|${TOKEN}))?` }),
  fromArn: 'batch.EcsJobDefinition.fromJobDefinitionArn(scope, id, ARN)',
};

export const JOB_QUEUE: Thing<batch.IJobQueue> = {
  ...BATCH,
  what: 'a job queue of AWS Batch',
  identifiedBy: 'jobQueueArn',
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:job-queue/NAME'),
  fromArn: 'batch.JobQueue.fromJobQueueArn(scope, id, ARN)',
};

export const COMPUTE_ENVIRONMENT: Thing<batch.IComputeEnvironment> = {
  ...BATCH,
  what: 'a compute environment of AWS Batch',
  identifiedBy: 'computeEnvironmentArn',
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:compute-environment/NAME'),
  fromArn: 'batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(scope, id, ARN)',
};
