import { PLATFORMS } from './platforms';
import { API_LAWS } from './support/api-laws';
import { AWS } from './support/fold';
import { hasUnconditionedNetwork, LAWS, missingResources, uniqueSids } from './support/laws';
import { ManifestType } from './support/manifest';
import { PLATFORM_LAWS } from './support/platform-laws';
import { Statement } from './support/policies';
import { ServiceReference } from './support/service-reference';
import { SOURCE_LAWS } from './support/source-laws';
import { DocumentedStatement } from '../src/private/statements/documented-statement';

// The laws over all statements, sources and types must be able to fail.

const STATEMENT: Statement = {
  Sid: 'ReadInputs',
  Effect: 'Allow',
  Action: ['s3:GetObject'],
  Resource: ['arn:aws:s3:::data/train/*'],
};

const OBJECTS = 'arn:aws:s3:::data/*';
const REPOSITORY = 'arn:aws:ecr:eu-central-1:111122223333:repository/train';
const ROLE = 'arn:aws:iam::111122223333:role/train';
const PASSING: Partial<Statement> = {
  Action: ['iam:PassRole'],
  Resource: [ROLE],
  Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
};

const GRANTING: Partial<Statement> = {
  Action: ['kms:CreateGrant'],
  Resource: ['arn:aws:kms:eu-central-1:111122223333:key/1'],
  Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
};

let reference: ServiceReference;
beforeAll(async () => {
  reference = await ServiceReference.of(['cloudwatch:', 'ec2:', 'ecr:', 'iam:', 'kms:', 'logs:', 's3:', 'sagemaker:']);
});

