import { GUIDE_2_11 } from '../cluster/guide-versions';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, given } from '../../private/statements/documented-statement';
import { ON_ALL, Statements, untilGuide29 } from '../cluster/statement';

const source = SOURCES.user;
const byName = (what: string) => `narrowed: the page grants all ${what}; those of clusters are named by their stack`;

/** The stacks, and what they make beside instances, roles and storage. */
export function clusterPolicy(arns: Arns, clusters: CreatedClusters): Statements {
  return [
    ...stacks(clusters),
    ...tables(clusters),
    ...given(clusters.hasZones, () => untilGuide29(!clusters.hasSlurm && !clusters.hasBatch, zones(arns))),
    ...untilGuide29(!clusters.hasGroups && !clusters.hasBatch, queuesAndTopics(clusters)),
    ...given(clusters.hasSlurm || clusters.hasGroups, () => ({
      sid: 'ClusterFindImages',
      source,
      note: 'narrowed: the page reads all parameters; the CLI looks up an image that AWS publishes',
      printed: ON_ALL,
      actions: ['ssm:GetParametersByPath'],
      resources: [arns.ofAnyOwner('ssm', 'parameter/aws/service/*')],
    })),
    ...given(clusters.hasLogs, () => logs(clusters)),
    ...functions(clusters),
    ...dashboards(clusters),
  ];
}

function stacks({ names, hasNetworks }: CreatedClusters): Statements {
  return [
    {
      sid: 'ClusterListStacks',
      source,
      actions: ['cloudformation:ListStacks'],
      resources: ANY,
    },
    {
      sid: 'ClusterDescribeStacks',
      source,
      note: 'completed: `pcluster list` asks for all stacks, which the page for awsbatch leaves out',
      actions: ['cloudformation:DescribeStacks'],
      resources: ANY,
    },
    {
      sid: 'ClusterManageStacks',
      source,
      note: `${byName('stacks')}, those of networks parallelclusternetworking-*`,
      printed: ON_ALL,
      actions: [
        'cloudformation:CreateStack',
        'cloudformation:DeleteStack',
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStackResources',
        'cloudformation:GetTemplate',
        'cloudformation:UpdateStack',
      ],
      resources: [...names.stacks, ...(hasNetworks ? names.networkStacks : [])],
    },
  ];
}

function tables({ names }: CreatedClusters): Statements {
  return [
    {
      sid: 'ClusterManageTables',
      source,
      note: `${byName('tables')}; dynamodb:UntagResource is added, which AWS asks for since 2026-03`,
      printed: ON_ALL,
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DeleteTable',
        'dynamodb:DescribeTable',
        'dynamodb:ListTagsOfResource',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:TagResource',
        'dynamodb:UntagResource',
      ],
      resources: names.tables,
    },
    {
      sid: 'ClusterReadTables',
      source,
      note: byName('tables'),
      since: GUIDE_2_11,
      printed: ON_ALL,
      actions: ['dynamodb:GetItem'],
      resources: names.tables,
    },
  ];
}

function zones(arns: Arns): Statements {
  return [
    {
      sid: 'ClusterCreateZones',
      source,
      actions: ['route53:CreateHostedZone'],
      resources: ANY,
    },
    {
      sid: 'ClusterFollowZones',
      source,
      note: 'corrected: the page for awsbatch has the ARN of hosted zones, on which a change never is',
      printed: ON_ALL,
      actions: ['route53:GetChange'],
      resources: [arns.global('route53', 'change/*')],
    },
    {
      sid: 'ClusterManageZones',
      source,
      note: 'narrowed: the page grants all resources of Route 53; hosted zones have ids that nobody can foretell',
      printed: ON_ALL,
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ChangeTagsForResource',
        'route53:DeleteHostedZone',
        'route53:GetHostedZone',
        'route53:ListQueryLoggingConfigs',
        'route53:ListResourceRecordSets',
      ],
      resources: [arns.global('route53', 'hostedzone/*')],
    },
  ];
}

function queuesAndTopics({ names, hasBatch }: CreatedClusters): Statements {
  return [
    {
      sid: 'ClusterManageQueues',
      source,
      note: byName('queues'),
      printed: ON_ALL,
      actions: [
        'sqs:CreateQueue',
        'sqs:DeleteQueue',
        'sqs:GetQueueAttributes',
        'sqs:SetQueueAttributes',
        'sqs:TagQueue',
      ],
      resources: names.queues,
    },
    ...given(hasBatch, () => ({
      sid: 'ClusterUseQueues',
      source: SOURCES.userBatch,
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      resources: names.queues,
    })),
    {
      sid: 'ClusterListTopics',
      source,
      actions: ['sns:ListTopics'],
      resources: ANY,
    },
    {
      sid: 'ClusterManageTopics',
      source,
      note: `${byName('topics')}; sns:TagResource and sns:UntagResource are added: stacks of clusters have tags, which ` +
        'their topics get',
      printed: ON_ALL,
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:GetTopicAttributes',
        'sns:Subscribe',
        'sns:TagResource',
        'sns:Unsubscribe',
        'sns:UntagResource',
      ],
      resources: names.topics,
    },
  ];
}

function logs({ names }: CreatedClusters): Statements {
  const note = 'narrowed: the page grants all log groups; these are the ones that clusters make';
  return [
    {
      sid: 'ClusterFindLogs',
      source,
      note: 'narrowed: the page for awsbatch grants all actions on logs; this one looks for groups',
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    {
      sid: 'ClusterManageLogs',
      source,
      note,
      printed: ON_ALL,
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:PutRetentionPolicy',
      ],
      resources: names.logGroups,
    },
    {
      sid: 'ClusterTagLogs',
      source,
      note: `${note}; logs:ListTagsForResource is added, which AWS asks for since 2026-03`,
      since: GUIDE_2_11,
      printed: ON_ALL,
      actions: [
        'logs:ListTagsForResource',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      resources: names.logGroups,
    },
  ];
}

function functions({ names }: CreatedClusters): Statements {
  return [
    {
      sid: 'ClusterManageFunctions',
      source,
      actions: [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:GetFunctionConfiguration',
        'lambda:InvokeFunction',
        'lambda:RemovePermission',
      ],
      resources: names.functions,
    },
    {
      sid: 'ClusterTagFunctions',
      source,
      since: GUIDE_2_11,
      actions: [
        'lambda:ListTags',
        'lambda:TagResource',
        'lambda:UntagResource',
      ],
      resources: names.functions,
    },
  ];
}

function dashboards({ names }: CreatedClusters): Statements {
  return [
    {
      sid: 'ClusterListDashboards',
      source,
      since: GUIDE_2_11,
      actions: ['cloudwatch:ListDashboards'],
      resources: ANY,
    },
    {
      sid: 'ClusterManageDashboards',
      source,
      note: `${byName('dashboards')}; cloudwatch:TagResource and cloudwatch:UntagResource are added: stacks of clusters ` +
        'have tags, which dashboards get since AWS lets them',
      since: GUIDE_2_11,
      printed: ON_ALL,
      actions: [
        'cloudwatch:DeleteDashboards',
        'cloudwatch:GetDashboard',
        'cloudwatch:PutDashboard',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      resources: names.dashboards,
    },
  ];
}
