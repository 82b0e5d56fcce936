import { CfnResource, Token } from 'aws-cdk-lib';
import * as aps from 'aws-cdk-lib/aws-aps';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as emr from 'aws-cdk-lib/aws-emr';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ownPolicy } from './accounts';
import { arnForm } from './arn-forms';
import { Arns } from '../arns';
import { TOKEN } from '../literals';
import { otherBucket } from './other-buckets';
import { resourceOf } from './resources';
import { Thing } from './thing';

// All kinds of CDK objects that options accept. Each object is exactly one thing: wide forms have their own names.

/** A role that is assumed, in this account or another. */
export const ASSUMABLE_ROLE: Thing<iam.IRoleRef> = {
  what: 'a role',
  identify: ({ roleRef }) => roleRef?.roleArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:role/PATH'),
  fromName: 'iam.Role.fromRoleName(scope, id, NAME)',
  fromArn: 'iam.Role.fromRoleArn(scope, id, ARN)',
};

/** A role that `iam:PassRole` is granted on. */
export const PASSABLE_ROLE: Thing<iam.IRoleRef> = {
  ...ASSUMABLE_ROLE,
  refusesOtherAccount: 'roles are never passed to another account',
};

export const OIDC_PROVIDER: Thing<iam.IOIDCProviderRef> = {
  what: 'an OpenID Connect provider of IAM',
  identify: ({ oidcProviderRef }) => oidcProviderRef?.oidcProviderArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:oidc-provider/PATH'),
  fromArn: 'iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(scope, id, ARN)',
  refusesOtherAccount: 'roles trust providers of their own account only',
};

export const MANAGED_POLICY: Thing<iam.IManagedPolicyRef> = {
  what: 'a managed policy',
  identify: ({ managedPolicyRef }) => managedPolicyRef?.policyArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:policy/PATH', { ACCOUNT: '\\d{12}|aws' }),
  fromName: 'iam.ManagedPolicy.fromManagedPolicyName(scope, id, NAME), or fromAwsManagedPolicyName(NAME) for one of AWS',
  fromArn: 'iam.ManagedPolicy.fromManagedPolicyArn(scope, id, ARN)',
  refusesOtherAccount: 'IAM attaches policies of the same account and of AWS only',
};

export const INSTANCE_PROFILE: Thing<iam.IInstanceProfileRef> = {
  what: 'an instance profile',
  identify: ({ instanceProfileRef }) => instanceProfileRef?.instanceProfileArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:instance-profile/PATH'),
  fromName: 'iam.InstanceProfile.fromInstanceProfileName(scope, id, NAME)',
  fromArn: 'iam.InstanceProfile.fromInstanceProfileArn(scope, id, ARN)',
  refusesOtherAccount: 'a profile contains a role of its own account',
};

export const USER: Thing<iam.IUserRef> = {
  what: 'a user',
  identify: ({ userRef }) => userRef?.userArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:user/PATH'),
  fromName: 'iam.User.fromUserName(scope, id, NAME)',
  fromArn: 'iam.User.fromUserArn(scope, id, ARN)',
};

export const GROUP: Thing<iam.IGroupRef> = {
  what: 'a group',
  identify: ({ groupRef }) => groupRef?.groupArn,
  form: arnForm('arn:PARTITION:iam::ACCOUNT:group/PATH'),
  fromName: 'iam.Group.fromGroupName(scope, id, NAME)',
  fromArn: 'iam.Group.fromGroupArn(scope, id, ARN)',
};

export const BUCKET: Thing<s3.IBucketRef> = {
  what: 'a bucket',
  // The reference of a bucket on an Outpost has no name.
  identify: ({ bucketRef }) => bucketRef && 'bucketName' in bucketRef ? bucketRef.bucketArn : undefined,
  form: arnForm('arn:PARTITION:s3:::BUCKET', { BUCKET: `(?![A-Z_]+$)[\\w.${TOKEN}-]+` },
    ', without a path: options that take an S3Location accept one'),
  mistake: otherBucket,
  fromName: 's3.Bucket.fromBucketName(scope, id, NAME)',
  fromArn: 's3.Bucket.fromBucketArn(scope, id, ARN)',
  key: { ofL2: 'encryptionKey', ofL1: ({ bucketEncryption }: s3.CfnBucket) => keyOfBucket(bucketEncryption) },
  otherAccount: ownPolicy('the bucket policy'),
};

export const QUEUE: Thing<sqs.IQueueRef> = {
  what: 'a queue',
  identify: ({ queueRef }) => queueRef?.queueArn,
  form: arnForm('arn:PARTITION:sqs:REGION:ACCOUNT:NAME'),
  fromArn: 'sqs.Queue.fromQueueArn(scope, id, ARN)',
  key: { ofL2: 'encryptionMasterKey', ofL1: ({ kmsMasterKeyId }: sqs.CfnQueue) => kmsMasterKeyId },
  otherAccount: ownPolicy('the queue policy'),
};

