import * as ec2 from 'aws-cdk-lib/aws-ec2';

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
