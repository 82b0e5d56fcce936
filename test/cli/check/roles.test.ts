import { assemblyOf, filesIn } from './printed-app';
import { allow, compared, details, documentOf, kindsOf, templateOf } from './templates';
import { check } from '../../../cli/check/check';
import { TemplateJson } from '../../support/fold';

const DATA = 'arn:aws:s3:::data';

describe('policies of a role', () => {
  const policy = (Type: string, properties: object, rest: object = {}) =>
    ({ More: { Type, Properties: { PolicyDocument: documentOf([allow('s3:PutObject', DATA)]), ...properties }, ...rest } });

  test.each<[string, object, boolean]>([
    ['an inline policy of its own', policy('AWS::IAM::Policy', { PolicyName: 'More', Roles: [{ Ref: 'Jobs' }] }), true],
    ['an inline policy of one role', policy('AWS::IAM::RolePolicy', { PolicyName: 'More', RoleName: { Ref: 'Jobs' } }), true],
    ['a managed policy that names the role', policy('AWS::IAM::ManagedPolicy', { Roles: [{ Ref: 'Jobs' }] }), true],
    ['a policy of another role', policy('AWS::IAM::Policy', { PolicyName: 'More', Roles: ['other'] }), false],
    ['a policy that does not exist', policy('AWS::IAM::Policy', { PolicyName: 'More', Roles: [{ Ref: 'Jobs' }] }, { Condition: 'Never' }), false],
  ])('%s counts: %j', (_, Resources, counts) => {
    const app = templateOf([allow('s3:GetObject', DATA)], { Resources, Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } });
    const { missing } = compared(app, details([allow('s3:GetObject', DATA)]), { options: { role: 'Churn/Jobs' } });
    expect(missing.map(({ action }) => action)).toEqual(counts ? ['s3:PutObject'] : []);
  });

  test('a managed policy of the stack that the role lists has its statements', () => {
    const app = templateOf([allow('s3:GetObject', DATA)], {
      role: { ManagedPolicyArns: [{ Ref: 'More' }, 'arn:aws:iam::aws:policy/ReadOnlyAccess'] },
      Resources: policy('AWS::IAM::ManagedPolicy', {}),
    });
    const { missing, notAttached, isSufficient } = compared(app, details([allow('s3:GetObject', DATA)]));
    expect([missing.map(({ action }) => action), notAttached, isSufficient])
      .toEqual([['s3:PutObject'], ['arn:aws:iam::aws:policy/ReadOnlyAccess'], false]);
  });
});

