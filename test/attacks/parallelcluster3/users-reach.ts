import { ReachTable } from '../attack';

const APART = 'give these users an account of their own';

/** What users can reach beyond their own clusters. */
export const USERS_REACH = {
  clusterRoles: {
    who: '`createClusters`, `imageBuild`',
    can: 'use each role under `/parallelcluster/`, or with the prefix, that trusts EC2 or Lambda: with their own instance or ' +
      'function. With `imageBuild`, roles under `/parallelcluster/` in addition to those with the prefix',
    advice: 'keep other roles out of that path, above all roles without the boundary',
  },
  clusterFunctions: {
    who: '`createClusters`',
    can: 'call and reconfigure the functions `pcluster-*`, and so act with their roles; replace them, and let other accounts ' +
      'call them',
    advice: 'give such a name only to functions that may do no more than these users',
  },
  tables: {
    who: '`createClusters`',
    can: 'read, write and delete the tables `parallelcluster-*` of all clusters, also those of ParallelCluster 2: with the ' +
      'state of their fleets and nodes',
    advice: 'share an account only among users who trust each other',
  },
  profiles: {
    who: '`createClusters`, `imageBuild`',
    can: 'take the role out of each instance profile of clusters and images, and delete the profile: nodes of other clusters ' +
      'then lose their role',
    advice: 'share an account only among users who trust each other',
  },
  tags: {
    who: '`createClusters`',
    can: 'tag anything in EC2. CloudFormation tags security groups after it has created them, and updates change tags, so ' +
      '`ec2:CreateTags` has no condition. A user can tag any instance as part of a cluster and then terminate it',
    advice: "don't rely on conditions on EC2 tags to restrict these users",
  },
  launchTemplates: {
    who: '`createClusters`',
    can: 'create new versions of each launch template, or replace it by another one with its name. Groups and fleets that ' +
      'follow its newest version launch that one, with **any role for EC2 that the version names**; compute environments of ' +
      'AWS Batch run its user data with their own role. Head nodes launch the compute nodes of their cluster from the newest ' +
      'version, with each role that they may pass. Users can\'t create such a group or fleet',
    advice: 'in other workloads, name a launch template by its id and the number of its version',
  },
  disks: {
    who: '`createClusters`',
    can: 'snapshot any volume, and start an instance with a copy: they read each disk that is not encrypted with a customer ' +
      'managed key; delete volumes that no instance uses',
    advice: 'encrypt the volumes of others with a key that these users may not use',
  },
  network: {
    who: '`createClusters`',
    can: 'open any security group to the world, move interfaces into other groups, move and release addresses; delete ' +
      'interfaces and groups that nothing uses, and each launch template',
    advice: APART,
  },
  descriptions: {
    who: '`createClusters`',
    can: 'read the user data of each instance and launch template, and the template, parameters and outputs of each stack',
    advice: 'keep secrets out of user data, parameters and outputs',
  },
  stackTags: {
    who: '`createClusters`, `imageBuild`',
    can: 'change and delete each stack with the tag `parallelcluster:cluster-name`, and with `imageBuild` delete each with the ' +
      'tag `parallelcluster:image_id`, with the permissions of its service role',
    advice: "don't set these tags on a stack with a service role",
  },
  clusterBuckets: {
    who: '`createClusters`',
    can: 'read and write the buckets of clusters, with the configurations and scripts of all clusters, and change the ' +
      'policies of these buckets',
    advice: 'share an account only among users who trust each other',
  },
  hostedZones: {
    who: '`createClusters`',
    can: 'delete each hosted zone that has no records, and create others',
    advice: APART,
  },
  efs: {
    who: '`createClusters`',
    can: 'delete each file system of Amazon EFS, and mount it in a subnet of theirs, unless `efs.fileSystems` names some',
    advice: 'name the file systems, or give other file systems a policy that denies these users',
  },
  fsx: {
    who: '`createClusters.fsxForLustre`',
    can: 'change and delete each file system of Amazon FSx of any type, and restore any backup',
    advice: 'use `existingFsx`, which describes file systems only',
  },
  loginNodes: {
    who: '`createClusters.loginNodes`',
    can: 'delete and resize each Auto Scaling group `*-AutoScalingGroup`, and change and delete each network load balancer and ' +
      'target group',
    advice: 'name the groups of others differently, and protect load balancers from deletion',
  },
  monitoring: {
    who: '`createClusters`',
    can: 'overwrite and delete the alarms `*HeadNode*` and the dashboards `*-REGION`, also those of others',
    advice: 'name the alarms and dashboards of others differently',
  },
  logs: {
    who: '`createClusters`',
    can: 'delete the logs of all clusters and their functions',
    advice: 'export logs that must be kept',
  },
  keys: {
    who: '`storage.keys`',
    can: 'use the keys themselves: decrypt what is encrypted with them, and let AWS services use them',
    advice: 'use a key for clusters only',
  },
  images: {
    who: '`imageBuild`',
    can: 'deregister each image, and delete each snapshot, backups too',
    advice: 'give people who build images an account of their own',
  },
  builds: {
    who: '`imageBuild`',
    can: 'change and delete the functions, topics, components and recipes of other builds',
    advice: 'give people who build images an account of their own',
  },
  batchJobs: {
    who: '`createClusters` with `awsBatch`',
    can: 'submit jobs of every cluster, and so act with their roles; register definitions for their queues, and change the ' +
      'image, the launch template and the key pair of their hosts, and so become root on them',
    advice: APART,
  },
  batchImages: {
    who: '`createClusters` with `awsBatch`',
    can: 'share and delete every repository `*parallelcluster*`, and point the projects `pcluster-*` of CodeBuild to another ' +
      'build, which runs with their role',
    advice: APART,
  },
  rules: {
    who: '`createClusters` with `awsBatch`',
    can: 'change and delete every rule of EventBridge',
    advice: APART,
  },
  usedStacks: {
    who: '`useClusters`, `logRetrieval`',
    can: 'read descriptions and events of stacks, with their parameters and outputs: `logRetrieval` and listing clusters those ' +
      'of every stack of the account',
    advice: 'keep secrets out of parameters and outputs of stacks',
  },
  usedFleets: {
    who: '`useClusters` without names',
    can: 'start and stop the fleet of every cluster. The name `slurm-x` of a cluster is that of the node table of cluster `x`',
    advice: 'name the clusters',
  },
  usedHosts: {
    who: '`useClusters` with `awsBatch`',
    can: 'submit and terminate jobs of all clusters with AWS Batch, and so act with their roles',
    advice: 'give jobs only roles that these users may use',
  },
  usedEnvironments: {
    who: '`useClusters.computeEnvironments`',
    can: 'change the image, the key pair and the launch template of the hosts, and so become root on them',
    advice: 'list only environments whose hosts these users may control',
  },
  exports: {
    who: '`logRetrieval.exportLocations`',
    can: 'read, write and delete all objects in these locations',
    advice: 'use a bucket for exports only',
  },
  restricted: {
    who: '`restricted()`',
    can: 'pass the listed roles, and use them as above',
    advice: 'list only roles that users may use',
  },
  boundary: {
    who: '`withinBoundary()`',
    can: 'use the roles that they create, and so everything that the boundary allows (see below); change the tags of roles ' +
      'without the boundary',
    advice: "don't allow changes of roles and policies in your own boundary. A warning names what your app's boundary allows",
  },
  privileged: {
    who: '`privileged()`',
    can: 'everything: they create a role with any permissions and use it',
    advice: 'use another mode',
  },
} satisfies ReachTable;

