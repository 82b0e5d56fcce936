import { UserAccess } from './read';
import { UserScope } from './scope';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { ownedBy } from '../../private/statements/shared/owned-buckets';
import { SOURCES } from '../sources';
import { assetBuckets } from '../tiers/resources';
import { useStorageKeys } from '../tiers/storage';

const source = SOURCES.administrator;
const OWN = 'narrowed: the managed policy grants all applications; lists have only what the user may describe';

/** Describing applications, versions and environments, and what Elastic Beanstalk looks up for that. */
export function watchPolicy(scope: UserScope): Statements {
  const { arns } = scope;
  return [
    {
      sid: 'WatchEnvironments',
      source,
      note: OWN,
      actions: [
        'elasticbeanstalk:DescribeApplicationVersions',
        'elasticbeanstalk:DescribeApplications',
        'elasticbeanstalk:DescribeConfigurationOptions',
        'elasticbeanstalk:DescribeConfigurationSettings',
        'elasticbeanstalk:DescribeEnvironmentHealth',
        'elasticbeanstalk:DescribeEnvironmentManagedActionHistory',
        'elasticbeanstalk:DescribeEnvironmentManagedActions',
        'elasticbeanstalk:DescribeEnvironmentResources',
        'elasticbeanstalk:DescribeEnvironments',
        'elasticbeanstalk:DescribeEvents',
        'elasticbeanstalk:DescribeInstancesHealth',
        'elasticbeanstalk:ListTagsForResource',
        'elasticbeanstalk:ValidateConfigurationSettings',
      ],
      resources: [...scope.apps, ...scope.versions, ...scope.templates, ...scope.environments],
    },
    {
      sid: 'WatchPlatforms',
      source,
      note: 'narrowed: platforms of the region; those of AWS have no account',
      actions: [
        'elasticbeanstalk:DescribeConfigurationOptions',
        'elasticbeanstalk:DescribePlatformVersion',
        'elasticbeanstalk:ListAvailableSolutionStacks',
        'elasticbeanstalk:ListPlatformVersions',
      ],
      resources: ['platform', 'solutionstack'].map(type => arns.ofAnyOwner('elasticbeanstalk', `${type}/*`)),
    },
    {
      sid: 'WatchService',
      source,
      actions: [
        'elasticbeanstalk:CheckDNSAvailability',
        'elasticbeanstalk:DescribeAccountAttributes',
        'elasticbeanstalk:ListPlatformBranches',
      ],
      resources: ANY,
    },
    {
      sid: 'WatchStacks',
      source,
      note: 'narrowed: the managed policy reads all stacks; those of environments have these names',
      actions: [
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStackResource',
        'cloudformation:DescribeStackResources',
        'cloudformation:DescribeStacks',
        'cloudformation:ListStackResources',
      ],
      resources: scope.named('cloudformation', 'stack/', '/*'),
    },
    ...watchResources(),
    {
      sid: 'WatchReadAssets',
      source: SOURCES.assets,
      note: 'narrowed: the managed policy covers these buckets of AWS by elasticbeanstalk-*; describing the settings of an ' +
        'environment reads them',
      actions: ['s3:GetObject'],
      resources: assetBuckets(arns.region).map(name => `${arns.bucket(name)}/*`),
    },
  ];
}

function watchResources(): Statements {
  return [{
    sid: 'WatchResources',
    source,
    note: 'narrowed: of the actions that start with Describe those of the policy for managed updates',
    actions: [
      'autoscaling:DescribeAccountLimits',
      'autoscaling:DescribeAutoScalingGroups',
      'autoscaling:DescribeAutoScalingInstances',
      'autoscaling:DescribeLaunchConfigurations',
      'autoscaling:DescribeLoadBalancers',
      'autoscaling:DescribeNotificationConfigurations',
      'autoscaling:DescribeScalingActivities',
      'autoscaling:DescribeScheduledActions',
      'cloudwatch:DescribeAlarms',
      'cloudwatch:GetMetricStatistics',
      'cloudwatch:ListMetrics',
      'ec2:DescribeAccountAttributes',
      'ec2:DescribeAddresses',
      'ec2:DescribeAvailabilityZones',
      'ec2:DescribeImages',
      'ec2:DescribeInstances',
      'ec2:DescribeKeyPairs',
      'ec2:DescribeLaunchTemplateVersions',
      'ec2:DescribeLaunchTemplates',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSnapshots',
      'ec2:DescribeSpotInstanceRequests',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
      'elasticloadbalancing:DescribeInstanceHealth',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
      'logs:DescribeLogGroups',
    ],
    resources: ANY,
  }];
}

/** Requesting the log files of instances, and reading them and the log groups. */
export function logsPolicy(scope: UserScope, { readsLogs, storage }: UserAccess): Statements {
  return whenPresent(readsLogs, () => [
    {
      sid: 'WatchRequestLogs',
      source,
      note: OWN,
      actions: [
        'elasticbeanstalk:RequestEnvironmentInfo',
        'elasticbeanstalk:RetrieveEnvironmentInfo',
      ],
      resources: scope.environments,
    },
    ownedBy(scope.arns.account, {
      sid: 'WatchReadLogFiles',
      source: SOURCES.userLogs,
      note: 'narrowed: the page grants all of resources/environments/logs; requested log files are in these folders; ' +
        'added: `s3:GetObject`',
      actions: [
        's3:DeleteObject',
        's3:GetObject',
        's3:GetObjectAcl',
        's3:PutObjectAcl',
      ],
      resources: ['tail', 'bundle', 'analyze'].flatMap(kind => scope.environmentFolders(`logs/${kind}/`, '')),
    }),
    ...whenPresent(storage.key, keys => useStorageKeys(scope.arns, keys, {
      sid: 'WatchLogFilesKey',
      source: SOURCES.userLogs,
      note: 'added: reading files in an encrypted bucket requires its key',
      actions: ['kms:Decrypt'],
    })),
    {
      sid: 'WatchReadLogGroups',
      source,
      note: 'narrowed: the log groups of the environments; added: `logs:DescribeLogStreams`, since eb logs finds their streams',
      actions: [
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
      ],
      resources: scope.logGroups,
    },
  ]);
}
