import { Asked, arn, Context, objects, requestTags, resourceTags, Service, text, texts } from './service';
import { Json, JsonObject } from '../../../test/support/fold';
import { RECORDED, RecordedCall } from '../recording';

/** Resources that are new, or whose id the call does not tell. */
const NEW = {
  'fleet': 'fleet-0123456789abcdef0',
  'instance': 'i-0123456789abcdef0',
  'network-interface': 'eni-0123456789abcdef0',
  'volume': 'vol-0123456789abcdef0',
  'vpc': 'vpc-0123456789abcdef0',
};
/** A launch template, of which a call can tell the name only, and what it names. */
const TEMPLATE = {
  id: 'lt-0123456789abcdef0',
  image: 'ami-0123456789abcdef0',
  subnet: 'subnet-0123456789abcdef0',
  group: 'sg-0123456789abcdef0',
  key: 'key',
};

const ec2 = (type: string, id: string): string => arn('ec2', `${type}/${id}`);
const image = (id: string): string => `arn:aws:ec2:${RECORDED.region}::image/${id}`;
const snapshot = (id: string): string => `arn:aws:ec2:${RECORDED.region}::snapshot/${id}`;

/** The type of a resource of the account by the prefix of its id. */
const TYPES: Readonly<Record<string, string>> = {
  i: 'instance', igw: 'internet-gateway', nat: 'natgateway', rtb: 'route-table', subnet: 'subnet', vol: 'volume', vpc: 'vpc',
};

/** The ARN of what an id is of. Images and snapshots have no account. */
function arnOfId(id: string): string {
  const [prefix] = id.split('-');
  switch (prefix) {
    case 'ami':
      return image(id);
    case 'snap':
      return snapshot(id);
    default:
      return ec2(TYPES[prefix], id);
  }
}

const instances = ({ parameters, state = {} }: RecordedCall): readonly Asked[] =>
  [...texts(parameters.InstanceIds), ...texts(parameters.InstanceId)].map(id =>
    ({ resource: ec2('instance', id), context: resourceTags(state[id], 'ec2:ResourceTag') }));

const attached = ({ parameters }: RecordedCall): readonly Asked[] => [
  { resource: ec2('instance', text(parameters.InstanceId) || NEW.instance) },
  { resource: ec2('volume', text(parameters.VolumeId)) },
];

export const EC2: Service = {
  prefix: 'ec2',
  resources: {
    RunInstances: runInstances,
    CreateFleet: createFleet,
    TerminateInstances: instances,
    StartInstances: instances,
    StopInstances: instances,
    GetConsoleOutput: instances,
    DescribeInstanceAttribute: instances,
    ModifyInstanceAttribute: instances,
    AttachVolume: attached,
    DetachVolume: attached,
    CreateTags: ({ parameters }) =>
      texts(parameters.Resources).map(id => ({ resource: arnOfId(id), context: requestTags(parameters.Tags) })),
    DeregisterImage: ({ parameters }) => [{ resource: image(text(parameters.ImageId)) }],
    DescribeImageAttribute: ({ parameters }) => [{ resource: image(text(parameters.ImageId)) }],
    ModifyImageAttribute: ({ parameters }) => [{ resource: image(text(parameters.ImageId)) }],
    DeleteSnapshot: ({ parameters }) => [{ resource: snapshot(text(parameters.SnapshotId)) }],
    CreateVpc: () => [{ resource: ec2('vpc', NEW.vpc) }],
    DescribeVpcAttribute: ({ parameters }) => [{ resource: ec2('vpc', text(parameters.VpcId)) }],
    ModifyVpcAttribute: ({ parameters }) => [{ resource: ec2('vpc', text(parameters.VpcId)) }],
  },
};

function runInstances({ parameters }: RecordedCall): readonly Asked[] {
  const tags = tagsByType(parameters.TagSpecifications);
  const interfaces = objects(parameters.NetworkInterfaces);
  const template = parameters.LaunchTemplate as JsonObject | undefined;
  const given = (fromTemplate: string, ...named: Json[]) =>
    [...new Set([...named.flatMap(texts), ...(template ? [fromTemplate] : [])])];
  return [
    ...given(TEMPLATE.image, parameters.ImageId).slice(0, 1).map(image),
    ...given(TEMPLATE.subnet, parameters.SubnetId, ...interfaces.map(({ SubnetId }) => SubnetId))
      .map(id => ec2('subnet', id)),
    ...given(TEMPLATE.group, parameters.SecurityGroupIds, ...interfaces.map(({ Groups }) => Groups))
      .map(id => ec2('security-group', id)),
    ...given(TEMPLATE.key, parameters.KeyName).slice(0, 1).map(name => ec2('key-pair', name)),
    ...(template ? [ec2('launch-template', text(template.LaunchTemplateId) || TEMPLATE.id)] : []),
    ...texts((parameters.Placement as JsonObject | undefined)?.GroupName).map(name => ec2('placement-group', name)),
    ...reservations(parameters),
  ].map((resource): Asked => ({ resource }))
    .concat(
      (['instance', 'network-interface', 'volume'] as const).map(type =>
        ({ resource: ec2(type, NEW[type]), context: tags[type] })),
      taggings(tags, 'RunInstances'),
    );
}

function reservations({ CapacityReservationSpecification: specification }: JsonObject): readonly string[] {
  const target = (specification as JsonObject | undefined)?.CapacityReservationTarget as JsonObject | undefined;
  return [
    ...texts(target?.CapacityReservationId).map(id => ec2('capacity-reservation', id)),
    ...texts(target?.CapacityReservationResourceGroupArn),
  ];
}

/** A fleet launches instances with the permissions of its caller. */
function createFleet({ parameters }: RecordedCall): readonly Asked[] {
  const tags = tagsByType(parameters.TagSpecifications);
  const configurations = objects(parameters.LaunchTemplateConfigs);
  const templates = configurations.map(({ LaunchTemplateSpecification: template }) => template as JsonObject);
  const overrides = configurations.flatMap(({ Overrides }) => objects(Overrides));
  const subnets = overrides.flatMap(({ SubnetId }) => texts(SubnetId));
  return [
    ...['fleet', 'instance', 'volume'].map(type => ec2(type, NEW[type as keyof typeof NEW])),
    image(TEMPLATE.image),
    ...templates.map(({ LaunchTemplateId }) => ec2('launch-template', text(LaunchTemplateId) || TEMPLATE.id)),
    ...[...new Set(subnets)].map(id => ec2('subnet', id)),
  ].map((resource): Asked => ({ resource })).concat(
    taggings(tags, 'CreateFleet'),
    templates.flatMap(template => runInstances({ parameters: { LaunchTemplate: template } } as unknown as RecordedCall)
      .map(asked => ({ action: 'ec2:RunInstances', ...asked }))),
  );
}

function tagsByType(specifications: Json): Readonly<Record<string, Context>> {
  return Object.fromEntries(objects(specifications).map(({ ResourceType, Tags }) =>
    [text(ResourceType), requestTags(Tags)]));
}

/** Tags on new resources are requests of their own. */
function taggings(tags: Readonly<Record<string, Context>>, creation: string): readonly Asked[] {
  return Object.entries(tags).map(([type, context]) => ({
    resource: ec2(type, NEW[type as keyof typeof NEW]),
    action: 'ec2:CreateTags',
    context: { ...context, 'ec2:CreateAction': creation },
  }));
}
