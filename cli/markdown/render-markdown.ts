import { changeSection } from './change-section';
import { code, isOfWeb, prose } from './escape';
import { subjectSection, warningTable } from './subject-section';
import { ReviewChanges, WIDER_FIRST } from '../compare/changes';
import { Review } from '../review/model';
import { summaryOf } from '../text/words';

export interface MarkdownOptions {
  /** What changed since another review. Then this is shown, and not the review. @default - the review */
  readonly changes?: ReviewChanges;
  /** The most characters. GitHub takes 65,536 in a comment. @default 60000 */
  readonly limit?: number;
  /** Where the whole is, for what the limit leaves out. @default - it is not said */
  readonly link?: string;
}

const LIMIT = 60_000;

/** A review, or its changes, in Markdown that fits a comment on GitHub. */
export function renderMarkdown(review: Review, options: MarkdownOptions = {}): string {
  const { changes, limit = LIMIT, link } = options;
  const [head, sections] = changes ? partsOfChanges(changes, review) : partsOfReview(review);
  return withinLimit(head, sections, limit, link);
}

type Parts = readonly [head: string, sections: readonly string[]];

function partsOfReview(review: Review): Parts {
  const { app, subjects, warnings } = review;
  const head = [`**${prose(summaryOf(review))}**`, `What the roles and policies in ${code(app)} may do, and why.`];
  return [
    [...head, ...(warnings.length === 0 ? [] : [warningTable(warnings)])].join('\n\n'),
    subjects.map(subjectSection),
  ];
}

function partsOfChanges({ line, subjects }: ReviewChanges, { app }: Review): Parts {
  const sorted = WIDER_FIRST.flatMap(wanted => subjects.filter(({ direction }) => direction === wanted));
  return [`**IAM: ${line}**${subjects.length === 0 ? '' : `\n\n${legend(app)}`}`, sorted.map(changeSection)];
}

function legend(app: string): string {
  return `What the roles and policies in ${code(app)} may do that they could not do before, and the reverse. ` +
    '⚠️ marks what is wider, or may be. What is called narrower, or the same, is so for certain.';
}

/** The sections that fit. Those that don't are left out as a whole, and counted. */
function withinLimit(head: string, sections: readonly string[], limit: number, link: string | undefined): string {
  const whole = `${[head, ...sections].join('\n\n')}\n`;
  if (whole.length <= limit) {
    return whole;
  }
  const room = limit - head.length - leftOut(sections.length, link).length - 4;
  const shown: string[] = [];
  for (const section of sections) {
    if (shown.join('\n\n').length + section.length + 2 <= room) {
      shown.push(section);
    }
  }
  return `${[head, ...shown, leftOut(sections.length - shown.length, link)].join('\n\n')}\n`;
}

function leftOut(count: number, link: string | undefined): string {
  const words = `${count} ${count === 1 ? 'role or policy is' : 'roles and policies are'} left out here: it would be too long.`;
  if (link === undefined) {
    return words;
  }
  return isOfWeb(link) ? `${words} [All of it](${link})` : `${words} All of it: ${code(link)}`;
}
