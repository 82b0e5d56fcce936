import { CLUSTER_LOGS, IMAGE_LOGS } from './conditions';
import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/reader';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

/** The logs of clusters and images. */
export function logRetrievalPolicy(
  arns: Arns, { buckets, objects, keys }: BoundLocations, exportsToClusters: boolean,
): Statements {
  const source = USER_SOURCES.logRetrieval;
  const groups = [CLUSTER_LOGS, IMAGE_LOGS].map(group => arns.logGroups(group));
  const note = 'added: exports pass through a bucket, from which pcluster fetches and deletes them';
  return [
    {
      sid: 'LogRetrievalRead',
      source,
      note: 'narrowed: the page reads all log groups; these are the ones of clusters and images',
      actions: [
        'logs:DescribeLogStreams',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
      ],
      resources: groups,
    },
    ...whenPresent(exportsToClusters || buckets.length > 0, () => ({
      sid: 'LogRetrievalExport',
      source,
      note: 'narrowed: to users with a bucket for exports',
      actions: ['logs:CreateExportTask'],
      resources: groups,
    })),
    {
      sid: 'LogRetrievalFind',
      source,
      note: 'completed: streams of the head node are found by its instance',
      actions: [
        'ec2:DescribeInstances',
        'logs:DescribeExportTasks',
        'logs:DescribeLogGroups',
      ],
      resources: ANY,
    },
    {
      sid: 'LogRetrievalReadStacks',
      source: USER_SOURCES.commands,
      note: 'added: a stack names its log group, and its events are part of an export',
      actions: [
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
      ],
      resources: [arns.regional('cloudformation', 'stack/*')],
    },
    ...whenPresent(buckets, resources => ({
      sid: 'LogRetrievalListExports',
      source: USER_SOURCES.logExport,
      note,
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...whenPresent(objects, resources => ({
      sid: 'LogRetrievalUseExports',
      source: USER_SOURCES.logExport,
      note,
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources,
    })),
    ...bucketKeys('LogRetrievalUseExportKeys', USER_SOURCES.logExport, keys, ['kms:Decrypt', 'kms:GenerateDataKey'], note),
  ];
}
