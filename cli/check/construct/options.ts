import { LiveOptions } from '../check';

export interface CheckConstructOptions extends LiveOptions {
  /** The name of a construct of this library. */
  readonly construct: string;
  /** A file with its options in JSON. @default - no options */
  readonly options?: string;
  /** The directory whose packages make the construct. @default '.' */
  readonly directory?: string;
}
