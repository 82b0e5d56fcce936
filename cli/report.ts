// What the three commands have in common: how they print, and what they answer to a pipeline.

/** How a report can be printed. */
export const FORMATS = ['terminal', 'markdown', 'html', 'json', 'sarif'] as const;
export type Format = typeof FORMATS[number];

/** The formats of what is no list of roles. */
export type TextFormat = Extract<Format, 'terminal' | 'markdown' | 'json'>;
export const TEXT_FORMATS: readonly TextFormat[] = ['terminal', 'markdown', 'json'];

/** What a review can find that a pipeline may fail for. */
export const FINDINGS = ['wider', 'changed', 'wide', 'warnings', 'quotas'] as const;
export type Finding = typeof FINDINGS[number];

export interface ReportOptions<F extends Format = Format> {
  /** @default 'terminal' */
  readonly format?: F;
  /** @default false */
  readonly color?: boolean;
  /** The width of the terminal. @default 100 */
  readonly columns?: number;
}

export interface Report {
  /** In the format that the options ask for. */
  readonly text: string;
  /** Whether there is something that the options fail for. */
  readonly isFailure: boolean;
}