describe('the laws over statements', () => {
  test.each<[string, Partial<Statement>]>([
    ['a statement on objects', {}],
    ['an action without resource types on *', { Action: ['ecr:GetAuthorizationToken'], Resource: ['*'] }],
    ['an action wildcard that matches its resource', {
      Action: ['logs:Filter*'],
      Resource: [
        'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/sagemaker/*',
      ],
    }],
    ['a global condition key', { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }],
    ['a condition key of the action', { Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'fraud' } } }],
    ['a specific role for a specific service', PASSING],
    ['a grant on a key for AWS services', GRANTING],
    ['a key that a second condition asks for', {
      Condition: {
        'ForAllValues:StringEquals': { 's3:ExistingObjectTag/team': 'fraud' },
        'Null': { 's3:ExistingObjectTag/team': 'false' },
      },
    }],
  ])('accept %s', (_, statement) => {
    expect(brokenLaws({ ...STATEMENT, ...statement })).toEqual([]);
  });

  test.each<[string, Partial<Statement>, string]>([
    ['a missing Sid', { Sid: undefined }, "has a legal Sid: 'undefined' is no Sid"],
    ['a dash in the Sid', { Sid: 'Read-Inputs' }, "has a legal Sid: 'Read-Inputs' is no Sid"],
    ['a Deny', { Effect: 'Deny' }, 'allows listed actions and resources, without NotAction or NotResource: is Deny'],
    ['an empty list of actions', { Action: [] },
      'allows listed actions and resources, without NotAction or NotResource: has no action'],
    ['actions out of order', { Action: ['s3:PutObject', 's3:GetObject'] },
      'sorts its actions by code unit, and has no duplicates: s3:PutObject,s3:GetObject is not sorted'],
    ['actions sorted without regard to case', { Action: ['s3:getobject', 's3:PutObject'] },
      'sorts its actions by code unit, and has no duplicates: s3:getobject,s3:PutObject is not sorted'],
    ['a wildcard for the resource type in an IAM ARN',
      { Action: ['iam:GetRole'], Resource: ['arn:aws:iam::111122223333:*/train'] },
      'has the resource type in IAM ARNs: arn:aws:iam::111122223333:*/train has no type'],
    ['a duplicate resource', { Resource: [OBJECTS, OBJECTS] },
      `sorts its actions by code unit, and has no duplicates: repeats ${OBJECTS}`],
    ['a resource next to *', { Resource: ['*', OBJECTS] },
      'sorts its actions by code unit, and has no duplicates: names resources beside *'],
    ['an unknown action', { Action: ['s3:GetObjects'] },
      'has existing actions, spelled as in the reference: s3:GetObjects does not exist'],
    ['another spelling', { Action: ['S3:GetObject'] },
      'has existing actions, spelled as in the reference: S3:GetObject does not exist'],
    ['a wildcard that matches nothing', { Action: ['s3:Got*'] },
      'has existing actions, spelled as in the reference: s3:Got* does not exist'],
    ['a bucket ARN in place of objects', { Resource: ['arn:aws:s3:::data'] },
      'has a resource for each action: s3:GetObject is on accesspointobject,object'],
    ['s3:ListBucket on objects', { Action: ['s3:ListBucket'] },
      'has a resource for each action: s3:ListBucket is on accesspoint,bucket'],
    ['an action without resource types on a resource',
      { Action: ['ecr:GetAuthorizationToken'], Resource: [REPOSITORY] },
      'has a resource for each action: ecr:GetAuthorizationToken is on no resource but *'],
    ['a repository without region and account', {
      Action: ['ecr:BatchGetImage'],
      Resource: [
        'arn:aws:ecr:::repository/train',
      ],
    }, 'has an action for each resource: no action is on arn:aws:ecr:::repository/train'],
    ['an action wildcard that does not match its resource', { Action: ['ecr:GetA*'], Resource: [REPOSITORY] },
      'has a resource for each action: ecr:GetAuthorizationToken is on no resource but *'],
    ['an instance profile to pass', { ...PASSING, Resource: [ROLE.replace(':role/', ':instance-profile/')] },
      'has an action for each resource: no action is on arn:aws:iam::111122223333:instance-profile/train'],
    ['a key of another action', { Condition: { StringLike: { 'cloudwatch:namespace': 'Own' } } },
      'has only condition keys that each of its actions supports: s3:GetObject cloudwatch:namespace is not listed'],
    ['a key that only some actions have', { Condition: { StringEquals: { 'aws:RequestTag/team': 'fraud' } } },
      'has only condition keys that each of its actions supports: s3:GetObject aws:RequestTag/team is not listed'],
    ['another partition', { Resource: ['arn:aws-cn:s3:::data/*'] },
      'has resources in the partition of the stack only: arn:aws-cn:s3:::data/* is not in aws'],
    ['roles for any service', { ...PASSING, Condition: undefined },
      'passes specific roles to specific services: passes roles to any service'],
    ['roles for requests without a service', {
      ...PASSING, Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    }, 'passes specific roles to specific services: passes roles to any service'],
    ['roles for a service with a wildcard', {
      ...PASSING, Condition: { StringEquals: { 'iam:PassedToService': '*.amazonaws.com' } },
    }, 'passes specific roles to specific services: *.amazonaws.com is no service'],
    ['a wildcard for all roles', { ...PASSING, Resource: ['*'] },
      'passes specific roles to specific services: passes every role'],
    ['a grant on a key for anybody', { ...GRANTING, Condition: undefined },
      'lets AWS services use keys, and nobody else: grants keys to anybody'],
    ['a grant on a key among other actions', { ...GRANTING, Action: ['kms:*'], Condition: undefined },
      'lets AWS services use keys, and nobody else: grants keys to anybody'],
    ['a condition that holds without its key', { Condition: { StringEqualsIfExists: { 's3:ExistingObjectTag/team': 'fraud' } } },
      'has no condition that passes when its key is absent: StringEqualsIfExists s3:ExistingObjectTag/team also holds without the key'],
    ['a list that holds without its key', { Condition: { 'ForAllValues:StringEquals': { 's3:ExistingObjectTag/team': 'fraud' } } },
      'has no condition that passes when its key is absent: ForAllValues:StringEquals s3:ExistingObjectTag/team also holds without the key'],
    ['a wildcard within the name of roles', { ...PASSING, Resource: ['arn:aws:iam::111122223333:role/a*'] },
      'passes specific roles to specific services: passes roles by the wildcard arn:aws:iam::111122223333:role/a*'],
    ['a wildcard for paths of roles', { ...PASSING, Resource: ['arn:aws:iam::111122223333:role/*/x'] },
      'passes specific roles to specific services: passes roles by the wildcard arn:aws:iam::111122223333:role/*/x'],
    ['a negated condition', { Condition: { StringNotEquals: { 's3:ExistingObjectTag/team': 'fraud' } } },
      'has no condition that passes when its key is absent: StringNotEquals s3:ExistingObjectTag/team also holds without the key'],
    ['a wildcard for all roles of the account', { ...PASSING, Resource: ['arn:aws:iam::111122223333:role/*'] },
      'passes specific roles to specific services: passes every role'],
  ])('reject %s', (_, statement, finding) => {
    expect(brokenLaws({ ...STATEMENT, ...statement })).toContain(finding);
  });

  test('reject a duplicate Sid', () => {
    expect(uniqueSids([STATEMENT, STATEMENT])).toEqual(['ReadInputs stands twice']);
  });

  test('reject a missing resource that an action needs', () => {
    const on = (type: string) =>
      ({ ...STATEMENT, Action: ['sagemaker:CreateEndpoint'], Resource: [`arn:aws:sagemaker:eu-central-1:1:${type}/*`] });
    expect(missingResources([on('endpoint')], reference)).toEqual(['ReadInputs sagemaker:CreateEndpoint endpoint-config']);
    expect(missingResources([on('endpoint'), on('endpoint-config')], reference)).toEqual([]);
  });

  test('reject a condition on the network interfaces of SageMaker', () => {
    const network = { ...STATEMENT, Action: ['ec2:CreateNetworkInterface'], Resource: ['*'] };
    expect(hasUnconditionedNetwork(network)).toEqual([]);
    expect(hasUnconditionedNetwork({ ...network, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } } }))
      .toEqual(['puts a condition on network interfaces']);
  });
});

