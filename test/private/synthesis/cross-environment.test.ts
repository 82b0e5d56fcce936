import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { BeanstalkEc2Role, BeanstalkServiceRole, ImageSource, S3Location, SageMakerExecutionRole } from '../../../src';

// Roles that work with resources of another account or another region.

const HERE = { account: '111122223333', region: 'eu-central-1' };
const OTHER_ACCOUNT = { account: '444455556666', region: 'eu-central-1' };
const OTHER_REGION = { account: '111122223333', region: 'us-east-1' };

interface Stacks {
  readonly roles: Stack;
  readonly data: Stack;
}

/** Synthesizes a stack with roles, and one with data in another environment. */
function synthesize(env: typeof HERE, build: (stacks: Stacks) => void): Stacks {
  const app = new App({ analyticsReporting: false });
  const stacks = { roles: new Stack(app, 'Roles', { env: HERE }), data: new Stack(app, 'Data', { env }) };
  build(stacks);
  app.synth();
  return stacks;
}

const warningsOf = (stack: Stack) =>
  Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-platform-iam')).map(({ entry }) => String(entry.data));

const NAME = { roleName: 'lake-reader' };
const reader = ({ roles }: Stacks, bucket: s3.Bucket, props = {}) => new SageMakerExecutionRole(roles, 'Reader', {
  ...NAME,
  trainingJob: { inputs: [S3Location.prefix(bucket, 'raw/')], outputs: [S3Location.prefix(bucket, 'models/')] },
  ...props,
});
const byHand = ({ roles }: Stacks, bucket: s3.Bucket) => new iam.Role(roles, 'Reader', {
  ...NAME,
  assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
  inlinePolicies: {
    Data: new iam.PolicyDocument({
      statements: [new iam.PolicyStatement({
        actions: ['kms:Decrypt', 's3:GetObject'], resources: [bucket.encryptionKey!.keyArn, bucket.arnForObjects('*')],
      })],
    }),
  },
});

/** An encrypted bucket whose key admits the role by a condition: it need not exist yet. */
function lakeFor(stacks: Stacks, role: (stacks: Stacks, bucket: s3.Bucket) => iam.IRoleRef): void {
  const key = new kms.Key(stacks.data, 'Key');
  const bucket = new s3.Bucket(stacks.data, 'Lake', { bucketName: 'lake-444455556666', encryptionKey: key });
  key.addToResourcePolicy(new iam.PolicyStatement({
    principals: [new iam.AccountPrincipal(HERE.account)],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: { ArnEquals: { 'aws:PrincipalArn': role(stacks, bucket).roleRef.roleArn } },
  }));
}

const ARN_OF_READER = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:role/lake-reader']] };

describe.each([['account', OTHER_ACCOUNT], ['region', OTHER_REGION]])('a resource of another %s that names the role', (_what, env) => {
  test.each([['of the library', reader], ['that is written by hand', byHand]])('is accepted for a role %s: a key', (_how, role) => {
    const { data } = synthesize(env, stacks => lakeFor(stacks, role));
    Template.fromStack(data).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Condition: { ArnEquals: { 'aws:PrincipalArn': ARN_OF_READER } } })]) },
    });
  });

  test('is accepted: a repository', () => {
    const { roles, data } = synthesize(env, stacks => {
      const images = new ecr.Repository(stacks.data, 'Images', { repositoryName: 'train' });
      const { roleRef } = new SageMakerExecutionRole(stacks.roles, 'Trainer', {
        ...NAME, trainingJob: { outputs: [S3Location.uri('s3://models/')], images: [ImageSource.repository(images)] },
      });
      images.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.ArnPrincipal(roleRef.roleArn)], actions: ['ecr:BatchGetImage'],
      }));
    });
    Template.fromStack(data).hasResourceProperties('AWS::ECR::Repository', {
      RepositoryPolicyText: { Statement: [Match.objectLike({ Principal: { AWS: ARN_OF_READER } })] },
    });
    expect(JSON.stringify(Template.fromStack(roles).toJSON())).toContain(`:ecr:${env.region}:${env.account}:repository/train`);
  });

  test('is accepted: a trust policy that names a role there', () => {
    expect(() => synthesize(env, ({ roles, data }) => {
      const caller = new iam.Role(data, 'Caller', { roleName: 'caller', assumedBy: new iam.AccountRootPrincipal() });
      const { roleRef } = new BeanstalkServiceRole(roles, 'Service', {
        roleName: 'service', additionalPrincipals: [new iam.ArnPrincipal(caller.roleArn)],
      });
      caller.addToPolicy(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [roleRef.roleArn] }));
    })).not.toThrow();
  });

  test('is accepted: a bucket that grants the role access', () => {
    expect(() => synthesize(env, stacks => {
      const bucket = new s3.Bucket(stacks.data, 'Lake', { bucketName: 'lake-444455556666' });
      bucket.grantRead(reader(stacks, bucket));
    })).not.toThrow();
  });
});

