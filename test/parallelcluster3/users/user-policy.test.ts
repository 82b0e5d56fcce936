import { App, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ALL_FEATURES, FEATURES, featureOf, statementsWith, withProps } from './user-policies';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps, ParallelClusterVersion,
} from '../../../src';
import { Fixtures } from '../../support/given';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

describe('the policies', () => {
  test('are one for each feature, in a fixed order', () => {
    const stack = new Stack(new App(), 'Stack');
    const { managedPolicies } = new ParallelClusterUserPolicy(stack, 'User', ALL_FEATURES);
    expect(managedPolicies.map(({ node }) => node.id)).toEqual(FEATURES.map(feature => `${feature}Policy`));
  });

  test('are three without features', () => {
    expect(policiesOf(withProps(() => ({})).template).map(featureOf)).toEqual(['Cluster', 'ClusterServices', 'ClusterIam']);
  });

  test('can have names and a path', () => {
    const { template } = withProps(() => ({ managedPolicyNamePrefix: 'hpc-', path: '/hpc/' }));
    const names = Object.values(template.Resources!)
      .map(({ Properties }) => [Properties!.ManagedPolicyName, Properties!.Path]);
    expect(names).toEqual([['hpc-Cluster', '/hpc/'], ['hpc-ClusterServices', '/hpc/'], ['hpc-ClusterIam', '/hpc/']]);
  });

  test('warn of a cluster whose name is known only at deployment', () => {
    const stack = new Stack(new App(), 'Stack');
    new ParallelClusterUserPolicy(stack, 'User', {
      useClusters: { clusterNames: ['hpc', Lazy.string({ produce: () => 'other' })] },
    });
    Annotations.fromStack(stack).hasWarning('/Stack/User',
      Match.stringLikeRegexp("'useClusters.clusterNames' is known only at deployment"));
  });

  test('are attached to users, groups and roles, of the app or imported, also later', () => {
    const { template } = synthesize(stack => {
      const given = new Fixtures(stack);
      const policy = new ParallelClusterUserPolicy(stack, 'User', {
        createClusters: {},
        users: [given.user('ann')],
        groups: [given.group('team')],
        roles: [given.role('ci')],
      });
      policy.attachToUser(new iam.User(stack, 'Bob'));
      policy.attachToGroup(new iam.Group(stack, 'Team'));
      policy.attachToRole(given.newRole('admin'));
    });
    const ofUser = Object.entries(template.Resources!).filter(([id]) => id.startsWith('User'));
    expect(ofUser).toHaveLength(3);
    ofUser.forEach(([, { Properties }]) => expect(Properties).toMatchObject({
      Users: ['ann', { Ref: expect.stringMatching(/^Bob/) }],
      Groups: ['team', { Ref: expect.stringMatching(/^Team/) }],
      Roles: ['ci', { Ref: expect.stringMatching(/^Given/) }],
    }));
  });
});