const DOCUMENTED: DocumentedStatement = {
  sid: 'ReadInputs',
  source: { kind: 'page', url: 'https://docs.example.com/page.html#roles', section: 'Roles', asOf: '2024-12', readOn: '2024-12', appliesTo: 'CreateJob' },
  note: 'narrowed: the page grants all objects',
  actions: ['s3:GetObject'],
  resources: [OBJECTS],
};

describe('the laws over sources', () => {
  test('accept a statement with all reasons', () => {
    expect(SOURCE_LAWS.flatMap(([, law]) => law(DOCUMENTED, reference))).toEqual([]);
  });

  test.each<[string, Partial<DocumentedStatement>, string]>([
    ['a page without https', { source: { ...DOCUMENTED.source, url: 'http://docs.example.com/a' } },
      "'http://docs.example.com/a' is no page"],
    ['a site instead of a page', { source: { ...DOCUMENTED.source, url: 'https://docs.example.com' } },
      "'https://docs.example.com' is no page"],
    ['a missing date', { source: { ...DOCUMENTED.source, asOf: 'latest' } }, "'latest' is no month or day"],
    ['a missing section', { source: { ...DOCUMENTED.source, section: ' ' } }, 'names no section or no API'],
    ['a missing API', { source: { ...DOCUMENTED.source, appliesTo: '' } }, 'names no section or no API'],
    ['a note without its kind', { note: 'the page grants all' }, "'the page grants all' has no kind"],
    ['all resources without a reason', { resources: ['*'], note: undefined },
      's3:GetObject is on all resources without a note'],
    ['a condition without a reason', { conditions: { Bool: { 'aws:SecureTransport': 'true' } }, note: undefined },
      'has a condition without a note'],
    ['a narrowed statement that allows everything', { actions: ['s3:*'], resources: ['*'] },
      's3:* on * is not narrowed'],
  ])('reject %s', (_, statement, finding) => {
    expect(SOURCE_LAWS.flatMap(([, law]) => law({ ...DOCUMENTED, ...statement }, reference))).toContain(finding);
  });
});

