import { Arns } from '../../private/options/arns';
import { ANY, PolicyFeature, Statements } from '../../private/statements/documented-statement';
import { ROLE_SOURCES } from '../sources';

/** The prefixes of the names of a build's resources. */
const IMAGE = 'ParallelClusterImage';
const IMAGE_BUILDER_NAME = 'parallelclusterimage-*';

const source = ROLE_SOURCES.imageCleanup;
const OF_BUILDS = 'narrowed: the page grants everything under /parallelcluster/, where the roles of clusters are, too; those of ' +
  'builds have this prefix';

/**
 * Statements of all versions.
 *
 * @param arns ARNs of the Region of the builds, or of all Regions
 */
export function imageCleanupPolicy(arns: Arns): readonly PolicyFeature[] {
  const deletion = (what: string, type: string, version = '') => ({
    sid: `CommonDelete${what}`,
    source,
    actions: [`imagebuilder:Delete${what}`],
    resources: [arns.regional('imagebuilder', `${type}/${IMAGE_BUILDER_NAME}${version}`)],
  });
  const functions = [arns.regional('lambda', `function:${IMAGE}-*`)];
  const statements: Statements = [
    {
      sid: 'CommonDeleteRoles',
      source,
      note: OF_BUILDS,
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
      note: OF_BUILDS,
      actions: [
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: [arns.iam(`instance-profile/parallelcluster/${IMAGE}*`)],
    },
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
    {
      sid: 'CommonDeleteStacks',
      source: ROLE_SOURCES.cleanupRole,
      note: 'narrowed: the page grants all stacks, the command line those with the tag of an image; its condition ' +
        'key belongs to CloudFormation, but the reference lists the global key',
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
      source: ROLE_SOURCES.cleanupRole,
      note: 'added: the page lacks it; CloudFormation reads functions and their permissions when it deletes them',
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
  return [{ name: 'Common', statements }];
}
