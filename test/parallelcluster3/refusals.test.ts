import { Aws, Stack } from 'aws-cdk-lib';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterHeadNodeRoleProps,
  ParallelClusterIamAccess, ParallelClusterImageBuilderRole, ParallelClusterImageCleanupRole,
  ParallelClusterLambdaFunctionsRole, ParallelClusterLoginNodeRole, ParallelClusterPermissionsBoundary,
  ParallelClusterSlurmdbdRoleProps, ParallelClusterSlurmdbdRole, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../src';
import { fakeReference, Identifier } from '../support/fake-references';
import { Fixtures } from '../support/given';
import { synthesize, synthesizeRole } from '../support/synthesize';

// Values that would grant more than the resources of an option, or nothing: each kind is an error.

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };
const build = (construct: (stack: Stack) => unknown) => () => synthesize(stack => {
  construct(stack);
}, ENV);

type Options<P> = Partial<Record<keyof P, unknown>>;
const head = (props: Options<ParallelClusterHeadNodeRoleProps>) => (stack: Stack) =>
  new ParallelClusterHeadNodeRole(stack, 'Role', { slurm: {}, ...props } as ParallelClusterHeadNodeRoleProps);
const user = (props: Options<ParallelClusterUserPolicyProps>) => (stack: Stack) =>
  new ParallelClusterUserPolicy(stack, 'User', { createClusters: {}, ...props } as ParallelClusterUserPolicyProps);
const slurmdbd = (options: Options<ParallelClusterSlurmdbdRoleProps>) => (stack: Stack) => {
  const given = new Fixtures(stack);
  const required = { databasePassword: given.secret('a'), mungeKey: given.secret('b'), subnet: given.subnet('c') };
  return new ParallelClusterSlurmdbdRole(stack, 'Role', { ...required, ...options as ParallelClusterSlurmdbdRoleProps });
};

