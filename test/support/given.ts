import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
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
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as fc from 'fast-check';

/** The action in the user's own statements. No platform needs it. */
export const OWN_ACTION = 'mediastore:ListContainers';

/** Creates an option from fixtures. A failing property prints it as code. */
export interface Maker<T> {
  (given: Fixtures): T;
  [fc.toStringMethod](): string;
}

/** Creates a set of options, and lists the maker of each option. */
export interface OptionsMaker<T> extends Maker<T> {
  readonly entries: readonly (readonly [option: string, make: Maker<unknown>])[];
}

/**
 * The resources that users pass to a construct: imported by name, or created in the stack by the `new...` methods. The
 * same name always returns the same object.
 */
export class Fixtures {
  /** @param adapt sees, and may change, each set of options and its makers before a construct reads them */
  constructor(
    public readonly stack: Stack,
    public readonly adapt: <T extends object>(options: T, makers: OptionsMaker<T>['entries']) => T = options => options,
  ) {}

  public bucket(name: string): s3.IBucket {
    return this.once('bucket', name, id => s3.Bucket.fromBucketName(this.stack, id, name));
  }

  public newBucket(name: string): s3.IBucket {
    return this.once('newBucket', name, id => new s3.Bucket(this.stack, id));
  }

  public encryptedBucket(name: string): s3.IBucket {
    return this.once('encryptedBucket', name, id =>
      new s3.Bucket(this.stack, id, { encryptionKey: this.newKey(`${name}-key`) }));
  }

  public key(name: string): kms.IKey {
    return this.once('key', name, id => kms.Key.fromKeyArn(this.stack, id, this.arn('kms', 'key', keyId(name))));
  }

  public newKey(name: string): kms.IKey {
    return this.once('newKey', name, id => new kms.Key(this.stack, id));
  }

  public alias(name: string): kms.IKey {
    return this.once('alias', name, id =>
      new kms.Alias(this.stack, id, { aliasName: `alias/${name}`, targetKey: this.newKey(`${name}-key`) }));
  }

  public repository(name: string): ecr.IRepository {
    return this.once('repository', name, id => ecr.Repository.fromRepositoryName(this.stack, id, name));
  }

  public newRepository(name: string): ecr.IRepository {
    return this.once('newRepository', name, id => new ecr.Repository(this.stack, id));
  }

  public domain(name: string): sagemaker.IDomainRef {
    return this.once('domain', name, id => sagemaker.CfnDomain.fromDomainId(this.stack, id, `d-${name}`));
  }

  public newDomain(name: string): sagemaker.IDomainRef {
    return this.once('newDomain', name, id => new sagemaker.CfnDomain(this.stack, id, {
      domainName: name, authMode: 'IAM', defaultUserSettings: { executionRole: this.role('of-domain').roleArn },
    }));
  }

  public computeEnvironment(name: string): batch.IComputeEnvironment {
    return this.once('computeEnvironment', name, id =>
      batch.ManagedEc2EcsComputeEnvironment.fromManagedEc2EcsComputeEnvironmentArn(
        this.stack, id, this.arn('batch', 'compute-environment', name)));
  }

  public topic(name: string): sns.ITopic {
    return this.once('topic', name, id =>
      sns.Topic.fromTopicArn(this.stack, id, this.stack.formatArn({ service: 'sns', resource: name })));
  }

  public encryptedTopic(name: string): sns.ITopic {
    return this.once('encryptedTopic', name, id => new sns.Topic(this.stack, id, { masterKey: this.newKey(`${name}-key`) }));
  }

  public queue(name: string): sqs.IQueue {
    return this.once('queue', name, id => sqs.Queue.fromQueueArn(this.stack, id, this.stack.formatArn({ service: 'sqs', resource: name })));
  }

  public newQueue(name: string): sqs.IQueue {
    return this.once('newQueue', name, id => new sqs.Queue(this.stack, id));
  }

  public encryptedQueue(name: string): sqs.IQueue {
    return this.once('encryptedQueue', name, id =>
      new sqs.Queue(this.stack, id, { encryptionMasterKey: this.newKey(`${name}-key`) }));
  }

  public fifoQueue(name: string): sqs.IQueue {
    return this.once('fifoQueue', name, id => new sqs.Queue(this.stack, id, { fifo: true }));
  }

