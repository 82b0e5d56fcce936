import * as iam from 'aws-cdk-lib/aws-iam';
import { S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { WORKLOAD_NAMES } from '../../../src/sagemaker/execution-role/props';
import { PASSED_WORK } from '../../../src/sagemaker/workloads/passed-work';
import { synthesize } from '../../support/synthesize';

// Work that a role starts and passes itself to needs its own workload in that role.

const DATA = [S3Location.uri('s3://data/x/')];
const warnings = (props: SageMakerExecutionRoleProps) =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props), {
    env: { account: '111122223333', region: 'eu-central-1' },
  }).warnings;
const lacking = (props: SageMakerExecutionRoleProps) =>
  warnings(props).map(warning => /the role has no '(\w+)'/.exec(warning)?.[1]);

const PIPELINES = { notebookInstance: { apiAccess: [SageMakerApiAccess.PIPELINES] } };

test('warns of a notebook that passes its own role to pipelines', () => {
  expect(warnings(PIPELINES)).toEqual([
    "'notebookInstance' has the part 'Pipelines' of the API, and passes this role to the work that it starts, but the role " +
      "has no 'pipeline', which pipelines need: set 'pipeline', or pass another role that has it " +
      '[ack: cdk-platform-iam:passedWork:pipeline]',
  ]);
});

test('warns of a notebook that passes its own role to feature groups with an offline store', () => {
  const features = { notebookInstance: { apiAccess: [SageMakerApiAccess.FEATURE_STORE] } };
  expect(lacking(features)).toEqual(['featureStore']);
  expect(lacking({ ...features, featureStore: { offlineStores: DATA } })).toEqual([]);
});

test.each<[string, SageMakerExecutionRoleProps]>([
  ['has the workload', { ...PIPELINES, pipeline: { transformSteps: true } }],
  ['passes other roles', { notebookInstance: { ...PIPELINES.notebookInstance, passItself: false } }],
  ['starts no pipelines', { notebookInstance: {} }],
])('does not warn of a notebook whose role %s', (_, props) => {
  expect(lacking(props)).toEqual([]);
});

test('warns of each workload that the steps of a pipeline need', () => {
  const steps = {
    processingSteps: true,
    trainingSteps: true,
    tuningSteps: true,
    transformSteps: true,
    autoMlSteps: true,
    endpointNames: ['churn'],
  };
  expect(lacking({ pipeline: steps })).toEqual(['processingJob', 'trainingJob', 'tuningJob', 'autoMlJob', 'model']);
  expect(lacking({ pipeline: { ...steps, modelSteps: true }, trainingJob: { outputs: DATA }, processingJob: {} }))
    .toEqual(['tuningJob', 'autoMlJob', 'model']);
  expect(lacking({ pipeline: { ...steps, passItself: false } })).toEqual([]);
});

test('does not warn of an existing role, which may have the permissions from elsewhere', () => {
  const { warnings: found } = synthesize(stack => new SageMakerExecutionRole(stack, 'Rights', {
    existingRole: new iam.Role(stack, 'Own', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') }),
    pipeline: { trainingSteps: true },
  }));
  expect(found).toEqual([]);
});

test('each part names a workload that exists', () => {
  expect(WORKLOAD_NAMES).toEqual(expect.arrayContaining(Object.values(PASSED_WORK).map(({ workload }) => workload)));
});
