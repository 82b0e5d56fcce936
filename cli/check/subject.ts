import { byDistance } from '../../src/private/options/near-misses';
import { Assembly, AssemblyStack } from '../assembly/assembly';
import { InputError } from '../input-error';
import { Group, groupsIn } from '../review/groups';
import { StackNames } from '../statements/stack-names';

/** The role of an app that is compared, or policies for principals that are not in the app. */
export interface CheckedSubject {
  readonly group: Group;
  readonly stack: AssemblyStack;
}

/** The subject with this path, name or logical id; without one, the only one of the app. */
export function subjectIn(assembly: Assembly, role: string | undefined): CheckedSubject {
  const all = assembly.stacks.flatMap(stack =>
    groupsIn(new StackNames(stack), assembly).map(group => ({ group, stack })));
  const found = role === undefined ? all : foundIn(all, role);
  if (found.length === 1) {
    return found[0];
  }
  const ids = all.map(({ group }) => group.id);
  if (ids.length === 0) {
    throw new InputError(`'${assembly.directory}' has no roles and policies to compare with`);
  }
  if (found.length > 1) {
    throw new InputError(
      `${role === undefined ? "'--role' must name one of the roles and policies" : `'--role' is the name of several, got '${role}'`}: ` +
        listed(found.map(({ group }) => group.id)));
  }
  throw new InputError(`'--role' must be the path, the logical id or the name of a role of the app, got '${role}': ` +
    `the nearest are ${listed(byDistance(role!, ids), 3)}`);
}

/** A path comes first, of a role or around it: a logical id or a name may be in several stacks. */
function foundIn(all: readonly CheckedSubject[], role: string): readonly CheckedSubject[] {
  const path = role.replace(/^\/|\/(?:Resource|Default)?$/g, '');
  const attempts: readonly ((group: Group) => boolean)[] = [
    ({ id }) => id === path,
    ({ id, kind }) => kind !== 'policy' && id.startsWith(`${path}/`),
    ({ resources }) => resources.some(({ logicalId }) => logicalId === role),
    ({ principal }) => ['RoleName', 'UserName', 'GroupName'].some(name => principal?.properties[name] === role),
  ];
  return attempts.map(matches => all.filter(({ group }) => matches(group))).find(({ length }) => length > 0) ?? [];
}

function listed(ids: readonly string[], limit = 10): string {
  return `${ids.slice(0, limit).map(id => `'${id}'`).join(', ')}${ids.length > limit && limit > 3 ? ', ...' : ''}`;
}
