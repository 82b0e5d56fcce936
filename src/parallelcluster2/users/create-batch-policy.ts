import { ClusterStatements, ON_ALL } from '../cluster/statement';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, whenPresent } from '../../private/statements/documented-statement';

const source = SOURCES.userBatch;
const what = (service: string, scope: string) =>
  `narrowed: the page grants all actions of ${service}; this covers those of the Batch stack and of jobs, ${scope}`;

/** The additional permissions for clusters of AWS Batch. */
export function batchPolicy(arns: Arns, { names, hasBatch, hasLogs }: CreatedClusters): ClusterStatements {
  return whenPresent(hasBatch, () => [
    {
      sid: 'BatchFind',
      source,
      note: 'narrowed: the page grants all actions of AWS Batch; these list existing resources',
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
      sid: 'BatchManage',
      source,
      note: what('AWS Batch', 'by the names that CloudFormation gives them'),
      printed: { actions: ['batch:*'] },
      actions: [
        'batch:CreateComputeEnvironment',
        'batch:CreateJobQueue',
        'batch:DeleteComputeEnvironment',
        'batch:DeleteJobQueue',
        'batch:DeregisterJobDefinition',
        'batch:ListTagsForResource',
        'batch:RegisterJobDefinition',
        'batch:SubmitJob',
        'batch:TagResource',
        'batch:TerminateJob',
        'batch:UntagResource',
        'batch:UpdateComputeEnvironment',
        'batch:UpdateJobQueue',
      ],
      // The CLI asks for an environment named dummy, to read the types of instances in the error.
      resources: [
        'compute-environment/ComputeEnvironment-*', 'compute-environment/dummy', 'job/*', 'job-definition/JobDefinition*',
        'job-queue/JobQueue-*',
      ].map(name => arns.regional('batch', name)),
    },
    {
      sid: 'BatchManageBuilds',
      source,
      note: what('AWS CodeBuild', 'on the projects of clusters'),
      actions: [
        'codebuild:BatchGetProjects',
        'codebuild:CreateProject',
        'codebuild:DeleteProject',
        'codebuild:UpdateProject',
      ],
      resources: names.buildProjects,
    },
    {
      sid: 'BatchManageImages',
      source,
      note: what('Amazon ECR', 'on the repositories of clusters'),
      printed: { actions: ['ecr:*'] },
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
      resources: names.repositories,
    },
    {
      sid: 'BatchManageRules',
      source,
      note: what('Amazon EventBridge', 'on the rules of clusters'),
      printed: { actions: ['events:*'] },
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
      resources: names.eventRules,
    },
    {
      sid: 'BatchFindContainers',
      source,
      note: 'narrowed: the page grants all resources of Amazon ECS; this covers those of the region and account',
      printed: ON_ALL,
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:ListContainerInstances',
      ],
      resources: [arns.regional('ecs', 'cluster/*'), arns.regional('ecs', 'container-instance/*')],
    },
    ...whenPresent(hasLogs, () => ({
      sid: 'BatchReadLogs',
      source,
      note: 'narrowed: the page grants all actions on all logs; these read the logs of jobs, builds and functions',
      actions: [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
      ],
      resources: [arns.logGroups('/aws/batch/job:'), ...names.logGroups],
    })),
  ]);
}
