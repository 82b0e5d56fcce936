import { DOCUMENTS } from './support/readme';
import { headingsOf } from '../scripts/reference/markdown';

// The guides of all platforms have the same parts, so that a reader of one finds their way in the others.

const PARTS = [
  'Choose', 'First program', 'Tasks', 'What it can reach', 'Regions and accounts', 'Warnings and errors', 'Questions', 'Coming from',
  'Reference',
];

/** Each guide leads to the reference of its constructs. */
const GUIDES = DOCUMENTS.filter(({ text }) => /<!-- BEGIN [\w-]+-reference -->/.test(text));

test('there is a guide for each platform, and two for ParallelCluster 3', () => {
  expect(GUIDES.map(({ file }) => file)).toHaveLength(6);
});

test.each(GUIDES)('$file has the parts of a guide in their order', ({ text }) => {
  expect(headingsOf(text).filter(({ level }) => level === 2).map(({ title }) => title)).toEqual(PARTS);
});

test.each(GUIDES)('$file shows its first program, how to run it and what comes out', ({ text }) => {
  const [, first] = /^## First program$([\s\S]*?)^## /m.exec(text)!;
  expect(first).toMatch(/^```ts$/m);
  expect(first).toMatch(/npx cdk synth --app/);
  expect(first).toMatch(/The template has/);
});

test.each(GUIDES)('$file has a diagram, and a table to choose from', ({ text }) => {
  expect(text).toMatch(/^```mermaid$/m);
  expect(text).toMatch(/^\| I want .*\|/m);
});
