import type * as cdk from 'aws-cdk-lib';
import type * as batch from 'aws-cdk-lib/aws-batch';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as codecommit from 'aws-cdk-lib/aws-codecommit';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import type * as efs from 'aws-cdk-lib/aws-efs';
import type * as eks from 'aws-cdk-lib/aws-eks';
import type * as emr from 'aws-cdk-lib/aws-emr';
import type * as glue from 'aws-cdk-lib/aws-glue';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';

// What a name or an ARN in JSON becomes, by the type of the option. The types of the CDK cost nothing: it is loaded
// from the user's project.

interface Modules {
  readonly 'core': typeof cdk;
  readonly 'aws-batch': typeof batch;
  readonly 'aws-cloudwatch': typeof cloudwatch;
  readonly 'aws-codecommit': typeof codecommit;
  readonly 'aws-ec2': typeof ec2;
  readonly 'aws-ecr': typeof ecr;
  readonly 'aws-efs': typeof efs;
  readonly 'aws-eks': typeof eks;
  readonly 'aws-emr': typeof emr;
  readonly 'aws-glue': typeof glue;
  readonly 'aws-iam': typeof iam;
  readonly 'aws-kms': typeof kms;
  readonly 'aws-lambda': typeof lambda;
  readonly 'aws-route53': typeof route53;
  readonly 'aws-s3': typeof s3;
  readonly 'aws-sagemaker': typeof sagemaker;
  readonly 'aws-secretsmanager': typeof secretsmanager;
  readonly 'aws-sns': typeof sns;
  readonly 'aws-sqs': typeof sqs;
  readonly 'aws-ssm': typeof ssm;
}

/** Loads a module of the CDK. */
export type Cdk = <M extends keyof Modules>(module: M) => Modules[M];

export interface Import {
  /** What the text is, in errors: `the name or the ARN of a bucket` */
  readonly what: string;
  /** @default - any text */
  readonly form?: RegExp;
  readonly fromText: (text: string, load: Cdk, scope: Construct, id: string) => unknown;
}

type FromText = Import['fromText'];

/** An import by its ARN, or by its name. */
function named(what: string, fromArn: FromText, fromName: FromText): Import {
  return {
    what: `the name or the ARN of ${what}`,
    fromText: (text, ...rest) => (text.startsWith('arn:') ? fromArn : fromName)(text, ...rest),
  };
}

function byArn(what: string, fromText: FromText): Import {
  return { what: `the ARN of ${what}`, form: /^arn:/, fromText };
}

function byId(what: string, form: RegExp, fromText: FromText): Import {
  return { what: `the id of ${what}`, form, fromText };
}

const OF_COMPLETE_SECRET = /-[A-Za-z0-9]{6}$/;

