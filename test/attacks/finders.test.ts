import { AttackTable } from './attack';
import { escalationsOf } from './escalations';
import { settableTags } from './settable-tags';
import { sharedWrites, unnamedWrites, WriteActions } from './wide-writes';
import { Statement } from '../support/policies';

// What holds the attacks complete must be able to fail.

const INSTANCES = 'arn:aws:ec2:eu-central-1:111122223333:instance/*';
const INSTANCE = 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0';

function allow(sid: string, action: string | string[], resource = '*', condition?: Statement['Condition']): Statement {
  return { Sid: sid, Effect: 'Allow', Action: [action].flat(), Resource: [resource], Condition: condition };
}

describe('the published escalations', () => {
  test.each<[string, Statement[], string[]]>([
    ['one action', [allow('A', 'iam:PutRolePolicy')], ['an inline policy of a role']],
    ['a wildcard', [allow('A', 'iam:Put*')], [
      'an inline policy of a user', 'an inline policy of a group', 'an inline policy of a role', 'a wider boundary',
    ]],
    ['another spelling', [allow('A', 'IAM:putrolepolicy')], ['an inline policy of a role']],
    ['actions of several statements', [allow('A', 'iam:PassRole'), allow('B', 'ec2:RunInstances')], ['an instance with a role']],
    ['a part of a way', [allow('A', 'ec2:RunInstances')], []],
    ['reads', [allow('A', ['iam:GetRole', 's3:GetObject'])], []],
  ])('are found in %s', (_, statements, ways) => {
    expect(escalationsOf(statements)).toEqual(ways);
  });
});

describe('wide writes', () => {
  const table = (verdict: number | string): AttackTable => ({
    construct: 'Example',
    attacker: 'somebody',
    build: stack => stack,
    attacks: [['instances of others', verdict, ['ec2:TerminateInstances', INSTANCE]]],
  });

  test.each<[string, Statement, AttackTable[], string[]]>([
    ['all resources', allow('End', 'ec2:TerminateInstances'), [], ['End: ec2:TerminateInstances']],
    ['all resources of a type', allow('End', 'ec2:TerminateInstances', INSTANCES), [], ['End: ec2:TerminateInstances']],
    ['an attack that is denied elsewhere', allow('End', 'ec2:TerminateInstances', INSTANCES), [table(1)], ['End: ec2:TerminateInstances']],
    ['an attack that a chapter names', allow('End', 'ec2:TerminateInstances', INSTANCES), [table('instances')], []],
    ['one instance', allow('End', 'ec2:TerminateInstances', INSTANCE), [], []],
    ['reads', allow('Read', 'ec2:DescribeInstances'), [], []],
    ['objects of a bucket', allow('Put', 's3:PutObject', 'arn:aws:s3:::data/*'), [], []],
    ['objects of all buckets', allow('Put', 's3:PutObject', 'arn:aws:s3:::*/*'), [], ['Put: s3:PutObject']],
    ['metrics', allow('Put', 'cloudwatch:PutMetricData'), [], []],
  ])('are judged: %s', async (_, statement, tables, expected) => {
    expect(unnamedWrites([statement], tables, await WriteActions.of([statement]))).toEqual(expected);
  });
});

test.each<[string, string, boolean]>([
  ['a bucket with a name of the vendor', 'arn:aws:s3:::parallelcluster-*-v1-do-not-delete/x/*', true],
  ['a bucket named after the account', 'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333/*', true],
  ['logs in it', 'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333/resources/environments/logs/*', false],
  ['a bucket of the user', 'arn:aws:s3:::data/*', false],
])('writes into %s', (_, resource, isFound) => {
  expect(sharedWrites([allow('Put', 's3:PutObject', resource)])).toHaveLength(isFound ? 1 : 0);
  expect(sharedWrites([allow('Get', 's3:GetObject', resource)])).toEqual([]);
});

describe('tags that the principal can set', () => {
  const tagged = (key: string) => allow('End', 'ec2:TerminateInstances', INSTANCES, { StringEquals: { [key]: 'hpc' } });

  test.each<[string, Statement[], string[]]>([
    ['only as something is created', [tagged('aws:ResourceTag/cluster'), allow('Tag', 'ec2:CreateTags', INSTANCES,
      { StringEquals: { 'sagemaker:TaggingAction': ['CreateTrainingJob'] } })], []],
    ['by another statement', [tagged('aws:ResourceTag/cluster'), allow('Tag', 'ec2:CreateTags', INSTANCES)], ['End']],
    ['under the key of the service', [tagged('ec2:ResourceTag/cluster'), allow('Tag', 'ec2:CreateTags')], ['End']],
    ['on other resources', [tagged('aws:ResourceTag/cluster'), allow('Tag', 'ec2:CreateTags', INSTANCES.replace('instance', 'volume'))], []],
    ['in another service', [tagged('aws:ResourceTag/cluster'), allow('Tag', 'sqs:TagQueue')], []],
    ['of AWS', [tagged('ec2:ResourceTag/aws:cloudformation:stack-name'), allow('Tag', 'ec2:CreateTags')], []],
    ['without tagging', [tagged('aws:ResourceTag/cluster')], []],
  ])('are found: %s', (_, statements, sids) => {
    expect(settableTags(statements)).toEqual(sids);
  });
});
