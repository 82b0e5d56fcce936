import { API_LAWS } from './support/api-laws';
import { AWS } from './support/fold';
import { hasUnconditionedNetwork, LAWS, missingResources, uniqueSids } from './support/laws';
import { ManifestType } from './support/manifest';
import { Statement } from './support/policies';
import { ServiceReference } from './support/service-reference';
import { SOURCE_LAWS } from './support/source-laws';
import { DocumentedStatement } from '../src/private/statements/documented-statement';

// The laws over all that the library emits must be able to fail.

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

let reference: ServiceReference;
beforeAll(async () => {
  reference = await ServiceReference.of(['cloudwatch:', 'ec2:', 'ecr:', 'iam:', 'kms:', 'logs:', 's3:', 'sagemaker:']);
});

describe('the laws over statements', () => {
  test.each<[string, Partial<Statement>]>([
    ['a statement on objects', {}],
    ['an action without resource types, on all', { Action: ['ecr:GetAuthorizationToken'], Resource: ['*'] }],
    ['an action wildcard that its resource can serve', {
      Action: ['logs:Filter*'],
      Resource: [
        'arn:aws:logs:eu-central-1:111122223333:log-group:/aws/sagemaker/*',
      ],
    }],
    ['a global key', { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }],
    ['a key of the action', { Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'fraud' } } }],
    ['a named role to a named service', PASSING],
  ])('hold for %s', (_, statement) => {
    expect(brokenLaws({ ...STATEMENT, ...statement })).toEqual([]);
  });

  test.each<[string, Partial<Statement>, string]>([
    ['no Sid', { Sid: undefined }, "has a legal Sid: 'undefined' is no Sid"],
    ['a dash in the Sid', { Sid: 'Read-Inputs' }, "has a legal Sid: 'Read-Inputs' is no Sid"],
    ['a denial', { Effect: 'Deny' }, 'allows, and names actions and resources rather than exceptions: is Deny'],
    ['no action', { Action: [] }, 'allows, and names actions and resources rather than exceptions: has no action'],
    ['actions out of order', { Action: ['s3:PutObject', 's3:GetObject'] },
      'sorts its actions by code unit and repeats nothing: s3:PutObject,s3:GetObject is not sorted'],
    ['order by letter', { Action: ['s3:getobject', 's3:PutObject'] },
      'sorts its actions by code unit and repeats nothing: s3:getobject,s3:PutObject is not sorted'],
    ['a role or what else has its name', { Action: ['iam:GetRole'], Resource: ['arn:aws:iam::111122223333:*/train'] },
      'names the type of what is in IAM: arn:aws:iam::111122223333:*/train has no type'],
    ['a resource twice', { Resource: [OBJECTS, OBJECTS] },
      `sorts its actions by code unit and repeats nothing: repeats ${OBJECTS}`],
    ['a resource beside all', { Resource: ['*', OBJECTS] },
      'sorts its actions by code unit and repeats nothing: names resources beside *'],
    ['an unknown action', { Action: ['s3:GetObjects'] },
      'names actions that exist, in the spelling of the reference: s3:GetObjects does not exist'],
    ['another spelling', { Action: ['S3:GetObject'] },
      'names actions that exist, in the spelling of the reference: S3:GetObject does not exist'],
    ['a wildcard that matches nothing', { Action: ['s3:Got*'] },
      'names actions that exist, in the spelling of the reference: s3:Got* does not exist'],
    ['objects without their slash', { Resource: ['arn:aws:s3:::data'] },
      'has a resource for each action: s3:GetObject is on accesspointobject,object'],
    ['listing objects instead of the bucket', { Action: ['s3:ListBucket'] },
      'has a resource for each action: s3:ListBucket is on accesspoint,bucket'],
    ['an action without resource types, on one', { Action: ['ecr:GetAuthorizationToken'], Resource: [REPOSITORY] },
      'has a resource for each action: ecr:GetAuthorizationToken is on no resource but *'],
    ['a repository without region and account', {
      Action: ['ecr:BatchGetImage'],
      Resource: [
        'arn:aws:ecr:::repository/train',
      ],
    }, 'has an action for each resource: no action is on arn:aws:ecr:::repository/train'],
    ['an action wildcard that its resource can not serve', { Action: ['ecr:GetA*'], Resource: [REPOSITORY] },
      'has a resource for each action: ecr:GetAuthorizationToken is on no resource but *'],
    ['an instance profile to pass', { ...PASSING, Resource: [ROLE.replace(':role/', ':instance-profile/')] },
      'has an action for each resource: no action is on arn:aws:iam::111122223333:instance-profile/train'],
    ['a key of another action', { Condition: { StringLike: { 'cloudwatch:namespace': 'Own' } } },
      'has only condition keys that each of its actions knows: s3:GetObject cloudwatch:namespace is not listed'],
    ['a key that only some actions have', { Condition: { StringEquals: { 'aws:RequestTag/team': 'fraud' } } },
      'has only condition keys that each of its actions knows: s3:GetObject aws:RequestTag/team is not listed'],
    ['another partition', { Resource: ['arn:aws-cn:s3:::data/*'] },
      'names resources of the partition that it is deployed to: arn:aws-cn:s3:::data/* is not in aws'],
    ['roles for every service', { ...PASSING, Condition: undefined },
      'passes named roles to named services: passes roles to any service'],
    ['roles for requests without a service', {
      ...PASSING, Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    }, 'passes named roles to named services: passes roles to any service'],
    ['roles for a service by wildcard', {
      ...PASSING, Condition: { StringEquals: { 'iam:PassedToService': '*.amazonaws.com' } },
    }, 'passes named roles to named services: *.amazonaws.com is no service'],
    ['all roles', { ...PASSING, Resource: ['*'] }, 'passes named roles to named services: passes every role'],
    ['all roles of the account', { ...PASSING, Resource: ['arn:aws:iam::111122223333:role/*'] },
      'passes named roles to named services: passes every role'],
  ])('fails for %s', (_, statement, finding) => {
    expect(brokenLaws({ ...STATEMENT, ...statement })).toContain(finding);
  });

  test('fails for a Sid that stands twice', () => {
    expect(uniqueSids([STATEMENT, STATEMENT])).toEqual(['ReadInputs stands twice']);
  });

  test('fails for a resource that an action asks for and no statement has', () => {
    const on = (type: string) =>
      ({ ...STATEMENT, Action: ['sagemaker:CreateEndpoint'], Resource: [`arn:aws:sagemaker:eu-central-1:1:${type}/*`] });
    expect(missingResources([on('endpoint')], reference)).toEqual(['ReadInputs sagemaker:CreateEndpoint endpoint-config']);
    expect(missingResources([on('endpoint'), on('endpoint-config')], reference)).toEqual([]);
  });

  test('fails for a condition on the network interfaces of SageMaker', () => {
    const network = { ...STATEMENT, Action: ['ec2:CreateNetworkInterface'], Resource: ['*'] };
    expect(hasUnconditionedNetwork(network)).toEqual([]);
    expect(hasUnconditionedNetwork({ ...network, Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-central-1' } } }))
      .toEqual(['puts a condition on network interfaces']);
  });
});

const DOCUMENTED: DocumentedStatement = {
  sid: 'ReadInputs',
  source: { url: 'https://docs.example.com/page.html#roles', section: 'Roles', asOf: '2024-12', appliesTo: 'CreateJob' },
  note: 'narrowed: the page grants all objects',
  actions: ['s3:GetObject'],
  resources: [OBJECTS],
};

describe('the laws over sources', () => {
  test('hold for a statement with all reasons', () => {
    expect(SOURCE_LAWS.flatMap(([, law]) => law(DOCUMENTED, reference))).toEqual([]);
  });

  test.each<[string, Partial<DocumentedStatement>, string]>([
    ['a page without https', { source: { ...DOCUMENTED.source, url: 'http://docs.example.com/a' } },
      "'http://docs.example.com/a' is no page"],
    ['a site instead of a page', { source: { ...DOCUMENTED.source, url: 'https://docs.example.com' } },
      "'https://docs.example.com' is no page"],
    ['no date', { source: { ...DOCUMENTED.source, asOf: 'latest' } }, "'latest' is no month or day"],
    ['no section', { source: { ...DOCUMENTED.source, section: ' ' } }, 'names no section or no API'],
    ['nothing that it applies to', { source: { ...DOCUMENTED.source, appliesTo: '' } }, 'names no section or no API'],
    ['a note without its kind', { note: 'the page grants all' }, "'the page grants all' has no kind"],
    ['all resources for no reason', { resources: ['*'], note: undefined },
      's3:GetObject is on all resources without a note'],
    ['a condition for no reason', { conditions: { Bool: { 'aws:SecureTransport': 'true' } }, note: undefined },
      'has a condition without a note'],
    ['all there is as narrowed', { actions: ['s3:*'], resources: ['*'] }, 's3:* on * is not narrowed'],
  ])('fails for %s', (_, statement, finding) => {
    expect(SOURCE_LAWS.flatMap(([, law]) => law({ ...DOCUMENTED, ...statement }, reference))).toContain(finding);
  });
});

const OPTIONS: ManifestType = {
  name: 'SageMakerOptions',
  fqn: 'library.SageMakerOptions',
  kind: 'interface',
  datatype: true,
  docs: { summary: 'Options.' },
  locationInModule: { filename: 'src/sagemaker/options.ts' },
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
  locationInModule: { filename: 'src/sagemaker/role.ts' },
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

  test('hold for a construct and its options', () => {
    expect(findingsOf(OPTIONS, ROLE_CLASS)).toEqual([]);
  });

  test.each<[string, ManifestType, string]>([
    ['a type without documentation', { ...OPTIONS, docs: undefined }, 'SageMakerOptions is not documented'],
    ['an enum member without documentation', { ...OPTIONS, members: [{ name: 'ONE' }] }, 'ONE is not documented'],
    ['a parameter without documentation', method({ parameters: [{ name: 'grantee' }] }), 'grantee is not documented'],
    ['an option without a default', property({ docs: { summary: 'Whether.' } }), 'vpc does not say its default'],
    ['a default of what is required', property({ optional: false }), 'vpc is required and has a default'],
    ['a flag without a usual answer', property({ docs: { summary: 'Whether.', default: '- it depends' } }),
      'vpc does not default to true or false'],
    ['a flag that negates', property({ name: 'disableLogs' }), 'disableLogs does not name what it is for'],
    ['a list that defaults to false', property({ type: { primitive: 'string' } }),
      'vpc is no boolean and defaults to one'],
    ['any', property({ type: { collection: { elementtype: { primitive: 'any' } } } }), 'vpc has no type of its own'],
    ['a union', method({ returns: { type: { union: {} } } }), 'grantPass has no type of its own'],
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
    ['a private file', { ...OPTIONS, locationInModule: { filename: 'src/private/options.ts' } }, 'is private'],
    ['a name without its platform', { ...OPTIONS, name: 'Options' }, 'does not begin with SageMaker'],
    ['a name that another type has', { ...OPTIONS, fqn: 'library.other' }, 'is named as library.SageMakerOptions'],
    ['a namespace', { ...OPTIONS, namespace: 'sagemaker' }, 'is in the namespace sagemaker'],
    ['a property that can be set', property({ immutable: false }), 'vpc can be changed'],
    ['a construct that is made otherwise', { ...ROLE_CLASS, initializer: undefined }, 'is made by '],
    ['a construct without a page', { ...ROLE_CLASS, docs: { summary: 'A role.' } }, 'links no page'],
    ['a large module in the properties', property({ type: { fqn: 'aws-cdk-lib.aws_ec2.IVpc' } }),
      'vpc loads aws-cdk-lib.aws_ec2.IVpc'],
  ])('fails for %s', (_, type, finding) => {
    expect(findingsOf(type, type.kind === 'class' ? OPTIONS : ROLE_CLASS, OPTIONS)).toContain(finding);
  });
});

function brokenLaws(statement: Statement): readonly string[] {
  return LAWS.flatMap(([name, law]) => law(statement, { environment: AWS, reference }).map(found => `${name}: ${found}`));
}

function findingsOf(type: ManifestType, ...others: readonly ManifestType[]): readonly string[] {
  return API_LAWS.flatMap(([, law]) => law(type, [type, ...others]));
}
