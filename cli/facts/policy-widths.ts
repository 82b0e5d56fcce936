import json from './policy-widths.json';

// How much the AWS managed policies allow. Customers see their names only: the documents are not in templates.

/** From the widest. A policy that is not wide is `limited`. */
export type PolicyWidth =
  /** Every action on every resource, at most without some services. */
  | 'everything'
  /** Identities, roles or policies: it can give itself more permissions. */
  | 'changes permissions'
  | 'writes to any resource'
  | 'reads any resource'
  | 'limited';

/** Names with their paths and a space between them, by width. */
export type PolicyWidthFacts = Readonly<Record<PolicyWidth, string>>;

const FACTS: PolicyWidthFacts = json;

let widths: ReadonlyMap<string, PolicyWidth> | undefined;

/**
 * How much an AWS managed policy allows in its newest known version; nothing if AWS published it later.
 *
 * @param name with its path: `service-role/AmazonEC2RoleforSSM`
 */
export function widthOf(name: string): PolicyWidth | undefined {
  widths ??= new Map(Object.entries(FACTS).flatMap(([width, names]) =>
    names.split(' ').map(one => [one, width as PolicyWidth] as const)));
  return widths.get(name);
}
