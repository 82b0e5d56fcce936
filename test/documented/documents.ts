import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Conditions } from '../../src/private/statements/documented-statement';

/** A statement as printed on a vendor page, with the page's placeholders. */
export interface PrintedStatement {
  readonly actions: readonly string[];
  /** Absent if a fragment prints no resources. */
  readonly resources?: readonly string[];
  readonly principal?: Partial<Readonly<Record<'Service' | 'Federated', string>>>;
  readonly conditions?: Conditions;
}

/** One policy of a vendor page, or a fragment of a policy. */
export interface VendorDocument {
  /** `PLATFORM/NAME` */
  readonly id: string;
  readonly section: string;
  readonly kind: 'permissions' | 'trust';
  /** The corrections that were needed to parse it. */
  readonly repairs: readonly string[];
  readonly statements: readonly PrintedStatement[];
}

/** An action on a resource under a condition: the smallest unit of what the page grants. */
export interface PrintedPair {
  readonly action: string;
  /** As printed; `*` if the page prints no resource. The principal, in a trust policy. */
  readonly resource: string;
  /** The resource with concrete names in place of the page's placeholders. */
  readonly boundResource: string;
  readonly conditions: Conditions;
}

export function loadDocuments(platform: string): readonly VendorDocument[] {
  const folder = join(__dirname, platform);
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as VendorDocument);
}

/** The pairs of a document, without duplicates. */
export function pairsOf({ statements }: VendorDocument, names: Readonly<Record<string, string>>): PrintedPair[] {
  const pairs = statements.flatMap(({ actions, resources, principal, conditions = {} }) =>
    actions.flatMap(action =>
      (principal ? Object.values(principal) : (resources ?? ['*'])).map(resource => ({
        action,
        resource,
        boundResource: bind(resource, names),
        conditions: JSON.parse(bind(JSON.stringify(conditions), names)) as Conditions,
      })),
    ),
  );
  const byText = new Map(pairs.map(pair => [JSON.stringify(pair), pair]));
  return [...byText.values()];
}

/** Concrete names for the placeholders of a page. */
function bind(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)\}/g, (_placeholder, name: string) => {
    if (names[name] === undefined) {
      throw new Error(`no concrete name for \${${name}}`);
    }
    return names[name];
  });
}
