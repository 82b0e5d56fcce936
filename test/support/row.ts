import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Fixtures } from './given';

/** One set of options of one construct. Without `difference` and `unionOf` it is a default, which has a golden file. */
export interface Row {
  /** `PLATFORM/WHAT` */
  readonly name: string;
  /** The name of the class. */
  readonly construct: string;
  /**
   * Creates the construct under the id `SUBJECT`, from the resources of users: by default those of a new `Fixtures`.
   */
  readonly build: (stack: Stack, given?: Fixtures) => Construct;
  /**
   * How the statements differ from those of the default `from`: `+Sid`, `-Sid`, and `~Sid` for a changed statement. The
   * trust policy counts as a statement with the Sid `trust`.
   */
  readonly difference?: { readonly from: string; readonly sids: readonly string[] };
  /** The rows whose combined statements are those of this row. */
  readonly unionOf?: readonly string[];
}

/** The id of the construct of a row. */
export const SUBJECT = 'Subject';
