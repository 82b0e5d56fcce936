import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkEc2Role, BeanstalkPermissionCheck, BeanstalkPermissionNeeds, BeanstalkServiceRole, ParallelClusterUserPolicy, PermissionCheck } from '../../src';

// Documents that say less about a role than they seem to: none of them may prove that it is sufficient.

const PLACE = { account: '111122223333', region: 'eu-central-1' };
const WEB = { ...PLACE, webTier: {} };
const WEB_TIER = 'arn:aws:iam::aws:policy/AWSElasticBeanstalkWebTier';
const OWN = 'arn:aws:iam::111122223333:policy/Own';
const LIMIT = 'arn:aws:iam::111122223333:policy/Limit';
const ALL = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const NOTHING = { Version: '2012-10-17', Statement: { Sid: 'Stop', Effect: 'Deny', Action: '*', Resource: '*' } };
const LOOKING = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' } };

const place = (app = new App(), id = 'Shop') => new Stack(app, id, { env: PLACE });
const check = (documents: object[], needs: BeanstalkPermissionNeeds = WEB) =>
  BeanstalkPermissionCheck.compare(documents.map(document => JSON.stringify(document)), needs);
const reasons = ({ missing, unclear }: PermissionCheck) =>
  [[...new Set(missing.map(({ reason }) => reason))], [...new Set(unclear.map(({ reason, details }) => `${reason} ${details}`))]];

