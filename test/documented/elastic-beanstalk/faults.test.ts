import * as iam from 'aws-cdk-lib/aws-iam';
import { BEANSTALK } from './platform';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps } from '../../../src';
import { isAllowed, Request } from '../../support/evaluate';
import { ENVIRONMENTS } from '../../support/fold';
import { policiesOf, rolesOf, Statement } from '../../support/policies';
import { fits, ServiceReference } from '../../support/service-reference';
import { synthesize, synthesizeRole } from '../../support/synthesize';
import { pairsOf } from '../documents';

// Faults of the page that prints the instance profile policies, and of the managed policies: 16 to 29 of the list that
// also covers Hopsworks. The library must not repeat them.

const ENV = { account: '111122223333', region: 'eu-central-1' };
const ARN = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;
const ALL: BeanstalkEc2RoleProps = { webTier: {}, workerTier: {}, ecsDocker: {} };

function statements(props: BeanstalkEc2RoleProps = ALL): readonly Statement[] {
  return synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', props), { env: ENV }).all;
}

function pageAllows(document: string, request: Request): boolean {
  const printed = BEANSTALK.documents.find(({ id }) => id === `elastic-beanstalk/${document}`)!;
  return isAllowed(
    pairsOf(printed, BEANSTALK.names).map(({ action, boundResource, conditions }) =>
      ({ Effect: 'Allow', Action: [action], Resource: [boundResource], Condition: conditions })),
    request,
  );
}

function answers(document: string, request: Request) {
  return { page: pageAllows(document, request), us: isAllowed(statements(), request) };
}

function expectOnlyThePageToAllow(document: string, request: Request): void {
  expect(answers(document, request)).toEqual({ page: true, us: false });
}

function expectOnlyUsToAllow(document: string, request: Request): void {
  expect(answers(document, request)).toEqual({ page: false, us: true });
}

test('16: log groups are looked up on all resources (the page has a log group, which has no effect)', async () => {
  const reference = await ServiceReference.of(['logs:DescribeLogGroups']);
  const [action] = reference.expand('logs:DescribeLogGroups');
  expect(fits(action, ARN('logs', 'log-group:x'))).toBe(false);
  for (const document of ['web-tier', 'web-tier-v9']) {
    expectOnlyUsToAllow(document, { action: 'logs:DescribeLogGroups', resource: '*' });
  }
});

test('17: log groups are limited to /aws/elasticbeanstalk/ (the page also matches /aws/elasticbeanstalkX)', () => {
  const resource = ARN('logs', 'log-group:/aws/elasticbeanstalk-other:log-stream:i-0');
  expectOnlyThePageToAllow('web-tier', { action: 'logs:PutLogEvents', resource });
});

