import { compareWithRows } from './aws-policies';
import { Row } from './row';
import { PLATFORMS, platformIn } from '../platforms';

const { rows } = platformIn('hopsworks');
const NAMES = ['AmazonEC2ContainerRegistryReadOnly'];

test('a policy is compared by the actions that some row grants', async () => {
  const { granted, policies: [policy] } = await compareWithRows({ services: ['ecr'], names: NAMES }, rows);
  expect(granted).toContain('ecr:BatchGetImage');
  expect(policy).toMatchObject({ name: NAMES[0], version: expect.stringMatching(/^v\d+$/), date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  expect(policy.own.granted).toContain('ecr:BatchGetImage');
  expect(policy.own.leftOut).toContain('ecr:DescribeImageScanFindings');
  expect(policy.all).toEqual(policy.own);
});

test('a row whose actions are options does not count', async () => {
  const { granted } = await compareWithRows({ services: ['ecr'], names: NAMES, isOfUsers: () => true }, rows);
  expect(granted).toEqual([]);
});

test('a statement that allows all of a service everywhere does not count', async () => {
  const isUnrestricted = ({ name }: Row) => name === 'sagemaker/notebook-instance-api-unrestricted';
  const { granted } = await compareWithRows({ services: ['sagemaker'], names: [] }, platformIn('sagemaker').rows.filter(isUnrestricted));
  expect(granted).toEqual(['sagemaker:DescribeNotebookInstance']);
});

test('rejects a policy that AWS does not have', async () => {
  await expect(compareWithRows({ services: [], names: ['Gone'] }, [])).rejects.toThrow('there is no AWS managed policy Gone');
});

const COMPARED = PLATFORMS.flatMap(({ folder, awsPolicies, rows: ofPlatform }) =>
  awsPolicies ? [{ folder, awsPolicies, ofPlatform }] : []);

test.each(COMPARED)('AWS has the policies that $folder is compared with', async ({ awsPolicies, ofPlatform }) => {
  const { policies } = await compareWithRows(awsPolicies, ofPlatform.slice(0, 1));
  expect(policies).toHaveLength(awsPolicies.names.length);
});
