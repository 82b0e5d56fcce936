import { SageMakerClarifyModel } from './things/clarify-model';
import { NAME } from './things/names';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { unique } from '../../private/options/unique';
import { instanceOf } from '../../private/options/validators';
import { Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

/**
 * The models that a processing job of SageMaker Clarify gets predictions from. The job creates an endpoint for a model,
 * the shadow endpoint, and deletes it at the end. Bias of data alone, and an endpoint that exists, need none of it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-run.html
 */
export interface SageMakerClarifyOptions {
  /**
   * The models: `sagemaker:DescribeModel` on them, and endpoints for them alone. Must not be empty. Each runs with its
   * own role.
   */
  readonly models: SageMakerClarifyModel[];

  /**
   * What the names of the shadow endpoints start with (`endpoint_name_prefix` of the analysis configuration).
   *
   * @default - only the names that Clarify chooses, such as `sm-clarify-churn-1694657821-5fe3`
   */
  readonly endpointNamePrefix?: string;
}

const CLARIFY_MODEL = instanceOf(SageMakerClarifyModel, 'SageMakerClarifyModel', "SageMakerClarifyModel.named('churn')");

/** The names that Clarify chooses, now and in older images. */
const NAMES = ['sm-clarify-', 'sagemaker-clarify-'];

export type Clarify = ReturnType<typeof readClarify>;

export function readClarify(read: OptionReader<SageMakerClarifyOptions>) {
  const models = read.list('models', CLARIFY_MODEL, 'Clarify creates an endpoint for a model');
  const prefix = read.value('endpointNamePrefix', NAME);
  return {
    models: unique(models.flatMap((model, index) => model._bind(read.scope, `${read.pathOf('models')}[${index}]`))),
    names: prefix === undefined ? NAMES : [...NAMES, prefix],
  };
}

/** The shadow endpoint: created for the models only, and used by its name. */
export function clarifyPolicy(arns: Arns, feature: string, { models, names }: Clarify): Statements {
  const source = SOURCES.clarify;
  const ofType = (type: string) => names.map(name => arns.regional('sagemaker', `${type}/${name}*`));
  const note = 'added: the page says that the job creates, calls and deletes an endpoint, and prints no policy';
  return [
    {
      sid: `${feature}ClarifyFindModels`,
      source,
      note,
      actions: ['sagemaker:DescribeModel'],
      resources: models,
    },
    {
      sid: `${feature}ClarifyConfigureEndpoint`,
      source,
      note: `${note}; only for these models`,
      actions: ['sagemaker:CreateEndpointConfig'],
      resources: ofType('endpoint-config'),
      conditions: { ArnLike: { 'sagemaker:ModelArn': models } },
    },
    {
      sid: `${feature}ClarifyUseEndpoint`,
      source,
      note,
      actions: [
        'sagemaker:CreateEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DescribeEndpoint',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:InvokeEndpoint',
      ],
      resources: [...ofType('endpoint'), ...ofType('endpoint-config')],
    },
    {
      sid: `${feature}ClarifyTags`,
      source,
      note: `${note}; with tags, creating an endpoint requires sagemaker:AddTags, too`,
      actions: ['sagemaker:AddTags'],
      resources: [...ofType('endpoint'), ...ofType('endpoint-config')],
    },
  ];
}
