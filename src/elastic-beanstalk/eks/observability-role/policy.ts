import { Observability } from './read';
import { Arns } from '../../../private/options/arns';
import { ANY, PolicyFeature, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { ownedBy } from '../../../private/statements/shared/owned-buckets';
import { EKS_SOURCES } from '../../sources';
import { sendTraces } from '../../tiers/traces';

/** The guide fixes the names of these log groups. All environments of a region write to them. */
const LOG_GROUPS = ['application', 'infrastructure'].flatMap(of =>
  ['logs', 'metrics'].map(kind => `/aws/elasticbeanstalk/${of}/${kind}`));

const METRIC_NAMESPACES = ['Application', 'Infrastructure', 'System'].map(of => `ElasticBeanstalk/${of}`);

const EVERYWHERE = 'narrowed: the managed policy covers every region and account';

export function observabilityPolicy(arns: Arns, options: Observability): readonly PolicyFeature[] {
  const { workspaces, awsManagedPolicies } = options;
  const isOwn = !awsManagedPolicies;
  return [
    { name: 'CloudWatch', statements: whenPresent(isOwn, () => cloudWatchPolicy(arns)) },
    { name: 'XrayTraces', statements: whenPresent(isOwn && options.xrayTraces, () => sendTraces('XrayTracesSend', EKS_SOURCES.eksAgent)) },
    { name: 'S3Logs', statements: whenPresent(isOwn && options.s3Logs, () => bucketPolicy(arns)) },
    { name: 'Prometheus', statements: prometheusPolicy(workspaces) },
  ];
}

function cloudWatchPolicy(arns: Arns): Statements {
  const source = EKS_SOURCES.eksAgent;
  return [
    {
      sid: 'CloudWatchPutMetrics',
      source,
      note: 'narrowed: the managed policy has no condition; the guide fixes the three namespaces',
      actions: ['cloudwatch:PutMetricData'],
      resources: ANY,
      conditions: { StringEquals: { 'cloudwatch:namespace': METRIC_NAMESPACES } },
    },
    {
      sid: 'CloudWatchLookUpNodes',
      source,
      actions: [
        'ec2:DescribeTags',
        'ec2:DescribeVolumes',
      ],
      resources: ANY,
    },
    {
      sid: 'CloudWatchWriteLogs',
      source,
      note: 'narrowed: the managed policy grants all log groups, of which the guide fixes four names; and their ' +
        'retention, which Elastic Beanstalk leaves to the account: a short one deletes the logs of all environments',
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
      ],
      resources: LOG_GROUPS.flatMap(name => arns.logGroup(name)),
    },
    {
      sid: 'CloudWatchFindLogGroups',
      source,
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    {
      sid: 'CloudWatchReadConfiguration',
      source,
      note: EVERYWHERE,
      actions: ['ssm:GetParameter'],
      resources: [arns.regional('ssm', 'parameter/AmazonCloudWatch-*')],
    },
  ];
}

function bucketPolicy(arns: Arns): Statements {
  const source = EKS_SOURCES.eksObservability;
  const note = 'narrowed: the managed policy grants all buckets elasticbeanstalk-logs-*; the guide has the full name';
  const bucket = arns.bucket(`elasticbeanstalk-logs-${arns.account}-${arns.region}-an`);
  return [
    ownedBy(arns.account, {
      sid: 'S3LogsUseBucket',
      source,
      note,
      actions: [
        's3:CreateBucket',
        's3:ListBucket',
      ],
      resources: [bucket],
    }),
    ownedBy(arns.account, {
      sid: 'S3LogsPutObjects',
      source,
      note,
      actions: ['s3:PutObject'],
      resources: [`${bucket}/*`],
    }),
  ];
}

function prometheusPolicy(workspaces: readonly string[]): Statements {
  return whenPresent(workspaces, resources => ({
    sid: 'PrometheusWriteMetrics',
    source: EKS_SOURCES.eksPrometheus,
    note: 'corrected: the managed policy grants all workspaces with the tag CreatedBy = ElasticBeanstalk, which the role ' +
      'can set on any, and no workspace of the account without it',
    actions: ['aps:RemoteWrite'],
    resources,
  }));
}
