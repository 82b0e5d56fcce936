import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import { interactivePolicy, passingPolicy, readInteractive, SageMakerInteractiveOptions } from './interactive';
import { Arns } from '../../../private/options/arns';
import { OptionReader } from '../../../private/options/reader';
import { EFS_FILE_SYSTEM, VPC } from '../../../private/options/things/things';
import { unique } from '../../../private/options/unique';
import { matching } from '../../../private/options/validators';
import { ANY, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { SOURCES } from '../../sources';
import { ApiCaller, apiFeatures } from '../api/calls';
import { mlflowClient } from '../mlflow-client';
import { grantVolumeKey, NO_KEYS_ON_PAGE } from '../statements';
import { NOTEBOOK_INSTANCES } from '../things/log-groups';
import { defineWorkload } from '../workload';
import { readCompute, SageMakerWorkloadOptions } from '../workload-options';

/**
 * Permissions of a notebook instance, whose users act with this role. In addition to the resources in the options: its
 * own logs and those of the jobs and endpoints that it starts, and metrics in SageMaker's namespaces.
 *
 * @see
 * https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createnotebookinstance-perms
 */
export interface SageMakerNotebookInstanceOptions extends SageMakerInteractiveOptions, SageMakerWorkloadOptions {
  /**
   * The names of the notebook instances that their users and scripts stop: `sagemaker:StopNotebookInstance` and
   * `sagemaker:DescribeNotebookInstance`. The script of AWS that stops an idle instance does so with the role of that
   * instance. Must not be empty.
   *
   * @default - nobody stops an instance with the role
   */
  readonly stoppableInstances?: string[];

  /**
   * The network file systems that the notebook mounts.
   *
   * @default - none
   */
  readonly networkFileSystems?: SageMakerNetworkFileSystems;

  /**
   * The VPCs in which the notebook creates endpoints.
   *
   * @default - the notebook creates no VPC endpoints
   */
  readonly vpcEndpoints?: SageMakerVpcEndpoints;
}

/** Network file systems that a notebook looks up in order to mount them. */
export interface SageMakerNetworkFileSystems {
  /**
   * Amazon EFS file systems: `elasticfilesystem:DescribeMountTargets` on them. Must not be empty.
   *
   * @default - none
   */
  readonly efs?: efs.IFileSystemRef[];

  /**
   * Whether the notebook looks up Amazon FSx file systems: `fsx:DescribeFileSystems` on all of them, since FSx has no
   * narrower scope for it.
   *
   * @default false
   */
  readonly fsx?: boolean;
}

/** VPC endpoints that a notebook creates. */
export interface SageMakerVpcEndpoints {
  /**
   * The VPCs: `ec2:CreateVpcEndpoint` in them, with any subnet, security group and route table of the region, because
   * these are separate resources of the request, and `ec2:DescribeRouteTables`. Must not be empty.
   */
  readonly vpcs: ec2.IVPCRef[];
}

const FEATURE = 'NotebookInstance';
const source = SOURCES.notebookInstance;

const CALLER: ApiCaller = {
  feature: FEATURE,
  name: 'the notebook',
  page: source,
  note: 'narrowed: the page grants sagemaker:* on all resources; PIPELINES, EXPERIMENTS, LINEAGE, ' +
    'MODEL_MONITORING, FEATURE_STORE and MODEL_REGISTRY must be listed in apiAccess',
};

const INSTANCE_NAME = matching('the name of a notebook instance: 1 to 63 letters, digits and hyphens',
  /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/, /[a-zA-Z0-9-]/);

type NotebookInstance = ReturnType<typeof readNotebookInstance>;

export const NOTEBOOK_INSTANCE = defineWorkload({
  source,
  sourceArnTypes: [],
  read: readNotebookInstance,
  features: (arns, notebook) => [
    { name: FEATURE, statements: notebookPolicy(arns, notebook) },
    ...apiFeatures(arns, CALLER, notebook.api),
    mlflowClient(FEATURE, notebook.mlflow),
  ],
});

function readNotebookInstance(read: OptionReader<SageMakerNotebookInstanceOptions>) {
  return {
    ...readInteractive(read, CALLER),
    ...readCompute(read),
    stoppableInstances: read.list('stoppableInstances', INSTANCE_NAME),
    fileSystems: read.struct('networkFileSystems', readFileSystems) ?? { efs: [], fsx: false },
    endpointVpcs: read.struct('vpcEndpoints', endpoints =>
      endpoints.arns('vpcs', VPC, 'list the VPCs in which endpoints are created')) ?? [],
  };
}

function readFileSystems(read: OptionReader<SageMakerNetworkFileSystems>) {
  const fileSystems = { efs: read.arns('efs', EFS_FILE_SYSTEM), fsx: read.flag('fsx', false) };
  if (!fileSystems.fsx && fileSystems.efs.length === 0) {
    read.fail(`'${read.pathOf('efs')}' or '${read.pathOf('fsx')}' must be set: without one nothing is granted`);
  }
  return fileSystems;
}

function notebookPolicy(arns: Arns, notebook: NotebookInstance): Statements {
  return [
    ...interactivePolicy(arns, FEATURE, NOTEBOOK_INSTANCES, notebook),
    ...fileSystemsAndEndpoints(arns, notebook),
    ...grantVolumeKey(`${FEATURE}VolumeKey`, source, notebook.volumeKeys, NO_KEYS_ON_PAGE),
    ...whenPresent(notebook.passesItself, () => ({
      sid: `${FEATURE}FindRole`,
      source,
      note: 'narrowed: the page grants sagemaker:* on all resources; get_execution_role() asks the instance for its role',
      actions: ['sagemaker:DescribeNotebookInstance'],
      resources: [arns.regional('sagemaker', 'notebook-instance/*')],
    })),
    ...passingPolicy(FEATURE, notebook),
    ...whenPresent(notebook.stoppableInstances, names => ({
      sid: `${FEATURE}StopInstances`,
      source,
      note: 'narrowed: the page grants sagemaker:* on all resources; SageMaker may write the ARN of a name in lower case',
      actions: [
        'sagemaker:DescribeNotebookInstance',
        'sagemaker:StopNotebookInstance',
      ],
      resources: unique(names.flatMap(name => [name, Token.isUnresolved(name) ? name : name.toLowerCase()]))
        .map(name => arns.regional('sagemaker', `notebook-instance/${name}`)),
    })),
  ];
}

function fileSystemsAndEndpoints(arns: Arns, { fileSystems, endpointVpcs }: NotebookInstance): Statements {
  return [
    ...whenPresent(fileSystems.efs, resources => ({
      sid: `${FEATURE}FindMountTargets`,
      source,
      note: 'narrowed: the page grants all file systems',
      actions: ['elasticfilesystem:DescribeMountTargets'],
      resources,
    })),
    ...whenPresent(fileSystems.fsx, () => ({
      sid: `${FEATURE}FindFsxFileSystems`,
      source,
      note: 'corrected: the older page prints fsx:DescribeFileSystem, which does not exist; the newest has dropped it',
      actions: ['fsx:DescribeFileSystems'],
      resources: ANY,
    })),
    ...whenPresent(endpointVpcs, vpcs => [
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
