import { USER_SOURCES } from '../sources';
import { CLUSTER_LOGS, IMAGE_LOGS, linkedTo, passedTo, Statements, TAGGED_AS_CLUSTER } from './conditions';
import { FsxForLustre, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { BoundLocations } from '../../private/options/option-reader';
import { ANY, DocumentedStatement, given } from '../../private/statements/documented-statement';

const LINKED = 'corrected: the page asks for the service on DeleteServiceLinkedRole, too, which does not know that condition';

/** Clusters whose jobs AWS Batch runs. */
export function awsBatchPolicy(arns: Arns, { iamResources }: UserAccess): Statements {
  const source = USER_SOURCES.awsBatch;
  const on = (sid: string, ...actions: string[]): DocumentedStatement => ({ sid, source, actions, resources: ANY });
  return [
    {
      sid: 'AwsBatchPassRoles',
      source,
      note: 'narrowed: the page also passes roles where no service is named',
      actions: ['iam:PassRole'],
      resources: iamResources.roles,
      conditions: passedTo('batch.amazonaws.com', 'codebuild.amazonaws.com', 'ecs-tasks.amazonaws.com'),
    },
    ...linkedRoles('AwsBatch', arns, LINKED, 'batch'),
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
      note: 'narrowed: the page grants all clusters of Amazon ECS; AWS Batch names its own after the compute environment',
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

/** File systems of Amazon FSx: clusters make them, or mount existing ones. */
export function fsxForLustrePolicy(arns: Arns, { fileSystems, dataRepositories }: FsxForLustre): Statements {
  const source = USER_SOURCES.clusterServices;
  const makesFileSystems = fileSystems.length === 0;
  return [
    {
      sid: 'FsxForLustreUse',
      source,
      note: makesFileSystems ? undefined : 'narrowed: the page grants all file systems, and says that existing ones may be named',
      actions: ['fsx:*'],
      resources: makesFileSystems ? [arns.regional('fsx', '*')] : fileSystems,
    },
    {
      sid: 'FsxForLustreDescribe',
      source,
      note: 'corrected: the page grants this on the ARNs of file systems, which most of these actions do not know',
      actions: ['fsx:Describe*'],
      resources: ANY,
    },
    ...given(makesFileSystems, () => [
      ...linkedRoles('FsxForLustre', arns, LINKED, 'fsx', 's3.data-source.lustre.fsx'),
      {
        sid: 'FsxForLustreExtendDataRole',
        source: USER_SOURCES.fsxForLustre,
        actions: [
          'iam:AttachRolePolicy',
          'iam:PutRolePolicy',
        ],
        resources: [linkedRole(arns, 's3.data-source.lustre.fsx')],
      },
    ]),
    ...useDataRepositories(dataRepositories),
  ];
}

function useDataRepositories({ buckets, objects, keys }: BoundLocations): Statements {
  const source = USER_SOURCES.fsxForLustre;
  return [
    ...given(buckets, () => ({
      sid: 'FsxForLustreReadData',
      source,
      note: 'corrected: the guide grants this on the ARN of the bucket, and so on none of its objects',
      actions: [
        's3:Get*',
        's3:List*',
      ],
      resources: [...buckets, ...objects],
    })),
    ...given(objects, resources => ({
      sid: 'FsxForLustreWriteData',
      source,
      note: 'corrected: the guide writes to the ARN of the bucket, and so to none of its objects',
      actions: ['s3:PutObject'],
      resources,
    })),
    ...given(keys, resources => ({
      sid: 'FsxForLustreUseDataKeys',
      source,
      note: 'added: what an encrypted bucket needs; the page speaks of buckets without keys of their own',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}

/** Making the role that a service is linked to, and deleting it. */
function linkedRoles(feature: string, arns: Arns, note: string, ...services: readonly string[]): Statements {
  const source = feature === 'AwsBatch' ? USER_SOURCES.awsBatch : USER_SOURCES.clusterServices;
  const resources = services.map(service => linkedRole(arns, service));
  return [
    {
      sid: `${feature}CreateLinkedRoles`,
      source,
      note: 'narrowed: to the ARNs of the roles',
      actions: ['iam:CreateServiceLinkedRole'],
      resources,
      conditions: linkedTo(...services.map(service => `${service}.amazonaws.com`)),
    },
    { sid: `${feature}DeleteLinkedRoles`, source, note, actions: ['iam:DeleteServiceLinkedRole'], resources },
  ];
}

function linkedRole(arns: Arns, service: string): string {
  return arns.iam(`role/aws-service-role/${service}.amazonaws.com/*`);
}

/** Login nodes: a network load balancer in front of an Auto Scaling group for each pool. */
export function loginNodesPolicy(arns: Arns): Statements {
  const source = USER_SOURCES.clusterServices;
  const balancers = arns.regional('elasticloadbalancing', 'loadbalancer/net/*');
  const targets = arns.regional('elasticloadbalancing', 'targetgroup/*');
  return [
    {
      sid: 'LoginNodesCreateListeners',
      source: USER_SOURCES.loginTags,
      note: 'narrowed: to network load balancers, and to the tag of a cluster; whether there are other tags is not asked, ' +
        'which refused login nodes in 2026',
      actions: [
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateTargetGroup',
      ],
      resources: [balancers, targets],
      conditions: TAGGED_AS_CLUSTER,
    },
    {
      sid: 'LoginNodesUseBalancers',
      source,
      note: 'narrowed: the page grants every load balancer; those of login nodes are network load balancers',
      actions: [
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateLoadBalancer',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
      ],
      actionsSince: { '3.13.0': ['elasticloadbalancing:ModifyTargetGroup', 'elasticloadbalancing:RemoveTags'] },
      resources: [arns.regional('elasticloadbalancing', 'listener/net/*'), balancers, targets],
    },
    {
      sid: 'LoginNodesUseScaling',
      source,
      note: 'narrowed: the page grants every group; those of login nodes have this name. Its condition on the tags asks ' +
        'nothing, since these actions have none',
      actions: [
        'autoscaling:CreateAutoScalingGroup',
        'autoscaling:DeleteAutoScalingGroup',
        'autoscaling:DeleteLifecycleHook',
        'autoscaling:PutLifecycleHook',
        'autoscaling:UpdateAutoScalingGroup',
      ],
      actionsSince: { '3.13.0': ['autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteTags'] },
      resources: [arns.regional('autoscaling', 'autoScalingGroup:*:autoScalingGroupName/*-AutoScalingGroup')],
    },
    {
      sid: 'LoginNodesDescribe',
      source,
      actions: [
        'autoscaling:DescribeAutoScalingGroups',
        'autoscaling:DescribeScalingActivities',
        'elasticloadbalancing:DescribeListeners',
        'elasticloadbalancing:DescribeLoadBalancers',
        'elasticloadbalancing:DescribeTargetGroups',
        'elasticloadbalancing:DescribeTargetHealth',
      ],
      actionsSince: { '3.11.1': ['autoscaling:DescribeLifecycleHooks', 'elasticloadbalancing:DescribeTags'] },
      resources: ANY,
    },
    {
      sid: 'LoginNodesFindSecurityGroups',
      source: USER_SOURCES.testUser,
      note: 'added: the role of the integration tests has it on all resources, the published policies have not',
      actions: ['ec2:GetSecurityGroupsForVpc'],
      resources: [arns.regional('ec2', 'vpc/*')],
    },
    {
      sid: 'LoginNodesCreateLinkedRoles',
      source,
      note: 'narrowed: to the ARNs of the roles',
      since: '3.12.0',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: ['autoscaling', 'elasticloadbalancing'].map(service => linkedRole(arns, service)),
      conditions: linkedTo('autoscaling.amazonaws.com', 'elasticloadbalancing.amazonaws.com'),
    },
  ];
}

/** The logs of clusters and images. */
export function logRetrievalPolicy(arns: Arns, { buckets, objects, keys }: BoundLocations): Statements {
  const source = USER_SOURCES.logRetrieval;
  const note = 'added: exports pass through a bucket, from which pcluster fetches and deletes them';
  return [
    {
      sid: 'LogRetrievalRead',
      source,
      note: 'narrowed: the page reads all log groups; these are the ones of clusters and images',
      actions: [
        'logs:CreateExportTask',
        'logs:DescribeLogStreams',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
      ],
      resources: [CLUSTER_LOGS, IMAGE_LOGS].map(group => arns.logGroups(group)),
    },
    {
      sid: 'LogRetrievalFind',
      source,
      actions: [
        'logs:DescribeExportTasks',
        'logs:DescribeLogGroups',
      ],
      resources: ANY,
    },
    ...given(buckets, resources => ({
      sid: 'LogRetrievalListExports',
      source: USER_SOURCES.logExport,
      note,
      actions: [
        's3:GetBucketLocation',
        's3:ListBucket',
      ],
      resources,
    })),
    ...given(objects, resources => ({
      sid: 'LogRetrievalUseExports',
      source: USER_SOURCES.logExport,
      note,
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:PutObject',
      ],
      resources,
    })),
    ...given(keys, resources => ({
      sid: 'LogRetrievalUseExportKeys',
      source: USER_SOURCES.logExport,
      note,
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      resources,
    })),
  ];
}
