import { Duration, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fail, shown } from './errors';
import { checked, checkedList, having, Kind, OPTIONS, STRING } from './options';
import { PlatformRoleProps } from '../common/platform-role-props';
import { PolicyPlacement } from '../common/policy-placement';

const NAME_CHARACTERS = 'letters, digits and _+=,.@-';
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const INSTANCE_PROFILE_NAME = /^[\w+=,.@-]{1,128}$/;
const PATH = /^\/(?:[!-~]+\/)?$/;
const DESCRIPTION = /^[\t\n\r -~\u00a1-\u00ff]{0,1000}$/;

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
  check(scope, 'roleName', props.roleName, ROLE_NAME, `1 to 64 characters of ${NAME_CHARACTERS}`);
  check(scope, 'path', props.path, PATH, "'/', or start and end with '/'");
  if ((props.path?.length ?? 0) > 512 && !Token.isUnresolved(props.path)) {
    fail(scope, `'path' must hold at most 512 characters, got ${props.path!.length}`);
  }
  check(scope, 'description', props.description, DESCRIPTION, 'at most 1,000 characters of Latin-1');
  validateSession(scope, props.maxSessionDuration);
  validateTags(scope, props.tags ?? {});
}

function validateKinds(scope: Construct, props: PlatformRoleProps): void {
  optional(scope, 'permissionsBoundary', props.permissionsBoundary, MANAGED_POLICY);
  optional(scope, 'existingRole', props.existingRole, having<iam.IRole>('roleArn', 'a role, such as iam.Role'));
  optional(scope, 'policyPlacement', props.policyPlacement, PLACEMENT);
  optional(scope, 'tags', props.tags, OPTIONS);
  checkedList(scope, 'additionalManagedPolicies', props.additionalManagedPolicies ?? [], MANAGED_POLICY);
  checkedList(scope, 'additionalStatements', props.additionalStatements ?? [], STATEMENT);
  checkedList(scope, 'additionalPrincipals', props.additionalPrincipals ?? [], PRINCIPAL);
}

function optional<T>(scope: Construct, property: string, value: T | undefined, kind: Kind<T>): void {
  if (value !== undefined) {
    checked(scope, property, value, kind);
  }
}

export function validateInstanceProfileName(scope: Construct, name: string | undefined): void {
  check(scope, 'instanceProfileName', name, INSTANCE_PROFILE_NAME, `1 to 128 characters of ${NAME_CHARACTERS}`);
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
  const reserved = keys.find(key => key.toLowerCase().startsWith('aws:'));
  if (reserved !== undefined) {
    fail(scope, `'tags' has the key '${reserved}': keys that start with 'aws:' are AWS's own, choose another`);
  }
}

function check(scope: Construct, property: string, value: string | undefined, pattern: RegExp, rule: string): void {
  if (value !== undefined && !Token.isUnresolved(value) && !(STRING.is(value) && pattern.test(value))) {
    fail(scope, `'${property}' must be ${rule}, got ${shown(value)}`);
  }
}
