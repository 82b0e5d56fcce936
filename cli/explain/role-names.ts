import { Subject } from '../review/model';

// CloudFormation makes names of the stack's name, the logical id, both shortened if they are long, and random letters.

/** What is left of a shortened name has at least as many characters. */
const SHORTENED = 16;

/** The subject that most likely has a name: by its own, by whole parts, by shortened ones. */
export function subjectNamed(subjects: readonly Subject[], name: string): Subject | undefined {
  return [isOwnName, isMadeOf(isSame), isMadeOf(isStart)]
    .map(matches => subjects.find(subject => matches(subject, name))).find(found => found !== undefined);
}

type Matches<T> = (one: T, actual: string) => boolean;

function isOwnName({ name }: Subject, actual: string): boolean {
  return name === actual;
}

function isMadeOf(matches: Matches<string>): Matches<Subject> {
  return ({ name, stack, resources }, actual) => {
    const parts = name === undefined ? actual.split('-').slice(0, -1) : [];
    const logicalIds = resources.filter(({ type }) => /^AWS::IAM::(?:Role|User)$/.test(type)).map(({ logicalId }) => logicalId);
    return parts.some((_, index) => {
      const [ofStack, ofResource] = [parts.slice(0, index).join('-'), parts.slice(index).join('-')];
      // A stack in a stage has the path `P/Churn` and the name `P-Churn`.
      return matches(stack.replaceAll('/', '-'), ofStack) && logicalIds.some(id => matches(id, ofResource));
    });
  };
}

function isSame(whole: string, actual: string): boolean {
  return whole === actual;
}

function isStart(whole: string, actual: string): boolean {
  return whole === actual || (actual.length >= SHORTENED && whole.startsWith(actual));
}
