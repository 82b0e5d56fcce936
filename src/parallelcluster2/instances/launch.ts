import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Arns } from '../../private/options/arns';
import { IMAGE_ID } from '../../private/options/names';
import { OptionReader } from '../../private/options/reader';
import { KEY_PAIR, SUBNET } from '../../private/options/things/things';
import { unique } from '../../private/options/unique';

/** The resources that the head node launches compute instances from. */
export interface ParallelCluster2LaunchOptions {
  /**
   * The subnets of the compute instances (`compute_subnet_id`), in this account or shared with it. Must not be empty.
   *
   * @default - any subnet of the region
   */
  readonly subnets?: ec2.ISubnetRef[];

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
  readonly keyPair?: ec2.IKeyPairRef;
}

/** The ARNs of the subnets, images and key pairs. */
export function readLaunch(read: OptionReader<ParallelCluster2LaunchOptions>): readonly string[] {
  const arns = Arns.of(read.scope);
  const orAny = (named: readonly string[], any: string) => (named.length > 0 ? named : [any]);
  return [
    ...orAny(read.arns('subnets', SUBNET), arns.ofAnyOwner('ec2', 'subnet/*')),
    ...orAny(unique(read.list('imageIds', IMAGE_ID)).map(id => arns.image(id)), arns.image('*')),
    read.thing('keyPair', KEY_PAIR)?.arn ?? arns.regional('ec2', 'key-pair/*'),
  ];
}