describe('roles of others', () => {
  test('statements that deny, or name what they are not on, are compared as a whole', () => {
    const odd = [
      { Sid: 'All', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, { Sid: 'No', Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' },
    ];
    const app = templateOf([...odd, allow('s3:GetObject', DATA)]);
    expect(compared(app, details([...odd, allow('s3:GetObject', DATA)]))).toMatchObject({ isSufficient: true, granted: 1, beyond: [] });
    const { unclear, beyond, granted } = compared(app, details([allow('s3:GetObject', DATA)]));
    expect([unclear, beyond].map(findings => findings.map(({ sid, reason }) => [sid, reason]))).toEqual(
      [[['All', 'can only be compared as a whole']], [['No', 'not denied']]]);
    expect(granted).toBe(1);
  });

  test('two statements with the same Sid are two', () => {
    const app = templateOf([allow('s3:GetObject', DATA, { Sid: 'Same' }), allow('s3:PutObject', DATA, { Sid: 'Same' })]);
    const { missing, granted } = compared(app, details([allow('s3:GetObject', DATA)]));
    expect([missing.map(({ sid, action }) => [sid, action]), granted]).toEqual([[['Same', 's3:PutObject']], 1]);
  });

  test('a permissions boundary of the live role counts', () => {
    const boundary = 'arn:aws:iam::111122223333:policy/limits';
    const PermissionsBoundary = { PermissionsBoundaryArn: boundary };
    const app = templateOf([allow('s3:GetObject', DATA)]);
    const live = details([allow('s3:GetObject', DATA)], { PermissionsBoundary });
    const unseen = compared(app, live);
    expect([kindsOf(unseen), unseen.notPrinted]).toEqual([[[], [`s3:GetObject on ${DATA}: may be denied`], []], [boundary]]);
    const seen = compared(app, [live, {
      Arn: boundary, PolicyVersionList: [{ IsDefaultVersion: true, Document: documentOf([allow('sqs:*', '*')]) }],
    }]);
    expect(kindsOf(seen)).toEqual([[`s3:GetObject on ${DATA}: not granted by the permissions boundary`], [], []]);
  });
});

describe('policies of users', () => {
  const app = {
    Resources: {
      Use: {
        Type: 'AWS::IAM::ManagedPolicy',
        Metadata: { 'aws:cdk:path': 'Churn/Users/Use/Resource' },
        Properties: { PolicyDocument: documentOf([allow('s3:GetObject', DATA)]) },
      },
    },
  } as unknown as TemplateJson;

  test.each<[string, object]>([
    ['a user', { UserName: 'jane', GroupList: [], UserPolicyList: [{ PolicyName: 'P', PolicyDocument: documentOf([allow('s3:*', '*')]) }] }],
    ['a group', { GroupName: 'team', GroupPolicyList: [{ PolicyName: 'P', PolicyDocument: documentOf([allow('s3:*', '*')]) }] }],
    ['a role', details([allow('s3:*', '*')])],
  ])('are compared with those of %s', (_, live) => {
    expect(compared(app, live, { options: { role: 'Churn/Users/Use' } }).isSufficient).toBe(true);
  });
});

describe('stacks', () => {
  const artifact = (templateFile: string, rest: object = {}, environment = 'aws://111122223333/eu-central-1') =>
    ({ type: 'aws:cloudformation:stack', environment, properties: { templateFile, ...rest } });
  const producer = {
    Outputs: { Out: { Value: { 'Fn::GetAtt': ['Data', 'Arn'] }, Export: { Name: 'Storage:Data' } }, Plain: { Value: 'x' } },
    Resources: { Data: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'Storage/Data/Resource' } } },
  };
  const consumer = (value: unknown) => templateOf([allow('s3:GetObject', value)]);

  const comparedIn = (files: object, artifacts: object, live: object, resources: object = {}) => {
    const directory = filesIn({ 'manifest.json': { version: '48.0.0', artifacts }, 'live.json': live, 'resources.json': resources, ...files });
    return check({ app: directory, role: 'Churn/Jobs', live: [`${directory}/live.json`], resources: [`${directory}/resources.json`] });
  };
  const both = { Storage: artifact('storage.json', { stackName: 'prod-storage' }), Churn: artifact('churn.json') };
  const files = { 'storage.json': producer, 'churn.json': consumer({ 'Fn::ImportValue': 'Storage:Data' }) };
  const live = details([allow('s3:GetObject', DATA)]);

  test('a value of another stack of the app has its construct and its stack', () => {
    const result = comparedIn(files, both, live);
    expect([kindsOf(result)[1], result.unknown]).toEqual([
      ['s3:GetObject on arn:aws:s3:::${Data}: not known before the deployment'],
      [{ text: '${Data}', construct: 'Storage/Data', stack: 'prod-storage' }],
    ]);
  });

  test('a value of another stack is known from what AWS prints of that stack', () => {
    const StackResources = [
      { StackName: 'prod-storage', LogicalResourceId: 'Data', PhysicalResourceId: 'data' },
      { StackName: 'Churn', LogicalResourceId: 'Data', PhysicalResourceId: 'other' },
    ];
    expect(comparedIn(files, both, live, { StackResources }).isSufficient).toBe(true);
  });

  test('a stack of another region has the ARNs of its region', () => {
    const topic = {
      Outputs: { Out: { Value: { Ref: 'Data' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Topic' } } } },
      Resources: { Data: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'alarms' } } },
    };
    const result = comparedIn({ 'storage.json': topic, 'churn.json': templateOf([allow('sns:Publish', { 'Fn::ImportValue': 'prod-storage:Topic' })]) },
      { ...both, Storage: artifact('storage.json', { stackName: 'prod-storage' }, 'aws://111122223333/us-east-1') },
      details([allow('sns:Publish', 'arn:aws:sns:us-east-1:111122223333:alarms')]));
    expect([kindsOf(result), result.isSufficient]).toEqual([[[], [], []], true]);
  });

  test('a nested stack is where its parent is, and has a name that only AWS knows', () => {
    const parent = {
      Resources: {
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {},
          Metadata: { 'aws:asset:path': 'churn.json', 'aws:cdk:path': 'Churn/Jobs.NestedStack/Jobs.NestedStackResource' },
        },
      },
    };
    const nested = { 'parent.json': parent, 'churn.json': consumer({ 'Fn::GetAtt': ['Data', 'Arn'] }) };
    const StackResources = [
      { StackName: 'Churn-Jobs-1ABC', LogicalResourceId: 'Data', PhysicalResourceId: 'data' },
      { StackName: 'Churn', LogicalResourceId: 'Data', PhysicalResourceId: 'other' },
    ];
    const result = comparedIn(nested, { Churn: artifact('parent.json') }, live, { StackResources });
    expect([result.expected.region, result.isSufficient]).toEqual(['eu-central-1', true]);
  });

  test('a template by itself is in the account and region of the options', () => {
    const directory = filesIn({ 'churn.template.json': consumer(DATA), 'live.json': live });
    const options = { app: `${directory}/churn.template.json`, live: [`${directory}/live.json`] };
    expect(check({ ...options, account: '111122223333', region: 'eu-central-1' }).isSufficient).toBe(true);
    expect(() => check(options)).toThrow("the stack 'churn' has no account and region");
  });
});

describe('the role', () => {
  const app = assemblyOf(templateOf([allow('s3:GetObject', DATA)], {
    role: { RoleName: 'churn-jobs' },
    Resources: {
      Model: {
        Type: 'AWS::IAM::Role',
        Metadata: { 'aws:cdk:path': 'Churn/Serving/Role/Resource' },
        Properties: { Policies: [{ PolicyName: 'P', PolicyDocument: documentOf([allow('s3:PutObject', DATA)]) }] },
      },
    },
  }), 'Churn');
  const live = [`${filesIn({ 'live.json': details([allow('s3:GetObject', DATA)]) })}/live.json`];

  test.each([
    ['Churn/Jobs', 'Churn/Jobs'], ['/Churn/Jobs/Resource', 'Churn/Jobs'], ['Jobs', 'Churn/Jobs'], ['churn-jobs', 'Churn/Jobs'],
    ['Churn/Serving', 'Churn/Serving/Role'], ['Model', 'Churn/Serving/Role'],
  ])('%s is %s', (role, subject) => {
    expect(check({ app, role, live }).expected.subject).toBe(subject);
  });

  test.each<[string | undefined, string]>([
    ['Churn/Job', "'--role' must be the path, the logical id or the name of a role of the app, got 'Churn/Job': the nearest are 'Churn/Jobs', 'Churn/Serving/Role'"],
    ['Churn', "'--role' is the name of several, got 'Churn': 'Churn/Jobs', 'Churn/Serving/Role'"],
    [undefined, "'--role' must name one of the roles and policies: 'Churn/Jobs', 'Churn/Serving/Role'"],
  ])('%s is none', (role, message) => {
    expect(() => check({ app, role, live })).toThrow(message);
  });
});
