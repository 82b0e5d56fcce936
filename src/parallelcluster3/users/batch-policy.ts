import { linkedRoles } from './conditions';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { passedTo } from '../../private/statements/conditions';
import { ANY, DocumentedStatement, Statements } from '../../private/statements/documented-statement';
import { USER_SOURCES } from '../sources';

/** Statements for clusters whose jobs AWS Batch runs. */
export function awsBatchPolicy(arns: Arns, { iamResources }: UserAccess): Statements {
  const source = USER_SOURCES.awsBatch;
  const on = (sid: string, ...actions: string[]): DocumentedStatement => ({ sid, source, actions, resources: ANY });
  return [
    {
      sid: 'AwsBatchPassRoles',
      source,
      note: 'narrowed: the page also passes roles to requests that name no service',
      actions: ['iam:PassRole'],
      resources: iamResources.roles,
      conditions: passedTo(['batch.amazonaws.com', 'codebuild.amazonaws.com', 'ecs-tasks.amazonaws.com']),
    },
    ...linkedRoles('AwsBatch', source, arns, 'batch'),
    {
      sid: 'AwsBatchUseCodeBuild',
      source,
      actions: ['codebuild:*'],
      resources: [arns.regional('codebuild', 'project/pcluster-*')],
    },
    on('AwsBatchUseImages', 'ecr:*'),
    on('AwsBatchUseBatch', 'batch:*'),
    on('AwsBatchUseEvents', 'events:*'),
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
