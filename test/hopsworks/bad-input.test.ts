import { Stack, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksInstanceProfile, HopsworksInstanceProfileProps,
  HopsworksRepositoryCreation, ImageSource, PolicyPlacement,
} from '../../src';
import { synthesize, SynthesisOptions } from '../support/synthesize';

const ENV: SynthesisOptions = { env: { account: '111122223333', region: 'eu-central-1' } };

const named = (stack: Stack, name = 'cluster') => s3.Bucket.fromBucketName(stack, 'Bucket', name);
const ofOtherAccount = (stack: Stack) =>
  s3.Bucket.fromBucketAttributes(stack, 'Other', { bucketName: 'other', account: '444455556666' });

type Profile = (stack: Stack) => Partial<HopsworksInstanceProfileProps>;
const profile = (props: Profile, options = ENV) => synthesize(stack => new HopsworksInstanceProfile(stack, 'Profile', {
  bucket: named(stack), ...props(stack),
}), options);

type Nodes = (stack: Stack) => Partial<HopsworksEksNodeRoleProps>;
const nodes = (props: Nodes) => synthesize(stack => new HopsworksEksNodeRole(stack, 'Nodes', {
  bucket: named(stack), projectImages: [ImageSource.anyRepository()], ...props(stack),
}), ENV);

