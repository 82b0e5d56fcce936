import { CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
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
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { keyArn } from '../../../../src/private/options/things/keys';
import { bindThing, Thing } from '../../../../src/private/options/things/thing';
import * as things from '../../../../src/private/options/things/things';

// L1s in place of L2s: they are references, too.

const inStack = () => new Stack(undefined, 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
const warningsOf = (stack: Stack) =>
  Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));

const TRUST = { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }] };
const DOCUMENT = { Statement: [] };
const attribute = (name: string) => ({ 'Fn::GetAtt': ['L1', name] });
const joined = (before: string, value: object) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, before, value]] });
const REF = { Ref: 'L1' };

type Case<T> = readonly [thing: Thing<T>, l1: (stack: Stack) => T, arn: unknown];
const of = <T>(...l1: Case<T>): Case<object> => l1 as unknown as Case<object>;

const L1S: Readonly<Record<string, Case<object>>> = {
  ASSUMABLE_ROLE: of(things.ASSUMABLE_ROLE, stack => new iam.CfnRole(stack, 'L1', { assumeRolePolicyDocument: TRUST }), attribute('Arn')),
  PASSABLE_ROLE: of(things.PASSABLE_ROLE, stack => new iam.CfnRole(stack, 'L1', { assumeRolePolicyDocument: TRUST }), attribute('Arn')),
  MANAGED_POLICY: of(things.MANAGED_POLICY, stack => new iam.CfnManagedPolicy(stack, 'L1', { policyDocument: DOCUMENT }), REF),
  OIDC_PROVIDER: of(things.OIDC_PROVIDER, stack => new iam.CfnOIDCProvider(stack, 'L1', { url: 'https://example.com' }), REF),
  INSTANCE_PROFILE: of(things.INSTANCE_PROFILE, stack => new iam.CfnInstanceProfile(stack, 'L1', { roles: [] }), attribute('Arn')),
  USER: of(things.USER, stack => new iam.CfnUser(stack, 'L1'), attribute('Arn')),
  GROUP: of(things.GROUP, stack => new iam.CfnGroup(stack, 'L1'), attribute('Arn')),
  BUCKET: of(things.BUCKET, stack => new s3.CfnBucket(stack, 'L1'), attribute('Arn')),
  QUEUE: of(things.QUEUE, stack => new sqs.CfnQueue(stack, 'L1'), attribute('Arn')),
  TOPIC: of(things.TOPIC, stack => new sns.CfnTopic(stack, 'L1'), REF),
  SECRET: of(things.SECRET, stack => new secretsmanager.CfnSecret(stack, 'L1'), REF),
  PARAMETER: of(things.PARAMETER, stack => new ssm.CfnParameter(stack, 'L1', { type: 'String', value: 'x' }),
    joined(':ssm:eu-central-1:111122223333:parameter/', REF)),
  REPOSITORY: of(things.REPOSITORY, stack => new ecr.CfnRepository(stack, 'L1'), attribute('Arn')),
  CODE_REPOSITORY: of(things.CODE_REPOSITORY, stack => new codecommit.CfnRepository(stack, 'L1', { repositoryName: 'code' }), attribute('Arn')),
  ALARM: of(things.ALARM, stack => new cloudwatch.CfnAlarm(stack, 'L1', { comparisonOperator: 'x', evaluationPeriods: 1 }), attribute('Arn')),
  EFS_FILE_SYSTEM: of(things.EFS_FILE_SYSTEM, stack => new efs.CfnFileSystem(stack, 'L1'), attribute('Arn')),
  GLUE_DATABASE: of(things.GLUE_DATABASE, stack => new glue.CfnDatabase(stack, 'L1', { catalogId: '1', databaseInput: {} }),
    joined(':glue:eu-central-1:111122223333:database/', REF)),
  SUBNET: of(things.SUBNET, stack => new ec2.CfnSubnet(stack, 'L1', { vpcId: 'vpc-1' }), joined(':ec2:eu-central-1:*:subnet/', REF)),
  SECURITY_GROUP: of(things.SECURITY_GROUP, stack => new ec2.CfnSecurityGroup(stack, 'L1', { groupDescription: 'jobs', vpcId: 'vpc-1' }), REF),
  VPC: of(things.VPC, stack => new ec2.CfnVPC(stack, 'L1'), joined(':ec2:eu-central-1:111122223333:vpc/', REF)),
  KEY_PAIR: of(things.KEY_PAIR, stack => new ec2.CfnKeyPair(stack, 'L1', { keyName: 'admin' }),
    joined(':ec2:eu-central-1:111122223333:key-pair/', REF)),
  HOSTED_ZONE: of(things.HOSTED_ZONE, stack => new route53.CfnHostedZone(stack, 'L1', { name: 'hpc' }), joined(':route53:::hostedzone/', REF)),
  FUNCTION: of(things.FUNCTION, stack => new lambda.CfnFunction(stack, 'L1', { role: 'r', code: {} }), attribute('Arn')),
  EMR_CLUSTER: of(things.EMR_CLUSTER, stack => new emr.CfnCluster(stack, 'L1', { name: 'c', instances: {}, jobFlowRole: 'n', serviceRole: 's' }),
    joined(':elasticmapreduce:eu-central-1:111122223333:cluster/', REF)),
  EKS_CLUSTER: of(things.EKS_CLUSTER, stack => new eks.CfnCluster(stack, 'L1', { roleArn: 'r', resourcesVpcConfig: { subnetIds: [] } }),
    attribute('Arn')),
  JOB_DEFINITION: of(things.JOB_DEFINITION, stack => new batch.CfnJobDefinition(stack, 'L1', { type: 'container' }), REF),
  JOB_QUEUE: of(things.JOB_QUEUE, stack => new batch.CfnJobQueue(stack, 'L1', { priority: 1 }), REF),
  COMPUTE_ENVIRONMENT: of(things.COMPUTE_ENVIRONMENT, stack => new batch.CfnComputeEnvironment(stack, 'L1', { type: 'MANAGED' }), REF),
  PROMETHEUS_WORKSPACE: of(things.PROMETHEUS_WORKSPACE, stack => new aps.CfnWorkspace(stack, 'L1'), REF),
};

