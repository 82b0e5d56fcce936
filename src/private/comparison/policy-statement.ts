import { Condition, conditionsOf } from './conditions';
import { actionPatternOf, Pattern, patternOf, Variables } from './patterns';
import { isObject, isString } from '../options/kinds';
import { formatJson, reject } from '../options/plain-errors';

/** A statement of a policy document, in a form that can be compared. */
export interface PolicyStatement {
  /** @default - the statement has none */
  readonly sid?: string;
  readonly allows: boolean;
  /** `NotAction` where it is given. */
  readonly actions: Selection;
  readonly resources: Selection;
  readonly conditions: readonly Condition[];
  /**
   * The ARN of the managed policy that has it.
   *
   * @default - an inline policy has it, or the ARN is not printed
   */
  readonly policy?: string;
}

/** Everything that the patterns match, or everything that they don't match. */
export interface Selection {
  readonly patterns: readonly Pattern[];
  readonly isExcept: boolean;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The objects in a list, or a single one. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return value === undefined || value === null ? [] : listOf(value).filter(isObject);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The only version in which documents have policy variables. */
const WITH_VARIABLES = '2012-10-17';

/**
 * The statements of a policy document.
 *
 * @param subject what the document is called in errors
 */
export function statementsIn(
  document: JsonObject, subject: string, variables: Variables, policy?: string,
): readonly PolicyStatement[] {
  const known = document.Version === WITH_VARIABLES ? variables : undefined;
  return listOf(document.Statement).map(statement => ({ ...statementOf(statement, subject, known), policy }));
}

function statementOf(statement: unknown, subject: string, variables: Variables | undefined): PolicyStatement {
  if (isObject(statement) && ('Principal' in statement || 'NotPrincipal' in statement)) {
    return reject(
      `${subject} is the policy of a resource, or says who can assume the role: it has a statement with a Principal, got ` +
        `${formatJson(statement)}. Pass the policies of the role`,
    );
  }
  if (!isStatement(statement)) {
    return reject(
      `${subject} must hold statements with Effect, Action and Resource, got ${formatJson(statement)}: pass the policy as ` +
        'AWS prints it',
    );
  }
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition: conditions = {} } = statement;
  return {
    sid: Sid as string | undefined,
    allows: Effect === 'Allow',
    actions: selection(Action, NotAction, actionPatternOf),
    resources: selection(Resource, NotResource, text => patternOf(text, variables)),
    conditions: conditionsOf(conditions as Readonly<Record<string, JsonObject>>, variables),
  };
}

function isStatement(value: unknown): value is JsonObject {
  if (!isObject(value)) {
    return false;
  }
  const { Effect, Action, NotAction, Resource, NotResource, Condition: conditions = {} } = value;
  return (Effect === 'Allow' || Effect === 'Deny')
    && [Action ?? NotAction, Resource ?? NotResource].every(part => listOf(part).every(isString))
    && isObject(conditions) && Object.values(conditions).every(isObject);
}

function selection(patterns: unknown, exceptions: unknown, patternFor: (text: string) => Pattern): Selection {
  return {
    patterns: listOf(patterns ?? exceptions).map(text => patternFor(String(text))),
    isExcept: patterns === undefined,
  };
}
