import { Review, StatementReview, Subject, Warning } from '../review/model';

/** A subject with what the page needs to place it. */
export interface Entry {
  readonly subject: Subject;
  /** The position in the review. All parts of the page that show the subject have it. */
  readonly index: number;
  /** The `id` of its article. */
  readonly anchor: string;
  /** The `id` of each statement to which the page has a link. */
  readonly statementAnchors: ReadonlyMap<StatementReview, string>;
  readonly warnings: readonly Warning[];
}

export function entriesOf({ subjects, warnings }: Review): readonly Entry[] {
  const anchors = distinctAnchors(subjects.map(({ kind, id }) => `${kind}-${id}`));
  return subjects.map((subject, index) => ({
    subject,
    index,
    anchor: anchors[index],
    statementAnchors: statementAnchors(subject, index),
    warnings: warnings.filter(({ path }) => path === subject.id || path.startsWith(`${subject.id}/`)),
  }));
}

/** Short ones, since no page from outside leads to them. */
function statementAnchors({ statements, reach }: Subject, index: number): ReadonlyMap<StatementReview, string> {
  const reached = new Set(reach.flatMap(of => of.statements));
  const linked = statements.filter(statement => reached.has(statement.key) || widthOf(statement) === 'open');
  return new Map(linked.map((statement, position) => [statement, `s${index}-${position}`]));
}

/** Letters and digits with single hyphens between them; never the same for two texts. */
function distinctAnchors(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map(text => {
    const plain = text.replace(/[^A-Za-z0-9]+/g, '-');
    let anchor = plain;
    for (let count = 2; taken.has(anchor); count++) {
      anchor = `${plain}-${count}`;
    }
    taken.add(anchor);
    return anchor;
  });
}

/** `SageMakerExecutionRole`, or what it is. */
export function classOf({ construct, kind }: Subject): string {
  return construct?.name ?? kind;
}

/** The platform, or `other` for what is not of this library. */
export function platformOf({ construct }: Subject): string {
  return construct?.platform ?? 'other';
}

/** All statements: those of the trust policy first. */
export function allStatements({ trust, statements }: Subject): readonly StatementReview[] {
  return [...trust, ...statements];
}

/** `open` if somebody has to look at it. */
export function widthOf({ wide }: StatementReview): 'open' | 'wide' | undefined {
  return wide.some(({ isOpen }) => isOpen) ? 'open' : wide.length > 0 ? 'wide' : undefined;
}
