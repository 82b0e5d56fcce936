import { nameClasses } from '../test/cli/support/rtti';

// The example app, with the names of classes that the construct tree has where the app uses the package.

nameClasses();
void import('../examples/typescript/app.js');
