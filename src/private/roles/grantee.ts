import * as iam from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { fail, format } from '../options/errors';

/** Fails unless permissions can be granted to the value. */
export function checkGrantee(scope: IConstruct, method: string, grantee: iam.IGrantable): void {
  if (typeof grantee !== 'object' || grantee === null || !('grantPrincipal' in grantee)) {
    fail(scope, `${method} takes a role, user or group, got ${format(grantee)}: import an L1, such as ` +
      'iam.Role.fromRoleName(scope, id, cfnRole.ref)');
  }
}
