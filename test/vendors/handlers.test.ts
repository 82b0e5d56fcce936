import { Handlers, ResourceRow } from './data';
import { handlerRequests, StackKind } from './handlers';
import { ServiceReference } from '../support/service-reference';

const STACK: StackKind = { tags: { 'parallelcluster:cluster-name': 'hpc' }, operations: ['create', 'delete'] };
const ROLE = 'arn:aws:iam::123456789012:role/parallelcluster/hpc/hpc-Role';
const HANDLERS: Handlers = {
  'AWS::DynamoDB::Table': { 'dynamodb:CreateTable': ['create'], 'dynamodb:UpdateTable': ['update'] },
  'AWS::IAM::Role': { 'iam:AttachRolePolicy': ['create'], 'iam:DeleteRole': ['delete'] },
  'AWS::Lambda::Function': { 'iam:PassRole': ['create'], 'ec2:DescribeVpcs': ['create'] },
  'AWS::EC2::NetworkInterface': { 'ec2:CreateNetworkInterface': ['create'] },
};

let reference: ServiceReference;
beforeAll(async () => {
  reference = await ServiceReference.of(['dynamodb:*', 'ec2:*', 'iam:*', 'lambda:*']);
});

const requestsOf = (row: ResourceRow) => handlerRequests(row, STACK, HANDLERS, reference);

test('a resource is asked for by its ARN, in the operations of the stack', () => {
  const arn = 'arn:aws:dynamodb:us-east-1:123456789012:table/parallelcluster-hpc';
  expect(requestsOf({ type: 'AWS::DynamoDB::Table', arn, properties: [] })).toEqual([
    { action: 'dynamodb:CreateTable', resource: arn, context: expect.anything(), sources: ['AWS::DynamoDB::Table create'] },
  ]);
});

test('a policy is attached for each that a role has, within its boundary', () => {
  const names = ['CloudWatchAgentServerPolicy', 'Other'].map(name => `arn:aws:iam::aws:policy/${name}`);
  const boundary = 'arn:aws:iam::123456789012:policy/Boundary';
  const requests = requestsOf({ type: 'AWS::IAM::Role', arn: ROLE, properties: [], names, boundary });
  expect(requests.filter(({ action }) => action === 'iam:AttachRolePolicy').map(({ context }) => context)).toEqual(
    names.map(name => expect.objectContaining({ 'iam:PolicyARN': name, 'iam:PermissionsBoundary': boundary })));
});

test('a role that a function names is passed to its service', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:pcluster-x';
  const row: ResourceRow = { type: 'AWS::Lambda::Function', arn, properties: ['Role'], names: [ROLE] };
  const passed = { action: 'iam:PassRole', resource: ROLE, context: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
  expect(requestsOf(row)).toEqual([expect.objectContaining(passed)]);
  expect(requestsOf({ ...row, properties: ['Role', 'VpcConfig'] })).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'ec2:DescribeVpcs', resource: '*' })]));
});

test('EC2 is asked for each type of resource that a request needs', () => {
  const arn = 'arn:aws:ec2:us-east-1:123456789012:network-interface/eni-0123456789abcdef0';
  const resources = requestsOf({ type: 'AWS::EC2::NetworkInterface', arn, properties: [] }).map(({ resource }) => resource);
  expect(resources).toEqual(expect.arrayContaining([arn, expect.stringContaining(':subnet/')]));
});

test('a custom resource calls its function', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:pcluster-x';
  expect(requestsOf({ type: 'Custom::Clean', arn, properties: ['ServiceToken'] })).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'lambda:InvokeFunction', resource: arn })]));
});
