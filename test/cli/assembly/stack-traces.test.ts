import { placeIn } from '../../../cli/assembly/stack-traces';

test.each<[string, readonly string[], string | undefined]>([
  ['the line of the app', ['...new Key2 in aws-cdk-lib...', 'new ChurnStack (/app/churn.ts:17:17)', '<anonymous> (/app/app.ts:10:1)'], '/app/churn.ts:17:17'],
  ['no library', ['new Role (/app/node_modules/aws-cdk-lib/index.js:1:2)', 'at /app/app.ts:3:4'], '/app/app.ts:3:4'],
  ['no part of Node.js', ['Module._compile (node:internal/modules/cjs/loader:1521:14)'], undefined],
  ['not the program that runs constructs for other languages', ['new X (/tmp/jsii-kernel-1/x.js:1:2)', 'y (/lib/jsii-runtime.js:1:2)'], undefined],
  ['modules by URL', ['Object.<anonymous> (file:///app/app.mjs:3:4)'], '/app/app.mjs:3:4'],
  ['Windows', ['new Stack (C:\\app\\app.ts:3:4)'], 'C:\\app\\app.ts:3:4'],
  ['nothing of other lines', ['(no user code in 10 frames, use --stack-trace-limit to capture more)', 'Promise.all (index 0)'], undefined],
])('a stack trace gives %s', (_, lines, place) => {
  expect(placeIn(lines)).toBe(place);
});
