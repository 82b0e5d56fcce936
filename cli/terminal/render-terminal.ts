import { changeText } from './change-text';
import { Paint, paint, styleOf } from './paint';
import { labelled, subjectText } from './subject-text';
import { visibleData } from './visible-data';
import { ReviewChanges } from '../compare/changes';
import { Review } from '../review/model';
import { summaryOf } from '../text/words';

export interface TerminalOptions {
  /** What changed since another review. Then this is shown, and not the review. @default - the review */
  readonly changes?: ReviewChanges;
  readonly color: boolean;
  /** The columns of the terminal. */
  readonly width: number;
}

/** Narrower ones show long lines. */
const LEAST_WIDTH = 60;

/** A review, or its changes, as text for a terminal. The summary is the last line. */
export function renderTerminal(review: Review, options: TerminalOptions): string {
  const { color, width: given } = options;
  const [shown, changes] = [visibleData(review), options.changes && visibleData(options.changes)];
  const [colors, width] = [paint(color), Math.max(LEAST_WIDTH, given)];
  const parts = changes ? partsOfChanges(changes, colors, width) : partsOfReview(shown, colors, width);
  return `${parts.join('\n\n')}\n`;
}

function partsOfReview(review: Review, colors: Paint, width: number): readonly string[] {
  const { subjects, warnings } = review;
  return [
    ...subjects.map(subject => subjectText(subject, colors, width)),
    ...warnings.map(({ path, level, message }) =>
      labelled(level, `${path}: ${message}`, width, colors, level === 'info' ? colors.minor : colors.wide).join('\n')),
    colors.heading(summaryOf(review)),
  ];
}

function partsOfChanges({ subjects, line, direction }: ReviewChanges, colors: Paint, width: number): readonly string[] {
  return [
    ...subjects.map(subject => changeText(subject, colors, width)),
    styleOf(direction, colors)(line),
  ];
}
