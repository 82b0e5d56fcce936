import * as kms from 'aws-cdk-lib/aws-kms';
import { PlatformRoleProps } from '../../common/platform-role-props';

/** Properties of `SageMakerHyperPodKarpenterRole`. */
export interface SageMakerHyperPodKarpenterRoleProps extends PlatformRoleProps {
  /**
   * The keys of the volumes of the nodes (`VolumeKmsKeyId`): `kms:CreateGrant`, for AWS services only and without the
   * operations of data keys in plain text, and `kms:DescribeKey`, both only for requests that SageMaker makes. Must not
   * be empty.
   *
   * @default - the volumes are not encrypted with customer managed keys
   */
  readonly volumeKeys?: kms.IKeyRef[];

  /**
   * Whether HyperPod may assume the role on behalf of this account only (`aws:SourceAccount` in the trust policy). AWS
   * does not document that HyperPod sends the account: if it fails to assume the role, set this to `false`.
   *
   * @default true
   */
  readonly sourceAccountCondition?: boolean;
}
