import { App, Aws, Fn, Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BeanstalkEc2Role, BeanstalkPermissionCheck, BeanstalkPermissionNeeds } from '../../../src';
import { BEANSTALK } from '../../documented/elastic-beanstalk/platform';
import { managedPolicies } from '../../support/managed-policies';
import { Statement } from '../../support/policies';
import { synthesizeRole } from '../../support/synthesize';

const PLACE = { region: 'eu-central-1', account: '111122223333' };
const WEB = { ...PLACE, webTier: {} };
const BUCKET = 'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333';

/** The newest version of a managed policy of AWS. */
function newestPolicy(name: string): string {
  return JSON.stringify(managedPolicies().get(name));
}

/** A managed policy as AWS published it once. */
function awsPolicy(name: string): string {
  const { statements } = BEANSTALK.documents.find(({ id }) => id === `elastic-beanstalk/${name}`)!;
  const printed = statements.map(({ actions, resources, conditions }, index) =>
    ({ Sid: `Printed${index}`, Effect: 'Allow', Action: actions, Resource: resources, Condition: conditions }));
  return JSON.stringify({ Version: '2012-10-17', Statement: printed }).replaceAll('${Partition}', 'aws');
}

/** The statements of a role of the library. */
function ownPolicy(build: (stack: Stack) => BeanstalkEc2Role): Statement[] {
  return synthesizeRole(build, { env: PLACE }).all;
}

const QUEUES = new Stack(new App(), 'Queues', { env: PLACE });
const queue = (name: string) => {
  const queueArn = `arn:aws:sqs:eu-central-1:111122223333:${name}`;
  return { queue: sqs.Queue.fromQueueAttributes(QUEUES, `Queue${QUEUES.node.children.length}`, { queueArn, fifo: name.endsWith('.fifo') }) };
};

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: unknown, resource: unknown, rest: object = {}) =>
  ({ Sid: 'Own', Effect: 'Allow', Action: action, Resource: resource, ...rest });

const EVERYTHING = allow('*', '*');
const ALL_NEEDED = ownPolicy(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {} }));

const missing = (documents: string[], needs: BeanstalkPermissionNeeds = WEB) =>
  BeanstalkPermissionCheck.compare(documents, needs).missing.map(({ action, reason }) => `${action} ${reason}`);
const beyond = (documents: string[], needs: BeanstalkPermissionNeeds = WEB) =>
  BeanstalkPermissionCheck.compare(documents, needs).beyond.map(({ action, resource, reason }) => `${action} ${resource} ${reason}`);

describe('the role of the library', () => {
  test('has exactly the needed permissions', () => {
    const role = ownPolicy(stack => new BeanstalkEc2Role(stack, 'Role', { webTier: {}, workerTier: {}, ecsDocker: {} }));
    const needs = { ...WEB, workerTier: {}, ecsDocker: {} };
    const { missing: lacks, beyond: has } = BeanstalkPermissionCheck.compare([policy(...role)], needs);
    expect([lacks, has]).toEqual([[], []]);
  });

  test('is checked with its scopes', () => {
    const props = { webTier: {}, workerTier: {}, ecsDocker: {}, applicationName: 'shop', environmentNames: ['shop-live'] };
    const role = policy(...ownPolicy(stack => new BeanstalkEc2Role(stack, 'Role', props)));
    const { applicationName, environmentNames } = props;
    const needs = { ...WEB, workerTier: {}, ecsDocker: {}, applicationName, environmentNames };
    expect(missing([role], needs)).toEqual([]);
    expect(missing([role], { ...needs, environmentNames: ['shop-test'] })).toEqual(
      expect.arrayContaining(['logs:PutLogEvents not granted', 'ecs:RegisterContainerInstance not granted']));
    expect(missing([role], { ...needs, applicationName: undefined })).toContain('elasticbeanstalk:PutInstanceStatistics granted in part');
  });
});

