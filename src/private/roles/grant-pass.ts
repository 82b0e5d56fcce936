import * as iam from 'aws-cdk-lib/aws-iam';

/** Lets somebody hand the role to the services, and to nobody else. */
export function grantPass(role: iam.IRole, grantee: iam.IGrantable, ...services: string[]): iam.Grant {
  return iam.Grant.addToPrincipal({
    grantee,
    actions: ['iam:PassRole'],
    resourceArns: [role.roleArn],
    conditions: { StringEquals: { 'iam:PassedToService': services.length === 1 ? services[0] : services } },
  });
}
