import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { HERE, iamArn, inStack, Kind, kind, LATER, regional, THERE } from './kinds';
import { bindThing, Thing } from '../../../../src/private/options/things/thing';
import * as things from '../../../../src/private/options/things/things';
import { fakeReference } from '../../../support/fake-references';

const KINDS: Readonly<Record<string, Kind<object>>> = {
  ASSUMABLE_ROLE: kind({
    thing: things.ASSUMABLE_ROLE,
    imported: (_stack, arn) => fakeReference('roleArn', arn),
    right: [iamArn('role/r'), iamArn('role/a/b/r'), `arn:${LATER}:iam::${LATER}:role/${LATER}`],
    wrong: ['r', iamArn('role/r', '1'), iamArn('instance-profile/r'), iamArn('user/r'), iamArn('role/'), regional('iam', 'role/r'), `arn:${LATER}:iam::${HERE}:user/r`],
    there: [iamArn('role/r', THERE), 'accepts'],
  }),
  PASSABLE_ROLE: kind({
    thing: things.PASSABLE_ROLE,
    imported: (_stack, arn) => fakeReference('roleArn', arn),
    right: [iamArn('role/r')],
    wrong: [iamArn('instance-profile/r')],
    there: [iamArn('role/r', THERE), 'rejects'],
  }),
  MANAGED_POLICY: kind({
    thing: things.MANAGED_POLICY,
    imported: (stack, arn) => iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Thing', arn),
    right: [iamArn('policy/p'), iamArn('policy/service-role/p', 'aws'), `arn:${LATER}:iam::aws:policy/p`],
    wrong: ['p', iamArn('policy/'), iamArn('role/p'), 'arn:aws:iam:::policy/p'],
  }),
  OIDC_PROVIDER: kind({
    thing: things.OIDC_PROVIDER,
    imported: (_stack, arn) => fakeReference('oidcProviderArn', arn),
    right: [iamArn('oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A')],
    wrong: ['p', iamArn('oidc-provider/'), iamArn('saml-provider/p'), 'arn:aws:iam:::oidc-provider/p'],
    there: [iamArn('oidc-provider/p', THERE), 'rejects'],
  }),
  INSTANCE_PROFILE: kind({
    thing: things.INSTANCE_PROFILE,
    imported: (_stack, arn) => fakeReference('instanceProfileArn', arn),
    right: [iamArn('instance-profile/p'), iamArn('instance-profile/a/p')],
    wrong: [iamArn('role/p'), 'p'],
  }),
  USER: kind({
    thing: things.USER,
    imported: (_stack, userArn) => fakeReference('userArn', userArn),
    right: [iamArn('user/u'), iamArn('user/a/u')],
    wrong: [iamArn('group/u'), iamArn('role/u')],
  }),
  GROUP: kind({
    thing: things.GROUP,
    imported: (_stack, groupArn) => fakeReference('groupArn', groupArn),
    right: [iamArn('group/g')],
    wrong: [iamArn('user/g')],
  }),
  BUCKET: kind({
    thing: things.BUCKET,
    imported: (stack, bucketArn) => s3.Bucket.fromBucketAttributes(stack, 'Thing', { bucketArn, bucketName: 'data' }),
    right: ['arn:aws:s3:::data', 'arn:aws-cn:s3:::data.x-1', `arn:aws:s3:::data-${LATER}`],
    wrong: ['arn:aws:s3:::data/train', 'arn:aws:s3:::BUCKET', 'arn:aws:s3:::a b', regional('sqs', 'data')],
  }),
  QUEUE: kind({
    thing: things.QUEUE,
    imported: (stack, arn) => sqs.Queue.fromQueueArn(stack, 'Thing', arn),
    right: [regional('sqs', 'jobs'), `arn:aws:sqs:${LATER}:${LATER}:jobs`],
    wrong: [regional('sns', 'jobs'), regional('sqs', 'jobs:dead'), 'arn:aws:sqs:eu-central-1a:111122223333:jobs'],
    there: [regional('sqs', 'jobs', THERE), 'warns'],
  }),
  TOPIC: kind({
    thing: things.TOPIC,
    imported: (stack, arn) => sns.Topic.fromTopicArn(stack, 'Thing', arn),
    right: [regional('sns', 'alarms')],
    wrong: [regional('sqs', 'alarms'), regional('sns', 'alarms:1111-subscription')],
    there: [regional('sns', 'alarms', THERE), 'warns'],
  }),
  SECRET: kind({
    thing: things.SECRET,
    imported: (_stack, arn) => fakeReference('secretId', arn),
    right: [regional('secretsmanager', 'secret:db'), regional('secretsmanager', 'secret:team/db')],
    wrong: [regional('ssm', 'secret:db'), regional('secretsmanager', 'db')],
    there: [regional('secretsmanager', 'secret:db', THERE), 'warns'],
  }),
  PARAMETER: kind({
    thing: things.PARAMETER,
    imported: (_stack, arn) => fakeReference('parameterArn', arn),
    right: [regional('ssm', 'parameter/p'), regional('ssm', 'parameter/a/p'), regional('ssm', `parameter${LATER}`)],
    wrong: [regional('secretsmanager', 'parameter/p'), regional('ssm', 'document/p')],
    there: [regional('ssm', 'parameter/p', THERE), 'warns'],
  }),
  REPOSITORY: kind({
    thing: things.REPOSITORY,
    imported: (_stack, repositoryArn) => fakeReference('repositoryArn', repositoryArn),
    right: [regional('ecr', 'repository/train'), regional('ecr', 'repository/team/train')],
    wrong: [regional('ecr', 'repository/train:1'), regional('codecommit', 'train'), regional('ecr', 'train')],
    there: [regional('ecr', 'repository/train', THERE), 'warns'],
  }),
  CODE_REPOSITORY: kind({
    thing: things.CODE_REPOSITORY,
    imported: (stack, arn) => codecommit.Repository.fromRepositoryArn(stack, 'Thing', arn),
    right: [regional('codecommit', 'code')],
    wrong: [regional('ecr', 'repository/code'), regional('codecommit', 'code/branch')],
    there: [regional('codecommit', 'code', THERE), 'rejects'],
  }),
  ALARM: kind({
    thing: things.ALARM,
    imported: (_stack, arn) => fakeReference('alarmArn', arn),
    right: [regional('cloudwatch', 'alarm:a'), regional('cloudwatch', 'alarm:a: b/c')],
    wrong: [regional('cloudwatch', 'dashboard/a'), regional('sns', 'alarm:a')],
    there: [regional('cloudwatch', 'alarm:a', THERE), 'rejects'],
  }),
  EFS_FILE_SYSTEM: kind({
    thing: things.EFS_FILE_SYSTEM,
    imported: (_stack, fileSystemArn) => fakeReference('fileSystemArn', fileSystemArn),
    right: [regional('elasticfilesystem', 'file-system/fs-1')],
    wrong: [regional('fsx', 'file-system/fs-1'), regional('elasticfilesystem', 'access-point/fsap-1')],
    there: [regional('elasticfilesystem', 'file-system/fs-1', THERE), 'warns'],
  }),
  GLUE_DATABASE: kind({
    thing: things.GLUE_DATABASE,
    imported: (stack, name) => glue.CfnDatabase.fromDatabaseName(stack, 'Thing', name),
    right: ['sagemaker_featurestore', `features_${LATER}`],
    wrong: ['', 'a/b', regional('glue', 'database/features')],
  }),
  SECURITY_GROUP: kind({
    thing: things.SECURITY_GROUP,
    imported: (stack, id) => ec2.SecurityGroup.fromSecurityGroupId(stack, 'Thing', id),
    right: ['sg-0123', `sg-${LATER}`],
    wrong: ['vpc-0123', 'sg-1/x', regional('ec2', 'security-group/sg-0123')],
  }),
  SUBNET: kind({
    thing: things.SUBNET,
    imported: (stack, id) => ec2.Subnet.fromSubnetId(stack, 'Thing', id),
    right: ['subnet-0123', `subnet-${LATER}`],
    wrong: ['vpc-0123', 'subnet-1/x', regional('ec2', 'subnet/subnet-0123')],
  }),
  VPC: kind({
    thing: things.VPC,
    imported: (_stack, id) => fakeReference('vpcId', id),
    right: ['vpc-0123', `vpc-${LATER}`],
    wrong: ['subnet-0123', '0123', regional('ec2', 'vpc/vpc-0123')],
  }),
  KEY_PAIR: kind({
    thing: things.KEY_PAIR,
    imported: (stack, name) => ec2.KeyPair.fromKeyPairName(stack, 'Thing', name),
    right: ['admin', 'my key (1)', `admin-${LATER}`],
    wrong: ['', regional('ec2', 'key-pair/admin')],
  }),
  HOSTED_ZONE: kind({
    thing: things.HOSTED_ZONE,
    imported: (_stack, id) => fakeReference('hostedZoneId', id),
    right: ['Z0123', `Z${LATER}`],
    wrong: ['arn:aws:route53:::hostedzone/Z0123', '/hostedzone/Z0123', 'z-1'],
  }),
  FUNCTION: kind({
    thing: things.FUNCTION,
    imported: (stack, functionArn) => lambda.Function.fromFunctionAttributes(stack, 'Thing', { functionArn, sameEnvironment: true }),
    right: [regional('lambda', 'function:f'), regional('lambda', 'function:f:live'), regional('lambda', 'function:f:$LATEST')],
    wrong: [regional('lambda', 'layer:f'), regional('lambda', 'function:f:1:2')],
    there: [regional('lambda', 'function:f', THERE), 'warns'],
  }),
  EMR_CLUSTER: kind({
    thing: things.EMR_CLUSTER,
    imported: (_stack, id) => fakeReference('clusterId', id),
    right: ['j-2AXXXXXXGAPLF', `j-${LATER}`],
    wrong: ['spark', 'j-2axx', regional('elasticmapreduce', 'cluster/j-2AXXXXXXGAPLF')],
  }),
  EKS_CLUSTER: kind({
    thing: things.EKS_CLUSTER,
    imported: (_stack, clusterArn) => fakeReference('clusterArn', clusterArn),
    right: [regional('eks', 'cluster/c')],
    wrong: [regional('ecs', 'cluster/c'), regional('eks', 'nodegroup/c')],
    there: [regional('eks', 'cluster/c', THERE), 'rejects'],
  }),
  JOB_DEFINITION: kind({
    thing: things.JOB_DEFINITION,
    imported: (_stack, arn) => fakeReference('jobDefinitionArn', arn),
    right: [regional('batch', 'job-definition/d'), regional('batch', 'job-definition/d:3')],
    wrong: [regional('batch', 'job-queue/d'), regional('batch', 'job-definition/d:x')],
    there: [regional('batch', 'job-definition/d', THERE), 'rejects'],
  }),
  JOB_QUEUE: kind({
    thing: things.JOB_QUEUE,
    imported: (stack, arn) => batch.JobQueue.fromJobQueueArn(stack, 'Thing', arn),
    right: [regional('batch', 'job-queue/q')],
    wrong: [regional('batch', 'job-definition/q')],
    there: [regional('batch', 'job-queue/q', THERE), 'rejects'],
  }),
  COMPUTE_ENVIRONMENT: kind({
    thing: things.COMPUTE_ENVIRONMENT,
    imported: (_stack, arn) => fakeReference('computeEnvironmentArn', arn),
    right: [regional('batch', 'compute-environment/e')],
    wrong: [regional('batch', 'job-queue/e'), 'e'],
    there: [regional('batch', 'compute-environment/e', THERE), 'rejects'],
  }),
  PROMETHEUS_WORKSPACE: kind({
    thing: things.PROMETHEUS_WORKSPACE,
    imported: (_stack, arn) => fakeReference('workspaceArn', arn),
    right: [regional('aps', 'workspace/w')],
    wrong: [regional('grafana', '/workspaces/w'), regional('aps', 'scraper/w'), 'w'],
    there: [regional('aps', 'workspace/w', THERE), 'rejects'],
  }),
};

