import { ReachTable } from '../attack';

/** What an instance of an environment can reach beyond its own environment. */
const INSTANCES = {
  versions: {
    who: '`webTier`, `workerTier`',
    can: 'read everything in the bucket of Elastic Beanstalk: the code, the saved configurations and the logs of ' +
      'all environments',
    advice: 'set `storage.environmentIds`, and keep secrets out of code and saved configurations',
  },
  names: {
    who: '`webTier`, `workerTier`',
    can: 'list the names of all objects in that bucket, also with `storage.environmentIds`',
    advice: 'keep secrets out of the names of applications and versions',
  },
  logFiles: {
    who: '`webTier`, `workerTier`',
    can: 'overwrite the log files of all environments in that bucket',
    advice: 'set `storage.environmentIds`',
  },
  assets: {
    who: '`webTier`, `workerTier`',
    can: 'read from a bucket of another account with a name like those of AWS, such as ' +
      '`elasticbeanstalk-platform-assets-x-REGION`',
    advice: 'name the allowed buckets in the policy of the VPC endpoint, if instances must not read other ones',
  },
  logStreams: {
    who: '`logStreaming`',
    can: 'write to the log groups of all environments',
    advice: 'set `environmentNames`',
  },
  health: {
    who: '`enhancedHealth`',
    can: 'report false health for all environments',
    advice: 'set `applicationName` and `environmentNames`',
  },
  traces: {
    who: '`xray`',
    can: 'send false traces of any service',
    advice: "don't take traces as evidence",
  },
  metrics: {
    who: '`workerTier`, `cloudWatchAgent`',
    can: 'publish metrics in any namespace, the agent only in `CWAgent`, and so trigger or silence alarms of others',
    advice: 'set `metricNamespaces`',
  },
  queues: {
    who: '`workerTier` without `queue`',
    can: 'read, delete and send messages in all queues `awseb-e-*` and `eb-*`: other workers run what it sends',
    advice: 'set `workerTier.queue`',
  },
  leaders: {
    who: '`workerTier.periodicTasks`',
    can: 'stop the periodic tasks of all worker environments, or make them run twice',
    advice: 'set it to `false` for environments without `cron.yaml`',
  },
  clusters: {
    who: '`ecsDocker`',
    can: 'act as a host of all ECS clusters `awseb-*`: start and stop their tasks, and get the credentials of their ' +
      'task roles',
    advice: 'set `environmentNames`',
  },
  ownCluster: {
    who: '`ecsDocker` with `environmentNames`',
    can: 'do the same in the clusters of these environments',
    advice: 'give tasks only roles that all instances of their environment may have',
  },

  prefix: {
    who: '`environmentNamePrefix`',
    can: 'write the logs, report the health and join the ECS clusters of every environment whose name starts with it, ' +
      'also of later ones',
    advice: 'set `environmentNames`, and let no others create environments with the prefix',
  },
  executionRole: {
    who: '`ecsDocker.executionRole`',
    can: 'start a task whose task role is the execution role, and so use all permissions of that role',
    advice: 'give the execution role nothing that the instances may not have',
  },
  keys: {
    who: '`storage`, `workerTier`, `environmentSecrets` and `sessionManager` with a key',
    can: 'decrypt everything that is encrypted with the key',
    advice: 'use the key for this environment only',
  },
  secrets: {
    who: '`environmentSecrets`',
    can: 'read these secrets and parameters, and with `anyParameterUnder` all that are created later',
    advice: 'give each environment its own secrets, and change them after a break-in',
  },
  logins: {
    who: '`containerImages.registryLogins`',
    can: 'read the login, and push images with it if the registry allows that',
    advice: 'use a login that can only pull',
  },
  images: {
    who: '`containerImages` with `ImageSource.anyRepository()`',
    can: 'pull the images of all repositories',
    advice: 'name the repositories',
  },
  tokens: {
    who: '`containerImages.publicRegistryLogin`',
    can: 'get the token of another service, such as AWS CodeArtifact, if it also has a permission of that service',
    advice: 'leave it out unless pulls reach the limits, or grant no such permission in addition',
  },
  applicationLogs: {
    who: '`applicationLogs`',
    can: 'write false logs into every log group with one of the prefixes, and create more',
    advice: 'give each application a prefix of its own',
  },
  agentLogs: {
    who: '`cloudWatchAgent`',
    can: 'set the retention of the log groups of all environments to one day, which deletes older logs',
    advice: 'set `environmentNames`, and export logs that must be kept',
  },
  agentReads: {
    who: '`cloudWatchAgent`',
    can: 'see the tags and volumes of all instances, and read the parameters `AmazonCloudWatch-*`',
    advice: 'keep secrets out of tags and these parameters',
  },
  models: {
    who: '`healthAnalysis`',
    can: 'call the models as often as it likes, and read the events and the health of all environments',
    advice: 'set `environmentNames`, and an alarm on the costs of Amazon Bedrock',
  },
  subscriptions: {
    who: '`healthAnalysis.firstModelUse`',
    can: 'subscribe to any product in AWS Marketplace, and cancel subscriptions',
    advice: 'set it back to `false` after the first call',
  },
  unrestricted: {
    who: '`unrestrictedResources`',
    can: 'replace the code of all environments, which run it **with their own roles**; use all queues; act as a ' +
      'host of all ECS clusters, with the credentials of their task roles; write to buckets `elasticbeanstalk-*` of ' +
      'other accounts: all in every region',
    advice: 'set the options that narrow the scope instead',
  },
  managedPolicies: {
    who: '`awsManagedPolicies`',
    can: 'do all of that; also call models of Amazon Bedrock, and subscribe to any product in AWS Marketplace',
    advice: "use the library's statements",
  },
} satisfies ReachTable;