  public function(name: string): lambda.IFunction {
    return this.once('function', name, id => lambda.Function.fromFunctionName(this.stack, id, name));
  }

  public newFunction(name: string): lambda.CfnFunction {
    return this.once('newFunction', name, id => new lambda.CfnFunction(this.stack, id, {
      role: this.role('function').roleArn,
      runtime: 'python3.12',
      handler: 'index.handler',
      code: { zipFile: 'def handler(event, context): pass' },
    }));
  }

  public emrCluster(name: string): emr.IClusterRef {
    return this.once('emrCluster', name, id => emr.CfnCluster.fromClusterId(this.stack, id, 'j-2AXXXXXXGAPLF'));
  }

  public eksCluster(name: string): eks.ICluster {
    return this.once('eksCluster', name, id => eks.Cluster.fromClusterAttributes(this.stack, id, { clusterName: name }));
  }

  public secret(name: string): secretsmanager.ISecret {
    return this.once('secret', name, id => secretsmanager.Secret.fromSecretNameV2(this.stack, id, name));
  }

  public encryptedSecret(name: string): secretsmanager.ISecret {
    return this.once('encryptedSecret', name, id =>
      new secretsmanager.Secret(this.stack, id, { encryptionKey: this.newKey(`${name}-key`) }));
  }

  public parameter(name: string): ssm.IParameter {
    return this.once('parameter', name, id => ssm.StringParameter.fromStringParameterName(this.stack, id, name));
  }

  public encryptedParameter(name: string): ssm.IParameter {
    return this.once('encryptedParameter', name, id => ssm.StringParameter.fromSecureStringParameterAttributes(this.stack, id, {
      parameterName: name,
      encryptionKey: this.newKey(`${name}-key`),
    }));
  }

  public alarm(name: string): cloudwatch.IAlarm {
    return this.once('alarm', name, id => cloudwatch.Alarm.fromAlarmName(this.stack, id, name));
  }

  public newAlarm(name: string): cloudwatch.IAlarm {
    const metric = new cloudwatch.Metric({ namespace: 'example', metricName: name });
    return this.once('newAlarm', name, id =>
      new cloudwatch.Alarm(this.stack, id, { metric, threshold: 1, evaluationPeriods: 1 }));
  }

  public role(name: string): iam.IRole {
    return this.once('role', name, id => iam.Role.fromRoleName(this.stack, id, name));
  }

  public newRole(name: string, service = 'sagemaker.amazonaws.com'): iam.Role {
    return this.once('newRole', name, id => new iam.Role(this.stack, id, { assumedBy: new iam.ServicePrincipal(service) }));
  }

  public oidcProvider(name: string): iam.IOpenIdConnectProvider {
    return this.once('oidcProvider', name, id => iam.OpenIdConnectProvider.fromOpenIdConnectProviderArn(this.stack, id,
      this.stack.formatArn({
        service: 'iam', region: '', resource: 'oidc-provider', resourceName: `oidc.eks.example.com/id/${name.toUpperCase()}`,
      })));
  }

  /** A role for a service that tags its sessions. */
  public newTaggedRole(name: string, service: string): iam.Role {
    return this.once('newTaggedRole', name, id =>
      new iam.Role(this.stack, id, { assumedBy: new iam.ServicePrincipal(service).withSessionTags() }));
  }

  public instanceProfile(name: string): iam.IInstanceProfile {
    return this.once('instanceProfile', name, id => iam.InstanceProfile.fromInstanceProfileName(this.stack, id, name));
  }

  public managedPolicy(name: string): iam.IManagedPolicy {
    return this.once('managedPolicy', name, id => iam.ManagedPolicy.fromManagedPolicyName(this.stack, id, name));
  }

  public statement(sid?: string): iam.PolicyStatement {
    return new iam.PolicyStatement({ sid, actions: [OWN_ACTION], resources: ['*'] });
  }

  public codeRepository(name: string): codecommit.IRepository {
    return this.once('codeRepository', name, id => codecommit.Repository.fromRepositoryName(this.stack, id, name));
  }

