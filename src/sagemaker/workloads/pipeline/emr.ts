import * as emr from 'aws-cdk-lib/aws-emr';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Arns } from '../../../private/options/arns';
import { OptionReader } from '../../../private/options/reader';
import { EMR_CLUSTER, PASSABLE_ROLE } from '../../../private/options/things/things';
import { unique } from '../../../private/options/unique';
import { passedTo } from '../../../private/statements/conditions';
import { ANY, Statements, whenPresent } from '../../../private/statements/documented-statement';
import { EC2_SERVICES } from '../../../private/statements/services';
import { SOURCES } from '../../sources';

/**
 * Permissions for the EMR steps of a pipeline: on running clusters, on clusters that the steps create, or both, and on
 * the EventBridge rules with which SageMaker watches them.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps.html
 */
export interface SageMakerPipelineEmrOptions {
  /**
   * The running clusters that the pipeline adds steps to: adds, cancels and describes steps on them. Import a cluster
   * by `emr.CfnCluster.fromClusterId(scope, id, CLUSTER_ID)`. Must not be empty.
   *
   * @default - the pipeline uses no running clusters
   */
  readonly emrClusters?: emr.IClusterRef[];

  /**
   * The roles of the clusters that the pipeline creates.
   *
   * @default - the pipeline creates no clusters
   */
  readonly newEmrClusters?: SageMakerPipelineNewEmrClusters;
}

/**
 * Permissions to create EMR clusters, and to use and terminate them. They have no names or tags that could narrow the
 * permissions: these are on all clusters of the account and region.
 */
export interface SageMakerPipelineNewEmrClusters {
  /** The service roles of the clusters (`ServiceRole`): passed to Amazon EMR. Must not be empty. */
  readonly emrServiceRoles: iam.IRoleRef[];

  /** The roles in the instance profiles of the clusters (`JobFlowRole`): passed to Amazon EC2. Must not be empty. */
  readonly emrInstanceRoles: iam.IRoleRef[];
}

export type PipelineEmr = ReturnType<typeof readEmr>;

export function readEmr(read: OptionReader<SageMakerPipelineEmrOptions>) {
  const clusters = read.arns('emrClusters', EMR_CLUSTER);
  const created = read.struct('newEmrClusters', roles => ({
    serviceRoles: roles.arns('emrServiceRoles', PASSABLE_ROLE, 'Amazon EMR manages a cluster with a service role'),
    instanceRoles: roles.arns('emrInstanceRoles', PASSABLE_ROLE, 'the instances of a cluster have a role'),
  }));
  if (clusters.length === 0 && !created) {
    const options = (['emrClusters', 'newEmrClusters'] as const).map(option => `'${read.pathOf(option)}'`);
    read.fail(`${options.join(' or ')} must be set: without one nothing is granted`);
  }
  return { clusters, created };
}

const source = SOURCES.pipelineIntegrations;

/** The rules by which SageMaker notices that a step on a running cluster, or a cluster of its own, is done. */
const OF_STEPS = ['SageMakerPipelineExecutionEMRStepStatusUpdateRule'];
const OF_CLUSTERS = [
  'SageMakerPipelineExecutionEMRClusterStatusRule', 'SageMakerPipelineExecutionEMRClusterStatusUpdateRule',
];

/** The values of `iam:PassedToService`: EMR has another name in China. */
const EMR_SERVICES = ['elasticmapreduce.amazonaws.com', 'elasticmapreduce.amazonaws.com.cn'];

export function emrPolicy(arns: Arns, { clusters, created }: PipelineEmr): Statements {
  const rules = [...clusters.length > 0 ? OF_STEPS : [], ...created ? OF_CLUSTERS : []];
  return [
    ...whenPresent(clusters, resources => ({
      sid: 'PipelineRunEmrSteps',
      source,
      note: 'narrowed: the policy grants all clusters, and on running ones their termination',
      actions: [
        'elasticmapreduce:AddJobFlowSteps',
        'elasticmapreduce:CancelSteps',
        'elasticmapreduce:DescribeStep',
      ],
      resources,
    })),
    ...whenPresent(created, roles => createClusters(arns, roles)),
    {
      sid: 'PipelineWatchEmr',
      source,
      note: 'narrowed: only the rules for the clusters in the options; the page of steps calls that for new clusters ' +
        'SageMakerPipelineExecutionEMRClusterStatusRule, so both names are granted',
      actions: [
        'events:DescribeRule',
        'events:PutRule',
        'events:PutTargets',
      ],
      resources: unique(rules).map(rule => arns.regional('events', `rule/${rule}`)),
    },
  ];
}

function createClusters(arns: Arns, { serviceRoles, instanceRoles }: NonNullable<PipelineEmr['created']>): Statements {
  const note = 'narrowed: the policy passes every role of the account, also to AWS Lambda';
  return [
    {
      sid: 'PipelineCreateEmrClusters',
      source,
      note: 'corrected: the policy grants it on clusters, but it has no resource-level permissions',
      actions: ['elasticmapreduce:RunJobFlow'],
      resources: ANY,
    },
    {
      sid: 'PipelineUseEmrClusters',
      source,
      note: 'narrowed: the policy grants the clusters of all regions',
      actions: [
        'elasticmapreduce:AddJobFlowSteps',
        'elasticmapreduce:CancelSteps',
        'elasticmapreduce:DescribeCluster',
        'elasticmapreduce:DescribeStep',
        'elasticmapreduce:ListSteps',
        'elasticmapreduce:TerminateJobFlows',
      ],
      resources: [arns.regional('elasticmapreduce', 'cluster/*')],
    },
    {
      sid: 'PipelinePassEmrServiceRoles',
      source,
      note,
      actions: ['iam:PassRole'],
      resources: serviceRoles,
      conditions: passedTo(EMR_SERVICES),
    },
    {
      sid: 'PipelinePassEmrInstanceRoles',
      source,
      note,
      actions: ['iam:PassRole'],
      resources: instanceRoles,
      conditions: passedTo(EC2_SERVICES),
    },
  ];
}
