import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import {
  HopsworksEksNodeRole, HopsworksInstanceProfile, HopsworksInstanceProfileProps, ImageSource, PolicyPlacement,
} from '../../src';
import { sidsOf, synthesize, synthesizeRole, SynthesisOptions } from '../support/synthesize';

const KNOWN: SynthesisOptions = { env: { account: '111122223333', region: 'eu-central-1' } };

const bucketOf = (stack: Stack) => s3.Bucket.fromBucketName(stack, 'Bucket', 'cluster');
const withProps = (props: (stack: Stack) => Partial<HopsworksInstanceProfileProps>) => (stack: Stack) =>
  new HopsworksInstanceProfile(stack, 'Profile', { bucket: bucketOf(stack), ...props(stack) });
const nodes = (stack: Stack) => new HopsworksEksNodeRole(stack, 'Nodes', {
  bucket: bucketOf(stack), projectImages: [ImageSource.anyRepository()],
});

describe('the instance profile', () => {
  test('contains the role, and has the same name', () => {
    const { template, roles: [role] } = synthesize(withProps(() => ({ roleName: 'hopsworks', path: '/team/' })), KNOWN);
    const profile = Object.values(template.Resources!).find(({ Type }) => Type === 'AWS::IAM::InstanceProfile')!;
    expect(profile.Properties).toEqual({
      InstanceProfileName: { Ref: role.logicalId }, Path: '/team/', Roles: [{ Ref: role.logicalId }],
    });
  });

  test('may be the existing profile of an existing role', () => {
    const { template } = synthesize(stack => {
      const { role, instanceProfile } = new HopsworksInstanceProfile(stack, 'Profile', {
        bucket: bucketOf(stack),
        existingRole: iam.Role.fromRoleName(stack, 'Existing', 'hopsworks'),
        existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'Standing', 'hopsworks'),
      });
      expect([role.roleName, instanceProfile.instanceProfileName]).toEqual(['hopsworks', 'hopsworks']);
    }, KNOWN);
    expect(Object.values(template.Resources!).map(({ Type }) => Type)).toEqual(['AWS::IAM::Policy']);
  });
});

test('backups need exactly five actions', () => {
  const actions = (backups: boolean) =>
    synthesizeRole(withProps(() => ({ backups }))).all.flatMap(({ Action }) => Action);
  expect(actions(true).filter(action => !actions(false).includes(action)).sort()).toEqual([
    's3:DeleteObjectVersion',
    's3:GetLifecycleConfiguration',
    's3:ListBucketVersions',
    's3:PutBucketVersioning',
    's3:PutLifecycleConfiguration',
  ]);
});

test('grants a key once that is an option and encrypts the bucket', () => {
  const { all } = synthesizeRole(withProps(stack => {
    const key = new kms.Key(stack, 'Key');
    return { bucket: new s3.Bucket(stack, 'Encrypted', { encryptionKey: key }), encryptionKey: key };
  }));
  expect(all.find(({ Sid }) => Sid === 'StorageUseKey')!.Resource).toHaveLength(1);
});

test('grants images, log groups, namespaces and roles once if they are listed twice', () => {
  const { all } = synthesizeRole(withProps(stack => {
    const role = iam.Role.fromRoleName(stack, 'Data', 'data');
    return {
      containerRegistry: { images: ['base', 'base'] },
      cloudWatch: { logGroupPrefixes: ['a', 'a'], metricNamespaces: ['A', 'A'] },
      assumableRoles: [role, role],
    };
  }));
  const of = (sid: string) => all.find(({ Sid }) => Sid === sid)!;
  expect([
    'ContainerRegistryPullVendorImages', 'ContainerRegistryUseImages', 'CloudWatchWriteLogs', 'AssumableRolesAssume',
  ].map(sid => of(sid).Resource.length)).toEqual([1, 1, 1, 1]);
  expect(of('CloudWatchPutMetrics').Condition).toEqual({ StringLike: { 'cloudwatch:namespace': ['A'] } });
});

describe('the AWS managed policies', () => {
  const attached = (build: (stack: Stack) => void) =>
    (synthesizeRole(build).properties.ManagedPolicyArns as string[] | undefined)?.map(arn => arn.split('/')[1]);

  test('allow Systems Manager on request', () => {
    expect(attached(withProps(() => ({})))).toBeUndefined();
    expect(attached(withProps(() => ({ systemsManager: true }))))
      .toEqual(['AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation']);
  });

  test('are attached to the node role', () => {
    expect(attached(nodes))
      .toEqual(['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly']);
  });

  test('are attached to an existing role of the app', () => {
    const existing = (stack: Stack) => {
      const existingRole = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
      return withProps(() => ({ existingRole, systemsManager: true }))(stack);
    };
    expect(attached(existing)).toEqual(['AmazonSSMManagedInstanceCore', 'AmazonSSMPatchAssociation']);
  });
});

test('MANAGED creates a policy for each part of the cluster', () => {
  const { managed } = synthesizeRole(withProps(() => ({
    policyPlacement: PolicyPlacement.MANAGED, cloudWatch: {}, eks: { clusterName: 'jobs' },
  })));
  expect(managed.map(({ logicalId }) => logicalId.replace(/Policy\w+$/, ''))).toEqual([
    'ProfileStorage', 'ProfileBackups', 'ProfileContainerRegistry', 'ProfileCloudWatch', 'ProfileEks',
  ]);
});

test.each<[string, (stack: Stack) => HopsworksInstanceProfile | HopsworksEksNodeRole]>([
  ['the instance profile', withProps(() => ({}))],
  ['the node role', nodes],
])('%s can be granted further permissions', (_what, build) => {
  const { roles: [{ separate }] } = synthesize(stack => {
    new s3.Bucket(stack, 'More').grantRead(build(stack));
  });
  expect(separate.flatMap(({ statements }) => statements.flatMap(({ Action }) => Action))).toContain('s3:GetObject*');
});

test.each<[string, (stack: Stack) => HopsworksInstanceProfile | HopsworksEksNodeRole, string[]]>([
  ['the instance profile', withProps(() => ({})), ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn']],
  ['the node role', nodes, ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'eks.amazonaws.com']],
])('grantPass() of %s allows its services only', (_what, build, services) => {
  const { roles } = synthesize(stack => {
    build(stack).grantPass(new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() }));
  });
  const { all } = roles.find(({ logicalId }) => logicalId.startsWith('Caller'))!;
  expect(all.map(({ Action, Condition }) => [Action, Condition]))
    .toEqual([[['iam:PassRole'], { StringEquals: { 'iam:PassedToService': services } }]]);
});

test('puts the statements of the user after those of the library', () => {
  const own = new iam.PolicyStatement({ sid: 'Own', actions: ['s3:GetObject'], resources: ['*'] });
  expect(sidsOf(synthesizeRole(withProps(() => ({ additionalStatements: [own] }))).inline).pop()).toBe('Own');
});
