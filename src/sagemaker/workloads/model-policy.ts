import {
  decrypt, ENDPOINTS, INFERENCE_COMPONENTS, listBuckets, pullImages, putMetrics, readObjects, requestData,
  NO_KEYS_ON_PAGE, SINGLE_KEYS, TRANSFORM_JOBS, volumeKey, writeLogs,
} from './statements';
import { Arns } from '../../private/options/arns';
import { ANY, DocumentedStatement, given } from '../../private/statements/documented-statement';
import { Model } from '../execution-role/read';
import { SOURCES } from '../sources';

export function modelPolicy(arns: Arns, model: Model): readonly DocumentedStatement[] {
  const { transform, async } = model;
  const source = SOURCES.model;
  const requests = [transform, async].flatMap(data => data ? [data.inputs, data.outputs] : []);
  return [
    writeLogs('Model', source, arns, [`${ENDPOINTS}/`, `${INFERENCE_COMPONENTS}/`, TRANSFORM_JOBS]),
    putMetrics('Model', source, [ENDPOINTS, INFERENCE_COMPONENTS, TRANSFORM_JOBS, ...model.namespaces]),
    ...pullImages('Model', source, model.images),
    ...listBuckets('Model', source, [model.data, ...requests], 'narrowed: the page grants all buckets'),
    ...readObjects('ModelReadData', source, model.data, SINGLE_KEYS),
    ...decrypt('ModelDataKey', source, model.dataKeys, NO_KEYS_ON_PAGE),
    ...volumeKey('Model', source, model.volumeKeys, NO_KEYS_ON_PAGE),
    ...given(model.vpc, () => ({
      sid: 'ModelFindVpcEndpoints',
      source: SOURCES.modelInVpc,
      note: 'added: the tenth action, which the page of roles lacks',
      actions: ['ec2:DescribeVpcEndpoints'],
      resources: ANY,
    })),
    ...given(transform, data => requestData('ModelTransform', SOURCES.batchTransform, data,
      'added: a transform job has no role of its own, and the page of roles does not speak of it')),
    ...given(async, data => [
      ...requestData('ModelAsync', SOURCES.asyncInference, data,
        'added: the page of roles does not speak of asynchronous inference'),
      ...given(data.topics, resources => ({
        sid: 'ModelAsyncNotify',
        source: SOURCES.asyncInference,
        actions: ['sns:Publish'],
        resources,
      })),
      ...given(data.topicKeys, resources => ({
        sid: 'ModelAsyncTopicKey',
        source: SOURCES.asyncInference,
        note: 'added: publishing to an encrypted topic asks for its key',
        actions: [
          'kms:Decrypt',
          'kms:GenerateDataKey',
        ],
        resources,
      })),
    ]),
    ...given(model.alarms, resources => ({
      sid: 'ModelRollbackAlarms',
      source,
      actions: ['cloudwatch:DescribeAlarms'],
      resources,
    })),
    ...given(model.packageGroups, groups => ({
      sid: 'ModelUsePackages',
      source: SOURCES.pythonSdk,
      note: 'added: the page of roles does not speak of model packages',
      actions: ['sagemaker:AccessModelPackage'],
      resources: groups.map(group => arns.regional('sagemaker', `model-package/${group}/*`)),
    })),
  ];
}
