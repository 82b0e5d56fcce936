import { Construct } from 'constructs';
import { checkBoundary } from './boundary-check';
import { arnsOfUsers, inRegions } from './conditions';
import { awsBatchPolicy } from './create-clusters/batch-policy';
import { clusterPolicy } from './create-clusters/cluster-policy';
import { fsxPolicy } from './create-clusters/fsx-policy';
import { clusterIamPolicy } from './create-clusters/iam-policy';
import { loginNodesPolicy } from './create-clusters/login-nodes-policy';
import { clusterServicesPolicy } from './create-clusters/services-policy';
import { iamAccessPolicy } from './iam-access-policy';
import { imageBuildPolicy, imageStoragePolicy } from './images-policy';
import { logRetrievalPolicy } from './logs-policy';
import { ParallelClusterUserPolicyProps } from './props';
import { readUserAccess, UserAccess } from './read';
import { useClustersPolicy } from './use-policy';
import { OptionReader } from '../../private/options/reader';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { byRegionalProps } from '../../private/roles/regional-props';
import { PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ofVersion } from '../../private/statements/versions';

/**
 * Grants what users of the `pcluster` command line, its API or its library need: customer-managed policies to attach to
 * users, groups and roles.
 *
 * Say what the users do: `createClusters`, `useClusters`, `imageBuild`, `logRetrieval`. Each grants all that its
 * commands need, and nothing of the others.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterUserPolicy extends PolicyConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterUserPolicy';

  constructor(scope: Construct, id: string, props: ParallelClusterUserPolicyProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const access = readUserAccess(read);
      warnOfPrivileges(read, access);
      return {
        features: userFeatures(self, access),
        wayOut: 'list fewer regions, clusters, secrets, keys, buckets, file systems and roles, or create one construct for ' +
          'each team',
      };
    }));
  }
}

function userFeatures(scope: Construct, access: UserAccess): readonly PolicyFeature[] {
  const arns = arnsOfUsers(scope);
  const { version, awsBatch, createClusters, imageBuild, logRetrieval, useClusters } = access;
  const feature = (name: string, statements: Statements): PolicyFeature =>
    ({ name, statements: inRegions(scope, ofVersion(version, statements)) });
  return [
    feature('Cluster', whenPresent(createClusters, () => clusterPolicy(arns))),
    feature('ClusterServices', whenPresent(createClusters, clusters => clusterServicesPolicy(arns, access, clusters))),
    feature('ClusterIam', whenPresent(createClusters, () => clusterIamPolicy(arns, access))),
    feature('IamAccess', iamAccessPolicy(arns, access)),
    feature('AwsBatch', whenPresent(createClusters && awsBatch, () => awsBatchPolicy(arns, access))),
    feature('Features', [
      ...whenPresent(createClusters?.loginNodes, () => loginNodesPolicy(arns)),
      ...whenPresent(createClusters, fsx => fsxPolicy(arns, fsx)),
      ...whenPresent(imageBuild && createClusters === undefined, () => imageStoragePolicy(arns, access)),
    ]),
    feature('ImageBuild', whenPresent(imageBuild, () => imageBuildPolicy(arns, access))),
    feature('LogRetrieval', whenPresent(logRetrieval, locations =>
      logRetrievalPolicy(arns, locations, createClusters !== undefined))),
    feature('UseClusters', whenPresent(useClusters, used => useClustersPolicy(arns, used, access))),
  ];
}

type Reader = OptionReader<ParallelClusterUserPolicyProps>;

function warnOfPrivileges(read: Reader, { iam }: UserAccess): void {
  if (iam.mode === 'bounded') {
    checkBoundary(read.scope, iam.boundary.object, iam.boundary.arn);
  }
  if (iam.mode === 'privileged') {
    read.warn(
      'privilegedIamAccess',
      "'iamAccess' is privileged: anyone with these policies can create a role with any permissions and use it, which is " +
        'equivalent to an administrator. ParallelClusterIamAccess.withinBoundary() limits such roles by a policy, such as ' +
        'ParallelClusterPermissionsBoundary; with restricted() users create no roles',
    );
  }
}