export const TOPIC: Thing<sns.ITopicRef> = {
  what: 'a topic',
  identify: ({ topicRef }) => topicRef?.topicArn,
  form: arnForm('arn:PARTITION:sns:REGION:ACCOUNT:NAME'),
  fromArn: 'sns.Topic.fromTopicArn(scope, id, ARN)',
  key: { ofL2: 'masterKey', ofL1: ({ kmsMasterKeyId }: sns.CfnTopic) => kmsMasterKeyId },
  otherAccount: ownPolicy('the topic policy'),
};

/** A function, or a version or an alias of one, each with its own ARN. */
export const FUNCTION: Thing<lambda.IFunctionRef> = {
  what: 'a function of AWS Lambda',
  identify: ({ functionRef }) => functionRef && 'functionName' in functionRef ? functionRef.functionArn : undefined,
  form: arnForm('arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME', { NAME: `[\\w${TOKEN}-]+(?::[\\w$${TOKEN}-]+)?` }),
  fromName: 'lambda.Function.fromFunctionName(scope, id, NAME)',
  fromArn: 'lambda.Function.fromFunctionArn(scope, id, ARN)',
  otherAccount: ownPolicy('the policy of the function'),
};

export const SECRET: Thing<secretsmanager.ISecretRef> = {
  what: 'a secret',
  identify: ({ secretRef }) => secretRef?.secretId,
  form: arnForm('arn:PARTITION:secretsmanager:REGION:ACCOUNT:secret:PATH'),
  fromName: 'secretsmanager.Secret.fromSecretNameV2(scope, id, NAME)',
  fromArn: 'secretsmanager.Secret.fromSecretCompleteArn(scope, id, ARN)',
  arn: secretArn,
  key: { ofL2: 'encryptionKey', ofL1: ({ kmsKeyId }: secretsmanager.CfnSecret) => kmsKeyId },
  otherAccount: ownPolicy('the policy of the secret'),
};

export const PARAMETER: Thing<ssm.IParameterRef> = {
  what: 'a parameter',
  identify: parameterArn,
  // The name of a new parameter is a token, which includes its first slash.
  form: [
    arnForm('arn:PARTITION:ssm:REGION:ACCOUNT:parameterNAME', { NAME: `/[^:\\s]+|${TOKEN}[^:\\s]*` })[0],
    'arn:PARTITION:ssm:REGION:ACCOUNT:parameter/NAME',
  ],
  fromName: 'ssm.StringParameter.fromSecureStringParameterAttributes(scope, id, { parameterName: NAME })',
  fromArn: 'ssm.StringParameter.fromStringParameterArn(scope, id, ARN)',
  // CloudFormation creates no encrypted parameters.
  key: { ofL2: 'encryptionKey' },
  otherAccount: 'a resource share there must include this account',
};

export const REPOSITORY: Thing<ecr.IRepositoryRef> = {
  what: 'a repository of Amazon ECR',
  identify: ({ repositoryRef }) => repositoryRef && 'repositoryName' in repositoryRef ? repositoryRef.repositoryArn : undefined,
  form: arnForm('arn:PARTITION:ecr:REGION:ACCOUNT:repository/PATH', {}, ', without a tag: IAM grants by repository'),
  fromName: 'ecr.Repository.fromRepositoryName(scope, id, NAME)',
  fromArn: 'ecr.Repository.fromRepositoryAttributes(scope, id, { repositoryArn, repositoryName })',
  otherAccount: ownPolicy('the repository policy'),
};

export const CODE_REPOSITORY: Thing<codecommit.IRepositoryRef> = {
  what: 'an AWS CodeCommit repository',
  identify: ({ repositoryRef }) => repositoryRef && 'repositoryId' in repositoryRef ? repositoryRef.repositoryArn : undefined,
  form: arnForm('arn:PARTITION:codecommit:REGION:ACCOUNT:NAME'),
  fromName: 'codecommit.Repository.fromRepositoryName(scope, id, NAME)',
  fromArn: 'codecommit.Repository.fromRepositoryArn(scope, id, ARN)',
  refusesOtherAccount: 'CodeCommit gives other accounts no access, so assume a role in that account',
};

export const ALARM: Thing<cloudwatch.IAlarmRef> = {
  what: 'an alarm',
  identify: ({ alarmRef }) => alarmRef?.alarmArn,
  form: arnForm('arn:PARTITION:cloudwatch:REGION:ACCOUNT:alarm:NAME', { NAME: '.+' }),
  fromName: 'cloudwatch.Alarm.fromAlarmName(scope, id, NAME)',
  fromArn: 'cloudwatch.Alarm.fromAlarmArn(scope, id, ARN)',
  refusesOtherAccount: 'CloudWatch gives other accounts no access to alarms',
};