test('18: the bucket is the one of the region and account (the page matches buckets of any account)', () => {
  for (const bucket of ['elasticbeanstalk-us-east-1-111122223333', 'elasticbeanstalk-eu-central-1-999999999999']) {
    expectOnlyThePageToAllow('web-tier', { action: 's3:PutObject', resource: `arn:aws:s3:::${bucket}/key` });
    expectOnlyThePageToAllow('web-tier', { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` });
  }
});

test('19: every S3 action applies to its resource (the page prints s3:Get* and s3:List*)', async () => {
  const reference = await ServiceReference.of(['s3:GetObject']);
  const bucket = 'arn:aws:s3:::elasticbeanstalk-eu-central-1-111122223333';
  const known = (actions: readonly string[], resource: string) =>
    actions.flatMap(action => reference.expand(action)).flatMap(action => fits(action, resource) ? action.name : []);
  for (const resource of [bucket, `${bucket}/key`]) {
    const ours = statements()
      .flatMap(({ Sid, Action }) => /^Common(ReadBucket|ReadObjects|PutObjects)$/.test(Sid!) ? Action : []);
    expect(known(ours, resource).sort()).toEqual(known(['s3:Get*', 's3:List*', 's3:PutObject'], resource).sort());
  }
});

test('20: queues are limited to those that Elastic Beanstalk creates (the page grants all)', () => {
  expectOnlyThePageToAllow('worker-tier', { action: 'sqs:ReceiveMessage', resource: ARN('sqs', 'orders') });
});

test('21: leader tables are limited to the region and account (the page grants all)', () => {
  const resource = 'arn:aws:dynamodb:us-east-1:999999999999:table/awseb-e-a-stack-AWSEBWorkerCronLeaderRegistry-B';
  expectOnlyThePageToAllow('worker-tier', { action: 'dynamodb:PutItem', resource });
});

test('22: clusters are those of Elastic Beanstalk, ecs:Submit* is three actions (the page grants all)', async () => {
  const resource = ARN('ecs', 'cluster/payments');
  expectOnlyThePageToAllow('multicontainer-docker', { action: 'ecs:RegisterContainerInstance', resource });
  expectOnlyThePageToAllow('multicontainer-docker', {
    action: 'ecs:StopTask',
    resource: ARN('ecs', 'task/payments/1'),
    context: { 'ecs:cluster': resource },
  });
  const reference = await ServiceReference.of(['ecs:Poll']);
  const submitted = statements().flatMap(({ Action }) => Action).filter(action => action.startsWith('ecs:Submit'));
  expect(submitted.sort()).toEqual(reference.expand('ecs:Submit*').map(({ name }) => name).sort());
});

test('23: tasks are described (the page lacks it)', () => {
  expectOnlyUsToAllow('multicontainer-docker', {
    action: 'ecs:DescribeTasks',
    resource: ARN('ecs', 'task/awseb-shop/1'),
    context: { 'ecs:cluster': ARN('ecs', 'cluster/awseb-shop') },
  });
});

test('24: the trust policy has the current version (the page prints 2008-10-17)', () => {
  const { properties } = synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', ALL));
  expect(properties.AssumeRolePolicyDocument).toMatchObject({ Version: '2012-10-17' });
});

test('25: other principals may assume the role, such as EC2 in China (the page has one principal)', () => {
  const china = iam.ServicePrincipal.fromStaticServicePrincipleName('ec2.amazonaws.com.cn');
  const { trust } = synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', { ...ALL, additionalPrincipals: [china] }));
  expect(JSON.stringify(trust.map(({ Principal }) => Principal))).toContain('ec2.amazonaws.com.cn');
});

test('26: no Sid has two meanings (CloudWatchLogsAccess of the page does)', () => {
  const bySid = (props: BeanstalkEc2RoleProps) =>
    new Map(statements(props).map(statement => [statement.Sid, statement]));
  const together = bySid(ALL);
  expect(together.size).toBe(statements().length);
  for (const alone of [{ webTier: {} }, { workerTier: {} }, { ecsDocker: {} }]) {
    bySid(alone).forEach((statement, sid) => expect(together.get(sid)).toEqual(statement));
  }
});

test('27: each partition has its own ARNs (the page prints aws)', () => {
  const props = { ...ALL, awsManagedPolicies: true, healthAnalysis: {} };
  const { template } = synthesize(stack => new BeanstalkEc2Role(stack, 'Role', props));
  for (const environment of ENVIRONMENTS) {
    const [{ properties }] = rolesOf(template, environment);
    const granted = policiesOf(template, environment).flatMap(policy => policy.statements);
    const resources = granted.flatMap(({ Resource }) => Resource);
    const arns = [...properties.ManagedPolicyArns as string[], ...resources].filter(arn => arn !== '*');
    expect(arns.length).toBeGreaterThan(3);
    expect(arns.filter(arn => !arn.startsWith(`arn:${environment.partition}:`))).toEqual([]);
  }
});

test('28: an outdated default role is updated in place (the page creates an environment for that)', () => {
  const { template } = synthesize(stack => new BeanstalkEc2Role(stack, 'Role', {
    ...ALL,
    existingRole: iam.Role.fromRoleName(stack, 'Default', 'aws-elasticbeanstalk-ec2-role'),
    existingInstanceProfile: iam.InstanceProfile.fromInstanceProfileName(stack, 'Profile', 'aws-elasticbeanstalk-ec2-role'),
  }));
  expect(Object.values(template.Resources!).map(({ Type, Properties }) => [Type, Properties!.Roles]))
    .toEqual([['AWS::IAM::Policy', ['aws-elasticbeanstalk-ec2-role']]]);
});

test('29: actions are spelled as in the reference (AWS writes ecs:DeRegisterTaskDefinition)', async () => {
  const actions = statements().flatMap(({ Action }) => Action);
  const reference = await ServiceReference.of(actions);
  expect(actions.filter(action => reference.expand(action).length === 0)).toEqual([]);
});

describe('permissions that the page of 2018 lacks', () => {
  test.each([
    ['sampling of traces', 'xray:GetSamplingRules', '*'],
    ['reports of health, without which environments show "No Data"', 'elasticbeanstalk:PutInstanceStatistics',
      ARN('elasticbeanstalk', 'environment/shop/shop-live')],
  ])('%s is granted', (_what, action, resource) => {
    expectOnlyUsToAllow('web-tier', { action, resource });
    expectOnlyUsToAllow('worker-tier', { action, resource });
  });

  test('tagging container instances is granted during registration only', () => {
    const tag = (created?: string): Request => ({
      action: 'ecs:TagResource',
      resource: ARN('ecs', 'container-instance/awseb-shop/1'),
      context: created === undefined ? {} : { 'ecs:CreateAction': created },
    });
    expectOnlyUsToAllow('multicontainer-docker', tag('RegisterContainerInstance'));
    expect([tag(), tag('CreateCluster')].filter(request => isAllowed(statements(), request))).toEqual([]);
  });
});
