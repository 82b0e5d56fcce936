import { join } from 'node:path';
import * as ts from 'typescript';
import { PROGRAMS, ROOT } from './support/readme';

test('the programs of the documents compile', () => {
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
