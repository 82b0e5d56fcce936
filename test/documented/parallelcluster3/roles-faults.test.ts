import { Stack } from 'aws-cdk-lib';
import { pairsOf } from '../documents';
import { PARALLELCLUSTER3_ROLES, RoleOptionSetName, roleStatements, roleWith } from './roles-platform';
import {
  ParallelClusterComputeNodeRole, ParallelClusterHeadNodeRole, ParallelClusterImageCleanupRole,
  ParallelClusterLambdaFunctionsRole, ParallelClusterLoginNodeRole, ParallelClusterVersion,
} from '../../../src';
import { isAllowed, Request } from '../../support/evaluate';
import { CHINA, ENVIRONMENTS } from '../../support/fold';
import { rolesOf } from '../../support/policies';
import { fits, ServiceReference } from '../../support/service-reference';
import { synthesize } from '../../support/synthesize';

// Errors about roles on the page and in newer sources. The library must not repeat them. The numbers are those of the
// list of faults; its other rows are about user policies and version 2.

const NAMES = Object.keys(PARALLELCLUSTER3_ROLES.optionSets) as RoleOptionSetName[];
const ALL = NAMES.flatMap(name => [...roleStatements(name).permissions]);
const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:directory';
const INSTANCE = 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0';

/** Whether the page's policy would allow the request if it were attached as printed. */
function pageAllows(document: string, request: Request, names = PARALLELCLUSTER3_ROLES.names): boolean {
  const { statements, ...rest } = PARALLELCLUSTER3_ROLES.documents.find(({ id }) => id === `parallelcluster3/${document}`)!;
  return isAllowed(pairsOf({ statements, ...rest }, names).map(({ action, boundResource, conditions }) =>
    ({ Effect: 'Allow', Action: [action], Resource: [boundResource], Condition: conditions })), request);
}

function weAllow(name: RoleOptionSetName, request: Request): boolean {
  return isAllowed(roleStatements(name).permissions, request);
}

describe('where the page is wrong', () => {
  test.each(ENVIRONMENTS)('1: ARNs are in the partition of the role: $partition (the page prints aws)', environment => {
    const { template } = synthesize(stack => {
      new ParallelClusterHeadNodeRole(stack, 'Head', { slurm: {}, awsBatch: {}, version: ParallelClusterVersion.V3_15 });
      new ParallelClusterImageCleanupRole(stack, 'Cleanup');
    });
    const roles = rolesOf(template, environment);
    const resources = roles.flatMap(({ all }) => all).flatMap(({ Resource }) => Resource);
    const managed = roles.flatMap(({ properties }) => properties.ManagedPolicyArns as string[]);
    expect([...resources, ...managed].filter(arn => arn !== '*' && !arn.startsWith(`arn:${environment.partition}:`)))
      .toEqual([]);
  });

  test('2: roles are also passed to EC2 by its service name in China', () => {
    const request = {
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/parallelcluster/hpc/queue',
      context: { 'iam:PassedToService': 'ec2.amazonaws.com.cn' },
    };
    expect([pageAllows('head-node-slurm', request), weAllow('head node with Slurm', request)]).toEqual([false, true]);
  });

  test('2: in China, instances are launched with the service name of EC2 that all partitions share', () => {
    const { template } = synthesize(stack => new ParallelClusterHeadNodeRole(stack, 'Head', { slurm: {} }),
      { env: { account: CHINA.account, region: CHINA.region } });
    expect(rolesOf(template, CHINA)[0].trust[0].Principal).toEqual({ Service: 'ec2.amazonaws.com' });
  });

  test('3: iam:PassRole applies to roles, never to instance profiles', () => {
    const passed = ALL.filter(({ Action }) => Action.includes('iam:PassRole')).flatMap(({ Resource }) => Resource);
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.filter(arn => !arn.includes(':role/'))).toEqual([]);
  });

  test('16: the ARN of a secret ends in six characters after its name', () => {
    const names = { ...PARALLELCLUSTER3_ROLES.names, SecretName: 'directory' };
    const request = { action: 'secretsmanager:GetSecretValue', resource: `${SECRET}-a1b2c3` };
    expect([pageAllows('head-node-slurm', request, names), weAllow('head node with Slurm', request)]).toEqual([false, true]);
    expect(weAllow('head node with Slurm', { ...request, resource: `${SECRET}-of-somebody-else-a1b2c3` })).toBe(false);
  });

  test('18: a compute node of one cluster queries the indexes of its table', () => {
    const { all } = roleWith(stack => new ParallelClusterComputeNodeRole(stack, 'Role', { clusterName: 'hpc' }));
    const table = 'arn:aws:dynamodb:eu-central-1:111122223333:table/parallelcluster-slurm-hpc';
    expect([table, `${table}/index/InstanceId`].map(resource => isAllowed(all, { action: 'dynamodb:Query', resource })))
      .toEqual([true, true]);
  });

  test('20: compute nodes have the tag value Compute', () => {
    const values = ALL.flatMap(({ Condition = {} }) => Object.values(Condition))
      .flatMap(keys => Object.entries(keys)).filter(([key]) => key.endsWith('node-type')).flatMap(([, value]) => value);
    expect(new Set(values)).toEqual(new Set(['Compute', 'LoginNode']));
  });

  test('21: no principal has the suffix of a partition', () => {
    const { roles } = synthesize(stack => new ParallelClusterLoginNodeRole(stack, 'Role'));
    expect(JSON.stringify(roles[0].trust)).not.toMatch(/amazonaws-us-gov|amazonaws\.cn/);
  });

  test('every prefix of a service is written in lower case (the page prints SNS)', () => {
    expect(ALL.flatMap(({ Action }) => Action).filter(action => !/^[a-z0-9-]+:[A-Z]/.test(action))).toEqual([]);
  });

  test('each service has statements of its own (the page combines those of Batch, ECS and logs)', async () => {
    const reference = await ServiceReference.of(ALL.flatMap(({ Action }) => Action));
    const dead = roleStatements('head node with AWS Batch').permissions.flatMap(({ Sid, Action, Resource }) =>
      Resource.filter(arn => !Action.some(action => reference.expand(action).some(known => fits(known, arn))))
        .map(arn => `${Sid} ${arn}`));
    expect(dead).toEqual([]);
  });
});