describe('access to IAM', () => {
  test('warns that a privileged user is equivalent to an administrator', () => {
    expect(withProps(() => ({ iamAccess: ParallelClusterIamAccess.privileged() })).warnings).toEqual([
      expect.stringContaining("'iamAccess' is privileged: anyone with these policies can create a role with any permissions"),
    ]);
  });

  test.each([
    ['without access', () => undefined],
    ['restricted', () => ParallelClusterIamAccess.restricted()],
    ['within a boundary', (stack: Stack) =>
      ParallelClusterIamAccess.withinBoundary(new ParallelClusterPermissionsBoundary(stack, 'Boundary'))],
  ])('does not warn %s', (_, iamAccess) => {
    expect(withProps(stack => ({ iamAccess: iamAccess(stack) })).warnings).toEqual([]);
  });

  test('the warning can be acknowledged', () => {
    const stack = new Stack(new App(), 'Stack');
    const user = new ParallelClusterUserPolicy(stack, 'User', { createClusters: {}, iamAccess: ParallelClusterIamAccess.privileged() });
    Annotations.fromStack(stack).hasWarning('/Stack/User', Match.stringLikeRegexp('privilegedIamAccess'));
    expect(user.node.metadata.map(({ data }) => String(data))).toEqual([
      expect.stringContaining('[ack: cdk-platform-iam:privilegedIamAccess]'),
    ]);
  });

  test('only privileged users may create the cleanup role of images, which has no boundary', () => {
    const props = { imageBuild: true, resourcePrefix: { path: '/hpc/' } };
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    const makesIt = (iamAccess: ParallelClusterIamAccess, version = ParallelClusterVersion.LATEST) =>
      statementsWith({ ...props, iamAccess, version }).some(({ Sid }) => Sid === 'IamAccessMakeImageCleanupRole');
    expect(makesIt(ParallelClusterIamAccess.privileged())).toBe(true);
    expect(makesIt(ParallelClusterIamAccess.privileged(), ParallelClusterVersion.V3_13)).toBe(false);
    expect(makesIt(ParallelClusterIamAccess.withinBoundary(boundary))).toBe(false);
    expect(makesIt(ParallelClusterIamAccess.restricted())).toBe(false);
  });

  test('with a boundary, each change to the permissions of a role requires it', () => {
    const boundary = iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess');
    const statements = statementsWith({
      ...ALL_FEATURES, resourcePrefix: { path: '/hpc/' }, iamAccess: ParallelClusterIamAccess.withinBoundary(boundary),
    });
    const change = /^iam:(Attach|Create|Delete|Detach|Put)Role(Policy)?$/;
    const changing = statements.filter(({ Action, Resource }) =>
      Action.some(action => change.test(action)) && !Resource.every(resource => resource.includes(':role/aws-service-role/')));
    expect(changing.map(({ Sid }) => Sid)).toEqual(['IamAccessManageRoles', 'IamAccessAttachPolicies']);
    changing.forEach(({ Condition }) =>
      expect(Object.keys(Condition!.StringEquals)).toEqual(['iam:PermissionsBoundary']));
  });
});

