import { Stack } from 'aws-cdk-lib';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import { Construct } from 'constructs';
import {
  BeanstalkEksApplicationRole, BeanstalkEksClusterRole, BeanstalkEksImageBuildRole, BeanstalkEksNodeRole,
  BeanstalkEksObservabilityRole, BeanstalkEksObservabilityRoleProps,
} from '../../src';
import { EKS_SOURCES } from '../../src/elastic-beanstalk/sources';
import { newestVersions } from '../support/managed-policies';
import { synthesize, synthesizeRole } from '../support/synthesize';

const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

const observability = (props: BeanstalkEksObservabilityRoleProps) =>
  (stack: Stack) => new BeanstalkEksObservabilityRole(stack, 'Role', props);

/** The policies of AWS that the guide lists, with the versions that were read. */
const ATTACHED: readonly (readonly [string, (stack: Stack) => Construct, versions: Record<string, string>])[] = [
  ['the cluster role', stack => new BeanstalkEksClusterRole(stack, 'Role'), {
    AmazonEKSClusterPolicy: 'v10',
    AmazonEKSComputePolicy: 'v7',
    AmazonEKSBlockStoragePolicy: 'v1',
    AmazonEKSLoadBalancingPolicy: 'v10',
    AmazonEKSNetworkingPolicy: 'v3',
    AWSElasticBeanstalkEKSTagging: 'v1',
  }],
  ['the cluster role of an account that has its own', stack =>
    new BeanstalkEksClusterRole(stack, 'Role', { awsManagedPolicies: false }), {}],
  ['the node role', stack => new BeanstalkEksNodeRole(stack, 'Role'), {
    AmazonEKSWorkerNodeMinimalPolicy: 'v1', AmazonEC2ContainerRegistryPullOnly: 'v1', AmazonSSMManagedInstanceCore: 'v2',
  }],
  ['the node role without Systems Manager', stack => new BeanstalkEksNodeRole(stack, 'Role', { systemsManager: false }), {
    AmazonEKSWorkerNodeMinimalPolicy: 'v1', AmazonEC2ContainerRegistryPullOnly: 'v1',
  }],
  ['the observability role', observability({}), {}],
  ['the observability role with the policies of AWS', observability({ awsManagedPolicies: true }), {
    CloudWatchAgentServerPolicy: 'v3', AWSElasticBeanstalkEKSObservability: 'v1',
  }],
  ['the image build role', stack => new BeanstalkEksImageBuildRole(stack, 'Role'), {}],
  ['the application role', stack => new BeanstalkEksApplicationRole(stack, 'Role'), {}],
];

test.each(ATTACHED)('%s has the managed policies of the guide, in the versions that were read', (_what, build, versions) => {
  const { template } = synthesize(build, ENV);
  const [{ Properties }] = Object.values(template.Resources!);
  const names = Object.keys(versions);
  expect(Properties!.ManagedPolicyArns ?? []).toEqual(names.map(name =>
    ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]] })));
  const newest = newestVersions();
  expect(Object.fromEntries(names.map(name => [name, newest.get(name)?.id]))).toEqual(versions);
});

test('the sources that are policies of AWS are their newest versions', () => {
  const policies = Object.values(EKS_SOURCES).filter(({ url }) => url.includes('/aws-managed-policy/'));
  const newest = newestVersions();
  expect(policies.map(({ section, asOf }) => [section, asOf])).toEqual(policies.map(({ section }) => {
    const [name] = section.split(' ');
    return [`${name} ${newest.get(name)!.id}`, newest.get(name)!.date];
  }));
  expect(policies).toHaveLength(3);
});

const OF_BEANSTALK = {
  ArnLike: { 'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:eu-central-1:111122223333:cluster/beanstalk-cluster-*' },
};

