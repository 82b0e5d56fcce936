import {
  ParallelClusterHeadNodeRoleProps, ParallelClusterHeadNodeSecrets, ParallelClusterSlurmHeadNodeOptions,
} from './props';
import { TOKEN } from '../../private/options/literals';
import { IMAGE_ID, PATH_BELOW_ROOT } from '../../private/options/names';
import { OptionReader } from '../../private/options/reader';
import { HOSTED_ZONE, KEY_PAIR, PARAMETER, PASSABLE_ROLE, SECRET, SUBNET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';
import { ofForm } from '../../private/options/validators';
import { ClusterArns } from '../cluster/cluster-arns';
import { readNode } from '../cluster/node';
import { checkAwsBatch, checkSince, Cluster } from '../cluster/read';
import { readClusterBucket } from '../cluster/storage';

// The options of a head node, checked, and as ARNs.

export type HeadNode = ReturnType<typeof readHeadNode>;
export type Slurm = NonNullable<HeadNode['slurm']>;

const PARTITION = `(?:aws[a-z-]*|${TOKEN})`;
const REGION = `[a-z0-9${TOKEN}-]+`;
const ACCOUNT = `(?:\\d{12}|${TOKEN})`;
const RESERVATION_ID = `(?:cr-[0-9a-f${TOKEN}]+|${TOKEN})`;
const RESERVATION = ofForm('the id or ARN of a capacity reservation, such as cr-0123456789abcdef0',
  new RegExp(`^(?:arn:${PARTITION}:ec2:${REGION}:${ACCOUNT}:capacity-reservation/)?${RESERVATION_ID}$`));
const GROUP = ofForm('the ARN of a resource group, arn:PARTITION:resource-groups:REGION:ACCOUNT:group/NAME',
  new RegExp(`^(?:arn:${PARTITION}:resource-groups:${REGION}:${ACCOUNT}:group/[^:\\s]+|${TOKEN})$`));

export function readHeadNode(read: OptionReader<ParallelClusterHeadNodeRoleProps>) {
  const node = readNode(read);
  const { arns, cluster } = node;
  const generatedRolePath = read.value('generatedRolePath', PATH_BELOW_ROOT);
  /** The named roles, and those that ParallelCluster creates if a path is given or no role is named. */
  const passable = (named: readonly string[], ...generated: readonly string[]) => unique([
    ...named,
    ...(generatedRolePath !== undefined || named.length === 0 ? generated : []),
  ]);
  const headNode = {
    ...node,
    bucket: readClusterBucket(read, arns),
    slurm: read.struct('slurm', slurm => ({
      ...readSlurm(slurm, cluster, arns),
      passableRoles: passable(slurm.arns('computeRoles', PASSABLE_ROLE), arns.rolesUnder(generatedRolePath)),
    })),
    /** The roles of jobs that may be passed. Those that clusters create ignore the path. */
    awsBatch: read.struct('awsBatch', batch =>
      passable(batch.arns('jobRoles', PASSABLE_ROLE), arns.rolesUnder(), arns.rolesUnder(generatedRolePath))),
    secrets: read.struct('secrets', secrets => readSecrets(secrets, cluster)),
    /** The keys of encrypted images and volumes. */
    keys: read.keys('keys'),
  };
  checkAwsBatch(read, cluster.version);
  checkScheduler(read, headNode);
  return headNode;
}

function checkScheduler(
  read: OptionReader<ParallelClusterHeadNodeRoleProps>, { slurm, awsBatch, secrets }: HeadNode,
): void {
  if (!slurm && !awsBatch) {
    read.fail("name a scheduler, since a head node without one can do nothing: 'slurm', 'awsBatch'");
  }
  if (slurm?.loginNodes && !secrets?.mungeKey) {
    read.fail(
      "'slurm.loginNodes' requires 'secrets.mungeKey': the permission is needed only to rotate a munge key kept in a secret",
    );
  }
  const ofSlurm = (['databasePassword', 'mungeKey'] as const).find(secret => secrets?.[secret]);
  if (ofSlurm && !slurm) {
    read.fail(`'secrets.${ofSlurm}' requires 'slurm': only Slurm reads this secret. Leave it out, or add 'slurm'`);
  }
}

function readSlurm(
  read: OptionReader<ParallelClusterSlurmHeadNodeOptions>, { version }: Cluster, arns: ClusterArns,
) {
  const slurm = {
    subnets: read.arns('subnets', SUBNET),
    images: read.list('imageIds', IMAGE_ID).map(id => arns.image(id)),
    keyPairs: [read.thing('keyPair', KEY_PAIR)].flatMap(keyPair => keyPair?.arn ?? []),
    reservations: read.list('capacityReservations', RESERVATION).map(reservation =>
      reservation.startsWith('arn:') ? reservation : arns.regional('ec2', `capacity-reservation/${reservation}`)),
    reservationGroups: read.list('capacityReservationGroups', GROUP),
    hostedZones: readHostedZones(read, arns),
    loginNodes: read.flag('loginNodes', false),
  };
  checkSince(read, 'capacityReservations', '3.3.0', version);
  checkSince(read, 'capacityReservationGroups', '3.3.0', version);
  checkSince(read, 'loginNodes', '3.8.0', version);
  return slurm;
}

function readHostedZones(
  read: OptionReader<ParallelClusterSlurmHeadNodeOptions>, arns: ClusterArns,
): readonly string[] {
  const hostedZone = read.thing('hostedZone', HOSTED_ZONE);
  if (!read.flag('useEc2Hostnames', false)) {
    return [hostedZone?.arn ?? arns.hostedZones];
  }
  if (hostedZone) {
    read.fail(
      `'${read.pathOf('hostedZone')}' cannot be combined with 'useEc2Hostnames': with EC2 hostnames no DNS records ` +
        'are written. Remove one of them',
    );
  }
  return [];
}

function readSecrets(read: OptionReader<ParallelClusterHeadNodeSecrets>, { version }: Cluster) {
  const secrets = {
    directoryPassword: read.thing('directoryPassword', SECRET),
    directoryParameter: read.thing('directoryPasswordParameter', PARAMETER),
    databasePassword: read.thing('databasePassword', SECRET),
    mungeKey: read.thing('mungeKey', SECRET),
  };
  checkSince(read, 'directoryPasswordParameter', '3.5.1', version);
  checkSince(read, 'databasePassword', '3.3.0', version);
  checkSince(read, 'mungeKey', '3.8.0', version);
  if (Object.values(secrets).every(secret => secret === undefined)) {
    read.fail("'secrets' requires at least one secret, got none. Leave it out instead");
  }
  if (secrets.directoryPassword && secrets.directoryParameter) {
    read.fail(
      `'${read.pathOf('directoryPassword')}' cannot be combined with 'directoryPasswordParameter': a directory has one ` +
        'password. Remove one of them',
    );
  }
  return secrets;
}
