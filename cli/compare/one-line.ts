import { ItemChange, isNarrowerIn, isWiderIn, PartChange, StatementChange, SubjectChange } from './changes';
import { plural } from '../text/plural';

/** Something that changed, as it is counted. */
interface Counted {
  /** `action`, `denied resource` */
  readonly noun: string;
  readonly how: How;
  readonly isWider: boolean;
  /** Whether something may be lost, too. */
  readonly isBoth: boolean;
}

/** What is added or removed has its sign, others their direction. */
type How = '+' | '-' | 'wider' | 'narrower' | 'changed';

/** All changes in one line: `+2 actions, 1 resource wider, nothing removed`. */
export function inOneLine(subjects: readonly SubjectChange[]): string {
  const all = subjects.flatMap(countedOf);
  const [wider, narrower] = [true, false].map(side => all.filter(({ isWider }) => isWider === side));
  const renamed = subjects.filter(({ from }) => from !== undefined).map(({ kind }) => kind);
  const rewritten = subjects.flatMap(rewrittenIn);
  const same = [
    ...(renamed.length === 0 ? [] : [`${numbers(renamed)} renamed`]),
    ...(rewritten.length === 0 ? [] : [`${numbers(rewritten)} with the same meaning`]),
  ];
  if (all.length === 0) {
    return same.length === 0 ? 'nothing changed' : `${same.join(', ')}, nothing else changed`;
  }
  const nothing = all.some(({ isBoth }) => isBoth) ? [] : wider.length === 0 ? [`nothing ${all.some(({ how }) => how === '+') ? 'wider' : 'added'}`]
    : narrower.length === 0 ? [`nothing ${all.some(({ how }) => how === '-') ? 'narrower' : 'removed'}`] : [];
  return [...phrases(wider), ...phrases(narrower), ...same, ...nothing].join(', ');
}

function phrases(all: readonly Counted[]): readonly string[] {
  const groups = new Map<string, number>();
  for (const { noun, how } of all) {
    const key = JSON.stringify([noun, how]);
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return [...groups].map(([key, count]) => {
    const [noun, how] = JSON.parse(key) as [string, How];
    return how === '+' || how === '-' ? `${how}${plural(count, noun)}` : `${plural(count, noun)} ${how}`;
  });
}

function numbers(nouns: readonly string[]): string {
  return [...new Set(nouns)].map(noun => plural(nouns.filter(other => other === noun).length, noun)).join(' and ');
}

/** What says the same in another way. */
function rewrittenIn(subject: SubjectChange): readonly string[] {
  const { change, direction, kind, statements, trust } = subject;
  const parts = [...statements, ...trust].filter(statement => statement.direction === 'same meaning');
  const isWhole = direction === 'same meaning' && (change !== 'changed' || parts.length === 0);
  return isWhole ? (change === 'moved' ? [] : [kind]) : change === 'changed' ? parts.map(() => 'statement') : [];
}

function countedOf(subject: SubjectChange): readonly Counted[] {
  const { change, kind, direction, trust, statements } = subject;
  const { attached, attachedTo, groups, boundary, maxSession, onlyIf } = subject;
  if (change === 'added' || change === 'removed') {
    return direction === 'same meaning' ? []
      : [{ noun: kind, how: change === 'added' ? '+' : '-', isWider: isWiderIn(direction), isBoth: direction === 'both' }];
  }
  return [
    ...trust.flatMap(countedIn),
    ...statements.flatMap(countedIn),
    ...attached.flatMap(part => counted('attached policy', part)),
    ...attachedTo.flatMap(part => counted('attachment', part)),
    ...groups.flatMap(part => counted('group', part)),
    ...(boundary ? counted('boundary', boundary) : []),
    ...(maxSession ? counted('longest session', maxSession) : []),
    ...(onlyIf ? counted(`condition of a ${kind}`, onlyIf) : []),
  ];
}

/** Of what got only wider, nothing counts that would be narrower by itself: other statements have it. */
function countedIn(statement: StatementChange): readonly Counted[] {
  const { direction, change, base, head, principals, actions, resources, conditions } = statement;
  const isDeny = (head ?? base)!.effect === 'Deny';
  const denied = isDeny ? 'Deny ' : '';
  if (change !== 'changed' || isTurned([principals, actions, resources])) {
    return counted(`${denied}statement`, statement);
  }
  const items = ([['principal', principals], ['action', actions], ['resource', resources]] as const).flatMap(
    ([noun, changes]) => changes.flatMap(part =>
      counted(`${isDeny ? 'denied ' : ''}${part.isExcept ? 'excepted ' : ''}${noun}`, part)));
  const all = [...items, ...conditions.flatMap(part => counted(`condition${isDeny ? ' of a Deny' : ''}`, part))]
    .filter(({ isWider }) => (isWider ? isWiderIn(direction) : isNarrowerIn(direction)));
  const isMissing = isWiderIn(direction) && !all.some(({ isWider }) => isWider);
  return isMissing || (all.length === 0 && direction !== 'same meaning')
    ? [...all, ...counted(`${denied}statement`, statement)] : all;
}

/** Whether items became exceptions, or exceptions items. */
function isTurned(changes: readonly (readonly ItemChange[])[]): boolean {
  return changes.some(all => new Set(all.map(({ isExcept }) => isExcept)).size > 1);
}

function counted(noun: string, { change, direction }: PartChange<unknown>): readonly Counted[] {
  const how: How = change === 'added' ? '+' : change === 'removed' ? '-'
    : direction === 'wider' || direction === 'narrower' ? direction : 'changed';
  return direction === 'same meaning' ? [] : [{ noun, how, isWider: isWiderIn(direction), isBoth: direction === 'both' }];
}