const ROLE = ['roleArn', 'arn:aws:iam::111122223333:role/NAME'] as const;
const POLICY = ['policyArn', 'arn:aws:iam::111122223333:policy/NAME'] as const;
const SECRET = ['secretId', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:NAME'] as const;
const PARAMETER = ['parameterArn', 'arn:aws:ssm:eu-central-1:111122223333:parameter/NAME'] as const;
const BUCKET = ['bucketArn', 'arn:aws:s3:::NAME'] as const;
const EFS = ['fileSystemArn', 'arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/NAME'] as const;
const SUBNET = ['subnetId', 'subnet-NAME'] as const;
const HOSTED_ZONE = ['hostedZoneId', 'NAME'] as const;
const KEY_PAIR = ['keyName', 'NAME'] as const;

/** Every option that takes a CDK object, with the property that identifies the object. */
const OBJECTS: readonly (readonly [
  option: string, object: readonly [property: Identifier, identifier: string],
  construct: (object: never) => (stack: Stack) => unknown,
])[] = [
  ['slurm.computeRoles[0]', ROLE, object => head({ slurm: { computeRoles: [object] } })],
  ['awsBatch.jobRoles[0]', ROLE, object => head({ awsBatch: { jobRoles: [object] }, version: ParallelClusterVersion.V3_15 })],
  ['slurm.subnets[0]', SUBNET, object => head({ slurm: { subnets: [object] } })],
  ['slurm.keyPair', KEY_PAIR, object => head({ slurm: { keyPair: object } })],
  ['slurm.hostedZone', HOSTED_ZONE, object => head({ slurm: { hostedZone: object } })],
  ['secrets.directoryPassword', SECRET, object => head({ secrets: { directoryPassword: object } })],
  ['secrets.databasePassword', SECRET, object => head({ secrets: { databasePassword: object } })],
  ['secrets.mungeKey', SECRET, object => head({ secrets: { mungeKey: object } })],
  ['secrets.directoryPasswordParameter', PARAMETER, object => head({ secrets: { directoryPasswordParameter: object } })],
  ['customS3Bucket.bucket', BUCKET, object => head({ customS3Bucket: { bucket: object } })],
  ['efs.fileSystems[0]', EFS, object => head({ efs: { fileSystems: [object] } })],
  ['slurm.hostedZone', HOSTED_ZONE, object => stack =>
    new ParallelClusterLambdaFunctionsRole(stack, 'Role', { slurm: { hostedZone: object } })],
  ['mungeKey', SECRET, object => slurmdbd({ mungeKey: object })],
  ['subnet', SUBNET, object => slurmdbd({ subnet: object })],
  ['iamAccess.roles[0]', ROLE, object => user({ iamAccess: ParallelClusterIamAccess.restricted([object]) })],
  ['iamAccess.boundary', POLICY, object => user({ iamAccess: ParallelClusterIamAccess.withinBoundary(object) })],
  ['iamAccess.additionalPolicies[0]', POLICY, object => user({ iamAccess: ParallelClusterIamAccess.privileged([object]) })],
  ['secrets.passwords[0]', SECRET, object => user({ secrets: { passwords: [object] } })],
  ['secrets.mungeKeys[0]', SECRET, object => user({ secrets: { mungeKeys: [object] } })],
  ['secrets.passwordParameters[0]', PARAMETER, object => user({ secrets: { passwordParameters: [object] } })],
  ['storage.buckets[0]', BUCKET, object => user({ storage: { buckets: [object] } })],
  ['createClusters.efs.fileSystems[0]', EFS, object => user({ createClusters: { efs: { fileSystems: [object] } } })],
];

const WIDE = ['*', 'a*', 'a?b', '${aws:username}', '${aws:PrincipalTag/team}'];

describe.each(OBJECTS)("'%s'", (option, [property, identifier], construct) => {
  const given = (text: string) => build(construct(fakeReference(property, text)));

  test.each(WIDE)('rejects an object with the name %s', name => {
    expect(given(identifier.replace('NAME', name))).toThrow(
      new RegExp(`^Stack/\\w+: '${escaped(option)}' must be .*, without wildcards and policy variables, got`));
  });

  test('rejects a wildcard before a token', () => {
    expect(given(identifier.replace('NAME', `a*${Aws.STACK_NAME}`))).toThrow(`'${option}' must be`);
  });

  test('rejects an object of another kind', () => {
    const other = property === 'bucketArn' ? 'arn:aws:s3:::bucket/folder' : 'arn:aws:sqs:eu-central-1:111122223333:q';
    expect(given(other)).toThrow(new RegExp(`'${escaped(option)}' must be .*, got .*: it must have the form`));
  });
});

test.each(OBJECTS.filter(([, [property]]) => property === 'roleArn'))(
  "'%s' rejects a role in another account, which can never be passed", (option, _object, construct) => {
    const roleArn = 'arn:aws:iam::444455556666:role/other';
    expect(build(construct(fakeReference('roleArn', roleArn)))).toThrow(
      `'${option}' must be a role of the stack's account 111122223333, got '${roleArn}' of account 444455556666: ` +
        'roles are never passed to another account');
  });

/** Every option that takes a text, with a valid one. */
const TEXTS: readonly (readonly [
  option: string, legal: string, construct: (text: string) => (stack: Stack) => unknown,
])[] = [
  ['clusterName', 'hpc', text => head({ clusterName: text })],
  ['clusterName', 'hpc', text => stack => new ParallelClusterComputeNodeRole(stack, 'Role', { clusterName: text })],
  ['pools[0]', 'login', text => stack => new ParallelClusterLoginNodeRole(stack, 'Role', { pools: [text] })],
  ['generatedRolePath', '/hpc/', text => head({ generatedRolePath: text })],
  ['slurm.imageIds[0]', 'ami-0123456789abcdef0', text => head({ slurm: { imageIds: [text] } })],
  ['slurm.capacityReservations[0]', 'cr-0123456789abcdef0', text => head({ slurm: { capacityReservations: [text] } })],
  ['slurm.capacityReservationGroups[0]', 'arn:aws:resource-groups:eu-central-1:111122223333:group/reserved',
    text => head({ slurm: { capacityReservationGroups: [text] } })],
  ['regions[0]', 'eu-central-1', text => user({ regions: [text] })],
  ['resourcePrefix.path', '/hpc/', text => user({ resourcePrefix: { path: text } })],
  ['resourcePrefix.namePrefix', 'hpc-', text => user({ resourcePrefix: { namePrefix: text } })],
  ['resourcePrefix.path', '/hpc/', text => stack =>
    new ParallelClusterPermissionsBoundary(stack, 'Boundary', { resourcePrefix: { path: text } })],
];

describe.each(TEXTS)("the text '%s'", (option, legal, construct) => {
  test.each(['*', '?', '${aws:username}'])('rejects %s before and after a token', wide => {
    expect(build(construct(`${legal}${wide}${Aws.STACK_NAME}`))).toThrow(`'${option}' must be`);
    expect(build(construct(`${Aws.STACK_NAME}${wide}`))).toThrow(`'${option}' must be`);
  });

  test('accepts a valid text, and a token alone', () => {
    expect(build(construct(legal))).not.toThrow();
    expect(build(construct(Aws.STACK_NAME))).not.toThrow();
  });
});

test.each([
  ['capacityReservations', 'arn:aws:sqs:eu-central-1:111122223333:capacity-reservation/cr-0123456789abcdef0'],
  ['capacityReservations', `arn:${Aws.PARTITION}:ec2:${Aws.REGION}:${Aws.ACCOUNT_ID}:instance/i-0123456789abcdef0`],
  ['capacityReservations', 'arn:aws:ec2:eu-central-1:111122223333:capacity-reservation/*'],
  ['capacityReservationGroups', 'arn:aws:ec2:eu-central-1:111122223333:group/reserved'],
  ['capacityReservationGroups', `arn:${Aws.PARTITION}:resource-groups:${Aws.REGION}:${Aws.ACCOUNT_ID}:group/*`],
])("'slurm.%s' rejects the ARN of another kind: %s", (option, arn) => {
  expect(build(head({ slurm: { [option]: [arn] } }))).toThrow(`'slurm.${option}[0]' must be the `);
});

test.each([
  ['capacityReservations', `arn:${Aws.PARTITION}:ec2:${Aws.REGION}:444455556666:capacity-reservation/cr-0123456789abcdef0`],
  ['capacityReservations', `arn:aws:ec2:eu-central-1:${Aws.ACCOUNT_ID}:capacity-reservation/${Aws.STACK_NAME}`],
  ['capacityReservationGroups', `arn:${Aws.PARTITION}:resource-groups:${Aws.REGION}:${Aws.ACCOUNT_ID}:group/reserved`],
])("'slurm.%s' accepts an ARN with tokens: %s", (option, arn) => {
  expect(build(head({ slurm: { [option]: [arn] } }))).not.toThrow();
});

describe('a misspelt option', () => {
  const cluster = { clustername: 'research', version: ParallelClusterVersion.V3_15 };
  const slurm = {};

  test.each<[string, string, (stack: Stack) => unknown]>([
    ['clustername', 'clusterName', stack => new ParallelClusterHeadNodeRole(stack, 'Role', { ...cluster, slurm })],
    ['clustername', 'clusterName', stack => new ParallelClusterComputeNodeRole(stack, 'Role', { ...cluster })],
    ['clustername', 'clusterName', stack => new ParallelClusterLoginNodeRole(stack, 'Role', { ...cluster })],
    ['clustername', 'clusterName', stack => new ParallelClusterLambdaFunctionsRole(stack, 'Role', { ...cluster, slurm })],
    ['verison', 'version', stack => new ParallelClusterImageCleanupRole(stack, 'Role', { verison: 1 } as object)],
    ['script', 'scripts', stack => new ParallelClusterImageBuilderRole(stack, 'Role', { script: 1 } as object)],
    ['computRoles', 'computeRoles', head({ slurm: { computRoles: [] } })],
    ['jobRole', 'jobRoles', head({ awsBatch: { jobRole: [] }, version: ParallelClusterVersion.V3_15 })],
    ['databasepassword', 'databasePassword', head({ secrets: { databasepassword: {} } })],
    ['readible', 'readable', head({ s3Access: { readible: [] } })],
    ['fileSystem', 'fileSystems', head({ efs: { fileSystem: [] } })],
    ['encryptionkey', 'encryptionKey', stack =>
      head({ customS3Bucket: { bucket: new Fixtures(stack).bucket('artifacts'), encryptionkey: {} } })(stack)],
    ['location', 'locations', stack =>
      new ParallelClusterImageBuilderRole(stack, 'Role', { scripts: { location: [] } as never })],
    ['bucketkey', 'bucketKey', slurmdbd({ bucketkey: {} } as object)],
    ['awsbatch', 'awsBatch', user({ awsbatch: true } as object)],
    ['password', 'passwords', user({ secrets: { password: [] } })],
    ['bucket', 'buckets', user({ storage: { bucket: [] } })],
    ['dataRepositorys', 'dataRepositories', user({ createClusters: { fsxForLustre: { dataRepositorys: [] } } })],
    ['exportLocation', 'exportLocations', user({ logRetrieval: { exportLocation: [] } })],
    ['nameprefix', 'namePrefix', user({ resourcePrefix: { nameprefix: 'a' } })],
    ['imageBuilds', 'imageBuild', stack =>
      new ParallelClusterPermissionsBoundary(stack, 'Role', { imageBuilds: true } as object)],
  ])("rejects '%s' and suggests '%s'", (misspelt, meant, construct) => {
    expect(build(construct)).toThrow(
      new RegExp(`unknown option '(\\w+\\.)*${misspelt}', did you mean '(\\w+\\.)*${meant}'\\?$`));
  });

  test('accepts options of other constructs in a shared object', () => {
    const shared = { clusterName: 'research', slurm: {}, pools: ['login'], loginNodes: true };
    expect(build(stack => {
      new ParallelClusterHeadNodeRole(stack, 'Head', { ...shared });
      new ParallelClusterLoginNodeRole(stack, 'Login', { ...shared });
      new ParallelClusterUserPolicy(stack, 'User', { ...shared, createClusters: {} });
    })).not.toThrow();
  });
});

describe('a key option for a bucket with an encryption key', () => {
  type Role = ParallelClusterHeadNodeRole | ParallelClusterSlurmdbdRole;
  const keysOf = (construct: (given: Fixtures) => Role, sid: string) =>
    synthesizeRole(stack => construct(new Fixtures(stack)), ENV).all.find(({ Sid }) => Sid === sid)!.Resource;

  test('grants both keys of a custom bucket', () => {
    expect(keysOf(given => new ParallelClusterHeadNodeRole(given.stack, 'Role', {
      slurm: {}, customS3Bucket: { bucket: given.encryptedBucket('artifacts'), encryptionKey: given.key('artifacts') },
    }), 'CommonReadClusterKeys')).toHaveLength(2);
  });

  test('grants both keys of the bucket of the database daemon', () => {
    expect(keysOf(given => new ParallelClusterSlurmdbdRole(given.stack, 'Role', {
      databasePassword: given.secret('database'),
      mungeKey: given.secret('munge'),
      subnet: given.subnet('cluster'),
      bucket: S3Location.bucket(given.encryptedBucket('backups')),
      bucketKey: given.key('backups'),
    }), 'BucketUseKeys')).toHaveLength(2);
  });
});

function escaped(text: string): string {
  return text.replace(/[.[\]]/g, '\\$&');
}
