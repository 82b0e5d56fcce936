import { Arns } from '../../../private/options/arns';
import { ANY, Statements } from '../../../private/statements/documented-statement';
import { USER_SOURCES } from '../../sources';
import { OF_A_CLUSTER, STAYS_OF_A_CLUSTER, TAGGED_AS_CLUSTER } from '../conditions';

const source = USER_SOURCES.cluster;

/** Grants creating, changing and deleting clusters: instances, tables, DNS records, stacks and their monitoring. */
export function clusterPolicy(arns: Arns): Statements {
  return [
    {
      sid: 'ClusterUseEc2',
      source,
      note: 'kept: images, snapshots and shared subnets are in other accounts, and other names can\'t be predicted. ' +
        'CloudFormation tags some resources after it has created them, so tagging has no condition. Narrowed: no release ' +
        'calls CreateFleet, AttachNetworkInterface and ModifyLaunchTemplate for the user',
      actions: [
        'ec2:AllocateAddress',
        'ec2:AssociateAddress',
        'ec2:AuthorizeSecurityGroupEgress',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateLaunchTemplate',
        'ec2:CreateLaunchTemplateVersion',
        'ec2:CreateNetworkInterface',
        'ec2:CreatePlacementGroup',
        'ec2:CreateSecurityGroup',
        'ec2:CreateSnapshot',
        'ec2:CreateTags',
        'ec2:CreateVolume',
        'ec2:DeleteLaunchTemplate',
        'ec2:DeleteNetworkInterface',
        'ec2:DeletePlacementGroup',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteTags',
        'ec2:DeleteVolume',
        'ec2:Describe*',
        'ec2:DisassociateAddress',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:ModifyVolume',
        'ec2:ModifyVolumeAttribute',
        'ec2:ReleaseAddress',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:RunInstances',
      ],
      resources: ANY,
    },
    {
      sid: 'ClusterTerminateInstances',
      source,
      note: 'narrowed: the page terminates every instance; those of clusters have a tag, which users can also set on ' +
        'others',
      actions: ['ec2:TerminateInstances'],
      resources: ANY,
      conditions: OF_A_CLUSTER,
    },
    {
      sid: 'ClusterUseTables',
      source,
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DeleteTable',
        'dynamodb:DescribeTable',
        'dynamodb:GetItem',
        'dynamodb:ListTagsOfResource',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:TagResource',
        'dynamodb:UntagResource',
        'dynamodb:UpdateItem',
      ],
      resources: [arns.regional('dynamodb', 'table/parallelcluster-*')],
    },
    {
      sid: 'ClusterUseHostedZones',
      source,
      note: 'kept: hosted zones have random identifiers, and a cluster creates its own',
      actions: [
        'route53:ChangeTagsForResource',
        'route53:CreateHostedZone',
        'route53:DeleteHostedZone',
        'route53:GetChange',
        'route53:GetHostedZone',
        'route53:ListQueryLoggingConfigs',
        'route53:ListTagsForResource',
      ],
      resources: ANY,
    },
    ...useStacks(arns),
    ...useMonitoring(arns),
  ];
}

function useStacks(arns: Arns): Statements {
  const stacks = [arns.regional('cloudformation', 'stack/*')];
  return [
    {
      sid: 'ClusterCreateStacks',
      source: USER_SOURCES.stackTags,
      note: 'narrowed: a stack of a cluster has its tag; other tags are not restricted, since that denied stacks in ' +
        '2026',
      actions: ['cloudformation:CreateStack'],
      resources: stacks,
      conditions: TAGGED_AS_CLUSTER,
    },
    {
      sid: 'ClusterUpdateStacks',
      source: USER_SOURCES.stackTags,
      note: 'narrowed: the template updates every stack, and an update uses all permissions of the stack\'s service ' +
        'role; stacks of clusters have a tag',
      actions: ['cloudformation:UpdateStack'],
      resources: stacks,
      conditions: STAYS_OF_A_CLUSTER,
    },
    {
      sid: 'ClusterDeleteStacks',
      source,
      note: 'narrowed: the template deletes every stack, with the permissions of its service role; those of clusters ' +
        'have a tag from 3.2 on. These users can\'t delete older clusters',
      actions: ['cloudformation:DeleteStack'],
      resources: stacks,
      conditions: OF_A_CLUSTER,
    },
    {
      sid: 'ClusterReadStacks',
      source,
      note: 'narrowed: to the stacks of the account; the page grants all actions on all resources',
      actions: [
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStackResources',
        'cloudformation:DescribeStacks',
        'cloudformation:GetTemplate',
      ],
      resources: stacks,
    },
    {
      sid: 'ClusterListStacks',
      source: USER_SOURCES.describeStacks,
      note: 'kept: list-clusters describes all stacks, for which CloudFormation asks for both',
      actions: [
        'cloudformation:DescribeStacks',
        'cloudformation:ListStacks',
      ],
      resources: ANY,
    },
  ];
}

/** Names are those of clusters: CLUSTER-REGION, and CLUSTER-HeadNode or, before 3.8, CLUSTER_MemAlarm_HeadNode. */
function useMonitoring(arns: Arns): Statements {
  const alarms = arns.regional('cloudwatch', 'alarm:*HeadNode*');
  return [
    {
      sid: 'ClusterUseDashboards',
      source,
      note: 'narrowed: the page grants all dashboards; those of clusters end in the name of their region',
      actions: [
        'cloudwatch:DeleteDashboards',
        'cloudwatch:GetDashboard',
        'cloudwatch:ListTagsForResource',
        'cloudwatch:PutDashboard',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      resources: [arns.ofAccount('cloudwatch', `dashboard/*-${arns.region}`)],
    },
    {
      sid: 'ClusterPutAlarms',
      source: USER_SOURCES.alarmTags,
      note: 'narrowed: the page grants all alarms, which can also stop and terminate instances; those of clusters watch ' +
        'head nodes, and have no actions',
      since: '3.6.0',
      actions: ['cloudwatch:PutMetricAlarm'],
      actionsSince: { '3.8.0': ['cloudwatch:PutCompositeAlarm'] },
      resources: [alarms],
      conditions: { Null: { 'cloudwatch:AlarmActions': 'true' } },
    },
    {
      sid: 'ClusterUseAlarms',
      source: USER_SOURCES.alarmTags,
      note: 'narrowed: the page grants all alarms; those of clusters watch head nodes',
      since: '3.6.0',
      actions: [
        'cloudwatch:DeleteAlarms',
        'cloudwatch:ListTagsForResource',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      resources: [alarms],
    },
    {
      sid: 'ClusterFindAlarms',
      source: USER_SOURCES.alarmTags,
      note: 'kept: CloudFormation looks up alarms by their names, for which CloudWatch asks for all alarms',
      since: '3.6.0',
      actions: ['cloudwatch:DescribeAlarms'],
      resources: ANY,
    },
  ];
}
