import { OwnerChoice } from '../../../src/private/comparison/printed/owners';
import { readPrintedRole } from '../../../src/private/comparison/printed/printed-role';

const PLACE = { partition: 'aws', account: '111122223333', regions: ['eu-central-1'] };
const ROLE = 'arn:aws:iam::111122223333:role/service/shop';
const POLICY = 'arn:aws:iam::111122223333:policy/Shop';
const AWS_POLICY = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';

const document = (...actions: string[]) =>
  ({ Version: '2012-10-17', Statement: actions.map(Action => ({ Effect: 'Allow', Action, Resource: '*' })) });
const json = (value: unknown) => JSON.stringify(value);
const trust = { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } } };

/** The actions that the role is read to have, and what is named only. */
function read(texts: readonly unknown[], name?: string, kinds: OwnerChoice['kinds'] = ['role']) {
  const printed = readPrintedRole(texts.map(text => (typeof text === 'string' ? text : json(text))), PLACE, { kinds, name });
  return {
    actions: printed.statements.flatMap(({ actions }) => actions.patterns.map(({ text }) => text)),
    notPrinted: printed.notPrinted,
    boundary: printed.boundary,
  };
}

const roleDetail = {
  RoleName: 'shop',
  Arn: ROLE,
  AssumeRolePolicyDocument: trust,
  InstanceProfileList: [{ Roles: [{ RoleName: 'shop', AssumeRolePolicyDocument: trust }] }],
  RolePolicyList: [{ PolicyName: 'Inline', PolicyDocument: document('s3:Inline') }],
  AttachedManagedPolicies: [{ PolicyName: 'Shop', PolicyArn: POLICY }],
};
const policyDetail = (arn: string, ...actions: string[]) => ({
  PolicyName: 'Shop',
  Arn: arn,
  AttachmentCount: 1,
  PolicyVersionList: [
    { VersionId: 'v2', IsDefaultVersion: true, Document: document(...actions) },
    { VersionId: 'v1', IsDefaultVersion: false, Document: document('s3:Old') },
  ],
});
const bank = { ...roleDetail, RoleName: 'bank', Arn: ROLE.replace('shop', 'bank'), RolePolicyList: [{ PolicyName: 'B', PolicyDocument: document('s3:Bank') }] };
const inline = (RoleName: string) => ({ RoleName, PolicyName: 'Inline', PolicyDocument: document(`s3:${RoleName}`) });
const version = (rest: object = {}) =>
  ({ PolicyVersion: { Document: document('s3:Version'), VersionId: 'v2', IsDefaultVersion: true, ...rest } });
const attachedList = { AttachedPolicies: [{ PolicyName: 'Shop', PolicyArn: POLICY }] };

