import { globContains } from './globs';
import { literalsOf, TOKEN } from '../options/literals';

// Whether a policy is a limit: a role that may change identities, pass all roles or assume them all gets permissions
// that the policy does not have.

/** With these, a role gives permissions to itself or to another identity, by the type of what it changes. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'group': ['AddUserToGroup', 'AttachGroupPolicy', 'PutGroupPolicy'],
  'oidc-provider': ['AddClientIDToOpenIDConnectProvider', 'UpdateOpenIDConnectProviderThumbprint'],
  'policy': ['CreatePolicyVersion', 'SetDefaultPolicyVersion'],
  'role': [
    'AttachRolePolicy', 'CreateRole', 'DeleteRolePermissionsBoundary', 'PutRolePermissionsBoundary', 'PutRolePolicy',
    'UpdateAssumeRolePolicy',
  ],
  'saml-provider': ['UpdateSAMLProvider'],
  'user': [
    'AttachUserPolicy', 'CreateAccessKey', 'CreateLoginProfile', 'CreateServiceSpecificCredential',
    'DeleteUserPermissionsBoundary', 'EnableMFADevice', 'PutUserPermissionsBoundary', 'PutUserPolicy',
    'ResetServiceSpecificCredential', 'UpdateLoginProfile',
  ],
};

interface Probe {
  readonly action: string;
  readonly type: string;
}

const PROBES: readonly Probe[] = [
  ...Object.entries(CHANGES).flatMap(([type, actions]) => actions.map(action => ({ action: `iam:${action}`, type }))),
  { action: 'iam:PassRole', type: 'role' },
  { action: 'sts:AssumeRole', type: 'role' },
];

/** Condition keys that limit which identity is changed, passed or assumed, and what it may get. */
const LIMITS = /^(?:iam:(?:AssociatedResourceArn|PermissionsBoundary|PolicyARN)|(?:aws|iam):ResourceTag\/.+|aws:ResourceAccount)$/i;

interface StatementJson {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** The actions with which a role leaves the limits of the document, sorted. */
export function escapesFrom(document: unknown): readonly string[] {
  const { Statement } = (document ?? {}) as { readonly Statement?: unknown };
  const statements = listOf(Statement) as readonly StatementJson[];
  const allows = statements.filter(({ Effect, Condition }) =>
    Effect !== 'Deny' && !keysOf(Condition).some(key => LIMITS.test(key)));
  const denies = statements.filter(({ Effect, Condition }) => Effect === 'Deny' && keysOf(Condition).length === 0);
  return PROBES.filter(probe => allows.some(statement => isOnAll(statement, probe))
    && !denies.some(statement => isOnAll(statement, probe))).map(({ action }) => action).sort();
}

/** Whether the statement is on the action and on every resource of the type. */
function isOnAll({ Action, NotAction, Resource, NotResource }: StatementJson, { action, type }: Probe): boolean {
  const matches = (patterns: unknown) => listOf(patterns).some(pattern => matchesAction(String(pattern), action));
  const hasAction = NotAction === undefined ? matches(Action) : !matches(NotAction);
  return hasAction && (NotResource === undefined
    ? listOf(Resource).some(resource => isEvery(String(resource), type))
    : !listOf(NotResource).some(resource => isEvery(String(resource), type)));
}

function matchesAction(pattern: string, action: string): boolean {
  const [one, other] = [pattern.toLowerCase(), action.toLowerCase()];
  return /[*?]/.test(one) ? globContains(one, other) : one === other;
}

/** Partition, service, region and account of ARNs of IAM: the account and the partition may be tokens. */
const OF_IAM = /^arn:[^:]*:(?:iam|\*):[^:]*:[^:]*:/;

/** Whether the pattern matches each identity of the type, also one whose name it can't know. */
function isEvery(resource: string, type: string): boolean {
  const pattern = literalsOf(resource);
  const named = pattern.replace(OF_IAM, '');
  return named === pattern
    ? globContains(pattern.replace(TOKEN, '*'), `arn:-:iam::1:${type}/unknown`) && /[*]/.test(pattern)
    : globContains(named, `${type}/unknown`);
}

function keysOf(conditions: unknown): readonly string[] {
  return Object.values((conditions ?? {}) as Record<string, object>).flatMap(keys => Object.keys(keys));
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}