describe('where the page is out of date', () => {
  test('a compute node of 3.9 reports its progress, and reads its nested stack', () => {
    const requests: readonly Request[] = [
      {
        action: 'dynamodb:PutItem',
        resource: 'arn:aws:dynamodb:eu-central-1:111122223333:table/parallelcluster-hpc',
        context: { 'dynamodb:LeadingKeys': 'CLUSTER_CONFIG.i-0123456789abcdef0' },
      },
      {
        action: 'cloudformation:DescribeStackResource',
        resource: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/hpc-Queues-1A/2b3c',
      },
    ];
    for (const request of requests) {
      expect([pageAllows('compute-node', request), weAllow('compute node', request)]).toEqual([false, true]);
      expect(weAllow('compute node of 3.2', request)).toBe(false);
    }
  });

  const loginNode = { action: 'ec2:TerminateInstances', resource: INSTANCE };

  test('the functions also terminate login nodes: if one is denied, the whole call fails', () => {
    const context = {
      'ec2:ResourceTag/parallelcluster:node-type': 'LoginNode',
      'ec2:ResourceTag/parallelcluster:cluster-name': 'hpc',
    };
    expect(pageAllows('lambda-functions', { ...loginNode, context })).toBe(false);
    expect(weAllow('Lambda functions', { ...loginNode, context })).toBe(true);
    const { all } = roleWith((stack: Stack) =>
      new ParallelClusterLambdaFunctionsRole(stack, 'Role', { slurm: {}, clusterName: 'hpc' }));
    expect(isAllowed(all, { ...loginNode, context })).toBe(true);
  });

  test.each(['GetFunction', 'GetPolicy'])('the cleanup after a build can call lambda:%s', name => {
    const request = {
      action: `lambda:${name}`,
      resource: 'arn:aws:lambda:eu-central-1:111122223333:function:ParallelClusterImage-1a2b3c',
    };
    expect([pageAllows('image-cleanup-lambda', request), weAllow('image cleanup', request)]).toEqual([false, true]);
  });

  test('the cleanup deletes stacks under a condition key that CloudFormation supports', async () => {
    const [{ conditionKeys }] = (await ServiceReference.of(['cloudformation:DeleteStack'])).expand('cloudformation:DeleteStack');
    expect(conditionKeys.some(key => key.startsWith('cloudformation:ResourceTag'))).toBe(false);
    const statement = roleStatements('image cleanup').permissions.find(({ Sid }) => Sid === 'CommonDeleteStacks')!;
    expect(statement.Condition).toEqual({ Null: { 'aws:ResourceTag/parallelcluster:image_id': 'false' } });
  });
});