describe('the trust policy', () => {
  test.each<[string, (stack: Stack) => Construct, string, string[], object | undefined]>([
    ['of the cluster role', stack => new BeanstalkEksClusterRole(stack, 'Role'), 'eks.amazonaws.com',
      ['sts:AssumeRole', 'sts:TagSession'], { StringEquals: { 'aws:SourceAccount': '111122223333' } }],
    ['of the node role', stack => new BeanstalkEksNodeRole(stack, 'Role'), 'ec2.amazonaws.com', ['sts:AssumeRole'], undefined],
    ['of the observability role', observability({}), 'pods.eks.amazonaws.com',
      ['sts:AssumeRole', 'sts:TagSession'], OF_BEANSTALK],
    ['of the image build role', stack => new BeanstalkEksImageBuildRole(stack, 'Role'), 'codebuild.amazonaws.com',
      ['sts:AssumeRole'], { StringEquals: { 'aws:SourceAccount': '111122223333' } }],
    ['of the application role', stack => new BeanstalkEksApplicationRole(stack, 'Role', { environmentNames: ['shop-live'] }),
      'pods.eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'],
      { ...OF_BEANSTALK, StringEquals: { 'aws:RequestTag/kubernetes-namespace': 'eb-shop-live' } }],
    ['of the application role of several environments', stack => new BeanstalkEksApplicationRole(stack, 'Role', {
      environmentNames: ['shop-blue', 'shop-green'],
    }), 'pods.eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'],
    { ...OF_BEANSTALK, StringEquals: { 'aws:RequestTag/kubernetes-namespace': ['eb-shop-blue', 'eb-shop-green'] } }],
    ['of the application role with a prefix', stack => new BeanstalkEksApplicationRole(stack, 'Role', {
      environmentNames: ['bank'], environmentNamePrefix: 'shop-',
    }), 'pods.eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession'],
    { ...OF_BEANSTALK, StringLike: { 'aws:RequestTag/kubernetes-namespace': ['eb-bank', 'eb-shop-*'] } }],
  ])('%s is one statement', (_what, build, Service, Action, Condition) => {
    const { trust } = synthesizeRole(build, ENV);
    expect(trust).toEqual([expect.objectContaining({ Action, Principal: { Service } })]);
    expect(trust[0].Condition).toEqual(Condition);
  });
});

test('an environment gets its roles from the option settings', () => {
  const { template } = synthesize(stack => {
    new elasticbeanstalk.CfnEnvironment(stack, 'Environment', {
      applicationName: 'shop',
      optionSettings: [
        new BeanstalkEksClusterRole(stack, 'Cluster'), new BeanstalkEksNodeRole(stack, 'Node'),
        new BeanstalkEksObservabilityRole(stack, 'Observability'), new BeanstalkEksApplicationRole(stack, 'Application'),
      ].flatMap(role => role.optionSettings()),
    });
  }, ENV);
  const setting = (namespace: string, optionName: string, role: string) => ({
    Namespace: `aws:elasticbeanstalk:eks${namespace}`,
    OptionName: optionName,
    Value: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${role}Role`)), 'Arn'] },
  });
  expect(template.Resources!.Environment.Properties!.OptionSettings).toEqual([
    setting('', 'cluster-role', 'Cluster'),
    setting('', 'node-role', 'Node'),
    setting(':environment', 'observability-role', 'Observability'),
    setting(':environment', 'application-role', 'Application'),
  ]);
});

test('a role has no physical name unless it is asked for, and then that of the console', () => {
  const roles = [
    BeanstalkEksClusterRole, BeanstalkEksNodeRole, BeanstalkEksObservabilityRole, BeanstalkEksImageBuildRole,
  ];
  const nameOf = (build: (stack: Stack) => Construct) =>
    Object.values(synthesize(build, ENV).template.Resources!)[0].Properties!.RoleName;
  expect(roles.map(Role => nameOf(stack => new Role(stack, 'Role')))).toEqual(roles.map(() => undefined));
  expect(roles.map(Role => nameOf(stack => new Role(stack, 'Role', { roleName: Role.CONSOLE_ROLE_NAME })))).toEqual([
    'aws-elasticbeanstalk-eks-cluster-role',
    'aws-elasticbeanstalk-eks-node-role',
    'aws-elasticbeanstalk-eks-observability-role',
    'aws-elasticbeanstalk-eks-image-build-role',
  ]);
});

test('several regions have a bucket of logs and of versions each', () => {
  const resourcesOf = (build: (stack: Stack) => Construct, sid: string) =>
    synthesizeRole(build, ENV).all.find(({ Sid }) => Sid === sid)?.Resource;
  const regions = ['eu-central-1', 'us-east-1'];
  expect(resourcesOf(observability({ regions }), 'S3LogsPutObjects')).toEqual([
    'arn:aws:s3:::elasticbeanstalk-logs-111122223333-eu-central-1-an/*',
    'arn:aws:s3:::elasticbeanstalk-logs-111122223333-us-east-1-an/*',
  ]);
  expect(resourcesOf(stack => new BeanstalkEksImageBuildRole(stack, 'Role', { regions }), 'SourcesRead')).toEqual([
    'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333/*',
    'arn:aws:s3:::elasticbeanstalk-us-east-1-111122223333/*',
  ]);
});
