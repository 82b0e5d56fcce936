import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PolicyPlacement } from '../../../src';
import { assemble } from '../../../src/private/statements/assembly';
import { managedPolicies } from '../../support/managed-policies';
import { Attack } from '../attack';
import { awsStatements } from '../elastic-beanstalk/aws-policies';
import {
  ADMIN, arn, FUNCTION, iamArn, INSTANCE, LAUNCH_TEMPLATE, PARAMETER, passedTo, REGION, s3Arn, stackArn, VOLUME,
} from '../resources';

// What the attacks on the roles of clusters share. The attacker's cluster is called hpc.

export const TO_EC2 = passedTo('ec2.amazonaws.com');
export const CLUSTER_BUCKET = s3Arn('parallelcluster-0123456789abcdef-v1-do-not-delete');
export const artifact = (cluster: string, key: string) =>
  `${CLUSTER_BUCKET}/parallelcluster/3.15.1/clusters/${cluster}-0123456789abcdef/${key}`;
export const table = (name: string) => arn('dynamodb', `table/parallelcluster-${name}`);
/** Items of these tables: the state of the fleet, a report of a node, and a node of Slurm. */
export const STATE_ITEM = { 'dynamodb:LeadingKeys': 'COMPUTE_FLEET' };
export const REPORT_ITEM = { 'dynamodb:LeadingKeys': 'CLUSTER_CONFIG.i-0fedcba9876543210' };
export const NODE_ITEM = { 'dynamodb:LeadingKeys': 'queue-dy-node-1' };
export const secretArn = (name: string) => arn('secretsmanager', `secret:${name}-a1b2c3`);
export const image = (id: string) => `arn:aws:ec2:${REGION}::image/${id}`;
export const IMAGE = image('ami-0fedcba9876543210');
export const SNAPSHOT = `arn:aws:ec2:${REGION}::snapshot/snap-0fedcba9876543210`;
export const LOG_STREAM = arn('logs', 'log-group:/payments:log-stream:x');
export const OTHER_ROLE = iamArn('role/parallelcluster/weather/weather-Role-1');
export const QUEUE = arn('batch', 'job-queue/PclusterJobQueue-0123');
export const DEFINITION = arn('batch', 'job-definition/PclusterJobDefinition-0123:1');

/** The tags of an instance, as one of the two keys of conditions. */
export const tagged = (key: 'aws:ResourceTag' | 'ec2:ResourceTag', cluster = 'hpc', nodeType = 'Compute') => ({
  [`${key}/parallelcluster:cluster-name`]: cluster,
  [`${key}/parallelcluster:node-type`]: nodeType,
});

/** Ways to another role that no role of a cluster opens. */
export const ANOTHER_ROLE: readonly Attack[] = [
  ['a role of others on an instance', 1, ['iam:PassRole', ADMIN, TO_EC2], ['ec2:RunInstances', INSTANCE]],
  ['a role of others on a function', 1, ['iam:PassRole', ADMIN, passedTo('lambda.amazonaws.com')]],
  ['a role of a cluster for any service', 1, ['iam:PassRole', OTHER_ROLE]],
  ['a role that trusts the account', 1, ['sts:AssumeRole', ADMIN]],
  ['more permissions of a role', 1, ['iam:PutRolePolicy', OTHER_ROLE]],
  ['another user', 1, ['iam:CreateAccessKey', iamArn('user/ann')]],
  ['a running instance, by a command', 1, ['ssm:SendCommand', INSTANCE]],
  ['a running instance, by a session', 1, ['ssm:StartSession', INSTANCE]],
  ['a running instance, by another profile', 1, ['ec2:ReplaceIamInstanceProfileAssociation', INSTANCE]],
  ['a stopped instance, by its user data', 1, ['ec2:ModifyInstanceAttribute', INSTANCE]],
  ['what others launch from the newest version', 1, ['ec2:CreateLaunchTemplateVersion', LAUNCH_TEMPLATE]],
  ['a function of a cluster, by its code', 1,
    ['lambda:UpdateFunctionCode', arn('lambda', 'function:pcluster-Cleanup-0123')]],
  ['a function of others, by a call', 1, ['lambda:InvokeFunction', FUNCTION]],
  ['a stack of others that has a service role', 1, ['cloudformation:UpdateStack', stackArn('payments')]],
  ['task roles of others, by a host in their cluster', 1,
    ['ecs:RegisterContainerInstance', arn('ecs', 'cluster/payments')]],
  ['task roles of others, by a host that is there', 1, ['ecs:Poll', arn('ecs', 'container-instance/payments/0123')]],
  ['a shell in a container', 1, ['ecs:ExecuteCommand', arn('ecs', 'task/payments/0123')]],
];

