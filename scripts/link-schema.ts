import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

// The oldest CDK needs another version of its assembly schema than the newest, below its own folder. npm takes it for a
// part of the CDK's bundle there, and npm ci leaves it out. It is installed under another name, and linked.

const NODE_MODULES = join(__dirname, '..', 'node_modules');
const SCHEMA = join(NODE_MODULES, 'aws-cdk-lib', 'node_modules', '@aws-cdk', 'cloud-assembly-schema');

if (!existsSync(SCHEMA)) {
  mkdirSync(dirname(SCHEMA), { recursive: true });
  symlinkSync(join(NODE_MODULES, 'cloud-assembly-schema-oldest'), SCHEMA, 'dir');
}
