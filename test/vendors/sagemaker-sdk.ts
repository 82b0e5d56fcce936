import { Vendor } from './askers';
import { RECORDED } from '../../judge/vendors/recording';
import {
  ImageSource, S3Location, SageMakerApiAccess, SageMakerExecutionRole, SageMakerExecutionRoleProps,
} from '../../src';
import { Fixtures } from '../support/given';
import { SUBJECT } from '../support/row';

// The flows that judge/vendors/python/sagemaker_sdk runs, as our options.

type Props = SageMakerExecutionRoleProps;

/** What a flow needs: the parts of the API that it calls, and the workloads that it starts with the notebook's role. */
interface Flow {
  readonly api?: readonly SageMakerApiAccess[];
  readonly runs?: (given: Fixtures) => Props;
}

const {
  AUTO_ML_JOBS, ENDPOINTS, EXPERIMENTS, FEATURE_STORE, LINEAGE, MODELS, MODEL_MONITORING, MODEL_REGISTRY, PIPELINES,
  PROCESSING_JOBS, TRAINING_JOBS, TRANSFORM_JOBS, TUNING_JOBS,
} = SageMakerApiAccess;

/** The buckets of the notebook: its own, and the default one of the SDK. */
const data = (given: Fixtures): S3Location[] =>
  [S3Location.bucket(given.bucket('my-data')), S3Location.sageMakerDefaultBucket()];

const job = (given: Fixtures) => ({
  inputs: data(given),
  outputs: data(given),
  images: [ImageSource.repository(given.repository('churn'))],
});
const trains = (given: Fixtures): Props => ({ trainingJob: job(given) });
const processes = (given: Fixtures): Props => ({ processingJob: job(given) });
const serves = (given: Fixtures): Props => ({ model: { modelData: data(given), images: job(given).images } });

/** JumpStart reads its list of models from the bucket of the region, and its models from there, too. */
const JUMPSTART = `s3://jumpstart-cache-prod-${RECORDED.region}`;

const FLOWS: Readonly<Record<string, Flow>> = {
  'auto-ml': {
    api: [AUTO_ML_JOBS, MODELS, ENDPOINTS],
    runs: given => ({ autoMlJob: job(given), ...serves(given) }),
  },
  'data': {},
  'endpoint': { api: [MODELS, ENDPOINTS, TRAINING_JOBS], runs: serves },
  'experiments': { api: [EXPERIMENTS, TRAINING_JOBS], runs: trains },
  'features': { api: [FEATURE_STORE] },
  'jumpstart': { api: [MODELS, ENDPOINTS], runs: () => ({ model: { modelData: [S3Location.uri(JUMPSTART)] } }) },
  'lineage': { api: [LINEAGE] },
  'monitoring': { api: [PROCESSING_JOBS, MODEL_MONITORING], runs: processes },
  'pipeline': { api: [PIPELINES], runs: given => ({ ...trains(given), ...processes(given) }) },
  'pipeline-schedule': { api: [PIPELINES] },
  'processing': { api: [PROCESSING_JOBS], runs: processes },
  'registry': { api: [MODEL_REGISTRY, MODELS, ENDPOINTS], runs: serves },
  'remote-function': { api: [TRAINING_JOBS], runs: trains },
  'role-check': { api: [TRAINING_JOBS], runs: given => ({ ...trains(given), sdkRoleCheck: true }) },
  'training': { api: [TRAINING_JOBS], runs: trains },
  'transform': { api: [TRANSFORM_JOBS, MODELS, TRAINING_JOBS], runs: serves },
  'tuning': { api: [TUNING_JOBS, TRAINING_JOBS], runs: given => ({ tuningJob: job(given) }) },
};

/** The role of the instance on which the recording runs. */
const ROLE_NAME = 'MyNotebook';
const ROLE_ARN = `arn:aws:iam::${RECORDED.account}:role/${ROLE_NAME}`;

export const SAGEMAKER_SDK: Vendor = {
  name: 'sagemaker-sdk',
  environment: RECORDED,
  stackOf: () => ({ tags: {}, operations: [] }),
  askers: name => {
    const flow = FLOWS[name];
    if (!flow) {
      throw new Error(`test/vendors/sagemaker-sdk.ts has no options for the flow ${name}`);
    }
    return [{
      name: 'SageMakerExecutionRole',
      roleArn: ROLE_ARN,
      build: (stack, given) => new SageMakerExecutionRole(stack, SUBJECT, {
        roleName: ROLE_NAME,
        notebookInstance: { apiAccess: [...flow.api ?? []], data: data(given) },
        ...flow.runs?.(given),
      }),
    }];
  },
};