const bind = (of: Kind<object>, identifier: string, stack = inStack()) =>
  bindThing(stack, 'option', of.imported(stack, identifier), of.thing);
const warningsOf = (stack: Stack) =>
  Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cdk-platform-iam')).map(({ entry }) => String(entry.data));

test('the table has every kind of resource', () => {
  const kinds = Object.entries<unknown>(things).filter(([, value]) => typeof value === 'object').map(([name]) => name);
  expect(Object.keys(KINDS).sort()).toEqual(kinds.sort());
});

describe.each(Object.entries(KINDS))('%s', (_name, of) => {
  test.each(of.right)('accepts %j', identifier => {
    const stack = inStack();
    expect(bind(of, identifier, stack).arn).toContain(identifier);
    expect(warningsOf(stack)).toEqual([]);
  });

  test.each(of.wrong)('rejects %j, which is of another kind', identifier => {
    expect(() => bind(of, identifier)).toThrow(`Stack: 'option' must be ${of.thing.what}, got '`);
    expect(() => bind(of, identifier)).toThrow(`it must have the form ${of.thing.form[1]}`);
  });

  test.each(['*', 'a*', 'a?b', '${aws:username}', '${aws:PrincipalTag/team}'])('rejects %j in a name', pattern => {
    const [right] = of.right;
    for (const identifier of [`${right}${pattern}`, `${right}-${LATER}${pattern}`]) {
      expect(() => bind(of, identifier)).toThrow(
        `Stack: 'option' must be ${of.thing.what}, without wildcards and policy variables, got '`,
      );
    }
  });

  test('rejects a string, and suggests the import', () => {
    const { what, fromArn, fromName } = of.thing;
    const stack = inStack();
    expect(() => bindThing(stack, 'option', 'name' as never, of.thing))
      .toThrow(`Stack: 'option' must be ${what}, got "name": pass ${fromName ?? fromArn}`);
    expect(() => bindThing(stack, 'option', new CfnParameter(stack, 'Name') as never, of.thing))
      .toThrow(`(CfnParameter): pass ${fromName ?? fromArn} with its valueAsString`);
    expect(() => bindThing(stack, 'option', 'arn:aws:x:::y' as never, of.thing))
      .toThrow(`Stack: 'option' must be ${what}, got "arn:aws:x:::y": pass ${fromArn ?? fromName}`);
  });

  test.each([[undefined, 'nothing'], [{}, '{}'], [inStack(), "the construct 'Stack' (Stack)"]])('rejects another object: %#', (value, text) => {
    expect(() => bindThing(inStack(), 'option', value as never, of.thing)).toThrow(`'option' must be ${of.thing.what}, got ${text}`);
  });

  if (of.there) {
    const [identifier, outcome] = of.there;
    test(`${outcome} one in another account`, () => {
      const stack = inStack();
      if (outcome === 'rejects') {
        expect(() => bind(of, identifier, stack)).toThrow(
          `Stack: 'option' must be ${of.thing.what} of the stack's account ${HERE}, got '${identifier}' of account ${THERE}: `,
        );
        return;
      }
      bind(of, identifier, stack);
      expect(warningsOf(stack)).toEqual(outcome === 'accepts' ? [] : [
        expect.stringContaining(`'option' names a resource of account ${THERE}: ${of.thing.otherAccount}`),
      ]);
    });
  }
});

