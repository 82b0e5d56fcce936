import { requestsOf } from './calls/requests';
import { texts } from './calls/service';
import { collected, Found, grouped } from './groups';
import { withFixedNames } from './names';
import { Recording } from './recording';
import { Program } from './releases';
import { MadeResource, resourcesOf } from './templates/resources';
import { rolesOf } from './templates/roles';
import { JsonObject } from '../../test/support/fold';
import { AskedRow, Group, ResourceRow, StatementRow, VendorData } from '../../test/vendors/data';
import { BY_PROPERTY } from '../../test/vendors/not-caused';

/** The data of some releases: what differs between two recordings of the same release is left out. */
export function dataOf(program: Program, recordings: readonly Recording[]): VendorData {
  const releases = recordings.map(({ release }) => release);
  const roles = recordings.flatMap(recording => recording.roles ?? []).at(-1);
  const calls = recordings.flatMap(recording => [...callsIn(program, recording), ...launchesIn(recording)]);
  return {
    releases,
    calls: withCommands(grouped(calls, releases), calls),
    statements: grouped(recordings.flatMap(statementsIn), releases),
    resources: grouped(recordings.flatMap(resourcesIn), releases),
    properties: propertiesIn(recordings),
    ...roles && { roles },
  };
}

interface FoundCall extends Found<Omit<AskedRow, 'commands'>> {
  readonly command: string;
}

const LAUNCH = { subject: 'head-node', action: 'iam:PassRole', context: { 'iam:PassedToService': 'ec2.amazonaws.com' } };

/** Launching passes the role of the launch template, which the call does not name. */
function launchesIn({ release, stacks }: Recording): readonly FoundCall[] {
  return stacks.flatMap(stack => withFixedNames(rolesOf(resourcesOf(stack)), release, stack.configuration)
    .filter(({ subject }) => subject === 'compute-node')
    .map(({ arn }) => ({ configuration: stack.configuration, release, command: 'launch', row: { ...LAUNCH, resource: arn } })));
}

function callsIn(
  { isNamedAfterConfigurations }: Program, { release, calls }: Recording,
): readonly FoundCall[] {
  return calls.flatMap(call => {
    const { configuration, command, subject } = call;
    const named = { parameters: call.parameters, state: call.state };
    return requestsOf({ ...call, ...withFixedNames(named, release, isNamedAfterConfigurations ? configuration : '') })
      .map(request => ({ configuration, release, command, row: { subject, ...request } }));
  });
}

function statementsIn({ release, stacks }: Recording): readonly Found<StatementRow>[] {
  return stacks.flatMap(stack => rolesOf(resourcesOf(stack)).flatMap(({ subject, statements }) =>
    withFixedNames(statements, release, stack.configuration).map(({ Action, Resource, Condition }) => ({
      configuration: stack.configuration,
      release,
      row: { subject, Action: [...Action].sort(), Resource: [...Resource].sort(), ...(Condition && { Condition }) },
    }))));
}

function resourcesIn({ release, stacks }: Recording): readonly Found<ResourceRow>[] {
  return stacks.flatMap(stack => {
    const resources = withFixedNames(resourcesOf(stack), release, stack.configuration);
    return resources.flatMap(made => resourceRows(made, resources))
      .map(row => ({ configuration: stack.configuration, release, row }));
  });
}

/** Whose role the instances of a resource start with: their launch template names its profile. */
const LAUNCHED: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::AutoScalingGroup': 'login-node',
  'AWS::EC2::Instance': 'head-node',
};

function resourceRows({ type, properties, arns }: MadeResource, all: readonly MadeResource[]): readonly ResourceRow[] {
  const { PermissionsBoundary: own, ...others } = properties;
  // A request to change an inline policy is on its role, with the boundary of that.
  const boundary = own ?? all.find(role => type === 'AWS::IAM::Policy' && role.type === 'AWS::IAM::Role' && role.arns[0] === arns[0])
    ?.properties.PermissionsBoundary;
  const roles = type in LAUNCHED ? rolesOf(all).filter(({ subject }) => subject === LAUNCHED[type]) : [];
  const row = {
    type,
    ...decisive(type, properties),
    ...namesIn({ ...others, roles: roles.map(role => role.arn) }),
    ...(boundary ? { boundary: boundary as string } : {}),
  };
  // A custom resource calls its function.
  const targets = arns.length > 0 ? arns : texts(properties.ServiceToken);
  return targets.length === 0 ? [row] : targets.map(arn => ({ ...row, arn }));
}

/** The properties that decide which permissions the handlers of the type need. */
function decisive(type: string, properties: JsonObject): Pick<ResourceRow, 'properties'> {
  const found = Object.keys(BY_PROPERTY[type] ?? {}).filter(property => property in properties);
  return found.length > 0 ? { properties: found.sort() } : {};
}

/** All properties that the templates have, by type. */
function propertiesIn(recordings: readonly Recording[]): VendorData['properties'] {
  const made = recordings.flatMap(({ stacks }) => stacks.flatMap(resourcesOf));
  return Object.fromEntries([...collected(made, ({ type }) => type)].sort().map(([type, ofType]) =>
    [type, [...new Set(ofType.flatMap(({ properties }) => Object.keys(properties)))].sort()]));
}

/** The ARNs in properties, apart from those in policies. Objects of buckets can also be named in other ways. */
function namesIn({ PolicyDocument, Policies, AssumeRolePolicyDocument, ...others }: JsonObject): Pick<ResourceRow, 'names'> {
  const text = JSON.stringify(others);
  const found = [
    ...text.match(/arn:aws:(?:elasticloadbalancing|iam|imagebuilder|kms|sns):[\w-]*:\w+:[\w+=,.@/-]+/g) ?? [],
    ...[...text.matchAll(/s3:\/\/([\w.-]+)/g)].map(([, bucket]) => `arn:aws:s3:::${bucket}`),
    ...[...text.matchAll(/"S3Bucket":"([^"]+)","S3Key":"([^"]+)"/g)]
      .map(([, bucket, key]) => `arn:aws:s3:::${bucket}/${key}`),
  ];
  return found.length > 0 ? { names: [...new Set(found)].sort() } : {};
}

/** Adds the commands to calls: which of them make a call does not divide the groups. */
function withCommands(
  groups: readonly Group<FoundCall['row']>[], found: readonly FoundCall[],
): readonly Group<AskedRow>[] {
  const commands = collected(found, ({ row }) => JSON.stringify(row));
  return groups.map(group => ({
    ...group,
    rows: group.rows.map(row => {
      const here = commands.get(JSON.stringify(row))!
        .filter(({ configuration }) => group.configurations.includes(configuration));
      return { ...row, commands: [...new Set(here.map(({ command }) => command))].sort() };
    }),
  }));
}
