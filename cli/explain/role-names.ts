import { Review, Subject } from '../review/model';

// CloudFormation makes names of the stack's name, the logical id, both shortened if they are long, and random letters.

/** What is left of a shortened name has at least as many characters. */
const SHORTENED = 16;

/**
 * The subjects of a kind that most likely have a name: by their own, by whole parts, by shortened ones. Only those of
 * the account, if there are any: the same stack may be in several.
 */
export function subjectsNamed(
  { subjects, stacks }: Pick<Review, 'subjects' | 'stacks'>, { kind, name, account }: Wanted,
): readonly Subject[] {
  const stackOf = ({ stack }: Subject) => stacks.find(({ name: other }) => other === stack);
  const namesOf: NamesOf = subject =>
    [subject.stack.replaceAll('/', '-'), stackOf(subject)?.stackName].filter(one => one !== undefined);
  const found = [isOwnName, isMadeOf(isSame, namesOf), isMadeOf(isStart, namesOf)]
    .map(matches => subjects.filter(subject => subject.kind === kind && matches(subject, name)))
    .find(({ length }) => length > 0) ?? [];
  const ofAccount = found.filter(subject => stackOf(subject)?.environment?.startsWith(`aws://${account}/`));
  return ofAccount.length > 0 ? ofAccount : found;
}

interface Wanted {
  readonly kind: Subject['kind'];
  readonly name: string;
  readonly account: string;
}

/** A stack in a stage has the path `P/Churn` and the name `P-Churn`, unless the app chooses another. */
type NamesOf = (subject: Subject) => readonly string[];

type Matches<T> = (one: T, actual: string) => boolean;

function isOwnName({ name }: Subject, actual: string): boolean {
  return name === actual;
}

function isMadeOf(matches: Matches<string>, namesOf: NamesOf): Matches<Subject> {
  return (subject, actual) => {
    const { name, resources } = subject;
    const parts = name === undefined ? actual.split('-').slice(0, -1) : [];
    const logicalIds = resources.filter(({ type }) => /^AWS::IAM::(?:Role|User)$/.test(type)).map(({ logicalId }) => logicalId);
    return parts.some((_, index) => {
      const [ofStack, ofResource] = [parts.slice(0, index).join('-'), parts.slice(index).join('-')];
      return namesOf(subject).some(stack => matches(stack, ofStack)) && logicalIds.some(id => matches(id, ofResource));
    });
  };
}

function isSame(whole: string, actual: string): boolean {
  return whole === actual;
}

function isStart(whole: string, actual: string): boolean {
  return whole === actual || (actual.length >= SHORTENED && whole.startsWith(actual));
}