describe('the ARN', () => {
  const stack = inStack();
  const arnOf = <T>(object: T, thing: Thing<T>) => stack.resolve(bindThing(stack, 'option', object, thing).arn) as unknown;

  test('of a secret that is known by its name includes the suffix', () => {
    const secret = secretsmanager.Secret.fromSecretNameV2(stack, 'Named', 'db');
    expect(JSON.stringify(arnOf(secret, things.SECRET))).toContain(':secret:db-??????');
  });

  test('of a secret that is known by its complete ARN is that ARN', () => {
    const secret = secretsmanager.Secret.fromSecretCompleteArn(stack, 'Complete', regional('secretsmanager', 'secret:db-AbCdEf'));
    expect(arnOf(secret, things.SECRET)).toBe(regional('secretsmanager', 'secret:db-AbCdEf'));
  });

  test('of a subnet has any owner, because subnets can be shared', () => {
    const subnet = ec2.Subnet.fromSubnetId(stack, 'Subnet', 'subnet-1');
    expect(JSON.stringify(arnOf(subnet, things.SUBNET))).toContain(':ec2:eu-central-1:*:subnet/subnet-1');
  });

  test.each<[string, () => unknown]>([
    ['a role', () => arnOf(new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }), things.PASSABLE_ROLE)],
    ['a bucket', () => arnOf(new s3.Bucket(stack, 'Bucket'), things.BUCKET)],
    ['a queue', () => arnOf(new sqs.Queue(stack, 'Queue'), things.QUEUE)],
    ['a repository', () => arnOf(new ecr.Repository(stack, 'Repository'), things.REPOSITORY)],
  ])('of %s in the app is its attribute', (_what, arn) => {
    expect(arn()).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Arn'] });
  });

  test('of an AWS managed policy is in the partition of the stack', () => {
    const policy = iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess');
    expect(arnOf(policy, things.MANAGED_POLICY)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/ReadOnlyAccess']],
    });
  });
});

