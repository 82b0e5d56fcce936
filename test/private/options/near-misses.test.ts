import { nearestName } from '../../../src/private/options/near-misses';

const NAMES = ['clusterName', 'efs', 'vpc', 'tags', 'path', 'images', 'policyPlacement', 'outputs'];

test.each([
  ['clustername', 'clusterName'],
  ['ClusterName', 'clusterName'],
  ['clusterNmae', 'clusterName'],
  ['clusterNam', 'clusterName'],
  ['clusterNames', 'clusterName'],
  ['cluster_name', 'clusterName'],
  ['tag', 'tags'],
  ['tagss', 'tags'],
  ['image', 'images'],
  ['output', 'outputs'],
  ['policyPlacment', 'policyPlacement'],
  ['EFS', 'efs'],
])('suggests the right name for %s: %s', (misspelt, name) => {
  expect(nearestName(misspelt, NAMES)).toBe(name);
});

test.each(['fsx', 'vpn', 'bucket', 'clusters', 'inputs', 'name', 'tagsAndMore', 'outputsOf', 'imag', ''])('suggests nothing for %s', other => {
  expect(nearestName(other, NAMES)).toBeUndefined();
});

test('suggests the nearest name', () => {
  expect(nearestName('inputz', ['outputs', 'inputs'])).toBe('inputs');
});
