import { globContains } from './globs';
import { literalsOf } from '../options/literals';

// Whether a policy is a limit: a role that may change roles, pass them all or assume them all gets permissions that the
// policy does not have.

/** With these, a role gives permissions to itself or to another identity, by the type of what it changes. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  group: ['AddUserToGroup', 'AttachGroupPolicy', 'PutGroupPolicy'],
  policy: ['CreatePolicyVersion', 'SetDefaultPolicyVersion'],
  role: [
    'AttachRolePolicy', 'CreateRole', 'DeleteRolePermissionsBoundary', 'PutRolePermissionsBoundary', 'PutRolePolicy',
    'UpdateAssumeRolePolicy',
  ],
  user: [
    'AttachUserPolicy', 'CreateAccessKey', 'CreateLoginProfile', 'DeleteUserPermissionsBoundary',
    'PutUserPermissionsBoundary', 'PutUserPolicy', 'UpdateLoginProfile',
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

/** Keys that do not limit which role is changed, passed or assumed. */
const NO_LIMIT = ['aws:requestedregion', 'iam:passedtoservice'];

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
  const allows = statements.filter(({ Effect }) => Effect === 'Allow' || Effect === undefined);
  const denies = statements.filter(({ Effect, Condition }) => Effect === 'Deny' && keysOf(Condition).length === 0);
  const isLimited = ({ Condition }: StatementJson) => keysOf(Condition).some(key => !NO_LIMIT.includes(key));
  return PROBES.filter(probe =>
    allows.some(statement => isOnAll(statement, probe) && !isLimited(statement))
    && !denies.some(statement => isOnAll(statement, probe))).map(({ action }) => action).sort();
}

/** Whether the statement is on the action and on every resource of the type. */
function isOnAll({ Action, NotAction, Resource, NotResource }: StatementJson, { action, type }: Probe): boolean {
  const matches = (patterns: unknown) => listOf(patterns).some(pattern => matchesAction(pattern, action));
  const hasAction = NotAction === undefined ? matches(Action) : !matches(NotAction);
  const hasAll = NotResource === undefined
    ? listOf(Resource).some(resource => isEvery(resource, type))
    : !listOf(NotResource).some(resource => isEvery(resource, type));
  return hasAction && hasAll;
}

function matchesAction(pattern: unknown, action: string): boolean {
  return globContains(String(pattern).toLowerCase(), action.toLowerCase());
}

/** Whether the pattern matches a resource of the type that it can't know the name of, in this account or in any. */
function isEvery(resource: unknown, type: string): boolean {
  const pattern = literalsOf(String(resource)).replace(/^arn:[^:]*:iam:/, 'arn:-:iam:').replace(/^arn:-:iam::[^:]*:/, 'arn:-:iam::1:');
  return globContains(pattern, `arn:-:iam::1:${type}/unknown`);
}

function keysOf(conditions: unknown): readonly string[] {
  return Object.values((conditions ?? {}) as Record<string, object>).flatMap(keys => Object.keys(keys))
    .map(key => key.toLowerCase());
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}
