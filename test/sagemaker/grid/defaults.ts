import { ImageSource, S3Location, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { WORKLOAD_NAMES, WorkloadName, WorkloadOptions } from '../../../src/sagemaker/execution-role/props';
import { Fixtures } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Props = SageMakerExecutionRoleProps;

export type Workload = WorkloadName;
export type Options<W extends Workload> = WorkloadOptions<W>;
export const WORKLOADS = WORKLOAD_NAMES;

const train = (given: Fixtures) => ({
  inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
  outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
  images: [ImageSource.repository(given.repository('train'))],
});

/** The options of each workload, without its optional extras. */
export const DEFAULTS = {
  trainingJob: train,
  tuningJob: train,
  processingJob: given => ({
    inputs: [S3Location.prefix(given.bucket('data'), 'raw/')],
    outputs: [S3Location.prefix(given.bucket('data'), 'train/')],
    images: [ImageSource.repository(given.repository('process'))],
  }),
  model: given => ({
    modelData: [S3Location.prefix(given.bucket('models'), 'out/')],
    images: [ImageSource.repository(given.repository('serve'))],
  }),
  notebookInstance: () => ({}),
  autoMlJob: train,
  domain: () => ({}),
  studio: () => ({}),
  image: given => ({ images: [ImageSource.repository(given.repository('studio'))] }),
  pipeline: () => ({ processingSteps: true, trainingSteps: true }),
  hyperPodCluster: given => ({ lifecycleScripts: [S3Location.prefix(given.bucket('scripts'), 'base/')], slurm: {} }),
  featureStore: given => ({ offlineStores: [S3Location.prefix(given.bucket('features'), 'store/')] }),
  mlflow: given => ({ artifactStores: [S3Location.prefix(given.bucket('runs'), 'churn/')] }),
} satisfies { [W in Workload]: (given: Fixtures) => Options<W> };

/** `sagemaker/auto-ml-job-everything` for `autoMlJob`. */
export function rowName(workload: Workload, what?: string): string {
  const name = workload.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return ['sagemaker/', name, ...(what ? ['-', what] : [])].join('');
}

export const DEFAULT_ROWS: readonly Row[] = WORKLOADS.map(workload =>
  roleRow(rowName(workload), given => ({ [workload]: DEFAULTS[workload](given) })));

/** The default of a workload with other options for that workload. */
export function workloadRow<W extends Workload>(
  workload: W,
  what: string,
  options: (given: Fixtures) => Partial<Options<W>>,
  ...sids: readonly string[]
): Row {
  return propsRow(workload, what, given => ({
    [workload]: { ...DEFAULTS[workload](given), ...options(given) },
  }), ...sids);
}

/** The default of a workload with other properties for the role. */
export function propsRow(
  workload: Workload, what: string, props: (given: Fixtures) => Props, ...sids: readonly string[]
): Row {
  return {
    ...roleRow(rowName(workload, what), given => ({ [workload]: DEFAULTS[workload](given), ...props(given) })),
    difference: { from: rowName(workload), sids },
  };
}

/** Several workloads in one role. */
export function togetherRow(
  what: string,
  workloads: readonly Workload[],
  props: Props = {},
  options?: { readonly [W in Workload]: (given: Fixtures) => Partial<Options<W>> },
): Row {
  return {
    ...roleRow(`sagemaker/${what}`, given => ({
      ...Object.fromEntries(workloads.map(workload =>
        [workload, { ...DEFAULTS[workload](given), ...options?.[workload](given) }])),
      ...props,
    })),
    unionOf: workloads.map(workload => rowName(workload)),
  };
}

function roleRow(name: string, props: (given: Fixtures) => Props): Row {
  return {
    name,
    construct: 'SageMakerExecutionRole',
    build: (stack, given = new Fixtures(stack)) =>
      new SageMakerExecutionRole(stack, SUBJECT, given.adapt(props(given), [])),
  };
}
