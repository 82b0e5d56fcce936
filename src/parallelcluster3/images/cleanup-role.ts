import { Construct } from 'constructs';
import { imageCleanupPolicy } from './cleanup-policy';
import { ParallelClusterImageCleanupRoleProps } from './cleanup-props';
import { Arns } from '../../private/options/arns';
import { hasRegions } from '../../private/options/regions';
import { readAwsPolicies } from '../../private/roles/aws-policies';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { LAMBDA_SERVICE, lambdaTrust } from '../../private/statements/services';
import { featuresOf } from '../../private/statements/versions';
import { DEFAULT_PATH } from '../cluster/cluster-arns';
import { checkSince, readVersion, VPC_POLICY } from '../cluster/read';

/**
 * The role of the function that cleans up after the build of a custom image: `Build` / `Iam` / `CleanupLambdaRole`.
 *
 * It grants deleting what the build created: roles and instance profiles by their name under `/parallelcluster/`, the
 * resources of EC2 Image Builder, the stack, its function, log group and topic; and tagging the AMI.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html
 */
export class ParallelClusterImageCleanupRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelClusterImageCleanupRole';

  constructor(scope: Construct, id: string, props: ParallelClusterImageCleanupRoleProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const version = readVersion(read);
      const allRegions = read.flag('allRegions', false);
      if (allRegions && hasRegions(self)) {
        read.fail("'allRegions' cannot be combined with 'regions', since it grants all of them: remove one of them");
      }
      const arns = Arns.of(self, allRegions ? '*' : undefined);
      checkSince(read, 'vpc', '3.4.0', version);
      return {
        trust: lambdaTrust(),
        features: featuresOf(version, imageCleanupPolicy(arns)),
        awsPolicies: readAwsPolicies(read, [
          { option: 'basicExecution', byDefault: true, policies: ['service-role/AWSLambdaBasicExecutionRole'] },
          VPC_POLICY,
        ]),
        defaultPath: DEFAULT_PATH,
        passedTo: [LAMBDA_SERVICE],
      };
    }));
  }
}
