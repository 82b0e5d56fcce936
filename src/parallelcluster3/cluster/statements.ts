import { ClusterArns } from './cluster-arns';
import { BoundThing } from '../../private/options/things/thing';
import { unique } from '../../private/options/unique';
import { onItems } from '../../private/statements/conditions';
import { ANY, DocumentedStatement, Source, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

// Statements that several roles of a cluster share.

/** The note of statements that come from the command line and not from the page. */
export const NEWER = 'added: the page was written for older versions';

/** The tags of the instances of the cluster. */
export function ofCluster(key: 'aws:ResourceTag' | 'ec2:ResourceTag', { cluster }: ClusterArns): Record<string, string> {
  return cluster === undefined ? {} : { [`${key}/parallelcluster:cluster-name`]: cluster };
}

/** The attributes include the user data of an instance. */
export function describeAttributes(source: Source, arns: ClusterArns): DocumentedStatement {
  return {
    sid: 'CommonDescribeAttributes',
    source,
    note: 'narrowed: the source grants all resources; clusterName adds a condition on the tag of its instances',
    actions: ['ec2:DescribeInstanceAttribute'],
    resources: [arns.instances],
    conditions: arns.cluster === undefined ? undefined : { StringEquals: ofCluster('aws:ResourceTag', arns) },
  };
}

export function readArtifacts(source: Source, resources: readonly string[], note?: string): DocumentedStatement {
  return { sid: 'CommonReadArtifacts', source, note, actions: ['s3:GetObject'], resources };
}

/** From 3.9 on, nodes report their progress in the table, and look up their compute resource in the stack. */
export function updateFleetTable(arns: ClusterArns): DocumentedStatement {
  return {
    sid: 'CommonUseFleetTable',
    source: ROLE_SOURCES.commandLine,
    since: '3.9.0',
    note: 'narrowed: the source grants all items, also that with which a job could stop the fleet; a node reports in an ' +
      'item of its own',
    actions: [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    resources: [arns.fleetTable],
    conditions: onItems('CLUSTER_CONFIG.*'),
  };
}

export function describeStackResource(arns: ClusterArns): DocumentedStatement {
  return {
    sid: 'CommonReadStackResources',
    source: ROLE_SOURCES.commandLine,
    since: '3.9.0',
    note: 'completed: the source names the stack; nodes also read the stacks nested in it',
    actions: ['cloudformation:DescribeStackResource'],
    resources: arns.stacks,
  };
}

export function putStartMetrics(): DocumentedStatement {
  return {
    sid: 'CommonPutMetrics',
    source: ROLE_SOURCES.nodeBootstrap,
    since: '3.7.0',
    note: 'added: a node publishes a metric when it starts; CloudWatchAgentServerPolicy also allows that',
    actions: ['cloudwatch:PutMetricData'],
    resources: ANY,
    conditions: { StringEquals: { 'cloudwatch:namespace': 'ParallelCluster' } },
  };
}

/** The keys of encrypted buckets. */
export function bucketKeys(
  sid: string, source: Source, keys: readonly string[], actions: readonly string[],
  note = 'added: no page mentions buckets with a customer managed key',
): Statements {
  return whenPresent(keys, resources => ({ sid, source, note, actions, resources }));
}

/** A secret of Secrets Manager, or a parameter of Systems Manager. */
export type Secret = Pick<BoundThing<unknown>, 'arn' | 'keys'>;

export const SECRET_SUFFIX = 'completed: the page uses the name of a secret in its ARN, but the ARN of a secret ends ' +
  'in six more characters';

export function readSecretValue(
  sid: string, source: Source, secrets: readonly (Secret | undefined)[], more: Partial<DocumentedStatement> = {},
): Statements {
  return whenPresent(secrets.flatMap(secret => secret?.arn ?? []), resources => ({
    sid,
    source,
    actions: ['secretsmanager:GetSecretValue'],
    resources,
    ...more,
  }));
}

export function decryptSecrets(sid: string, source: Source, secrets: readonly (Secret | undefined)[]): Statements {
  return whenPresent(unique(secrets.flatMap(secret => secret?.keys ?? [])), resources => ({
    sid,
    source,
    note: 'added: no page mentions secrets with a customer managed key',
    actions: ['kms:Decrypt'],
    resources,
  }));
}
