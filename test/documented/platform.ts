import { VendorDocument } from './documents';
import { Source } from '../../src/private/statements/documented-statement';
import { Statement } from '../support/policies';

/** A statement of ours in a template, with the source and note from its data. */
export interface OurStatement extends Statement {
  readonly Sid: string;
  readonly source: Source;
  readonly note?: string;
}

/**
 * The result of a set of options: the role's statements, and those of its trust policy with principals as resources.
 */
export interface OptionSet {
  readonly permissions: readonly OurStatement[];
  readonly trust: readonly OurStatement[];
}

/** Why none of our statements grants what the page grants. The conformance test proves the kinds that it can. */
export type DropKind =
  /** The service authorization reference has no such action. */
  | 'no such action'
  /** The printed ARN is of no resource that supports the action. */
  | 'invalid ARN'
  /** The printed ARN has the right form, but no resource that supports the action can have it. */
  | 'no such resource'
  /** AWS has ended the service. */
  | 'service ended'
  /** No program of the vendor calls the action, in any release, and nothing grants it here. */
  | 'unused'
  /** The platform grants this elsewhere, and the document's action is granted there. */
  | 'granted elsewhere'
  /** The platform grants this with other options, and the document is also compared with those. */
  | 'other options';

export interface Dropped {
  readonly kind: DropKind;
  readonly because: string;
  readonly pairs: readonly string[];
}

/**
 * The differences between a document and an option set. A pair is the action, and after a space its resource as
 * printed, if that is not `*`.
 */
export interface Deviations {
  /** By the Sids of the statements that grant a part, separated by commas. Their notes give the reason. */
  readonly narrowed?: Readonly<Record<string, readonly string[]>>;
  readonly dropped?: readonly Dropped[];
}

/** The documents of a platform, and how the library deviates from them. */
export interface DocumentedPlatform {
  readonly name: string;
  readonly documents: readonly VendorDocument[];
  /** The number of printed actions, including repetitions, so that no document is shortened by accident. */
  readonly printedActions: number;
  /** Concrete names for the placeholders of the pages. */
  readonly names: Readonly<Record<string, string>>;
  readonly optionSets: Readonly<Record<string, () => OptionSet>>;
  /** All comparisons, by document and option set, and all differences in them. */
  readonly deviations: Readonly<Record<string, Readonly<Record<string, Deviations>>>>;
  readonly sources: Readonly<Record<string, Source>>;
}
