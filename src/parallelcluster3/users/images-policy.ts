import { clusterBuckets, clusterObjects } from './buckets-policy';
import { IMAGE_LOGS, KEYS_OF_BUCKETS, OF_AN_IMAGE, linkedTo, keysOfUsers } from './conditions';
import { UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { passedTo } from '../../private/statements/conditions';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { EC2_SERVICES, LAMBDA_SERVICE } from '../../private/statements/services';
import { onBuckets } from '../../private/statements/shared/owned-buckets';
import { BUCKET_MARK, CLUSTER_BUCKETS, DEFAULT_PATH } from '../cluster/cluster-arns';
import { bucketKeys } from '../cluster/statements';
import { USER_SOURCES } from '../sources';

const source = USER_SOURCES.imageBuild;
const IMAGE = 'ParallelClusterImage-*';
const BUILT = ['component', 'distribution-configuration', 'image', 'image-recipe', 'infrastructure-configuration'];

/** Grants building, describing, listing and deleting images. */
export function imageBuildPolicy(arns: Arns, { iam, iamResources }: UserAccess): Statements {
  const { imageRoles, imageProfiles } = iamResources;
  const customRoles = iam.mode === 'restricted' ? iam.customRoles : [];
  return [
    {
      sid: 'ImageBuildUseImages',
      source,
      note: 'kept: images and their snapshots have random identifiers',
      actions: [
        'ec2:DeleteSnapshot',
        'ec2:DeregisterImage',
        'ec2:DescribeImageAttribute',
        'ec2:DescribeImages',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeInstances',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      resources: ANY,
    },
    {
      sid: 'ImageBuildUseInstanceProfiles',
      source,
      note: 'corrected: the page also grants this on the ARNs of roles, to which these actions do not apply',
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      resources: imageProfiles,
    },
    {
      sid: 'ImageBuildReadInstanceProfiles',
      source,
      note: 'completed: pcluster looks up the instance profile of a configuration, which may have any path',
      actions: ['iam:GetInstanceProfile'],
      resources: [arns.iam('instance-profile/*')],
    },
    {
      sid: 'ImageBuildDeleteInstanceProfiles',
      source,
      note: 'completed: a failed build is rolled back with the permissions of the user, and no prefix applies to its ' +
        'profile',
      actions: ['iam:DeleteInstanceProfile'],
      resources: [arns.iam(`instance-profile${DEFAULT_PATH}ParallelClusterImage*`)],
    },
    {
      sid: 'ImageBuildReadRoles',
      source,
      actions: [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
      ],
      resources: [...imageRoles, ...customRoles],
    },
    {
      sid: 'ImageBuildReadPolicies',
      source: USER_SOURCES.validators,
      note: 'added: pcluster checks that the policies of a configuration exist',
      actions: ['iam:GetPolicy'],
      resources: [arns.iam('policy/*'), arns.awsManagedPolicy('*')],
    },
    {
      sid: 'ImageBuildPassRoles',
      source,
      note: 'narrowed: the page also has instance profiles, to which iam:PassRole does not apply; EC2 has another ' +
        'name in China',
      actions: ['iam:PassRole'],
      resources: [...imageRoles, ...customRoles],
      conditions: passedTo([...EC2_SERVICES, LAMBDA_SERVICE]),
    },
    {
      sid: 'ImageBuildCreateLinkedRole',
      source,
      note: 'narrowed: to this account',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [arns.iam('role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder')],
      conditions: linkedTo('imagebuilder.amazonaws.com'),
    },
    ...useStacks(arns),
    {
      sid: 'ImageBuildUseLogs',
      source,
      note: 'narrowed: to the log groups of images, as in this section; the base policy of the page grants all log ' +
        'groups',
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:TagResource',
        'logs:UntagResource',
      ],
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
        'lambda:RemovePermission',
        'lambda:TagResource',
        'lambda:UntagResource',
      ],
      resources: [arns.regional('lambda', `function:${IMAGE}`)],
    },
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
        'imagebuilder:CancelImageCreation',
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
      resources: BUILT.map(type => arns.regional('imagebuilder', `${type}/parallelclusterimage-*`)),
    },
    {
      sid: 'ImageBuildUseTopics',
      source,
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:GetSubscriptionAttributes',
        'sns:GetTopicAttributes',
        'sns:Publish',
        'sns:Subscribe',
        'sns:TagResource',
        'sns:Unsubscribe',
      ],
      resources: [arns.regional('sns', IMAGE)],
    },
  ];
}

function useStacks(arns: Arns): Statements {
  const stacks = [arns.regional('cloudformation', 'stack/*')];
  return [
    {
      sid: 'ImageBuildUseStacks',
      source,
      note: 'completed: describe-image calls DescribeStackEvents and DescribeStackResource, which the template leaves out',
      actions: [
        'cloudformation:CreateStack',
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStacks',
      ],
      resources: stacks,
    },
    {
      sid: 'ImageBuildDeleteStacks',
      source,
      note: 'narrowed: the page deletes every stack, with the permissions of its service role; those of images have ' +
        'a tag',
      actions: ['cloudformation:DeleteStack'],
      resources: stacks,
      conditions: OF_AN_IMAGE,
    },
    {
      sid: 'ImageBuildListStacks',
      source,
      note: 'kept: list-images describes all stacks',
      actions: [
        'cloudformation:DescribeStacks',
        'cloudformation:ListStacks',
      ],
      resources: ANY,
    },
  ];
}

/**
 * The buckets with the configurations of images, and the keys of their volumes, for users who create no clusters: with
 * clusters, they have the same buckets and keys.
 */
export function imageStoragePolicy(arns: Arns, { storage }: UserAccess): Statements {
  const { buckets, keys } = storage.buckets;
  const objects = (bucket: string) => [`${bucket}/parallelcluster/*/images/*`, `${bucket}/${BUCKET_MARK}`];
  return [
    ...keysOfUsers('ImageBuild', storage.keys),
    ...clusterBuckets('ImageBuild', source, arns, buckets),
    ...onBuckets(clusterObjects('ImageBuild', source, 'narrowed: to the folders of images'),
      arns.account, objects(arns.bucket(CLUSTER_BUCKETS)), buckets.flatMap(objects)),
    ...bucketKeys('ImageBuildUseBucketKeys', USER_SOURCES.validators, keys, ['kms:Decrypt', 'kms:GenerateDataKey'],
      KEYS_OF_BUCKETS),
  ];
}
