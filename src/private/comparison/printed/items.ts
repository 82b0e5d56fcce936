import { JsonObject } from '../policy-statement';

// What a printed text says about roles and policies, before it is known which of it belongs to the role.

/** A role, user or group. */
export interface Owner {
  readonly kind: 'role' | 'user' | 'group';
  readonly name: string;
}

/** An inline policy, or a document about which the text says nothing. */
export interface DocumentItem {
  readonly is: 'document';
  /** @default - the text names none */
  readonly owner?: Owner;
  /** @default - the text names none */
  readonly name?: string;
  readonly document: JsonObject;
  /** Whether it is a version of a managed policy, whose ARN the text does not have. */
  readonly isVersion: boolean;
  /** The text in errors. */
  readonly subject: string;
}

/** The default version of a managed policy. */
export interface PolicyItem {
  readonly is: 'policy';
  readonly arn: string;
  readonly document: JsonObject;
  /** Whether it is in a list of all policies of the account. */
  readonly isListed: boolean;
  readonly subject: string;
}

/** A role by itself. */
export interface OwnerItem {
  readonly is: 'owner';
  readonly owner: Owner;
  /** @default - the text has only the name of the role */
  readonly arn?: string;
  /**
   * The ARN of the permissions boundary.
   *
   * @default - the role has none, or the text does not say
   */
  readonly boundary?: string;
  /** Whether the text has all policies of the role. */
  readonly isWhole: boolean;
}

/** A policy that the role has, by ARN or, for an inline policy, by name. */
export interface MentionItem {
  readonly is: 'attached' | 'inline';
  /** @default - the text names none */
  readonly owner?: Owner;
  readonly name: string;
}

/** A list of attached policies, which may be empty. */
export interface ListItem {
  readonly is: 'list';
  /** @default - the text names none */
  readonly owner?: Owner;
}

export type Item = DocumentItem | PolicyItem | OwnerItem | MentionItem | ListItem;
