import {
  AttachedPolicy, Boundary, ConditionReview, ConstructSummary, Item, StatementReview, SubjectKind,
} from '../review/model';

// What a change of an app changes in its roles and policies, as data.

/**
 * What a change does to permissions. `narrower` and `same meaning` are certain: what can't be decided counts as wider,
 * `both` if something is lost, too.
 */
export type Direction = 'wider' | 'narrower' | 'both' | 'same meaning';

/** `moved` has another name or place and the same content, `changed` another content. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** The difference between two reviews. */
export interface ReviewChanges {
  /** All of it in one line: `+2 actions, 1 resource wider, nothing removed`. */
  readonly line: string;
  readonly direction: Direction;
  /** Those that differ, in the order of the later review, and then those that it lacks. */
  readonly subjects: readonly SubjectChange[];
}

/** The difference of a role, user, group or of policies. */
export interface SubjectChange {
  readonly id: string;
  /** Its id before, if that was another. */
  readonly from?: string;
  readonly kind: SubjectKind;
  readonly construct?: ConstructSummary;
  readonly change: ChangeKind;
  readonly direction: Direction;
  readonly trust: readonly StatementChange[];
  readonly statements: readonly StatementChange[];
  readonly attached: readonly PartChange<AttachedPolicy>[];
  /** Principals of other stacks and apps that have the policies. */
  readonly attachedTo: readonly PartChange<string>[];
  /** The groups of a user. */
  readonly groups: readonly PartChange<string>[];
  readonly boundary?: PartChange<Boundary>;
  /** The longest session of a role: `12 hours`. */
  readonly maxSession?: PartChange<string>;
  /** The condition of CloudFormation under which it exists. */
  readonly onlyIf?: PartChange<string>;
}

/** A part that is added has no `base`; a part that is removed has no `head`. */
export interface PartChange<T> {
  readonly change: ChangeKind;
  readonly direction: Direction;
  readonly base?: T;
  readonly head?: T;
}

/** The difference of a statement. The lists hold what differs only. */
export interface StatementChange extends PartChange<StatementReview> {
  /** The Sid, or the position in its policy. */
  readonly key: string;
  readonly principals: readonly ItemChange[];
  readonly actions: readonly ItemChange[];
  readonly resources: readonly ItemChange[];
  readonly conditions: readonly PartChange<ConditionReview>[];
}

/** The difference of an action, a resource or a principal. A `changed` one contains the one before, or the reverse. */
export interface ItemChange extends PartChange<Item> {
  /** Whether it is part of `NotAction`, `NotResource` or `NotPrincipal`. */
  readonly isExcept: boolean;
}

/** What two directions are together. */
export function together(directions: readonly Direction[]): Direction {
  return directionOf(directions.some(isWiderIn), directions.some(isNarrowerIn));
}

export function directionOf(isWider: boolean, isNarrower: boolean): Direction {
  return isWider ? (isNarrower ? 'both' : 'wider') : isNarrower ? 'narrower' : 'same meaning';
}

export function isWiderIn(direction: Direction): boolean {
  return direction === 'wider' || direction === 'both';
}

export function isNarrowerIn(direction: Direction): boolean {
  return direction === 'narrower' || direction === 'both';
}

/** The order in which readers want changes: the last are left out first. */
export const WIDER_FIRST: readonly Direction[] = ['wider', 'both', 'narrower', 'same meaning'];

/** The direction of the opposite change. */
export function opposite(direction: Direction): Direction {
  return direction === 'wider' ? 'narrower' : direction === 'narrower' ? 'wider' : direction;
}
