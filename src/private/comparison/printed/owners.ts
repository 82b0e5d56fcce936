import { Item, Owner } from './items';
import { formatJson, reject } from '../../options/plain-errors';

/** Whose policies are compared. */
export interface OwnerChoice {
  /** The kinds that a construct's policies can belong to. */
  readonly kinds: readonly Owner['kind'][];
  /** @default - the only owner of these kinds */
  readonly name?: string;
}

/** The only owner of an accepted kind in the documents, or the chosen one. */
export function ownerIn(items: readonly Item[], { kinds, name }: OwnerChoice): Owner | undefined {
  const owners = distinct(items.flatMap(item => ('owner' in item && item.owner ? [item.owner] : [])));
  const wanted = kinds.join(', ').replace(/, (?=\w+$)/, ' or ');
  if (owners.length === 0) {
    return name === undefined ? undefined : reject(
      `'documents' don't name a ${wanted}, so 'roleName' can't choose ${formatJson(name)}: leave it out`,
    );
  }
  const found = owners.filter(owner => kinds.includes(owner.kind) && (name === undefined || owner.name === name));
  if (found.length === 0) {
    reject(
      `'documents' have no ${wanted}${name === undefined ? '' : ` ${formatJson(name)}`}, they are of ${inWords(owners)}`,
    );
  }
  return found.length === 1 ? found[0] : reject(
    `'documents' must be of one ${wanted}, got ${inWords(found)}: compare one at a time${
      name === undefined ? ", or choose it with 'roleName'" : ''}`,
  );
}

export function sameOwner(one: Owner, other: Owner | undefined): boolean {
  return one.kind === other?.kind && one.name === other.name;
}

function distinct(owners: readonly Owner[]): readonly Owner[] {
  return owners.filter((owner, index) => owners.findIndex(other => sameOwner(other, owner)) === index);
}

function inWords(owners: readonly Owner[]): string {
  return owners.map(({ kind, name }) => `the ${kind} ${formatJson(name)}`).join(' and ');
}
