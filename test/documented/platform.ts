import { VendorDocument } from './documents';
import { Source } from '../../src/private/statements/documented-statement';
import { Statement } from '../support/policies';

/** A statement of ours as it stands in a template, with what its data says of it. */
export interface OurStatement extends Statement {
  readonly Sid: string;
  readonly source: Source;
  readonly note?: string;
}

/** What options make: the statements of the role, and those of its trust policy with the principals as resources. */
export interface OptionSet {
  readonly permissions: readonly OurStatement[];
  readonly trust: readonly OurStatement[];
}

/** Why nothing of ours holds what the page grants. The conformance test proves the kinds that it can. */
export type DropKind =
  /** The service authorization reference has no such action. */
  | 'no such action'
  /** The printed ARN is of no resource that the action can be on. */
  | 'invalid ARN'
  /** The printed ARN has the right form, and yet nothing that the action is on can have it. */
  | 'no such resource'
  /** AWS has ended the service. */
  | 'service ended'
  /** The platform does this elsewhere, and there the document's own action is granted. */
  | 'granted elsewhere'
  /** The platform does this under other options, and the comparison of the document with these has it. */
  | 'other options';

export interface Dropped {
  readonly kind: DropKind;
  readonly because: string;
  readonly pairs: readonly string[];
}

/**
 * How a document differs from an option set. A pair is the action, and after a space its resource where that is not
 * `*`, as printed.
 */
export interface Deviations {
  /** By the Sids of the statements that hold a part, joined by a comma. Their notes say why. */
  readonly narrowed?: Readonly<Record<string, readonly string[]>>;
  readonly dropped?: readonly Dropped[];
}

/** What a platform brings: its documents stand beside it. */
export interface DocumentedPlatform {
  readonly name: string;
  readonly documents: readonly VendorDocument[];
  /** How many actions the documents print, repetitions counted: nobody shortens them unnoticed. */
  readonly printedActions: number;
  /** Concrete names for the placeholders of the pages. */
  readonly names: Readonly<Record<string, string>>;
  readonly optionSets: Readonly<Record<string, () => OptionSet>>;
  /** By document and option set: all comparisons that are made, and all that differs in them. */
  readonly deviations: Readonly<Record<string, Readonly<Record<string, Deviations>>>>;
  readonly sources: Readonly<Record<string, Source>>;
}
