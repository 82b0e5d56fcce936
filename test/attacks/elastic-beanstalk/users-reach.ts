import { ReachTable } from '../attack';

/** What somebody can reach who has the permissions of a deployer. */
export const BEANSTALK_USERS_REACH = {
  settings: {
    who: 'every `BeanstalkUserPolicy`',
    can: 'read the settings of its environments, and so the passwords in environment properties',
    advice: 'keep secrets in AWS Secrets Manager or Parameter Store: see `environmentSecrets` of `BeanstalkEc2Role`',
  },
  lookups: {
    who: 'every `BeanstalkUserPolicy`',
    can: 'see the names, tags and states of all instances, groups, load balancers and stacks `awseb-e-*` and `eb-*`: there is no narrower scope',
    advice: 'keep secrets out of names and tags',
  },
  userAssets: {
    who: 'every `BeanstalkUserPolicy`',
    can: 'read from a bucket of another account with a name like those of AWS, such as `elasticbeanstalk-platform-assets-x-REGION`',
    advice: 'take nothing from there that AWS did not publish',
  },
  ownCode: {
    who: '`deployment`, `management`',
    can: 'run any code on the instances of its environments, **with their instance role**, and change environment properties',
    advice: 'review what is deployed; give the instance role nothing that deployers may not have',
  },
  readsLogs: {
    who: '`readLogs`',
    can: 'read what its environments log, and delete the files; without `storage.environmentIds` those of all environments in the bucket',
    advice: 'set `storage.environmentIds`, and keep secrets out of logs',
  },
  codeOfOthers: {
    who: '`deployment`, `infrastructure`, without `storage.environmentIds` and `deployment.usesOperationsRole`',
    can: 'replace the code of all environments in the bucket, which run it **with their own roles** when an instance starts',
    advice: 'set `storage.environmentIds`, or use operations roles',
  },
  bucketPolicy: {
    who: '`storage.bucketSetup`',
    can: 'change the policy of the bucket of Elastic Beanstalk, and so read and write everything in it, **the code of all ' +
      'environments, too**',
    advice: 'set it to `false` once the first environment of the region exists',
  },
  bucketNames: {
    who: '`deployment`, `management`',
    can: 'list the names of all objects in the bucket',
    advice: 'keep secrets out of the names of applications and versions',
  },
  ownRoles: {
    who: '`infrastructure`',
    can: 'launch instances **with the listed instance roles**, in every VPC without `vpc`, and create environments with the listed ' +
      'service roles',
    advice: 'give these roles only what all their users may have, and set `vpc`',
  },
  ownEnvironments: {
    who: '`infrastructure`',
    can: 'open the security groups of its environments to everybody, and delete their instances, stacks and queues',
    advice: 'let AWS Config watch security groups, and protect what must be kept from deletion',
  },
  serviceRole: {
    who: '`infrastructure.serviceRoles`',
    can: 'let Elastic Beanstalk act with the service role on its environments: `managedUpdates` of `BeanstalkServiceRole` is wide',
    advice: 'list a service role with `managedUpdates: false`, with updates by the service-linked role',
  },
  launchTemplates: {
    who: '`infrastructure` without `taggedLaunchTemplates`',
    can: 'add a version to a launch template of others, so that a group that follows the newest version launches instances **with ' +
      'any role**, and delete launch templates; those with the tag of another environment are safe',
    advice: 'set `taggedLaunchTemplates`, and let groups follow a numbered version',
  },
  newResources: {
    who: '`infrastructure`',
    can: 'create security groups, addresses, launch templates, stacks, groups, and with `loadBalancers`, `databases`, `workerTier` and ' +
      '`ecsDocker` also those, at your cost, and take names that other environments would use',
    advice: 'set quotas and an alarm on costs',
  },
  instances: {
    who: '`infrastructure`',
    can: 'attach any instance of the account to the group of its environment, which tags it, and then change and terminate it: IAM does ' +
      'not check which instances',
    advice: 'protect other instances from termination, or use operations roles',
  },
  untagged: {
    who: '`infrastructure`',
    can: 'tag stacks and groups `awseb-e-*` **and `eb-*`**, and with `loadBalancers`, `databases` and `workerTier` also those, that have ' +
      'no tag of an environment, and then change and delete them: `eb-payments` of another program, too',
    advice: 'let other programs use other names, and protect databases from deletion',
  },
  alarms: {
    who: '`infrastructure`',
    can: 'change and delete the alarms of all environments, so that these do not scale',
    advice: 'watch environments by alarms with other names',
  },
  interfaces: {
    who: '`infrastructure`',
    can: 'give the addresses of its environments to the network interfaces of others',
    advice: 'take addresses from other pools than those of environments',
  },
  visitors: {
    who: '`infrastructure`',
    can: 'have the instances of its environments join the target groups and Classic Load Balancers of others, and so receive their visitors',
    advice: 'limit the outbound rules of load balancers to the security groups of their own instances',
  },
  listeners: {
    who: '`infrastructure.loadBalancers`',
    can: 'change the listeners and rules of the load balancers of all environments, whose listeners have no tags, and so redirect their visitors',
    advice: 'set it only for users who may change all environments of the account',
  },
  snapshots: {
    who: '`infrastructure.databases`',
    can: 'keep snapshots of its databases',
    advice: 'encrypt databases with a key of their own',
  },
  tasks: {
    who: '`infrastructure.ecsDocker`',
    can: 'deregister every task definition',
    advice: 'register it again: revisions are kept',
  },
  applications: {
    who: '`management.deleteApplications`',
    can: 'delete the applications with all their environments and versions, those of other names, too',
    advice: 'list only applications whose environments are all those of the user',
  },
  operations: {
    who: '`management.operationsRoles`, `deployment.usesOperationsRole`',
    can: 'let Elastic Beanstalk do everything in its environments that the operations role may',
    advice: 'give the role no more than its environments need',
  },
  clusterRoles: {
    who: '`clusterEnvironments`',
    can: 'run pods, nodes and builds **with the listed roles**',
    advice: 'give these roles only what all their users may have',
  },
  bundlesKey: {
    who: '`storage` with a key',
    can: 'decrypt all objects in Amazon S3 that are encrypted with the key and that they may read',
    advice: 'use the key for this bucket only',
  },
} satisfies ReachTable;
