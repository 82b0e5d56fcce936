import { isAllowed, Request } from '../../support/evaluate';
import { fold, TemplateJson } from '../../support/fold';
import { rolesOf, Statement, statementsOf } from '../../support/policies';
import { PROGRAMS } from '../../support/readme';
import { runProgram } from '../../support/run-program';

// The program of the chapter that makes the role of a workflow of GitHub Actions.

const [, PROGRAM] = PROGRAMS.find(([section]) => section === 'docs/elastic-beanstalk.md: Who deploys')!;

const BUCKET = 'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333';
const beanstalk = (resource: string) => `arn:aws:elasticbeanstalk:eu-central-1:111122223333:${resource}`;
const LIVE = beanstalk('environment/shop/shop-live');
const OURS = { 'aws:ResourceTag/elasticbeanstalk:environment-name': 'shop-live' };
const STACK = 'arn:aws:cloudformation:eu-central-1:111122223333:stack/awseb-e-abcdefghij-stack/11111111-2222-4333-8444-555555555555';
const GROUP = 'arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:1:autoScalingGroupName/awseb-e-abcdefghij-stack-AWSEBAutoScalingGroup-1';
const CODE = `${BUCKET}/resources/environments/e-abcdefghij/_runtime/_versions/shop/v1`;

type Document = Parameters<typeof statementsOf>[0];

let policy: readonly Statement[];
let trust: readonly Statement[];

beforeAll(() => {
  const [{ template }] = runProgram(PROGRAM).synth().stacks as { template: TemplateJson }[];
  const { Resources } = fold(template);
  const [workflowId] = Object.keys(Resources).filter(id => id.startsWith('Workflow'));
  const attached = Object.entries(Resources).filter(([, { Type, Properties }]) =>
    Type === 'AWS::IAM::ManagedPolicy' && JSON.stringify(Properties?.Roles ?? []).toLowerCase().includes(workflowId.toLowerCase()));
  policy = attached.flatMap(([, { Properties }]) => statementsOf(Properties!.PolicyDocument as Document));
  const workflow = rolesOf(template).find(({ logicalId }) => logicalId === workflowId)!;
  trust = workflow.trust.map(statement => ({ ...statement, Resource: ['*'] }));
});

type Row = [what: string, action: string, resource: string, context: Request['context']];
const row = (what: string, action: string, resource: string, context: Request['context'] = {}): Row => [what, action, resource, context];

test.each<Row>([
  row('look the bucket up', 's3:ListBucket', BUCKET),
  row('upload the bundle', 's3:PutObject', `${BUCKET}/shop/5f2b8c.zip`),
  row('look for the version', 'elasticbeanstalk:DescribeApplicationVersions', beanstalk('applicationversion/shop/5f2b8c')),
  row('create the version', 'elasticbeanstalk:CreateApplicationVersion', beanstalk('applicationversion/shop/5f2b8c')),
  row('look the environment up', 'elasticbeanstalk:DescribeEnvironments', LIVE),
  row('update the environment', 'elasticbeanstalk:UpdateEnvironment', LIVE),
  row('follow the events', 'elasticbeanstalk:DescribeEvents', LIVE),
  row('copy the version, as Elastic Beanstalk does', 's3:PutObject', CODE),
  row('let the bucket own the copy', 's3:PutObjectAcl', CODE),
  row('delete an older copy', 's3:DeleteObject', CODE),
  row('look the policy of the bucket up', 's3:GetBucketPolicy', BUCKET),
  row('create the bucket, although it exists', 's3:CreateBucket', BUCKET),
  row('look the stack up', 'cloudformation:DescribeStackResources', STACK),
  row('list what is in the stack', 'cloudformation:ListStackResources', STACK),
  row('update the stack', 'cloudformation:UpdateStack', STACK, OURS),
  row('suspend processes', 'autoscaling:SuspendProcesses', GROUP, OURS),
  row('resume processes', 'autoscaling:ResumeProcesses', GROUP, OURS),
  row('look launch templates up', 'ec2:DescribeLaunchTemplates', '*'),
  row('find the topic', 'sns:CreateTopic', 'arn:aws:sns:eu-central-1:111122223333:ElasticBeanstalkNotifications-Environment-shop-live'),
])('the workflow may %s: %s', (_what, action, resource, context) => {
  expect(isAllowed(policy, { action, resource, context })).toBe(true);
});

test.each<Row>([
  row('create the environment', 'elasticbeanstalk:CreateEnvironment', LIVE),
  row('deploy to another environment', 'elasticbeanstalk:UpdateEnvironment', beanstalk('environment/shop/shop-test')),
  row('deploy another application', 'elasticbeanstalk:UpdateEnvironment', beanstalk('environment/bank/bank-live')),
  row('change the code of another environment', 's3:PutObject', CODE.replace('e-abcdefghij', 'e-klmnopqrst')),
  row('change the policy of the bucket', 's3:PutBucketPolicy', BUCKET),
  row('pass a role', 'iam:PassRole', 'arn:aws:iam::111122223333:role/admin', { 'iam:PassedToService': 'ec2.amazonaws.com' }),
])('the workflow may not %s: %s', (_what, action, resource, context) => {
  expect(isAllowed(policy, { action, resource, context })).toBe(false);
});

const token = (subject: string, audience = 'sts.amazonaws.com') => ({
  'token.actions.githubusercontent.com:aud': audience, 'token.actions.githubusercontent.com:sub': subject,
});

test.each<[boolean, string, Request['context']]>([
  [true, 'a job in the environment', token('repo:example/shop:environment:live')],
  [false, 'a job in another environment', token('repo:example/shop:environment:test')],
  [false, 'a branch', token('repo:example/shop:ref:refs/heads/main')],
  [false, 'a pull request', token('repo:example/shop:pull_request')],
  [false, 'another repository', token('repo:evil/shop:environment:live')],
  [false, 'a token for somebody else', token('repo:example/shop:environment:live', 'https://github.com/example')],
  [false, 'a token without a subject', {}],
])('it is %s that the role trusts %s', (expected, _who, context) => {
  expect(isAllowed(trust, { action: 'sts:AssumeRoleWithWebIdentity', resource: '*', context })).toBe(expected);
});

test('the role trusts nothing else', () => {
  expect(trust).toHaveLength(1);
  expect(isAllowed(trust, { action: 'sts:AssumeRole', resource: '*', context: token('repo:example/shop:environment:live') })).toBe(false);
});