const inline = (PolicyDocument: object, PolicyName = 'Inline') => ({ RoleName: 'shop', PolicyName, PolicyDocument });
const attached = (...arns: string[]) => ({ AttachedPolicies: arns.map(PolicyArn => ({ PolicyArn })) });
const version = (Document: object) => ({ PolicyVersion: { Document, VersionId: 'v1', IsDefaultVersion: true } });
const policy = (Arn: string, Document: object) => ({ Arn, PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }] });
const detail = (documents: object[], arns: string[] = [], boundary?: string) => ({
  RoleName: 'shop',
  RolePolicyList: documents.map((PolicyDocument, index) => ({ PolicyName: `P${index}`, PolicyDocument })),
  AttachedManagedPolicies: arns.map(PolicyArn => ({ PolicyArn })),
  ...(boundary !== undefined && { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
});

describe('a Deny or a boundary counts for managed policies, too', () => {
  const needs = { ...WEB, awsManagedPolicies: true };

  test.each<[string, object[], string[]]>([
    ['a Deny', [detail([NOTHING], [WEB_TIER])], [`may be denied by the statement 'Stop': ${WEB_TIER} is not printed`]],
    ['a boundary', [detail([], [WEB_TIER], LIMIT), policy(LIMIT, LOOKING)],
      [`may be denied by the permissions boundary ${LIMIT}: ${WEB_TIER} is not printed`]],
    ['a boundary that is not printed', [detail([], [WEB_TIER], LIMIT)],
      [`may be denied by the permissions boundary ${LIMIT}: ${WEB_TIER} is not printed`]],
    ['a policy that is not printed', [detail([], [WEB_TIER, OWN])], [`may be denied by ${OWN}: ${WEB_TIER} is not printed`]],
  ])('that are not printed: %s', (_, documents, unclear) => {
    expect([reasons(check(documents, needs)), check(documents, needs).isSufficient]).toEqual([[[], unclear], false]);
  });

  test.each<[string, object[], string[]]>([
    ['a Deny', [detail([NOTHING], [WEB_TIER]), policy(WEB_TIER, ALL)], ['denied']],
    ['a boundary', [detail([], [WEB_TIER], LIMIT), policy(LIMIT, LOOKING), policy(WEB_TIER, ALL)],
      ['granted in part by the permissions boundary']],
    ['a boundary, of NotAction', [detail([], [WEB_TIER], LIMIT), policy(LIMIT, { Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } }), policy(WEB_TIER, {
      Statement: { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b' },
    })], ['denied in part by the permissions boundary']],
  ])('that are printed: %s', (_, documents, missing) => {
    const found = check(documents, needs);
    expect([found.missing.map(({ reason }) => reason), found.isSufficient]).toEqual([missing, false]);
  });

  test('which have all that they allow if nothing denies it', () => {
    const other = { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:*', Resource: '*' } };
    const some = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: ['s3:Get*', 'sqs:*'], Resource: 'arn:aws:s3:::b/*' } };
    expect(check([detail([other], [WEB_TIER]), policy(WEB_TIER, some)], needs).isSufficient).toBe(true);
    expect(check([detail([], [WEB_TIER])], needs).isSufficient).toBe(true);
  });

  test('of the default service role', () => {
    const role = new BeanstalkServiceRole(place(), 'Service');
    const policies = ['service-role/AWSElasticBeanstalkEnhancedHealth', 'AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy']
      .map(name => `arn:aws:iam::aws:policy/${name}`);
    const compared = (documents: object[]) =>
      PermissionCheck.compare([JSON.stringify(detail(documents, policies))], role).isSufficient;
    expect([compared([ALL]), compared([ALL, NOTHING])]).toEqual([true, false]);
  });
});

describe('what is not printed may deny anything', () => {
  test.each<[string, object[], string, string]>([
    ['a boundary', [detail([ALL], [], LIMIT)], LIMIT, `the permissions boundary ${LIMIT}`],
    ['an attached policy', [detail([ALL], [OWN])], OWN, OWN],
    ['an inline policy', [inline(ALL), { PolicyNames: ['Inline', 'Other'] }], 'Other', 'Other'],
  ])('%s', (_, documents, named, called) => {
    const found = check(documents);
    expect([reasons(found), found.notPrinted, found.isSufficient])
      .toEqual([[[], [`may be denied by ${called}, which is not printed`]], [named], false]);
  });

  test('but policies of AWS are only named', () => {
    const found = check([detail([ALL], [WEB_TIER])]);
    expect([reasons(found), found.notPrinted, found.isSufficient]).toEqual([[[], []], [WEB_TIER], false]);
  });

  test('and a boundary that the role also has as a policy is not taken for printed', () => {
    const found = check([detail([], [WEB_TIER], WEB_TIER)], { ...WEB, awsManagedPolicies: true });
    expect([found.unclear.length, found.isSufficient]).toEqual([1, false]);
  });
});

describe('managed policies that the app creates', () => {
  const queues = (stack: Stack, id = 'Policy') => new iam.ManagedPolicy(stack, id, {
    statements: [new iam.PolicyStatement({ sid: 'Queues', actions: ['sqs:ListQueues'], resources: ['*'] })],
  });
  const lacking = (role: BeanstalkEc2Role) => {
    const printed = { Statement: { Effect: 'Allow', NotAction: 'sqs:*', Resource: '*' } };
    return PermissionCheck.compare([JSON.stringify(printed)], role).missing.map(({ sid }) => sid);
  };

  test.each<[string, (stack: Stack) => BeanstalkEc2Role]>([
    ['of an option', stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, additionalManagedPolicies: [queues(stack)] })],
    ['of another stack with the same ids', stack => {
      new iam.ManagedPolicy(stack, 'Policy', { statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] });
      return new BeanstalkEc2Role(stack, 'Role', { webTier: {}, additionalManagedPolicies: [queues(place(stack.node.root as App, 'Other'))] });
    }],
    ['added later', stack => {
      const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {} });
      role.role.addManagedPolicy(queues(stack));
      return role;
    }],
    ['that name the role', stack => {
      const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {} });
      queues(stack).attachToRole(role.role);
      return role;
    }],
    ['as an inline policy of another construct', stack => {
      const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {} });
      const statements = [new iam.PolicyStatement({ sid: 'Queues', actions: ['sqs:ListQueues'], resources: ['*'] })];
      new iam.Policy(stack, 'Inline', { statements, roles: [role.role] });
      return role;
    }],
  ])('are compared: %s', (_, build) => {
    expect(lacking(build(place()))).toEqual(['Queues']);
  });

  test('must be known', () => {
    const stack = place();
    const parameter = new CfnParameter(stack, 'Arn').valueAsString;
    const imported = iam.ManagedPolicy.fromManagedPolicyArn(stack, 'Imported', parameter);
    const role = new BeanstalkEc2Role(stack, 'Role', { webTier: {}, additionalManagedPolicies: [imported] });
    expect(() => lacking(role)).toThrow(/^Shop\/Role.*: the role has the managed policy .*, which is not in the app, and whose ARN has no value/);
  });
});

