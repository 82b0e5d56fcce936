import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Conditions } from '../../src/private/statements/documented-statement';

/** A statement as a vendor page prints it, with the page's placeholders. */
export interface PrintedStatement {
  readonly actions: readonly string[];
  /** Absent in a fragment that prints none. */
  readonly resources?: readonly string[];
  readonly principal?: { readonly Service: string };
  readonly conditions?: Conditions;
}

/** One policy, or fragment of one, of a vendor page. */
export interface VendorDocument {
  /** `PLATFORM/NAME` */
  readonly id: string;
  readonly section: string;
  readonly kind: 'permissions' | 'trust';
  /** What had to be mended to make it data. */
  readonly repairs: readonly string[];
  readonly statements: readonly PrintedStatement[];
}

/** An action on a resource under a condition: what the page grants, in its smallest parts. */
export interface PrintedPair {
  readonly action: string;
  /** As printed; `*` where none is. In a trust policy the principal. */
  readonly resource: string;
  /** The resource with concrete names for the page's placeholders. */
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

/** The pairs of a document, each once. */
export function pairsOf({ statements }: VendorDocument, names: Readonly<Record<string, string>>): PrintedPair[] {
  const pairs = statements.flatMap(({ actions, resources, principal, conditions = {} }) =>
    actions.flatMap(action =>
      (principal ? [principal.Service] : (resources ?? ['*'])).map(resource => ({
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
