import { Lazy, Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterPermissionsBoundaryProps,
  ParallelClusterUserPolicy, ParallelClusterUserPolicyProps, ParallelClusterVersion,
} from '../../../src';
import { fakeReference } from '../../support/fake-references';
import { Fixtures } from '../../support/given';
import { synthesize } from '../../support/synthesize';

type Props<T> = (stack: Stack) => T;
/** Users create clusters unless a row says what they do. */
const withClusters = (props: ParallelClusterUserPolicyProps): ParallelClusterUserPolicyProps =>
  props === null || 'createClusters' in props ? props : { createClusters: {}, ...props };

const LATEST = ParallelClusterVersion.LATEST.version;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const user = (props: Props<ParallelClusterUserPolicyProps>) => () =>
  synthesize(stack => new ParallelClusterUserPolicy(stack, 'User', withClusters(props(stack))), ENV);
const boundary = (props: Props<ParallelClusterPermissionsBoundaryProps>) => () =>
  synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', props(stack)), ENV);

const secret = (stack: Stack) => secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'munge');
const parameter = (stack: Stack) => ssm.StringParameter.fromStringParameterName(stack, 'Parameter', 'password');
const NOT_IN_3_2 = { version: ParallelClusterVersion.V3_2 };

test.each<[string, Props<ParallelClusterUserPolicyProps>, string]>([
  ['nothing that users do', () => ({ createClusters: undefined }),
    "name what the users do: 'createClusters', 'useClusters', 'imageBuild', 'logRetrieval'"],
  ['nothing that users do, by a flag', () => ({ createClusters: undefined, imageBuild: false }), 'name what the users do'],
  ['secrets without creating clusters', stack => ({
    createClusters: undefined, imageBuild: true, secrets: { passwords: [secret(stack)] },
  }), "'secrets' requires 'createClusters': leave it out, or add what the users do with it"],
  ['keys without creating anything', stack => ({
    createClusters: undefined, useClusters: {}, storage: { keys: [new Fixtures(stack).key('volumes')] },
  }), "'storage.keys' requires 'createClusters' or 'imageBuild'"],
  ['AWS Batch for people who read logs', () => ({
    createClusters: undefined, logRetrieval: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15,
  }), "'awsBatch' requires 'createClusters' or 'useClusters'"],
  ['a name that no cluster can have', () => ({ useClusters: { clusterNames: ['my_cluster'] } }),
    "'useClusters.clusterNames[0]' must be the name of a cluster: a letter, then up to 59 letters, digits and hyphens"],
  ['all clusters by a wildcard', () => ({ useClusters: { clusterNames: ['*'] } }),
    "'useClusters.clusterNames[0]' must be the name of a cluster"],
  ['no clusters', () => ({ useClusters: { clusterNames: [] } }), "'useClusters.clusterNames' must not be empty"],
  ['compute environments without AWS Batch', stack => ({
    createClusters: undefined, useClusters: { computeEnvironments: [new Fixtures(stack).computeEnvironment('PclusterComputeEnviron-1')] },
  }), "'useClusters.computeEnvironments' requires 'awsBatch': other clusters have none. Leave it out"],
  ['AWS Batch in a version without it', () => ({ awsBatch: {}, iamAccess: ParallelClusterIamAccess.privileged() }),
    `'awsBatch' ends with ParallelCluster 3.15, got version ${LATEST}: leave it out, or set 'version' to ` +
      'ParallelClusterVersion.V3_15 or older'],
  ['AWS Batch with restricted() access', () => ({ awsBatch: {}, version: ParallelClusterVersion.V3_15 }),
    "'awsBatch' cannot be combined with a restricted 'iamAccess': clusters with AWS Batch create roles that cannot be supplied " +
      'by configuration. Use ParallelClusterIamAccess.withinBoundary() or privileged()'],
  ['AWS Batch with restricted() access to listed roles', stack => ({
    awsBatch: {}, version: ParallelClusterVersion.V3_15, iamAccess: ParallelClusterIamAccess.restricted([new Fixtures(stack).role('head')]),
  }), "'awsBatch' cannot be combined with a restricted 'iamAccess'"],
  ['login nodes before 3.7', () => ({ version: ParallelClusterVersion.V3_6, createClusters: { loginNodes: true } }),
    "'createClusters.loginNodes' requires ParallelCluster 3.7.0 or newer, got version 3.6.1: leave it out, or set a newer version"],
  ['a munge key before 3.8', stack => ({ version: ParallelClusterVersion.V3_7, secrets: { mungeKeys: [secret(stack)] } }),
    "'secrets.mungeKeys' requires ParallelCluster 3.8.0 or newer, got version 3.7.2"],
  ['a parameter before 3.5.1', stack => ({
    version: ParallelClusterVersion.of('3.5.0'), secrets: { passwordParameters: [parameter(stack)] },
  }), "'secrets.passwordParameters' requires ParallelCluster 3.5.1 or newer, got version 3.5.0"],
  ['a prefix before 3.4', () => ({ ...NOT_IN_3_2, resourcePrefix: { namePrefix: 'hpc-' } }),
    "'resourcePrefix' requires ParallelCluster 3.4.0 or newer, got version 3.2.0"],
  ['a path without a trailing slash', () => ({ resourcePrefix: { path: '/hpc' } }),
    "'resourcePrefix.path' must be a path below '/' that starts and ends with '/' and has no wildcards, such as " +
      "'/team/', at most 512 characters, got \"/hpc\""],
  ['a path without a leading slash', () => ({ resourcePrefix: { path: 'hpc/' } }),
    "'resourcePrefix.path' must be a path"],
  ['the root path', () => ({ resourcePrefix: { path: '/' } }), "'resourcePrefix.path' must be a path"],
  ['a path with a wildcard', () => ({ resourcePrefix: { path: '/h*/' } }), "'resourcePrefix.path' must be a path"],
  ['a path with a policy variable', () => ({ resourcePrefix: { path: '/${aws:username}/' } }),
    "'resourcePrefix.path' must be a path"],
  ['a path that is too long', () => ({ resourcePrefix: { path: `/${'a'.repeat(511)}/` } }),
    "'resourcePrefix.path' must be a path below '/'"],
  ['a name prefix over 30 characters', () => ({ resourcePrefix: { namePrefix: 'a'.repeat(31) } }),
    "'resourcePrefix.namePrefix' must be 1 to 30 characters of letters, digits and _+=,.@-"],
  ['a prefix with a wildcard', () => ({ resourcePrefix: { namePrefix: '*' } }), "'resourcePrefix.namePrefix' must be 1 to 30"],
  ['an empty prefix', () => ({ resourcePrefix: {} }),
    "'resourcePrefix' must have a 'path', a 'namePrefix' or both, got {}: leave it out instead"],
  ['an empty list of roles', () => ({ iamAccess: ParallelClusterIamAccess.restricted([]) }),
    "'iamAccess.roles' must not be empty: leave it out instead, got []"],
  ['a policy in place of a role', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([new Fixtures(stack).managedPolicy('audit') as never]),
  }), "'iamAccess.roles[0]' must be a role (restricted() passes roles and attaches no policies), got the construct 'Stack/Given"],
  ['a wildcard in place of a role', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([iam.Role.fromRoleName(stack, 'R', '*')]),
  }), "'iamAccess.roles[0]' must be a role, without wildcards and policy variables, got"],
  ['an object in place of a role', stack => ({
    iamAccess: ParallelClusterIamAccess.restricted([
      iam.Role.fromRoleArn(stack, 'R', 'arn:aws:iam::111122223333:user/ann'),
    ]),
  }), "'iamAccess.roles[0]' must be a role, got 'arn:aws:iam::111122223333:user/ann': it must have the form arn:PARTITION"],
  ['an empty list of additional policies', () => ({ iamAccess: ParallelClusterIamAccess.privileged([]) }),
    "'iamAccess.additionalPolicies' must not be empty: leave it out instead, got []"],
  ['a boundary that is not a policy', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(
      iam.ManagedPolicy.fromManagedPolicyArn(stack, 'B', 'arn:aws:iam::111122223333:role/boundary')),
  }), "'iamAccess.boundary' must be a managed policy, got 'arn:aws:iam::111122223333:role/boundary': it must have the form arn:"],
  ['a name in place of a boundary', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromManagedPolicyArn(stack, 'B', 'boundary')),
  }), "'iamAccess.boundary' must be a managed policy, got 'boundary'"],
  ['an additional policy that is not a policy', stack => ({
    iamAccess: ParallelClusterIamAccess.privileged([iam.ManagedPolicy.fromManagedPolicyArn(stack, 'P', 'audit')]),
  }), "'iamAccess.additionalPolicies[0]' must be a managed policy, got 'audit'"],
  ['a boundary with a wildcard, which matches no role', stack => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromManagedPolicyName(stack, 'B', 'hpc-*')),
  }), "'iamAccess.boundary' must be a managed policy, without wildcards and policy variables, got 'arn:"],
  ['a wildcard for AWS managed policies', stack => ({
    iamAccess: ParallelClusterIamAccess.privileged([
      iam.ManagedPolicy.fromManagedPolicyArn(stack, 'P', 'arn:aws:iam::aws:policy/*'),
    ]),
  }), "'iamAccess.additionalPolicies[0]' must be a managed policy, without wildcards and policy variables, got 'arn:aws:iam::aws:policy/*'"],
  ['an ARN of another kind', stack => ({
    secrets: {
      passwords: [secretsmanager.Secret.fromSecretCompleteArn(stack, 'S', 'arn:aws:ssm:eu-central-1:1:parameter/munge-a1b2c3')],
    },
  }), "'secrets.passwords[0]' must be a secret, got 'arn:aws:ssm:eu-central-1:1:parameter/munge-a1b2c3': it must have the form"],
  ['a name in place of the ARN of a secret', () => ({ secrets: { mungeKeys: [fakeReference('secretId', 'munge')] } }),
    "'secrets.mungeKeys[0]' must be a secret, got 'munge': it must have the form arn:PARTITION:secretsmanager"],
  ['a name in place of a secret', () => ({ secrets: { passwords: ['directory' as never] } }),
    "'secrets.passwords[0]' must be a secret, got \"directory\": pass secretsmanager.Secret.fromSecretNameV2("],
  ['empty secrets', () => ({ secrets: {} }),
    "'secrets' must not be empty: leave it out if there is nothing to name, got {}"],
  ['an empty list of secrets', () => ({ secrets: { passwords: [] } }), "'secrets.passwords' must not be empty"],
  ['empty storage', () => ({ storage: {} }), "'storage' must not be empty"],
  ['an empty list of buckets', () => ({ storage: { buckets: [] } }), "'storage.buckets' must not be empty"],
  ['an empty list of file systems', () => ({ createClusters: { efs: { fileSystems: [] } } }),
    "'createClusters.efs.fileSystems' must not be empty: leave it out if clusters create their file systems, got []"],
  ['an empty list of data repositories', () => ({ createClusters: { fsxForLustre: { dataRepositories: [] } } }),
    "'createClusters.fsxForLustre.dataRepositories' must not be empty"],
  ['an empty list of locations', () => ({ logRetrieval: { exportLocations: [] } }),
    "'logRetrieval.exportLocations' must not be empty"],
  ['an invalid region', () => ({ regions: ['Frankfurt'] }),
    "'regions[0]' must be the name of one region, such as 'eu-central-1', got \"Frankfurt\""],
  ['a wildcard for the region', () => ({ regions: ['*'] }), "'regions[0]' must be the name of one region"],
  ['an alias', stack => ({ storage: { keys: [kms.Alias.fromAliasName(stack, 'K', 'alias/data')] } }),
    "'storage.keys[0]' must be a key, got the alias 'alias/data'"],
  ['a list that is a token', () => ({ createClusters: { efs: { fileSystems: Token.asList({ Ref: 'X' }) as never } } }),
    "'createClusters.efs.fileSystems' must be a list whose elements are known at synthesis"],
  ['a duplicate Sid', () => ({
    additionalStatements: [
      new iam.PolicyStatement({ sid: 'ClusterUseEc2', actions: ['s3:GetObject'], resources: ['*'] }),
    ],
  }), "'additionalStatements' has the Sid 'ClusterUseEc2'"],
  // The compiler rejects these; a cast or an untyped language does not.
  ['null', () => null as never, "'props' must be an object of options, got null"],
  ['text in place of a version', () => ({ version: '3.16.1' as never }),
    "'version' must be a ParallelClusterVersion, such as ParallelClusterVersion.LATEST, got \"3.16.1\""],
  ['text in place of iamAccess', () => ({ iamAccess: 'privileged' as never }),
    "'iamAccess' must be a ParallelClusterIamAccess, such as ParallelClusterIamAccess.restricted(), got \"privileged\""],
  ['text in place of a flag', () => ({ imageBuild: 'false' as never }),
    "'imageBuild' must be true or false, got \"false\""],
  ['text in place of awsBatch', () => ({ awsBatch: 'true' as never }), "'awsBatch' must be an object of options"],
  ['text in place of loginNodes', () => ({ createClusters: { loginNodes: 'true' as never } }),
    "'createClusters.loginNodes' must be true or false"],
  ['true in place of FSx options', () => ({ createClusters: { fsxForLustre: true as never } }),
    "'createClusters.fsxForLustre' must be an object of options, got true"],
  ['true in place of log options', () => ({ logRetrieval: true as never }),
    "'logRetrieval' must be an object of options, got true"],
  ['text in place of a prefix', () => ({ resourcePrefix: 'hpc-' as never }),
    "'resourcePrefix' must be an object of options"],
  ['null in place of a prefix', () => ({ resourcePrefix: null as never }),
    "'resourcePrefix' must be an object of options"],
  ['null in place of secrets', () => ({ secrets: null as never }), "'secrets' must be an object of options, got null"],
  ['text in place of a bucket', () => ({ storage: { buckets: ['data' as never] } }),
    "'storage.buckets[0]' must be a bucket, got \"data\": pass s3.Bucket.fromBucketName("],
  ['a bucket in place of a list',
    stack => ({ storage: { buckets: s3.Bucket.fromBucketName(stack, 'B', 'data') as never } }),
    "'storage.buckets' must be a list"],
  ['text in place of a file system', () => ({ createClusters: { efs: { fileSystems: ['fs-1' as never] } } }),
    "'createClusters.efs.fileSystems[0]' must be a file system of Amazon EFS, got \"fs-1\": pass efs.FileSystem.from"],
  ['text in place of a parameter', () => ({ secrets: { passwordParameters: ['p' as never] } }),
    "'secrets.passwordParameters[0]' must be a parameter, got \"p\": pass ssm.StringParameter.from"],
  ['text in place of a boundary', () => ({ iamAccess: ParallelClusterIamAccess.withinBoundary('boundary' as never) }),
    "'iamAccess.boundary' must be a managed policy, got \"boundary\": pass iam.ManagedPolicy.fromManagedPolicyName("],
])('rejects %s', (_what, props, message) => {
  expect(user(props)).toThrow(/^Stack\/User: /);
  expect(user(props)).toThrow(message);
});

