import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { IConstruct } from 'constructs';
import {
  ParallelClusterAwsBatchHeadNodeOptions, ParallelClusterHeadNodeSecrets, ParallelClusterSlurmHeadNodeOptions,
} from './props';
import { fail, shown } from '../../private/options/errors';
import { checkText } from '../../private/options/names';
import { OptionReader, unique } from '../../private/options/option-reader';
import { checked, having, optional, text } from '../../private/options/validators';
import { ClusterArns } from '../cluster/cluster-arns';
import { checkSince, Cluster, readCluster } from '../cluster/read';
import { ParallelClusterRoleScope } from '../cluster/scope';
import { optionalSecret, readKey, Secret } from '../cluster/secrets';
import { ClusterBucket, readClusterBucket, readEfs, readS3Access, Storage } from '../cluster/storage';
import { ParallelClusterCustomBucket, ParallelClusterEfsAccess, ParallelClusterS3Access } from '../cluster/storage-props';

// What the policies of the head node are made of: its options, checked, and as ARNs.

export interface Slurm {
  readonly passableRoles: readonly string[];
  readonly subnets: readonly string[];
  readonly images: readonly string[];
  readonly keyPairs: readonly string[];
  readonly reservations: readonly string[];
  readonly reservationGroups: readonly string[];
  readonly hostedZones: readonly string[];
  readonly loginNodes: boolean;
}

export interface AwsBatch {
  readonly passableRoles: readonly string[];
}

export interface HeadNodeSecrets {
  readonly directoryPassword?: Secret;
  readonly directoryParameter?: Secret;
  readonly databasePassword?: Secret;
  readonly mungeKey?: Secret;
}

export interface HeadNode {
  readonly cluster: Cluster;
  readonly bucket: ClusterBucket;
  readonly slurm?: Slurm;
  readonly awsBatch?: AwsBatch;
  readonly secrets: HeadNodeSecrets;
  readonly storage: Storage;
}

export interface HeadNodeOptions extends ParallelClusterRoleScope {
  readonly slurm?: ParallelClusterSlurmHeadNodeOptions;
  readonly awsBatch?: ParallelClusterAwsBatchHeadNodeOptions;
  readonly generatedRolePath?: string;
  readonly secrets?: ParallelClusterHeadNodeSecrets;
  readonly customS3Bucket?: ParallelClusterCustomBucket;
  readonly s3Access?: ParallelClusterS3Access;
  readonly efs?: ParallelClusterEfsAccess;
}

const ROLE = having<iam.IRole>('roleArn', 'a role');
const SUBNET = having<ec2.ISubnet>('subnetId', 'a subnet, such as ec2.Subnet');
const KEY_PAIR = having<ec2.IKeyPair>('keyPairName', 'a key pair, such as ec2.KeyPair');
const HOSTED_ZONE = having<route53.IHostedZone>('hostedZoneArn', 'a hosted zone, such as route53.HostedZone');
const PARAMETER = having<ssm.IParameter>('parameterArn',
  'a parameter, such as ssm.StringParameter: import a name with StringParameter.fromSecureStringParameterAttributes()');
const IMAGE = text('the id of an AMI such as ami-0123456789abcdef0', /^ami-[0-9a-f]+$/);
const RESERVATION = text('the id or ARN of a capacity reservation, such as cr-0123456789abcdef0',
  /^(?:cr-[0-9a-f]+|arn:[^:]+:ec2:[^:]+:\d{12}:capacity-reservation\/cr-[0-9a-f]+)$/);
const GROUP = text('the ARN of a resource group, arn:PARTITION:resource-groups:REGION:ACCOUNT:group/NAME',
  /^arn:[^:]+:resource-groups:[^:]+:\d{12}:group\/[^*?]+$/);

/** Fails for options that can't be right. */
export function readHeadNode(scope: IConstruct, options: HeadNodeOptions): HeadNode {
  const read = OptionReader.of(scope, '', options);
  const cluster = readCluster(read, options);
  const arns = ClusterArns.of(scope, cluster.name);
  if (options.slurm === undefined && options.awsBatch === undefined) {
    fail(scope, "name a scheduler, a head node without one can do nothing: 'slurm', 'awsBatch'");
  }
  return {
    cluster,
    bucket: readClusterBucket(read, options.customS3Bucket, arns),
    slurm: read.optionalStruct('slurm', options.slurm, (reader, slurm) => ({
      ...readSlurm(reader, slurm, cluster, arns, options.secrets?.mungeKey !== undefined),
      passableRoles: passableRoles(reader, 'computeRoles', slurm.computeRoles, options, arns),
    })),
    awsBatch: read.optionalStruct('awsBatch', options.awsBatch, (reader, { jobRoles }) => ({
      passableRoles: passableRoles(reader, 'jobRoles', jobRoles, options, arns),
    })),
    secrets: read.optionalStruct('secrets', options.secrets, (reader, secrets) =>
      readSecrets(reader, secrets, cluster, options.slurm !== undefined)) ?? {},
    storage: {
      s3: read.optionalStruct('s3Access', options.s3Access, readS3Access),
      efs: readEfs(read, options.efs, cluster),
    },
  };
}

