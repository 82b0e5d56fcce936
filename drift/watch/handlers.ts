import { Handlers } from '../../test/vendors/data';
import { differencesOf, Finding, without } from '../difference';
import { holdersOrNone, OwnFacts } from '../own';

/** The permissions that CloudFormation needs to make resources, against those that tests know. */
export function handlerDrift({ statements }: OwnFacts, read: Handlers, newest: Handlers, version: string): Finding {
  // CloudFormation asks them of users, not of roles.
  const ofUsers = statements.filter(({ construct }) => construct.endsWith('UserPolicy'));
  const differences = Object.keys(read).flatMap(type => {
    const difference = differencesOf('handlers', `${type} (cfn-lint ${version})`);
    const [before, after] = [read, newest].map(handlers => permissionsOf(handlers[type] ?? {}));
    return [
      ...without(after, before).map(permission => ['+', permission] as const),
      ...without(before, after).map(permission => ['-', permission] as const),
    ].map(([sign, permission]) => difference(`${sign} ${permission}`, holdersOrNone(ofUsers, permission.split(' ')[0])));
  });
  return { differences, notes: [] };
}

function permissionsOf(handlers: Handlers[string]): readonly string[] {
  return Object.entries(handlers).flatMap(([permission, operations]) =>
    operations.map(operation => `${permission} to ${operation}`));
}
