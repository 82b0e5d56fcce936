import { Slurm } from './read';
import { passedTo } from '../../private/statements/conditions';
import { ANY, DocumentedStatement, Statements, whenPresent } from '../../private/statements/documented-statement';
import { EC2_SERVICES } from '../../private/statements/services';
import { ClusterArns } from '../cluster/cluster-arns';
import { NEWER, ofCluster } from '../cluster/statements';
import { ROLE_SOURCES } from '../sources';

const TYPES = 'narrowed: the page grants all resources; these are the types that launching a compute node requires, ' +
  'and of subnets, images and key pairs those that the options list';

export function slurmPolicy(arns: ClusterArns, slurm: Slurm): Statements {
  const computeNodes = (key: 'aws:ResourceTag' | 'ec2:ResourceTag') => ({
    StringEquals: { [`${key}/parallelcluster:node-type`]: 'Compute', ...ofCluster(key, arns) },
  });
  return [
    ...launchPolicy(arns, slurm),
    {
      sid: 'SlurmTerminate',
      source: ROLE_SOURCES.headNode,
      note: 'narrowed: the page grants all resources with the tag; the name of the cluster is a second tag',
      actions: ['ec2:TerminateInstances'],
      resources: [arns.instances],
      conditions: computeNodes('ec2:ResourceTag'),
    },
    {
      sid: 'SlurmReadConsoles',
      source: ROLE_SOURCES.commandLine,
      since: '3.5.0',
      note: 'added: the page was written for older versions; the command line also covers the queues',
      actions: ['ec2:GetConsoleOutput'],
      resources: [arns.instances],
      conditions: computeNodes('aws:ResourceTag'),
    },
    ...tablesPolicy(arns),
    ...whenPresent(slurm.hostedZones, resources => ({
      sid: 'SlurmUpdateDns',
      source: ROLE_SOURCES.headNode,
      note: 'narrowed: the page grants all resources',
      actions: ['route53:ChangeResourceRecordSets'],
      resources,
    })),
    ...whenPresent(slurm.loginNodes, () => ({
      sid: 'SlurmFindLoginNodes',
      source: ROLE_SOURCES.commandLine,
      since: '3.8.0',
      actions: [
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      resources: ANY,
    })),
  ];
}

function launchPolicy(arns: ClusterArns, slurm: Slurm): Statements {
  const any = (type: string) => arns.regional('ec2', `${type}/*`);
  const named = (resources: readonly string[], otherwise: string) => resources.length > 0 ? resources : [otherwise];
  const added = { source: ROLE_SOURCES.commandLine, since: '3.3.0' };
  const instances = [
    ...named(slurm.subnets, arns.subnets),
    ...named(slurm.images, arns.image('*')),
    arns.instances,
    any('launch-template'),
    any('placement-group'),
    any('volume'),
  ];
  return [
    {
      sid: 'SlurmLaunch',
      source: ROLE_SOURCES.headNode,
      note: TYPES,
      actions: ['ec2:RunInstances'],
      resources: [
        ...instances,
        any('network-interface'),
        any('security-group'),
        ...named(slurm.keyPairs, any('key-pair')),
      ],
    },
    {
      ...added,
      sid: 'SlurmLaunchFleets',
      note: NEWER,
      actions: ['ec2:CreateFleet'],
      resources: [...instances, any('fleet')],
    },
    {
      ...added,
      sid: 'SlurmDescribeReservations',
      actions: ['ec2:DescribeCapacityReservations'],
      resources: ANY,
    },
    ...whenPresent(slurm.reservations, resources => ({
      ...added,
      sid: 'SlurmLaunchReserved',
      actions: ['ec2:RunInstances'],
      resources,
    })),
    ...whenPresent(slurm.reservationGroups, resources => [
      {
        ...added,
        sid: 'SlurmLaunchInReservationGroups',
        note: 'kept: as the command line grants it; the service authorization reference has no groups for CreateFleet',
        actions: [
          'ec2:CreateFleet',
          'ec2:RunInstances',
        ],
        resources,
      },
      {
        ...added,
        sid: 'SlurmListReservationGroups',
        actions: ['resource-groups:ListGroupResources'],
        resources,
      },
    ]),
    {
      sid: 'SlurmTagInstances',
      source: ROLE_SOURCES.headNode,
      note: 'narrowed: the page tags every instance and volume, also as part of a cluster; nodes get their tags when they are ' +
        'launched',
      actions: ['ec2:CreateTags'],
      resources: [arns.instances, any('volume')],
      conditions: { StringEquals: { 'ec2:CreateAction': ['CreateFleet', 'RunInstances'] } },
    },
    {
      sid: 'SlurmPassRoles',
      source: ROLE_SOURCES.headNode,
      note: 'narrowed: the page has all roles and instance profiles under /parallelcluster/, but iam:PassRole ' +
        'applies to roles only. In China EC2 has a second name',
      actions: ['iam:PassRole'],
      resources: slurm.passableRoles,
      conditions: passedTo(EC2_SERVICES),
    },
  ];
}

function tablesPolicy(arns: ClusterArns): Statements {
  const note = 'narrowed: the page grants all of these actions on every table of ParallelCluster';
  const readMany = (sid: string, since: string, table: string): DocumentedStatement => ({
    sid,
    source: ROLE_SOURCES.commandLine,
    since,
    note: NEWER,
    actions: ['dynamodb:BatchGetItem'],
    resources: [table],
  });
  return [
    {
      sid: 'SlurmUseFleetTable',
      source: ROLE_SOURCES.headNode,
      note,
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
      resources: [arns.fleetTable],
    },
    readMany('SlurmReadFleetTable', '3.9.0', arns.fleetTable),
    {
      sid: 'SlurmUseNodeTable',
      source: ROLE_SOURCES.headNode,
      note,
      actions: [
        'dynamodb:BatchWriteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
      ],
      resources: [arns.nodeTable],
    },
    readMany('SlurmReadNodeTable', '3.5.0', arns.nodeTable),
  ];
}