describe('the documents of a role', () => {
  test.each<[string, unknown[], string[]]>([
    ['a document', [document('s3:A')], ['s3:A']],
    ['a document with a byte-order mark', [`\ufeff${json(document('s3:A'))}`], ['s3:A']],
    ['a document, percent-encoded', [encodeURIComponent(json(document('s3:A')))], ['s3:A']],
    ['a document with white space around', [`\n ${json(document('s3:A'))} \n`], ['s3:A']],
    ['a list of documents', [[document('s3:A'), document('s3:B')]], ['s3:A', 's3:B']],
    ['a single statement', [{ Statement: { Effect: 'Allow', Action: ['s3:A', 's3:B'], Resource: '*' } }], ['s3:A', 's3:B']],
    ['get-role-policy', [inline('shop')], ['s3:shop']],
    ['get-role-policy, encoded', [{ ...inline('shop'), PolicyDocument: encodeURIComponent(json(document('s3:A'))) }], ['s3:A']],
    ['get-policy-version', [version()], ['s3:Version']],
    ['a version of it', [version().PolicyVersion], ['s3:Version']],
    ['the document of a version alone', [{ Document: document('s3:Version') }], ['s3:Version']],
    ['a role of the account details', [roleDetail, policyDetail(POLICY, 's3:Managed')], ['s3:Inline', 's3:Managed']],
    ['the account details', [{ RoleDetailList: [roleDetail], Policies: [policyDetail(POLICY, 's3:Managed'), policyDetail(AWS_POLICY, 's3:Other')] }],
      ['s3:Inline', 's3:Managed']],
    ['a managed policy', [policyDetail(POLICY, 's3:Managed')], ['s3:Managed']],
    ['a role and its policies one by one',
      [{ Role: { RoleName: 'shop', Arn: ROLE, AssumeRolePolicyDocument: trust } }, { PolicyNames: ['Inline'] }, inline('shop'), attachedList, version()],
      ['s3:shop', 's3:Version']],
  ])('are read from %s', (_, texts, actions) => {
    expect(read(texts)).toEqual({ actions, notPrinted: [] });
  });

  test('are those of the chosen role', () => {
    expect(read([{ RoleDetailList: [roleDetail, bank], Policies: [policyDetail(POLICY, 's3:Managed')] }], 'bank'))
      .toEqual({ actions: ['s3:Bank', 's3:Managed'], notPrinted: [] });
    expect(read([inline('shop'), inline('bank')], 'shop').actions).toEqual(['s3:shop']);
  });

  test('may be those of a user with its groups, or of a group', () => {
    const account = {
      RoleDetailList: [],
      UserDetailList: [{ UserName: 'anna', GroupList: ['staff'], UserPolicyList: [{ PolicyName: 'U', PolicyDocument: document('s3:User') }] }],
      GroupDetailList: [
        { GroupName: 'staff', GroupPolicyList: [{ PolicyName: 'G', PolicyDocument: document('s3:Staff') }] },
        { GroupName: 'others', GroupPolicyList: [{ PolicyName: 'G', PolicyDocument: document('s3:Others') }] },
      ],
    };
    expect(read([account], 'anna', ['user', 'group']).actions).toEqual(['s3:User', 's3:Staff']);
    expect(read([account], 'others', ['user', 'group']).actions).toEqual(['s3:Others']);
    expect(read([account.GroupDetailList[0]], undefined, ['group']).actions).toEqual(['s3:Staff']);
    expect(read([{ GroupDetailList: [account.GroupDetailList[0]] }], undefined, ['group']).actions).toEqual(['s3:Staff']);
    expect(read([{ UserDetailList: [{ UserName: 'anna', GroupList: ['staff'], UserPolicyList: [] }] }], undefined, ['user']).notPrinted)
      .toEqual(['the policies of the group staff']);
  });

  test('have a boundary, which may be printed', () => {
    const limits = { PermissionsBoundary: { PermissionsBoundaryArn: POLICY } };
    const role = { ...roleDetail, AttachedManagedPolicies: [], ...limits };
    expect(read([role]).boundary).toEqual({ arn: POLICY });
    expect(read([role, policyDetail(POLICY, 's3:Limit')])).toEqual({
      actions: ['s3:Inline'], notPrinted: [], boundary: { arn: POLICY, statements: [expect.objectContaining({ policy: POLICY })] },
    });
  });

  test.each<[string, unknown[], string[]]>([
    ['an attached policy', [roleDetail], [POLICY]],
    ['an attached policy of a list', [inline('shop'), attachedList], [POLICY]],
    ['an inline policy of a list', [inline('shop'), { PolicyNames: ['Inline', 'Other'] }], ['Other']],
  ])('name what is not printed: %s', (_, texts, notPrinted) => {
    expect(read(texts).notPrinted).toEqual(notPrinted);
  });
});