function readSlurm(
  read: OptionReader,
  options: ParallelClusterSlurmHeadNodeOptions,
  { version }: Cluster,
  arns: ClusterArns,
  hasMungeKey: boolean,
): Omit<Slurm, 'passableRoles'> {
  const { keyPair, capacityReservations, capacityReservationGroups, loginNodes } = options;
  checkSince(read, 'capacityReservations', capacityReservations, version, '3.3.0');
  checkSince(read, 'capacityReservationGroups', capacityReservationGroups, version, '3.3.0');
  checkSince(read, 'loginNodes', loginNodes, version, '3.8.0');
  optional(read.scope, read.pathOf('keyPair'), keyPair, KEY_PAIR);
  const hasLoginNodes = read.flag('loginNodes', loginNodes, false);
  if (hasLoginNodes && !hasMungeKey) {
    fail(read.scope, "'slurm.loginNodes' must come with 'secrets.mungeKey', got none: " +
      'only a munge key in a secret is changed with regard to login nodes, leave it out');
  }
  const { subnets, imageIds } = options;
  return {
    subnets: read.optionalList('subnets', subnets, SUBNET).map(({ subnetId }) => arns.subnet(subnetId)),
    images: read.optionalList('imageIds', imageIds, IMAGE).map(id => arns.image(id)),
    keyPairs: keyPair ? [arns.regional('ec2', `key-pair/${keyPair.keyPairName}`)] : [],
    reservations: read.optionalList('capacityReservations', capacityReservations, RESERVATION).map(reservation =>
      reservation.startsWith('arn:') ? reservation : arns.regional('ec2', `capacity-reservation/${reservation}`)),
    reservationGroups: read.optionalList('capacityReservationGroups', capacityReservationGroups, GROUP),
    hostedZones: readHostedZones(read, options, arns),
    loginNodes: hasLoginNodes,
  };
}

function readHostedZones(
  read: OptionReader,
  { hostedZone, useEc2Hostnames }: ParallelClusterSlurmHeadNodeOptions,
  arns: ClusterArns,
): readonly string[] {
  optional(read.scope, read.pathOf('hostedZone'), hostedZone, HOSTED_ZONE);
  if (!read.flag('useEc2Hostnames', useEc2Hostnames, false)) {
    return [hostedZone?.hostedZoneArn ?? arns.hostedZones];
  }
  if (hostedZone) {
    fail(read.scope, `'${read.pathOf('hostedZone')}' can't be set together with 'useEc2Hostnames', got ` +
      `${shown(hostedZone)}: with names of EC2 no records are written, leave one of them out`);
  }
  return [];
}

/** The named roles, and those that ParallelCluster makes where a path is given or no role named. */
function passableRoles(
  read: OptionReader,
  option: string,
  roles: readonly iam.IRole[] | undefined,
  { generatedRolePath }: HeadNodeOptions,
  arns: ClusterArns,
): readonly string[] {
  checkText(read.scope, 'generatedRolePath', generatedRolePath, /^\/(?:[!-)+->@-~]+\/)+$/,
    "a path below '/' that starts and ends with '/' and has no wildcards, such as '/parallelcluster/'");
  const path = generatedRolePath ?? (roles === undefined ? arns.rolePath : undefined);
  const roleArns = read.optionalList(option, roles, ROLE).map(({ roleArn }) => roleArn);
  return unique([...roleArns, ...(path === undefined ? [] : [arns.rolesUnder(path)])]);
}

function readSecrets(
  read: OptionReader,
  options: ParallelClusterHeadNodeSecrets,
  { version }: Cluster,
  hasSlurm: boolean,
): HeadNodeSecrets {
  const { directoryPassword, directoryPasswordParameter, databasePassword, mungeKey } = options;
  checkSince(read, 'directoryPasswordParameter', directoryPasswordParameter, version, '3.5.1');
  checkSince(read, 'databasePassword', databasePassword, version, '3.3.0');
  checkSince(read, 'mungeKey', mungeKey, version, '3.8.0');
  const secrets = {
    directoryPassword: optionalSecret(read, 'directoryPassword', directoryPassword),
    directoryParameter: readParameter(read, 'directoryPasswordParameter', directoryPasswordParameter),
    databasePassword: optionalSecret(read, 'databasePassword', databasePassword),
    mungeKey: optionalSecret(read, 'mungeKey', mungeKey),
  };
  const present = Object.entries(secrets).filter(([, secret]) => secret).map(([name]) => name);
  if (present.length === 0) {
    fail(read.scope, "'secrets' must name a secret, got none: leave it out where there is none");
  }
  if (secrets.directoryPassword && secrets.directoryParameter) {
    fail(read.scope, "'secrets.directoryPassword' can't be set together with 'secrets.directoryPasswordParameter': " +
      'a directory has one password, leave one of them out');
  }
  const ofSlurm = present.find(name => ['databasePassword', 'mungeKey'].includes(name));
  if (ofSlurm && !hasSlurm) {
    fail(read.scope, `'secrets.${ofSlurm}' must come with 'slurm', got a head node without it: only Slurm reads it, ` +
      'leave it out');
  }
  return secrets;
}

function readParameter(read: OptionReader, option: string, parameter: ssm.IParameter | undefined): Secret | undefined {
  if (parameter === undefined) {
    return undefined;
  }
  const { parameterArn } = checked(read.scope, read.pathOf(option), parameter, PARAMETER);
  // Parameters of the CDK have it, their interface does not.
  const { encryptionKey } = parameter as ssm.IParameter & { readonly encryptionKey?: kms.IKey };
  return { arn: parameterArn, keys: readKey(read, option, encryptionKey) };
}
