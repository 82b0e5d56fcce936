import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks';
import * as elasticbeanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  BeanstalkEc2Role, HopsworksInstanceProfile, ParallelCluster2InstanceRole, ParallelCluster2Scheduler,
  ParallelCluster2UserPolicy, ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterIamAccess,
  ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy, S3Location, SageMakerExecutionRole,
} from '../src';

// Our constructs wherever the CDK, and our own options, take a role, an instance profile or a policy.

const inStack = () => new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-central-1' } });
const TRAINING = { trainingJob: { outputs: [S3Location.uri('s3://models/')] } };
const templateOf = (build: (stack: Stack) => unknown) => {
  const stack = inStack();
  build(stack);
  return Template.fromStack(stack).toJSON() as object;
};

describe('a construct in place of its role, policy or profile creates the same template', () => {
  type Build = (stack: Stack, of: <T>(construct: { role?: T }) => T) => unknown;
  test.each<[string, Build]>([
    ['compute roles', (stack, of) => new ParallelClusterHeadNodeRole(stack, 'Head', {
      slurm: { computeRoles: [of<iam.IRole>(new ParallelClusterComputeNodeRole(stack, 'Queue'))] },
    })],
    ['roles that a notebook passes', (stack, of) => new SageMakerExecutionRole(stack, 'Notebook', {
      notebookInstance: { passableRoles: [of<iam.IRole>(new SageMakerExecutionRole(stack, 'Jobs', TRAINING))] },
    })],
    ['instance roles of users', (stack, of) => new ParallelCluster2UserPolicy(stack, 'Users', {
      createClusters: {
        schedulers: [ParallelCluster2Scheduler.SLURM],
        instanceRoles: [of<iam.IRole>(new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler: ParallelCluster2Scheduler.SLURM }))],
      },
    })],
    ['assumable roles', (stack, of) => new HopsworksInstanceProfile(stack, 'Head', {
      bucket: new s3.Bucket(stack, 'Bucket'), assumableRoles: [of<iam.IRole>(new SageMakerExecutionRole(stack, 'Jobs', TRAINING))],
    })],
    ['an existing role', (stack, of) => new SageMakerExecutionRole(stack, 'Both', {
      existingRole: of<iam.IRole>(new SageMakerExecutionRole(stack, 'Jobs', TRAINING)), model: { modelData: [S3Location.uri('s3://models/')] },
    })],
    ['roles of users', (stack, of) => new ParallelClusterUserPolicy(stack, 'Users', {
      createClusters: {}, roles: [of<iam.IRole>(new SageMakerExecutionRole(stack, 'Jobs', TRAINING))],
    })],
  ])('%s', (_what, build) => {
    const withRole = templateOf(stack => build(stack, ({ role }) => role!));
    expect(templateOf(stack => build(stack, construct => construct as never))).toEqual(withRole);
  });

  test('a permissions boundary', () => {
    const build = (of: (boundary: ParallelClusterPermissionsBoundary) => iam.IManagedPolicyRef) => templateOf(stack => {
      const boundary = of(new ParallelClusterPermissionsBoundary(stack, 'Boundary'));
      new ParallelClusterUserPolicy(stack, 'Users', {
        createClusters: {}, iamAccess: ParallelClusterIamAccess.withinBoundary(boundary),
      });
      new SageMakerExecutionRole(stack, 'Jobs', { ...TRAINING, permissionsBoundary: boundary, additionalManagedPolicies: [boundary] });
    });
    expect(build(boundary => boundary)).toEqual(build(({ policy }) => policy));
  });
});

describe('the CDK takes a construct', () => {
  test('as a role: in L1s, and as a grantee', () => {
    const stack = inStack();
    const role = new SageMakerExecutionRole(stack, 'Jobs', TRAINING);
    new lambda.CfnFunction(stack, 'Function', { role, code: {} });
    new eks.CfnNodegroup(stack, 'Nodes', { clusterName: 'c', subnets: [], nodeRole: role });
    new s3.Bucket(stack, 'Bucket').grantRead(role);
    const arn = { 'Fn::GetAtt': [Match.stringLikeRegexp('^JobsRole'), 'Arn'] };
    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Role: arn });
    Template.fromStack(stack).hasResourceProperties('AWS::EKS::Nodegroup', { NodeRole: arn });
  });

  test('as an instance profile', () => {
    const stack = inStack();
    new ec2.CfnInstance(stack, 'Instance', { iamInstanceProfile: new BeanstalkEc2Role(stack, 'Role', { webTier: {} }) });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::Instance', {
      IamInstanceProfile: { Ref: Match.stringLikeRegexp('^RoleInstanceProfile') },
    });
  });

  test('as a managed policy', () => {
    const stack = inStack();
    const { managedPolicyRef, policy } = new ParallelClusterPermissionsBoundary(stack, 'Boundary');
    expect(managedPolicyRef.policyArn).toBe(policy.managedPolicyArn);
  });

  test('and finds its L1 as the default child', () => {
    const stack = inStack();
    expect([
      new BeanstalkEc2Role(stack, 'Role', { webTier: {} }), new ParallelClusterPermissionsBoundary(stack, 'Boundary'),
    ].map(({ node }) => node.defaultChild)).toEqual([expect.any(iam.CfnRole), expect.any(iam.CfnManagedPolicy)]);
  });
});

