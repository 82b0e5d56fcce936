import { Stack } from 'aws-cdk-lib';
import { pairsOf } from '../documents';
import { OPTION_SETS, OptionSetName } from './users-option-sets';
import { PARALLELCLUSTER3_USER } from './users-platform';
import { ParallelClusterUserPolicy } from '../../../src';
import { otherStatements } from '../../requests/parallelcluster3/users-fixtures';
import { isAllowed, Request } from '../../support/evaluate';
import { ENVIRONMENTS } from '../../support/fold';
import { policiesOf } from '../../support/policies';
import { ServiceReference, fits } from '../../support/service-reference';
import { synthesize } from '../../support/synthesize';
import { OurStatement } from '../platform';

// Errors of the page in the policies of users, and of newer templates. The library must not repeat them.

const EVERYTHING: OptionSetName = 'version 3.15 with everything';
const NAMES = Object.keys(OPTION_SETS) as OptionSetName[];
const DOCUMENTS = PARALLELCLUSTER3_USER.documents;

const statementsWith = (options: OptionSetName): readonly OurStatement[] =>
  PARALLELCLUSTER3_USER.optionSets[options]().permissions;
const documentOf = (name: string) => DOCUMENTS.find(({ id }) => id === `parallelcluster3/${name}`)!;
const iam = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
const regional = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;

/** Whether the page's policy would allow the request if it were attached as printed. */
function pageAllows(name: string, request: Request): boolean {
  const names = { ...PARALLELCLUSTER3_USER.names, SecretName: 'directory-password' };
  return isAllowed(
    pairsOf(documentOf(name), names).map(({ action, boundResource, conditions }) => ({
      Effect: 'Allow', Action: [action], Resource: [boundResource], Condition: conditions,
    })),
    request,
  );
}

/** Expects that the page is wrong and the library is right: their answers differ. */
function expectAnswers(
  document: string, request: Request, answers: { readonly page: boolean; readonly us: boolean }, options = EVERYTHING,
): void {
  const us = isAllowed(statementsWith(options), request);
  expect({ request, page: pageAllows(document, request), us }).toEqual({ request, ...answers });
}

const ONLY_US = { page: false, us: true };
const ONLY_THE_PAGE = { page: true, us: false };

test('documents that are no valid JSON on the page are data (two placeholders are outside quotes)', () => {
  expect(DOCUMENTS.filter(({ repairs }) => repairs.length > 0).map(({ id }) => id)).toEqual([
    'parallelcluster3/user-iam-permissions-boundary',
    'parallelcluster3/user-iam-restricted',
  ]);
});

test.each(ENVIRONMENTS)('ARNs are in the partition $partition (the page prints one partition)', environment => {
  const { template } = synthesize((stack: Stack) => new ParallelClusterUserPolicy(stack, 'User', {
    createClusters: { fsxForLustre: {}, loginNodes: true }, imageBuild: true, logRetrieval: {},
  }));
  const resources = policiesOf(template, environment).flatMap(({ statements }) => statements)
    .flatMap(({ Resource }) => Resource);
  expect(resources.filter(resource => resource !== '*' && !resource.startsWith(`arn:${environment.partition}:`))).toEqual([]);
});

test.each<[string, string, OptionSetName, string]>([
  ['clusters', 'user-base', EVERYTHING, iam('role/parallelcluster/c/head')],
  ['images', 'user-build-image', EVERYTHING, iam('role/parallelcluster/builder')],
  ['ready-made roles', 'user-iam-restricted', 'ready-made roles', iam('role/custom/head-node')],
])('roles of %s can be passed to EC2 in China (the page lacks its service name)', (_, document, options, resource) => {
  const request = { action: 'iam:PassRole', resource, context: { 'iam:PassedToService': 'ec2.amazonaws.com.cn' } };
  expectAnswers(document, request, ONLY_US, options);
});

test.each(['user-base', 'user-awsbatch'])('roles are passed to specific services (%s passes them to any)', document => {
  expectAnswers(document, { action: 'iam:PassRole', resource: iam('role/parallelcluster/c/head') }, ONLY_THE_PAGE);
});

test('iam:PassRole applies to roles, not to instance profiles (the page lists both)', () => {
  const passing = NAMES.flatMap(statementsWith).filter(({ Action }) => Action.includes('iam:PassRole'));
  expect(passing.flatMap(({ Resource }) => Resource).filter(resource => !resource.includes(':role/'))).toEqual([]);
});

test('objects of data repositories are read and written (the page grants the bucket only)', () => {
  for (const action of ['s3:GetObject', 's3:PutObject']) {
    expectAnswers('user-fsx-lustre', { action, resource: 'arn:aws:s3:::data/in/part-1' }, ONLY_US);
  }
});

test('service-linked roles of FSx are created for FSx only (the page creates them for any service)', () => {
  const resource = iam('role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_1');
  expectAnswers('user-fsx-lustre', { action: 'iam:CreateServiceLinkedRole', resource }, ONLY_THE_PAGE);
});

