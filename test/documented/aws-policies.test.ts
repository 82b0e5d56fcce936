import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ_VERSIONS } from './aws-policy-versions';
import { sourceRows } from './deviations';
import { newestVersions } from '../support/managed-policies';

// AWS changes its managed policies, and nothing says so. The package with all of them is updated like other packages:
// then each policy that changed fails here.

const SRC = join(__dirname, '../../src');
const NEWEST = newestVersions();

/** The policies of `aws-managed-policy/latest/reference` that statements come from. */
const CITED = sourceRows().flatMap(({ platform, name, url, section, asOf }) => {
  const [, policy] = /\/aws-managed-policy\/latest\/reference\/([\w-]+)\.html$/.exec(url) ?? [];
  return policy === undefined ? [] : [{ source: `${platform}.${name}`, policy, section, asOf }];
});

/** Generated from the package itself. */
const GENERATED = 'unlimited-policies.ts';

/** The AWS managed policies whose names, with their paths, are in the code: constructs attach them. */
function policiesInCode(): readonly string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith(GENERATED));
  const texts = files.flatMap(file => readFileSync(join(SRC, file), 'utf8').match(/(?<=')[\w/-]+(?=')/g) ?? []);
  return [...new Set(texts)].filter(text => NEWEST.has(text)).sort();
}

function newestOf(policy: string): { readonly id: string; readonly date: string } {
  const path = ['', 'service-role/'].find(prefix => NEWEST.has(`${prefix}${policy}`)) ?? '';
  const { id, date } = NEWEST.get(`${path}${policy}`) ?? { id: 'none', date: 'none' };
  return { id, date };
}

test('sources cite AWS managed policies of three platforms at least', () => {
  expect(new Set(CITED.map(({ source }) => source.split('.')[0])).size).toBeGreaterThanOrEqual(3);
});

test.each(CITED)('$source cites the newest version of $policy, of its day', ({ policy, section, asOf }) => {
  const { id, date } = newestOf(policy);
  const [, number] = / v(\d+)$/.exec(section) ?? [];
  expect({ version: `v${number}`, date: asOf }).toEqual({ version: id, date });
});

test('the newest versions of all policies in the code were read', () => {
  const newest = policiesInCode().map(policy => [policy, `${NEWEST.get(policy)!.id} of ${NEWEST.get(policy)!.date}`]);
  expect(READ_VERSIONS).toEqual(Object.fromEntries(newest));
});