test.each<[string, Profile, string]>([
  ['no bucket', () => ({ bucket: undefined }), "'bucket' must be a bucket, got nothing"],
  [
    'a name in place of a bucket',
    () => ({ bucket: 'cluster' as never }),
    "'bucket' must be a bucket, got \"cluster\": pass s3.Bucket.fromBucketName(scope, id, NAME)",
  ],
  [
    'the placeholder of the page',
    stack => ({ bucket: s3.Bucket.fromBucketName(stack, 'Any', 'BUCKET_NAME') }),
    "'bucket' must be a bucket, got 'arn:<token>:s3:::BUCKET_NAME': it must have the form arn:PARTITION:s3:::BUCKET, without a path",
  ],
  [
    'a wildcard for the bucket',
    stack => ({
      bucket: s3.Bucket.fromBucketAttributes(stack, 'Any', { bucketArn: 'arn:aws:s3:::*', bucketName: 'any' }),
    }),
    "'bucket' must be a bucket, without wildcards and policy variables, got 'arn:aws:s3:::*': list each one",
  ],
  [
    'backups in a bucket in another account',
    stack => ({ bucket: ofOtherAccount(stack) }),
    "'backups' requires a bucket in the stack's account, got one in account 444455556666: S3 lets only the owner",
  ],
  ['text in place of backups', () => ({ backups: 'false' as never }), "'backups' must be true or false, got \"false\""],
  ['text in place of a flag for the ACL', () => ({ objectAcl: 'public-read' as never }),
    "'objectAcl' must be true or false"],
  [
    'options of a registry that the cluster does not use',
    () => ({ containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NO_REGISTRY, images: ['base'] } }),
    "'containerRegistry.images' cannot be combined with 'containerRegistry.repositoryCreation' NO_REGISTRY: remove one of them",
  ],
  ['text in place of a flag for sessions', () => ({ systemsManager: 'yes' as never }),
    "'systemsManager' must be true or false"],
  [
    'an alias without its key',
    stack => ({ encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/cluster') }),
    "'encryptionKey' must be a key, got the alias 'alias/cluster'",
  ],
  [
    'a bucket with an alias without its key',
    stack => ({
      bucket: s3.Bucket.fromBucketAttributes(stack, 'Encrypted', {
        bucketName: 'cluster', encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/cluster'),
      }),
    }),
    "'bucket.encryptionKey' must be a key, got the alias 'alias/cluster'",
  ],
  [
    'a flag in place of the registry',
    () => ({ containerRegistry: true as never }),
    "'containerRegistry' must be an object of options, got true",
  ],
  ['null in place of the registry', () => ({ containerRegistry: null as never }),
    "'containerRegistry' must be an object"],
  ['a flag in place of CloudWatch options', () => ({ cloudWatch: true as never }),
    "'cloudWatch' must be an object of options, got true"],
  ['a name in place of EKS options', () => ({ eks: 'jobs' as never }),
    "'eks' must be an object of options, got \"jobs\""],
  ['empty EKS options', () => ({ eks: {} as never }), "'eks.clusterName' must be the name of an EKS cluster"],
  [
    'a wildcard for the EKS cluster',
    () => ({ eks: { clusterName: '*' } }),
    '\'eks.clusterName\' must be the name of an EKS cluster: 1 to 100 letters, digits, - and _, got "*"',
  ],
  [
    'an empty list of log groups',
    () => ({ cloudWatch: { logGroupPrefixes: [] } }),
    "'cloudWatch.logGroupPrefixes' must not be empty: leave it out instead, got []",
  ],
  [
    'a log group with a wildcard',
    () => ({ cloudWatch: { logGroupPrefixes: ['hopsworks*'] } }),
    "'cloudWatch.logGroupPrefixes[0]' must be what the names of log groups start with, such as '/my/application/'",
  ],
  [
    'an empty list of namespaces',
    () => ({ cloudWatch: { metricNamespaces: [] } }),
    "'cloudWatch.metricNamespaces' must not be empty",
  ],
  [
    'a namespace of only wildcards',
    () => ({ cloudWatch: { metricNamespaces: ['*'] } }),
    "'cloudWatch.metricNamespaces[0]' must be a CloudWatch namespace such as 'Churn/Training', not only wildcards, got \"*\"",
  ],
  [
    'an empty list of roles',
    () => ({ assumableRoles: [] }),
    "'assumableRoles' must not be empty: leave it out instead, got []",
  ],
  [
    'an ARN in place of a role',
    () => ({ assumableRoles: ['arn:aws:iam::111122223333:role/data' as never] }),
    "'assumableRoles[0]' must be a role, got \"arn:aws:iam",
  ],
  [
    'a wildcard for all roles, by ARN',
    stack => ({ assumableRoles: [iam.Role.fromRoleArn(stack, 'Every', 'arn:aws:iam::111122223333:role/*')] }),
    "'assumableRoles[0]' must be a role, without wildcards and policy variables, got 'arn:aws:iam::111122223333:role/*': list each one",
  ],
  [
    'a wildcard for all roles, by name',
    stack => ({ assumableRoles: [iam.Role.fromRoleName(stack, 'Every', 'data-*')] }),
    "'assumableRoles[0]' must be a role, without wildcards and policy variables, got 'arn:<token>:iam::111122223333:role/data-*'",
  ],
  [
    'an instance profile in place of a role',
    stack => ({
      assumableRoles: [
        iam.Role.fromRoleName(stack, 'Data', 'data'),
        iam.Role.fromRoleArn(stack, 'Wrong', 'arn:aws:iam::111122223333:instance-profile/data'),
      ],
    }),
    "'assumableRoles[1]' must be a role, got 'arn:aws:iam::111122223333:instance-profile/data': it must have the form arn:PARTITION:iam::ACCOUNT:role/NAME",
  ],
  [
    'an imported role with sessions',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'hopsworks'), systemsManager: true }),
    "'systemsManager' cannot be combined with the imported role 'Stack/Existing': the CDK can't attach AmazonSSMManagedInstanceCore, ",
  ],
  [
    'a placement that existing roles do not support',
    stack => ({
      existingRole: iam.Role.fromRoleName(stack, 'Existing', 'hopsworks'), policyPlacement: PolicyPlacement.INLINE,
    }),
    "'policyPlacement' must be SEPARATE together with 'existingRole'",
  ],
  // One case for each rule that all options of this kind share.
  [
    'a bucket with a path',
    stack => ({ bucket: s3.Bucket.fromBucketArn(stack, 'Path', 'arn:aws:s3:::cluster/data') }),
    "'bucket' must be a bucket, got 'arn:aws:s3:::cluster/data': it must have the form arn:PARTITION:s3:::BUCKET",
  ],
  [
    'a policy variable in the name of a bucket',
    stack => ({
      bucket: s3.Bucket.fromBucketAttributes(stack, 'Variable', {
        bucketArn: 'arn:aws:s3:::data-${aws:username}', bucketName: 'data',
      }),
    }),
    "'bucket' must be a bucket, without wildcards and policy variables, got 'arn:aws:s3:::data-${aws:username}'",
  ],
  [
    'the ARN of an alias',
    stack => ({ encryptionKey: kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:alias/cluster') }),
    "'encryptionKey' must be a key, got 'arn:aws:kms:eu-central-1:111122223333:alias/cluster': pass the key itself",
  ],
  [
    'a wildcard next to a token',
    () => ({ containerRegistry: { clusterId: `${Token.asString({ Ref: 'Id' })}*` } }),
    "'containerRegistry.clusterId' must be the id of a cluster: lower-case letters, digits, . _ and -, got \"<token>*\"",
  ],
  [
    'a policy variable in the name of an EKS cluster',
    () => ({ eks: { clusterName: '${aws:PrincipalTag/team}' } }),
    "'eks.clusterName' must be the name of an EKS cluster",
  ],
  ['a misspelt option', () => ({ cloudwatch: {} } as never), "unknown option 'cloudwatch', did you mean 'cloudWatch'?"],
  [
    'a misspelt option of a struct',
    () => ({ cloudWatch: { metricNamespace: ['A'] } as never }),
    "unknown option 'cloudWatch.metricNamespace', did you mean 'cloudWatch.metricNamespaces'?",
  ],
  [
    'a misspelt required option',
    () => ({ eks: { clustername: 'jobs' } as never }),
    "unknown option 'eks.clustername', did you mean 'eks.clusterName'?",
  ],
  ['an invalid name of the instance profile', () => ({ instanceProfileName: 'my profile' }),
    "'instanceProfileName' must be 1 to 128"],
])('rejects %s', (_what, props, message) => {
  expect(() => profile(props)).toThrow(`Stack/Profile: ${message}`);
});

