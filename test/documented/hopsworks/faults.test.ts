import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { pairsOf } from '../documents';
import { HOPSWORKS } from './platform';
import {
  HopsworksEksNodeRole, HopsworksInstanceProfile, HopsworksInstanceProfileProps, HopsworksRepositoryCreation,
  ImageSource,
} from '../../../src';
import { IMAGES } from '../../../src/hopsworks/instance-profile/vendor-registry';
import { isAllowed, Request } from '../../support/evaluate';
import { CHINA, ENVIRONMENTS } from '../../support/fold';
import { rolesOf, Statement } from '../../support/policies';
import { fits, ServiceReference } from '../../support/service-reference';
import { sidsOf, synthesize, synthesizeRole } from '../../support/synthesize';

// The faults of the vendor's page, by number, and of related pages. The library must not repeat them.

const EVERYTHING = 'instance profile with everything';
const WIDE = 'instance profile without scopes';
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

const statementsWith = (name: string): readonly Statement[] => HOPSWORKS.optionSets[name]().permissions;
const documentOf = (name: string) => HOPSWORKS.documents.find(({ id }) => id === `hopsworks/${name}`)!;
const printedSids = (name: string) =>
  (documentOf(name).statements as readonly { readonly sid?: string | null }[]).map(({ sid }) => sid);

/** Whether the policy of a page would allow the request if it were attached as printed. */
const pageAllows = (name: string, request: Request) => isAllowed(
  pairsOf(documentOf(name), HOPSWORKS.names).map(({ action, boundResource }) => ({
    Effect: 'Allow', Action: [action], Resource: [boundResource],
  })),
  request,
);

const answers = (document: string, options: string, request: Request) =>
  ({ request, page: pageAllows(document, request), us: isAllowed(statementsWith(options), request) });
const expectOnlyThePageToAllow = (document: string, options: string, request: Request) =>
  expect(answers(document, options, request)).toEqual({ request, page: true, us: false });
const expectOnlyUsToAllow = (document: string, options: string, request: Request) =>
  expect(answers(document, options, request)).toEqual({ request, page: false, us: true });

const profile = (props: (stack: Stack) => Partial<HopsworksInstanceProfileProps>) =>
  synthesizeRole(stack => new HopsworksInstanceProfile(stack, 'Profile', {
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'my-bucket'), ...props(stack),
  }), ENV);
const bySid = (statements: readonly Statement[], sid: string) => statements.find(({ Sid }) => Sid === sid)!;

test('1: the prefix of S3 is written in lower case (the page prints S3:)', async () => {
  const printed = documentOf('instance-profile').statements[0].actions;
  expect(printed.filter(action => action.startsWith('S3:'))).toHaveLength(12);
  const actions = Object.keys(HOPSWORKS.optionSets).flatMap(statementsWith).flatMap(({ Action }) => Action);
  expect(actions.filter(action => !/^[a-z0-9]+:[A-Z]/.test(action))).toEqual([]);
});

test('2: every ARN is in the partition of the stack (the page prints the one of the commercial regions)', () => {
  const { template } = synthesize(stack => new HopsworksInstanceProfile(stack, 'Profile', {
    bucket: s3.Bucket.fromBucketName(stack, 'Bucket', 'my-bucket'),
    cloudWatch: {},
    eks: { clusterName: 'my-eks-cluster' },
  }));
  for (const environment of ENVIRONMENTS) {
    const resources = rolesOf(template, environment)[0].all.flatMap(({ Resource }) => Resource);
    const partitions = resources.filter(arn => arn !== '*').map(arn => arn.split(':')[1]);
    expect(new Set(partitions)).toEqual(new Set([environment.partition]));
  }
});

test('3: each registry has its own account and region (the page has one fixed account, and one region)', () => {
  const own = { region: 'us-east-2', accountId: '444455556666' };
  const vendor = { vendorRegion: 'eu-west-1', vendorAccountId: '777788889999' };
  const { all } = profile(() => ({ containerRegistry: { ...own, ...vendor, images: ['base'] } }));
  expect(bySid(all, 'ContainerRegistryPullVendorImages').Resource)
    .toEqual(['arn:aws:ecr:eu-west-1:777788889999:repository/base']);
  expect(bySid(all, 'ContainerRegistryUseImages').Resource)
    .toEqual(['arn:aws:ecr:us-east-2:444455556666:repository/*/base']);
});

