import { ApiMember, ApiType, apiTypes } from './api-types';
import { code, link, page } from './markdown';
import { snakeCase } from './names';
import { table } from '../tables';

/** The classes whose objects options take, with their constants and factories. */
export function classesPage(): string {
  const classes = [...apiTypes().values()]
    .filter(({ kind, members, props }) => kind !== 'struct' && members.length > 0 && props === undefined)
    .sort((one, other) => one.name.localeCompare(other.name));
  return page([
    '# Classes that options take',
    `${link('Reference', 'README.md')}. The names of factories in Python are in the second line.`,
    classes.map(({ name }) => `- ${link(code(name), `#${name.toLowerCase()}`)}`).join('\n'),
    ...classes.flatMap(type => [`## ${type.name}`, type.text, membersTable(type)]),
  ]);
}

function membersTable({ name, members, kind }: ApiType): string {
  return table(['Member', 'Meaning'], members.map(member =>
    [memberNames(name, member, kind), member.text.replace(/\s*\n\s*/g, ' ')]));
}

function memberNames(of: string, { name, type }: ApiMember, kind: ApiType['kind']): string {
  return kind === 'class' && type.startsWith('(')
    ? `${code(`${of}.${name}${type.replaceAll('|', '\\|')}`)}<br>${code(`${of}.${snakeCase(name)}(${parameters(type)})`)}`
    : code(`${of}.${name}`);
}

/** The names of the parameters of a factory in Python. */
function parameters(type: string): string {
  return [...type.matchAll(/(\.{3})?(\w+)\??:/g)].map(([, rest, name]) => `${rest ? '*' : ''}${snakeCase(name)}`).join(', ');
}
