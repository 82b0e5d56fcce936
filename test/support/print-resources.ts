import { version } from 'aws-cdk-lib/package.json';
import { GRID, synthesizeRows } from './grid';

// Prints the resources of each row of the grid: `test/cdk-versions.test.ts` runs this on another version of the CDK.

const resources = [...synthesizeRows(GRID, { validation: false })].map(([name, { Resources }]) => [name, Resources]);
console.log(JSON.stringify({ version, resources: Object.fromEntries(resources) as object }));
