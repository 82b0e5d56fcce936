import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** One set of options of one construct. Without `difference` and `unionOf`, a default: it has a golden file. */
export interface Row {
  /** `PLATFORM/WHAT` */
  readonly name: string;
  /** The name of the class. */
  readonly construct: string;
  /** Makes the construct under the id `SUBJECT`, and what users bring to it by `Given`. */
  readonly build: (stack: Stack) => Construct;
  /**
   * How the statements differ from those of the default `from`: `+Sid`, `-Sid`, and `~Sid` where the statement says
   * something else. The trust policy is a statement of the name `trust`.
   */
  readonly difference?: { readonly from: string; readonly sids: readonly string[] };
  /** The rows whose statements together are those of this row. */
  readonly unionOf?: readonly string[];
}

/** The id of the construct of a row. */
export const SUBJECT = 'Subject';

/** What rows let a role do by statements of the user. No platform needs it. */
export const OWN_ACTION = 'mediastore:ListContainers';
