import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, whenPresent } from '../../private/statements/documented-statement';
import { LAUNCHES_A_VERSION, KEEPS_LAUNCH_TEMPLATE } from '../../private/statements/shared/scaling-groups';
import { ClusterStatements, ON_ALL, untilGuide29 } from '../cluster/statement';

const source = SOURCES.user;
const IN_REGION = 'narrowed: the page grants all regions; resources without predictable names are limited to this one';
const READS = 'completed: CloudFormation looks up more of what it creates since the page was written';
const GROUPS = 'narrowed: the page grants all Auto Scaling groups; those of clusters are named parallelcluster-*';

/** Amazon EC2 and EC2 Auto Scaling. */
export function computePolicy(
  arns: Arns, { names, hasNetworks, hasSlurm, hasGroups }: CreatedClusters,
): ClusterStatements {
  return [
    {
      sid: 'ComputeDescribe',
      source,
      note: READS,
      actions: [
        'ec2:DescribeAddresses',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceCreditSpecifications',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeKeyPairs',
        'ec2:DescribeLaunchTemplateVersions',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeRegions',
        'ec2:DescribeSecurityGroupRules',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSnapshots',
        'ec2:DescribeSubnets',
        'ec2:DescribeVolumes',
        'ec2:DescribeVpcs',
      ],
      resources: ANY,
    },
    {
      sid: 'ComputeReadAttributes',
      source: SOURCES.handlers,
      note: 'added: CloudFormation looks up the instance and the volumes that it creates',
      actions: [
        'ec2:DescribeInstanceAttribute',
        'ec2:DescribeVolumeAttribute',
      ],
      resources: ['instance', 'volume'].map(type => arns.regional('ec2', `${type}/*`)),
      conditions: { StringLike: { 'ec2:ResourceTag/aws:cloudformation:stack-name': names.stackName } },
    },
    {
      sid: 'ComputeManage',
      source,
      note: IN_REGION,
      printed: ON_ALL,
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
        'ec2:CreateTags',
        'ec2:CreateVolume',
        'ec2:DeleteLaunchTemplate',
        'ec2:DeleteNetworkInterface',
        'ec2:DeletePlacementGroup',
        'ec2:DeleteSecurityGroup',
        'ec2:DeleteVolume',
        'ec2:DescribeVpcAttribute',
        'ec2:DisassociateAddress',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:ModifyVolumeAttribute',
        'ec2:ReleaseAddress',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
        'ec2:RunInstances',
      ],
      resources: [arns.ofAnyOwner('ec2', '*')],
    },
    {
      sid: 'ComputeTerminate',
      source,
      note: 'narrowed: the page terminates every instance; those of clusters have this tag from their launch on. ' +
        'Anyone who can tag other instances can bypass this',
      printed: ON_ALL,
      actions: ['ec2:TerminateInstances'],
      resources: [arns.regional('ec2', 'instance/*')],
      conditions: { StringLike: { 'ec2:ResourceTag/Application': names.stackName } },
    },
    ...whenPresent(hasNetworks, () => [
      {
        sid: 'ComputeDescribeNetworks',
        source,
        note: READS,
        actions: [
          'ec2:DescribeInternetGateways',
          'ec2:DescribeNatGateways',
          'ec2:DescribeRouteTables',
          'ec2:DescribeVpnGateways',
        ],
        resources: ANY,
      },
      {
        sid: 'ComputeCreateNetworks',
        source,
        note: IN_REGION,
        printed: ON_ALL,
        actions: [
          'ec2:AssociateRouteTable',
          'ec2:AttachInternetGateway',
          'ec2:CreateInternetGateway',
          'ec2:CreateNatGateway',
          'ec2:CreateRoute',
          'ec2:CreateRouteTable',
          'ec2:CreateSubnet',
          'ec2:CreateVpc',
          'ec2:ModifySubnetAttribute',
          'ec2:ModifyVpcAttribute',
        ],
        resources: [arns.ofAnyOwner('ec2', '*')],
      },
      {
        sid: 'ComputeDeleteNetworks',
        source: SOURCES.templates,
        note: 'added: the page creates subnets, routes and gateways, but cannot delete them with their stack, ' +
          'whose name they have',
        actions: [
          'ec2:DeleteInternetGateway',
          'ec2:DeleteNatGateway',
          'ec2:DeleteRoute',
          'ec2:DeleteRouteTable',
          'ec2:DeleteSubnet',
          'ec2:DetachInternetGateway',
          'ec2:DisassociateRouteTable',
        ],
        resources: ['internet-gateway', 'natgateway', 'route-table', 'subnet']
          .map(type => arns.regional('ec2', `${type}/*`)),
        conditions: {
          StringLike: { 'ec2:ResourceTag/aws:cloudformation:stack-name': [names.stackName, names.networkStackName] },
        },
      },
      {
        sid: 'ComputeDetachGateways',
        source: SOURCES.templates,
        note: 'added: AWS also asks for the VPC when a gateway is detached. The CLI creates it, so it has no tag of a stack',
        actions: ['ec2:DetachInternetGateway'],
        resources: [arns.regional('ec2', 'vpc/*')],
      },
    ]),
    ...whenPresent(hasGroups || hasSlurm, () => untilGuide29(!hasGroups, [
      {
        sid: 'ComputeDescribeGroups',
        source,
        actions: [
          'autoscaling:DescribeAutoScalingGroups',
          'autoscaling:DescribeAutoScalingInstances',
          'autoscaling:DescribeScalingActivities',
        ],
        resources: ANY,
      },
      {
        sid: 'ComputeLaunchGroups',
        source,
        note: `${GROUPS}; clusters name the version of their launch template, and a group that follows the newest version ` +
          'would launch with any role of the account',
        printed: ON_ALL,
        actions: [
          'autoscaling:CreateAutoScalingGroup',
          'autoscaling:UpdateAutoScalingGroup',
        ],
        resources: names.autoScalingGroups,
        conditions: LAUNCHES_A_VERSION,
      },
      {
        sid: 'ComputeScaleGroups',
        source,
        note: `${GROUPS}, and requests without a launch template`,
        actions: ['autoscaling:UpdateAutoScalingGroup'],
        resources: names.autoScalingGroups,
        conditions: KEEPS_LAUNCH_TEMPLATE,
      },
      {
        sid: 'ComputeManageGroups',
        source,
        note: GROUPS,
        printed: ON_ALL,
        actions: [
          'autoscaling:DeleteAutoScalingGroup',
          'autoscaling:DisableMetricsCollection',
          'autoscaling:EnableMetricsCollection',
          'autoscaling:PutNotificationConfiguration',
        ],
        resources: names.autoScalingGroups,
      },
    ])),
  ];
}
