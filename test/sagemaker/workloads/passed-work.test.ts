import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { WORKLOAD_NAMES } from '../../../src/sagemaker/execution-role/props';
import { PASSED_WORK } from '../../../src/sagemaker/workloads/passed-work';
import { synthesize } from '../../support/synthesize';

type Props = (stack: Stack) => SageMakerExecutionRoleProps;

const warningsOf = (props: Props) => {
  const { warnings } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)));
  return warnings.filter(warning => warning.includes('passedWork'));
};

const features = { apiAccess: [SageMakerApiAccess.FEATURE_STORE] };
const featureStore = { offlineStores: [S3Location.uri('s3://features/store/')] };

test('a notebook that creates feature groups with its own role is told to add the workload', () => {
  expect(warningsOf(() => ({ notebookInstance: features }))).toEqual([
    "'notebookInstance' has the part 'FeatureStore' of the API, and passes this role to the work that it starts, but the " +
      "role has no 'featureStore', which feature groups with an offline store need: set 'featureStore', or pass another " +
      'role that has it [ack: cdk-platform-iam:passedWork:featureStore]',
  ]);
});

test.each<[string, Props]>([
  ['has the workload', () => ({ notebookInstance: features, featureStore })],
  ['passes only other roles', stack => ({
    notebookInstance: { ...features, passItself: false, passableRoles: [iam.Role.fromRoleName(stack, 'Other', 'features')] },
  })],
  ['does not call Feature Store', () => ({ notebookInstance: {} })],
])('a notebook is not warned if it %s', (_, props) => {
  expect(warningsOf(props)).toEqual([]);
});

test('each part names a workload that exists', () => {
  expect(WORKLOAD_NAMES).toEqual(expect.arrayContaining(Object.values(PASSED_WORK).map(({ workload }) => workload)));
});
