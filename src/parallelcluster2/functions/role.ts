import { Construct } from 'constructs';
import { lambdaPolicy } from './policy';
import { ParallelCluster2LambdaRoleProps } from './props';
import { readLambdaCluster } from './read';
import { Arns } from '../../private/options/arns';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { LAMBDA_SERVICE, lambdaTrust } from '../../private/statements/services';

/**
 * The role of the Lambda functions of an AWS ParallelCluster 2 cluster, which clean up after it and build its images:
 * set the role as `iam_lambda_role` in the configuration, which exists since version 2.10.1.
 *
 * The CLI builds the ARN of the role from its name: its path is `/`.
 *
 * @see https://docs.aws.amazon.com/parallelcluster/latest/ug/iam.html#parallelcluster-lambda-policy
 */
export class ParallelCluster2LambdaRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.ParallelCluster2LambdaRole';

  constructor(scope: Construct, id: string, props: ParallelCluster2LambdaRoleProps) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      return {
        trust: lambdaTrust(),
        features: lambdaPolicy(Arns.of(self), readLambdaCluster(read)),
        passedTo: [LAMBDA_SERVICE],
      };
    }));
  }
}
