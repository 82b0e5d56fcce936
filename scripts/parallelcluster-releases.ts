import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadRelease, releaseFacts } from './parallelcluster/facts';
import { OUTPUT, pythonOf, vendorEnvironment } from '../judge/environments';
import { writeData } from '../test/vendors/data';
import { RELEASES } from '../test/vendors/releases';

// Reads the modules of every release of ParallelCluster that PyPI has, and writes what they say about permissions.

/** All of 2.11, whose releases the constructs for ParallelCluster 2 are for, and all of 3. */
const FIRST = ['2.11.0', '3.0.0'];

async function write(): Promise<void> {
  const folder = join(OUTPUT, 'vendors', 'wheels');
  const file = join(folder, 'facts.json');
  mkdirSync(folder, { recursive: true });
  const script = join(__dirname, '..', 'judge', 'vendors', 'python', 'modules', 'releases.py');
  execFileSync(pythonOf(vendorEnvironment('pypi')), [script, folder, file, 'aws-parallelcluster', ...FIRST], { stdio: 'inherit' });
  const facts = await releaseFacts(JSON.parse(readFileSync(file, 'utf8')) as readonly ReadRelease[]);
  writeData(RELEASES, facts);
  const { releases, grants, calls, resources } = facts;
  console.log(`${Object.keys(releases).length} releases, the newest is ${Object.keys(releases).at(-1)}: ` +
    `${grants.length} grants, ${calls.length} calls, ${resources.length} types of resources`);
}

void write();