/** By the module and the name of the interface, below `aws-cdk-lib.interfaces`. */
export const IMPORTS: Readonly<Record<string, Import>> = {
  'aws_batch.IComputeEnvironmentRef': byArn('a compute environment of AWS Batch', (text, load, ...place) =>
    load('aws-batch').ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(...place, text)),
  'aws_batch.IJobDefinitionRef': byArn('a job definition of AWS Batch', (text, load, ...place) =>
    load('aws-batch').EcsJobDefinition.fromJobDefinitionArn(...place, text)),
  'aws_batch.IJobQueueRef': byArn('a job queue of AWS Batch', (text, load, ...place) =>
    load('aws-batch').JobQueue.fromJobQueueArn(...place, text)),
  'aws_cloudwatch.IAlarmRef': named('an alarm',
    (text, load, ...place) => load('aws-cloudwatch').Alarm.fromAlarmArn(...place, text),
    (text, load, ...place) => load('aws-cloudwatch').Alarm.fromAlarmName(...place, text)),
  'aws_codecommit.IRepositoryRef': named('an AWS CodeCommit repository',
    (text, load, ...place) => load('aws-codecommit').Repository.fromRepositoryArn(...place, text),
    (text, load, ...place) => load('aws-codecommit').Repository.fromRepositoryName(...place, text)),
  'aws_ec2.IKeyPairRef': { what: 'the name of a key pair', fromText: (text, load, ...place) => load('aws-ec2').KeyPair.fromKeyPairName(...place, text) },
  'aws_ec2.ISecurityGroupRef': byId('a security group', /^sg-/, (text, load, ...place) =>
    load('aws-ec2').SecurityGroup.fromSecurityGroupId(...place, text)),
  'aws_ec2.ISubnetRef': byId('a subnet', /^subnet-/, (text, load, ...place) => load('aws-ec2').Subnet.fromSubnetId(...place, text)),
  'aws_ec2.IVPCRef': byId('a VPC', /^vpc-/, (text, load, ...place) => load('aws-ec2').CfnVPC.fromVpcId(...place, text)),
  'aws_ecr.IRepositoryRef': named('a repository of Amazon ECR',
    (text, load, ...place) => load('aws-ecr').Repository.fromRepositoryAttributes(...place, { repositoryArn: text, repositoryName: text.replace(/^.*?:repository\//, '') }),
    (text, load, ...place) => load('aws-ecr').Repository.fromRepositoryName(...place, text)),
  'aws_efs.IFileSystemRef': named('a file system of Amazon EFS',
    (text, load, ...place) => load('aws-efs').CfnFileSystem.fromFileSystemArn(...place, text),
    (text, load, ...place) => load('aws-efs').CfnFileSystem.fromFileSystemId(...place, text)),
  'aws_eks.IClusterRef': named('a cluster of Amazon EKS',
    (text, load, ...place) => load('aws-eks').CfnCluster.fromClusterArn(...place, text),
    (text, load, ...place) => load('aws-eks').CfnCluster.fromClusterName(...place, text)),
  'aws_emr.IClusterRef': byId('a cluster of Amazon EMR', /^j-/, (text, load, ...place) => load('aws-emr').CfnCluster.fromClusterId(...place, text)),
  'aws_glue.IDatabaseRef': { what: 'the name of a database of AWS Glue', fromText: (text, load, ...place) => load('aws-glue').CfnDatabase.fromDatabaseName(...place, text) },
  'aws_iam.IGroupRef': named('a group',
    (text, load, ...place) => load('aws-iam').Group.fromGroupArn(...place, text),
    (text, load, ...place) => load('aws-iam').Group.fromGroupName(...place, text)),
  'aws_iam.IInstanceProfileRef': named('an instance profile',
    (text, load, ...place) => load('aws-iam').InstanceProfile.fromInstanceProfileArn(...place, text),
    (text, load, ...place) => load('aws-iam').InstanceProfile.fromInstanceProfileName(...place, text)),
  'aws_iam.IManagedPolicyRef': named('a managed policy',
    (text, load, ...place) => load('aws-iam').ManagedPolicy.fromManagedPolicyArn(...place, text),
    (text, load, ...place) => load('aws-iam').ManagedPolicy.fromManagedPolicyName(...place, text)),
  'aws_iam.IOIDCProviderRef': byArn('an OpenID Connect provider', (text, load, ...place) =>
    load('aws-iam').OpenIdConnectProvider.fromOpenIdConnectProviderArn(...place, text)),
  'aws_iam.IRoleRef': named('a role',
    (text, load, ...place) => load('aws-iam').Role.fromRoleArn(...place, text),
    (text, load, ...place) => load('aws-iam').Role.fromRoleName(...place, text)),
  'aws_iam.IUserRef': named('a user',
    (text, load, ...place) => load('aws-iam').User.fromUserArn(...place, text),
    (text, load, ...place) => load('aws-iam').User.fromUserName(...place, text)),
  'aws_kms.IKeyRef': byArn('a key', (text, load, ...place) => load('aws-kms').Key.fromKeyArn(...place, text)),
  'aws_lambda.IFunctionRef': named('a function of AWS Lambda',
    (text, load, ...place) => load('aws-lambda').Function.fromFunctionArn(...place, text),
    (text, load, ...place) => load('aws-lambda').Function.fromFunctionName(...place, text)),
  'aws_route53.IHostedZoneRef': byId('a hosted zone', /^[A-Z0-9]+$/, (text, load, ...place) =>
    load('aws-route53').HostedZone.fromHostedZoneId(...place, text)),
  'aws_s3.IBucketRef': named('a bucket',
    (text, load, ...place) => load('aws-s3').Bucket.fromBucketArn(...place, text),
    (text, load, ...place) => load('aws-s3').Bucket.fromBucketName(...place, text)),
  'aws_sagemaker.IDomainRef': byId('a domain of SageMaker', /^d-/, (text, load, ...place) => load('aws-sagemaker').CfnDomain.fromDomainId(...place, text)),
  'aws_secretsmanager.ISecretRef': named('a secret',
    (text, load, ...place) => {
      const { Secret } = load('aws-secretsmanager');
      return OF_COMPLETE_SECRET.test(text)
        ? Secret.fromSecretCompleteArn(...place, text) : Secret.fromSecretPartialArn(...place, text);
    },
    (text, load, ...place) => load('aws-secretsmanager').Secret.fromSecretNameV2(...place, text)),
  'aws_sns.ITopicRef': byArn('a topic', (text, load, ...place) => load('aws-sns').Topic.fromTopicArn(...place, text)),
  'aws_sqs.IQueueRef': byArn('a queue', (text, load, ...place) => load('aws-sqs').Queue.fromQueueArn(...place, text)),
  'aws_ssm.IParameterRef': named('a parameter',
    (text, load, ...place) => load('aws-ssm').StringParameter.fromStringParameterArn(...place, text),
    (text, load, ...place) => load('aws-ssm').StringParameter.fromSecureStringParameterAttributes(...place, { parameterName: text })),
};

/** Classes of the CDK outside of `aws-cdk-lib.interfaces`. */
export const CLASSES: Readonly<Record<string, Import>> = {
  'aws-cdk-lib.Duration': {
    what: "a duration in the form of ISO 8601, such as 'PT4H'",
    form: /^P(?!$)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/,
    fromText: (text, load) => load('core').Duration.parse(text),
  },
  'aws-cdk-lib.aws_iam.IPrincipal': {
    what: 'a service such as ec2.amazonaws.com, an account, or the ARN of a principal',
    form: /^(?:arn:.+|\d{12}|[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?)$/,
    fromText: (text, load) => {
      const { AccountPrincipal, ArnPrincipal, ServicePrincipal } = load('aws-iam');
      return text.startsWith('arn:') ? new ArnPrincipal(text) : /^\d+$/.test(text) ? new AccountPrincipal(text) : new ServicePrincipal(text);
    },
  },
};
