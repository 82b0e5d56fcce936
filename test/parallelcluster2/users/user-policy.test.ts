import { Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler, ParallelCluster2UserPolicy,
  ParallelCluster2UserPolicyProps,
} from '../../../src';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';
import { computeEnvironment } from '../fixtures';

const { AWSBATCH, SLURM } = ParallelCluster2Scheduler;
const ENV = { env: { account: '111122223333', region: 'eu-central-1' } };

const userPolicy = (props: (stack: Stack) => ParallelCluster2UserPolicyProps) =>
  synthesize(stack => new ParallelCluster2UserPolicy(stack, 'Policy', props(stack)), ENV);

test.each<[string, ParallelCluster2UserPolicyProps, string[]]>([
  ['Slurm', { createClusters: { schedulers: [SLURM] } }, ['Compute', 'Cluster', 'Access', 'Storage']],
  ['AWS Batch', { createClusters: { schedulers: [AWSBATCH] } }, ['Compute', 'Cluster', 'Access', 'Storage', 'Batch']],
  ['users', { useClusters: { clusterNames: ['team'] } }, ['Use']],
])('creates a managed policy for each feature: %s', (_what, props, parts) => {
  const { template } = userPolicy(() => ({ ...props, managedPolicyNamePrefix: 'hpc-' }));
  const names = Object.values(template.Resources!).map(({ Properties }) => Properties!.ManagedPolicyName);
  expect(names).toEqual(parts.map(part => `hpc-${part}`));
});

test.each<[string, ParallelCluster2Scheduler, RegExp]>([
  ['Slurm scales by itself, and has no queues and topics', SLURM, /^(autoscaling|sqs|sns|batch):/],
  ['AWS Batch has no queues, topics, tables and zones of the CLI', AWSBATCH, /^(autoscaling|sqs|sns|dynamodb|route53):/],
  ['SGE has no hosted zones', ParallelCluster2Scheduler.SGE, /^(route53|batch):/],
])('grants only what the scheduler uses: %s', (_what, scheduler, unused) => {
  const { template } = userPolicy(() => ({ createClusters: { schedulers: [scheduler] } }));
  const actions = policiesOf(template).flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));
  expect(actions.filter(action => unused.test(action))).toEqual([]);
});

test('attaches the policies to the users in the props, and to those added later', () => {
  const { template } = synthesize(stack => {
    const policy = new ParallelCluster2UserPolicy(stack, 'Policy', {
      useClusters: { clusterNames: ['team'] },
      users: [iam.User.fromUserName(stack, 'Ann', 'ann')],
    });
    policy.attachToUser(iam.User.fromUserName(stack, 'Bob', 'bob'));
    policy.attachToGroup(iam.Group.fromGroupName(stack, 'Group', 'researchers'));
    policy.attachToRole(iam.Role.fromRoleName(stack, 'Role', 'portal'));
    expect(policy.managedPolicies).toHaveLength(1);
  }, ENV);
  expect(Object.values(template.Resources!)).toEqual([
    expect.objectContaining({
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: expect.objectContaining({ Users: ['ann', 'bob'], Groups: ['researchers'], Roles: ['portal'] }),
    }),
  ]);
});

test('passes roles of the library by reference', () => {
  const { template } = userPolicy(stack => ({
    createClusters: {
      schedulers: [SLURM],
      createRoles: false,
      instanceRoles: [new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler: SLURM }).role],
      lambdaRoles: [new ParallelCluster2LambdaRole(stack, 'Functions', { scheduler: SLURM }).role],
    },
  }));
  const passed = policiesOf(template).flatMap(({ statements }) => statements)
    .filter(({ Sid }) => /^AccessPass/.test(Sid!))
    .map(({ Resource }) => Resource);
  expect(passed).toEqual([
    [expect.stringMatching(/:role\/nodesrole/)],
    [expect.stringMatching(/:role\/functionsrole/)],
  ]);
});

test('cluster users cannot terminate instances: stopping a cluster does not need it', () => {
  const [{ statements }] = policiesOf(userPolicy(() => ({ useClusters: { clusterNames: ['team'] } })).template);
  const actions = statements.flatMap(({ Action }) => Action);
  expect(actions.filter(action => action.startsWith('ec2:'))).toEqual([
    'ec2:DescribeInstanceStatus', 'ec2:DescribeInstances', 'ec2:DescribeSubnets',
  ]);
});

test('cluster users change only the compute environments that are listed', () => {
  const changed = (computeEnvironments?: (stack: Stack) => batch.IComputeEnvironmentRef[]) =>
    policiesOf(userPolicy(stack => ({
      useClusters: { clusterNames: ['team'], computeEnvironments: computeEnvironments?.(stack) },
    })).template)
      .flatMap(({ statements }) => statements)
      .filter(({ Action }) => Action.some(action => action.startsWith('batch:')))
      .flatMap(({ Resource }) => Resource);
  expect(changed()).toEqual([]);
  expect(changed(stack => [computeEnvironment(stack), computeEnvironment(stack)])).toEqual([
    'arn:aws:batch:eu-central-1:111122223333:compute-environment/ComputeEnvironment-5e6f',
  ]);
});

test('grants a cluster once if it is listed twice', () => {
  const [{ statements }] = policiesOf(userPolicy(() => ({ useClusters: { clusterNames: ['team', 'team'] } })).template);
  expect(statements.find(({ Sid }) => Sid === 'UseTables')!.Resource).toEqual([
    'arn:aws:dynamodb:eu-central-1:111122223333:table/parallelcluster-team',
  ]);
});
