import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Handlers } from '../../test/vendors/data';

interface Schema {
  readonly typeName: string;
  readonly handlers?: Readonly<Record<string, { readonly permissions?: readonly string[] }>>;
}

const OPERATIONS = ['create', 'delete', 'update'];

/** The permissions of handlers in the schemas of the PyPI package `cfn-lint`, by type and permission. */
export function handlersOf(folder: string, types: readonly string[]): Handlers {
  const schemas = join(folder, 'cfnlint', 'data', 'schemas', 'resources');
  const found = readdirSync(schemas).map(file => JSON.parse(readFileSync(join(schemas, file), 'utf8')) as Schema)
    .filter(({ typeName }) => types.includes(typeName));
  return Object.fromEntries(found.map(schema => [schema.typeName, permissionsOf(schema)]));
}

/** When AWS published the schemas. */
export function schemaDate(folder: string): string {
  const { schema_date: date } = JSON.parse(
    readFileSync(join(folder, 'cfnlint', 'data', 'schemas', 'version.json'), 'utf8')) as { schema_date: string };
  return date.slice(0, 10);
}

function permissionsOf({ handlers = {} }: Schema): Handlers[string] {
  const found: Record<string, string[]> = {};
  for (const operation of OPERATIONS) {
    for (const permission of handlers[operation]?.permissions ?? []) {
      const [service, action] = permission.split(':');
      const name = `${service.toLowerCase()}:${action}`;
      found[name] = [...new Set([...found[name] ?? [], operation])];
    }
  }
  return found;
}
