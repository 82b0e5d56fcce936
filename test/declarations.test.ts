import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rolledUp } from '../scripts/declarations';

// One file with the declarations of the package.

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'declarations-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function rollUp(files: Readonly<Record<string, string>>): string {
  Object.entries(files).forEach(([name, text]) => {
    const file = join(folder, `${name}.d.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  });
  return rolledUp(join(folder, 'index.d.ts'));
}

test('declares with its comments what the entry exports, and what that names', () => {
  expect(rollUp({
    'index': "export { Role, type Props } from './roles/role';",
    'roles/role': [
      "import * as iam from 'library/iam';",
      "import { Construct, IConstruct } from 'constructs';",
      "import { Base } from '../private/base';",
      '/** Unused. */',
      'export interface Unused {\n    readonly scope: IConstruct;\n}',
      '/** Options. */',
      'export interface Props {\n    /** The user. */\n    readonly user: iam.IUser;\n}',
      '/** A role. */',
      'export declare class Role extends Base {\n    constructor(scope: Construct, props: Props);\n}',
    ].join('\n'),
    'private/base': [
      "import { Construct } from 'constructs';",
      "import { PREFIX, Definition } from './definition';",
      '/**\n * The base.\n *\n * @internal\n */',
      'export declare abstract class Base extends Construct {',
      '    /** A name. */\n    readonly name: typeof PREFIX;',
      '    constructor(definition: Definition);',
      '    /**\n     * Binds.\n     *\n     * @internal\n     */\n    _bind(definition: Definition): void;',
      '    /** Grants. */\n    grant(): void;',
      '}',
    ].join('\n'),
    'private/definition': 'export interface Definition {\n}\nexport declare const PREFIX = "prefix";',
  })).toBe([
    "import * as iam from 'library/iam';",
    "import { Construct } from 'constructs';",
    '/** A role. */',
    'export declare class Role extends Base {\n    constructor(scope: Construct, props: Props);\n}',
    '/** Options. */',
    'export interface Props {\n    /** The user. */\n    readonly user: iam.IUser;\n}',
    '/**\n * The base.\n *\n * @internal\n */',
    'declare abstract class Base extends Construct {\n    /** A name. */\n    readonly name: typeof PREFIX;',
    '    /** Grants. */\n    grant(): void;\n}',
    'declare const PREFIX = "prefix";',
    'export {};\n',
  ].join('\n'));
});

test.each([
  ['two declarations of a name',
    { index: "import { Name as One } from './one';\nexport interface Name {\n    readonly one: One;\n}", one: 'export interface Name {\n}' },
    'two declarations are named Name'],
  ['a type that is imported where it is named',
    { index: "export interface Name {\n    readonly one: import('./one').One;\n}", one: 'export interface One {\n}' },
    'a declaration has no import of its own: export interface Name {'],
])('rejects %s', (_, files, message) => {
  expect(() => rollUp(files)).toThrow(`the declarations do not fit into one file: ${message}`);
});
