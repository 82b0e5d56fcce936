import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { noticesOf } from '../../scripts/notices';

// The command and its API as the package has them.

const ROOT = join(__dirname, '..', '..');

/** Prints the modules that a script has loaded, as the last line of the standard error. */
const RECORDED = "process.on('exit', () => console.error(JSON.stringify(Object.keys(require.cache)))); require(process.argv[1])";

const folder = mkdtempSync(join(tmpdir(), 'command-'));
const bundle = join(folder, 'cli');
const app = join(folder, 'cdk.out');

beforeAll(() => {
  execFileSync(process.execPath, [require.resolve('tsx/cli'), join(ROOT, 'scripts', 'bundle-command.ts'), bundle]);
  writeAssembly();
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeAssembly(): void {
  mkdirSync(app);
  const trust = { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } }] };
  const files = {
    'manifest.json': {
      version: '36.0.0',
      artifacts: { Stack: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Stack.template.json' } } },
    },
    'Stack.template.json': {
      Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } } },
    },
  };
  Object.entries(files).forEach(([name, content]) => writeFileSync(join(app, name), JSON.stringify(content)));
}

test('the command starts by itself', () => {
  const main = join(bundle, 'main.js');
  expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(() => accessSync(main, constants.X_OK)).not.toThrow();
});

test.each([
  [['--help'], ['main.js']],
  [['--version'], ['main.js']],
  [['review', '--help'], ['main.js']],
  [['review', '--formt'], ['main.js']],
  [['review', app], ['index.js', 'main.js']],
  [['review', app, '--format', 'html'], ['index.js', 'main.js']],
  [['explain', 's3:GetObject'], ['index.js', 'main.js']],
])('%j loads only %j', (args, files) => {
  const { stderr } = spawnSync(process.execPath, ['--eval', RECORDED, join(bundle, 'main.js'), ...args], { encoding: 'utf8' });
  const loaded = JSON.parse(stderr.trimEnd().split('\n').at(-1)!) as readonly string[];
  expect(loaded.map(file => relative(bundle, file)).sort()).toEqual(files);
});

test('the API can be required and imported', () => {
  const names = (code: string) => execFileSync(process.execPath, ['--eval', code, join(bundle, 'index.js')], { encoding: 'utf8' });
  expect(names("console.log(Object.keys(require(process.argv[1])).join(' '))")).toBe(
    names("import(process.argv[1]).then(api => console.log(Object.keys(api).filter(name => !/^(default|module.exports)$/.test(name)).join(' ')))"));
});

test('the API has declarations that import nothing else', () => {
  const declarations = readdirSync(bundle, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts'));
  expect(declarations).toContain('index.d.ts');
  declarations.forEach(file => expect(readFileSync(join(bundle, file), 'utf8')).not.toMatch(/from '[^.]/));
});

describe('the notices', () => {
  test('have the licence of each library', () => {
    const notices = readFileSync(join(bundle, 'NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^commander \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(notices).toContain('Copyright (c) 2011 TJ Holowaychuk');
  });

  test.each([
    ['GPL-3.0', { LICENSE: 'text' }, 'the command must not contain library 1.0.0: its licence is GPL-3.0'],
    [undefined, { LICENSE: 'text' }, 'the command must not contain library 1.0.0: its licence is unknown'],
    ['MIT', {}, 'the command must not contain library 1.0.0: the package has no text of its licence'],
  ])('fail for a library with the licence %s and the files %j', (license, files, message) => {
    const library = join(folder, 'node_modules', 'library');
    rmSync(library, { recursive: true, force: true });
    mkdirSync(library, { recursive: true });
    Object.entries({ ...files, 'package.json': JSON.stringify({ name: 'library', version: '1.0.0', license }) })
      .forEach(([name, text]) => writeFileSync(join(library, name), text));
    expect(() => noticesOf([join(library, 'index.js')])).toThrow(message);
  });
});
