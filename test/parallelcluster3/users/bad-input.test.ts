import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps,
  ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Given } from '../../support/given';
import { synthesize } from '../../support/synthesize';

type Props<T> = (stack: Stack) => T;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const user = (props: Props<ParallelClusterUserPolicyProps>) => () =>
  synthesize(stack => new ParallelClusterUserPolicy(stack, 'User', props(stack)), ENV);
const boundary = (props: Props<ParallelClusterPermissionsBoundaryProps>) => () =>
  synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', props(stack)), ENV);

const secret = (stack: Stack) => secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'munge');
const parameter = (stack: Stack) => ssm.StringParameter.fromStringParameterName(stack, 'Parameter', 'password');
const NOT_IN_3_2 = { version: ParallelClusterVersion.V3_2 };

test.each<[string, Props<ParallelClusterUserPolicyProps>, string]>([
  ['AWS Batch with ready-made roles', () => ({ awsBatch: true }),
    "'awsBatch' can't be had with 'iamAccess' restricted: clusters with AWS Batch make roles that no configuration takes. " +
      'Use ParallelClusterIamAccess.withinBoundary() or privileged()'],
  ['AWS Batch with named roles', stack => ({
    awsBatch: true, iamAccess: ParallelClusterIamAccess.restricted([new Given(stack).role('head')]),
  }), "'awsBatch' can't be had with 'iamAccess' restricted"],
  ['login nodes before 3.7', () => ({ version: ParallelClusterVersion.V3_6, loginNodes: true }),
    "'loginNodes' must not be set before ParallelCluster 3.7.0, got version 3.6.1: leave it out, or name a newer version"],
  ['a munge key before 3.8', stack => ({ version: ParallelClusterVersion.V3_7, secrets: { mungeKeys: [secret(stack)] } }),
    "'secrets.mungeKeys' must not be set before ParallelCluster 3.8.0, got version 3.7.2"],
  ['a parameter before 3.5.1', stack => ({
    version: ParallelClusterVersion.of('3.5.0'), secrets: { passwordParameters: [parameter(stack)] },
  }), "'secrets.passwordParameters' must not be set before ParallelCluster 3.5.1, got version 3.5.0"],
  ['a prefix before 3.4', () => ({ ...NOT_IN_3_2, resourcePrefix: { namePrefix: 'hpc-' } }),
    "'resourcePrefix' must not be set before ParallelCluster 3.4.0, got version 3.2.0"],
  ['a path without a slash at its end', () => ({ resourcePrefix: { path: '/hpc' } }),
    "'resourcePrefix.path' must be a path that starts and ends with '/', names something in between and has no wildcard, " +
      'got "/hpc"'],
  ['a path without a slash at its start', () => ({ resourcePrefix: { path: 'hpc/' } }), "'resourcePrefix.path' must be a path"],
  ['a path that is all paths', () => ({ resourcePrefix: { path: '/' } }), "'resourcePrefix.path' must be a path"],
  ['a path with a wildcard', () => ({ resourcePrefix: { path: '/h*/' } }), "'resourcePrefix.path' must be a path"],
  ['a path with a variable', () => ({ resourcePrefix: { path: '/${aws:username}/' } }), "'resourcePrefix.path' must be a path"],
  ['a long path', () => ({ resourcePrefix: { path: `/${'a'.repeat(511)}/` } }),
    "'resourcePrefix.path' must hold at most 512 characters, got 513"],
  ['a prefix over 30 characters', () => ({ resourcePrefix: { namePrefix: 'a'.repeat(31) } }),
    "'resourcePrefix.namePrefix' must be 1 to 30 characters of letters, digits and _+=,.@-"],
  ['a prefix with a wildcard', () => ({ resourcePrefix: { namePrefix: '*' } }), "'resourcePrefix.namePrefix' must be 1 to 30"],
  ['a prefix that says nothing', () => ({ resourcePrefix: {} }),
    "'resourcePrefix' must have a 'path', a 'namePrefix' or both, got {}: leave it out where there is none"],
  ['no roles in the list', () => ({ iamAccess: ParallelClusterIamAccess.restricted([]) }),
    "'iamAccess.roles' must not be empty: leave it out where all roles are under the path of clusters, got []"],
  ['a policy for ready-made roles', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([new Given(stack).managedPolicy('audit') as never]),
  }), "'iamAccess.roles[0]' must be a role, such as iam.Role: restricted() passes roles and attaches no policies"],
  ['all roles', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleName(stack, 'R', '*')]),
  }), "'iamAccess.roles[0]' must be one role, without wildcards"],
  ['a role that is none', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([
      iam.Role.fromRoleArn(stack, 'R', 'arn:aws:iam::111122223333:user/ann'),
    ]),
  }), "'iamAccess.roles[0]' must be one role, without wildcards, got 'arn:aws:iam::111122223333:user/ann'"],
  ['no additional policies in the list', () => ({ iamAccess: ParallelClusterIamAccess.privileged([]) }),
    "'iamAccess.additionalPolicies' must not be empty: leave it out where there is none, got []"],
  ['a boundary that is no policy', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(
      iam.ManagedPolicy.fromManagedPolicyArn(stack, 'B', 'arn:aws:iam::111122223333:role/boundary')),
  }), "'iamAccess.boundary' must be a managed policy, got 'arn:aws:iam::111122223333:role/boundary': pass one whose ARN is"],
  ['the name of a boundary', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromManagedPolicyArn(stack, 'B', 'boundary')),
  }), "'iamAccess.boundary' must be a managed policy, got 'boundary'"],
  ['an additional policy that is none', stack => ({
    iamAccess: ParallelClusterIamAccess.privileged([iam.ManagedPolicy.fromManagedPolicyArn(stack, 'P', 'audit')]),
  }), "'iamAccess.additionalPolicies[0]' must be a managed policy, got 'audit'"],
  ['a boundary with a wildcard, which no role has', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromManagedPolicyName(stack, 'B', 'hpc-*')),
  }), "'iamAccess.boundary' must be one managed policy, without wildcards, got 'arn:"],
  ['all policies of AWS', stack => ({
    iamAccess: ParallelClusterIamAccess.privileged([
      iam.ManagedPolicy.fromManagedPolicyArn(stack, 'P', 'arn:aws:iam::aws:policy/*'),
    ]),
  }), "'iamAccess.additionalPolicies[0]' must be one managed policy, without wildcards, got 'arn:aws:iam::aws:policy/*'"],
  ['the ARN of something else', stack => ({
    secrets: {
      passwords: [secretsmanager.Secret.fromSecretCompleteArn(stack, 'S', 'arn:aws:ssm:eu-central-1:1:parameter/munge-a1b2c3')],
    },
  }), "'secrets.passwords[0]' must be a secret with an ARN, got \"arn:aws:ssm:eu-central-1:1:parameter/munge-a1b2c3\""],
  ['the name of a secret for its ARN', () => ({ secrets: { mungeKeys: [{ secretArn: 'munge' } as never] } }), "'secrets.mungeKeys[0]' must be a secret with an ARN, got \"munge\": for a name use Secret.fromSecretNameV2()"],
  ['the name of a secret', () => ({ secrets: { passwords: ['directory' as never] } }),
    "'secrets.passwords[0]' must be a secret, such as secretsmanager.Secret.fromSecretNameV2(), got \"directory\""],
  ['no secrets', () => ({ secrets: {} }),
    "'secrets' must not be empty: leave it out where there is nothing to name, got {}"],
  ['no secrets in the list', () => ({ secrets: { passwords: [] } }), "'secrets.passwords' must not be empty"],
  ['no storage', () => ({ storage: {} }), "'storage' must not be empty"],
  ['no buckets in the list', () => ({ storage: { buckets: [] } }), "'storage.buckets' must not be empty"],
  ['no file systems in the list', () => ({ efs: { fileSystems: [] } }),
    "'efs.fileSystems' must not be empty: leave it out where clusters make their file systems, got []"],
  ['no file systems of FSx in the list', () => ({ fsxForLustre: { fileSystems: [] } }),
    "'fsxForLustre.fileSystems' must not be empty"],
  ['data repositories of existing file systems', stack => ({
    fsxForLustre: {
      fileSystems: [new Given(stack).lustre('scratch')],
      dataRepositories: [S3Location.uri('s3://data/')],
    },
  }), "'fsxForLustre.dataRepositories' can't be set together with 'fsxForLustre.fileSystems'"],
  ['no locations in the list', () => ({ logRetrieval: { exportLocations: [] } }),
    "'logRetrieval.exportLocations' must not be empty"],
  ['a region that is none', () => ({ region: 'Frankfurt' }),
    "'region' must be the name of one region such as 'eu-central-1', got \"Frankfurt\""],
  ['all regions by a wildcard', () => ({ region: '*' }), "'region' must be the name of one region"],
  ['an alias', stack => ({ storage: { keys: [kms.Alias.fromAliasName(stack, 'K', 'alias/data')] } }),
    "'storage.keys[0]' must be a key, got the alias 'alias/data'"],
  ['a list that is a token', () => ({ efs: { fileSystems: Token.asList({ Ref: 'X' }) as never } }),
    "'efs.fileSystems' must be a list whose elements are known at synthesis"],
  ['a Sid that collides', () => ({
    additionalStatements: [
      new iam.PolicyStatement({ sid: 'ClusterUseEc2', actions: ['s3:GetObject'], resources: ['*'] }),
    ],
  }), "'additionalStatements' has the Sid 'ClusterUseEc2'"],
  // What a cast or an untyped language lets through.
  ['null', () => null as never, "'props' must be an object of options, got null"],
  ['text for a version', () => ({ version: '3.15.1' as never }),
    "'version' must be a ParallelClusterVersion, such as ParallelClusterVersion.LATEST, got \"3.15.1\""],
  ['text for the access', () => ({ iamAccess: 'privileged' as never }),
    "'iamAccess' must be a ParallelClusterIamAccess, such as ParallelClusterIamAccess.restricted(), got \"privileged\""],
  ['text for a flag', () => ({ imageBuild: 'false' as never }), "'imageBuild' must be true or false, got \"false\""],
  ['text for Batch', () => ({ awsBatch: 'true' as never }), "'awsBatch' must be true or false"],
  ['text for login nodes', () => ({ loginNodes: 'true' as never }), "'loginNodes' must be true or false"],
  ['true for FSx', () => ({ fsxForLustre: true as never }), "'fsxForLustre' must be an object of options, got true"],
  ['true for logs', () => ({ logRetrieval: true as never }), "'logRetrieval' must be an object of options, got true"],
  ['text for a prefix', () => ({ resourcePrefix: 'hpc-' as never }), "'resourcePrefix' must be an object of options"],
  ['null for a prefix', () => ({ resourcePrefix: null as never }), "'resourcePrefix' must be an object of options"],
  ['null for secrets', () => ({ secrets: null as never }), "'secrets' must be an object of options, got null"],
  ['text for a bucket', () => ({ storage: { buckets: ['data' as never] } }),
    "'storage.buckets[0]' must be a bucket, such as s3.Bucket, got \"data\""],
  ['a bucket for a list', stack => ({ storage: { buckets: s3.Bucket.fromBucketName(stack, 'B', 'data') as never } }),
    "'storage.buckets' must be a list"],
  ['text for a file system', () => ({ efs: { fileSystems: ['fs-1' as never] } }),
    "'efs.fileSystems[0]' must be a file system, such as efs.FileSystem, got \"fs-1\""],
  ['text for a file system of FSx', () => ({ fsxForLustre: { fileSystems: ['fs-1' as never] } }),
    "'fsxForLustre.fileSystems[0]' must be a file system, such as fsx.LustreFileSystem"],
  ['text for a parameter', () => ({ secrets: { passwordParameters: ['p' as never] } }),
    "'secrets.passwordParameters[0]' must be a parameter, such as ssm.StringParameter"],
  ['text for a boundary', () => ({ iamAccess: ParallelClusterIamAccess.withinBoundary('boundary' as never) }),
    "'iamAccess.boundary' must be a managed policy, such as iam.ManagedPolicy, got \"boundary\""],
])('fails for %s', (_what, props, message) => {
  expect(user(props)).toThrow(/^Stack\/User: /);
  expect(user(props)).toThrow(message);
});

