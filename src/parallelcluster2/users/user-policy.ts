import { Construct } from 'constructs';
import { accessPolicy } from './create-access-policy';
import { batchPolicy } from './create-batch-policy';
import { clusterPolicy } from './create-cluster-policy';
import { computePolicy } from './create-compute-policy';
import { storagePolicy } from './create-storage-policy';
import { ParallelCluster2UserPolicyProps } from './props';
import { readUsers } from './read';
import { usePolicy } from './use-policy';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { whenPresent } from '../../private/statements/documented-statement';
import { clusterFeatures } from '../cluster/statement';

/**
 * The permissions of people and programs that call the CLI of AWS ParallelCluster 2: a managed policy for each part
 * (`Compute`, `Cluster`, `Access`, `Storage`, `Batch`, `Use`), each below the 6,144 characters that IAM allows.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#example-parallelcluser-policies
 */
export class ParallelCluster2UserPolicy extends PolicyConstruct {
  constructor(scope: Construct, id: string, props: ParallelCluster2UserPolicyProps) {
    super(scope, id, self => {
      const read = OptionReader.of(self, props);
      const { version, created, used } = readUsers(read);
      const arns = Arns.of(self);
      return {
        read,
        features: clusterFeatures(version, created?.isUnrestricted ?? false, {
          Compute: whenPresent(created, clusters => computePolicy(arns, clusters)),
          Cluster: whenPresent(created, clusters => clusterPolicy(arns, clusters)),
          Access: whenPresent(created, clusters => accessPolicy(arns, clusters)),
          Storage: whenPresent(created, clusters => storagePolicy(arns, clusters)),
          Batch: whenPresent(created, clusters => batchPolicy(arns, clusters)),
          Use: whenPresent(used, clusters => usePolicy(arns, clusters)),
        }),
        wayOut: 'list fewer clusters, roles and policies, or create several of these constructs',
      };
    });
  }
}
