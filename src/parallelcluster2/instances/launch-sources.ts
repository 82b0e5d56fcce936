import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ParallelCluster2LaunchOptions } from './launch-options';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/option-reader';
import { checked, having, text } from '../../private/options/validators';

const SUBNET = having<ec2.ISubnet>('subnetId', 'a subnet such as ec2.Subnet');
const KEY_PAIR = having<ec2.IKeyPair>('keyPairName', 'a key pair such as ec2.KeyPair');
const IMAGE_ID = text('the id of a machine image such as ami-0123456789abcdef0', /^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$/);

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
    // A subnet may be shared by another account, whose number its ARN has.
    ...orAny(subnets).map(subnet => arns.ofAnyOwner('ec2', `subnet/${subnet}`)),
    ...orAny(images).map(image => arns.image(image)),
    ...orAny(keyPairs).map(keyPair => arns.regional('ec2', `key-pair/${keyPair}`)),
  ];
}
