import { Stack } from 'aws-cdk-lib';
import { ImageSource, S3Location, SageMakerExecutionRole, SageMakerExecutionRoleProps } from '../../../src';
import { Given } from '../../support/given';
import { Row, SUBJECT } from '../../support/row';

type Props = SageMakerExecutionRoleProps;

/** What a role of one workload is made of, without its optional extras. */
export const DEFAULTS = {
  trainingJob: given => ({
    inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
    outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
    images: [ImageSource.repository(given.repository('train'))],
  }),
  tuningJob: given => ({
    inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
    outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
    images: [ImageSource.repository(given.repository('train'))],
  }),
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
  autoMlJob: given => ({
    inputs: [S3Location.prefix(given.bucket('data'), 'train/')],
    outputs: [S3Location.prefix(given.bucket('models'), 'out/')],
    images: [ImageSource.repository(given.repository('automl'))],
  }),
  domain: given => ({ key: given.key('domain') }),
  image: given => ({ images: [ImageSource.repository(given.repository('studio'))] }),
} satisfies { [W in Workload]: (given: Given) => Options<W> };

export type Workload =
  'trainingJob' | 'tuningJob' | 'processingJob' | 'model' | 'notebookInstance' | 'autoMlJob' | 'domain' | 'image';
export type Options<W extends Workload> = NonNullable<Props[W]>;

const NAMES: { readonly [W in Workload]: string } = {
  trainingJob: 'training-job',
  tuningJob: 'tuning-job',
  processingJob: 'processing-job',
  model: 'model',
  notebookInstance: 'notebook-instance',
  autoMlJob: 'auto-ml-job',
  domain: 'domain',
  image: 'image',
};

export const WORKLOADS = Object.keys(NAMES) as readonly Workload[];

export const DEFAULT_ROWS: readonly Row[] = WORKLOADS.map(workload => ({
  ...roleRow(NAMES[workload], given => ({ [workload]: DEFAULTS[workload](given) })),
  difference: undefined,
}));

/** The default of a workload with other options for that workload. */
export function workloadRow<W extends Workload>(
  workload: W,
  name: string,
  options: (given: Given) => Partial<Options<W>>,
  ...sids: string[]
): Row {
  return propsRow(workload, name, given => ({
    [workload]: { ...DEFAULTS[workload](given), ...options(given) },
  }), ...sids);
}

/** The default of a workload with other properties for the role. */
export function propsRow(workload: Workload, name: string, props: (given: Given) => Props, ...sids: string[]): Row {
  return {
    ...roleRow(`${NAMES[workload]}-${name}`, given => ({ [workload]: DEFAULTS[workload](given), ...props(given) })),
    difference: { from: `sagemaker/${NAMES[workload]}`, sids },
  };
}

function roleRow(name: string, props: (given: Given) => Props): Row {
  return {
    name: `sagemaker/${name}`,
    construct: 'SageMakerExecutionRole',
    build: (stack: Stack) => new SageMakerExecutionRole(stack, SUBJECT, props(new Given(stack))),
  };
}