test.each<[string, Props<ParallelClusterPermissionsBoundaryProps>, string]>([
  ['a name that is none', () => ({ managedPolicyName: 'my boundary' }), "'managedPolicyName' must be 1 to 128 characters"],
  ['a path that is none', () => ({ path: 'hpc' }), "'path' must be '/', or start and end with '/', got \"hpc\""],
  ['statements that are none', () => ({ additionalStatements: [{} as never] }),
    "'additionalStatements[0]' must be an iam.PolicyStatement, got {}"],
  ['text for a flag', () => ({ awsBatch: 'false' as never }), "'awsBatch' must be true or false"],
  ['a prefix before 3.4', () => ({ ...NOT_IN_3_2, resourcePrefix: { path: '/hpc/' } }), "'resourcePrefix' must not be set before ParallelCluster 3.4.0"],
  ['no options', () => null as never, "'props' must be an object of options, got null"],
])('a boundary fails for %s', (_what, props, message) => {
  expect(boundary(props)).toThrow(/^Stack\/Boundary: /);
  expect(boundary(props)).toThrow(message);
});

test.each(['3', '3.1.0', '2.11.9', '3.15', 'latest'])("fails for the version '%s'", version => {
  expect(() => ParallelClusterVersion.of(version)).toThrow(
    `'version' must be a version of ParallelCluster 3 from 3.2.0 on, such as 3.15.1, got '${version}'`);
});

test.each([
  ['an empty folder of options', () => ({})],
  ['a flag that is off in an old version', () => ({ ...NOT_IN_3_2, loginNodes: false })],
  ['a path that a deployment knows', () => ({ resourcePrefix: { path: Lazy.string({ produce: () => '/hpc/' }) } })],
  ['a region that a deployment knows', (stack: Stack) => ({ region: stack.region })],
  ['a boundary of AWS', () => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess')),
  })],
])('takes %s', (_what, props: Props<ParallelClusterUserPolicyProps>) => {
  expect(user(props)).not.toThrow();
});
