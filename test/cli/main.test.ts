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
