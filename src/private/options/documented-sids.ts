import { IConstruct } from 'constructs';

const SIDS = new WeakMap<IConstruct, () => readonly string[]>();

/** Remembers the Sids of the documented statements of a construct. */
export function setDocumentedSids(construct: IConstruct, sids: () => readonly string[]): void {
  SIDS.set(construct, sids);
}

/** The Sids of the statements that come from a vendor's document, and not from the app. */
export function documentedSidsOf(construct: IConstruct): readonly string[] {
  return SIDS.get(construct)?.() ?? [];
}
