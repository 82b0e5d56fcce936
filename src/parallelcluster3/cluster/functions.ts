import * as iam from 'aws-cdk-lib/aws-iam';
import { AwsPolicy } from './read';

/** Who takes the role of a function from `iam:PassRole`. */
export const LAMBDA = 'lambda.amazonaws.com';

export function lambdaTrust(): iam.ServicePrincipal {
  return new iam.ServicePrincipal(LAMBDA);
}

/** The policy of functions in a VPC: their network interfaces, and logs. */
export function vpcPolicy(value: boolean | undefined): AwsPolicy {
  return { option: 'vpc', value, byDefault: false, name: 'service-role/AWSLambdaVPCAccessExecutionRole' };
}
