import { join } from 'node:path';
import { version } from '../package.json';
import { choice } from './choice';
import { ReviewChanges } from './compare/changes';
import { renderHtml } from './html/render-html';
import { renderMarkdown } from './markdown/render-markdown';
import { Format, FORMATS } from './report';
import { Review } from './review/model';
import { createdIn, Place } from './sarif/places';
import { renderSarif } from './sarif/sarif';
import { renderTerminal } from './terminal/render-terminal';

/** How a review is printed. */
export interface ReviewForm {
  /** @default 'terminal' */
  readonly format?: Format;
  /**
   * What changed since another review. The terminal and Markdown show this in place of the review, HTML before it.
   *
   * @default - no changes
   */
  readonly changes?: ReviewChanges;
  /** Where the whole review is, for Markdown that is too long for a comment. @default - it is not said */
  readonly link?: string;
  /** For the terminal. @default false */
  readonly color?: boolean;
  /** The columns of the terminal. @default 100 */
  readonly columns?: number;
  /**
   * The root of the repository: places in it are shown below it, and others are left out.
   *
   * @default - the working directory
   */
  readonly root?: string;
}

/** The text of a review, or of what changed since another one. */
export function renderReview(review: Review, form: ReviewForm = {}): string {
  const { format = 'terminal', changes, link, color = false, columns: width = 100, root = process.cwd() } = form;
  const shown = withPlacesBelow(root, review);
  switch (choice('format', format, FORMATS)) {
    case 'html': return renderHtml(shown, changes);
    case 'json': return `${JSON.stringify(changes ? { review: shown, changes } : shown, null, 2)}\n`;
    case 'markdown': return renderMarkdown(shown, { changes, link });
    case 'sarif': return renderSarif(shown, { version, root });
    case 'terminal': return renderTerminal(shown, { changes, color, width });
  }
}

/** The review without the folders of the machine that synthesized the app, which its readers don't have. */
function withPlacesBelow(root: string, { subjects, warnings, ...others }: Review): Review {
  return {
    ...others,
    subjects: subjects.map(subject => ({
      ...subject, resources: subject.resources.map(resource => withPlaceBelow(root, resource)),
    })),
    warnings: warnings.map(warning => withPlaceBelow(root, warning)),
  };
}

function withPlaceBelow<T extends { readonly createdAt?: string }>(
  root: string, { createdAt, ...others }: T,
): Omit<T, 'createdAt'> & { readonly createdAt?: string } {
  const place = createdIn(createdAt, root);
  return { ...others, ...(place && isOfApp(place, root) && { createdAt: `${place.file}:${place.line}:${place.column}` }) };
}

/** This library, for an app that uses its sources. */
const LIBRARY = join(__dirname, '..', 'src');

function isOfApp({ file, line, column }: Place, root: string): boolean {
  return !file.split('/').includes('node_modules')
    && createdIn(`${join(root, file)}:${line}:${column}`, LIBRARY) === undefined;
}
