import { libraryOf, READS } from './own-facts';
import { recordedOf, releasesIn } from '../../drift/facts/releases';
import { OwnStatement } from '../../drift/own';
import { gateDrift, Release } from '../../drift/watch/version-gates';

const release = (version: string, ...rights: string[]): Release => ({ version, rights: new Set(rights) });

const RELEASES = [
  release('2.11.9'), release('3.2.0', 'batch:SubmitJob'), release('3.3.0', 's3:GetObject', 'batch:SubmitJob'),
  release('3.4.0', 's3:GetObject', 's3:PutObject'),
];

function faultsOf(gate: Partial<OwnStatement>) {
  return gateDrift(libraryOf([{ ...READS, ...gate }]), RELEASES).differences.map(({ change }) => change);
}

test.each<[string, Partial<OwnStatement>]>([
  ['a statement of all versions', { actions: ['s3:PutObject'] }],
  ['the first release that names the action', { since: '3.3.0', actions: ['s3:GetObject'] }],
  ['a later release', { since: '3.4.0', actions: ['s3:GetObject'] }],
  ['an action that no release names', { since: '3.2.0', actions: ['s3:ListBucket'] }],
  ['a wildcard', { since: '3.2.0', actions: ['s3:Get*'] }],
  ['a release that is not known', { since: '3.99.0', actions: ['s3:GetObject'] }],
  ['a release of another major version', { since: '2.11.9', actions: ['s3:GetObject'] }],
  ['the first release that no longer names the action', { until: '3.4.0', actions: ['batch:SubmitJob'] }],
])('%s is no fault', (_, gate) => {
  expect(faultsOf(gate)).toEqual([]);
});

test.each<[string, Partial<OwnStatement>, string]>([
  ['a statement that begins too early', { since: '3.2.0', actions: ['s3:GetObject'] },
    '~ s3:GetObject is granted since 3.2.0, and 3.3.0 is the first release that names it'],
  ['an action that begins too early', { actions: ['s3:GetObject', 's3:PutObject'], actionsSince: { '3.3.0': ['s3:PutObject'] } },
    '~ s3:PutObject is granted since 3.3.0, and 3.4.0 is the first release that names it'],
  ['a statement that begins after its end', { since: '3.4.0', actions: ['batch:SubmitJob'] },
    '~ batch:SubmitJob is granted since 3.4.0, and only releases before name it, the last is 3.3.0'],
])('%s is reported', (_, gate, fault) => {
  expect(faultsOf(gate)).toEqual([fault]);
});

test('a statement that ends too late is reported', () => {
  const later = [...RELEASES, release('3.5.0')];
  const library = libraryOf([{ ...READS, until: '3.5.0', actions: ['batch:SubmitJob'] }]);
  expect(gateDrift(library, later).differences.map(({ change }) => change))
    .toEqual(['~ batch:SubmitJob is granted until 3.5.0, and 3.3.0 is the last release that names it']);
});

test('releases are recorded as runs, and read again', () => {
  const recorded = recordedOf([release('1', 'a', 'b'), release('2', 'a'), release('3', 'b'), release('4', 'b')]);
  expect(recorded).toEqual({ versions: ['1', '2', '3', '4'], rights: { a: ['1..2'], b: ['1', '3..4'] } });
  expect(recordedOf(releasesIn(recorded))).toEqual(recorded);
});
