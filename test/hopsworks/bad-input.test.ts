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

test.each<[string, Profile, string | RegExp]>([
  ['no bucket', () => ({ bucket: undefined }), "'bucket' must be a bucket, such as s3.Bucket, got nothing"],
  [
    'the name of a bucket',
    () => ({ bucket: 'cluster' as never }),
    "'bucket' must be a bucket, such as s3.Bucket, got \"cluster\"",
  ],
  [
    'the placeholder of the page',
    stack => ({ bucket: s3.Bucket.fromBucketName(stack, 'Any', 'BUCKET_NAME') }),
    /'bucket' must be one bucket by its name, got 'arn:.*:s3:::BUCKET_NAME': a cluster has a bucket of its own/,
  ],
  [
    'every bucket',
    stack => ({
      bucket: s3.Bucket.fromBucketAttributes(stack, 'Any', { bucketArn: 'arn:aws:s3:::*', bucketName: 'any' }),
    }),
    "'bucket' must be one bucket by its name, got 'arn:aws:s3:::*': a cluster has a bucket of its own",
  ],
  [
    'backups in the bucket of somebody else',
    stack => ({ bucket: ofOtherAccount(stack) }),
    "'backups' needs a bucket of the stack's account, got one of account 444455556666: S3 lets only the owner",
  ],
  ['text for backups', () => ({ backups: 'false' as never }), "'backups' must be true or false, got \"false\""],
  ['text for an ACL', () => ({ objectAcl: 'public-read' as never }), "'objectAcl' must be true or false"],
  ['text for sessions', () => ({ sessionManager: 'yes' as never }), "'sessionManager' must be true or false"],
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
    'a flag for the registry',
    () => ({ containerRegistry: true as never }),
    "'containerRegistry' must be an object of options, got true",
  ],
  ['null for the registry', () => ({ containerRegistry: null as never }), "'containerRegistry' must be an object"],
  ['a flag for CloudWatch', () => ({ cloudWatch: true as never }), "'cloudWatch' must be an object of options, got true"],
  ['the name of the EKS cluster', () => ({ eks: 'jobs' as never }), "'eks' must be an object of options, got \"jobs\""],
  ['no EKS cluster', () => ({ eks: {} as never }), "'eks.clusterName' must be the name of an EKS cluster"],
  [
    'every EKS cluster',
    () => ({ eks: { clusterName: '*' } }),
    '\'eks.clusterName\' must be the name of an EKS cluster: 1 to 100 letters, digits, - and _, got "*"',
  ],
  [
    'no log groups in the list',
    () => ({ cloudWatch: { logGroupPrefixes: [] } }),
    "'cloudWatch.logGroupPrefixes' must not be empty: leave it out where there is none, got []",
  ],
  [
    'a log group with a wildcard',
    () => ({ cloudWatch: { logGroupPrefixes: ['hopsworks*'] } }),
    "'cloudWatch.logGroupPrefixes[0]' must be the beginning of log group names",
  ],
  [
    'no namespaces in the list',
    () => ({ cloudWatch: { metricNamespaces: [] } }),
    "'cloudWatch.metricNamespaces' must not be empty",
  ],
  [
    'a namespace of wildcards',
    () => ({ cloudWatch: { metricNamespaces: ['*'] } }),
    "'cloudWatch.metricNamespaces[0]' must be a CloudWatch namespace such as 'CWAgent', not only wildcards, got \"*\"",
  ],
  [
    'a list of roles that is empty',
    () => ({ assumableRoles: [] }),
    "'assumableRoles' must not be empty: leave it out where there is none, got []",
  ],
  [
    'the ARN of a role',
    () => ({ assumableRoles: ['arn:aws:iam::111122223333:role/data' as never] }),
    "'assumableRoles[0]' must be a role, got \"arn:aws:iam",
  ],
  [
    'every role, by ARN',
    stack => ({ assumableRoles: [iam.Role.fromRoleArn(stack, 'Every', 'arn:aws:iam::111122223333:role/*')] }),
    "'assumableRoles[0]' must be one role, got 'arn:aws:iam::111122223333:role/*': name each by an ARN",
  ],
  [
    'every role, by name',
    stack => ({ assumableRoles: [iam.Role.fromRoleName(stack, 'Every', 'data-*')] }),
    /'assumableRoles\[0\]' must be one role, got 'arn:.*:iam::111122223333:role\/data-\*': name each by an ARN/,
  ],
  [
    'an instance profile for a role',
    stack => ({
      assumableRoles: [
        iam.Role.fromRoleName(stack, 'Data', 'data'),
        iam.Role.fromRoleArn(stack, 'Wrong', 'arn:aws:iam::111122223333:instance-profile/data'),
      ],
    }),
    "'assumableRoles[1]' must be one role, got 'arn:aws:iam::111122223333:instance-profile/data'",
  ],
  [
    'a construct of the library for a role',
    stack => ({ assumableRoles: [new HopsworksInstanceProfile(stack, 'Two', { bucket: new s3.Bucket(stack, 'B') }) as never] }),
    "'assumableRoles[0]' must be a role, got \"<HopsworksInstanceProfile Stack/Two>\": pass its 'role'",
  ],
  [
    'an imported role with sessions',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'hopsworks'), sessionManager: true }),
    "'sessionManager' attaches policies of AWS, which an imported 'existingRole' does not take",
  ],
  [
    'a placement that an existing role has not',
    stack => ({
      existingRole: iam.Role.fromRoleName(stack, 'Existing', 'hopsworks'), policyPlacement: PolicyPlacement.INLINE,
    }),
    "'policyPlacement' must be SEPARATE together with 'existingRole'",
  ],
  ['an illegal name of the profile', () => ({ instanceProfileName: 'my profile' }), "'instanceProfileName' must be 1 to 128"],
])('fails for %s', (_what, props, message) => {
  expect(() => profile(props)).toThrow(typeof message === 'string' ? `Stack/Profile: ${message}` : message);
});