describe("AWS's managed policies", () => {
  test('lack the permission to describe log groups, and grant more than needed', () => {
    expect(missing([newestPolicy('AWSElasticBeanstalkWebTier')])).toEqual(['logs:DescribeLogGroups granted in part']);
    expect(beyond([newestPolicy('AWSElasticBeanstalkWebTier')])).toContain('s3:PutObject arn:aws:s3:::elasticbeanstalk-*/* more than needed');
    expect(beyond([newestPolicy('AWSElasticBeanstalkMulticontainerDocker')], { ...PLACE, ecsDocker: {} })).toContain('ecs:Submit* * more than needed');
  });

  test('of 2018 lack later permissions', () => {
    expect(missing([awsPolicy('web-tier')])).toEqual([
      'xray:GetSamplingRules not granted',
      'xray:GetSamplingStatisticSummaries not granted',
      'xray:GetSamplingTargets not granted',
      'elasticbeanstalk:PutInstanceStatistics not granted',
      'elasticbeanstalk:PutInstanceStatistics not granted',
      'logs:DescribeLogGroups granted in part',
    ]);
    expect(missing([awsPolicy('multicontainer-docker')], { ...PLACE, ecsDocker: {} }))
      .toEqual(['ecs:DescribeTasks not granted', 'ecs:TagResource not granted', 'ecs:TagResource not granted']);
  });

  test('of both tiers are checked together', () => {
    const documents = ['AWSElasticBeanstalkWebTier', 'AWSElasticBeanstalkWorkerTier'].map(newestPolicy);
    expect(missing(documents, { ...WEB, workerTier: {} })).toEqual(['logs:DescribeLogGroups granted in part']);
    expect(missing([documents[0]], { ...WEB, workerTier: {} })).toContain('sqs:ReceiveMessage not granted');
  });

  test('in their own region and account grant nothing extra because of their spelling', () => {
    const read = allow(['s3:Get*', 's3:List*'], [BUCKET, `${BUCKET}/*`]);
    const write = allow('s3:PutObject', [BUCKET, `${BUCKET}/resources/environments/logs/*`]);
    expect(beyond([policy(read, write)])).toEqual([]);
  });

  test('in their own region and account also write other objects than logs', () => {
    expect(beyond([policy(allow('s3:PutObject', `${BUCKET}/*`))])).toEqual([`s3:PutObject ${BUCKET}/* more than needed`]);
  });
});

describe('a permission that is switched off', () => {
  test.each<[string, Partial<BeanstalkPermissionNeeds>, string]>([
    ['traces', { xray: false }, 'xray:PutTraceSegments * not needed'],
    ['logs', { logStreaming: false }, 'logs:DescribeLogGroups * not needed'],
    ['health', { enhancedHealth: false }, 'elasticbeanstalk:PutInstanceStatistics ' +
      'arn:aws:elasticbeanstalk:eu-central-1:111122223333:application/* not needed'],
  ])('is reported as not needed: %s', (_, needs, finding) => {
    expect(beyond([policy(...ALL_NEEDED)], { ...WEB, ...needs })).toContain(finding);
  });

  test('is reported as not needed: periodic tasks, and queues other than the specified one', () => {
    const role = policy(...ownPolicy(stack => new BeanstalkEc2Role(stack, 'Role', { workerTier: {} })));
    const needs = { ...PLACE, workerTier: { periodicTasks: false, ...queue('jobs') } };
    expect(beyond([role], needs).filter(finding => finding.startsWith('dynamodb:Scan'))).toHaveLength(1);
    expect(beyond([role], needs).filter(finding => finding.startsWith('sqs:SendMessage'))).toHaveLength(2);
    expect(missing([role], needs)).toContain('sqs:SendMessage not granted');
  });
});

test('a FIFO queue needs no permissions for periodic tasks', () => {
  const queueArn = 'arn:aws:sqs:eu-central-1:111122223333:jobs.fifo';
  const needs = { ...PLACE, workerTier: queue('jobs.fifo') };
  expect(missing([policy(allow('sqs:*', queueArn))], needs).filter(finding => finding.startsWith('dynamodb:'))).toEqual([]);
});