  public fileSystem(name: string): efs.IFileSystem {
    return this.once('fileSystem', name, id => efs.FileSystem.fromFileSystemAttributes(this.stack, id, {
      fileSystemId: 'fs-0123456789abcdef0',
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(this.stack, `${id}Group`, 'sg-0123456789abcdef0'),
    }));
  }

  public database(name: string): glue.IDatabaseRef {
    return this.once('database', name, id => glue.CfnDatabase.fromDatabaseName(this.stack, id, name));
  }

  public newDatabase(name: string): glue.CfnDatabase {
    return this.once('newDatabase', name, id =>
      new glue.CfnDatabase(this.stack, id, { catalogId: this.stack.account, databaseInput: {} }));
  }

  public newTrackingServer(name: string): sagemaker.CfnMlflowTrackingServer {
    return this.once('newTrackingServer', name, id => inAnyRegion(new sagemaker.CfnMlflowTrackingServer(this.stack, id, {
      trackingServerName: name, artifactStoreUri: 's3://runs/', roleArn: this.role('mlflow').roleArn,
    })));
  }

  public newWorkspace(name: string): aps.CfnWorkspace {
    return this.once('newWorkspace', name, id => inAnyRegion(new aps.CfnWorkspace(this.stack, id)));
  }

  public newModel(name: string): sagemaker.CfnModel {
    return this.once('newModel', name, id => new sagemaker.CfnModel(this.stack, id));
  }

  public newModelPackageGroup(name: string): sagemaker.CfnModelPackageGroup {
    return this.once('newModelPackageGroup', name, id =>
      inAnyRegion(new sagemaker.CfnModelPackageGroup(this.stack, id, { modelPackageGroupName: name })));
  }

  public vpc(name: string): ec2.IVpc {
    return this.once('vpc', name, id => ec2.Vpc.fromVpcAttributes(this.stack, id, {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['a'],
    }));
  }

  public secureParameter(name: string): ssm.IParameter {
    return this.once('secureParameter', name, id =>
      ssm.StringParameter.fromSecureStringParameterAttributes(this.stack, id, {
        parameterName: `/${name}`,
        encryptionKey: this.key(`${name}-key`),
      }));
  }

  public subnet(name: string, subnetId = 'subnet-0123456789abcdef0'): ec2.ISubnet {
    return this.once('subnet', name, id => ec2.Subnet.fromSubnetId(this.stack, id, subnetId));
  }

  public securityGroup(name: string): ec2.ISecurityGroup {
    return this.once('securityGroup', name, id =>
      ec2.SecurityGroup.fromSecurityGroupId(this.stack, id, 'sg-0123456789abcdef0'));
  }

  public keyPair(name: string): ec2.IKeyPair {
    return this.once('keyPair', name, id => ec2.KeyPair.fromKeyPairName(this.stack, id, name));
  }

  public hostedZone(name: string): route53.IHostedZone {
    return this.once('hostedZone', name, id => route53.HostedZone.fromHostedZoneId(this.stack, id, 'Z0123456789ABCDEF'));
  }

  public newSecret(name: string): secretsmanager.ISecret {
    return this.once('newSecret', name, id => new secretsmanager.Secret(this.stack, id));
  }

  public user(name: string): iam.IUser {
    return this.once('user', name, id => iam.User.fromUserName(this.stack, id, name));
  }

  public group(name: string): iam.IGroup {
    return this.once('group', name, id => iam.Group.fromGroupName(this.stack, id, name));
  }

  private arn(service: string, resource: string, resourceName: string): string {
    return this.stack.formatArn({ service, resource, resourceName });
  }

  private once<T>(kind: string, name: string, make: (id: string) => T): T {
    const id = `Given-${kind}-${name}`;
    return (this.stack.node.tryFindChild(id) as T | undefined) ?? make(id);
  }
}

/** A resource that is here for its ARN only, also in regions that do not have its type. */
function inAnyRegion<T extends CfnResource>(resource: T): T {
  Validations.of(resource).acknowledge({ id: 'CloudFormation-Validate::F3006', reason: 'only its ARN is of use' });
  return resource;
}

/** Gives each key a unique id, so that no test confuses two keys. */
export function keyId(name: string): string {
  const hex = Buffer.from(name).toString('hex').slice(0, 32).padEnd(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
