import { allow, compared, details, kindsOf, ROLE, templateOf } from './templates';
import { CheckResult } from '../../../cli/check/model';

const objects = { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Data', 'Arn'] }, '/*']] };

describe('what the app names, and only the deployment knows', () => {
  const reading = templateOf([allow('s3:GetObject', objects, { Sid: 'Read' })]);
  const NAMED = '${Data}/*';

  test.each<[string, readonly object[], object]>([
    ['is granted by what matches each name', [allow('s3:GetObject', 'arn:aws:s3:::*')],
      { granted: 1, isSufficient: true, kinds: [[], [], ['s3:GetObject on arn:aws:s3:::*: more than needed']] }],
    ['is missing if nothing is granted that can be it', [allow('s3:GetObject', 'arn:aws:sqs:*'), allow('s3:PutObject', '*')],
      {
        granted: 0,
        isSufficient: false,
        kinds: [[`s3:GetObject on arn:aws:s3:::${NAMED}: not granted`], [],
          ['s3:GetObject on arn:aws:sqs:*: not needed', 's3:PutObject on *: not needed']],
      }],
    ['is unclear if a bucket is granted that may be it', [allow('s3:GetObject', 'arn:aws:s3:::data/*')],
      {
        granted: 0,
        isSufficient: false,
        kinds: [[], [`s3:GetObject on arn:aws:s3:::${NAMED}: not known before the deployment`],
          ['s3:GetObject on arn:aws:s3:::data/*: may be needed']],
      }],
    ['is missing if all of it is denied', [allow('s3:*', '*'), { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }],
      { granted: 0, isSufficient: false, kinds: [[`s3:GetObject on arn:aws:s3:::${NAMED}: denied`], [], ['s3:* on *: more than needed']] }],
    ['is unclear if a bucket is denied that may be it', [allow('s3:GetObject', '*'), { Effect: 'Deny', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' }],
      {
        granted: 0,
        isSufficient: false,
        kinds: [[], [`s3:GetObject on arn:aws:s3:::${NAMED}: denied on some resources`],
          ['s3:GetObject on *: more than needed']],
      }],
  ])('%s', (_, statements, expected) => {
    const result = compared(reading, details(statements));
    expect({ granted: result.granted, isSufficient: result.isSufficient, kinds: kindsOf(result) }).toEqual(expected);
    expect(result.unknown).toEqual([{ text: '${Data}', construct: 'Churn/Data', stack: 'Churn' }]);
  });

  test.each<[string, unknown]>([
    ['describe-stack-resources', {
      StackResources: [
        { StackName: 'Churn', LogicalResourceId: 'Data', PhysicalResourceId: 'data' }, { StackName: 'Churn', LogicalResourceId: 'Jobs' },
      ],
    }],
    ['list-stack-resources', { StackResourceSummaries: [{ LogicalResourceId: 'Data', PhysicalResourceId: 'data' }] }],
    ['the resources of several stacks', {
      StackResources: [
        { StackName: 'Churn', LogicalResourceId: 'Data', PhysicalResourceId: 'data' },
        { StackName: 'Shop', LogicalResourceId: 'Data', PhysicalResourceId: 'shop' },
      ],
    }],
    ['a map of names', { Data: 'data' }],
    ['a map of ARNs', { Data: 'arn:aws:s3:::data' }],
    ['a map of attributes', { 'Data.Arn': 'arn:aws:s3:::data' }],
  ])('is known from %s', (_, resources) => {
    const result = compared(reading, details([allow('s3:GetObject', 'arn:aws:s3:::data/*')]), { resources });
    expect([kindsOf(result), result.unknown, result.isSufficient]).toEqual([[[], [], []], [], true]);
  });

  test('is known from the name in the template', () => {
    const app = templateOf([allow('s3:GetObject', objects)], {
      Resources: { Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } } },
    });
    expect(compared(app, details([allow('s3:GetObject', 'arn:aws:s3:::data/*')])).isSufficient).toBe(true);
  });

  test('is the live role, if it is the role itself', () => {
    const app = templateOf([allow('iam:PassRole', { 'Fn::GetAtt': 'Jobs.Arn' }), allow('iam:GetRole', { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Jobs}' })]);
    expect(compared(app, details([allow(['iam:PassRole', 'iam:GetRole'], ROLE)])).isSufficient).toBe(true);
  });

  test('is unclear in a condition, and needs nothing beyond', () => {
    const app = templateOf([allow('kms:Decrypt', '*', { Condition: { StringEquals: { 'kms:ViaService': { Ref: 'Service' } } } })]);
    const live = details([allow('kms:Decrypt', '*', { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' } } })]);
    const result = compared(app, live);
    expect([kindsOf(result), result.unknown]).toEqual([
      [[], ['kms:Decrypt on *: granted under a condition'], ['kms:Decrypt on *: may be needed']], [{ text: '${Service}', stack: 'Churn' }],
    ]);
  });

  test('of which the action depends is unclear', () => {
    const result = compared(templateOf([allow({ Ref: 'Action' }, '*')]), details([allow('s3:GetObject', '*')]));
    expect(kindsOf(result)).toEqual([
      [], ['${Action} on *: needed under a condition of the template'], ['s3:GetObject on *: may be needed'],
    ]);
  });
});

describe('intrinsic functions', () => {
  const sections = {
    Conditions: {
      IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] },
      IsTest: { 'Fn::Not': [{ Condition: 'IsProduction' }] },
      Always: { 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }] },
      Either: { 'Fn::Or': [{ Condition: 'IsProduction' }, { Condition: 'Always' }] },
      Odd: { 'Fn::Unheard': [] },
    },
    Mappings: { Buckets: { 'eu-central-1': { name: 'data' } } },
  };
  const app = (resource: unknown) => templateOf([allow('s3:GetObject', resource)], sections);
  const DATA = 'arn:aws:s3:::data';

  test.each<[string, unknown]>([
    ['Fn::Sub', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::data' }],
    ['Fn::Sub with values', { 'Fn::Sub': ['arn:aws:s3:::${Name}', { Name: 'data' }] }],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['|', 'a|arn:aws:s3:::data'] }] }],
    ['Fn::Split in a list', [{ 'Fn::Split': ['|', 'arn:aws:s3:::data|arn:aws:s3:::data'] }]],
    ['Fn::FindInMap', { 'Fn::Join': ['', ['arn:aws:s3:::', { 'Fn::FindInMap': ['Buckets', { Ref: 'AWS::Region' }, 'name'] }]] }],
    ['Fn::If of a condition that holds', { 'Fn::If': ['Always', DATA, 'arn:aws:s3:::other'] }],
    ['Fn::If of a condition that one side decides', { 'Fn::If': ['Either', DATA, 'arn:aws:s3:::other'] }],
    ['Fn::If without a value', [DATA, { 'Fn::If': ['Always', { Ref: 'AWS::NoValue' }, 'arn:aws:s3:::other'] }]],
    ['a parameter', { Ref: 'Name' }],
    ['a condition of a parameter', { 'Fn::If': ['IsTest', DATA, 'arn:aws:s3:::other'] }],
    ['the name of the stack and the suffix of URLs', { 'Fn::If': ['Always', DATA, { 'Fn::Sub': '${AWS::StackName}.${AWS::URLSuffix}' }] }],
  ])('%s is folded', (_, resource) => {
    const parameters = [{ ParameterKey: 'Name', ParameterValue: DATA }, { ParameterKey: 'Stage', ParameterValue: 'test' }];
    const { unknown, ...result } = compared(app(resource), details([allow('s3:GetObject', DATA)]), { parameters });
    expect([kindsOf(result as CheckResult), unknown]).toEqual([[[], [], []], []]);
  });

  test.each<[string, unknown, string]>([
    ['Fn::Sub', { 'Fn::Sub': 'arn:aws:s3:::${Name}' }, '${Name}'],
    ['Fn::Select of something unknown', { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'Names' }] }] },
      'Fn Select'],
    ['Fn::If of a parameter', { 'Fn::If': ['IsProduction', DATA, '*'] }, 'IsProduction'],
    ['Fn::If of a condition that is none', { 'Fn::If': ['Odd', DATA, '*'] }, 'Odd'],
    ['Fn::ImportValue of another app', { 'Fn::ImportValue': 'elsewhere' }, 'elsewhere'],
    ['Fn::FindInMap without a map', { 'Fn::FindInMap': ['None', 'a', 'b'] }, 'FindInMap'],
    ['Fn::Sub that is none', { 'Fn::Sub': [1] }, 'Fn Sub'],
    ['Fn::Join that is none', { 'Fn::Join': ['', 'x'] }, 'Fn Join'],
    ['Fn::Split of something unknown', { 'Fn::Split': [',', { Ref: 'Names' }] }, 'Names'],
    ['another function', { 'Fn::Base64': 'x' }, 'Base64'],
  ])('%s is not known before the deployment', (_, resource, name) => {
    const { missing, unclear, unknown } = compared(app(resource), details([allow('s3:GetObject', DATA)]));
    expect([missing, unclear.length]).toEqual([[], 1]);
    expect(unknown.map(({ text }) => text).join()).toContain(name);
  });

  test('${!Literal} and policy variables are no values of the deployment', () => {
    const home = 'arn:aws:s3:::data/${aws:username}/*';
    const result = compared(app({ 'Fn::Sub': 'arn:aws:s3:::data/${!aws:username}/*' }), details([allow('s3:GetObject', home)]));
    expect([kindsOf(result), result.unknown, result.isSufficient]).toEqual([[[], [], []], [], true]);
  });

  test('a statement under a condition that is not known is unclear', () => {
    const statements = [{ 'Fn::If': ['IsProduction', allow('s3:GetObject', DATA), allow('s3:PutObject', DATA)] }];
    const result = compared(templateOf(statements, sections), details([allow('sqs:SendMessage', '*')]));
    expect(kindsOf(result)).toEqual([[], [
      `s3:GetObject on ${DATA}: needed under a condition of the template`, `s3:PutObject on ${DATA}: needed under a condition of the template`,
    ], ['sqs:SendMessage on *: not needed']]);
  });

  test('a statement under a condition that is known is needed or not', () => {
    const statements = [
      { 'Fn::If': ['IsProduction', allow('s3:GetObject', DATA), { Ref: 'AWS::NoValue' }] }, allow('s3:PutObject', DATA),
    ];
    const live = details([allow('s3:PutObject', DATA)]);
    const ofStages = templateOf(statements, sections);
    const sufficient = (Stage: string) => compared(ofStages, live, { parameters: { Stage } }).isSufficient;
    expect([sufficient('test'), sufficient('production')]).toEqual([true, false]);
  });

  test('a statement of which nothing is known is unclear', () => {
    const result = compared(templateOf([{ 'Fn::Transform': { Name: 'Macro' } }, { Effect: 'Allow' }]), details([allow('s3:*', '*')]));
    expect(result.unclear.map(({ reason, details: why }) => [reason, why])).toEqual([
      ['not known before the deployment', '${Fn Transform Name Macro}'], ['not known before the deployment', '{"Effect":"Allow"}'],
    ]);
  });
});
