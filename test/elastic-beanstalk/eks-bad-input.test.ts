import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import {
  BeanstalkEksApplicationRole, BeanstalkEksApplicationRoleProps, BeanstalkEksClusterRole, BeanstalkEksClusterRoleProps,
  BeanstalkEksImageBuildRole, BeanstalkEksImageBuildRoleProps, BeanstalkEksNodeRole, BeanstalkEksNodeRoleProps,
  BeanstalkEksObservabilityRole, BeanstalkEksObservabilityRoleProps, PlatformRoleProps, S3Location,
} from '../../src';
import { Fixtures } from '../support/given';
import { synthesize } from '../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

const building = <P extends PlatformRoleProps>(Role: new (scope: Construct, id: string, props: P) => Construct) =>
  (props: (given: Fixtures) => P) => synthesize(stack => new Role(stack, 'Role', props(new Fixtures(stack))), ENV);

const cluster = building<BeanstalkEksClusterRoleProps>(BeanstalkEksClusterRole);
const nodes = building<BeanstalkEksNodeRoleProps>(BeanstalkEksNodeRole);
const observability = building<BeanstalkEksObservabilityRoleProps>(BeanstalkEksObservabilityRole);
const build = building<BeanstalkEksImageBuildRoleProps>(BeanstalkEksImageBuildRole);
const application = building<BeanstalkEksApplicationRoleProps>(BeanstalkEksApplicationRole);

const workspace = (workspaceArn: string) => ({ workspaceRef: { workspaceArn } }) as never;
const IN_APS = 'arn:aws:aps:eu-central-1:111122223333:workspace';

test.each<[string, (given: Fixtures) => BeanstalkEksObservabilityRoleProps, string]>([
  ['a part that AWS\'s policies always include', () => ({ awsManagedPolicies: true, s3Logs: true }),
    "'s3Logs' cannot be combined with 'awsManagedPolicies': AWS's policies always include it. Remove one of them"],
  ['a part that AWS\'s policies can\'t leave out', () => ({ awsManagedPolicies: true, xrayTraces: false }),
    "'xrayTraces' cannot be combined with 'awsManagedPolicies'"],
  ['a backend as a boolean', () => ({ prometheus: true as never }), "'prometheus' must be an object of options, got true"],
  ['no workspace', () => ({ prometheus: { workspaces: [] } }),
    "'prometheus.workspaces' must not be empty: environments send metrics to a workspace, got []"],
  ['the ARN of a workspace', () => ({ prometheus: { workspaces: [`${IN_APS}/ws-1`] as never } }),
    "'prometheus.workspaces[0]' must be a workspace of Amazon Managed Service for Prometheus, got " +
      `"${IN_APS}/ws-1": pass an aps.CfnWorkspace, or allow aps:RemoteWrite in 'additionalStatements'`],
  ['all workspaces', () => ({ prometheus: { workspaces: [workspace(`${IN_APS}/*`)] } }),
    'must be a workspace of Amazon Managed Service for Prometheus, without wildcards and policy variables, got ' +
      `'${IN_APS}/*': list each one`],
  ['a workspace of Grafana', () => ({
    prometheus: { workspaces: [workspace('arn:aws:grafana:eu-central-1:111122223333:/workspaces/g-1')] },
  }), 'it must have the form arn:PARTITION:aps:REGION:ACCOUNT:workspace/ID'],
  ['a workspace of another account', () => ({
    prometheus: { workspaces: [workspace('arn:aws:aps:eu-central-1:444455556666:workspace/ws-1')] },
  }), 'metrics go to workspaces of the same account'],
  ['a role whose pods can\'t tag their sessions', given => ({ existingRole: given.newRole('pods', 'pods.eks.amazonaws.com') }),
    "'existingRole' (Stack/Given-newRole-pods) does not allow pods.eks.amazonaws.com to tag sessions"],
  ['a role of nodes', given => ({ existingRole: given.newRole('nodes', 'ec2.amazonaws.com') }),
    "'existingRole' (Stack/Given-newRole-nodes) can't be assumed by pods.eks.amazonaws.com"],
  ['policies of AWS for an imported role', given => ({ existingRole: given.role('pods'), awsManagedPolicies: true }),
    "'awsManagedPolicies' cannot be combined with the imported role"],
])('the observability role rejects %s', (_what, props, message) => {
  expect(() => observability(props)).toThrow(message);
});

test.each<[string, (given: Fixtures) => BeanstalkEksImageBuildRoleProps, string]>([
  ['no sources', () => ({ sources: [] }), "'sources' must not be empty: leave it out instead, got []"],
  ['a bucket as a source', given => ({ sources: [given.bucket('code') as never] }), "'sources[0]' must be an S3Location"],
  ['no keys', () => ({ sourceKeys: [] }), "'sourceKeys' must not be empty"],
  ['no base images', () => ({ baseImages: [] }), "'baseImages' must not be empty"],
  ['a bucket of another account', given => ({
    sources: [S3Location.bucket(s3.Bucket.fromBucketAttributes(given.stack, 'Other', {
      bucketName: 'other', account: '444455556666',
    }))],
  }), "'sources' must be in buckets of the stack's account, got one of account 444455556666"],
  ['a condition for an existing role', given => ({
    existingRole: given.newRole('build', 'codebuild.amazonaws.com'), sourceAccountCondition: true,
  }), "'sourceAccountCondition' cannot be combined with 'existingRole'"],
  ['a misspelt option', () => ({ source: [S3Location.uri('s3://code')] }) as never,
    "unknown option 'source', did you mean 'sources'?"],
])('the image build role rejects %s', (_what, props, message) => {
  expect(() => build(props)).toThrow(message);
});

