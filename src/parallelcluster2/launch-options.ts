import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Arns } from '../private/arns';
import { OptionReader } from '../private/option-reader';
import { checked, having, Kind, STRING } from '../private/options';

/** What the head node launches compute instances from. */
export interface ParallelCluster2LaunchOptions {
  /**
   * The subnets of the compute instances (`compute_subnet_id`), in this account. Must not be empty.
   *
   * @default - any subnet of the region and account
   */
  readonly subnets?: ec2.ISubnet[];

  /**
   * The ids of the machine images (`custom_ami`, or those of the CLI for the region): `ami-` and 8 or 17 digits. Must
   * not be empty.
   *
   * @default - any image of the region
   */
  readonly imageIds?: string[];

  /**
   * The key pair of the instances (`key_name`).
   *
   * @default - any key pair of the region and account
   */
  readonly keyPair?: ec2.IKeyPair;
}

const SUBNET = having<ec2.ISubnet>('subnetId', 'a subnet such as ec2.Subnet');
const KEY_PAIR = having<ec2.IKeyPair>('keyPairName', 'a key pair such as ec2.KeyPair');
const IMAGE_ID: Kind<string> = {
  what: 'the id of a machine image such as ami-0123456789abcdef0',
  is: (id): id is string => STRING.is(id) && (Token.isUnresolved(id) || /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(id)),
};

/** The ARNs that launching an instance asks for, and that a cluster decides about. */
export function launchSources(read: OptionReader, options: ParallelCluster2LaunchOptions): readonly string[] {
  const { subnets, imageIds, keyPair } = options;
  const name = keyPair && checked(read.scope, read.pathOf('keyPair'), keyPair, KEY_PAIR).keyPairName;
  return launchArns(
    Arns.of(read.scope),
    read.optionalList('subnets', subnets, SUBNET).map(({ subnetId }) => subnetId),
    read.optionalList('imageIds', imageIds, IMAGE_ID),
    name === undefined ? [] : [name],
  );
}

export function launchArns(
  arns: Arns, subnets: readonly string[] = [], images: readonly string[] = [], keyPairs: readonly string[] = [],
): readonly string[] {
  const orAny = (names: readonly string[]) => (names.length > 0 ? names : ['*']);
  return [
    ...orAny(subnets).map(subnet => arns.regional('ec2', `subnet/${subnet}`)),
    ...orAny(images).map(image => arns.image(image)),
    ...orAny(keyPairs).map(keyPair => arns.regional('ec2', `key-pair/${keyPair}`)),
  ];
}
