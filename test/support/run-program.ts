import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { App, AppProps, Stage } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import * as ts from 'typescript';
import { TemplateJson } from './fold';

/** Collects each app that a program creates, so that it can be synthesized. */
const apps: App[] = [];
class RememberedApp extends App {
  constructor(props?: AppProps) {
    super({ ...props, analyticsReporting: false });
    apps.push(this);
  }
}

/** Runs a program of the documents, and returns its app. */
export function runProgram(program: string): Stage {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const load = (name: string): unknown => {
    switch (name) {
      case 'aws-cdk-lib':
        return { ...cdk, App: RememberedApp };
      case 'cdk-platform-iam':
        return jest.requireActual('../../src');
      case 'cdk-platform-iam/cli':
        return jest.requireActual('../../cli');
      default:
        return jest.requireActual(name);
    }
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('require', 'exports', outputText)(load, {});
  return apps.pop()!;
}

/** All templates of an assembly by file name, also those of its stages and those that stacks upload. */
export function templatesOf({ directory }: { readonly directory: string }): Readonly<Record<string, TemplateJson>> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.template.json'));
  return Object.fromEntries(files.map(file =>
    [basename(file), JSON.parse(readFileSync(join(directory, file), 'utf8')) as TemplateJson]));
}