test('rejects no properties', () => {
  expect(() => synthesize(stack => new HopsworksInstanceProfile(stack, 'Profile', undefined as never)))
    .toThrow("Stack/Profile: 'props' must be an object of options, got nothing");
});

test("rejects a role that EC2 can't assume", () => {
  expect(() => profile(stack => ({
    existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
  }))).toThrow("can't be assumed by ec2.amazonaws.com");
});

describe('the container registry', () => {
  test.each<[string, NonNullable<HopsworksInstanceProfileProps['containerRegistry']>, string]>([
    ['an account of eleven digits', { accountId: '11112222333' }, "accountId' must be an account of twelve digits, got \"11112222333\""],
    ['an account with hyphens', { accountId: '1111-2222-3333' }, "accountId' must be an account of twelve digits"],
    ['a number in place of an account', { accountId: 111122223333 as never },
      "accountId' must be an account of twelve digits, got 111122223333"],
    ['a name in place of the vendor account', { vendorAccountId: 'hopsworks' },
      "vendorAccountId' must be an account of twelve digits"],
    ['a wildcard for the region', { region: '*' },
      "region' must be the name of one region, such as 'eu-central-1', got \"*\""],
    ['a vendor region that does not exist', { vendorRegion: 'Frankfurt' },
      "vendorRegion' must be the name of one region"],
    ['a wildcard for all clusters', { clusterId: '*' }, "clusterId' must be the id of a cluster"],
    ['no images', { images: [] }, "images' must not be empty: leave it out instead, got []"],
    ['a wildcard for images', { images: ['*'] },
      "images[0]' must be the name of an image such as 'base', without tag, got \"*\""],
    ['an image with a tag', { images: ['base', 'git:3.7'] }, "images[1]' must be the name of an image"],
    ['images that are a token', { images: Token.asList({ Ref: 'Images' }) }, "images' must be a list whose elements are known"],
    ['text in place of repository creation', { repositoryCreation: 'no' as never },
      "repositoryCreation' must be one of HopsworksRepositoryCreation.ANYWHERE, HopsworksRepositoryCreation.IN_CLUSTER, "],
    [
      'repositories of a cluster without the cluster',
      { repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER },
      "repositoryCreation' requires 'containerRegistry.clusterId' if it is IN_CLUSTER: set it",
    ],
  ])('rejects %s', (_what, containerRegistry, message) => {
    expect(() => profile(() => ({ containerRegistry }))).toThrow(`Stack/Profile: 'containerRegistry.${message}`);
  });

  test.each<[string, NonNullable<HopsworksInstanceProfileProps['containerRegistry']>, string, string]>([
    [
      "the vendor's of the commercial regions in China", { vendorRegion: 'eu-west-1' }, 'cn-north-1',
      "vendorRegion' must be in the partition of the stack, aws-cn, got 'eu-west-1' of aws: a role has",
    ],
    [
      'one of GovCloud in a commercial region', { region: 'us-gov-west-1' }, 'us-east-1',
      "region' must be in the partition of the stack, aws, got 'us-gov-west-1' of aws-us-gov: a role has",
    ],
  ])('rejects a registry in another partition: %s', (_what, containerRegistry, region, message) => {
    expect(() => profile(() => ({ containerRegistry }), { env: { account: '111122223333', region } }))
      .toThrow(`Stack/Profile: 'containerRegistry.${message}`);
  });

  test('accepts tokens', () => {
    const containerRegistry = { accountId: Token.asString({ Ref: 'Account' }), clusterId: Token.asString({ Ref: 'Id' }) };
    const { template } = profile(() => ({ containerRegistry }));
    expect(JSON.stringify(template)).toContain('":ecr:eu-central-1:",{"Ref":"Account"},":repository/",{"Ref":"Id"},"/base"');
  });

  test('warns of a registry in another account, whose repository policies must allow the role', () => {
    expect(profile(() => ({ containerRegistry: { accountId: '444455556666' } })).warnings).toEqual([
      expect.stringMatching(/^'containerRegistry.accountId' names a resource of account 444455556666: the repository pol/),
    ]);
  });

  test.each(['cn-north-1', 'us-gov-west-1'])('warns that no registry of the vendor is known in %s', region => {
    const { warnings } = profile(() => ({}), { env: { account: '111122223333', region } });
    expect(warnings).toEqual([
      expect.stringMatching(/^the registry of Hopsworks \(account 822623301872\) is known only in the partition aws, but .*'containerRegistry.vendorAccountId'.*vendorRegistry/),
    ]);
  });

  test.each<[string, Profile, SynthesisOptions]>([
    ['in a commercial region', () => ({}), ENV],
    ['in a region that is not known yet', () => ({}), {}],
    ['in a region that is unknown to the CDK', () => ({}), { env: { region: 'xx-nowhere-1' } }],
    [
      'with another account',
      () => ({ containerRegistry: { vendorAccountId: '444455556666' } }),
      { env: { region: 'cn-north-1' } },
    ],
  ])('does not warn about the registry of the vendor %s', (_what, props, options) => {
    expect(profile(props, options).warnings).toEqual([]);
  });
});

