import { Stack } from 'aws-cdk-lib';
import { S3Location, SageMakerClarifyModel, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { synthesize } from '../../support/synthesize';

// Errors of single workloads.

const DATA = [S3Location.uri('s3://data/x/')];

type Props = (stack: Stack) => SageMakerExecutionRoleProps;
const build = (props: Props) => () =>
  synthesize(stack => new SageMakerExecutionRole(stack, 'Role', props(stack)), {
    env: { account: '111122223333', region: 'eu-central-1' },
  });

test.each<[string, Props, string]>([
  [
    'an empty list of model packages',
    () => ({ model: { modelPackages: [] } }),
    "'model.modelPackages' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of locations of captured data',
    () => ({ model: { dataCapture: { outputs: [] } } }),
    "'model.dataCapture.outputs' must not be empty: captured data has a destination, got []",
  ],
  [
    'an empty list of models of Clarify',
    () => ({ processingJob: { clarify: { models: [] } } }),
    "'processingJob.clarify.models' must not be empty: Clarify creates an endpoint for a model, got []",
  ],
  [
    'an endpoint name with a wildcard',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.anyModel()], endpointNamePrefix: 'a*' } } }),
    "'processingJob.clarify.endpointNamePrefix' must be 1 to 63 letters, digits and hyphens, got \"a*\"",
  ],
  [
    'a model name with a wildcard',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.named('churn-*')] } } }),
    "the name of SageMakerClarifyModel.named() in 'processingJob.clarify.models[0]' must be 1 to 63 letters, digits",
  ],
  [
    'a name in place of a model',
    () => ({ processingJob: { clarify: { models: [SageMakerClarifyModel.model('churn' as never)] } } }),
    '\'processingJob.clarify.models[0]\' must be a model of SageMaker, got "churn": pass a CfnModel, or use ',
  ],
  [
    'an empty list of outputs of Spark',
    () => ({ processingJob: { sparkOutputs: [] } }),
    "'processingJob.sparkOutputs' must not be empty: leave it out instead, got []",
  ],
  [
    'an empty list of offline stores',
    () => ({ featureStore: { offlineStores: [] } }),
    "'featureStore.offlineStores' must not be empty: only an offline store requires a role, got []",
  ],
  [
    'an empty list of databases',
    () => ({ featureStore: { offlineStores: DATA, databases: [] } }),
    "'featureStore.databases' must not be empty: leave it out instead, got []",
  ],
])('rejects %s', (_, props, message) => {
  expect(build(props)).toThrow(`Stack/Role: ${message}`);
});
