import { ON_ALL, Statements } from '../cluster/statement';
import { SOURCES } from '../sources';
import { CreatedClusters } from './read';
import { Arns } from '../../private/options/arns';
import { ANY, given } from '../../private/statements/documented-statement';

const source = SOURCES.userBatch;
const what = (service: string, scope: string) =>
  `narrowed: the page grants all actions of ${service}; these are what the Batch stack and jobs ask for, ${scope}`;

/** What clusters of AWS Batch have beside what all have. */
export function batchPolicy(arns: Arns, clusters: CreatedClusters): Statements {
  return given(clusters.hasBatch, () => [
    ...jobs(arns),
    ...images(clusters),
    ...containers(arns),
    ...jobLogs(arns, clusters),
  ]);
}

function jobs(arns: Arns): Statements {
  return [
    {
      sid: 'BatchFind',
      source,
      note: 'narrowed: the page grants all actions of AWS Batch; these look for what there is',
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
      note: what('AWS Batch', 'in this region and account, since nobody can foretell the names'),
      printed: { actions: ['batch:*'] },
      actions: [
        'batch:CancelJob',
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
      resources: ['compute-environment', 'job', 'job-definition', 'job-queue'].map(type =>
        arns.regional('batch', `${type}/*`)),
    },
  ];
}

function images({ names }: CreatedClusters): Statements {
  return [
    {
      sid: 'BatchManageBuilds',
      source,
      note: what('AWS CodeBuild', 'on the projects of clusters'),
      actions: [
        'codebuild:BatchGetBuilds',
        'codebuild:BatchGetProjects',
        'codebuild:CreateProject',
        'codebuild:DeleteProject',
        'codebuild:ListBuildsForProject',
        'codebuild:StartBuild',
        'codebuild:StopBuild',
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
        'ecr:BatchDeleteImage',
        'ecr:BatchGetImage',
        'ecr:CreateRepository',
        'ecr:DeleteLifecyclePolicy',
        'ecr:DeleteRepository',
        'ecr:DeleteRepositoryPolicy',
        'ecr:DescribeImages',
        'ecr:DescribeRepositories',
        'ecr:GetLifecyclePolicy',
        'ecr:GetRepositoryPolicy',
        'ecr:ListImages',
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
        'events:DisableRule',
        'events:EnableRule',
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
  ];
}

function containers(arns: Arns): Statements {
  return [
    {
      sid: 'BatchFindContainers',
      source,
      note: 'narrowed: the page grants all resources of Amazon ECS; these are those of the region and account',
      printed: ON_ALL,
      actions: [
        'ecs:DescribeContainerInstances',
        'ecs:ListContainerInstances',
      ],
      resources: [arns.regional('ecs', 'cluster/*'), arns.regional('ecs', 'container-instance/*')],
    },
  ];
}

function jobLogs(arns: Arns, { names, hasLogs }: CreatedClusters): Statements {
  return given(hasLogs, () => ({
    sid: 'BatchReadLogs',
    source,
    note: 'narrowed: the page grants all actions on all logs; these read what jobs, builds and functions wrote',
    actions: [
      'logs:DescribeLogStreams',
      'logs:FilterLogEvents',
      'logs:GetLogEvents',
    ],
    resources: [arns.logGroups('/aws/batch/job:'), ...names.logGroups],
  }));
}
