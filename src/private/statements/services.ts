import * as iam from 'aws-cdk-lib/aws-iam';

/** The values of `iam:PassedToService`: EC2 has another name in China. */
export const EC2_SERVICES = ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] as const;
export const EKS_SERVICE = 'eks.amazonaws.com';
/** EKS Pod Identity, which assumes the roles of service accounts in every partition. */
export const POD_SERVICE = 'pods.eks.amazonaws.com';
export const CODEBUILD_SERVICE = 'codebuild.amazonaws.com';
export const LAMBDA_SERVICE = 'lambda.amazonaws.com';

export function ec2Trust(): iam.ServicePrincipal {
  return new iam.ServicePrincipal(EC2_SERVICES[0]);
}

export function lambdaTrust(): iam.ServicePrincipal {
  return new iam.ServicePrincipal(LAMBDA_SERVICE);
}
