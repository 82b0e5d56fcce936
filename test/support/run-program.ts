import { App, AppProps, Stage } from 'aws-cdk-lib';
import * as cdk from 'aws-cdk-lib';
import * as ts from 'typescript';

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