const OPTIONS: ManifestType = {
  name: 'SageMakerOptions',
  fqn: 'library.SageMakerOptions',
  kind: 'interface',
  datatype: true,
  docs: { summary: 'Options.' },
  symbolId: 'src/sagemaker/options:Options',
  properties: [
    { name: 'vpc', optional: true, immutable: true, type: { primitive: 'boolean' }, docs: { summary: 'Whether.', default: 'false' } },
  ],
};
const ROLE_CLASS: ManifestType = {
  name: 'SageMakerRole',
  fqn: 'library.SageMakerRole',
  kind: 'class',
  base: 'constructs.Construct',
  docs: { summary: 'A role.', see: 'https://docs.example.com/page.html' },
  symbolId: 'src/sagemaker/role:Role',
  initializer: {
    name: '',
    parameters: [
      { name: 'scope' }, { name: 'id' }, { name: 'props', type: { fqn: 'library.SageMakerOptions' } },
    ],
  },
  methods: [
    { name: 'grantPass', docs: { summary: 'Grants.' }, parameters: [{ name: 'grantee', docs: { summary: 'Who.' } }] },
  ],
};

describe('the laws over the API', () => {
  const property = (changes: object): ManifestType =>
    ({ ...OPTIONS, properties: [{ ...OPTIONS.properties![0], ...changes }] });
  const method = (changes: object): ManifestType =>
    ({ ...ROLE_CLASS, methods: [{ ...ROLE_CLASS.methods![0], ...changes }] });

  test('accept a construct and its options', () => {
    expect(findingsOf(OPTIONS, ROLE_CLASS)).toEqual([]);
  });

  test.each<[string, ManifestType, string]>([
    ['a type without documentation', { ...OPTIONS, docs: undefined }, 'SageMakerOptions is not documented'],
    ['an enum member without documentation', { ...OPTIONS, members: [{ name: 'ONE' }] }, 'ONE is not documented'],
    ['a parameter without documentation', method({ parameters: [{ name: 'grantee' }] }), 'grantee is not documented'],
    ['an option without a default', property({ docs: { summary: 'Whether.' } }), 'vpc does not say its default'],
    ['a default of a required option', property({ optional: false }), 'vpc is required and has a default'],
    ['a flag without a default value', property({ docs: { summary: 'Whether.', default: '- it depends' } }),
      'vpc does not default to true or false'],
    ['a negated flag', property({ name: 'disableLogs' }), 'disableLogs does not name what it is for'],
    ['a list that defaults to false', property({ type: { primitive: 'string' } }),
      'vpc is no boolean and defaults to one'],
    ['the type any', property({ type: { collection: { elementtype: { primitive: 'any' } } } }),
      'vpc has no type of its own'],
    ['a union type', method({ returns: { type: { union: {} } } }), 'grantPass has no type of its own'],
    ['a keyword of Python', property({ name: 'from' }), 'from is reserved in Python'],
    ['a keyword of Go', method({ parameters: [{ name: 'range', docs: { summary: 'What.' } }] }), 'range is reserved in Go'],
    ['a method of every Java object', method({ name: 'getClass' }), 'getClass is reserved in Java'],
    ['members that differ by case', {
      ...OPTIONS,
      members: [
        { name: 'VPC', docs: { summary: 'One.' } }, { name: 'V_P_C', docs: { summary: 'Two.' } },
      ],
    }, 'vpc stands twice'],
    ['an internal member', method({ name: '_bind' }), '_bind begins with an underscore'],
    ['a private file', { ...OPTIONS, symbolId: 'src/private/options:Options' }, 'is private'],
    ['a name without the platform', { ...OPTIONS, name: 'Options' }, 'does not begin with SageMaker'],
    ['a duplicate name', { ...OPTIONS, fqn: 'library.other' }, 'is named as library.SageMakerOptions'],
    ['a namespace', { ...OPTIONS, namespace: 'sagemaker' }, 'is in the namespace sagemaker'],
    ['a mutable property', property({ immutable: false }), 'vpc can be changed'],
    ['a construct with another constructor', { ...ROLE_CLASS, initializer: undefined }, 'is made by '],
    ['a construct without a vendor page', { ...ROLE_CLASS, docs: { summary: 'A role.' } }, 'links no page'],
    ['a large module in the properties', property({ type: { fqn: 'aws-cdk-lib.aws_ec2.IVpc' } }),
      'vpc loads aws-cdk-lib.aws_ec2.IVpc'],
  ])('reject %s', (_, type, finding) => {
    expect(findingsOf(type, type.kind === 'class' ? OPTIONS : ROLE_CLASS, OPTIONS)).toContain(finding);
  });
});

