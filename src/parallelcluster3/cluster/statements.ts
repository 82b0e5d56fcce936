import { ClusterArns } from './cluster-arns';
import { ClusterBucket } from './storage';
import { ANY, DocumentedStatement, given, Source } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

// What the nodes of a cluster have in common.

/** Why a statement of the command line stands in a role of the page. */
export const NEWER = 'added: the page was written for older versions';

/** The tags of the instances of the cluster. */
export function ofCluster(key: 'aws:ResourceTag' | 'ec2:ResourceTag', { cluster }: ClusterArns): Record<string, string> {
  return cluster === undefined ? {} : { [`${key}/parallelcluster:cluster-name`]: cluster };
}

export function describeAttributes(source: Source, arns: ClusterArns): DocumentedStatement {
  return {
    sid: 'CommonDescribeAttributes',
    source,
    note: 'narrowed: the source grants all resources',
    actions: ['ec2:DescribeInstanceAttribute'],
    resources: [arns.instances],
  };
}

export function readArtifacts(source: Source, resources: readonly string[], note?: string): DocumentedStatement {
  return { sid: 'CommonReadArtifacts', source, note, actions: ['s3:GetObject'], resources };
}

/** From 3.9 on nodes tell the table how far they are, and look up their compute resource in the stack. */
export function updateFleetTable(arns: ClusterArns, note?: string): DocumentedStatement {
  return {
    sid: 'CommonUseFleetTable',
    source: ROLE_SOURCES.commandLine,
    since: '3.9.0',
    note,
    actions: [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    resources: [arns.fleetTable],
  };
}

export function describeStackResource(arns: ClusterArns): DocumentedStatement {
  return {
    sid: 'CommonReadStackResources',
    source: ROLE_SOURCES.commandLine,
    since: '3.9.0',
    note: 'completed: the source names the stack; nodes look into those that are nested in it, too',
    actions: ['cloudformation:DescribeStackResource'],
    resources: arns.stacks,
  };
}

export function putStartMetrics(): DocumentedStatement {
  return {
    sid: 'CommonPutMetrics',
    source: ROLE_SOURCES.nodeBootstrap,
    note: 'added: a node that starts puts a metric; with CloudWatchAgentServerPolicy it may anyway',
    actions: ['cloudwatch:PutMetricData'],
    resources: ANY,
    conditions: { StringEquals: { 'cloudwatch:namespace': 'ParallelCluster' } },
  };
}

/** What objects in a custom bucket are encrypted with. */
export function bucketKeys(
  sid: string, source: Source, { keys }: ClusterBucket, actions: readonly string[],
): readonly DocumentedStatement[] {
  return given(keys, resources => ({
    sid,
    source,
    note: 'added: no page speaks of buckets with a key of their own',
    actions,
    resources,
  }));
}