test('4: the images are limited to one cluster (the page grants those of every cluster)', () => {
  const request = (cluster: string) =>
    ({ action: 'ecr:PutImage', resource: `arn:aws:ecr:eu-central-1:444455556666:repository/${cluster}/base` });
  expectOnlyThePageToAllow('instance-profile', EVERYTHING, request('other-cluster'));
  expect(isAllowed(statementsWith(EVERYTHING), request('my-cluster'))).toBe(true);
});

test('5: new repositories can be scoped (the page grants all resources)', async () => {
  const reference = await ServiceReference.of(['ecr:CreateRepository']);
  const resources = bySid(statementsWith(EVERYTHING), 'ContainerRegistryCreateRepositories').Resource;
  expect(resources).toEqual(['arn:aws:ecr:eu-central-1:444455556666:repository/my-cluster/*']);
  expect(reference.expand('ecr:CreateRepository').map(action => fits(action, resources[0]))).toEqual([true]);
  const { all } = profile(() => ({ containerRegistry: { repositoryCreation: HopsworksRepositoryCreation.NONE } }));
  expect(all.flatMap(({ Action }) => Action)).not.toContain('ecr:CreateRepository');
});

test.each([EVERYTHING, WIDE, 'nodes on EKS'])(
  '6: each action on S3 is on resources of its kind (the pages grant all on both kinds): %s', async name => {
    const reference = await ServiceReference.of(['s3:GetObject']);
    const onS3 = statementsWith(name).filter(({ Action }) => Action[0].startsWith('s3:'));
    expect(onS3.length).toBeGreaterThan(2);
    const misplaced = onS3.filter(({ Action, Resource }) =>
      Action.some(action => reference.expand(action).some(known => !Resource.every(arn => fits(known, arn)))));
    expect(sidsOf(misplaced)).toEqual([]);
  });

test('7, 8, 9, 15: every statement has a correct Sid (the pages misspell some, and two statements have none)', () => {
  const printed = ['instance-profile', 'eks-node-group', 'eks-integration', 'role-chaining'].flatMap(printedSids);
  expect(printed).toEqual(expect.arrayContaining(['AllowCreateRespositry', 'AllowDescirbeEKS', null]));
  const feature = /^(Storage|Backups|ContainerRegistry|CloudWatch|Eks|AssumableRoles|Velero)[A-Z]\w+$/;
  const ours = Object.keys(HOPSWORKS.optionSets).flatMap(name => sidsOf(statementsWith(name)));
  expect(ours.filter(sid => !feature.test(sid ?? ''))).toEqual([]);
});

test('10: logs go to log groups of the region, or to listed ones only (the page grants all)', async () => {
  const request = (group: string, region = 'eu-central-1') => ({
    action: 'logs:PutLogEvents', resource: `arn:aws:logs:${region}:111122223333:log-group:${group}:log-stream:head`,
  });
  const reference = await ServiceReference.of(['logs:DescribeLogGroups', 'ec2:DescribeTags', 'cloudwatch:PutMetricData']);
  expect(isAllowed(statementsWith(EVERYTHING), request('my-logs'))).toBe(true);
  expectOnlyThePageToAllow('instance-profile', EVERYTHING, request('other'));
  expectOnlyThePageToAllow('instance-profile', WIDE, request('my-logs', 'us-east-1'));
  // These are on all resources by design.
  const { Action, Resource } = bySid(statementsWith(EVERYTHING), 'CloudWatchDescribe');
  expect(Resource).toEqual(['*']);
  expect(Action.flatMap(action => reference.expand(action)).flatMap(({ resourceTypes }) => resourceTypes)).toEqual([]);
  expectOnlyThePageToAllow('instance-profile', EVERYTHING, {
    action: 'cloudwatch:PutMetricData', resource: '*', context: { 'cloudwatch:namespace': 'AWS/Billing' },
  });
});

