import { Arns } from '../../private/options/arns';
import { ANY, DocumentedStatement, PolicyFeature } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

/** What ParallelCluster calls the things of a build. */
const IMAGE = 'ParallelClusterImage';
const IMAGE_BUILDER_NAME = 'parallelclusterimage-*';

/**
 * Of all versions.
 *
 * @param arns of the region of the builds, or of all regions
 */
export function imageCleanupPolicy(arns: Arns): readonly PolicyFeature[] {
  return [{ name: 'Common', statements: [...iamPolicy(arns), ...imageBuilderPolicy(arns), ...stackPolicy(arns)] }];
}

function iamPolicy(arns: Arns): DocumentedStatement[] {
  const source = ROLE_SOURCES.imageCleanup;
  const note = 'narrowed: the page grants everything under /parallelcluster/, where the roles of clusters are, too; those of ' +
    'builds are called so';
  return [
    {
      sid: 'CommonDeleteRoles',
      source,
      note,
      actions: [
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
      ],
      resources: [arns.role('/parallelcluster/', `${IMAGE}*`)],
    },
    {
      sid: 'CommonDeleteInstanceProfiles',
      source,
      note,
      actions: [
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: [arns.iam(`instance-profile/parallelcluster/${IMAGE}*`)],
    },
  ];
}

function imageBuilderPolicy(arns: Arns): DocumentedStatement[] {
  const source = ROLE_SOURCES.imageCleanup;
  const deletion = (what: string, type: string, version = '') => ({
    sid: `CommonDelete${what}`,
    source,
    actions: [`imagebuilder:Delete${what}`],
    resources: [arns.regional('imagebuilder', `${type}/${IMAGE_BUILDER_NAME}${version}`)],
  });
  return [
    deletion('InfrastructureConfiguration', 'infrastructure-configuration'),
    deletion('DistributionConfiguration', 'distribution-configuration'),
    deletion('Component', 'component', '/*'),
    deletion('ImageRecipe', 'image-recipe', '/*'),
    {
      sid: 'CommonDeleteImages',
      source,
      actions: [
        'imagebuilder:CancelImageCreation',
        'imagebuilder:DeleteImage',
        'imagebuilder:GetImage',
      ],
      resources: [arns.regional('imagebuilder', `image/${IMAGE_BUILDER_NAME}/*`)],
    },
  ];
}

function stackPolicy(arns: Arns): DocumentedStatement[] {
  const source = ROLE_SOURCES.imageCleanup;
  const functions = [arns.regional('lambda', `function:${IMAGE}-*`)];
  return [
    {
      sid: 'CommonDeleteStacks',
      source: ROLE_SOURCES.imageCleanup2025,
      note: 'narrowed: the page grants all stacks, the command line those with the tag of an image; its condition key is of ' +
        'CloudFormation, where the reference lists the global one',
      actions: ['cloudformation:DeleteStack'],
      resources: [arns.regional('cloudformation', 'stack/*')],
      conditions: { Null: { 'aws:ResourceTag/parallelcluster:image_id': 'false' } },
    },
    {
      sid: 'CommonTagImages',
      source,
      actions: ['ec2:CreateTags'],
      resources: [arns.image('*')],
    },
    {
      sid: 'CommonTagResources',
      source,
      actions: ['tag:TagResources'],
      resources: ANY,
    },
    {
      sid: 'CommonDeleteFunctions',
      source,
      actions: [
        'lambda:DeleteFunction',
        'lambda:RemovePermission',
      ],
      resources: functions,
    },
    {
      sid: 'CommonReadFunctions',
      source: ROLE_SOURCES.imageCleanup2025,
      since: '3.14.0',
      note: 'added: the page was written for older versions; which release began with it is not known exactly',
      actions: [
        'lambda:GetFunction',
        'lambda:GetPolicy',
      ],
      resources: functions,
    },
    {
      sid: 'CommonDeleteLogs',
      source,
      actions: ['logs:DeleteLogGroup'],
      resources: [arns.regional('logs', `log-group:/aws/lambda/${IMAGE}-*:*`)],
    },
    {
      sid: 'CommonDeleteTopics',
      source,
      actions: [
        'sns:DeleteTopic',
        'sns:GetSubscriptionAttributes',
        'sns:GetTopicAttributes',
        'sns:Unsubscribe',
      ],
      resources: [arns.regional('sns', `${IMAGE}-*`)],
    },
  ];
}
