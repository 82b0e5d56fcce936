import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { PROJECT } from './output';

/** What the compiler says about the library with the types of a version of the CDK. */
export function problemsOn(cdk: string): readonly string[] {
  const program = ts.createProgram([join(PROJECT, 'src', 'index.ts')], {
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    paths: { 'aws-cdk-lib': [cdk], 'aws-cdk-lib/*': [join(cdk, '*')] },
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(cdk, 'aws-cdk-lib');
    return `${file ? relative(PROJECT, file.fileName) : 'src'}: ${text}`;
  });
}
