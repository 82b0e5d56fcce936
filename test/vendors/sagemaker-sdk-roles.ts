import * as iam from 'aws-cdk-lib/aws-iam';
import { UnusedRow } from './granted';
import { OurRole } from './roles';
import {
  ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps,
  SageMakerModelPackage,
} from '../../src';
import { Fixtures } from '../support/given';
import { SUBJECT } from '../support/row';

// The roles that version 3 of the SDK creates where it is given none, each with our options for the same work.

const role = (props: (given: Fixtures) => SageMakerExecutionRoleProps) => (given: Fixtures): SageMakerExecutionRole =>
  new SageMakerExecutionRole(given.stack, SUBJECT, props(given));

const locations = (given: Fixtures) => [S3Location.bucket(given.bucket('data'))];
const images = (given: Fixtures) => [ImageSource.repository(given.repository('images'))];

const job = (given: Fixtures) => ({
  inputs: locations(given),
  outputs: locations(given),
  images: images(given),
  inputKeys: [given.key('data')],
  outputKey: given.key('data'),
  vpc: true,
});

const model = (given: Fixtures) => ({
  modelData: locations(given), images: images(given), modelPackages: [SageMakerModelPackage.groupName('Churn')],
});

const HUBS: UnusedRow = {
  actions: ['sagemaker:DescribeHub', 'sagemaker:DescribeHubContent', 'sagemaker:ListHubContents', 'sagemaker:ListHubs'],
  because: 'for recipes and models of hubs, which are no option: additionalStatements grants them',
};
const MLFLOW: UnusedRow = {
  actions: ['sagemaker-mlflow:*', 'sagemaker:DescribeMlflow*'],
  because: 'for runs in MLflow, which is no option: additionalStatements grants them',
};
const REWARDS: UnusedRow = {
  actions: ['lambda:InvokeFunction'],
  because: 'for functions that reward or evaluate models: function.grantInvoke(role)',
};

/** Jobs that customize foundation models also evaluate them, register the result and record where it comes from. */
const CUSTOMIZATION: UnusedRow = {
  actions: [
    'sagemaker:*Action*', 'sagemaker:*Artifact*', 'sagemaker:*Association*', 'sagemaker:*Context', 'sagemaker:*ModelPackage*',
    'sagemaker:*TrainingJob', 'sagemaker:AddTags',
  ],
  because: 'for the customization of foundation models: other training jobs do not call SageMaker',
};

/** By the name that the SDK has for them. */
export const SAGEMAKER_SDK_ROLES: Readonly<Record<string, OurRole>> = {
  training: {
    build: role(given => ({ trainingJob: job(given) })),
    lacks: [CUSTOMIZATION, HUBS, MLFLOW, REWARDS],
  },
  serving: { build: role(given => ({ model: model(given) })), lacks: [] },
  pipeline: {
    build: role(given => ({
      notebookInstance: {}, trainingJob: job(given), processingJob: job(given), model: model(given),
    })),
    lacks: [],
  },
  hyperpod: { build: role(given => ({ trainingJob: job(given) })), lacks: [HUBS, MLFLOW, REWARDS] },
  bedrock: {
    build: role(given => ({
      model: { ...model(given), modelDataKeys: [given.key('data')] },
      additionalPrincipals: [new iam.ServicePrincipal('bedrock.amazonaws.com')],
    })),
    lacks: [{ actions: ['kms:GenerateDataKey'], because: 'the role only reads the model, for which kms:Decrypt is enough' }],
  },
  feature_store: {
    build: role(given => ({
      notebookInstance: {
        apiAccess: [SageMakerApiAccess.FEATURE_STORE, SageMakerApiAccess.PIPELINES], data: locations(given),
      },
    })),
    lacks: [{ actions: ['glue:*'], because: 'the catalog of an offline store is no option: additionalStatements grants it' }],
  },
  model_eval: {
    build: role(given => ({
      notebookInstance: { apiAccess: [SageMakerApiAccess.TRAINING_JOBS, SageMakerApiAccess.PIPELINES] },
      trainingJob: job(given),
    })),
    lacks: [
      { ...MLFLOW, actions: ['sagemaker-mlflow:*'] },
      { actions: ['bedrock:*'], because: 'jobs and models of Amazon Bedrock are another service: additionalStatements grants them' },
    ],
  },
};
