import * as iam from 'aws-cdk-lib/aws-iam';
import { S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { synthesize } from '../../support/synthesize';

// Work that a role starts and passes itself to needs its own workload in that role.

const DATA = [S3Location.uri('s3://data/x/')];
const warnings = (props: SageMakerExecutionRoleProps) =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props), {
    env: { account: '111122223333', region: 'eu-central-1' },
  }).warnings;
const lacking = (props: SageMakerExecutionRoleProps) =>
  warnings(props).map(warning => /lacks '(\w+)'/.exec(warning)?.[1]);

const PIPELINES = { notebookInstance: { apiAccess: [SageMakerApiAccess.PIPELINES] } };

test('warns of a notebook that passes its own role to pipelines', () => {
  expect(warnings(PIPELINES)).toEqual([
    expect.stringMatching(new RegExp("'notebookInstance' passes its own role to pipelines \\(SageMakerApiAccess.PIPELINES\\), but " +
      "the role lacks 'pipeline': set it, or pass other roles and set 'passItself' to false.*missingWorkload:pipeline")),
  ]);
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
