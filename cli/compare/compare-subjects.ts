import { ChangeKind, Direction, directionOf, PartChange, SubjectChange, together } from './changes';
import { statementChanges, Together } from './compare-statements';
import { isUnder } from './coverage';
import { Pair, paired } from './pairs';
import { mayDenySomething } from './policies-that-deny';
import { AttachedPolicy, Boundary, Review, StatementReview, Subject } from '../review/model';
import { DEFAULT_SESSION } from '../review/principals';
import { durationWords } from '../text/words';

/** The reviews that are compared. */
export interface Sides {
  readonly base: Review;
  readonly head: Review;
}

/** The difference of a subject, or nothing. */
export function subjectChange(pair: Pair<Subject>, sides: Sides): SubjectChange | undefined {
  const { id, kind, construct } = pair.head ?? pair.base!;
  const parts = { ...listChanges(pair, sides), ...(isKept(pair) && singleChanges(pair)) };
  const all = Object.values(parts).flat();
  const from = isKept(pair) && pair.base.id !== id ? pair.base.id : undefined;
  if (isKept(pair) && from === undefined && all.length === 0) {
    return undefined;
  }
  return {
    id,
    ...(from !== undefined && { from }),
    kind,
    ...(construct && { construct }),
    change: changeKind(pair, all.length === 0),
    direction: isKept(pair) ? together(all.map(({ direction }) => direction)) : directionOfWhole(pair, sides),
    ...parts,
  };
}

function isKept<T>(pair: Pair<T>): pair is Required<Pair<T>> {
  return pair.base !== undefined && pair.head !== undefined;
}

function listChanges(
  pair: Pair<Subject>, sides: Sides,
): Pick<SubjectChange, 'trust' | 'statements' | 'attached' | 'attachedTo' | 'groups'> {
  const { base = NOTHING, head = NOTHING } = pair;
  return {
    trust: statementChanges(base.trust, head.trust, (_, all) => all),
    statements: statementChanges(base.statements, head.statements, togetherIn(pair, sides)),
    attached: attachedChanges(base.attached, head.attached, sides),
    attachedTo: nameChanges(
      holdersOf(pair.base, sides.base), holdersOf(pair.head, sides.head), pair.base && denies(pair.base),
    ),
    groups: nameChanges(base.groups, head.groups, true),
  };
}

function singleChanges({ base, head }: Required<Pair<Subject>>): Pick<SubjectChange, 'boundary' | 'maxSession' | 'onlyIf'> {
  const boundary = boundaryChange(base.boundary, head.boundary);
  const maxSession = sessionChange(base.maxSessionDuration, head.maxSessionDuration);
  const onlyIf = existenceChange(base.onlyIf, head.onlyIf);
  return { ...(boundary && { boundary }), ...(maxSession && { maxSession }), ...(onlyIf && { onlyIf }) };
}

/** A side without the subject. */
const NOTHING: Pick<Subject, 'trust' | 'statements' | 'attached' | 'attachedTo' | 'groups'> = { trust: [], statements: [], attached: [] };

function changeKind({ base, head }: Pair<unknown>, isMoved = false): ChangeKind {
  return !base ? 'added' : !head ? 'removed' : isMoved ? 'moved' : 'changed';
}

/** A principal that is removed may do nothing; policies that are removed may have denied something. */
function directionOfWhole({ base, head }: Pair<Subject>, sides: Sides): Direction {
  if (head) {
    return isBoundaryOnly(head, sides.head) ? 'same meaning' : 'wider';
  }
  return ['role', 'user'].includes(base!.kind) || !denies(base!) ? 'narrower' : 'both';
}

function denies({ statements }: Subject): boolean {
  return statements.some(({ effect }) => effect === 'Deny');
}

/** Whether a policy limits principals of the app, and grants nothing to any. */
function isBoundaryOnly({ id, kind, attachedTo = [] }: Subject, { subjects }: Review): boolean {
  return kind === 'policy' && attachedTo.length === 0
    && subjects.some(({ boundary }) => boundary?.subject === id)
    && !subjects.some(({ attached }) => attached.some(({ subject }) => subject === id));
}