test('fails for no properties', () => {
  expect(() => synthesize(stack => new HopsworksInstanceProfile(stack, 'Profile', undefined as never)))
    .toThrow("Stack/Profile: 'props' must be an object of options, got nothing");
});

test('fails for a role that EC2 can not assume', () => {
  expect(() => profile(stack => ({
    existingRole: new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
  }))).toThrow("can't be assumed by ec2.amazonaws.com");
});

describe('the container registry', () => {
  test.each<[string, NonNullable<HopsworksInstanceProfileProps['containerRegistry']>, string]>([
    ['an account of eleven digits', { accountId: '11112222333' }, "accountId' must be an account of twelve digits, got \"11112222333\""],
    ['an account with hyphens', { accountId: '1111-2222-3333' }, "accountId' must be an account of twelve digits"],
    ['a number for an account', { accountId: 111122223333 as never }, "accountId' must be an account of twelve digits, got 111122223333"],
    ['an account of the vendor that is a name', { vendorAccountId: 'hopsworks' }, "vendorAccountId' must be an account of twelve digits"],
    ['every region', { region: '*' }, "region' must be a region such as 'eu-north-1', got \"*\""],
    ['a region of the vendor that is none', { vendorRegion: 'Frankfurt' }, "vendorRegion' must be a region"],
    ['every cluster by a wildcard', { clusterId: '*' }, "clusterId' must be the id of a cluster"],
    ['no images', { images: [] }, "images' must not be empty: a cluster consists of them, got []"],
    ['every image', { images: ['*'] }, "images[0]' must be the name of an image such as 'base', without tag, got \"*\""],
    ['an image with a tag', { images: ['base', 'git:3.7'] }, "images[1]' must be the name of an image"],
    ['images that are a token', { images: Token.asList({ Ref: 'Images' }) }, "images' must be a list whose elements are known"],
    ['text for repository creation', { repositoryCreation: 'no' as never }, "repositoryCreation' must be a HopsworksRepositoryCreation"],
    [
      'repositories of a cluster without the cluster',
      { repositoryCreation: HopsworksRepositoryCreation.IN_CLUSTER },
      "repositoryCreation' can't be IN_CLUSTER without 'containerRegistry.clusterId': name the cluster",
    ],
  ])('fails for %s', (_what, containerRegistry, message) => {
    expect(() => profile(() => ({ containerRegistry }))).toThrow(`Stack/Profile: 'containerRegistry.${message}`);
  });

  test.each<[string, NonNullable<HopsworksInstanceProfileProps['containerRegistry']>, string, string]>([
    [
      "the vendor's of the commercial regions in China", { vendorRegion: 'eu-west-1' }, 'cn-north-1',
      "vendorRegion' must be of the partition aws-cn, where the stack is, got 'eu-west-1' of aws: a role has",
    ],
    [
      'one of GovCloud in a commercial region', { region: 'us-gov-west-1' }, 'us-east-1',
      "region' must be of the partition aws, where the stack is, got 'us-gov-west-1' of aws-us-gov: a role has",
    ],
  ])('fails for a registry that no role of the partition reaches: %s', (_what, containerRegistry, region, message) => {
    expect(() => profile(() => ({ containerRegistry }), { env: { account: '111122223333', region } }))
      .toThrow(`Stack/Profile: 'containerRegistry.${message}`);
  });

  test('takes tokens as they are', () => {
    const containerRegistry = { accountId: Token.asString({ Ref: 'Account' }), clusterId: Token.asString({ Ref: 'Id' }) };
    const { template } = profile(() => ({ containerRegistry }));
    expect(JSON.stringify(template)).toContain('":ecr:eu-central-1:",{"Ref":"Account"},":repository/",{"Ref":"Id"},"/base"');
  });

  test('warns of a registry of another account, whose repositories must let the role in', () => {
    expect(profile(() => ({ containerRegistry: { accountId: '444455556666' } })).warnings).toEqual([
      expect.stringMatching(/^'containerRegistry.accountId' names a resource of account 444455556666: the repository pol/),
    ]);
  });

  test.each(['cn-north-1', 'us-gov-west-1'])("warns that %s has no registry of the vendor's that is known", region => {
    const { warnings } = profile(() => ({}), { env: { account: '111122223333', region } });
    expect(warnings).toEqual([
      expect.stringMatching(/^the registry of Hopsworks \(account 822623301872\) is known in the partition aws only, and .*'containerRegistry.vendorAccountId'.*vendorRegistry/),
    ]);
  });

  test.each<[string, Profile, SynthesisOptions]>([
    ['in a commercial region', () => ({}), ENV],
    ['in a region that is not known yet', () => ({}), {}],
    ['in a region that the CDK does not know', () => ({}), { env: { region: 'xx-nowhere-1' } }],
    [
      'with another account',
      () => ({ containerRegistry: { vendorAccountId: '444455556666' } }),
      { env: { region: 'cn-north-1' } },
    ],
  ])('says nothing about the registry of the vendor %s', (_what, props, options) => {
    expect(profile(props, options).warnings).toEqual([]);
  });
});