describe('the encryption key', () => {
  const bindWith = (key: (stack: Stack) => kms.IKey) => {
    const stack = inStack();
    const encryptionKey = key(stack);
    const bucket = s3.Bucket.fromBucketAttributes(stack, 'Bucket', { bucketArn: 'arn:aws:s3:::data', encryptionKey });
    return bindThing(stack, 'bucket', bucket, things.BUCKET).keys;
  };

  test('is included with the resource', () => {
    const arn = regional('kms', 'key/1234');
    expect(bindWith(stack => kms.Key.fromKeyArn(stack, 'Key', arn))).toEqual([arn]);
  });

  test.each<[string, (stack: Stack, key: kms.IKey) => unknown]>([
    ['queue', (stack, encryptionMasterKey) => bindThing(stack, 'queue', new sqs.Queue(stack, 'Q', { encryptionMasterKey }), things.QUEUE).keys],
    ['topic', (stack, masterKey) => bindThing(stack, 'topic', new sns.Topic(stack, 'T', { masterKey }), things.TOPIC).keys],
    ['secret', (stack, encryptionKey) =>
      bindThing(stack, 'secret', new secretsmanager.Secret(stack, 'S', { encryptionKey }), things.SECRET).keys],
    ['parameter', (stack, encryptionKey) => bindThing(stack, 'parameter',
      ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'P', { parameterName: 'p', encryptionKey }), things.PARAMETER).keys],
  ])('is included with a %s', (_what, keysOf) => {
    const stack = inStack();
    const key = new kms.Key(stack, 'Key');
    expect(keysOf(stack, key)).toEqual([key.keyArn]);
  });

  test('is rejected by its path if it is an alias without its key', () => {
    expect(() => bindWith(stack => kms.Alias.fromAliasName(stack, 'Key', 'alias/data')))
      .toThrow("Stack: 'bucket.encryptionKey' must be a key, got the alias 'alias/data', whose key is not known");
  });
});