export const EFS_FILE_SYSTEM: Thing<efs.IFileSystemRef> = {
  what: 'a file system of Amazon EFS',
  identify: ({ fileSystemRef }) => fileSystemRef?.fileSystemArn,
  form: arnForm('arn:PARTITION:elasticfilesystem:REGION:ACCOUNT:file-system/ID'),
  fromName: 'efs.FileSystem.fromFileSystemAttributes(scope, id, { fileSystemId, securityGroup })',
  otherAccount: ownPolicy('the policy of the file system'),
};

/** Other services have databases, too, which have more than a name. */
export const GLUE_DATABASE: Thing<glue.IDatabaseRef> = {
  what: 'a database of AWS Glue',
  identify: ({ databaseRef }) => databaseRef && Object.keys(databaseRef).join() === 'databaseName'
    ? databaseRef.databaseName : undefined,
  form: [/^(?!arn:)[^*?:/]{1,255}$/, 'NAME, of at most 255 characters'],
  fromName: 'glue.CfnDatabase.fromDatabaseName(scope, id, NAME)',
  arn: (name, arns) => arns.regional('glue', `database/${name}`),
  refusesOtherAccount: 'permissions are for the catalog of this account',
};

/** Subnets may be shared by another account, whose number their ARNs have. */
export const SUBNET: Thing<ec2.ISubnetRef> = {
  what: 'a subnet',
  identify: ({ subnetRef }) => subnetRef?.subnetId,
  form: arnForm('subnet-ID', { ID: `[\\w${TOKEN}-]+` }),
  fromName: 'ec2.Subnet.fromSubnetId(scope, id, SUBNET_ID)',
  arn: (id, arns) => arns.ofAnyOwner('ec2', `subnet/${id}`),
};

/** The ARN of one is not used: requests have its ID. */
export const SECURITY_GROUP: Thing<ec2.ISecurityGroupRef> = {
  what: 'a security group',
  identify: ({ securityGroupRef }) => securityGroupRef?.securityGroupId,
  form: arnForm('sg-ID', { ID: `[\\w${TOKEN}-]+` }),
  fromName: 'ec2.SecurityGroup.fromSecurityGroupId(scope, id, SECURITY_GROUP_ID)',
};

export const VPC: Thing<ec2.IVPCRef> = {
  what: 'a VPC',
  identify: ({ vpcRef }) => vpcRef?.vpcId,
  form: arnForm('vpc-ID', { ID: `[\\w${TOKEN}-]+` }),
  fromName: 'ec2.Vpc.fromVpcAttributes(scope, id, { vpcId, availabilityZones })',
  // The VPC may be imported from another region, or belong to another account.
  arn: (id, { partition }, vpc) => 'vpcArn' in vpc
    ? vpc.vpcArn as string : Arns.in({ partition, ...vpc.env }).regional('ec2', `vpc/${id}`),
};

export const KEY_PAIR: Thing<ec2.IKeyPairRef> = {
  what: 'a key pair',
  identify: ({ keyPairRef }) => keyPairRef?.keyName,
  form: [/^(?!arn:)[^*?]{1,255}$/, 'NAME, of at most 255 characters'],
  fromName: 'ec2.KeyPair.fromKeyPairName(scope, id, NAME)',
  arn: (name, arns) => arns.regional('ec2', `key-pair/${name}`),
};

export const HOSTED_ZONE: Thing<route53.IHostedZoneRef> = {
  what: 'a hosted zone',
  identify: ({ hostedZoneRef }) => hostedZoneRef?.hostedZoneId,
  form: arnForm('ID', { ID: `[A-Z0-9${TOKEN}]+` }, ', without a path such as /hostedzone/'),
  fromName: 'route53.HostedZone.fromHostedZoneAttributes(scope, id, { hostedZoneId, zoneName })',
  arn: (id, arns) => arns.global('route53', `hostedzone/${id}`),
};

/** A cluster of Amazon EMR: other services have clusters with an ARN. */
export const EMR_CLUSTER: Thing<emr.IClusterRef> = {
  what: 'a cluster of Amazon EMR',
  identify: ({ clusterRef }) => clusterRef && 'clusterId' in clusterRef ? clusterRef.clusterId : undefined,
  form: arnForm('j-ID', { ID: `[A-Z0-9${TOKEN}]+` }),
  fromName: 'emr.CfnCluster.fromClusterId(scope, id, CLUSTER_ID)',
  arn: (id, arns) => arns.regional('elasticmapreduce', `cluster/${id}`),
  refusesOtherAccount: 'Amazon EMR gives other accounts no access to clusters',
};

