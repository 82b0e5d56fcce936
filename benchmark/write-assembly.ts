import './newest-cdk';
import { report } from './children';
import { writeAssembly } from './synthesize';

// Writes an app with this many roles into a directory.

if (require.main === module) {
  const [roles, directory] = process.argv.slice(2);
  writeAssembly(Number(roles), directory);
  report(directory);
}
