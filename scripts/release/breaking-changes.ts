import { spawnSync } from 'node:child_process';

/** The changes from one folder with a jsii assembly to another that break users. */
export function breakingChanges(released: string, now: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath, [require.resolve('jsii-diff/bin/jsii-diff'), released, now, '--keys'],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const found = `${stdout}${stderr}`.split('\n').filter(line => line.startsWith('err'));
  if (status !== 0 && found.length === 0) {
    throw new Error(`jsii-diff did not compare the assemblies: ${stderr}`);
  }
  return found.map(line => line.replace(/^err\s+- /, ''));
}