describe('statements', () => {
  test.each<[string, object[], string[]]>([
    ['an action in another case', [allow('XRAY:puttracesegments', '*')], []],
    ['a wildcard that matches the action', [allow('xray:Put*', '*')], []],
    ['a question mark', [allow('xray:PutTraceSegment?', '*')], []],
    ['NotAction with other actions', [allow(undefined, '*', { NotAction: ['iam:*', 's3:*'] })], []],
    ['NotAction with this action', [allow(undefined, '*', { NotAction: 'xray:*' })], ['not granted']],
    ['NotResource with other resources', [allow('xray:*', undefined, { NotResource: 'arn:aws:s3:::b' })],
      ['granted in part']],
    ['a condition that always holds', [allow('xray:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })], []],
    ['a condition that never holds', [allow('xray:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } })], ['not granted']],
    ['another condition', [allow('xray:*', '*', { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })],
      ['unclear: granted under a condition']],
    ['a Deny', [EVERYTHING, { Effect: 'Deny', Action: 'xray:Put*', Resource: '*' }], ['denied']],
    ['a Deny with NotAction on other actions', [EVERYTHING, { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
      ['denied']],
    ['a Deny with NotAction on this action', [EVERYTHING, { Effect: 'Deny', NotAction: 'xray:*', Resource: '*' }], []],
    ['a Deny under a condition that never holds',
      [EVERYTHING, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], []],
    ['a Deny under another condition',
      [EVERYTHING, { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
      ['unclear: denied under a condition']],
    ['a Deny on another action', [EVERYTHING, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }], []],
    ['a part of the resources', [allow('xray:*', 'arn:aws:xray:*:*:group/*')], ['granted in part']],
  ])('are evaluated as IAM does: %s', (_, statements, reasons) => {
    const { missing: lacks, unclear } = BeanstalkPermissionCheck.compare([policy(...statements)], WEB);
    const traces = [...lacks, ...unclear.map(finding => ({ ...finding, reason: `unclear: ${finding.reason}` }))]
      .filter(({ action }) => action === 'xray:PutTraceSegments');
    expect(traces.map(({ reason }) => reason)).toEqual(reasons);
  });

  test('with a condition grant permissions that are needed under the same condition', () => {
    const tag = (created: unknown) => policy(allow('ecs:*', '*', { Condition: { StringEquals: { 'ecs:CreateAction': created } } }));
    const lacksTag = (created: unknown) =>
      missing([tag(created)], { ...PLACE, ecsDocker: {} }).includes('ecs:TagResource granted in part');
    expect([lacksTag(['StartTask', 'RegisterContainerInstance']), lacksTag('StartTask')]).toEqual([false, true]);
  });

  test('grant more than needed if they lack the condition', () => {
    const resource = 'arn:aws:ecs:eu-central-1:111122223333:task/*';
    expect(beyond([policy(allow('ecs:StopTask', resource))], { ...PLACE, ecsDocker: {} }))
      .toEqual([`ecs:StopTask ${resource} more than needed`]);
  });

  test('on another region or another resource grant nothing that is needed', () => {
    const elsewhere = policy(allow('logs:*', 'arn:aws:logs:us-east-1:111122223333:*'), allow('s3:*', 'arn:aws:logs:*'));
    expect(missing([elsewhere])).toContain('logs:PutLogEvents not granted');
    expect(missing([elsewhere])).toContain('s3:PutObject not granted');
  });

  test.each<[string, string, string[]]>([
    ['everything after a wildcard', 'arn:aws:sqs:*', ['denied']],
    ['everything after the missing part', 'arn:aws:sqs', ['denied']],
    ['all queues of a region', 'arn:aws:sqs:eu-central-1:*', ['denied']],
    ['no queues of another region', 'arn:aws:sqs:us-east-1:*', []],
    ['no other service', 'arn:aws:dynamodb:*', []],
  ])('on an ARN that ends early match %s', (_, resource, reasons) => {
    const needs = { ...PLACE, workerTier: queue('jobs') };
    const found = BeanstalkPermissionCheck.compare(
      [policy(EVERYTHING, { Effect: 'Deny', Action: 'sqs:Receive*', Resource: resource })], needs,
    ).missing;
    expect(found.map(({ reason }) => reason)).toEqual(reasons);
    expect(missing([policy(allow('sqs:*', resource))], needs).includes('sqs:SendMessage not granted')).toBe(reasons.length === 0);
  });

  test('with Action "*" or NotAction grant more than needed', () => {
    const found = BeanstalkPermissionCheck.compare(
      [policy(EVERYTHING, { Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], NotResource: 'arn:aws:s3:::b/*' })], WEB,
    );
    expect(found.missing).toEqual([]);
    expect(found.beyond).toEqual([
      { sid: 'Own', action: '*', resource: '*', reason: 'more than needed', required: false },
      {
        sid: undefined, action: 'all but iam:*, sts:*', resource: 'all but arn:aws:s3:::b/*', reason: 'more than needed', required: false,
      },
    ]);
  });

  test('of other platforms are reported as not needed', () => {
    expect(beyond([policy(allow(['iam:PassRole'], ['*']))])).toEqual(['iam:PassRole * not needed']);
  });
});

describe('documents', () => {
  const needed = policy(...ALL_NEEDED);
  const document = JSON.parse(needed) as object;
  const encoded = encodeURIComponent(needed);
  const trust = { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } } };

  test.each<[string, unknown]>([
    ['an inline policy', { RoleName: 'shop', PolicyName: 'Own', PolicyDocument: document }],
    ['an inline policy, percent-encoded', { RoleName: 'shop', PolicyName: 'Own', PolicyDocument: encoded }],
    ['a managed policy', { PolicyVersion: { Document: document, VersionId: 'v7', IsDefaultVersion: true } }],
    ['a role with its policies', {
      RoleDetailList: [{
        RoleName: 'shop',
        InstanceProfileList: [{ Roles: [{ RoleName: 'shop', AssumeRolePolicyDocument: trust }] }],
        AssumeRolePolicyDocument: trust,
        RolePolicyList: [{ PolicyName: 'Own', PolicyDocument: document }],
      }],
      Policies: [{
        PolicyVersionList: [
          { Document: JSON.parse(policy(EVERYTHING)) as object, IsDefaultVersion: false, VersionId: 'v1' },
          { Document: document, IsDefaultVersion: true, VersionId: 'v2' },
        ],
      }],
    }],
  ])('are parsed as the AWS CLI prints them: %s', (_, output) => {
    const { missing: lacks, beyond: has } = BeanstalkPermissionCheck.compare([JSON.stringify(output)], WEB);
    expect([lacks, has]).toEqual([[], []]);
  });

  test('are parsed percent-encoded, with one statement, and with a single action', () => {
    expect(missing([encoded])).toEqual([]);
    expect(missing([JSON.stringify({ Statement: allow('*', '*') })])).toEqual([]);
  });

  test('are checked in each partition', () => {
    const china = { region: 'cn-north-1', account: '111122223333', partition: 'aws-cn', webTier: {} };
    expect(missing([needed], china)).toContain('s3:PutObject not granted');
    expect(missing([policy(allow('s3:*', 'arn:aws-cn:s3:::*'))], china)).not.toContain('s3:PutObject not granted');
  });
});

test.each<[string, unknown, unknown, string]>([
  ['no documents', [], WEB, "'documents' must not be empty: a role without policies has nothing to compare, got []"],
  ['an object in place of a document', [{}], WEB, "'documents[0]' must be a string, got {}"],
  ['text that is not JSON', ['Allow'], WEB, "'documents[0]' must be a policy document in JSON, percent-encoded or not, got \"Allow\""],
  ['a broken encoding', ['%7B%'], WEB, "'documents[0]' must be a policy document in JSON"],
  ['a broken encoding inside', ['{"PolicyDocument":"%7B%"}'], WEB, "'documents[0]' must be a policy document in JSON"],
  ['an object that is no policy', ['{"RoleName":"shop"}'], WEB,
    "'documents[0]' must hold a policy document, an object with a 'Statement', got"],
  ['text in place of statements', ['{"Statement":["Allow"]}'], WEB, "'documents[0]' must hold statements with Effect, Action and Resource"],
  ['a statement without an effect', [policy({ Action: '*', Resource: '*' })], WEB, 'must hold statements with Effect'],
  ['a statement without a resource', [policy({ Effect: 'Allow', Action: '*' })], WEB, 'must hold statements with Effect'],
  ['a malformed condition', [policy(allow('*', '*', { Condition: { Bool: true } }))], WEB,
    'must hold statements with Effect'],
  ['no needs', [policy(EVERYTHING)], null, "'needs' must be an object of options, got null"],
  ['no tier', [policy(EVERYTHING)], PLACE, "set at least one of 'webTier', 'workerTier' and 'ecsDocker'"],
  ['no region', [policy(EVERYTHING)], { ...WEB, region: undefined }, "'needs.region' must be the name of one region, such as 'eu-central-1', got nothing"],
  ['no account', [policy(EVERYTHING)], { ...WEB, account: '1' }, "'needs.account' must be an account of twelve digits, got \"1\""],
  ['no partition', [policy(EVERYTHING)], { ...WEB, partition: 'arn' }, "'needs.partition' must be a partition such as 'aws' or 'aws-cn'"],
  ['a wildcard for the region', [policy(EVERYTHING)], { ...WEB, region: '*' },
    "'needs.region' must be the name of one region"],
  ['a misspelt region', [policy(EVERYTHING)], { ...WEB, region: 'eu-centrall-1' }, "'needs.region' must be the name of one region"],
  ['a wildcard for the account', [policy(EVERYTHING)], { ...WEB, account: '*' },
    "'needs.account' must be an account of twelve digits"],
  ['a wildcard for the partition', [policy(EVERYTHING)], { ...WEB, partition: 'aws*' },
    "'needs.partition' must be a partition such as"],
  ['an unknown region', [policy(EVERYTHING)], { ...WEB, region: 'eu-north-9' },
    "the partition of 'needs.region' ('eu-north-9') is not known to this version of the CDK: set 'needs.partition'"],
  ['a string in place of a queue', [policy(EVERYTHING)], { ...WEB, workerTier: { queue: 'jobs' } },
    "'needs.workerTier.queue' must be a queue"],
  ['a resource of a stack', [policy(EVERYTHING)], { ...WEB, workerTier: { queue: new sqs.Queue(QUEUES, 'New') } },
    "the statement 'WorkerTierUseQueue' has "],
  ['a wildcard for the application', [policy(EVERYTHING)], { ...WEB, applicationName: '*' },
    "'needs.applicationName' must be the name of an application"],
  ['a token for the environment', [policy(EVERYTHING)], { ...WEB, environmentNames: [Fn.importValue('name')] },
    'which has no value before the deployment'],
  ...['region', 'account', 'partition'].map((name): [string, unknown, unknown, string] => [
    `a token for ${name}`, [policy(EVERYTHING)], { ...WEB, [name]: Aws.REGION },
    'got "<token>": the comparison is outside of an app, where tokens have no value',
  ]),
  ['a misspelt need', [policy(EVERYTHING)], { ...WEB, enviromentNames: 'shop-live' },
    "unknown option 'needs.enviromentNames', did you mean 'needs.environmentNames'?"],
  ['a misspelt tier', [policy(EVERYTHING)], { ...PLACE, webTeir: true }, "unknown option 'needs.webTeir', did you mean 'needs.webTier'?"],
  ['missing needs', [policy(EVERYTHING)], undefined, "'needs' must be an object of options, got nothing"],
  [
    'periodic tasks with a FIFO queue', [policy(EVERYTHING)],
    { ...PLACE, workerTier: { periodicTasks: true, ...queue('jobs.fifo') } },
    "'needs.workerTier.periodicTasks' can't be true with the FIFO queue 'Queues/Queue",
  ],
  [
    'a scope of other tiers', [policy(EVERYTHING)], { ...PLACE, ecsDocker: {}, environmentNames: ['shop-live'] },
    "'environmentNames' requires 'webTier' or 'workerTier', got [\"shop-live\"]",
  ],
  [
    'several roles', ['shop', 'bank'].map(RoleName => JSON.stringify({ RoleName, PolicyDocument: { Statement: EVERYTHING } })), WEB,
    "'documents' must be of one role, got the role \"shop\" and the role \"bank\": compare one at a time",
  ],
  [
    'several roles in one document',
    [JSON.stringify({ RoleDetailList: ['shop', 'bank'].map(RoleName => ({ RoleName, RolePolicyList: [{ PolicyDocument: { Statement: EVERYTHING } }] })) })],
    WEB, "'documents' must be of one role, got the role \"shop\" and the role \"bank\"",
  ],
  ['a flag in place of a tier', [policy(EVERYTHING)], { ...WEB, workerTier: true },
    "'needs.workerTier' must be an object of options, got true: use {} for the defaults"],
])('rejects %s', (_, documents, needs, message) => {
  expect(() => BeanstalkPermissionCheck.compare(documents as never, needs as never)).toThrow(message);
});
