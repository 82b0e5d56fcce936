import { ChangeKind, Direction, directionOf, ItemChange, opposite, PartChange } from './changes';
import { contentOfCondition } from './content';
import { isUnder, meets } from './coverage';
import { Pair, paired } from './pairs';
import { Texts } from './patterns';
import { ConditionReview, Item, Selection } from '../review/model';

const NOTHING: readonly Item[] = [];

/** The items that differ. An item that contains one of the others takes its place. */
export function itemChanges(
  base: Selection | undefined, head: Selection | undefined, { contains }: Texts, effect: 'Allow' | 'Deny',
): readonly ItemChange[] {
  const changes = (before: readonly Item[], after: readonly Item[], isExcept = false) =>
    changesOf(before, after, contains)
      .map(change => ({ ...change, isExcept, direction: turned(change.direction, isExcept !== (effect === 'Deny')) }));
  const [before, after] = [base, head].map(selection => selection?.items ?? NOTHING);
  return base?.isExcept === head?.isExcept ? changes(before, after, head?.isExcept)
    : [...changes(before, NOTHING, base?.isExcept), ...changes(NOTHING, after, head?.isExcept)];
}

/** Exceptions, and what a Deny has, make less possible. */
function turned(direction: Direction, isTurned: boolean): Direction {
  return isTurned ? opposite(direction) : direction;
}

function changesOf(
  base: readonly Item[], head: readonly Item[], contains: Texts['contains'],
): readonly PartChange<Item>[] {
  const pairs = paired(base, head, [({ text, onlyIf }) => JSON.stringify([text, onlyIf]), ({ text }) => text]);
  const lost = pairs.flatMap(pair => (pair.head ? [] : [pair.base!]));
  const changes = pairs.flatMap(pair => {
    const { base: same, head: item } = pair;
    if (item === undefined || same?.onlyIf === item.onlyIf && same) {
      return [];
    }
    return [changeOf(same ?? replacedBy(item, lost, contains), item, contains)];
  });
  return [...changes, ...lost.map(item => ({ change: 'removed' as const, direction: 'narrower' as const, base: item }))];
}

/** Takes the one out of the lost items. */
function replacedBy(item: Item, lost: Item[], contains: Texts['contains']): Item | undefined {
  const index = lost.findIndex(other => isWithin(other, item, contains));
  return index < 0 ? undefined : lost.splice(index, 1)[0];
}

function isWithin(one: Item, other: Item, contains: Texts['contains']): boolean {
  return contains(one.text, other.text) || contains(other.text, one.text);
}

function changeOf(base: Item | undefined, head: Item, contains: Texts['contains']): PartChange<Item> {
  if (base === undefined) {
    return { change: 'added', direction: 'wider', head };
  }
  const has = (outer: Item, inner: Item) => contains(outer.text, inner.text) && isUnder([inner.onlyIf], [outer.onlyIf]);
  return { change: 'changed', direction: directionOf(!has(base, head), !has(head, base)), base, head };
}

/** The conditions that differ: by key and operator, then by key. */
export function conditionChanges(
  base: readonly ConditionReview[], head: readonly ConditionReview[], effect: 'Allow' | 'Deny',
): readonly PartChange<ConditionReview>[] {
  const pairs = paired(base, head, [
    contentOfCondition, ({ operator, key }) => `${operator} ${key.toLowerCase()}`, ({ key }) => key.toLowerCase(),
  ]);
  const isSame = ({ base: one, head: other }: Pair<ConditionReview>) =>
    one && other && contentOfCondition(one) === contentOfCondition(other);
  return pairs.filter(pair => !isSame(pair)).map(pair => {
    const [before, after] = [pair.base, pair.head].map(condition => (condition === undefined ? [] : [condition]));
    const direction = directionOf(!meets(after, before), !meets(before, after));
    const change: ChangeKind = !pair.base ? 'added' : !pair.head ? 'removed' : 'changed';
    return { ...pair, change, direction: turned(direction, effect === 'Deny') };
  });
}
