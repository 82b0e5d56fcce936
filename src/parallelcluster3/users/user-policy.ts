import { Construct } from 'constructs';
import { awsBatchPolicy } from './batch-policy';
import { clusterPolicy, STACKS_OF_CLUSTERS } from './cluster-policy';
import { arnsOfUsers, inRegions } from './conditions';
import { fsxForLustrePolicy } from './fsx-policy';
import { iamAccessPolicy } from './iam-access-policy';
import { clusterIamPolicy } from './iam-policy';
import { imageBuildPolicy } from './images-policy';
import { loginNodesPolicy } from './login-nodes-policy';
import { logRetrievalPolicy } from './logs-policy';
import { ParallelClusterUserPolicyProps } from './props';
import { readUserAccess, UserAccess } from './read';
import { clusterServicesPolicy } from './services-policy';
import { OptionReader } from '../../private/options/reader';
import { PolicyConstruct } from '../../private/roles/policy-construct';
import { byRegionalProps } from '../../private/roles/regional-props';
import { PolicyFeature, Statements, whenPresent } from '../../private/statements/documented-statement';
import { isBefore, ofVersion } from '../../private/statements/versions';

/**
 * Grants what users of the `pcluster` command line, its API or its library need: customer-managed policies to attach to
 * users, groups and roles.
 *
 * The policies `Cluster`, `ClusterServices` and `ClusterIam` grant creating, updating and deleting clusters with Slurm;
 * each feature has its own policy.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterUserPolicy extends PolicyConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterUserPolicy';

  constructor(scope: Construct, id: string, props: ParallelClusterUserPolicyProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const access = readUserAccess(read);
      warnOfPrivileges(read, access);
      warnOfStacks(read, access);
      return {
        features: userFeatures(self, access),
        wayOut: 'list fewer secrets, keys, buckets, file systems and roles, or create one construct for each team',
      };
    }));
  }
}

function userFeatures(scope: Construct, access: UserAccess): readonly PolicyFeature[] {
  const arns = arnsOfUsers(scope);
  const { version, awsBatch, fsxForLustre, imageBuild, loginNodes, logRetrieval } = access;
  const feature = (name: string, statements: Statements): PolicyFeature =>
    ({ name, statements: inRegions(scope, ofVersion(version, statements)) });
  return [
    feature('Cluster', clusterPolicy(arns)),
    feature('ClusterServices', clusterServicesPolicy(arns, access)),
    feature('ClusterIam', clusterIamPolicy(arns, access)),
    feature('IamAccess', iamAccessPolicy(arns, access)),
    feature('AwsBatch', whenPresent(awsBatch, () => awsBatchPolicy(arns, access))),
    feature('FsxForLustre', whenPresent(fsxForLustre, options => fsxForLustrePolicy(arns, options))),
    feature('ImageBuild', whenPresent(imageBuild, () => imageBuildPolicy(arns, access))),
    feature('LoginNodes', whenPresent(loginNodes, () => loginNodesPolicy(arns))),
    feature('LogRetrieval', whenPresent(logRetrieval, locations => logRetrievalPolicy(arns, locations))),
  ];
}

type Reader = OptionReader<ParallelClusterUserPolicyProps>;

/** Boundaries that allow a role to extend its own permissions. */
const NO_BOUNDARY = /:iam::aws:policy\/(?:AdministratorAccess|IAMFullAccess)$/;

function warnOfPrivileges(read: Reader, { iam }: UserAccess): void {
  if (iam.mode === 'privileged' || (iam.mode === 'bounded' && NO_BOUNDARY.test(iam.boundary))) {
    read.warn(
      'privilegedIamAccess',
      "'iamAccess' is privileged: anyone with these policies can create a role with any permissions and use it, which is " +
        'equivalent to an administrator. ParallelClusterIamAccess.withinBoundary() limits such roles by a policy, such as ' +
        'ParallelClusterPermissionsBoundary; with restricted() users create no roles',
    );
  }
}

/** Other stacks run with their service role; that of CDK stacks is an administrator. */
function warnOfStacks(read: Reader, { version }: UserAccess): void {
  if (isBefore(version, STACKS_OF_CLUSTERS)) {
    read.warn(
      'unrestrictedStacks',
      `with 'version' ${version} users can update every stack, with the permissions of its service role, which is ` +
        `equivalent to an administrator: from ${STACKS_OF_CLUSTERS} on they can update stacks of clusters only`,
    );
  }
}
