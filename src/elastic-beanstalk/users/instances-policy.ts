import { Infrastructure } from './read';
import { EVERYWHERE, TAGGED, UserScope } from './scope';
import { Conditions, DocumentedStatement, Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

const source = SOURCES.administrator;

/** What CloudFormation and the launch of instances tag. */
const TAGGED_TYPES = ['elastic-ip', 'instance', 'launch-template', 'network-interface', 'security-group', 'volume'];

/** Instances, launch templates, security groups and addresses. */
export function instancePolicy(scope: UserScope, infrastructure: Infrastructure): Statements {
  const tagged = TAGGED_TYPES.map(type => scope.arns.regional('ec2', `${type}/*`));
  return [
    ...launchPolicy(scope, infrastructure),
    ...securityGroupPolicy(scope, infrastructure),
    ...addressPolicy(scope),
    {
      sid: 'InstancesTagNew',
      source: SOURCES.managedUpdates,
      note: 'narrowed: to the types that environments have; added: security groups, which CloudFormation tags, too',
      actions: ['ec2:CreateTags'],
      resources: tagged,
      conditions: {
        StringEquals: { 'ec2:CreateAction': ['AllocateAddress', 'CreateLaunchTemplate', 'CreateSecurityGroup', 'RunInstances'] },
      },
    },
    {
      sid: 'InstancesTag',
      source,
      note: `${TAGGED}: with other tags, users would take over what others own`,
      actions: [
        'ec2:CreateTags',
        'ec2:DeleteTags',
      ],
      resources: tagged,
      conditions: scope.tagged,
    },
  ];
}

function launchPolicy(scope: UserScope, { vpc, hasTaggedTemplates }: Infrastructure): Statements {
  const { arns } = scope;
  const template: Conditions = { ArnLike: { 'ec2:LaunchTemplate': arns.regional('ec2', 'launch-template/*') } };
  const launch = (
    sid: string, note: string, types: readonly string[], conditions: Conditions,
  ): DocumentedStatement => ({
    sid,
    source,
    note,
    actions: ['ec2:RunInstances'],
    resources: types.map(type => arns.ofAnyOwner('ec2', `${type}/*`)),
    conditions,
  });
  const ofInstances = ['image', 'instance', 'key-pair', 'launch-template', 'snapshot', 'spot-instances-request', 'volume'];
  const ofNetworks = ['network-interface', 'security-group', 'subnet'];
  return [
    launch('InstancesLaunch', EVERYWHERE, ofInstances, template),
    vpc === undefined ? launch('InstancesLaunchInto', EVERYWHERE, ofNetworks, template)
      : launch('InstancesLaunchInto', 'narrowed: in the VPC', ofNetworks, { ArnLike: { ...template.ArnLike, 'ec2:Vpc': vpc } }),
    {
      sid: 'InstancesTerminate',
      source,
      note: TAGGED,
      actions: [
        'ec2:RebootInstances',
        'ec2:TerminateInstances',
      ],
      resources: [arns.regional('ec2', 'instance/*')],
      conditions: scope.tagged,
    },
    {
      sid: 'InstancesCreateTemplates',
      source,
      note: EVERYWHERE,
      actions: ['ec2:CreateLaunchTemplate'],
      resources: [arns.regional('ec2', 'launch-template/*')],
    },
    {
      sid: 'InstancesChangeTemplates',
      source,
      note: hasTaggedTemplates ? TAGGED
        : 'narrowed: launch templates without the tag of another environment; by default environments have launch templates without tags',
      actions: [
        'ec2:CreateLaunchTemplateVersion',
        'ec2:DeleteLaunchTemplate',
        'ec2:DeleteLaunchTemplateVersions',
      ],
      resources: [arns.regional('ec2', 'launch-template/*')],
      conditions: hasTaggedTemplates ? scope.tagged : scope.taggedIfAtAll,
    },
  ];
}

function securityGroupPolicy(scope: UserScope, { vpc }: Infrastructure): Statements {
  const { arns } = scope;
  return [
    {
      sid: 'InstancesCreateSecurityGroups',
      source,
      note: vpc === undefined ? EVERYWHERE : 'narrowed: in the VPC',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [arns.regional('ec2', 'security-group/*'), vpc ?? arns.ofAnyOwner('ec2', 'vpc/*')],
    },
    {
      sid: 'InstancesSecurityGroups',
      source,
      note: TAGGED,
      actions: [
        'ec2:AuthorizeSecurityGroupEgress',
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:DeleteSecurityGroup',
        'ec2:RevokeSecurityGroupEgress',
        'ec2:RevokeSecurityGroupIngress',
      ],
      resources: [arns.regional('ec2', 'security-group/*')],
      conditions: scope.tagged,
    },
  ];
}

/** The address of an environment with a single instance. */
function addressPolicy(scope: UserScope): Statements {
  const { arns } = scope;
  const addresses = arns.regional('ec2', 'elastic-ip/*');
  return [
    {
      sid: 'InstancesAllocateAddresses',
      source,
      note: EVERYWHERE,
      actions: ['ec2:AllocateAddress'],
      resources: [addresses],
    },
    {
      sid: 'InstancesAddresses',
      source,
      note: TAGGED,
      actions: [
        'ec2:AssociateAddress',
        'ec2:DisassociateAddress',
        'ec2:ReleaseAddress',
      ],
      resources: [addresses, arns.regional('ec2', 'instance/*')],
      conditions: scope.tagged,
    },
    {
      sid: 'InstancesMoveAddresses',
      source,
      note: 'narrowed: to network interfaces, which have no tags: the address must have the tag of the environments',
      actions: [
        'ec2:AssociateAddress',
        'ec2:DisassociateAddress',
      ],
      resources: [arns.regional('ec2', 'network-interface/*')],
    },
  ];
}
