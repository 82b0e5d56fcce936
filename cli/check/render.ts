import { markdownOf } from './markdown';
import { CheckResult } from './model';
import { terminalTextOf } from './terminal-text';
import { choice } from '../choice';
import { TextFormat, TEXT_FORMATS } from '../report';

/** How a check is printed. */
export interface CheckForm {
  /** @default 'terminal' */
  readonly format?: TextFormat;
  /** @default false */
  readonly color?: boolean;
  /** The width of the terminal. @default 100 */
  readonly columns?: number;
}

/** The text of a check. */
export function renderCheck(result: CheckResult, { format = 'terminal', color = false, columns = 100 }: CheckForm = {}): string {
  switch (choice('format', format, TEXT_FORMATS)) {
    case 'json': return `${JSON.stringify(result, null, 2)}\n`;
    case 'markdown': return markdownOf(result);
    case 'terminal': return terminalTextOf(result, color, columns);
  }
}