describe('a policy that nothing attaches does not count', () => {
  test.each<[string, object[]]>([
    ['none is attached', [attached(), version(ALL)]],
    ['one of two', [attached(OWN), version(LOOKING), version(ALL)]],
    ['next to the details', [detail([LOOKING]), version(ALL)]],
    ['a document next to the details', [detail([LOOKING]), ALL]],
    ['a boundary', [detail([LOOKING], [], LIMIT), version(ALL)]],
  ])('%s', (_, documents) => {
    expect(() => check(documents)).toThrow(/'documents' have more policies without an ARN than the role has policies that are only named \(\d\), .*details of the role/);
  });

  test.each<[string, object[]]>([
    ['the version of an attached policy', [attached(OWN), version(ALL)]],
    ['the same version twice', [attached(OWN), version(ALL), version(ALL)]],
    ['a copy of an inline policy', [detail([ALL]), ALL]],
    ['documents alone', [ALL]],
    ['versions alone', [version(ALL)]],
  ])('but %s does', (_, documents) => {
    expect(check(documents).isSufficient).toBe(true);
  });

  test('nor the version of a boundary as a grant', () => {
    const role = { Role: { RoleName: 'shop', AssumeRolePolicyDocument: {}, PermissionsBoundary: { PermissionsBoundaryArn: LIMIT } } };
    expect(check([role, inline(LOOKING), version(ALL)]).isSufficient).toBe(false);
  });
});

describe('policies of users and groups', () => {
  const ofUser = { UserName: 'shop', PolicyName: 'Own', PolicyDocument: ALL };
  const ofGroup = { GroupName: 'staff', PolicyName: 'Own', PolicyDocument: ALL };
  const user = { UserName: 'alice', GroupList: [], UserPolicyList: [{ PolicyName: 'Own', PolicyDocument: ALL }] };

  test.each<[string, object[], string | undefined, string]>([
    ['a policy of a user', [ofUser], undefined, "'documents' have no role, they are of the user \"shop\""],
    ['a policy of a group', [ofGroup], undefined, "'documents' have no role, they are of the group \"staff\""],
    ['a user of the account', [{ RoleDetailList: [], UserDetailList: [user] }], undefined, "'documents' have no role, they are of the user \"alice\""],
    ['the name of a user', [detail([ALL]), { UserDetailList: [user] }], 'alice',
      "'documents' have no role \"alice\", they are of the role \"shop\" and the user \"alice\""],
    ['a name without any', [ALL], 'nobody', "'documents' don't name a role, so 'roleName' can't choose \"nobody\": leave it out"],
  ])('are none of a role: %s', (_, documents, roleName, message) => {
    expect(() => check(documents, { ...WEB, roleName })).toThrow(message);
  });

  test('do not hide the role with the same name', () => {
    expect(check([ofUser, inline(LOOKING)]).isSufficient).toBe(false);
    expect(check([ofUser, inline(ALL)]).isSufficient).toBe(true);
  });

  test('are compared with policies of users', () => {
    const policies = new ParallelClusterUserPolicy(place(), 'Users', { useClusters: {} });
    const compare = (documents: object[], roleName?: string) =>
      PermissionCheck.compare(documents.map(document => JSON.stringify(document)), policies, { roleName }).isSufficient;
    expect([compare([ofUser]), compare([ofGroup]), compare([inline(ALL)])]).toEqual([true, true, true]);
    expect(compare([{ UserDetailList: [user], GroupDetailList: [{ GroupName: 'staff', GroupPolicyList: [] }] }], 'alice')).toBe(true);
    expect(() => compare([{ UserDetailList: [user], GroupDetailList: [{ GroupName: 'staff', GroupPolicyList: [] }] }]))
      .toThrow("'documents' must be of one role, user or group, got the user \"alice\" and the group \"staff\": compare one at a time, or choose it with 'roleName'");
    expect(() => compare([ofUser, inline(ALL)], 'shop'))
      .toThrow(/got the user "shop" and the role "shop": compare one at a time$/);
  });
});