describe('the state of Terraform', () => {
  const resources: readonly (readonly [type: string, attributes: object])[] = [
    ['aws_iam_role', {
      name: 'shop',
      arn: ROLE,
      assume_role_policy: json(trust),
      permissions_boundary: '',
      managed_policy_arns: [POLICY],
      inline_policy: [{ name: 'Inline', policy: json(document('s3:Inline')) }, { name: '', policy: '' }],
    }],
    ['aws_iam_role_policy', { role: 'shop', name: 'Inline', policy: json(document('s3:Inline')) }],
    ['aws_iam_role_policy', { role: 'shop', name: 'Second', policy: json(document('s3:Second')) }],
    ['aws_iam_policy', { arn: POLICY, policy: json(document('s3:Managed')) }],
    ['aws_iam_policy', { arn: `${POLICY}2`, policy: json(document('s3:Unattached')) }],
    ['aws_iam_role_policy_attachment', { role: 'shop', policy_arn: POLICY }],
    ['aws_iam_policy_attachment', { roles: ['shop'], users: [], policy_arn: AWS_POLICY }],
    ['aws_iam_policy_document', { json: json(document('s3:Draft')) }],
    ['aws_s3_bucket', { bucket: 'data' }],
  ];
  const expected = { actions: ['s3:Inline', 's3:Second', 's3:Managed'], notPrinted: [AWS_POLICY] };

  test('is read as a file', () => {
    const state = { version: 4, terraform_version: '1.9.0', resources: resources.map(([type, attributes]) => ({ mode: 'managed', type, instances: [{ attributes }] })) };
    expect(read([state])).toEqual(expected);
  });

  test.each(['values', 'planned_values'])('is read as terraform show -json prints it: %s', key => {
    const [first, ...others] = resources.map(([type, values]) => ({ address: `${type}.x`, type, values }));
    const shown = {
      format_version: '1.0', terraform_version: '1.9.0', [key]: { root_module: { resources: [first], child_modules: [{ resources: others }] } },
    };
    expect(read([shown])).toEqual(expected);
  });

  test('names what a plan does not know yet', () => {
    const planned = [
      ['aws_iam_role', { name: 'shop' }],
      ['aws_iam_role_policy', { role: 'shop', name: 'Inline' }],
      ['aws_iam_role_policy', { name: 'Inline', policy: json(document('s3:Inline')) }],
      ['aws_iam_role_policy_attachment', { role: 'shop' }],
      ['aws_iam_role_policy_attachments_exclusive', { role_name: 'shop', policy_arns: [POLICY] }],
    ].map(([type, values]) => ({ type, values }));
    expect(read([{ terraform_version: '1.9.0', planned_values: { root_module: { resources: planned } } }])).toMatchObject({
      actions: [],
      notPrinted: ['a managed policy that the plan does not know yet', POLICY, 'Inline', 'a policy of a role that the plan does not know yet'],
      boundary: { arn: 'a permissions boundary that the plan does not know yet' },
    });
  });
});

test.each<[string, unknown[], string]>([
  ['text', ['Allow'], "'documents[0]' must be a policy document in JSON, percent-encoded or not, got \"Allow\""],
  ['a trailing comma', ['{"Statement":[],}'], "'documents[0]' must be a policy document in JSON"],
  ['a bad percent code', ['%7B%'], "'documents[0]' must be a policy document in JSON"],
  ['null', ['null'], "'documents[0]' must hold a policy document, an object with a 'Statement', got null"],
  ['an unknown object', [{ RoleName: 'shop' }], "'documents[0]' must hold a policy document, an object with a 'Statement', got"],
  ['get-role alone', [{ Role: { RoleName: 'shop', Arn: ROLE, AssumeRolePolicyDocument: trust } }], "'documents' must hold a policy document"],
  ['list-attached-role-policies alone', [attachedList], "'documents' must hold a policy document"],
  ['a bare trust policy', [trust], "'documents[0]' is the policy of a resource, or says who can assume the role: it has a statement with a Principal"],
  ['another effect', [{ Statement: { Effect: 'allow', Action: '*', Resource: '*' } }], 'must hold statements with Effect'],
  ['a number as an action', [{ Statement: { Effect: 'Allow', Action: 1, Resource: '*' } }], 'must hold statements with Effect'],
  ['no resource', [{ Statement: { Effect: 'Allow', Action: '*' } }], 'must hold statements with Effect'],
  ['another version', [version({ IsDefaultVersion: false, VersionId: 'v1' })],
    "'documents[0]' is the version \"v1\" of a policy, which is not the default: no role has its permissions. Print the default version"],
  ['two roles', [inline('shop'), inline('bank')], "'documents' must be of one role, got the role \"shop\" and the role \"bank\": compare one at a time, or choose it with 'roleName'"],
  ['policies of an account without a role', [{ Policies: [policyDetail(POLICY, 's3:A')] }], "'documents' hold policies of an account, and nothing that says which are attached"],
  ['the first page', [{ ...attachedList, IsTruncated: true, Marker: 'x' }, inline('shop')], "'documents[0]' is the first page of a longer output"],
  ['a role of another account', [{ ...roleDetail, Arn: 'arn:aws:iam::444455556666:role/shop' }], "'documents' are of arn:aws:iam::444455556666:role/shop, but the comparison is for account 111122223333"],
])('rejects %s', (_, texts, message) => {
  expect(() => read(texts)).toThrow(message);
});

test('rejects a role that the documents do not have', () => {
  expect(() => read([inline('shop')], 'bank')).toThrow("'documents' have no role \"bank\", they are of the role \"shop\"");
});
