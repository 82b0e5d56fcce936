import { contentOfSubject, likenessOf, renamed } from './content';
import { Key, Pair, paired } from './pairs';
import { Review, Subject } from '../review/model';

/**
 * The subjects of two reviews: by their id, by the logical id of their main resource, by what they may do, then by
 * their name and by what they are, where only one on each side is so. Those of the base have the logical ids and
 * subjects that they have in the head.
 */
export function subjectPairs(base: Review, head: Review): readonly Pair<Subject>[] {
  const pairs = paired(base.subjects, head.subjects, [
    ({ id }) => id,
    ({ stack, resources: [main] }) => main && `${stack}.${main.logicalId}`,
    withStack(contentOfSubject),
    ...[withStack(({ kind, name }) => name && `${kind} ${name}`), withStack(likenessOf)].map(key => ifUnique(key, [base, head])),
  ]);
  const moved = pairs.filter(isMoved);
  return moved.length === 0 ? pairs
    : pairs.map(pair => ({ ...pair, ...(pair.base && { base: withNames(pair.base, moved) }) }));
}

function withStack(keyOf: Key<Subject>): Key<Subject> {
  return subject => {
    const key = keyOf(subject);
    return key && `${subject.stack} ${key}`;
  };
}

/** The key, unless a side has it twice: nobody knows which of two became which. */
function ifUnique(keyOf: Key<Subject>, sides: readonly Review[]): Key<Subject> {
  const counts = new Map<string | undefined, number>();
  const twice = new Set<string | undefined>();
  for (const { subjects } of sides) {
    counts.clear();
    subjects.map(keyOf).forEach(key => (counts.has(key) ? twice.add(key) : counts.set(key, 1)));
  }
  return subject => (twice.has(keyOf(subject)) ? undefined : keyOf(subject));
}

type Moved = Required<Pair<Subject>>;

function isMoved(pair: Pair<Subject>): pair is Moved {
  return pair.base !== undefined && pair.head !== undefined && pair.base.id !== pair.head.id;
}

/** The subject, with the new names of what moved. Its own id stays. */
function withNames(subject: Subject, moved: readonly Moved[]): Subject {
  const logicalIds = moved.filter(({ base }) => base.stack === subject.stack).flatMap(({ base, head }) =>
    base.resources.map(({ logicalId }, index) => [logicalId, head.resources[index]?.logicalId ?? logicalId] as const));
  const text = logicalIds.reduce((replaced, [from, to]) => renamed(replaced, from, to), JSON.stringify(subject));
  const named = JSON.parse(text) as Subject;
  const idOf = (id: string) => idIn(moved, id);
  return withIds(named, idOf, name => logicalIds.find(([from]) => from === name)?.[1] ?? idOf(name));
}

type Rename = (name: string) => string;

/** The subject, with new ids of the others that it names. */
function withIds(subject: Subject, idOf: Rename, nameOf: Rename): Subject {
  const { boundary, attached, attachedTo, groups } = subject;
  return {
    ...subject,
    attached: attached.map(policy => withSubject(policy, idOf)),
    ...(attachedTo && { attachedTo: attachedTo.map(idOf) }),
    ...(groups && { groups: groups.map(idOf) }),
    ...(boundary && { boundary: { ...withSubject(boundary, idOf), policy: nameOf(boundary.policy) } }),
  };
}

function withSubject<T extends { readonly subject?: string }>(part: T, idOf: Rename): T {
  return part.subject === undefined ? part : { ...part, subject: idOf(part.subject) };
}

/** The base, with the name that its only stack has in the head: a template is named after its file. */
export function withStackOf(head: Review, base: Review): Review {
  const [{ name: from }, { name: to }] = [base, head].map(({ stacks }) => (stacks.length === 1 ? stacks[0] : NO_STACK));
  if (from === '' || to === '' || from === to) {
    return base;
  }
  const idOf = (id: string) => (id.startsWith(`${from}.`) ? `${to}${id.slice(from.length)}` : id);
  const subjects = base.subjects.map(subject => ({ ...withIds(subject, idOf, idOf), id: idOf(subject.id), stack: to }));
  return { ...base, stacks: base.stacks.map(stack => ({ ...stack, name: to })), subjects };
}

const NO_STACK = { name: '' };

/** The id, or the path below it, after the move. */
function idIn(moved: readonly Moved[], id: string): string {
  const found = moved.find(({ base }) => id === base.id || id.startsWith(`${base.id}/`));
  return found ? `${found.head.id}${id.slice(found.base.id.length)}` : id;
}
