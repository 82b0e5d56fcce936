import { Construct } from 'constructs';
import { lambdaPolicy } from './policy';
import { ParallelCluster2LambdaRoleProps } from './props';
import { readLambdaCluster } from './read';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
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
  constructor(scope: Construct, id: string, props: ParallelCluster2LambdaRoleProps) {
    super(scope, id, self => {
      const read = OptionReader.of(self, props);
      return {
        read,
        trust: lambdaTrust(),
        features: lambdaPolicy(Arns.of(self), readLambdaCluster(read)),
        passedTo: [LAMBDA_SERVICE],
      };
    });
  }
}
