import { Construct } from 'constructs';
import { lambdaFunctionsPolicy } from './policy';
import { ParallelClusterLambdaFunctionsRoleProps } from './props';
import { readLambdaFunctions } from './read';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { LAMBDA_SERVICE, lambdaTrust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';
import { clusterArns, DEFAULT_PATH } from '../cluster/cluster-arns';
import { VPC_POLICY } from '../cluster/read';

/**
 * The role of the functions that ParallelCluster creates with a cluster: `Iam` / `Roles` / `LambdaFunctionsRole`.
 *
 * It grants their logs, and deleting what belongs to a deleted cluster: its artifacts, with Slurm its instances and DNS
 * records, with AWS Batch its container images.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterLambdaFunctionsRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterLambdaFunctionsRole';

  constructor(scope: Construct, id: string, props: ParallelClusterLambdaFunctionsRoleProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const functions = readLambdaFunctions(read);
      const { version, name } = functions.cluster;
      return {
        trust: lambdaTrust(),
        features: featuresOf(version, lambdaFunctionsPolicy(clusterArns(self, name), functions)),
        awsPolicies: readAwsPolicies(read, [VPC_POLICY]),
        defaultPath: DEFAULT_PATH,
        passedTo: [LAMBDA_SERVICE],
      };
    }));
  }
}