function brokenLaws(statement: Statement): readonly string[] {
  return LAWS.flatMap(([name, law]) => law(statement, { environment: AWS, reference }).map(found => `${name}: ${found}`));
}

describe('the laws over the list of platforms', () => {
  const [platform] = PLATFORMS.filter(({ folder }) => folder === 'hopsworks');
  const found = (type: ManifestType, changes: object) =>
    PLATFORM_LAWS.flatMap(([, law]) => law([type, OPTIONS], [{ ...platform, ...changes }]));
  const construct = (module: string, name: string): ManifestType => ({
    ...ROLE_CLASS,
    name,
    symbolId: `${module}:${name}`,
    initializer: { name: 'initializer', parameters: [{ name: 'scope' }, { name: 'props', type: { fqn: OPTIONS.fqn } }] },
  });

  test.each<[string, ManifestType, object, string]>([
    ['a platform', ROLE_CLASS, { folder: 'new' }, 'src/hopsworks is not in test/platforms.ts: add a platform with its '],
    ['a folder', ROLE_CLASS, { folder: 'new' }, 'test/platforms.ts: there is no src/new'],
    ['a test of requests', ROLE_CLASS, { folder: 'new' }, 'test/requests/new/requests.test.ts is missing: add it with '],
    ['a construct', construct('src/hopsworks/new/role', 'HopsworksNewRole'), {},
      'HopsworksNewRole (src/hopsworks/new/role:HopsworksNewRole) is not in test/platforms.ts: add it to the constructs of its platform'],
    ['a class', ROLE_CLASS, {}, 'test/platforms.ts: the package has no construct HopsworksInstanceProfile'],
    ['an option', construct('src/hopsworks/eks-node-role/role', 'HopsworksEksNodeRole'), {},
      "HopsworksEksNodeRole: no random options have 'vpc', add it to the arbitraries in test/hopsworks"],
    ['a default', ROLE_CLASS, { constructs: { HopsworksNewRole: Object.values(platform.constructs)[0] } },
      'HopsworksNewRole has no default: add a row without a difference to the grid in test/hopsworks'],
    ['requests', ROLE_CLASS, { constructs: { HopsworksEksNodeRole: { ...platform.constructs.HopsworksEksNodeRole, requests: [] } } },
      'HopsworksEksNodeRole has no requests: add a table in test/requests/hopsworks'],
    ['documents', ROLE_CLASS, { documented: [] }, 'hopsworks has no vendor documents: add them in test/documented/hopsworks'],
    ['a construct of a row', ROLE_CLASS, { constructs: {} }, "the row 'hopsworks/eks-node-role' of HopsworksEksNodeRole is not one of"],
  ])('fail without %s', (_, type, changes, message) => {
    expect(found(type, changes)).toContainEqual(expect.stringContaining(message));
  });
});

function findingsOf(type: ManifestType, ...others: readonly ManifestType[]): readonly string[] {
  return API_LAWS.flatMap(([, law]) => law(type, [type, ...others]));
}
