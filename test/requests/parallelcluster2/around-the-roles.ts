import * as iam from 'aws-cdk-lib/aws-iam';
import { ENV, role, to, TO_EC2 } from './fixtures';
import { ParallelCluster2InstanceRole, ParallelCluster2LambdaRole, ParallelCluster2Scheduler } from '../../../src';
import { Statement } from '../../support/policies';
import { RequestTable } from '../../support/request-table';
import { synthesize } from '../../support/synthesize';

const { SLURM } = ParallelCluster2Scheduler;
const EC2 = 'ec2.amazonaws.com';
const LAMBDA = 'lambda.amazonaws.com';

/** The callers that pass the roles, and the services that assume them. */
export const INSTANCE_TRUST_TABLES: readonly RequestTable[] = [
  {
    name: 'a caller with grantPass() of both roles',
    statements: () => roles().caller,
    allowed: [
      ['pass the instance role to EC2', 'iam:PassRole', role('nodes'), TO_EC2],
      ['pass it to EC2 in China', 'iam:PassRole', role('nodes'), to('ec2.amazonaws.com.cn')],
      ['pass the function role to Lambda', 'iam:PassRole', role('functions'), to(LAMBDA)],
    ],
    denied: [
      ['pass the instance role to Lambda', 'iam:PassRole', role('nodes'), to(LAMBDA)],
      ['pass the function role to EC2', 'iam:PassRole', role('functions'), TO_EC2],
      ['pass another role', 'iam:PassRole', role('administrator'), TO_EC2],
      ['pass it without a service', 'iam:PassRole', role('nodes')],
    ],
  },
  {
    name: 'a service that assumes the instance role',
    statements: () => roles().nodes,
    isTrust: true,
    allowed: [['be EC2', 'sts:AssumeRole', EC2]],
    denied: [
      ['act as Lambda', 'sts:AssumeRole', LAMBDA],
      ['assume it with SAML', 'sts:AssumeRoleWithSAML', EC2],
    ],
  },
];

export const LAMBDA_TRUST_TABLES: readonly RequestTable[] = [
  {
    name: 'a service that assumes the function role',
    statements: () => roles().functions,
    isTrust: true,
    allowed: [['be Lambda', 'sts:AssumeRole', LAMBDA]],
    denied: [
      ['act as EC2', 'sts:AssumeRole', EC2],
      ['assume it with SAML', 'sts:AssumeRoleWithSAML', LAMBDA],
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

/** In a trust policy, the principals take the place of the resources. */
function assumedBy(trust: readonly Statement[]): readonly Statement[] {
  return trust.map(statement => ({ ...statement, Resource: [statement.Principal?.Service].flat().map(String) }));
}