test('a key of the same environment that names the role remains a circular dependency', () => {
  expect(() => synthesize(HERE, ({ roles }) => lakeFor({ roles, data: roles }, reader))).toThrow('circular dependency');
});

describe('a resource of another account', () => {
  test('causes one warning, however many options name it, which says what works', () => {
    const { roles } = synthesize(OTHER_ACCOUNT, stacks => lakeFor(stacks, reader));
    expect(warningsOf(roles)).toEqual([
      expect.stringMatching(/^'trainingJob\.outputs\[0\]' names a resource of account 444455556666: the bucket policy there .* 'aws:PrincipalArn'/),
      expect.stringMatching(/^'trainingJob\.outputs\[0\]\.encryptionKey' names a resource of account 444455556666: the key policy there/),
    ]);
  });
});

describe('a stack of another region that refers to the role', () => {
  const withModel = (props: object, role = reader) => synthesize(OTHER_REGION, stacks => {
    const bucket = s3.Bucket.fromBucketName(stacks.roles, 'Lake', 'lake');
    const { roleRef } = role(stacks, bucket as s3.Bucket, props);
    new sagemaker.CfnModel(stacks.data, 'Model', { executionRoleArn: roleRef.roleArn });
  });

  test('causes a warning', () => {
    expect(warningsOf(withModel({}).roles)).toEqual([
      expect.stringContaining("the stack 'Data' in us-east-1 refers to the role, whose permissions are for eu-central-1: add " +
        "'us-east-1' to 'regions' if the platform works there with the role"),
    ]);
  });

  test('causes none if the role is for that region', () => {
    const { roles } = withModel({ regions: ['eu-central-1', 'us-east-1'] });
    expect(warningsOf(roles)).toEqual([]);
    const template = JSON.stringify(Template.fromStack(roles).toJSON());
    expect(['eu-central-1', 'us-east-1'].map(region => template.includes(`:logs:${region}:111122223333:log-group:`))).toEqual([true, true]);
  });

  test('causes none if the permissions of the role do not depend on the region', () => {
    const { roles } = withModel({}, ({ roles: stack }) => new BeanstalkServiceRole(stack, 'Service', NAME) as never);
    expect(warningsOf(roles)).toEqual([]);
  });

  test('causes none for a policy that names the role', () => {
    expect(warningsOf(synthesize(OTHER_REGION, stacks => lakeFor(stacks, reader)).roles)).toEqual([]);
  });

  test('causes a warning if it refers to the instance profile', () => {
    const { roles } = synthesize(OTHER_REGION, stacks => {
      const { instanceProfileRef } = new BeanstalkEc2Role(stacks.roles, 'Instances', {
        webTier: {}, roleName: 'shop', instanceProfileName: 'shop',
      });
      new CfnOutput(stacks.data, 'Profile', { value: instanceProfileRef.instanceProfileArn });
    });
    expect(warningsOf(roles)).toEqual([expect.stringContaining("the stack 'Data' in us-east-1 refers to the role")]);
  });

  test('causes none if another construct gives the role the permissions of that region', () => {
    const { roles } = synthesize(OTHER_REGION, stacks => {
      const first = reader(stacks, s3.Bucket.fromBucketName(stacks.roles, 'Lake', 'lake') as s3.Bucket);
      new SageMakerExecutionRole(stacks.roles, 'Second', {
        existingRole: first, model: { modelData: [S3Location.uri('s3://lake/')] }, regions: ['us-east-1', 'eu-central-1'],
      });
      new CfnOutput(stacks.data, 'RoleArn', { value: first.roleRef.roleArn });
    });
    expect(warningsOf(roles)).toEqual([]);
  });

  test('causes a warning for an output, too: another tool may read it', () => {
    const { roles } = synthesize(OTHER_REGION, stacks => {
      const { roleRef } = reader(stacks, s3.Bucket.fromBucketName(stacks.roles, 'Lake', 'lake') as s3.Bucket);
      new CfnOutput(stacks.data, 'RoleArn', { value: roleRef.roleArn });
    });
    expect(warningsOf(roles)).toHaveLength(1);
  });
});