describe('a boundary that is no limit', () => {
  const BY_APP = "the policy 'Stack/Limit' does not limit the roles that have it as their boundary: they may call";
  const withinBoundary = (boundary: (stack: Stack) => iam.IManagedPolicyRef) =>
    withProps(stack => ({ iamAccess: ParallelClusterIamAccess.withinBoundary(boundary(stack)) })).warnings;
  const policyOf = (stack: Stack, ...statements: readonly iam.PolicyStatement[]) =>
    new iam.ManagedPolicy(stack, 'Limit', { statements: [...statements] });
  const allow = (actions: string[], resources = ['*'], conditions?: iam.PolicyStatementProps['conditions']) =>
    new iam.PolicyStatement({ actions, resources, conditions });
  const deny = (actions: string[]) =>
    new iam.PolicyStatement({ effect: iam.Effect.DENY, actions, resources: ['*'] });
  const passesRoles = (stack: Stack) => policyOf(stack, allow(['iam:PassRole']));

  test.each([
    ['a policy of the app', (stack: Stack) => policyOf(stack, allow(['*']))],
    ['an L1', (stack: Stack) => new iam.CfnManagedPolicy(stack, 'Limit', {
      policyDocument: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
    })],
    ['a policy that leaves IAM out', (stack: Stack) =>
      policyOf(stack, new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }))],
    ['a policy for one service', (stack: Stack) =>
      policyOf(stack, allow(['iam:PassRole'], ['*'], { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }))],
    ['a policy for all roles of the account', (stack: Stack) =>
      policyOf(stack, allow(['sts:AssumeRole'], [`arn:aws:iam::${stack.account}:role/*`]))],
  ])('warns about %s', (_, boundary) => {
    expect(withinBoundary(boundary)).toEqual([expect.stringContaining(BY_APP)]);
  });

  test('names the actions, what follows and what to do, and can be acknowledged', () => {
    expect(withinBoundary(passesRoles)).toEqual([
      `${BY_APP} iam:PassRole on everything. Anyone who can create roles within it can get every permission, which is ` +
        'equivalent to an administrator. Leave these actions out, or name the resources ' +
        '[ack: cdk-platform-iam:unlimitedBoundary]',
    ]);
  });

  test('warns about statements that the app adds later', () => {
    const { warnings } = synthesize(stack => {
      const boundary = policyOf(stack, allow(['s3:GetObject']));
      new ParallelClusterUserPolicy(stack, 'User', {
        createClusters: {}, iamAccess: ParallelClusterIamAccess.withinBoundary(boundary),
      });
      boundary.addStatements(allow(['iam:CreateRole']));
    });
    expect(warnings).toEqual([expect.stringContaining(`${BY_APP} iam:CreateRole on everything`)]);
  });

  test('warns once about a policy that several users have', () => {
    const { warnings } = synthesize(stack => {
      const iamAccess = ParallelClusterIamAccess.withinBoundary(passesRoles(stack));
      ['Ann', 'Bob'].forEach(id => new ParallelClusterUserPolicy(stack, id, { createClusters: {}, iamAccess }));
    });
    expect(warnings).toHaveLength(1);
  });

  test('warns once about a boundary of this library with statements of the app', () => {
    const boundaryWith = (stack: Stack) =>
      new ParallelClusterPermissionsBoundary(stack, 'Boundary', { additionalStatements: [allow(['iam:*'])] });
    const warning = expect.stringContaining(
      "the policy 'Stack/Boundary/Policy' does not limit the roles that have it as their boundary: they may call iam:AddClientID");
    expect(withinBoundary(boundaryWith)).toEqual([warning]);
    expect(withinBoundary(stack => boundaryWith(stack).policy)).toEqual([warning]);
    expect(synthesize(boundaryWith).warnings).toEqual([warning]);
  });

  test.each(['AdministratorAccess', 'AWSLambda_FullAccess', 'PowerUserAccess', 'job-function/DataScientist'])(
    'warns about the policy %s of AWS', name => {
      expect(withinBoundary(() => iam.ManagedPolicy.fromAwsManagedPolicyName(name))).toEqual([expect.stringContaining(
        `the AWS managed policy ${name} does not limit the roles that have it as their boundary: they may change, pass or ` +
          'assume every role of the account')]);
    });

  test('warns about a policy of AWS that is imported by its ARN', () => {
    expect(withinBoundary(stack => iam.ManagedPolicy.fromManagedPolicyArn(
      stack, 'Limit', 'arn:aws-cn:iam::aws:policy/PowerUserAccess'))).toEqual([expect.stringMatching(/PowerUserAccess/)]);
  });

  test.each<[string, (stack: Stack) => iam.IManagedPolicyRef]>([
    ['the boundary of this library', stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary')],
    ['a policy with named roles', stack => policyOf(stack, allow(['iam:*'], ['arn:aws:iam::111122223333:role/hpc/*']))],
    ['a policy that denies all changes of roles', stack => policyOf(stack, allow(['*']), deny(['iam:*', 'sts:AssumeRole']))],
    ['a policy whose new roles have the boundary, too', stack => policyOf(stack,
      allow(['iam:CreateRole'], ['*'], { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/hpc' } }))],
    ['a policy that reads roles', stack => policyOf(stack, allow(['iam:Get*', 'iam:List*']))],
    ['a harmless policy of AWS', () => iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonS3FullAccess')],
    ['an import, whose contents are not known', stack =>
      iam.ManagedPolicy.fromManagedPolicyName(stack, 'Limit', 'AdministratorAccess')],
    ['an L1 whose document is not known', stack =>
      new iam.CfnManagedPolicy(stack, 'Limit', { policyDocument: Lazy.any({ produce: () => ({}) }) })],
  ])('does not warn about %s', (_, boundary) => {
    expect(withinBoundary(boundary)).toEqual([]);
  });

  test('does not warn about policies that users only attach to roles', () => {
    expect(withProps(stack => ({
      iamAccess: ParallelClusterIamAccess.withinBoundary(
        new ParallelClusterPermissionsBoundary(stack, 'Boundary'), [policyOf(stack, allow(['*']))]),
    })).warnings).toEqual([]);
  });
});

describe('a version', () => {
  const actionsOf = (version: ParallelClusterVersion, sid: string, props: ParallelClusterUserPolicyProps = {}) =>
    statementsWith({ ...props, version }).find(({ Sid }) => Sid === sid)?.Action;

  test.each<[string, string, string, string, ParallelClusterUserPolicyProps]>([
    ['cloudwatch:PutCompositeAlarm', 'ClusterPutAlarms', '3.7.2', '3.8.0', {}],
    ['cloudwatch:PutMetricAlarm', 'ClusterPutAlarms', '3.5.1', '3.6.0', {}],
    ['cloudwatch:TagResource', 'ClusterUseAlarms', '3.5.1', '3.6.0', {}],
    ['cloudwatch:DescribeAlarms', 'ClusterFindAlarms', '3.5.1', '3.6.0', {}],
    ['logs:PutMetricFilter', 'ClusterServicesUseLogs', '3.5.1', '3.6.0', {}],
    ['resource-groups:ListGroupResources', 'ClusterServicesReadGroups', '3.2.1', '3.3.0', {}],
    ['resource-groups:GetGroupConfiguration', 'ClusterServicesReadGroups', '3.2.1', '3.3.0', {}],
    ['tag:GetResources', 'LoginNodesDescribe', '3.15.1', '3.16.0', { createClusters: { loginNodes: true } }],
    ['tag:GetResources', 'UseDescribeLoginNodes', '3.15.1', '3.16.0', { useClusters: {} }],
    ['elasticloadbalancing:DescribeTags', 'UseDescribeLoginNodes', '3.6.1', '3.7.0', { useClusters: {} }],
  ])('has %s (%s) since the first release that calls it', (action, sid, before, from, props) => {
    expect(actionsOf(ParallelClusterVersion.of(before), sid, props) ?? []).not.toContain(action);
    expect(actionsOf(ParallelClusterVersion.of(from), sid, props)).toContain(action);
  });

  const OLD = statementsWith({ version: ParallelClusterVersion.V3_2, imageBuild: true })
    .flatMap(({ Action }) => Action);
  const OLD_LOGIN = statementsWith({ version: ParallelClusterVersion.V3_7, createClusters: { loginNodes: true } })
    .flatMap(({ Action }) => Action);

  test.each([
    'cloudwatch:TagResource', 'cloudwatch:UntagResource', 'dynamodb:UntagResource', 'ec2:DeleteTags',
    'imagebuilder:CancelImageCreation', 'logs:ListTagsForResource', 'logs:TagResource', 'logs:UntagResource',
  ])('always has %s, which AWS now requires', action => {
    expect(OLD).toContain(action);
  });

  test.each([
    'autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteTags', 'autoscaling:DescribeLifecycleHooks',
    'elasticloadbalancing:DescribeTags', 'elasticloadbalancing:ModifyTargetGroup', 'elasticloadbalancing:RemoveTags',
    'iam:CreateServiceLinkedRole',
  ])('has %s since there are login nodes', action => {
    expect(OLD_LOGIN).toContain(action);
  });

  test.each([ParallelClusterVersion.V3_2, ParallelClusterVersion.V3_5, ParallelClusterVersion.LATEST])(
    'changes stacks of clusters only: %j', version => {
      const changing = statementsWith({ version }).filter(({ Action }) =>
        Action.some(action => /^cloudformation:(\*|Create|Delete|Update)/.test(action)));
      expect(changing.map(({ Condition }) => Object.keys(Condition?.Null ?? {}).length > 0))
        .toEqual([true, true, true]);
    });
});

test('existing file systems of FSx are looked up, and never changed', () => {
  const actions = statementsWith({ createClusters: { existingFsx: true } }).flatMap(({ Action }) => Action);
  expect(actions.filter(action => action.startsWith('fsx:'))).toEqual(['fsx:Describe*']);
});

describe('a region', () => {
  const region = 'us-gov-west-1';

  test('is a condition of every statement without another one, except for global services', () => {
    const everywhere = statementsWith({ ...ALL_FEATURES, regions: [region] }).filter(({ Resource }) => Resource.includes('*'));
    const conditioned = everywhere.filter(({ Condition }) =>
      Condition?.StringEquals?.['aws:RequestedRegion'] === region).map(({ Sid }) => Sid);
    expect(everywhere.filter(({ Sid }) => !conditioned.includes(Sid)).map(({ Action }) => Action[0].split(':')[0]))
      .toEqual(['route53']);
  });

  test('is no condition of other statements', () => {
    const named = statementsWith({ ...ALL_FEATURES, regions: [region] }).filter(({ Resource }) => !Resource.includes('*'));
    expect(named.filter(({ Condition }) => JSON.stringify(Condition ?? {}).includes('aws:RequestedRegion'))).toEqual([]);
  });

  test('is any region by default', () => {
    const regions = statementsWith(ALL_FEATURES).flatMap(({ Resource }) => Resource)
      .filter(resource => resource !== '*').map(resource => resource.split(':')[3]);
    expect(new Set(regions)).toEqual(new Set(['', '*']));
  });
});
