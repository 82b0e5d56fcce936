import { badge, capitalized, code, Content, Element, h } from './elements';
import { grouped } from './grouped';
import { StatementReview, Wide } from '../review/model';

/** Patterns of a statement that are wide in the same way. */
interface WidePatterns extends Omit<Wide, 'text'> {
  readonly texts: readonly string[];
}

function patternsOf(wide: readonly Wide[]): readonly WidePatterns[] {
  return [...grouped(wide, ({ text, ...way }) => JSON.stringify(way)).values()]
    .map(alike => ({ ...alike[0], texts: alike.map(({ text }) => text) }));
}

/** The most common reason of wide statements that need no review. The page shows it once. */
export function commonReason(statements: readonly StatementReview[]): string | undefined {
  const reasons = statements.flatMap(({ wide, why }) =>
    wide.filter(({ isOpen, because }) => !isOpen && (because === undefined || because !== why?.note))
      .map(({ because }) => because));
  const [most] = [...grouped(reasons, because => because).values()].sort((one, other) => other.length - one.length);
  return most?.length > 1 ? most[0] : undefined;
}

/** What is wide and open, in words. */
export function openWords(wide: readonly Wide[]): readonly Content[] {
  return patternsOf(wide.filter(({ isOpen }) => isOpen)).map(wideWords);
}

/** Whether a label is enough, because the row shows what is wide and why. */
export function hasPlainWidth(statement: StatementReview, common: string | undefined): boolean {
  return patternsOf(statement.wide).some(patterns => isPlain(patterns, statement, common));
}

/** What is wide and why, without what the row shows already. */
export function wideNotes(statement: StatementReview, common: string | undefined): readonly Element[] {
  return patternsOf(statement.wide).filter(patterns => !isPlain(patterns, statement, common)).map(patterns =>
    h('p', null,
      patterns.isOpen ? badge('open', 'Open') : badge('wide', 'Wide'), ' ', wideWords(shortened(patterns, statement, common))));
}

function isPlain(patterns: WidePatterns, statement: StatementReview, common: string | undefined): boolean {
  const { kind, texts, because, option } = shortened(patterns, statement, common);
  return !patterns.isOpen && patterns.because !== undefined && kind === 'every resource' && texts.length === 0
    && because === undefined && option === undefined;
}

/** Without the reason that stands above the table or among the notes, and without all resources of the statement. */
function shortened(patterns: WidePatterns, statement: StatementReview, common: string | undefined): WidePatterns {
  const { texts, because, kind } = patterns;
  const { resources, why } = statement;
  const isEach = kind === 'every resource' && resources.items.every(({ text }) => texts.includes(text));
  return {
    ...patterns,
    texts: isEach ? [] : texts,
    because: [common, why?.note].includes(because) ? undefined : because,
  };
}

/** `Every resource: PATTERN, PATTERN – why, by OPTION` */
function wideWords({ kind, texts, because, option }: WidePatterns): Content {
  const shown = texts.filter(text => text !== '*');
  return [
    capitalized(kind),
    shown.map((text, index) => [index === 0 ? ': ' : ', ', code(text)]),
    because === undefined ? null : ` – ${because}`,
    option === undefined ? null : [', by ', code(option)],
  ];
}
