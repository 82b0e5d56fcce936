import { Condition, conditionsOf, Requests } from './conditions';
import { factsOf, Place } from './facts';
import { actionPatternOf, Pattern, patternOf, Variables } from './patterns';
import { JsonObject, listOf } from './policy-statement';

/** A statement that allows actions on resources, without tokens. */
export interface NeededStatement {
  /** @default - the statement has none */
  readonly sid?: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** @default - no conditions */
  readonly conditions?: Readonly<Record<string, object>>;
  /**
   * The actions that the platform was seen to call.
   *
   * @default - all of them
   */
  readonly seen?: readonly string[];
  /**
   * Wildcards that mean the same on these resources.
   *
   * @default - the source has no wildcards
   */
  readonly sourceActions?: readonly string[];
  /**
   * What the names of the buckets start with that are in the region of their names: `NAME-REGION-ACCOUNT`.
   *
   * @default - the region of a bucket is not known
   */
  readonly regionalBuckets?: string;
}

/** What a role needs, as data. */
export interface Needed {
  readonly place: Place;
  readonly statements: readonly NeededStatement[];
  /** Statements that deny, or that name what they are not on. They are compared as a whole. */
  readonly others: readonly JsonObject[];
  /** The ARNs of managed policies to attach. */
  readonly policies: readonly string[];
}

/** An action on a resource that a role needs. */
export interface Need {
  readonly statement: NeededStatement;
  readonly action: Pattern;
  readonly resource: Pattern;
  readonly conditions: readonly Condition[];
}

/** Marks of a statement that its document does not have. */
export type Marks = Pick<NeededStatement, 'seen' | 'sourceActions' | 'regionalBuckets'>;

/** Divides statements in JSON into those that allow actions on resources, and others. */
export function neededStatements(
  statements: readonly JsonObject[], marksOf: (sid: unknown) => Marks | undefined = () => undefined,
): Pick<Needed, 'statements' | 'others'> {
  const isPlain = ({ Effect, Action, Resource }: JsonObject) =>
    Effect === 'Allow' && Action !== undefined && Resource !== undefined;
  return {
    statements: statements.filter(isPlain).map(({ Sid, Action, Resource, Condition: conditions }) => ({
      sid: Sid as string | undefined,
      actions: listOf(Action).map(String),
      resources: listOf(Resource).map(String),
      conditions: conditions as NeededStatement['conditions'],
      ...marksOf(Sid),
    })),
    others: statements.filter(statement => !isPlain(statement)),
  };
}

export function needsOf(statements: readonly NeededStatement[], variables: Variables): readonly Need[] {
  return statements.flatMap(statement => {
    const conditions = conditionsOf(statement.conditions ?? {}, variables);
    return statement.actions.flatMap(action => statement.resources.map(resource =>
      ({ statement, action: actionPatternOf(action), resource: patternOf(resource, variables), conditions })));
  });
}

/** The same needs as their source spells them: with wider wildcards, and without conditions. */
export function spelledNeeds(needs: readonly Need[]): readonly Need[] {
  return needs.flatMap(need => (need.statement.sourceActions ?? []).map(action =>
    ({ ...need, action: actionPatternOf(action), conditions: [] })));
}

/** What is known of requests for the action of a need on the resource of it, or for a part of both. */
export function requestsFor(
  action: string, glob: string, conditions: readonly Condition[], { statement }: Pick<Need, 'statement'>, place: Place,
  variables: Variables,
): Requests {
  const { regionalBuckets } = statement;
  return { conditions, facts: factsOf(action, glob, { ...place, regionalBuckets }, variables) };
}
