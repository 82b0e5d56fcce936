import type * as api from '../index';
import { Finding, Report, ReportOptions, TextFormat } from '../report';

// What the sub-commands print: the functions of the API, with files in place of values.

export interface ReviewOptions extends ReportOptions {
  /** The directory of another assembly, to compare with. @default - no comparison */
  readonly base?: string;
  /** @default - no finding is a failure */
  readonly failOn?: readonly Finding[];
  /** Where the whole review is, for Markdown that is too long. @default - it is not said */
  readonly link?: string;
}

export interface BetweenOptions extends ReportOptions<TextFormat> {
  /** @default - no finding is a failure */
  readonly failOn?: readonly Finding[];
}

export interface ExplainOptions extends ReportOptions<TextFormat> {
  /** The name of the construct that the role is made by. @default - all constructs */
  readonly construct?: string;
  /** The directory of an assembly whose roles are searched, too. @default - none */
  readonly app?: string;
}

export interface CheckOptions extends ReportOptions<TextFormat>, Omit<api.CheckAppOptions, 'app'> {
  /** The name of a construct, to check without an app. @default - the role of the app */
  readonly construct?: string;
  /** A file with the options of the construct. @default - no options */
  readonly options?: string;
}

export interface Reports {
  readonly review: (assembly: string, options: ReviewOptions) => Report;
  /** Of two versions of the package, by their directories. */
  readonly between: (base: string, head: string, options: BetweenOptions) => Report;
  readonly explain: (message: string, options: ExplainOptions) => Report;
  readonly check: (assembly: string, options: CheckOptions) => Report;
}

type Api = Pick<typeof api,
  'check' | 'checkConstruct' | 'compareReviews' | 'explain' | 'failures' | 'renderCheck' | 'renderExplanation'
  | 'renderReview' | 'review' | 'reviewPackage'>;

/** The reports by the functions of the API, which take time to load. */
export function reportsOf(functions: Api): Reports {
  return {
    review: (assembly, { base, failOn = [], ...form }) => {
      const review = functions.review(assembly);
      const changes = base === undefined ? undefined : functions.compareReviews(functions.review(base), review);
      return {
        text: functions.renderReview(review, { ...form, changes }),
        isFailure: functions.failures(review, changes).some(failure => failOn.includes(failure)),
      };
    },
    between: (older, newer, { failOn = [], ...form }) => {
      const review = functions.reviewPackage(newer);
      const changes = functions.compareReviews(functions.reviewPackage(older), review);
      return {
        text: functions.renderReview(review, { ...form, changes }),
        isFailure: functions.failures(review, changes).some(failure => failOn.includes(failure)),
      };
    },
    explain: (message, { construct, app, color, format }) => {
      const review = app === undefined ? undefined : functions.review(app);
      const explanation = functions.explain(message, { construct, review });
      return { text: functions.renderExplanation(explanation, { format, color }), isFailure: false };
    },
    check: (assembly, { construct, options, color, format, columns, ...live }) => {
      const result = construct === undefined ? functions.check({ ...live, app: assembly })
        : functions.checkConstruct({ ...live, construct, options });
      return { text: functions.renderCheck(result, { format, color, columns }), isFailure: !result.isSufficient };
    },
  };
}