test('each kind of resource has an L1', () => {
  const kinds = Object.entries<unknown>(things).filter(([, value]) => typeof value === 'object').map(([name]) => name);
  expect(Object.keys(L1S).sort()).toEqual(kinds.sort());
});

test.each(Object.entries(L1S))('%s: an L1 becomes its ARN', (_name, [thing, l1, arn]) => {
  const stack = inStack();
  const bound = bindThing(stack, 'option', l1(stack), thing);
  expect([stack.resolve(bound.arn), bound.keys, warningsOf(stack)]).toEqual([arn, [], []]);
});

test('the L1 of a key becomes its ARN, and that of an alias is rejected', () => {
  const stack = inStack();
  const key = new kms.CfnKey(stack, 'L1');
  expect(stack.resolve(keyArn(stack, 'option', key))).toEqual(attribute('Arn'));
  const alias = new kms.CfnAlias(stack, 'Alias', { aliasName: 'alias/data', targetKeyId: key.ref });
  expect(() => keyArn(stack, 'option', alias as never)).toThrow("Stack: 'option' must be a key, got the construct 'Stack/Alias' (kms.CfnAlias)");
});

test.each([['team/license', '/'], ['/team/license', '']])('the ARN of the L1 of a parameter has one slash before its name: %s', (name, slash) => {
  const stack = inStack();
  const parameter = new ssm.CfnParameter(stack, 'L1', { type: 'String', value: 'x', name });
  expect(stack.resolve(bindThing(stack, 'option', parameter, things.PARAMETER).arn))
    .toEqual(joined(`:ssm:eu-central-1:111122223333:parameter${slash}`, REF));
});

