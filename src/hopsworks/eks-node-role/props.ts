import { ImageSource } from '../../common/image-source';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { HopsworksStorageProps } from '../cluster/storage-props';
import { HopsworksVeleroOptions } from '../cluster/velero-props';

/** Properties of `HopsworksEksNodeRole`. */
export interface HopsworksEksNodeRoleProps extends PlatformRoleProps, HopsworksStorageProps {
  /**
   * The repository of the images of projects, `NAMESPACE/hopsworks-base` with the `namespace` of
   * `managedDockerRegistery` in the Helm values, and other repositories that Hopsworks pushes to: pushes, pulls, lists,
   * tags and deletes images, and reads and changes the lifecycle policy. Must not be empty. Hopsworks does not create
   * these repositories.
   */
  readonly projectImages: ImageSource[];

  /**
   * Backups of Kubernetes objects in the same bucket, by a Velero that has no role of its own: lists the parts of
   * uploads and tags objects below its prefix, in addition to what nodes may do with all objects. To give Velero a role
   * of its own, use `HopsworksEksServiceAccountRole`.
   *
   * @default - no permissions that only Velero needs
   */
  readonly velero?: HopsworksVeleroOptions;

  /**
   * Whether to attach the AWS managed policies that nodes need: `AmazonEKSWorkerNodePolicy`, `AmazonEKS_CNI_Policy` and
   * `AmazonEC2ContainerRegistryReadOnly`, which also allows logging in to registries. Set it to `false` for an
   * `existingRole` that has them, or to attach others if the CNI has its own role. A warning says if a new role is left
   * without permission to log in to registries.
   *
   * @default true
   */
  readonly awsManagedPolicies?: boolean;
}