/** What somebody can reach for whom Elastic Beanstalk acts with the service role. */
const SERVICE = {
  serviceLogs: {
    who: '`BeanstalkServiceRole` with `logStreaming`',
    can: 'delete the log groups of all environments, and shorten their retention',
    advice: 'export logs that must be kept',
  },
  serviceWorkers: {
    who: '`BeanstalkServiceRole` with `workerTier`',
    can: 'delete the queues and tables of all environments, and all others whose names start with `eb-`',
    advice: 'give no other queue or table such a name',
  },
  serviceClusters: {
    who: '`BeanstalkServiceRole` with `ecsDocker`',
    can: 'delete the ECS clusters of all environments and register new revisions of their task definitions, without a ' +
      'role; deregister every task definition',
    advice: 'name the revision wherever a task starts',
  },
  serviceDatabases: {
    who: '`BeanstalkServiceRole` with `database`',
    can: 'delete and change the databases of all environments: a new master password opens them',
    advice: 'keep backups, and keep data that must last in a database outside of environments',
  },
  serviceTopics: {
    who: '`BeanstalkServiceRole` with `notifications`',
    can: 'read, change and delete the notifications of all environments, and send and read those of `topics`',
    advice: 'take no action automatically because of a notification',
  },
  serviceOperations: {
    who: '`BeanstalkServiceRole` with `operationsRole`',
    can: 'launch instances with any role named `aws-elasticbeanstalk-*` **and its permissions**, replace the code of all ' +
      'environments, and open any security group: the policy is from AWS',
    advice: 'let only administrators pass this role, and give no other role such a name',
  },
  serviceHealth: {
    who: '`BeanstalkServiceRole` with `enhancedHealth`: by default',
    can: 'publish to every SNS topic, take over Elastic IP addresses, and read the console output of all instances: ' +
      'the policy is from AWS',
    advice: 'let only administrators pass this role',
  },
  serviceUpdates: {
    who: '`BeanstalkServiceRole` with `managedUpdates`: by default',
    can: 'launch instances, environments and stacks **with any role that trusts these services**, replace the code ' +
      'of all environments, and open any security group: the policy is from AWS',
    advice: 'let only administrators pass this role, and set it to `false` if updates use the service-linked role',
  },
} satisfies ReachTable;

export const BEANSTALK_REACH = { ...INSTANCES, ...SERVICE } satisfies ReachTable;
