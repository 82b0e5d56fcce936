import { Duration, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformRoleProps } from '../../common/platform-role-props';
import { PolicyPlacement } from '../../common/policy-placement';
import { fail, shown } from '../options/errors';
import { checkName, checkPath, checkText } from '../options/names';
import { checked, having, Kind, optional, optionalList, OPTIONS } from '../options/validators';

const TAG_CHARACTERS = 'letters, digits, spaces and _.:/=+-@';
const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const TAG_VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;
const DESCRIPTION = /^[\t\n\r -~\u00a1-\u00ff]{0,1000}$/;

export const EXISTING_ROLE = having<iam.IRole>('roleArn', 'a role, such as iam.Role');

const MANAGED_POLICY = having<iam.IManagedPolicy>('managedPolicyArn', 'a managed policy');
const STATEMENT = having<iam.PolicyStatement>('toStatementJson', 'an iam.PolicyStatement');
const PRINCIPAL = having<iam.IPrincipal>('policyFragment', 'a principal');
const PLACEMENT: Kind<PolicyPlacement> = {
  what: 'a PolicyPlacement',
  is: (value): value is PolicyPlacement => Object.values<unknown>(PolicyPlacement).includes(value),
};

/** Fails for what IAM would refuse only when the stack is deployed. */
export function validateRoleProps(scope: Construct, props: PlatformRoleProps): void {
  validateKinds(scope, props);
  checkName(scope, 'roleName', props.roleName, 64);
  checkPath(scope, 'path', props.path);
  checkText(scope, 'description', props.description, DESCRIPTION, 'at most 1,000 characters of Latin-1');
  validateSession(scope, props.maxSessionDuration);
  validateTags(scope, props.tags ?? {});
}

function validateKinds(scope: Construct, props: PlatformRoleProps): void {
  optional(scope, 'existingRole', props.existingRole, EXISTING_ROLE);
  optional(scope, 'permissionsBoundary', props.permissionsBoundary, MANAGED_POLICY);
  optional(scope, 'policyPlacement', props.policyPlacement, PLACEMENT);
  optional(scope, 'tags', props.tags, OPTIONS);
  optionalList(scope, 'additionalManagedPolicies', props.additionalManagedPolicies, MANAGED_POLICY);
  optionalList(scope, 'additionalStatements', props.additionalStatements, STATEMENT);
  optionalList(scope, 'additionalPrincipals', props.additionalPrincipals, PRINCIPAL);
}

export function validateInstanceProfileName(scope: Construct, name: string | undefined): void {
  checkName(scope, 'instanceProfileName', name, 128);
}

function validateSession(scope: Construct, duration: Duration | undefined): void {
  if (!duration) {
    return;
  }
  checked(scope, 'maxSessionDuration', duration, having<Duration>('toHours', 'a Duration'));
  if (duration.isUnresolved()) {
    fail(scope, "'maxSessionDuration' must be 1 to 12 hours, got a token, which IAM roles of the CDK don't take");
  }
  const hours = duration.toHours({ integral: false });
  if (hours < 1 || hours > 12) {
    fail(scope, `'maxSessionDuration' must be 1 to 12 hours, got ${duration.toHumanString()}`);
  }
}

function validateTags(scope: Construct, tags: { [key: string]: string }): void {
  const keys = Object.keys(tags);
  if (keys.length > 50) {
    fail(scope, `'tags' must hold at most 50 tags, got ${keys.length}`);
  }
  const misspelt = keys.find(key => !Token.isUnresolved(key) && !TAG_KEY.test(key));
  if (misspelt !== undefined) {
    fail(scope, `'tags' has the key ${shown(misspelt)}: keys hold 1 to 128 ${TAG_CHARACTERS}`);
  }
  Object.entries(tags).forEach(([key, value]) => checkText(scope, `tags.${key}`, value, TAG_VALUE, `at most 256 ${TAG_CHARACTERS}`));
  const reserved = keys.find(key => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    fail(scope, `'tags' has the key '${reserved}': keys that start with 'aws:' are AWS's own, choose another`);
  }
}
