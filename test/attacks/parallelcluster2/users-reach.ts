import { ReachTable } from '../attack';

const APART = 'give these users an account of their own';
const TRUST = 'share an account only among users who trust each other';

/** What users can reach beyond their own clusters. */
export const USERS_REACH = {
  createRoles: {
    who: '`createRoles` (default)',
    can: 'do everything: they write any permissions into a role `parallelcluster-*`, and use it on their own ' +
      'instance or function',
    advice: 'set `createRoles: false`, or give these policies to administrators only',
  },
  ownRoles: {
    who: '`instanceRoles`, `lambdaRoles`',
    can: 'use these roles on their own instances and functions, and so reach all that nodes and functions reach (see ' +
      'below)',
    advice: 'list only roles that these users may use',
  },
  unrestricted: {
    who: '`unrestrictedAccess`',
    can: 'change and delete resources of the kinds below under any name. They write the policies of each role, ' +
      'unless `createRoles` is `false`, and change each stack with the permissions of its service role. With SGE or ' +
      'Torque, and as of 2.9, their Auto Scaling groups launch instances with **any role for EC2**',
    advice: 'leave it out',
  },
  stacks: {
    who: '`createClusters`',
    can: 'change and delete each stack `parallelcluster-*` and `parallelclusternetworking-*`, with the permissions ' +
      'of its service role',
    advice: "don't give such a name to a stack with a service role",
  },
  functions: {
    who: '`createClusters`',
    can: 'call the functions `pcluster-*`, and so act with their roles; replace them, and let other accounts call ' +
      'them. ParallelCluster 3 has functions with such names, too. As of 2.9, this includes the functions ' +
      '`parallelcluster-*`',
    advice: 'give such a name only to functions that may do no more than these users',
  },
  profiles: {
    who: '`createClusters`',
    can: 'take the role out of each instance profile `parallelcluster-*`, and delete the profile: nodes of other ' +
      'clusters then lose their role',
    advice: TRUST,
  },
  tags: {
    who: '`createClusters`',
    can: 'tag anything in EC2, because stacks also tag what exists. A user can tag any instance as part of a ' +
      'cluster, and then terminate it',
    advice: "don't rely on conditions on EC2 tags to restrict these users",
  },
  launchTemplates: {
    who: '`createClusters`',
    can: 'create new versions of each launch template, or replace it by another one with its name. Groups and fleets ' +
      'that follow its newest version launch that one, with **any role for EC2 that the version names**. Without ' +
      "`unrestrictedAccess`, users can't create such a group or fleet",
    advice: 'in other workloads, name a launch template by its id and the number of its version',
  },
  disks: {
    who: '`createClusters`',
    can: 'start instances from each image and snapshot of the account, and so read those that are not encrypted with ' +
      'a customer managed key; delete volumes that no instance uses',
    advice: 'encrypt the images and snapshots of others with a key that these users may not use',
  },
  network: {
    who: '`createClusters`',
    can: 'open any security group to the world, move interfaces into other groups, move and release addresses; ' +
      'delete interfaces and groups that nothing uses, and each launch template. With `networks`, they add routes and ' +
      'gateways to any network, and so redirect its traffic, and delete the networks of other clusters',
    advice: 'set `networks: false`, and give these users an account of their own',
  },
  descriptions: {
    who: '`createClusters`',
    can: 'read the parameters and outputs of each stack, and the user data of each launch template and of all nodes',
    advice: 'keep secrets out of user data, parameters and outputs',
  },
  tables: {
    who: '`createClusters` with Slurm, SGE or Torque, or as of 2.9',
    can: 'read, write and delete the tables `parallelcluster-*` of all clusters, also those of ParallelCluster 3. ' +
      'New nodes of Slurm look up their head node there, and run what it shares',
    advice: TRUST,
  },
  groups: {
    who: '`createClusters` with SGE or Torque, or as of 2.9',
    can: 'resize and delete the Auto Scaling groups `parallelcluster-*-ComputeFleet*`, and change what they launch, ' +
      'with roles that these users may pass',
    advice: TRUST,
  },
  queues: {
    who: '`createClusters` with SGE or Torque, or as of 2.9',
    can: 'delete the queues and topics of all clusters, read their messages, and open the queues to others',
    advice: TRUST,
  },
  buckets: {
    who: '`createClusters`',
    can: 'read, write and delete the configurations and scripts of all clusters, which their nodes run; delete the ' +
      'buckets that the CLI has created, and change their policies. As of 2.9, this includes the buckets of ' +
      'ParallelCluster 3. With `resourceBucket`, it is all objects of that bucket',
    advice: 'share an account only among users who trust each other, and use the bucket for clusters only',
  },
  zones: {
    who: '`hostedZones` with Slurm, or as of 2.9',
    can: 'delete each hosted zone without records, and create others',
    advice: 'set `hostedZones: false`, for clusters with `disable_cluster_dns = true`',
  },
  efs: {
    who: '`efs`',
    can: 'change and delete each file system of Amazon EFS, and mount it in a subnet of their choice',
    advice: 'set `efs: false`, or give other file systems a policy that denies these users',
  },
  fsx: {
    who: '`fsx`',
    can: 'copy, change and delete each file system of Amazon FSx of any type, and restore any backup',
    advice: 'set `fsx: false`: clusters still mount existing file systems',
  },
  logs: {
    who: '`createClusters`',
    can: 'delete the logs of all clusters and their functions, and the dashboards `parallelcluster-*`',
    advice: 'export logs that must be kept',
  },
  keys: {
    who: '`keys`',
    can: 'use the keys themselves: decrypt what is encrypted with them, and let AWS services use them',
    advice: 'use a key for clusters only',
  },
  dataRepositories: {
    who: '`dataRepositories`',
    can: 'list all objects of these buckets, not only those with the prefix. FSx checks the rights of the user ' +
      'before it links a bucket to a file system',
    advice: 'use a bucket for such data only',
  },
  batchJobs: {
    who: '`createClusters` with AWS Batch',
    can: 'submit jobs to each queue `JobQueue-*`, and so act with the roles of jobs; end each job, and read the ' +
      'output of all jobs; change the image, the launch template and the key pair of the hosts of each ' +
      '`ComputeEnvironment-*`, and so become root on them. These names are common: CloudFormation gives them also to ' +
      'other stacks',
    advice: APART,
  },
  batchImages: {
    who: '`createClusters` with AWS Batch',
    can: 'share and delete the repositories `parallelcluster-*`; write other commands into the builds of clusters, ' +
      'which functions of the cluster start with the role of the build; change and delete the rules ' +
      '`parallelcluster-*` of EventBridge',
    advice: TRUST,
  },
  usedStacks: {
    who: '`useClusters`',
    can: 'read the parameters and outputs of each stack; read the templates and events of clusters whose name starts ' +
      'with a listed name and a hyphen',
    advice: 'keep secrets out of stacks, and let no name of a cluster start with that of another',
  },
  usedHosts: {
    who: '`useClusters.computeEnvironments`',
    can: 'change the image, the launch template and the key pair of the hosts of these environments, and so become ' +
      'root on them, with the roles of the hosts and their jobs',
    advice: 'list only environments whose hosts these users may administer',
  },
} satisfies ReachTable;