/** What roles within the generated boundary can reach, and so the users who create them. */
export const BOUNDARY_REACH = {
  boundedDisks: {
    who: 'each role',
    can: 'attach any volume to any instance and detach it, and so read it and write to it; tag any instance and volume, and so ' +
      'terminate instances',
    advice: 'encrypt the volumes of others with a key that these roles may not use',
  },
  boundedLaunches: {
    who: 'each role',
    can: 'launch instances with the roles of clusters, and create and delete network interfaces; start fleets from launch ' +
      'templates of others. Fleets of the types `maintain` and `request` launch with a role of EC2 Fleet: AWS does not say ' +
      'that EC2 then checks which roles may be passed',
    advice: "keep other roles out of the path of clusters, and don't create the role `AWSServiceRoleForEC2Fleet`",
  },
  boundedRecords: {
    who: 'each role',
    can: 'write to every log group, change the records of each hosted zone, and signal each stack',
    advice: APART,
  },
  boundedTables: {
    who: 'each role',
    can: 'write to the tables and buckets of all clusters',
    advice: 'share an account only among users who trust each other',
  },
  boundedFileSystems: {
    who: 'each role',
    can: 'mount each file system of Amazon EFS as root, and complete lifecycle actions of `*-AutoScalingGroup`',
    advice: 'give other file systems a policy that denies these roles',
  },
  boundedKeys: {
    who: '`storage.keys`',
    can: 'use the keys, and let AWS services use them',
    advice: 'use a key for clusters only',
  },
  boundedJobs: {
    who: '`awsBatch`',
    can: 'submit jobs of all clusters, and join their ECS clusters as hosts, and so act with the roles of their jobs; end ' +
      'each job; build the projects `pcluster-*` with their role; replace the images of `*parallelcluster*`, which jobs ' +
      'run. These roles may have no boundary',
    advice: APART,
  },
  boundedImages: {
    who: '`imageBuild`',
    can: 'share every image; delete roles and profiles `/parallelcluster/ParallelClusterImage*`, detach their policies, and ' +
      'delete stacks with the tag of an image and what such builds have created',
    advice: "don't rely on a Deny policy of such a role",
  },
  boundedComponents: {
    who: '`imageBuild`',
    can: 'decrypt with each key what Image Builder has encrypted, in calls of Image Builder',
    advice: 'use keys of their own for components of Image Builder',
  },
} satisfies ReachTable;
