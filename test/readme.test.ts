import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, AppProps, Stage } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import * as ts from 'typescript';
import { generatedReadme } from '../scripts/readme-tables';

const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const PROGRAMS = [...README.matchAll(/^### (.*)$|^## (.*)$|^```ts\n([\s\S]*?)^```$/gm)]
  .reduce<[string, string][]>((programs, [, section, chapter, program]) => {
    const [title] = programs.slice(-1)[0] ?? [''];
    return program === undefined ? [...programs, [section ?? chapter, '']] : [...programs, [title, program]];
  }, [])
  .filter(([, program]) => program !== '');

test('the README shows programs', () => {
  expect(PROGRAMS.length).toBeGreaterThan(8);
});

test('its tables are as they are generated (write them anew with npx projen readme)', async () => {
  expect(README).toBe(await generatedReadme(README));
});

/** An app that remembers itself, so that a program which makes one can be synthesized. */
const apps: App[] = [];
class RememberedApp extends App {
  constructor(props?: AppProps) {
    super({ ...props, analyticsReporting: false });
    apps.push(this);
  }
}

function run(program: string): Stage {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const load = (name: string): unknown => {
    switch (name) {
      case 'aws-cdk-lib':
        return { ...cdk, App: RememberedApp };
      case 'cdk-platform-iam':
        return jest.requireActual('../src');
      default:
        return jest.requireActual(name);
    }
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('require', 'exports', outputText)(load, {});
  return apps.pop()!;
}

test.each(PROGRAMS)('the program under "%s" runs, and makes a role', (_section, program) => {
  const [{ template }] = run(program).synth().stacks as { template: { Resources: Record<string, { Type: string }> } }[];
  expect(Object.values(template.Resources).map(({ Type }) => Type)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^AWS::IAM::/)]),
  );
});

test('the programs compile', () => {
  const files = new Map(PROGRAMS.map(([, program], index) => [join(ROOT, `readme-${index}.ts`), program]));
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = file => files.has(file) || fileExists.call(host, file);
  host.readFile = file => files.get(file) ?? readFile.call(host, file);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, target, ...others) =>
    files.has(file) ? ts.createSourceFile(file, files.get(file)!, target) : getSourceFile(file, target, ...others);
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = [...files.keys()]
    .flatMap(file => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(problems).toEqual([]);
}, 60_000);
