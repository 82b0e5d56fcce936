import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodesIn } from './support/markdown';
import { exampleReviews, REVIEWS } from '../../scripts/example-reviews';

let files: Readonly<Record<string, string>>;

beforeAll(async () => {
  files = await exampleReviews();
}, 60_000);

test('the reviews of the example app are up to date (write them with npm run update)', () => {
  expect(readdirSync(REVIEWS).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) {
    expect(readFileSync(join(REVIEWS, name), 'utf8')).toBe(text);
  }
});

test('they name no folder of this machine', () => {
  expect(Object.values(files).filter(text => text.includes(process.cwd()) || /\/(?:tmp|home|root|Users)\//.test(text))).toEqual([]);
});

test('every source of a statement is a link', () => {
  const links = nodesIn(files['review.md']).filter(({ type }) => type === 'link');
  expect(links.length).toBeGreaterThan(200);
  expect(files['review.md']).toMatch(/\| `CommonRegistryLogin` \|.*\[CreateTrainingJob API: Execution Role Permissions\]\[1\.1\] \(2024-12\)/);
});

test('the changes begin with what a reviewer has to know', () => {
  expect(files['changes.md'].split('\n')[0]).toBe('**IAM: +1 statement, 2 resources wider, +1 role, +1 attached policy, -1 statement**');
  expect(files['changes.md'].match(/^### .*/gm)).toEqual([
    '### ⚠️ `Churn/Exploring`: added, wider',
    '### ⚠️ `ResearchCluster/CpuQueue`: changed, wider',
    '### ⚠️ `Churn/Jobs`: changed, wider and narrower',
  ]);
});
