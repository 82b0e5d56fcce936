import { Construct } from 'constructs';
import { accessPolicy } from './create-access-policy';
import { batchPolicy } from './create-batch-policy';
import { clusterPolicy } from './create-cluster-policy';
import { computePolicy } from './create-compute-policy';
import { filesPolicy } from './create-files-policy';
import { storagePolicy } from './create-storage-policy';
import { ParallelCluster2UserPolicyProps } from './props';
import { readUsers } from './read';
import { usePolicy } from './use-policy';
import { Arns } from '../../private/options/arns';
import { byProps } from '../../private/options/injection';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { whenPresent } from '../../private/statements/documented-statement';
import { clusterFeatures } from '../cluster/statement';

/**
 * The permissions of people and programs that call the CLI of AWS ParallelCluster 2: a managed policy for each part
 * (`Compute`, `Cluster`, `Access`, `Storage`, `Files`, `Batch`, `Use`), each below the 6,144 characters that IAM
 * allows.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#example-parallelcluser-policies
 */
export class ParallelCluster2UserPolicy extends PolicyConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelCluster2UserPolicy';

  constructor(scope: Construct, id: string, props: ParallelCluster2UserPolicyProps) {
    super(scope, id, byProps(props, (read, self) => {
      const { version, created, used } = readUsers(read);
      const arns = Arns.of(self);
      return {
        features: clusterFeatures(version, created?.isUnrestricted ?? false, {
          Compute: whenPresent(created, clusters => computePolicy(arns, clusters)),
          Cluster: whenPresent(created, clusters => clusterPolicy(arns, clusters)),
          Access: whenPresent(created, clusters => accessPolicy(arns, clusters)),
          Storage: whenPresent(created, clusters => storagePolicy(arns, clusters)),
          Files: whenPresent(created, filesPolicy),
          Batch: whenPresent(created, clusters => batchPolicy(arns, clusters)),
          Use: whenPresent(used, usePolicy),
        }),
        wayOut: 'list fewer clusters, roles and policies, or create several of these constructs',
      };
    }));
  }
}
