import { ACTIONS, nameKept, PRINCIPALS, resourcesOf, Texts } from './patterns';
import { Condition, conditionsOf, outcomeOf } from '../../src/private/comparison/conditions';
import { ConditionReview, Item, Selection, StatementReview } from '../review/model';
import { hasPolicyVariable } from '../statements/policy-variables';

/** Whether it is certain that statements of the same effect allow, or deny, all that a statement does. */
export function isCovered(statement: StatementReview, others: readonly StatementReview[]): boolean {
  const able = others.filter(other => other.effect === statement.effect && isReadable(other)
    && (other.version === statement.version || !hasPolicyVariable(other))
    && meets(statement.conditions, other.conditions));
  const isRequested = (request: Request) => able.some(other => isIn(request, statement, other));
  return isReadable(statement) && partsOf(statement.actions).every(action =>
    partsOf(statement.resources).every(resource =>
      partsOf(statement.principals).every(principal => isRequested({ action, resource, principal }))));
}

/** What can't be read may be anything. */
export function isReadable({ actions: { items: [action] } }: StatementReview): boolean {
  return action?.text !== '?';
}

/** A part of a selection: one item, or all items of those that are excepted together. */
type Part = Selection;

interface Request {
  readonly action: Part;
  readonly resource: Part;
  readonly principal: Part | undefined;
}

function partsOf(selection: Selection): readonly Part[];
function partsOf(selection: Selection | undefined): readonly (Part | undefined)[];
function partsOf(selection: Selection | undefined): readonly (Part | undefined)[] {
  return selection === undefined || selection.isExcept || selection.items.length === 0 ? [selection]
    : selection.items.map(item => ({ isExcept: false, items: [item] }));
}

function isIn({ action, resource, principal }: Request, statement: StatementReview, other: StatementReview): boolean {
  const texts = resourcesOf(action.isExcept ? '*' : action.items[0]?.text ?? '*');
  const has = (selection: Selection, part: Part, how: Texts) => hasPart(selection, part, how, [statement, other]);
  return has(other.actions, action, ACTIONS)
    && hasResource(other.resources, resource, part => has(other.resources, part, texts))
    && hasPrincipal(other.principals, principal, part => has(other.principals!, part, PRINCIPALS));
}

/** A trust policy has no resources. */
function hasResource(selection: Selection, part: Part, has: (part: Part) => boolean): boolean {
  const [outer, inner] = [selection, part].map(({ isExcept, items }) => !isExcept && items.length === 0);
  return outer || inner ? outer && inner : has(part);
}

function hasPrincipal(
  selection: Selection | undefined, part: Part | undefined, has: (part: Part) => boolean,
): boolean {
  return selection === undefined || part === undefined ? selection === part : has(part);
}

type Both = readonly [statement: StatementReview, other: StatementReview];

function hasPart(selection: Selection, part: Part, { contains, mayIntersect }: Texts, both: Both): boolean {
  const [inner, outer] = both;
  const exists = (item: Item, within: Item) => isUnder([inner.onlyIf, item.onlyIf], [outer.onlyIf, within.onlyIf]);
  if (part.isExcept) {
    return selection.isExcept
      // Each exception of the other is one of this, too, also where conditions of CloudFormation decide.
      ? isUnder([inner.onlyIf], [outer.onlyIf]) && selection.items.every(item => part.items.some(excepted =>
        isUnder([item.onlyIf], [excepted.onlyIf]) && contains(excepted.text, item.text)))
      : selection.items.some(item => item.text === '*' && isUnder([inner.onlyIf], [outer.onlyIf, item.onlyIf]));
  }
  const [item] = part.items;
  return item !== undefined && (selection.isExcept
    ? isUnder([inner.onlyIf, item.onlyIf], [outer.onlyIf])
      && !selection.items.some(excepted => mayIntersect(excepted.text, item.text))
    : selection.items.some(within => contains(within.text, item.text) && exists(item, within)));
}

type OnlyIf = readonly (string | undefined)[];

/** Whether what exists under the first conditions of CloudFormation exists under the others. */
export function isUnder(given: OnlyIf, needed: OnlyIf): boolean {
  const [known, asked] = [given, needed].map(all => all.flatMap(conditions => conditions?.split(' and ') ?? []));
  return asked.every(condition => known.includes(condition));
}

/** Whether all requests that meet the given conditions meet the others, for certain. */
export function meets(given: readonly ConditionReview[], others: readonly ConditionReview[]): boolean {
  const isSame = (one: ConditionReview, other: ConditionReview) => JSON.stringify(one) === JSON.stringify(other);
  const certain = given.filter(({ onlyIf }) => onlyIf === undefined).map(parsed);
  return others.every(other => given.some(one => isSame(one, other)) || (other.onlyIf === undefined
    && outcomeOf([parsed(other)], { conditions: certain, facts: new Map() }, false).outcome === 'always'));
}

function parsed({ operator, key, values }: ConditionReview): Condition {
  const [condition] = conditionsOf({ [operator]: { [key]: values.map(nameKept) } }, new Map());
  return condition;
}
