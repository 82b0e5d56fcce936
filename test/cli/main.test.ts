import * as fs from 'node:fs';
import { version } from '../../package.json';

const { argv, exitCode } = process;

afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
});

test.each<[string, number, 'stdout' | 'stderr', string]>([
  ['--version', 0, 'stdout', version],
  ['revew', 2, 'stderr', 'cdk-platform-iam: unknown command'],
])('%s runs with the arguments of the process and exits with %i', async (argument, expected, stream, text) => {
  process.argv = ['node', 'cdk-platform-iam', argument];
  const write = jest.spyOn(process[stream], 'write').mockReturnValue(true);
  try {
    jest.isolateModules(() => jest.requireActual<object>('../../cli/main'));
    await new Promise(setImmediate);
    expect(write).toHaveBeenCalledWith(expect.stringContaining(text));
    expect(process.exitCode).toBe(expected);
  } finally {
    write.mockRestore();
  }
});

test('ends if the program that reads its output has read enough', () => {
  const exit = jest.spyOn(process, 'exit').mockReturnValue(undefined as never);
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.argv = ['node', 'cdk-platform-iam', '--version'];
  const before = process.stdout.listeners('error');
  try {
    jest.isolateModules(() => jest.requireActual<object>('../../cli/main'));
    const [closed] = process.stdout.listeners('error').filter(listener => !before.includes(listener));
    closed(new Error('EPIPE'));
    expect(exit).toHaveBeenCalledWith();
  } finally {
    exit.mockRestore();
    write.mockRestore();
  }
});

test('explain reads the standard input', async () => {
  const text = 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject';
  const readFileSync = (file: number | string, encoding: BufferEncoding) =>
    file === 0 ? text : fs.readFileSync(file, encoding);
  process.argv = ['node', 'cdk-platform-iam', 'explain'];
  const printed = new Promise<string>(resolve => jest.spyOn(process.stdout, 'write').mockImplementation(shown => {
    resolve(String(shown));
    return true;
  }));
  jest.isolateModules(() => {
    jest.doMock('node:tty', () => ({ isatty: () => false }));
    jest.doMock('node:fs', () => ({ ...fs, readFileSync }));
    jest.requireActual<object>('../../cli/main');
  });
  try {
    expect(await printed).toContain('s3:GetObject');
  } finally {
    jest.restoreAllMocks();
    jest.dontMock('node:tty').dontMock('node:fs');
  }
});
