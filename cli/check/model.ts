// What a check says, as data: each output format shows this, and `--format json` prints it.

/** The comparison of a live role with what the role of an app, or a construct, grants. */
export interface CheckResult {
  /** The version of this form. */
  readonly schema: 1;
  /** Whether the live role is proved to have everything. */
  readonly isSufficient: boolean;
  readonly expected: Expected;
  readonly live: Live;
  /** How many pairs of an action and a resource are granted for certain. Absent for a construct without an app. */
  readonly granted?: number;
  /** What the live role lacks for certain. */
  readonly missing: readonly CheckFinding[];
  /** What can't be decided. */
  readonly unclear: readonly CheckFinding[];
  /** What the live role has beyond the needs. */
  readonly beyond: readonly CheckFinding[];
  /** The managed policies that the app attaches, and that the live role is not shown to have. */
  readonly notAttached: readonly string[];
  /** Policies of the live role and its boundary, by ARN or name, that no file has. */
  readonly notPrinted: readonly string[];
  /** Values in the statements of the app that are known at the deployment only. */
  readonly unknown: readonly UnknownValue[];
  /** What else to know about the verdict. */
  readonly notes: readonly string[];
}

/** What the live role is compared with. */
export interface Expected {
  /** The path in the app, or the class name of the construct. */
  readonly subject: string;
  /** The class of this library that grants it. */
  readonly construct?: string;
  readonly stack?: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

export interface Live {
  /** The files as they were named. */
  readonly files: readonly string[];
  /** The ARN of the role, if a file has it. */
  readonly arn?: string;
}

export interface CheckFinding {
  /** The Sid: of the app for a missing or unclear permission, of the live role for one beyond. */
  readonly sid?: string;
  readonly action: string;
  /** The resource, with `${LogicalId}` for what is known at the deployment only. */
  readonly resource: string;
  readonly reason: string;
  readonly details?: string;
  /** Whether the platform may need it. `false` for what only the vendor's policies and pages grant. */
  readonly required: boolean;
}

/** A value that the template does not have. */
export interface UnknownValue {
  /** As findings show it: `${Data.Arn}` */
  readonly text: string;
  /** The path of the construct that it belongs to. */
  readonly construct?: string;
  readonly stack: string;
}
