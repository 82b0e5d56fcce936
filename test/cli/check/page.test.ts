import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './construct/project';
import { filesIn } from './printed-app';
import { check } from '../../../cli/check/check';
import { checkIn } from '../../../cli/check/construct/check-in';
import { renderCheck } from '../../../cli/check/render';
import { SageMakerExecutionRole } from '../../../src';
import { runProgram } from '../../support/run-program';

// The examples of the page are what the command prints.

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'check.md'), 'utf8');

/** The blocks of a language. */
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);

const [program] = blocks('ts');
const [live, resources, options] = blocks('json');
const [ofApp, ofConstruct] = blocks('text');
const files = filesIn({ 'live.json': live, 'resources.json': resources, 'options.json': options });

test('the page shows the check of the app', () => {
  // The package has the name of each class, by which the construct tree calls it.
  Object.assign(SageMakerExecutionRole, { [Symbol.for('jsii.rtti')]: { fqn: 'cdk-platform-iam.SageMakerExecutionRole', version: '0.0.0' } });
  const result = check({
    app: runProgram(program).synth().directory,
    role: 'Churn/Jobs',
    live: [`${files}/live.json`],
    resources: [`${files}/resources.json`],
  });
  expect(renderCheck(result)).toBe(ofApp);
});

test('the page shows the check of the construct', () => {
  const result = checkIn(PROJECT, {
    construct: 'SageMakerExecutionRole',
    options: `${files}/options.json`,
    live: [`${files}/live.json`],
    account: '111122223333',
    region: 'eu-central-1',
  });
  expect(renderCheck(result)).toBe(ofConstruct);
});
