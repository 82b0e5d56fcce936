import { ChangeKind, directionOf, StatementChange } from './changes';
import { contentOf } from './content';
import { isCovered, isReadable } from './coverage';
import { conditionChanges, itemChanges } from './item-changes';
import { Pair, paired } from './pairs';
import { ACTIONS, PRINCIPALS, resourcesOf } from './patterns';
import { StatementReview } from '../review/model';

type Statements = readonly StatementReview[];

/** The statements that have their effect together with one: those of policies that the same principals have. */
export type Together = (statement: StatementReview, others: Statements) => Statements;

/** The statements of a subject that differ. */
export function statementChanges(base: Statements, head: Statements, together: Together): readonly StatementChange[] {
  const pairs = paired(base, head, [({ sid, key }) => sid && key, contentOf]);
  return withNearest(pairs).flatMap(pair => {
    const { base: before, head: after } = pair;
    const isSame = before && after && contentOf(before) === contentOf(after);
    return isSame && before.policy === after.policy && before.sid === after.sid ? []
      : [changeOf(pair, isSame ? 'moved' : !before ? 'added' : !after ? 'removed' : 'changed', sideOf(base), sideOf(head))];
  });

  function sideOf(statements: Statements): Side {
    return { has: statement => isCovered(statement, together(statement, statements)) };
  }
}

/** The statements of one review. */
interface Side {
  readonly has: (statement: StatementReview) => boolean;
}

function changeOf(
  pair: Pair<StatementReview>, change: ChangeKind, before: Side, after: Side,
): StatementChange {
  const { base, head } = pair;
  return {
    key: (head ?? base!).key,
    change,
    direction: directionOf(isLost(head, base, before, after), isLost(base, head, after, before)),
    ...(base && { base }),
    ...(head && { head }),
    ...(change === 'changed' && isReadable(base!) && isReadable(head!) ? differences(base!, head!) : NO_DIFFERENCES),
  };
}

type Differences = Pick<StatementChange, 'principals' | 'actions' | 'resources' | 'conditions'>;

const NO_DIFFERENCES: Differences = { principals: [], actions: [], resources: [], conditions: [] };

function differences(base: StatementReview, head: StatementReview): Differences {
  const effect = base.effect === head.effect ? head.effect : 'Allow';
  const [action] = head.actions.items;
  return {
    principals: itemChanges(base.principals, head.principals, PRINCIPALS, effect),
    actions: itemChanges(base.actions, head.actions, ACTIONS, effect),
    resources: itemChanges(base.resources, head.resources, resourcesOf(action?.text ?? '*'), effect),
    conditions: conditionChanges(base.conditions, head.conditions, effect),
  };
}

/** Whether one side may allow what the other does not: it has more that allows, or lacks something that denies. */
function isLost(
  one: StatementReview | undefined, other: StatementReview | undefined, others: Side, ones: Side,
): boolean {
  return [one, other].some(statement => statement !== undefined && !isReadable(statement))
    || (one?.effect === 'Allow' && !others.has(one))
    || (other?.effect === 'Deny' && !ones.has(other));
}

/** Pairs what has no Sid and is left over with the nearest of the same policy. */
function withNearest(pairs: readonly Pair<StatementReview>[]): readonly Pair<StatementReview>[] {
  const lost = pairs.flatMap(({ base, head }) => (base && !head ? [base] : []));
  const all = pairs.filter(({ head }) => head).map(pair => {
    const [nearest] = pair.base || pair.head!.sid ? [] : lost.filter(({ sid }) => !sid)
      .map(statement => ({ statement, likeness: likenessOf(statement, pair.head!) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((one, other) => other.likeness - one.likeness);
    if (nearest) {
      lost.splice(lost.indexOf(nearest.statement), 1);
    }
    return nearest ? { base: nearest.statement, head: pair.head } : pair;
  });
  return [...all, ...lost.map(base => ({ base }))];
}

/** How much of two statements is the same. */
function likenessOf(one: StatementReview, other: StatementReview): number {
  const [left, right] = [one, other].map(({ actions, resources, principals }) =>
    [actions, resources, principals].flatMap(selection => selection?.items ?? []).map(({ text }) => text));
  return one.policy !== other.policy || one.effect !== other.effect ? 0
    : left.filter(text => text !== '*' && right.includes(text)).length / Math.max(left.length, right.length);
}