describe('an L1 as an existing role', () => {
  const withL1 = (props: Partial<iam.CfnRoleProps> = {}, options = {}) => {
    const stack = inStack();
    const existing = new iam.CfnRole(stack, 'Existing', {
      assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }] },
      ...props,
    });
    const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {}, existingRole: existing, ...options });
    return { stack, existing, role };
  };

  test('gets the permissions, and is what the construct refers to', () => {
    const { stack, existing, role } = withL1({ path: '/team/' });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: 'Existing' }] });
    template.hasResourceProperties('AWS::IAM::InstanceProfile', { Roles: [{ Ref: 'Existing' }] });
    expect(role.roleRef).toEqual(existing.roleRef);
    expect(stack.resolve(role.role.roleArn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:role/team/', { Ref: 'Existing' }]],
    });
    expect(role.node.defaultChild).toBe(existing);
  });

  test('is passed by its attribute', () => {
    const { stack, role } = withL1();
    role.grantPass(new iam.User(stack, 'Ann'));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [Match.objectLike({ Action: 'iam:PassRole', Resource: { 'Fn::GetAtt': ['Existing', 'Arn'] } })] },
    });
  });

  test('must be assumable by the service', () => {
    const { stack } = withL1({ assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }] } });
    expect(() => Template.fromStack(stack)).toThrow("'existingRole' (Stack/Existing) can't be assumed by ec2.amazonaws.com");
  });

  test('counts in the size of its inline policies', () => {
    const { stack } = withL1({ policies: [{ policyName: 'Large', policyDocument: { Statement: [{ Resource: 'x'.repeat(10_000) }] } }] });
    expect(() => Template.fromStack(stack)).toThrow('the inline policies of the role together take');
  });

  test('is rejected with managed policies, which the CDK can attach only to an L2', () => {
    expect(() => withL1({}, { additionalManagedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')] }))
      .toThrow("'additionalManagedPolicies' can't be attached to the imported role 'Stack/Existing'");
  });

  test('may come with the L1 of its profile', () => {
    const stack = inStack();
    const existing = new iam.CfnRole(stack, 'Existing', { assumeRolePolicyDocument: {} });
    const profile = new iam.CfnInstanceProfile(stack, 'Profile', { roles: [existing.ref] });
    const role = new HopsworksInstanceProfile(stack, 'Head', {
      bucket: new s3.Bucket(stack, 'Bucket'), existingRole: iam.Role.fromRoleName(stack, 'R', 'r'), existingInstanceProfile: profile,
    });
    expect(stack.resolve([role.instanceProfile.instanceProfileName, role.instanceProfileRef.instanceProfileArn]))
      .toEqual([{ Ref: 'Profile' }, { 'Fn::GetAtt': ['Profile', 'Arn'] }]);
  });
});

test('users, groups and roles may be L1s', () => {
  const stack = inStack();
  const policy = new ParallelClusterUserPolicy(stack, 'Users', {
    createClusters: {},
    users: [new iam.CfnUser(stack, 'User')],
    groups: [new iam.CfnGroup(stack, 'Group')],
    roles: [new iam.CfnRole(stack, 'Role', { assumeRolePolicyDocument: {} })],
  });
  policy.attachToGroup(new iam.CfnGroup(stack, 'Later'));
  Template.fromStack(stack).allResourcesProperties('AWS::IAM::ManagedPolicy', {
    Users: [{ Ref: 'User' }], Groups: [{ Ref: 'Group' }, { Ref: 'Later' }], Roles: [{ Ref: 'Role' }],
  });
});

describe('a dependency on a construct waits for later grants', () => {
  const dependenciesOf = (stack: Stack) => {
    const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources('AWS::ElasticBeanstalk::Environment')) as { DependsOn: string[] }[];
    return DependsOn;
  };
  const environmentOf = (stack: Stack, role: BeanstalkEc2Role) => {
    const environment = new elasticbeanstalk.CfnEnvironment(stack, 'Environment', { applicationName: 'shop', optionSettings: role.optionSettings() });
    environment.node.addDependency(role);
    new s3.Bucket(stack, 'Pictures', { encryptionKey: new kms.Key(stack, 'Key') }).grantReadWrite(role);
  };

  test('to a new role', () => {
    const stack = inStack();
    environmentOf(stack, new BeanstalkEc2Role(stack, 'Role', { webTier: {} }));
    expect(dependenciesOf(stack)).toEqual(expect.arrayContaining(Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy'))));
  });

  test.each<[string, (stack: Stack) => iam.IRoleRef]>([
    ['a role of the app', stack => new iam.Role(stack, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') })],
    ['an imported role', stack => iam.Role.fromRoleName(stack, 'Existing', 'shop')],
    ['an L1', stack => new iam.CfnRole(stack, 'Existing', {
      assumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } }] },
    })],
  ])('to %s', (_what, existing) => {
    const stack = inStack();
    environmentOf(stack, new BeanstalkEc2Role(stack, 'Role', { webTier: {}, existingRole: existing(stack) }));
    const policies = Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies).toHaveLength(2);
    expect(dependenciesOf(stack)).toEqual(expect.arrayContaining(policies));
  });

  test('except to a role of another stack, whose policies are there', () => {
    const stack = inStack();
    const other = new Stack(stack.node.root as App, 'Other', { env: { account: '111122223333', region: 'eu-central-1' } });
    const existing = new iam.Role(other, 'Existing', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {}, existingRole: existing });
    new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleRef.roleArn }).node.addDependency(role);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});
