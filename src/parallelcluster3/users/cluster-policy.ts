import { USER_SOURCES } from '../sources';
import { OF_A_CLUSTER, Statements, STAYS_OF_A_CLUSTER, TAGGED_AS_CLUSTER } from './conditions';
import { Arns } from '../../private/options/arns';
import { ANY } from '../../private/statements/documented-statement';

const source = USER_SOURCES.cluster;

/** From this version on users change stacks of clusters only. */
export const STACKS_OF_CLUSTERS = '3.6.0';

/** What makes, changes and deletes a cluster: instances, tables, names, stacks and their supervision. */
export function clusterPolicy(arns: Arns): Statements {
  return [
    ...useEc2(),
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
      note: 'kept: hosted zones have random identifiers, and a cluster makes its own',
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ChangeTagsForResource',
        'route53:CreateHostedZone',
        'route53:DeleteHostedZone',
        'route53:GetChange',
        'route53:GetHostedZone',
        'route53:ListQueryLoggingConfigs',
        'route53:ListResourceRecordSets',
      ],
      resources: ANY,
    },
    ...useStacks(arns),
    ...supervise(),
  ];
}

function useEc2(): Statements {
  return [
    {
      sid: 'ClusterUseEc2',
      source,
      note: 'kept: images, snapshots and shared subnets are of other accounts, and nothing else has a name to go by. ' +
        'CloudFormation tags some resources after it has made them, so tagging has no condition',
      actions: [
        'ec2:AllocateAddress',
        'ec2:AssociateAddress',
        'ec2:AttachNetworkInterface',
        'ec2:AuthorizeSecurityGroupEgress',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateFleet',
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
        'ec2:DeleteVolume',
        'ec2:Describe*',
        'ec2:DisassociateAddress',
        'ec2:ModifyLaunchTemplate',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:ModifyVolume',
        'ec2:ModifyVolumeAttribute',
        'ec2:ReleaseAddress',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:RunInstances',
      ],
      actionsSince: { '3.9.1': ['ec2:DeleteTags'] },
      resources: ANY,
    },
    {
      sid: 'ClusterTerminateInstances',
      source,
      note: 'narrowed: the page ends every instance; those of clusters have a tag, which whoever may tag can give to others',
      actions: ['ec2:TerminateInstances'],
      resources: ANY,
      conditions: OF_A_CLUSTER,
    },
  ];
}

function useStacks(arns: Arns): Statements {
  const stacks = [arns.regional('cloudformation', 'stack/*')];
  return [
    {
      sid: 'ClusterManageStacks',
      source: USER_SOURCES.guideBase,
      until: STACKS_OF_CLUSTERS,
      actions: ['cloudformation:*'],
      resources: ANY,
    },
    {
      sid: 'ClusterCreateStacks',
      source: USER_SOURCES.stackTags,
      note: 'narrowed: a stack of a cluster has its tag; whether it has others is not asked, which refused stacks in 2026',
      since: STACKS_OF_CLUSTERS,
      actions: ['cloudformation:CreateStack'],
      resources: stacks,
      conditions: TAGGED_AS_CLUSTER,
    },
    {
      sid: 'ClusterUpdateStacks',
      source: USER_SOURCES.stackTags,
      note: 'narrowed: the template updates every stack, and one with a service role does what that role may, for whoever ' +
        'updates it; those of clusters have a tag',
      since: STACKS_OF_CLUSTERS,
      actions: ['cloudformation:UpdateStack'],
      resources: stacks,
      conditions: STAYS_OF_A_CLUSTER,
    },
    {
      sid: 'ClusterDeleteStacks',
      source,
      note: 'narrowed: the template deletes every stack, with the rights of its service role; those of clusters have a tag ' +
        'from 3.2 on, older ones are deleted by others',
      since: STACKS_OF_CLUSTERS,
      actions: ['cloudformation:DeleteStack'],
      resources: stacks,
      conditions: OF_A_CLUSTER,
    },
    {
      sid: 'ClusterReadStacks',
      source,
      note: 'completed: describe-image calls DescribeStackResource, which the template leaves out',
      since: STACKS_OF_CLUSTERS,
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
      source,
      note: 'corrected: the template lists stacks on the ARN of a stack, which the action does not know',
      since: STACKS_OF_CLUSTERS,
      actions: ['cloudformation:ListStacks'],
      resources: ANY,
    },
  ];
}

function supervise(): Statements {
  return [
    {
      sid: 'ClusterUseDashboards',
      source,
      note: 'kept: a dashboard is named after its cluster, whose name is free',
      actions: [
        'cloudwatch:DeleteDashboards',
        'cloudwatch:GetDashboard',
        'cloudwatch:ListDashboards',
        'cloudwatch:PutDashboard',
      ],
      resources: ANY,
    },
    {
      sid: 'ClusterUseAlarms',
      source: USER_SOURCES.alarmTags,
      note: 'kept: an alarm is named after its cluster, whose name is free',
      since: '3.6.0',
      actions: [
        'cloudwatch:DeleteAlarms',
        'cloudwatch:DescribeAlarms',
        'cloudwatch:PutMetricAlarm',
        'cloudwatch:TagResource',
        'cloudwatch:UntagResource',
      ],
      actionsSince: { '3.8.0': ['cloudwatch:PutCompositeAlarm'] },
      resources: ANY,
    },
  ];
}