/** All statements of a principal; of policies, those that the same principals have for certain. */
function togetherIn({ base, head }: Pair<Subject>, sides: Sides): Together {
  const isWhole = (subject: Subject | undefined, { subjects }: Review) =>
    subject === undefined || subject.kind !== 'policy' || isAttachedAsOne(subject, subjects);
  return isWhole(base, sides.base) && isWhole(head, sides.head) ? (_, all) => all
    : (statement: StatementReview, all) => all.filter(({ policy }) => policy === statement.policy);
}

function isAttachedAsOne({ id, resources, attachedTo = [] }: Subject, subjects: readonly Subject[]): boolean {
  const all = subjects.map(({ attached }) => attached.filter(({ subject }) => subject === id));
  const isCertain = all.flat().every(({ onlyIf }) => onlyIf === undefined) && attachedTo.length === 0;
  return resources.length === 1
    || (isCertain && all.every(({ length }) => length === 0 || length === resources.length));
}

function attachedChanges(
  base: readonly AttachedPolicy[], head: readonly AttachedPolicy[], sides: Sides,
): readonly PartChange<AttachedPolicy>[] {
  const pairs = paired(base, head, [({ arn, onlyIf }) => JSON.stringify([arn, onlyIf]), ({ arn }) => arn]);
  return pairs.filter(pair => !pair.base || !pair.head || pair.base.onlyIf !== pair.head.onlyIf).map(pair => {
    const isDenying = mayDenySomething((pair.head ?? pair.base)!, pair.base ? sides.base : sides.head);
    const [isWider, isNarrower] = [
      !!pair.head && !(pair.base && isUnder([pair.head.onlyIf], [pair.base.onlyIf])),
      !!pair.base && !(pair.head && isUnder([pair.base.onlyIf], [pair.head.onlyIf])),
    ];
    return { ...pair, change: changeKind(pair), direction: directionOf(isWider || isDenying, isNarrower) };
  });
}

/** A user of the app says itself which groups it has. */
function holdersOf(subject: Subject | undefined, { subjects }: Review): readonly string[] | undefined {
  return subject?.kind !== 'group' ? subject?.attachedTo
    : subject.attachedTo?.filter(name => !subjects.some(({ id, kind }) => kind === 'user' && id === name));
}

/** @param mayDeny whether what is no longer named may have denied something */
function nameChanges(
  base: readonly string[] = [], head: readonly string[] = [], mayDeny = false,
): readonly PartChange<string>[] {
  return paired(base, head, [name => name]).filter(pair => !isKept(pair)).map(pair => (
    { ...pair, change: changeKind(pair), direction: pair.head !== undefined ? 'wider' : mayDeny ? 'both' : 'narrower' }));
}

/** Nobody knows which of two boundaries is the wider one. */
function boundaryChange(base: Boundary | undefined, head: Boundary | undefined): PartChange<Boundary> | undefined {
  const direction = !head ? 'wider' : !base ? 'narrower' : 'both';
  return base?.policy === head?.policy ? undefined : { base, head, change: changeKind({ base, head }), direction };
}

type Duration = Subject['maxSessionDuration'];

/** Of two that the template does not know, nobody knows which is the longer one. */
function sessionChange(
  base: Duration = DEFAULT_SESSION, head: Duration = DEFAULT_SESSION,
): PartChange<string> | undefined {
  const direction = typeof base === 'string' || typeof head === 'string' ? 'both' : head > base ? 'wider' : 'narrower';
  return base === head ? undefined
    : { base: durationWords(base), head: durationWords(head), change: 'changed', direction };
}

function existenceChange(base: string | undefined, head: string | undefined): PartChange<string> | undefined {
  const direction = directionOf(!isUnder([head], [base]), !isUnder([base], [head]));
  return base === head ? undefined : { base, head, change: changeKind({ base, head }), direction };
}
