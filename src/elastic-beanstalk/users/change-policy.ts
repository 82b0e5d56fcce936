import { UserAccess } from './read';
import { BUCKET, TAGGED, UserScope } from './scope';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { KEEPS_LAUNCH_TEMPLATE } from '../../private/statements/shared/scaling-groups';
import { SOURCES } from '../sources';
import { useStorageKeys } from '../tiers/storage';

const source = SOURCES.administrator;

/** Updating environments: calls of the user, and those of Elastic Beanstalk that don't depend on how it updates. */
export function changePolicy(scope: UserScope, { storage }: UserAccess): Statements {
  const { account } = scope.arns;
  return [
    {
      sid: 'ChangeEnvironments',
      source,
      note: 'narrowed: the managed policy grants all applications and environments',
      actions: [
        'elasticbeanstalk:AbortEnvironmentUpdate',
        'elasticbeanstalk:RestartAppServer',
        'elasticbeanstalk:UpdateEnvironment',
      ],
      resources: scope.environments,
    },
    {
      sid: 'ChangeFindBucket',
      source,
      actions: ['elasticbeanstalk:CreateStorageLocation'],
      resources: ANY,
    },
    {
      sid: 'ChangeCreateBucket',
      source,
      note: `${BUCKET}. Elastic Beanstalk asks for it even if the bucket exists`,
      actions: ['s3:CreateBucket'],
      resources: [scope.bucket],
    },
    ownedBy(account, {
      sid: 'ChangeReadBucket',
      source,
      note: `${BUCKET}; added: \`s3:ListBucketMultipartUploads\`, since eb lists the uploads of large bundles`,
      actions: [
        's3:GetBucketLocation',
        's3:GetBucketPolicy',
        's3:ListBucket',
        's3:ListBucketMultipartUploads',
      ],
      resources: [scope.bucket],
    }),
    ...whenPresent(storage.bucketSetup, () => ownedBy(account, {
      sid: 'ChangeSetUpBucket',
      source,
      note: BUCKET,
      actions: [
        's3:PutBucketOwnershipControls',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
      ],
      resources: [scope.bucket],
    })),
    ...whenPresent([...storage.key, ...storage.bundles.keys], keys => useStorageKeys(scope.arns, keys, {
      sid: 'ChangeStorageKey',
      source,
      note: 'added: an encrypted bucket requires its key, which the managed policy does not mention',
      actions: [
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
    })),
  ];
}

/** What Elastic Beanstalk calls with the permissions of the user to deploy a version in place. */
export function updatePolicy(scope: UserScope): Statements {
  const managed = SOURCES.managedUpdates;
  return [
    ownedBy(scope.arns.account, {
      sid: 'UpdateWriteFolders',
      source: managed,
      note: `${BUCKET}; Elastic Beanstalk copies the version to the folders of the environment`,
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectAcl',
        's3:GetObjectVersion',
        's3:PutObject',
        's3:PutObjectAcl',
      ],
      resources: scope.environmentFolders('', '_runtime/'),
    }),
    {
      sid: 'UpdateStacks',
      source,
      note: TAGGED,
      actions: [
        'cloudformation:CancelUpdateStack',
        'cloudformation:GetTemplate',
        'cloudformation:UpdateStack',
      ],
      resources: scope.named('cloudformation', 'stack/', '/*'),
      conditions: scope.tagged,
    },
    {
      sid: 'UpdateGroups',
      source: managed,
      note: TAGGED,
      actions: [
        'autoscaling:ResumeProcesses',
        'autoscaling:SetDesiredCapacity',
        'autoscaling:SuspendProcesses',
        'autoscaling:TerminateInstanceInAutoScalingGroup',
      ],
      resources: scope.groups,
      conditions: scope.tagged,
    },
    {
      sid: 'UpdateGroupSizes',
      source: managed,
      note: `${TAGGED}; and requests that keep the launch template, which decides about the role of instances`,
      actions: ['autoscaling:UpdateAutoScalingGroup'],
      resources: scope.groups,
      conditions: { ...scope.tagged, ...KEEPS_LAUNCH_TEMPLATE },
    },
    {
      sid: 'UpdateRegisterInstances',
      source: managed,
      note: TAGGED,
      actions: [
        'elasticloadbalancing:DeregisterInstancesFromLoadBalancer',
        'elasticloadbalancing:DeregisterTargets',
        'elasticloadbalancing:RegisterInstancesWithLoadBalancer',
        'elasticloadbalancing:RegisterTargets',
      ],
      resources: [
        ...scope.widelyNamed('elasticloadbalancing', 'targetgroup/', '/*'),
        ...scope.widelyNamed('elasticloadbalancing', 'loadbalancer/'),
      ],
      conditions: scope.tagged,
    },
    {
      sid: 'UpdateTopics',
      source,
      note: 'narrowed: the topics of the environments, by their names',
      actions: [
        'sns:CreateTopic',
        'sns:GetTopicAttributes',
        'sns:ListSubscriptionsByTopic',
        'sns:SetTopicAttributes',
        'sns:Subscribe',
        'sns:Unsubscribe',
      ],
      resources: scope.topics,
    },
  ];
}