describe('a static reference', () => {
  test('to a bucket has no account, and causes no warning', () => {
    const stack = inStack();
    const bucket = s3.CfnBucket.fromBucketName(stack, 'L1', 'data');
    expect(stack.resolve(bindThing(stack, 'option', bucket, things.BUCKET).arn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::data']],
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  test.each([['db', '-??????'], ['db-a1B2c3', '']])('to the secret %s has the suffix if it is missing', (name, suffix) => {
    const stack = inStack();
    const arn = `arn:aws:secretsmanager:eu-central-1:111122223333:secret:${name}`;
    const secret = { secretRef: { secretId: arn }, env: { account: '111122223333', region: 'eu-central-1' } } as secretsmanager.ISecretRef;
    expect(bindThing(stack, 'option', secret, things.SECRET).arn).toBe(`${arn}${suffix}`);
  });
});

describe('the encryption key of an L1', () => {
  const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const ARN = `arn:aws:kms:eu-central-1:111122223333:key/${ID}`;

  type Encrypted = (stack: Stack, key: string) => readonly string[];
  const encrypted: readonly (readonly [what: string, keysOf: Encrypted])[] = [
    ['bucket', (stack, kmsMasterKeyId) => bindThing(stack, 'option', new s3.CfnBucket(stack, 'L1', {
      bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId } }] },
    }), things.BUCKET).keys],
    ['queue', (stack, kmsMasterKeyId) => bindThing(stack, 'option', new sqs.CfnQueue(stack, 'L1', { kmsMasterKeyId }), things.QUEUE).keys],
    ['topic', (stack, kmsMasterKeyId) => bindThing(stack, 'option', new sns.CfnTopic(stack, 'L1', { kmsMasterKeyId }), things.TOPIC).keys],
    ['secret', (stack, kmsKeyId) =>
      bindThing(stack, 'option', new secretsmanager.CfnSecret(stack, 'L1', { kmsKeyId }), things.SECRET).keys],
  ];

  const KEYS: readonly (readonly [what: string, key: (stack: Stack) => string, arn: unknown])[] = [
    ['a literal ARN', () => ARN, ARN],
    ['a literal ID', () => ID, { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:kms:eu-central-1:111122223333:key/${ID}`]] }],
    ['an attribute of a key', stack => new kms.CfnKey(stack, 'Key').attrArn, { 'Fn::GetAtt': ['Key', 'Arn'] }],
    ['a reference to a key', stack => new kms.CfnKey(stack, 'Key').ref, { 'Fn::GetAtt': ['Key', 'Arn'] }],
    ['a replica of a key', stack => new kms.CfnReplicaKey(stack, 'Key', { primaryKeyArn: ARN, keyPolicy: {} }).ref, { 'Fn::GetAtt': ['Key', 'Arn'] }],
    ['the ARN of an L2', stack => new kms.Key(stack, 'Key').keyArn, { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] }],
    ['a reference to an alias of the app',
      stack => new kms.CfnAlias(stack, 'Alias', { aliasName: 'alias/data', targetKeyId: new kms.CfnKey(stack, 'Key').attrArn }).ref,
      { 'Fn::GetAtt': ['Key', 'Arn'] }],
  ];

  describe.each(encrypted)('of a %s', (_what, keysOf) => {
    test.each(KEYS)('is included: %s', (_how, key, arn) => {
      const stack = inStack();
      expect(stack.resolve(keysOf(stack, key(stack)))).toEqual([arn]);
      expect(warningsOf(stack)).toEqual([]);
    });

    test.each([
      ['an alias', () => 'alias/data', "'alias/data'"],
      ['the ARN of an alias', () => 'arn:aws:kms:eu-central-1:111122223333:alias/data', "'arn:aws:kms:eu-central-1:111122223333:alias/data'"],
      ['a parameter', (stack: Stack) => new CfnParameter(stack, 'KeyId').valueAsString, "'<token>'"],
      ['another resource', (stack: Stack) => new sqs.CfnQueue(stack, 'Other').ref, "'<token>'"],
      ['a later value', () => Lazy.string({ produce: () => ID }), "'<token>'"],
    ])('causes a warning if it is not known: %s', (_how, key, shown) => {
      const stack = inStack();
      expect(keysOf(stack, key(stack))).toEqual([]);
      expect(warningsOf(stack)).toEqual([
        expect.stringContaining(`'option' is 'Stack/L1', whose encryption key is not known, got ${shown}: name the key in an option`),
      ]);
    });

    test('of another account causes a warning', () => {
      const stack = inStack();
      const other = ARN.replace('111122223333', '444455556666');
      expect(keysOf(stack, other)).toEqual([other]);
      expect(warningsOf(stack)).toEqual([expect.stringContaining("'option' names a resource of account 444455556666: the key policy there")]);
    });

    test('is not included if it is a pattern', () => {
      const stack = inStack();
      expect(keysOf(stack, 'arn:aws:kms:eu-central-1:111122223333:key/*')).toEqual([]);
      expect(warningsOf(stack)).toEqual([expect.stringContaining('whose encryption key is not known')]);
    });

    test('is not needed if AWS owns it', () => {
      const stack = inStack();
      expect(keysOf(stack, 'alias/aws/service')).toEqual([]);
      expect(warningsOf(stack)).toEqual([]);
    });
  });

  test.each<[string, s3.CfnBucketProps['bucketEncryption'], readonly string[]]>([
    ['no key', { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] }, []],
    ['no default', { serverSideEncryptionConfiguration: [{ bucketKeyEnabled: true }] }, []],
    ['a later configuration', Lazy.any({ produce: () => undefined }), ['a token']],
    ['later rules', { serverSideEncryptionConfiguration: Lazy.any({ produce: () => [] }) }, ['a token']],
  ])('of a bucket with %s is not included', (_what, bucketEncryption, shown) => {
    const stack = inStack();
    expect(bindThing(stack, 'option', new s3.CfnBucket(stack, 'L1', { bucketEncryption }), things.BUCKET).keys).toEqual([]);
    expect(warningsOf(stack)).toEqual(shown.map(what => expect.stringContaining(`not known, got ${what}: name the key`)));
  });
});