test('a bucket of somebody else is one without backups, and its policy must let the role in', () => {
  const { warnings } = profile(stack => ({ bucket: ofOtherAccount(stack), backups: false, objectAcl: true }));
  expect(warnings).toEqual([expect.stringMatching(/^'bucket' names a resource of account 444455556666: the bucket policy/)]);
});

test.each<[string, Nodes, string]>([
  ['no bucket', () => ({ bucket: undefined }), "'bucket' must be a bucket"],
  [
    'no repositories',
    () => ({ projectImages: [] }),
    "'projectImages' must not be empty: Hopsworks pushes the images of projects somewhere, got []",
  ],
  ['no list of repositories', () => ({ projectImages: undefined }), "'projectImages' must be a list, each element an ImageSource"],
  [
    'the name of a repository',
    () => ({ projectImages: ['hopsworks-base' as never] }),
    "'projectImages[0]' must be an ImageSource, such as ImageSource.repository(), got \"hopsworks-base\"",
  ],
  ['backups in the bucket of somebody else', stack => ({ bucket: ofOtherAccount(stack) }), "'backups' needs a bucket"],
  ['text for policies', () => ({ awsManagedPolicies: 'no' as never }), "'awsManagedPolicies' must be true or false"],
  [
    'an imported role with the policies of AWS',
    stack => ({ existingRole: iam.Role.fromRoleName(stack, 'Existing', 'nodes') }),
    "'awsManagedPolicies' attaches policies of AWS, which an imported 'existingRole' does not take: attach them where " +
      "the role is made, and set 'awsManagedPolicies: false'",
  ],
])('fails for %s of nodes', (_what, props, message) => {
  expect(() => nodes(props)).toThrow(`Stack/Nodes: ${message}`);
});
