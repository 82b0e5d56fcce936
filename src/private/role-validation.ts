import { Duration, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { fail, shown } from './errors';
import { PlatformRoleProps } from '../common/platform-role-props';

const NAME_CHARACTERS = 'letters, digits and _+=,.@-';
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const INSTANCE_PROFILE_NAME = /^[\w+=,.@-]{1,128}$/;
const PATH = /^\/(?:[!-~]+\/)?$/;
const DESCRIPTION = /^[\t\n\r -~\u00a1-\u00ff]{0,1000}$/;

/** Fails for what IAM would refuse only when the stack is deployed. */
export function validateRoleProps(scope: Construct, props: PlatformRoleProps): void {
  check(scope, 'roleName', props.roleName, ROLE_NAME, `1 to 64 characters of ${NAME_CHARACTERS}`);
  check(scope, 'path', props.path, PATH, "'/', or start and end with '/'");
  if ((props.path?.length ?? 0) > 512 && !Token.isUnresolved(props.path)) {
    fail(scope, `'path' must hold at most 512 characters, got ${props.path!.length}`);
  }
  check(scope, 'description', props.description, DESCRIPTION, 'at most 1,000 characters of Latin-1');
  validateSession(scope, props.maxSessionDuration);
  validateTags(scope, props.tags ?? {});
}

export function validateInstanceProfileName(scope: Construct, name: string | undefined): void {
  check(scope, 'instanceProfileName', name, INSTANCE_PROFILE_NAME, `1 to 128 characters of ${NAME_CHARACTERS}`);
}

function validateSession(scope: Construct, duration: Duration | undefined): void {
  if (!duration) {
    return;
  }
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
  if (value !== undefined && !Token.isUnresolved(value) && !pattern.test(value)) {
    fail(scope, `'${property}' must be ${rule}, got ${shown(value)}`);
  }
}