export const EKS_CLUSTER: Thing<eks.IClusterRef> = {
  what: 'a cluster of Amazon EKS',
  identify: eksClusterArn,
  form: arnForm('arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME'),
  fromName: 'eks.Cluster.fromClusterAttributes(scope, id, { clusterName })',
  refusesOtherAccount: 'the nodes of a cluster are in its account',
};

const BATCH = { refusesOtherAccount: 'AWS Batch gives other accounts no access' };

export const JOB_DEFINITION: Thing<batch.IJobDefinitionRef> = {
  ...BATCH,
  what: 'a job definition of AWS Batch',
  identify: ({ jobDefinitionRef }) => jobDefinitionRef?.jobDefinitionArn,
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:job-definition/NAME', { NAME: `[^:/\\s]+(?::(?:\\d+|${TOKEN}))?` }),
  fromArn: 'batch.EcsJobDefinition.fromJobDefinitionArn(scope, id, ARN)',
};

export const JOB_QUEUE: Thing<batch.IJobQueueRef> = {
  ...BATCH,
  what: 'a job queue of AWS Batch',
  identify: ({ jobQueueRef }) => jobQueueRef?.jobQueueArn,
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:job-queue/NAME'),
  fromArn: 'batch.JobQueue.fromJobQueueArn(scope, id, ARN)',
};

export const COMPUTE_ENVIRONMENT: Thing<batch.IComputeEnvironmentRef> = {
  ...BATCH,
  what: 'a compute environment of AWS Batch',
  identify: ({ computeEnvironmentRef }) => computeEnvironmentRef?.computeEnvironmentArn,
  form: arnForm('arn:PARTITION:batch:REGION:ACCOUNT:compute-environment/NAME'),
  fromArn: 'batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(scope, id, ARN)',
};

/** Workspaces of other services have references of the same name, without an ARN. The CDK can't import one. */
export const PROMETHEUS_WORKSPACE: Thing<aps.IWorkspaceRef> = {
  what: 'a workspace of Amazon Managed Service for Prometheus',
  identify: ({ workspaceRef }) => workspaceRef?.workspaceArn,
  form: arnForm('arn:PARTITION:aps:REGION:ACCOUNT:workspace/ID'),
  fromArn: "an aps.CfnWorkspace, or allow aps:RemoteWrite in 'additionalStatements'",
  refusesOtherAccount: 'metrics go to workspaces of the same account',
};

/** References to clusters of Amazon ECS look the same: L1s, and L2s by theirs, have a type. */
function eksClusterArn(cluster: Partial<eks.IClusterRef>): string | undefined {
  const { clusterRef } = cluster;
  if (!clusterRef || !('clusterName' in clusterRef)) {
    return undefined;
  }
  const { cfnResourceType: type = '' } = cluster.node ? resourceOf(cluster as eks.IClusterRef) ?? {} : {};
  return type.startsWith('AWS::') && type !== 'AWS::EKS::Cluster' ? undefined : clusterRef.clusterArn;
}

/** Secrets Manager adds six characters to the name, which are unknown for a secret that is imported by its name. */
function secretArn(id: string, _arns: Arns, secret: secretsmanager.ISecretRef): string {
  const { secretFullArn } = secret as Partial<secretsmanager.ISecret>;
  const isComplete = CfnResource.isCfnResource(secret) || /-[A-Za-z0-9]{6}$/.test(id);
  return secretFullArn ?? (isComplete ? id : `${id}-??????`);
}

/** L2s know their ARN. That of an L1 follows from its name, which a slash precedes unless it starts with one. */
function parameterArn(parameter: Partial<ssm.IParameterRef>): string | undefined {
  const { parameterRef } = parameter;
  if (!parameterRef) {
    return undefined; // The properties of other constructs may throw.
  }
  const { parameterArn: ofL2, name = '' } = parameter as Partial<ssm.IParameter & ssm.CfnParameter>;
  const resource = `parameter${name.startsWith('/') ? '' : '/'}${parameterRef.parameterName}`;
  return ofL2 ?? Arns.of(parameter as ssm.IParameterRef).regional('ssm', resource);
}

/** The key of the default encryption: `kmsMasterKeyId` of the one rule that S3 allows, or a token on the way to it. */
function keyOfBucket(encryption: s3.CfnBucket['bucketEncryption']): unknown {
  return ['serverSideEncryptionConfiguration', '0', 'serverSideEncryptionByDefault', 'kmsMasterKeyId'].reduce<unknown>(
    (value, property) => isPlain(value) ? value[property] : value, encryption);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Token.isUnresolved(value);
}
