import { IMAGE_LOGS, linkedTo, OF_AN_IMAGE, passedTo, Statements } from './conditions';
import { DEFAULT_PATH } from './iam-resources';
import { Arns } from '../../private/options/arns';
import { EC2_SERVICES } from '../cluster/nodes';
import { USER_SOURCES } from '../sources';
import { UserAccess } from './read';
import { ANY } from '../../private/statements/documented-statement';

const source = USER_SOURCES.imageBuild;
const IMAGE = 'ParallelClusterImage-*';
const BUILT = ['component', 'distribution-configuration', 'image', 'image-recipe', 'infrastructure-configuration'];

/** What builds, describes, lists and deletes images. */
export function imageBuildPolicy(arns: Arns, { iamResources }: UserAccess): Statements {
  return [
    ...useImages(),
    ...useIam(arns, iamResources),
    ...useStacks(arns),
    {
      sid: 'ImageBuildUseLogs',
      source,
      note: 'narrowed: to the log groups of images, as the page has it here; its base grants all log groups',
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
      ],
      actionsSince: { '3.3.1': ['logs:TagResource', 'logs:UntagResource'] },
      resources: [IMAGE_LOGS, '/aws/lambda/ParallelClusterImage-'].map(group => arns.logGroups(group)),
    },
    {
      sid: 'ImageBuildUseFunctions',
      source,
      actions: [
        'lambda:AddPermission',
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:ListTags',
        'lambda:RemovePermission',
        'lambda:TagResource',
        'lambda:UntagResource',
      ],
      resources: [arns.regional('lambda', `function:${IMAGE}`)],
    },
    ...useImageBuilder(arns),
    {
      sid: 'ImageBuildUseTopics',
      source,
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:GetTopicAttributes',
        'sns:Publish',
        'sns:Subscribe',
        'sns:TagResource',
        'sns:Unsubscribe',
      ],
      resources: [arns.regional('sns', IMAGE)],
    },
    ...useBuckets(arns),
  ];
}

function useImages(): Statements {
  return [{
    sid: 'ImageBuildUseImages',
    source,
    note: 'kept: images and their snapshots have random identifiers',
    actions: [
      'ec2:DeleteSnapshot',
      'ec2:DeregisterImage',
      'ec2:DescribeImages',
      'ec2:DescribeInstanceTypeOfferings',
      'ec2:DescribeInstanceTypes',
    ],
    actionsSince: { '3.15.0': ['ec2:DescribeSecurityGroups'] },
    resources: ANY,
  }];
}

function useIam(arns: Arns, { imageRoles, imageProfiles }: UserAccess['iamResources']): Statements {
  return [
    {
      sid: 'ImageBuildUseInstanceProfiles',
      source,
      note: 'corrected: the page grants this on the ARNs of roles, too, which these actions do not know',
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:GetInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: imageProfiles,
    },
    {
      sid: 'ImageBuildDeleteInstanceProfiles',
      source,
      note: 'completed: a build that fails is rolled back with the rights of the user, and no prefix moves its profile',
      actions: ['iam:DeleteInstanceProfile'],
      resources: [DEFAULT_PATH, '/'].map(path => arns.iam(`instance-profile${path}ParallelClusterImage*`)),
    },
    {
      sid: 'ImageBuildReadRoles',
      source,
      actions: [
        'iam:GetRole',
        'iam:GetRolePolicy',
      ],
      resources: imageRoles,
    },
    {
      sid: 'ImageBuildPassRoles',
      source,
      note: 'narrowed: the page passes instance profiles, too, which nobody passes; EC2 has a name of its own in China',
      actions: ['iam:PassRole'],
      resources: imageRoles,
      conditions: passedTo(...EC2_SERVICES, 'lambda.amazonaws.com'),
    },
    {
      sid: 'ImageBuildCreateLinkedRole',
      source,
      note: 'narrowed: to this account',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [arns.iam('role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder')],
      conditions: linkedTo('imagebuilder.amazonaws.com'),
    },
  ];
}

function useStacks(arns: Arns): Statements {
  const stacks = [arns.regional('cloudformation', 'stack/*')];
  return [
    {
      sid: 'ImageBuildUseStacks',
      source,
      note: 'completed: describe-image calls DescribeStackResource, which the template leaves out',
      actions: [
        'cloudformation:CreateStack',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
      ],
      resources: stacks,
    },
    {
      sid: 'ImageBuildDeleteStacks',
      source,
      note: 'narrowed: the page deletes every stack, with the rights of its service role; those of images have a tag',
      actions: ['cloudformation:DeleteStack'],
      resources: stacks,
      conditions: OF_AN_IMAGE,
    },
    {
      sid: 'ImageBuildListStacks',
      source,
      note: 'kept: list-images describes all stacks',
      actions: ['cloudformation:DescribeStacks'],
      resources: ANY,
    },
  ];
}

function useImageBuilder(arns: Arns): Statements {
  return [
    {
      sid: 'ImageBuildReadImageBuilder',
      source,
      actions: ['imagebuilder:Get*'],
      resources: ANY,
    },
    {
      sid: 'ImageBuildUseImageBuilder',
      source,
      actions: [
        'imagebuilder:CreateComponent',
        'imagebuilder:CreateDistributionConfiguration',
        'imagebuilder:CreateImage',
        'imagebuilder:CreateImageRecipe',
        'imagebuilder:CreateInfrastructureConfiguration',
        'imagebuilder:DeleteComponent',
        'imagebuilder:DeleteDistributionConfiguration',
        'imagebuilder:DeleteImage',
        'imagebuilder:DeleteImageRecipe',
        'imagebuilder:DeleteInfrastructureConfiguration',
        'imagebuilder:TagResource',
      ],
      actionsSince: { '3.5.0': ['imagebuilder:CancelImageCreation'] },
      resources: BUILT.map(type => arns.regional('imagebuilder', `${type}/parallelclusterimage-*`)),
    },
  ];
}

function useBuckets(arns: Arns): Statements {
  return [
    {
      sid: 'ImageBuildUseBuckets',
      source: USER_SOURCES.testUser,
      actions: [
        's3:CreateBucket',
        's3:ListBucket',
        's3:ListBucketVersions',
      ],
      resources: [arns.bucket('parallelcluster-*')],
    },
    {
      sid: 'ImageBuildUseObjects',
      source,
      actions: [
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:GetObject',
        's3:GetObjectVersion',
        's3:PutObject',
      ],
      resources: [arns.bucket('parallelcluster-*/*')],
    },
  ];
}
