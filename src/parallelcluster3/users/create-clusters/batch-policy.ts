import { Arns } from '../../../private/options/arns';
import { passedTo } from '../../../private/statements/conditions';
import { ANY, Statements } from '../../../private/statements/documented-statement';
import { USER_SOURCES } from '../../sources';
import { linkedRoles } from '../conditions';
import { UserAccess } from '../read';

const NAMED = 'narrowed: the page grants all actions of the service on all resources; these are what CloudFormation and the ' +
  'command line call';

/** Statements for clusters whose jobs AWS Batch runs. */
export function awsBatchPolicy(arns: Arns, { iamResources }: UserAccess): Statements {
  const source = USER_SOURCES.awsBatch;
  return [
    {
      sid: 'AwsBatchPassRoles',
      source,
      note: 'narrowed: the page also passes roles to requests that name no service',
      actions: ['iam:PassRole'],
      resources: iamResources.roles,
      conditions: passedTo([
        'batch.amazonaws.com', 'codebuild.amazonaws.com', 'ecs-tasks.amazonaws.com', 'spotfleet.amazonaws.com',
      ]),
    },
    linkedRoles('AwsBatchCreateLinkedRoles', source, arns, 'batch'),
    {
      sid: 'AwsBatchUseCodeBuild',
      source,
      note: NAMED,
      actions: [
        'codebuild:BatchGetProjects',
        'codebuild:CreateProject',
        'codebuild:DeleteProject',
        'codebuild:UpdateProject',
      ],
      resources: [arns.regional('codebuild', 'project/pcluster-*')],
    },
    {
      sid: 'AwsBatchUseImages',
      source,
      note: NAMED,
      actions: [
        'ecr:CreateRepository',
        'ecr:DeleteLifecyclePolicy',
        'ecr:DeleteRepository',
        'ecr:DeleteRepositoryPolicy',
        'ecr:DescribeRepositories',
        'ecr:GetLifecyclePolicy',
        'ecr:GetRepositoryPolicy',
        'ecr:ListTagsForResource',
        'ecr:PutImageScanningConfiguration',
        'ecr:PutImageTagMutability',
        'ecr:PutLifecyclePolicy',
        'ecr:SetRepositoryPolicy',
        'ecr:TagResource',
        'ecr:UntagResource',
      ],
      resources: [arns.repository('*parallelcluster*')],
    },
    {
      sid: 'AwsBatchFindBatch',
      source,
      note: NAMED,
      actions: [
        'batch:DescribeComputeEnvironments',
        'batch:DescribeJobDefinitions',
        'batch:DescribeJobQueues',
        'batch:DescribeJobs',
        'batch:ListJobs',
      ],
      resources: ANY,
    },
    {
      sid: 'AwsBatchUseBatch',
      source,
      note: NAMED,
      actions: [
        'batch:CreateComputeEnvironment',
        'batch:CreateJobQueue',
        'batch:DeleteComputeEnvironment',
        'batch:DeleteJobQueue',
        'batch:DeregisterJobDefinition',
        'batch:ListTagsForResource',
        'batch:RegisterJobDefinition',
        'batch:SetCapacityTags',
        'batch:SubmitJob',
        'batch:TagResource',
        'batch:TerminateJob',
        'batch:UntagResource',
        'batch:UpdateComputeEnvironment',
        'batch:UpdateJobQueue',
      ],
      // pcluster asks for an environment named dummy, to read the types of instances in the error.
      resources: [
        'compute-environment/PclusterComputeEnviron*', 'compute-environment/dummy', 'job/*',
        'job-definition/PclusterJobDefinition*', 'job-queue/PclusterJobQueue*',
      ].map(name => arns.regional('batch', name)),
    },
    {
      sid: 'AwsBatchUseEvents',
      source,
      note: NAMED,
      actions: [
        'events:DeleteRule',
        'events:DescribeRule',
        'events:ListTagsForResource',
        'events:ListTargetsByRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'events:TagResource',
        'events:UntagResource',
      ],
      resources: [arns.regional('events', 'rule/*')],
    },
    {
      sid: 'AwsBatchReadLogs',
      source: USER_SOURCES.commands,
      note: 'added: awsbout prints the output of jobs',
      actions: ['logs:GetLogEvents'],
      resources: [arns.regional('logs', 'log-group:/aws/batch/job:log-stream:PclusterJobDefinition*')],
    },
    {
      sid: 'AwsBatchFindContainers',
      source,
      note: 'narrowed: the page grants all clusters of Amazon ECS; AWS Batch names its clusters after the compute ' +
        'environment',
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:ListContainerInstances',
      ],
      resources: [
        arns.regional('ecs', 'cluster/AWSBatch-Pcluster*'),
        arns.regional('ecs', 'container-instance/AWSBatch-Pcluster*'),
      ],
    },
  ];
}