describe('Terraform', () => {
  const state = (...resources: [type: string, attributes: object, rest?: object, instance?: object][]) => ({
    terraform_version: '1.9.0',
    resources: resources.map(([type, attributes, rest = {}, instance = {}]) =>
      ({ mode: 'managed', type, instances: [{ attributes, ...instance }], ...rest })),
  });
  const plan = (...resources: [type: string, values: object][]) => ({
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: resources.map(([type, values]) => ({ type, values })) } },
  });
  const role: [string, object] = ['aws_iam_role', { name: 'shop', permissions_boundary: null }];
  const everything: [string, object] = ['aws_iam_policy', { arn: OWN, policy: JSON.stringify(ALL) }];
  const own: [string, object] = ['aws_iam_role_policy', { role: 'shop', name: 'Own', policy: JSON.stringify(ALL) }];
  const UNKNOWN = 'a policy of a role that the plan does not know yet';

  test.each<[string, object, string[]]>([
    ['a role that is unknown', plan(role, everything, ['aws_iam_role_policy_attachment', { policy_arn: OWN }]), [UNKNOWN]],
    ['roles that are unknown', plan(role, everything, ['aws_iam_policy_attachment', { policy_arn: OWN }]), [UNKNOWN]],
    ['a role of several that is unknown', plan(role, everything, ['aws_iam_policy_attachment', { policy_arn: OWN, roles: [null] }]), [UNKNOWN]],
    ['attachments of a role that is unknown', plan(role, everything, ['aws_iam_role_policy_attachments_exclusive', { policy_arns: [OWN] }]), [UNKNOWN]],
    ['policies that are unknown', plan(role, own, ['aws_iam_role_policy_attachments_exclusive', { role_name: 'shop' }]),
      ['a managed policy that the plan does not know yet']],
    ['a boundary that is unknown', plan(['aws_iam_role', { name: 'shop' }], own), ['a permissions boundary that the plan does not know yet']],
  ])('names %s', (_, document, notPrinted) => {
    const found = check([document]);
    expect([found.notPrinted, found.isSufficient]).toEqual([notPrinted, false]);
  });

  test('has what is known', () => {
    expect(check([plan(role, own)]).isSufficient).toBe(true);
    expect(check([plan(role, own, ['aws_iam_policy_attachment', { policy_arn: OWN, roles: null, users: ['anna'] }])]).isSufficient).toBe(true);
  });

  test('has no policies that it is about to destroy', () => {
    expect(() => check([state(['aws_iam_role_policy', own[1], {}, { deposed: '0a1b2c3d' }])])).toThrow("'documents' must hold a policy document");
    const shown = { terraform_version: '1.9.0', values: { root_module: { resources: [{ type: own[0], values: own[1], deposed_key: '0a1b2c3d' }] } } };
    expect(() => check([shown])).toThrow("'documents' must hold a policy document");
  });

  test('only reads a role with mode data', () => {
    const data = { mode: 'data' };
    expect(() => check([state(['aws_iam_role', role[1], data])])).toThrow("'documents' must hold a policy document");
    expect(check([state(['aws_iam_role', { name: 'shop', permissions_boundary: LIMIT }, data], own)]).notPrinted).toEqual([LIMIT]);
    const ofAccount = state(['aws_iam_role', role[1], data], ['aws_iam_policy', everything[1], data]);
    expect(() => check([ofAccount])).toThrow('nothing that says which are attached');
  });
});

test.each<[string, object, Partial<Record<keyof BeanstalkPermissionNeeds | 'existingRole' | 'additionalManagedPolicies', unknown>>, string]>([
  ['the policy of a bucket', { Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } }, {},
    "'documents[0]' is the policy of a resource, or says who can assume the role: it has a statement with a Principal"],
  ['the policy of a queue', { Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: '1' }, Action: '*', Resource: '*' }] }, {}, 'is the policy of a resource'],
  ['the partition of another region', ALL, { region: 'us-east-1', partition: 'aws-cn' },
    "'needs.partition' must be that of 'needs.region', 'aws', got 'aws-cn': leave it out"],
  ['the role', ALL, { existingRole: {} }, "'needs.existingRole' is an option of BeanstalkEc2Role, and none of the needs"],
  ['additional policies', ALL, { additionalManagedPolicies: [] }, "'needs.additionalManagedPolicies' is an option of BeanstalkEc2Role"],
  ['a new queue', ALL, { workerTier: { queue: new sqs.Queue(place(), 'New') } },
    /^BeanstalkPermissionCheck: the statement 'WorkerTierUseQueue' has .* of 'needs\.workerTier\.queue', which has no value before the deployment/ as never],
])('rejects %s', (_, document, needs, message) => {
  expect(() => check([document], { ...WEB, ...needs } as never)).toThrow(message);
});

test('a bucket has a region only if Elastic Beanstalk makes it there', () => {
  const guard = { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } } };
  const { unclear } = check([{ Version: '2012-10-17', Statement: [ALL.Statement, guard] }]);
  expect([...new Set(unclear.map(({ sid }) => sid))]).toEqual(['CommonReadAssets']);
});
