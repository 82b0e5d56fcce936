import * as eks from 'aws-cdk-lib/aws-eks';
import * as iam from 'aws-cdk-lib/aws-iam';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { HopsworksVeleroStorageOptions } from '../cluster/velero-props';

/**
 * The Kubernetes service account that has a role. Set `oidcProvider` or `podIdentityCluster`: both are possible while
 * you change from one to the other.
 */
export interface HopsworksServiceAccountOptions {
  /** The namespace of the service account, such as `hopsworks`. It can't have wildcards. */
  readonly kubernetesNamespace: string;

  /** The name of the service account. It can't have wildcards. */
  readonly name: string;

  /**
   * The IAM OpenID Connect provider of the cluster: the service account assumes the role by its token (IAM roles for
   * service accounts). Annotate the service account with the ARN of the role, as `eks.amazonaws.com/role-arn`. The
   * provider must be in the account of the stack. If the app creates it with an issuer that is known only at
   * deployment, a custom resource of the CDK writes the trust policy.
   *
   * @default - the service account can't assume the role by its token
   */
  readonly oidcProvider?: iam.IOIDCProviderRef;

  /**
   * The cluster, in the account of the stack: the service account assumes the role by EKS Pod Identity. Also create an
   * association of the service account and the role, without `disableSessionTags`: the trust policy has conditions on
   * the session tags.
   *
   * @default - the service account can't assume the role by EKS Pod Identity
   */
  readonly podIdentityCluster?: eks.IClusterRef;
}

/** Properties of `HopsworksEksServiceAccountRole`. */
export interface HopsworksEksServiceAccountRoleProps extends PlatformRoleProps {
  /**
   * The service account that assumes the role. Required unless `existingRole` is set, whose trust policy stays as it
   * is.
   *
   * @default - the service accounts that the `existingRole` trusts
   */
  readonly serviceAccount?: HopsworksServiceAccountOptions;

  /**
   * Roles that projects of Hopsworks use (role chaining): grants `sts:AssumeRole` on them, and, unless the service
   * account only has an `oidcProvider`, `sts:TagSession` for the tags of EKS Pod Identity, which sessions pass on. Give
   * the service account to the pods of the Hopsworks instance only: anyone who can run code in a pod with it can assume
   * all of them. This role is added to the trust policies of roles in the same stack, and of roles in other stacks of
   * the app if it has a `roleName`; a warning lists the other roles. Each element is one role, without wildcards. Must
   * not be empty. The permission is in a separate policy.
   *
   * @default - the service account assumes no roles
   */
  readonly assumableRoles?: iam.IRoleRef[];

  /**
   * Backups of Kubernetes objects by Velero: reads, writes and deletes the objects below a prefix of a bucket, and
   * lists the whole bucket. Volume snapshots are not granted, since the vendor's guide turns them off.
   *
   * @default - the service account can't use a bucket
   */
  readonly velero?: HopsworksVeleroStorageOptions;
}
