import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy,
  ParallelClusterUserPolicyProps, ParallelClusterVersion, S3Location,
} from '../../../src';
import { Environment, ENVIRONMENTS, TemplateJson } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { policiesOf, Policy, Statement } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const LONGEST_REGION = 'us-isof-south-1';
const FEATURES = [
  'Cluster', 'ClusterServices', 'ClusterIam', 'IamAccess', 'AwsBatch', 'FsxForLustre', 'ImageBuild', 'LoginNodes',
  'LogRetrieval',
];
const ALL_FEATURES: ParallelClusterUserPolicyProps = {
  iamAccess: ParallelClusterIamAccess.privileged(),
  awsBatch: {},
  fsxForLustre: {},
  imageBuild: true,
  loginNodes: true,
  logRetrieval: {},
};

const withProps = (props: (stack: Stack) => ParallelClusterUserPolicyProps) =>
  synthesize(stack => new ParallelClusterUserPolicy(stack, 'User', props(stack)));
const featureOf = ({ logicalId }: Policy) => /^User(\w+)Policy/.exec(logicalId)![1];
const statementsWith = (props: ParallelClusterUserPolicyProps): Statement[] =>
  policiesOf(withProps(() => props).template).flatMap(({ statements }) => statements);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

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

  test('are attached to users, groups and roles, of the app or imported, also later', () => {
    const { template } = synthesize(stack => {
      const given = new Fixtures(stack);
      const policy = new ParallelClusterUserPolicy(stack, 'User', {
        users: [given.user('ann')], groups: [given.group('team')], roles: [given.role('ci')],
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

  test.each([[ParallelClusterVersion.V3_5, true], [ParallelClusterVersion.V3_6, false], [undefined, false]])(
    'warns of access to all stacks with version %p: %p', (version, warns) => {
      const warnings = withProps(() => ({ version })).warnings.filter(text => text.includes('unrestrictedStacks'));
      expect(warnings).toHaveLength(warns ? 1 : 0);
    });

  test('the warning can be acknowledged', () => {
    const stack = new Stack(new App(), 'Stack');
    const user = new ParallelClusterUserPolicy(stack, 'User', { iamAccess: ParallelClusterIamAccess.privileged() });
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

describe('a version', () => {
  const actionsOf = (version: ParallelClusterVersion, sid: string, props: ParallelClusterUserPolicyProps = {}) =>
    statementsWith({ ...props, version }).find(({ Sid }) => Sid === sid)?.Action;

  test.each([
    ['ec2:DeleteTags', 'ClusterUseEc2', '3.9.0', '3.9.1'],
    ['cloudwatch:PutCompositeAlarm', 'ClusterUseAlarms', '3.7.2', '3.8.0'],
    ['cloudwatch:PutMetricAlarm', 'ClusterUseAlarms', '3.5.1', '3.6.0'],
    ['logs:TagResource', 'ClusterServicesUseLogs', '3.3.0', '3.3.1'],
    ['logs:PutMetricFilter', 'ClusterServicesUseLogs', '3.5.1', '3.6.0'],
    ['resource-groups:ListGroupResources', 'ClusterServicesReadGroups', '3.2.1', '3.3.0'],
    ['resource-groups:GetGroupConfiguration', 'ClusterServicesReadGroups', '3.4.1', '3.5.0'],
    ['cloudformation:CreateStack', 'ClusterCreateStacks', '3.5.1', '3.6.0'],
  ])('has %s since the version that needs it', (action, sid, before, from) => {
    expect(actionsOf(ParallelClusterVersion.of(before), sid) ?? []).not.toContain(action);
    expect(actionsOf(ParallelClusterVersion.of(from), sid)).toContain(action);
  });

  test.each([
    ['elasticloadbalancing:DescribeTags', 'LoginNodesDescribe', '3.11.0', '3.11.1'],
    ['elasticloadbalancing:RemoveTags', 'LoginNodesUseBalancers', '3.12.0', '3.13.0'],
    ['autoscaling:DeleteTags', 'LoginNodesUseScaling', '3.12.0', '3.13.0'],
  ])('with login nodes has %s since the version that needs it', (action, sid, before, from) => {
    expect(actionsOf(ParallelClusterVersion.of(before), sid, { loginNodes: true })).not.toContain(action);
    expect(actionsOf(ParallelClusterVersion.of(from), sid, { loginNodes: true })).toContain(action);
  });

  test.each(['dynamodb:UntagResource', 'logs:ListTagsForResource'])('always has %s, which AWS now requires', action => {
    expect(statementsWith({ version: ParallelClusterVersion.V3_2 }).flatMap(({ Action }) => Action)).toContain(action);
  });

  test('has all CloudFormation actions before 3.6, and only some since', () => {
    expect(actionsOf(ParallelClusterVersion.V3_5, 'ClusterManageStacks')).toEqual(['cloudformation:*']);
    expect(actionsOf(ParallelClusterVersion.V3_6, 'ClusterManageStacks')).toBeUndefined();
  });
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

describe('sizes', () => {
  /** The policy sizes for the props in an environment, by feature. */
  function sizes(environment: Environment, props: ParallelClusterUserPolicyProps): Record<string, number> {
    const { template } = withProps(() => props);
    return Object.fromEntries(policiesOf(template, environment).map(policy => [featureOf(policy), policy.characters]));
  }

  test.each(ENVIRONMENTS)('of all features are within the limit in $partition, in the longest region', environment => {
    const all = sizes(environment, { ...ALL_FEATURES, regions: [LONGEST_REGION] });
    expect(Object.keys(all)).toEqual(FEATURES);
    expect(Object.entries(all).filter(([, characters]) => characters > 6144)).toEqual([]);
  });

  test('of all features are within the limit without an environment', () => {
    expect(withProps(stack => ({ ...ALL_FEATURES, regions: [stack.region] })).warnings).toEqual([
      expect.stringContaining('privileged'),
    ]);
  });

  const secrets = (stack: Stack, count: number) =>
    many(count, index => secretsmanager.Secret.fromSecretNameV2(stack, `S${index}`, `hpc/cluster/password-${index}`));
  const roles = (stack: Stack, count: number) =>
    many(count, index => iam.Role.fromRoleName(stack, `R${index}`, `hpc-cluster-role-${index}`));
  const named = (count: number) => (stack: Stack): ParallelClusterUserPolicyProps => {
    const given = new Fixtures(stack);
    return {
      iamAccess: ParallelClusterIamAccess.restricted(roles(stack, count)),
      secrets: { passwords: secrets(stack, count) },
      storage: { buckets: many(count, index => given.bucket(`bucket-with-a-name-${index}`)) },
      fsxForLustre: { dataRepositories: many(count, index => S3Location.prefix(given.bucket(`bucket-with-a-name-${index}`), 'a/')) },
    };
  };

  test.each([...ENVIRONMENTS.map(environment => ({ ...environment, count: 1 })),
    ...ENVIRONMENTS.map(environment => ({ ...environment, count: 12 }))])(
    'are within the limit in $partition with $count secrets, roles and buckets', environment => {
      const { template, warnings } = withProps(named(environment.count));
      expect(policiesOf(template, environment).filter(({ characters }) => characters > 6144)).toEqual([]);
      expect(warnings).toEqual([]);
    });

  test.each<[string, (stack: Stack) => ParallelClusterUserPolicyProps]>([
    ['ClusterIam', stack => ({ secrets: { passwords: secrets(stack, 120) } })],
    ['ClusterIam', stack => ({ iamAccess: ParallelClusterIamAccess.restricted(roles(stack, 150)) })],
    ['ClusterServices', stack =>
      ({ storage: { buckets: many(200, index => new Fixtures(stack).bucket(`hpc-${index}`)) } })],
    ['FsxForLustre', stack => ({
      fsxForLustre: {
        dataRepositories: many(120, index => S3Location.bucket(new Fixtures(stack).bucket(`data-${index}`))),
      },
    })],
    ['IamAccess', stack => ({
      iamAccess: ParallelClusterIamAccess.privileged(
        many(150, index => new Fixtures(stack).managedPolicy(`policy-${index}`))),
    })],
  ])('rejects a policy %s over the limit, with the numbers', (feature, props) => {
    expect(() => withProps(props)).toThrow(new RegExp(
      `the managed policy of ${feature} takes \\d{4,5} to \\d{4,5} characters, IAM allows 6144: list fewer secrets`));
  });

  test('warns if the size depends on names generated during deployment', () => {
    const { warnings } = withProps(stack => ({
      secrets: { passwords: many(12, index => new Fixtures(stack).newSecret(`password-${index}`)) },
    }));
    expect(warnings).toEqual([expect.stringMatching(/the managed policy of ClusterIam takes \d+ to \d+ characters, depending/)]);
  });

  test('include statements that are added to a policy later', () => {
    expect(() => synthesize(stack => {
      const { managedPolicies } = new ParallelClusterUserPolicy(stack, 'User');
      managedPolicies[0].addStatements(new iam.PolicyStatement({
        actions: ['s3:GetObject'], resources: many(100, index => `arn:aws:s3:::a-bucket-with-a-name-${index}/*`),
      }));
    })).toThrow(/the managed policy of Cluster takes \d+ to \d+ characters, IAM allows 6144/);
  });
});

describe('attached to a user', () => {
  const attached = (props: ParallelClusterUserPolicyProps, others: number) => synthesize(stack => {
    const user = new iam.User(stack, 'Ann', {
      managedPolicies: many(others, index => iam.ManagedPolicy.fromAwsManagedPolicyName(`Other${index}`)),
    });
    new ParallelClusterUserPolicy(stack, 'User', { ...props, users: [user] });
  }).warnings.filter(warning => warning.includes('attached'));

  test('all features are within the default quota', () => {
    expect(attached(ALL_FEATURES, 1)).toEqual([]);
  });

  test('more than ten policies cause a warning', () => {
    expect(attached(ALL_FEATURES, 2)).toEqual([
      expect.stringContaining("11 managed policies are attached to the user 'Stack/Ann', and an account allows 10"),
    ]);
  });
});

describe('the permissions boundary', () => {
  const boundaryWith = (...args: unknown[]) => synthesize(stack =>
    new ParallelClusterPermissionsBoundary(stack, 'Boundary', ...(args as [])));

  test('is one policy, for the roles that users create', () => {
    const { template } = synthesize(stack => {
      const { policy } = new ParallelClusterPermissionsBoundary(stack, 'Boundary', { managedPolicyName: 'hpc', path: '/hpc/' });
      new ParallelClusterUserPolicy(stack, 'User', { iamAccess: ParallelClusterIamAccess.withinBoundary(policy) });
    });
    const assertions = Template.fromJSON(template);
    assertions.resourceCountIs('AWS::IAM::ManagedPolicy', 5);
    assertions.hasResourceProperties('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'hpc', Path: '/hpc/' });
    assertions.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({
          Sid: 'IamAccessManageRoles',
          Condition: { StringEquals: { 'iam:PermissionsBoundary': { Ref: Match.stringLikeRegexp('^Boundary') } } },
        })]),
      },
    });
  });

  test.each(ENVIRONMENTS)('fits in every $partition region with all features', environment => {
    const { template } = boundaryWith({ awsBatch: {}, imageBuild: true });
    expect(charactersOf(template, environment)).toBeLessThanOrEqual(6144);
    expect(boundaryWith({ awsBatch: {}, imageBuild: true }).warnings).toEqual([]);
  });

  test.each(ENVIRONMENTS)('fits in one $partition region with all features and a secret', environment => {
    const { template, warnings } = synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      awsBatch: {},
      imageBuild: true,
      regions: ['us-gov-west-1'],
      secrets: { passwords: [new Fixtures(stack).secret('db')] },
    }));
    expect(charactersOf(template, environment)).toBeLessThanOrEqual(6144);
    expect(warnings).toEqual([]);
  });

  test('never allows a role to change roles, except to delete those of images', () => {
    const actions = policiesOf(boundaryWith({ awsBatch: {}, imageBuild: true }).template)
      .flatMap(({ statements }) => statements).flatMap(({ Action }) => Action).filter(action => action.startsWith('iam:'));
    expect(actions).toEqual([
      'iam:PassRole', 'iam:DeleteInstanceProfile', 'iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy',
      'iam:RemoveRoleFromInstanceProfile',
    ]);
  });

  test('contains statements of the user in the same document', () => {
    const own = new iam.PolicyStatement({ sid: 'Own', actions: ['s3:GetObject'], resources: ['*'] });
    const [policy, ...others] = policiesOf(boundaryWith({ additionalStatements: [own] }).template);
    expect([policy.statements.slice(-1)[0].Sid, others]).toEqual(['Own', []]);
  });

  test('is rejected above the limit, with the numbers', () => {
    expect(() => synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      imageBuild: true,
      awsBatch: {},
      secrets: { passwords: many(20, index => secretsmanager.Secret.fromSecretNameV2(stack, `S${index}`, `password-${index}`)) },
    }))).toThrow(/the managed policy of the boundary takes \d{4} to \d{4} characters, IAM allows 6144: leave features out/);
  });

  function charactersOf(template: TemplateJson, environment: Environment): number {
    return policiesOf(template, environment)[0].characters;
  }
});