/** What no node, daemon, function or build may read or end. */
export const DATA_OF_OTHERS: readonly Attack[] = [
  ['data of others', 1, ['s3:GetObject', s3Arn('payments/data')]],
  ['secrets of others', 1, ['secretsmanager:GetSecretValue', secretArn('payments')]],
  ['passwords of others', 1, ['ssm:GetParameter', PARAMETER]],
  ['a bucket, by its policy', 1, ['s3:PutBucketPolicy', CLUSTER_BUCKET]],
  ['disks of others, by a snapshot', 1, ['ec2:CreateSnapshot', VOLUME]],
  ['disks of others, by a shared snapshot', 1, ['ec2:ModifySnapshotAttribute', SNAPSHOT]],
  ['the end of disks', 1, ['ec2:DeleteVolume', VOLUME]],
  ['the end of instances without the tags of clusters', 1, ['ec2:TerminateInstances', INSTANCE]],
];

/** On nodes that neither launch nor tag. */
export const MACHINES_OF_OTHERS: readonly Attack[] = [
  ['attached disks of others', 1, ['ec2:DetachVolume', VOLUME]],
  ['free disks of others', 1, ['ec2:AttachVolume', VOLUME]],
  ['instances of others, by tags', 1, ['ec2:CreateTags', INSTANCE]],
  ['roles of other clusters', 1, ['iam:PassRole', OTHER_ROLE, TO_EC2]],
  ['an instance without a role', 1, ['ec2:RunInstances', INSTANCE]],
  ['a fleet', 1, ['ec2:CreateFleet', arn('ec2', 'fleet/fleet-0123')]],
  ['records of others', 1, ['route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z0FEDCBA98765']],
  ['the outcome of stacks of others', 1, ['cloudformation:SignalResource', stackArn('payments')]],
];

/** The documents of AWS's policies, read when a test needs them. */
let documents: ReturnType<typeof managedPolicies> | undefined;

/** A principal with one of the policies of AWS that a construct attaches: its template has only their names. */
export function attached(policy: string): (stack: Stack) => Construct {
  return stack => {
    documents ??= managedPolicies();
    const statements = awsStatements(policy, 'Attached', documents.get(policy));
    const principal = new Construct(stack, 'Attached');
    assemble(principal, PolicyPlacement.INLINE, [{ name: 'Attached', statements }], []);
    return principal;
  };
}

/** What the agent of CloudWatch may do on each node. */
export const AGENT = { agent: attached('CloudWatchAgentServerPolicy') };

export const AGENT_ATTACKS: readonly Attack[] = [
  ['the end of logs of others, by their retention', 'nodeLogs',
    ['logs:PutRetentionPolicy', arn('logs', 'log-group:/payments'), {}, 'agent']],
  ['false logs of others', 'nodeLogs', ['logs:PutLogEvents', LOG_STREAM, {}, 'agent']],
  ['alarms of others, by their metrics', 'nodeLogs',
    ['cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': 'payments' }, 'agent']],
  ['configurations of agents', 'nodeLogs',
    ['ssm:GetParameter', arn('ssm', 'parameter/AmazonCloudWatch-payments'), {}, 'agent']],
  ['other parameters, as the agent', 1, ['ssm:GetParameter', PARAMETER, {}, 'agent']],
  ['logs of others, to read them', 1, ['logs:GetLogEvents', LOG_STREAM, {}, 'agent']],
  ['the end of log groups of others', 1, ['logs:DeleteLogGroup', arn('logs', 'log-group:/payments'), {}, 'agent']],
  ['silence of alarms', 1, ['cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments-errors'), {}, 'agent']],
];