test('warns of a bucket in another account, whose policy must allow the role, also without backups', () => {
  const { warnings } = profile(stack => ({ bucket: ofOtherAccount(stack), backups: false, objectAcl: true }));
  expect(warnings).toEqual([expect.stringMatching(/^'bucket' names a resource of account 444455556666: the bucket policy/)]);
});

test.each<[string, Nodes, string]>([
  ['no bucket', () => ({ bucket: undefined }), "'bucket' must be a bucket"],
  [
    'no repositories',
    () => ({ projectImages: [] }),
    "'projectImages' must not be empty: Hopsworks pushes the images of projects to a repository, got []",
  ],
  ['no list of repositories', () => ({ projectImages: undefined }), "'projectImages' must be a list, each element an ImageSource"],
  [
    'a name in place of a repository',
    () => ({ projectImages: ['hopsworks-base' as never] }),
    "'projectImages[0]' must be an ImageSource, such as ImageSource.repository(), got \"hopsworks-base\"",
  ],
  ['backups in a bucket of another account', stack => ({ bucket: ofOtherAccount(stack) }), "'backups' requires a bucket"],
  ['text for policies', () => ({ awsManagedPolicies: 'no' as never }), "'awsManagedPolicies' must be true or false"],
  [
    'an imported role with AWS managed policies',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'nodes'), awsManagedPolicies: true }),
    "'awsManagedPolicies' cannot be combined with the imported role 'Stack/Existing': the CDK can't attach " +
      'AmazonEKSWorkerNodePolicy, AmazonEKS_CNI_Policy, AmazonEC2ContainerRegistryReadOnly to an imported role. ' +
      "Attach it where the role is created, and leave 'awsManagedPolicies' out",
  ],
  ['a misspelt option', () => ({ objectAcls: true } as never), "unknown option 'objectAcls', did you mean 'objectAcl'?"],
])('rejects %s of nodes', (_what, props, message) => {
  expect(() => nodes(props)).toThrow(`Stack/Nodes: ${message}`);
});

test('warns that an imported node role does not get the AWS managed policies', () => {
  const existingRole = (stack: Stack) => iam.Role.fromRoleName(stack, 'Existing', 'nodes');
  expect(nodes(stack => ({ existingRole: existingRole(stack) })).warnings).toEqual([
    expect.stringMatching(/^the imported role 'Stack\/Existing' is not given AmazonEKSWorkerNodePolicy, .*awsPolicies:awsManagedPolicies\]$/),
  ]);
  expect(nodes(stack => ({ existingRole: existingRole(stack), awsManagedPolicies: false })).warnings).toEqual([]);
});
