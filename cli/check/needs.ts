import { conditionHolds, folded, isUnknown, StackValues } from './folding';
import { StackPlace } from './place';
import { Needed, neededStatements } from '../../src/private/comparison/needed';
import { unique } from '../../src/private/options/unique';
import { Resource as TemplateResource } from '../assembly/assembly';
import { isObject, Json, listOf, objectOf, stringOf } from '../assembly/json';
import { Group } from '../review/groups';
import { Policy } from '../review/policies';
import { textOf } from '../statements/text';

/** What a role of a template grants. */
export interface TemplateNeeds {
  readonly needed: Needed;
  /** By the position that `needed` has in place of Sids, since Sids need not be unique. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Statements of which nothing is known before the deployment. */
  readonly unreadable: readonly string[];
}

/** Where a statement comes from. */
export interface Origin {
  readonly sid?: string;
  /** What depends on the deployment: its resources and conditions only, or whether it exists and what it allows. */
  readonly open?: 'values' | 'whole';
}

/**
 * Reads the policies of a role.
 *
 * A statement with a value that is known at the deployment only is no error: the live role may grant more than the
 * value can be, and all other statements can be compared. What depends on the value is unclear, not missing.
 */
export function needsOf({ policies, elsewhere, principal }: Group, values: StackValues): TemplateNeeds {
  const found = [...policies, ...elsewhere].flatMap(policy => statementsOf(policy, values));
  const readable = found.filter(({ value }) => isStatement(value));
  const { statements, others } = neededStatements(readable.map(({ value }, index) =>
    ({ ...objectOf(value), Sid: idOf(index) })));
  return {
    origins: new Map(readable.map(({ value, isConditional }, index) => [idOf(index), originOf(value, isConditional)])),
    unreadable: found.filter(({ value }) => !isStatement(value))
      .map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value))),
    needed: {
      place: { ...values.place, regions: regionsOf(values.place, statements.flatMap(({ resources }) => resources)) },
      statements,
      others,
      policies: principal ? attachedTo(principal, values) : [],
    },
  };
}

/** Findings have the Sid of a statement: it leads back to the statement. */
function idOf(index: number): string {
  return `#${index}`;
}

function isStatement(value: Json): boolean {
  const { Effect, Action, NotAction, Resource, NotResource, Condition = {} } = objectOf(value);
  return (Effect === 'Allow' || Effect === 'Deny') && isObject(Condition) && Object.values(Condition).every(isObject)
    && [Action ?? NotAction, Resource ?? NotResource].every(part =>
      part !== undefined && listOf(part).every(text => typeof text === 'string'));
}

/** The managed policies that a role lists, and whose statements are not those of the stack. */
function attachedTo({ properties }: TemplateResource, values: StackValues): readonly string[] {
  const others = alternatives(properties.ManagedPolicyArns, false, values).filter(({ value }) =>
    !textOf(value).references.some(id => values.names.resource(id)?.type === 'AWS::IAM::ManagedPolicy'));
  return unique(others.flatMap(({ value }) => listOf(folded(value, values)).map(String)));
}

interface FoundStatement {
  readonly value: Json;
  /** Whether a condition of the template decides if it exists, and its parameters are not known. */
  readonly isConditional: boolean;
}

function statementsOf({ resource, document, onlyIf }: Policy, values: StackValues): readonly FoundStatement[] {
  const exists = resource.condition === undefined ? true : conditionHolds(resource.condition, values);
  // A policy in a role may exist under a condition of its own.
  const conditional = onlyIf === undefined || onlyIf === resource.condition ? document
    : { 'Fn::If': [onlyIf, document, { Ref: 'AWS::NoValue' }] };
  return exists === false ? [] : alternatives(conditional, exists === undefined, values)
    .flatMap(({ value, isConditional }) => (isObject(value) && value.Statement !== undefined
      ? alternatives(value.Statement, isConditional, values) : [{ value, isConditional }]))
    .map(({ value, isConditional }) => ({ value: folded(value, values), isConditional }));
}

/** The elements of a list. Of an `Fn::If`, the side that is chosen, or both. */
function alternatives(value: Json, isConditional: boolean, values: StackValues): readonly FoundStatement[] {
  return listOf(value).flatMap(element => {
    const condition = isObject(element) && Object.keys(element).length === 1 ? element['Fn::If'] : undefined;
    if (condition === undefined) {
      return isObject(element) && element.Ref === 'AWS::NoValue' ? [] : [{ value: element, isConditional }];
    }
    const [name, yes, no] = listOf(condition);
    const holds = conditionHolds(String(name), values);
    return holds === undefined ? [yes, no].flatMap(side => alternatives(side, true, values))
      : alternatives(holds ? yes : no, isConditional, values);
  });
}

function originOf(value: Json, isConditional: boolean): Origin {
  const { Sid: sid, Action, NotAction, ...rest } = objectOf(value);
  const isWhole = isConditional || isUnknown([Action, NotAction]);
  return { sid: stringOf(sid), open: isWhole ? 'whole' : isUnknown(rest) ? 'values' : undefined };
}

/** The region of the stack, and others in ARNs: the construct may work in them. */
function regionsOf({ region }: StackPlace, resources: readonly string[]): readonly string[] {
  return unique([region, ...resources.flatMap(arn => /^arn:[^:]*:[^:]*:([a-z]{2,4}(?:-[a-z]+)+-\d{1,2}):/.exec(arn)?.[1] ?? [])]);
}
