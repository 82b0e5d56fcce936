import { Arns } from '../../private/options/arns';
import { FOR_AWS_RESOURCES, viaService } from '../../private/statements/conditions';
import { PolicyFeature, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';

const source = SOURCES.hyperPodKarpenter;

/** What a grant for the volumes of a node may allow. */
const OF_VOLUMES = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
];

/** Nodes of clusters, and the keys of their volumes. */
export function karpenterPolicy(arns: Arns, volumeKeys: readonly string[]): readonly PolicyFeature[] {
  const viaSageMaker = viaService('sagemaker', arns.region);
  return [{
    name: 'HyperPodKarpenter',
    statements: [
      {
        sid: 'HyperPodKarpenterManageNodes',
        source,
        note: 'narrowed: the page grants all regions; the ARN of a cluster has a random id, and the cluster refers to this ' +
          'role',
        actions: [
          'sagemaker:BatchAddClusterNodes',
          'sagemaker:BatchDeleteClusterNodes',
        ],
        resources: [arns.regional('sagemaker', 'cluster/*')],
      },
      ...whenPresent(volumeKeys, resources => [
        {
          sid: 'HyperPodKarpenterVolumeKey',
          source,
          note: 'narrowed: the page grants all keys; it also accepts grants without a list of operations',
          actions: ['kms:CreateGrant'],
          resources,
          conditions: {
            ...viaSageMaker,
            ...FOR_AWS_RESOURCES,
            'ForAllValues:StringEquals': { 'kms:GrantOperations': OF_VOLUMES },
            'Null': { 'kms:GrantOperations': 'false' },
          },
        },
        {
          sid: 'HyperPodKarpenterFindVolumeKey',
          source,
          note: 'narrowed: the page grants all keys; corrected: it has the conditions of grants, with which no key is found',
          actions: ['kms:DescribeKey'],
          resources,
          conditions: viaSageMaker,
        },
      ]),
    ],
  }];
}
