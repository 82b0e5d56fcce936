import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Review, Subject, Warning } from '../review/model';

/** A place in a file of the repository. */
export interface Place {
  /** Below the root of the repository, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** What places are found with. */
export interface Places {
  /** The directory that is the root of the repository. */
  readonly root: string;
  readonly review: Pick<Review, 'app' | 'stacks'>;
}

/** Where the app created the role, or its line in the template. */
export function placeOfSubject({ resources, stack }: Subject, places: Places): Place {
  const [created] = resources.flatMap(({ createdAt }) => createdIn(createdAt, places.root) ?? []);
  const template = places.review.stacks.find(({ name }) => name === stack)?.template;
  return created ?? { file: fileOf(template, places), line: resources[0]?.line ?? 1 };
}

export function placeOfWarning({ createdAt, template }: Warning, places: Places): Place {
  return createdIn(createdAt, places.root) ?? { file: fileOf(template, places), line: 1 };
}

/**
 * A place of the app, unless it is outside of the root.
 *
 * @param createdAt `FILE:LINE:COLUMN`
 */
export function createdIn(createdAt: string | undefined, root: string): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(createdAt ?? '') ?? [];
  const below = file === undefined ? undefined : belowRoot(file, root);
  return below === undefined ? undefined
    : { file: below, line: Math.max(1, Number(line)), column: Math.max(1, Number(column)) };
}

/** The template, below the root. Elsewhere, the name of its directory tells it from others. */
function fileOf(template: string | undefined, { root, review: { app } }: Places): string {
  const isTemplate = /\.json$/.test(app);
  const file = isTemplate ? app : join(app, template ?? 'manifest.json');
  const elsewhere = isTemplate ? [basename(app)] : [basename(resolve(root, app)), template ?? 'manifest.json'];
  return belowRoot(file, root) ?? elsewhere.join('/').split(sep).join('/');
}

function belowRoot(file: string, root: string): string | undefined {
  const path = relative(root, resolve(root, file));
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}
