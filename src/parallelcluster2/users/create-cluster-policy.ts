import { GUIDE_2_11 } from '../cluster/options';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, whenPresent } from '../../private/statements/documented-statement';
import { ClusterStatements, ON_ALL, untilGuide29 } from '../cluster/statement';

const source = SOURCES.user;
const byName = (what: string) => `narrowed: the page grants all ${what}; those of clusters are named after their stack`;

/** The stacks, and the resources in them except instances, roles and storage. */
export function clusterPolicy(arns: Arns, clusters: CreatedClusters): ClusterStatements {
  const { names, hasNetworks, hasSlurm, hasGroups, hasZones, hasLogs } = clusters;
  return [
    {
      sid: 'ClusterDescribeStacks',
      source,
      note: 'completed: `pcluster list` describes all stacks, which the page for awsbatch leaves out',
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
        'cloudformation:DescribeStackResources',
        'cloudformation:GetTemplate',
        'cloudformation:UpdateStack',
      ],
      resources: [...names.stacks, ...(hasNetworks ? names.networkStacks : [])],
    },
    ...untilGuide29(true, [{
      sid: 'ClusterFindResources',
      source,
      note: byName('stacks'),
      printed: ON_ALL,
      actions: ['cloudformation:DescribeStackResource'],
      resources: names.stacks,
    }]),
    ...untilGuide29(!hasSlurm && !hasGroups, [{
      sid: 'ClusterManageTables',
      source,
      note: `${byName('tables')}; dynamodb:UntagResource is added, which AWS requires since 2026-03`,
      printed: ON_ALL,
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DeleteTable',
        'dynamodb:DescribeTable',
        'dynamodb:GetItem',
        'dynamodb:ListTagsOfResource',
        'dynamodb:PutItem',
        'dynamodb:TagResource',
        'dynamodb:UntagResource',
      ],
      resources: names.tables,
    }]),
    ...whenPresent(hasZones, () => untilGuide29(!hasSlurm, zones(arns))),
    ...untilGuide29(!hasGroups, queuesAndTopics(clusters)),
    ...whenPresent(hasSlurm || hasGroups, () => untilGuide29(true, [{
      sid: 'ClusterFindImages',
      source,
      note: 'narrowed: the page reads all parameters; the CLI reads those of images that AWS publishes',
      printed: ON_ALL,
      actions: ['ssm:GetParametersByPath'],
      resources: [arns.ofAnyOwner('ssm', 'parameter/aws/service/*')],
    }])),
    ...whenPresent(hasLogs, () => logs(clusters)),
    {
      sid: 'ClusterManageFunctions',
      source,
      actions: [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:InvokeFunction',
        'lambda:RemovePermission',
        'lambda:TagResource',
        'lambda:UntagResource',
      ],
      resources: names.functions,
    },
    {
      sid: 'ClusterManageDashboards',
      source,
      note: `${byName('dashboards')}; cloudwatch:ListTagsForResource, cloudwatch:TagResource and ` +
        'cloudwatch:UntagResource are added: stacks of clusters have tags, and AWS now passes them on to dashboards',
      since: GUIDE_2_11,
      printed: ON_ALL,
      actions: [
        'cloudwatch:DeleteDashboards',
        'cloudwatch:GetDashboard',
        'cloudwatch:ListTagsForResource',
        'cloudwatch:PutDashboard',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      resources: names.dashboards,
    },
  ];
}

function zones(arns: Arns): ClusterStatements {
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
      note: 'corrected: the page for awsbatch grants it on hosted zones, but it applies to changes',
      printed: ON_ALL,
      actions: ['route53:GetChange'],
      resources: [arns.global('route53', 'change/*')],
    },
    {
      sid: 'ClusterManageZones',
      source,
      note: 'narrowed: the page grants all resources of Route 53; the ids of hosted zones are not predictable',
      printed: ON_ALL,
      actions: [
        'route53:ChangeTagsForResource',
        'route53:DeleteHostedZone',
        'route53:GetHostedZone',
        'route53:ListQueryLoggingConfigs',
      ],
      resources: [arns.global('route53', 'hostedzone/*')],
    },
  ];
}

function queuesAndTopics({ names }: CreatedClusters): ClusterStatements {
  return [
    {
      sid: 'ClusterManageQueues',
      source,
      note: `${byName('queues')}; sqs:ListQueueTags is added, which CloudFormation calls`,
      printed: ON_ALL,
      actions: [
        'sqs:CreateQueue',
        'sqs:DeleteQueue',
        'sqs:GetQueueAttributes',
        'sqs:ListQueueTags',
        'sqs:SetQueueAttributes',
        'sqs:TagQueue',
      ],
      resources: names.queues,
    },
    {
      sid: 'ClusterManageTopics',
      source,
      note: `${byName('topics')}; sns:GetSubscriptionAttributes, sns:TagResource and sns:UntagResource are added: ` +
        'CloudFormation looks up subscriptions, and stacks of clusters have tags, which their topics get',
      printed: ON_ALL,
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:GetSubscriptionAttributes',
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

function logs({ names }: CreatedClusters): ClusterStatements {
  return [
    {
      sid: 'ClusterFindLogs',
      source,
      note: 'narrowed: the page for awsbatch grants all actions on logs; this one lists log groups',
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    {
      sid: 'ClusterManageLogs',
      source,
      note: 'narrowed: the page grants all log groups; these are the ones that clusters create; ' +
        'logs:ListTagsForResource is added, which AWS requires since 2026-03',
      printed: ON_ALL,
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:ListTagsForResource',
        'logs:PutRetentionPolicy',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      resources: names.logGroups,
    },
  ];
}
