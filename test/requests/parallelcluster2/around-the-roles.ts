import * as iam from 'aws-cdk-lib/aws-iam';
import { ENV, role, to, TO_EC2 } from './fixtures';
import { ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler } from '../../../src';
import { Statement } from '../../support/policies';
import { RequestTable } from '../../support/request-table';
import { synthesize } from '../../support/synthesize';

const { SLURM } = ParallelCluster2Scheduler;
const EC2 = 'ec2.amazonaws.com';
const LAMBDA = 'lambda.amazonaws.com';

/** Who passes the roles, and who assumes them. */
export const AROUND_THE_ROLES: readonly RequestTable[] = [
  {
    name: 'somebody who was granted to pass both roles',
    statements: () => roles().caller,
    allowed: [
      ['pass the role of instances to EC2', 'iam:PassRole', role('nodes'), TO_EC2],
      ['pass it to EC2 in China', 'iam:PassRole', role('nodes'), to('ec2.amazonaws.com.cn')],
      ['pass the role of functions to Lambda', 'iam:PassRole', role('functions'), to(LAMBDA)],
    ],
    denied: [
      ['pass the role of instances to Lambda', 'iam:PassRole', role('nodes'), to(LAMBDA)],
      ['pass the role of functions to EC2', 'iam:PassRole', role('functions'), TO_EC2],
      ['pass another role', 'iam:PassRole', role('administrator'), TO_EC2],
      ['pass it to nobody in particular', 'iam:PassRole', role('nodes')],
    ],
  },
  {
    name: 'a service that assumes the role of instances',
    statements: () => roles().nodes,
    isTrust: true,
    allowed: [['be EC2', 'sts:AssumeRole', EC2]],
    denied: [
      ['be Lambda', 'sts:AssumeRole', LAMBDA],
      ['bring an identity from elsewhere', 'sts:AssumeRoleWithSAML', EC2],
    ],
  },
  {
    name: 'a service that assumes the role of functions',
    statements: () => roles().functions,
    isTrust: true,
    allowed: [['be Lambda', 'sts:AssumeRole', LAMBDA]],
    denied: [
      ['be EC2', 'sts:AssumeRole', EC2],
      ['bring an identity from elsewhere', 'sts:AssumeRoleWithSAML', LAMBDA],
    ],
  },
];

function roles(): Readonly<Record<'caller' | 'nodes' | 'functions', readonly Statement[]>> {
  const made = synthesize(stack => {
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    new ParallelCluster2InstanceRole(stack, 'Nodes', { scheduler: SLURM, roleName: 'nodes' }).grantPass(caller);
    new ParallelCluster2LambdaRole(stack, 'Functions', { scheduler: SLURM, roleName: 'functions' }).grantPass(caller);
  }, ENV).roles;
  const [caller, nodes, functions] = ['Caller', 'Nodes', 'Functions'].map(id =>
    made.find(({ logicalId }) => logicalId.startsWith(id))!);
  const named = (resource: string) => resource
    .replace(nodes.logicalId.toLowerCase(), 'nodes')
    .replace(functions.logicalId.toLowerCase(), 'functions');
  return {
    caller: caller.all.map(statement => ({ ...statement, Resource: statement.Resource.map(named) })),
    nodes: assumedBy(nodes.trust),
    functions: assumedBy(functions.trust),
  };
}

/** A statement of a trust policy asks who, where a permission says on what. */
function assumedBy(trust: readonly Statement[]): readonly Statement[] {
  return trust.map(statement => ({ ...statement, Resource: [statement.Principal?.Service].flat().map(String) }));
}
