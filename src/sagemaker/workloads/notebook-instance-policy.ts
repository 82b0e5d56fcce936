import { _ApiActions } from './api-access';
import {
  ALL_NAMESPACES, decrypt, encrypt, NO_KEYS_ON_PAGE, NOTEBOOK_INSTANCES, passRole, passRoles, pullImages, putMetrics,
  volumeKey, writeLogs,
} from './statements';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/option-reader';
import { ANY, DocumentedStatement, given, THIS_ROLE } from '../../private/statements/documented-statement';
import { NotebookInstance } from '../execution-role/read';
import { SOURCES } from '../sources';

const FEATURE = 'NotebookInstance';

export function notebookInstancePolicy(arns: Arns, notebook: NotebookInstance): readonly DocumentedStatement[] {
  const source = SOURCES.notebookInstance;
  const logs = writeLogs(FEATURE, source, arns, [NOTEBOOK_INSTANCES]);
  return [
    { ...logs, sid: `${FEATURE}UseLogs`, actions: [...logs.actions, 'logs:GetLogEvents'].sort() },
    ...given(unique(notebook.api.flatMap(({ logGroups }) => logGroups)), groups => ({
      sid: `${FEATURE}ReadJobLogs`,
      source,
      note: 'narrowed: the page reads all log groups; these are the ones of the jobs and endpoints that its parts of the API start',
      actions: [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
      ],
      resources: groups.map(group => arns.logGroups(group)),
    })),
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
    ...pullImages(FEATURE, source, unique([...notebook.images, ...notebook.managedImages])),
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
    ...given(notebook.passesItself, () => passItself(arns)),
    ...passRoles(FEATURE, source, notebook.passableRoles),
  ];
}

/** The notebook's role for what it starts, and what the Python SDK asks to find that role. */
function passItself(arns: Arns): readonly DocumentedStatement[] {
  const source = SOURCES.notebookInstance;
  return [
    {
      sid: `${FEATURE}FindRole`,
      source,
      note: 'narrowed: the page grants sagemaker:* on all resources; get_execution_role() asks the instance for its role',
      actions: ['sagemaker:DescribeNotebookInstance'],
      resources: [arns.regional('sagemaker', 'notebook-instance/*')],
    },
    {
      sid: `${FEATURE}GetItself`,
      source: SOURCES.pythonSdk,
      note: 'added: the Python SDK looks up the path of the role by its name',
      actions: ['iam:GetRole'],
      resources: [THIS_ROLE],
    },
    passRole(`${FEATURE}PassItself`, source, [THIS_ROLE]),
  ];
}

/** Parts of the API: a statement for each, one for the tags of all, and one for all that knows no resources. */
export function notebookApiPolicy(
  arns: Arns, feature: string, api: readonly _ApiActions[],
): readonly DocumentedStatement[] {
  const source = SOURCES.authorization;
  const note = 'narrowed: the page grants sagemaker:* on all resources; PIPELINES, EXPERIMENTS, FEATURE_STORE and ' +
    'MODEL_REGISTRY are granted on request';
  const ofTypes = (types: readonly string[]) => unique(types).map(type => arns.regional('sagemaker', `${type}/*`));
  return [
    ...api.flatMap(({ name, actions, resourceTypes }) => given(actions, () => (resourceTypes.length > 0
      ? { sid: `${FEATURE}Call${name}`, source, note, actions, resources: ofTypes(resourceTypes) }
      : { sid: `${FEATURE}Call${name}`, source: SOURCES.notebookInstance, actions, resources: ANY }))),
    ...given(ofTypes(api.flatMap(({ taggedTypes }) => taggedTypes)), resources => ({
      sid: `${feature}Tags`,
      source,
      note,
      actions: [
        'sagemaker:AddTags',
        'sagemaker:ListTags',
      ],
      resources,
    })),
    ...given(unique(api.flatMap(({ listActions }) => listActions)), actions => ({
      sid: `${feature}List`,
      source,
      note,
      actions: [...actions].sort(),
      resources: ANY,
    })),
  ];
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