test.each<[string, Props<ParallelClusterPermissionsBoundaryProps>, string]>([
  ['an invalid name', () => ({ managedPolicyName: 'my boundary' }), "'managedPolicyName' must be 1 to 128 characters"],
  ['an invalid path', () => ({ path: 'hpc' }), "'path' must be '/', or start and end with '/', without the wildcards"],
  ['an object in place of a statement', () => ({ additionalStatements: [{} as never] }),
    "'additionalStatements[0]' must be an iam.PolicyStatement, got {}"],
  ['text in place of a flag', () => ({ awsBatch: true as never }), "'awsBatch' must be an object of options, got true: use {}"],
  ['a prefix before 3.4', () => ({ ...NOT_IN_3_2, resourcePrefix: { path: '/hpc/' } }), "'resourcePrefix' requires ParallelCluster 3.4.0 or newer"],
  ['AWS Batch in a version without it', () => ({ awsBatch: {} }), `'awsBatch' ends with ParallelCluster 3.15, got version ${LATEST}`],
  ['no options', () => null as never, "'props' must be an object of options, got null"],
])('rejects %s of a permissions boundary', (_what, props, message) => {
  expect(boundary(props)).toThrow(/^Stack\/Boundary: /);
  expect(boundary(props)).toThrow(message);
});

test.each([
  ['a flag that is off in an old version', () => ({ ...NOT_IN_3_2, createClusters: { loginNodes: false } })],
  ['a path that is known at deployment', () => ({ resourcePrefix: { path: Lazy.string({ produce: () => '/hpc/' }) } })],
  ['a region that is known at deployment', (stack: Stack) => ({ regions: [stack.region] })],
  ['an AWS managed policy as boundary', () => ({
    iamAccess: ParallelClusterIamAccess.withinBoundary(iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess')),
  })],
])('accepts %s', (_what, props: Props<ParallelClusterUserPolicyProps>) => {
  expect(user(props)).not.toThrow();
});