test('no service-linked role has the path of clusters (on the page some do, in two modes)', () => {
  const linking = NAMES.flatMap(statementsWith).filter(({ Action }) => Action.includes('iam:CreateServiceLinkedRole'));
  expect(linking.flatMap(({ Resource }) => Resource).filter(resource => !resource.includes(':role/aws-service-role/')))
    .toEqual([]);
});

test('roles and instance profiles of images are in separate statements (the page mixes both)', () => {
  const ofImages = statementsWith(EVERYTHING).filter(({ Sid }) => /^ImageBuild(ReadRoles|UseInstanceProfiles)$/.test(Sid));
  expect(ofImages.map(({ Resource }) => [...new Set(Resource.map(resource => resource.split(/[:/]/)[5]))])).toEqual([
    ['instance-profile'], ['role'],
  ]);
});

test('a secret has the six characters after its name (the page prints the name only)', () => {
  const resource = regional('secretsmanager', 'secret:directory-password-a1b2c3');
  expectAnswers('user-base', { action: 'secretsmanager:DescribeSecret', resource }, ONLY_US);
});

test('only instances of clusters are terminated (the page terminates every instance)', () => {
  const resource = regional('ec2', 'instance/i-0123456789abcdef0');
  expectAnswers('user-base', { action: 'ec2:TerminateInstances', resource }, ONLY_THE_PAGE);
});

test('a stack must have the tag of its cluster and may have others (the newer template compares keys)', () => {
  const [creating] = statementsWith(EVERYTHING).filter(({ Sid }) => Sid === 'ClusterCreateStacks');
  expect(creating.Condition).toEqual({ Null: { 'aws:RequestTag/parallelcluster:cluster-name': 'false' } });
});

test('other stacks are not updated (the page updates them, and they may use a privileged service role)', () => {
  const context = { 'aws:RequestTag/parallelcluster:cluster-name': 'hpc' };
  const resource = regional('cloudformation', 'stack/web/11111111-2222-4333-8444-555555555555');
  expectAnswers('user-base', { action: 'cloudformation:UpdateStack', resource, context }, ONLY_THE_PAGE);
});

test.each(['user-base', 'user-build-image'])('other stacks are not deleted (%s deletes every stack)', document => {
  const resource = regional('cloudformation', 'stack/web/11111111-2222-4333-8444-555555555555');
  expectAnswers(document, { action: 'cloudformation:DeleteStack', resource }, ONLY_THE_PAGE);
});

test('no condition compares all tag keys (the newer template does, which denies login nodes)', () => {
  const conditions = NAMES.flatMap(statementsWith).map(({ Condition = {} }) => JSON.stringify(Condition));
  expect(conditions.filter(condition => /ForAllValues|aws:TagKeys/.test(condition))).toEqual([]);
});

test('buckets of images are created and listed (the newer template grants their objects only)', () => {
  const ofImages = otherStatements(() => ({ imageBuild: true }));
  for (const action of ['s3:CreateBucket', 's3:ListBucket', 's3:ListBucketVersions']) {
    const request = { action, resource: 'arn:aws:s3:::parallelcluster-0123456789abcdef-v1-do-not-delete' };
    expect({ request, isAllowed: isAllowed(ofImages(), request) }).toEqual({ request, isAllowed: true });
  }
});

test('actions without resource-level permissions are on all resources (the page has ARNs)', async () => {
  const wildcards = ['elasticfilesystem:CreateFileSystem', 'fsx:DescribeFileSystems', 'fsx:DescribeBackups'];
  const reference = await ServiceReference.of(wildcards);
  for (const action of wildcards) {
    expect(reference.expand(action).map(known => fits(known, regional(action.split(':')[0], 'x')))).toEqual([false]);
    expect(isAllowed(statementsWith(EVERYTHING), { action, resource: '*' })).toBe(true);
  }
});

test('functions in a VPC get their policy (the page leaves it out of the list)', () => {
  const context = { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole' };
  const request = { action: 'iam:AttachRolePolicy', resource: iam('role/parallelcluster/c/function'), context };
  expectAnswers('user-iam-privileged', request, ONLY_US);
});

test('every statement has a Sid and correct actions (48 of the page lack a Sid, one has SNS:DeleteTopic)', () => {
  const printed = DOCUMENTS.flatMap(({ statements }) => statements.flatMap(({ actions }) => actions));
  expect(printed.filter(action => /^[A-Z]/.test(action))).toEqual(['SNS:DeleteTopic', 'SNS:Unsubscribe']);
  const ours = NAMES.flatMap(statementsWith);
  expect(ours.filter(({ Sid, Action }) => !Sid || Action.some(action => !/^[a-z0-9-]+:[A-Z*]/.test(action)))).toEqual([]);
});