test('11: the parameter of the agent is in the region and account (the page grants every one)', () => {
  const request = (region: string) =>
    ({ action: 'ssm:GetParameter', resource: `arn:aws:ssm:${region}:111122223333:parameter/AmazonCloudWatch-linux` });
  expect(isAllowed(statementsWith(WIDE), request('eu-central-1'))).toBe(true);
  expectOnlyThePageToAllow('instance-profile', WIDE, request('us-east-1'));
});

describe('12: a customer-managed key and the canned ACL work (the vendor offers both and grants neither)', () => {
  const key = 'arn:aws:kms:eu-central-1:111122223333:key/cluster-key';

  test.each(['kms:Decrypt', 'kms:GenerateDataKey'])('%s', action => {
    expectOnlyUsToAllow('instance-profile', EVERYTHING, { action, resource: key });
  });

  test('the ACL is granted', () => {
    const request = (acl: string) =>
      ({ action: 's3:PutObjectAcl', resource: 'arn:aws:s3:::my-bucket/x', context: { 's3:x-amz-acl': acl } });
    expectOnlyUsToAllow('instance-profile', EVERYTHING, request('bucket-owner-full-control'));
    expect(isAllowed(statementsWith(EVERYTHING), request('public-read'))).toBe(false);
  });

  test('the key of a bucket in the app is included', () => {
    const { all } = profile(stack => ({
      bucket: new s3.Bucket(stack, 'Encrypted', { encryptionKey: new kms.Key(stack, 'Key') }),
    }));
    expect(bySid(all, 'StorageUseKey').Action).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  });
});

test('13: two statements allow pulling, because the registries differ', () => {
  const pulling = statementsWith(WIDE).filter(({ Action }) => Action.includes('ecr:BatchGetImage'));
  expect(pulling.map(({ Resource }) => new Set(Resource.map(arn => arn.split(':')[4]))))
    .toEqual([new Set(['822623301872']), new Set(['444455556666'])]);
});

test('14: no placeholder of the page is used as a value', () => {
  const make = (props: (stack: Stack) => Partial<HopsworksInstanceProfileProps>) => () => profile(props);
  expect(make(() => ({ containerRegistry: { accountId: 'ECR_AWS_ACCOUNT_ID' } }))).toThrow("'containerRegistry.accountId'");
  expect(make(() => ({ containerRegistry: { region: 'REGION' } }))).toThrow("'containerRegistry.region'");
  expect(make(stack => ({ bucket: s3.Bucket.fromBucketName(stack, 'Other', 'BUCKET_NAME') }))).toThrow("'bucket'");
});

test('the images are in the same order as on the page', () => {
  const printed = documentOf('instance-profile').statements[1].resources!.map(arn => arn.split('/')[1]);
  expect(IMAGES).toEqual(printed);
});

test('EKS nodes use one repository, and cannot create any (the page grants it in every namespace)', () => {
  const push = (namespace: string) => ({
    action: 'ecr:PutImage', resource: `arn:aws:ecr:eu-central-1:444455556666:repository/${namespace}/hopsworks-base`,
  });
  expectOnlyThePageToAllow('eks-node-group', 'nodes on EKS', push('other-namespace'));
  expect(isAllowed(statementsWith('nodes on EKS'), push('my-namespace'))).toBe(true);
});

test('EKS nodes get AWS managed policies, in the partition of the stack', () => {
  const { template } = synthesize(stack => new HopsworksEksNodeRole(stack, 'Nodes', {
    bucket: new s3.Bucket(stack, 'Bucket'),
    projectImages: [ImageSource.anyRepository()],
  }));
  const [role] = rolesOf(template, CHINA);
  expect(role.properties.ManagedPolicyArns).toEqual(['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly']
    .map(name => `arn:aws-cn:iam::aws:policy/${name}`));
});

test('the same options create the same template twice', () => {
  const template = () => synthesize(stack => new HopsworksInstanceProfile(stack, 'Profile', {
    bucket: new s3.Bucket(stack, 'Bucket'), cloudWatch: {},
  }), ENV).template;
  expect(template()).toEqual(template());
});
