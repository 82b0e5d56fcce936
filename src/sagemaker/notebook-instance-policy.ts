import { NotebookInstance } from './execution-workloads';
import {
  ALL_NAMESPACES, decrypt, encrypt, NO_KEYS_ON_PAGE, NOTEBOOK_INSTANCES, passRole, passRoles, pullImages, putMetrics,
  volumeKey, writeLogs,
} from './shared-statements';
import { SOURCES } from './sources';
import { Arns } from '../private/arns';
import { ANY, DocumentedStatement, given, THIS_ROLE } from '../private/documented-statement';

const FEATURE = 'NotebookInstance';

export function notebookInstancePolicy(arns: Arns, notebook: NotebookInstance): readonly DocumentedStatement[] {
  const source = SOURCES.notebookInstance;
  const logs = writeLogs(FEATURE, source, arns, [NOTEBOOK_INSTANCES]);
  return [
    ...callSageMaker(arns, notebook),
    { ...logs, sid: `${FEATURE}UseLogs`, actions: [...logs.actions, 'logs:GetLogEvents'].sort() },
    putMetrics(FEATURE, source, [ALL_NAMESPACES, ...notebook.namespaces]),
    ...given(notebook.readsMetrics, () => ({
      sid: `${FEATURE}ReadMetrics`,
      source,
      actions: [
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
      ],
      resources: ANY,
    })),
    ...useData(notebook),
    ...pullImages(FEATURE, source, notebook.images),
    ...manageImages(notebook),
    ...given(notebook.codeRepositories, resources => ({
      sid: `${FEATURE}UseCode`,
      source,
      note: 'narrowed: the page grants all repositories with sagemaker in their name, in three spellings',
      actions: [
        'codecommit:GitPull',
        'codecommit:GitPush',
      ],
      resources,
    })),
    ...fileSystemsAndEndpoints(arns, notebook),
    ...decrypt(`${FEATURE}InputKey`, source, notebook.inputKeys, NO_KEYS_ON_PAGE),
    ...encrypt(`${FEATURE}OutputKey`, source, notebook.outputKeys, NO_KEYS_ON_PAGE),
    ...volumeKey(FEATURE, source, notebook.volumeKeys, NO_KEYS_ON_PAGE),
    ...given(notebook.passesItself, () => passRole(`${FEATURE}PassItself`, source, [THIS_ROLE])),
    ...passRoles(FEATURE, source, notebook.passableRoles),
  ];
}

function callSageMaker(arns: Arns, { api }: NotebookInstance): readonly DocumentedStatement[] {
  const note = 'narrowed: the page grants sagemaker:* on all resources';
  return api.flatMap(({ name, actions, resourceTypes, listActions }) => [
    ...given(actions, () => ({
      sid: `${FEATURE}Call${name}`,
      source: SOURCES.authorization,
      note,
      actions,
      resources: resourceTypes.length === 0 ? ANY : resourceTypes.map(type => arns.regional('sagemaker', `${type}/*`)),
    })),
    ...given(listActions, () => ({
      sid: `${FEATURE}List${name}`,
      source: SOURCES.authorization,
      note,
      actions: listActions,
      resources: ANY,
    })),
  ]);
}

function useData({ inputs }: NotebookInstance): readonly DocumentedStatement[] {
  const source = SOURCES.notebookInstance;
  return [
    ...given(inputs.buckets, resources => ({
      sid: `${FEATURE}UseBuckets`,
      source,
      note: 'narrowed: the page grants all buckets',
      actions: [
        's3:CreateBucket',
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...given(inputs.objects, resources => ({
      sid: `${FEATURE}UseObjects`,
      source,
      note: 'narrowed: the page grants all objects, and in its scoped form single keys',
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources,
    })),
  ];
}

function manageImages({ managedImages }: NotebookInstance): readonly DocumentedStatement[] {
  return given(managedImages, resources => ({
    sid: `${FEATURE}ManageImages`,
    source: SOURCES.notebookInstance,
    note: 'narrowed: the page grants all repositories, and in its scoped form none',
    actions: [
      'ecr:BatchDeleteImage',
      'ecr:CompleteLayerUpload',
      'ecr:CreateRepository',
      'ecr:DeleteRepository',
      'ecr:DeleteRepositoryPolicy',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'ecr:SetRepositoryPolicy',
      'ecr:UploadLayerPart',
    ],
    resources,
  }));
}

function fileSystemsAndEndpoints(arns: Arns, notebook: NotebookInstance): readonly DocumentedStatement[] {
  const source = SOURCES.notebookInstance;
  return [
    ...given(notebook.efsFileSystems, resources => ({
      sid: `${FEATURE}FindMountTargets`,
      source,
      note: 'narrowed: the page grants all file systems',
      actions: ['elasticfilesystem:DescribeMountTargets'],
      resources,
    })),
    ...given(notebook.fsx, () => ({
      sid: `${FEATURE}FindFsxFileSystems`,
      source,
      note: 'corrected: the older page prints fsx:DescribeFileSystem, which does not exist; the newest has dropped it',
      actions: ['fsx:DescribeFileSystems'],
      resources: ANY,
    })),
    ...given(notebook.endpointVpcs, vpcs => [
      {
        sid: `${FEATURE}CreateVpcEndpoints`,
        source,
        note: 'narrowed: the page grants all VPCs',
        actions: ['ec2:CreateVpcEndpoint'],
        resources: [
          ...vpcs,
          ...['route-table', 'security-group', 'subnet', 'vpc-endpoint'].map(type => arns.regional('ec2', `${type}/*`)),
        ],
      },
      {
        sid: `${FEATURE}FindRouteTables`,
        source,
        actions: ['ec2:DescribeRouteTables'],
        resources: ANY,
      },
    ]),
  ];
}