test.each<[string, (given: Fixtures) => BeanstalkEksApplicationRoleProps, string]>([
  ['an environment with upper-case letters', () => ({ environmentNames: ['Shop-Live'] }),
    "'environmentNames[0]' must be the name of an environment without upper-case letters: 4 to 40 lower-case letters, digits " +
      'and hyphens, got "Shop-Live"'],
  ['environments by a pattern', () => ({ environmentNames: ['shop-*'] }),
    "'environmentNames[0]' must be the name of an environment"],
  ['no environments', () => ({ environmentNames: [] }), "'environmentNames' must not be empty"],
  ['a prefix without a hyphen', () => ({ environmentNamePrefix: 'shop' }), "'environmentNamePrefix' must be what the names of"],
  ['a prefix with upper-case letters', () => ({ environmentNamePrefix: 'Shop-' }), "'environmentNamePrefix' must be what the names"],
  ['a prefix for an existing role', given => ({
    existingRole: given.newTaggedRole('pods', 'pods.eks.amazonaws.com'), environmentNamePrefix: 'shop-',
  }), "'environmentNamePrefix' cannot be combined with 'existingRole'"],
  ['an environment for an existing role', given => ({
    existingRole: given.newTaggedRole('pods', 'pods.eks.amazonaws.com'), environmentNames: ['shop-live'],
  }), "'environmentNames' cannot be combined with 'existingRole'"],
  ['neither secrets nor parameters', given => ({ environmentSecrets: { keys: [given.key('shop')] } }),
    "'environmentSecrets.secrets' and 'parameters' are left out, so nothing is granted: set one of them"],
  ['an empty list of secrets', () => ({ environmentSecrets: { secrets: [] } }), "'environmentSecrets.secrets' must not be empty"],
  ['secrets by their ARN', () => ({ environmentSecrets: { secrets: ['arn:aws:secretsmanager:::x'] as never } }),
    "'environmentSecrets.secrets[0]' must be a secret"],
])('the application role rejects %s', (_what, props, message) => {
  expect(() => application(props)).toThrow(message);
});

test('the cluster role rejects a role whose service can\'t tag its sessions', () => {
  expect(() => cluster(given => ({ existingRole: given.newRole('eks', 'eks.amazonaws.com') })))
    .toThrow('does not allow eks.amazonaws.com to tag sessions');
});

test('an imported cluster or node role is warned of the policies that it must have', () => {
  const imported = (given: Fixtures) => ({ existingRole: given.role('existing') });
  expect(cluster(imported).warnings).toEqual([expect.stringContaining('is not given AmazonEKSClusterPolicy, ')]);
  expect(nodes(imported).warnings).toEqual([
    expect.stringContaining('is not given AmazonEKSWorkerNodeMinimalPolicy, AmazonEC2ContainerRegistryPullOnly'),
    expect.stringContaining('is not given AmazonSSMManagedInstanceCore'),
  ]);
  const attached = { awsManagedPolicies: false };
  expect(cluster(given => ({ ...imported(given), ...attached })).warnings).toEqual([]);
  expect(nodes(given => ({ ...imported(given), ...attached, systemsManager: false })).warnings).toEqual([]);
});

test('the name of an environment may be a token', () => {
  const { roles: [{ trust }] } = application(({ stack }) => ({
    environmentNames: [new iam.CfnUser(stack, 'Name').ref],
  }));
  expect(trust[0].Condition).toMatchObject({
    StringEquals: { 'aws:RequestTag/kubernetes-namespace': expect.stringMatching(/^eb-/) },
  });
});

test.each<[string, (given: Fixtures) => BeanstalkEksApplicationRoleProps, string]>([
  ['GitHub', () => ({}), 'oidc-provider/token.actions.githubusercontent.com'],
  ['the cluster', () => ({}), 'oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLE'],
])('an existing role that only trusts the OIDC provider of %s is rejected: pods get roles by EKS Pod Identity', (_what, _p, id) => {
  const assumedBy = new iam.WebIdentityPrincipal(`arn:aws:iam::111122223333:${id}`);
  for (const make of [application, observability]) {
    expect(() => make(({ stack }) => ({ existingRole: new iam.Role(stack, 'Mine', { assumedBy }) })))
      .toThrow("'existingRole' (Stack/Mine) can't be assumed by pods.eks.amazonaws.com");
  }
});

test('a new cluster or node role without policies is warned of', () => {
  const missing = { awsManagedPolicies: false };
  const warned = [expect.stringMatching(/^'awsManagedPolicies' is false, and the new role has no other policies.*missingPolicies\]$/)];
  expect(cluster(() => missing).warnings).toEqual(warned);
  expect(nodes(() => ({ ...missing, systemsManager: false })).warnings).toEqual(warned);
  const others = (given: Fixtures) => ({ ...missing, additionalManagedPolicies: [given.managedPolicy('nodes')] });
  expect(cluster(others).warnings).toEqual([]);
  expect(nodes(others).warnings).toEqual([]);
});

test.each(['cn-north-1', 'us-gov-west-1'])('a region without such environments is warned of: %s', region => {
  const roles = [
    BeanstalkEksApplicationRole, BeanstalkEksClusterRole, BeanstalkEksImageBuildRole, BeanstalkEksNodeRole,
    BeanstalkEksObservabilityRole,
  ];
  for (const Role of roles) {
    const warningsIn = (env: object) => synthesize(stack => new Role(stack, 'Role'), { env }).warnings;
    expect(warningsIn({ region })).toEqual([expect.stringMatching(
      new RegExp(`^${region} is in the partition .*commercial AWS Regions only.*clusterPartition\\]$`))]);
    expect(warningsIn({})).toEqual([]);
  }
});
