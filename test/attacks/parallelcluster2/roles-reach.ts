import { ReachTable } from '../attack';

const NAMED = 'set `clusterName`';

/** What nodes and functions can reach beyond their own cluster, and everybody who runs code there. */
export const ROLES_REACH = {
  nodeRoles: {
    who: 'nodes, but not with AWS Batch',
    can: 'launch instances with their own role, with each role `parallelcluster-*` for EC2, and with the ' +
      '`passableRoles`, and so act with these roles',
    advice: 'give such a name only to roles that jobs may use',
  },
  nodeLaunches: {
    who: 'nodes, but not with AWS Batch',
    can: 'launch instances from any image, in any subnet and security group, and so reach the network there',
    advice: 'set `launch`, and let other services in these networks ask for more than a security group',
  },
  nodeVolumes: {
    who: 'nodes',
    can: 'attach each volume that no instance uses, and so read it and write to it',
    advice: 'encrypt the volumes of others with a customer managed key that nodes may not use',
  },
  nodeRecords: {
    who: 'nodes, but not with AWS Batch',
    can: 'change the records of each hosted zone, also of public ones',
    advice: 'narrow `ComputeNameInstances` to the zone of the cluster with `statementOverrides`, or keep other zones ' +
      'in another account',
  },
  nodeClusters: {
    who: 'nodes without `clusterName`',
    can: 'read the configurations of all clusters; read and change their tables, queues, logs and files of jobs, and ' +
      'resize their groups; signal their stacks, terminate their instances and read the user data of these',
    advice: NAMED,
  },
  nodeNamesakes: {
    who: 'nodes with `clusterName`',
    can: 'describe and signal the stacks of clusters whose name starts with that of their cluster and a hyphen',
    advice: 'let no name of a cluster start with that of another',
  },
  nodeKeys: {
    who: '`keys` of nodes',
    can: 'attach each volume that is encrypted with these keys, and launch instances from such images, but not use ' +
      'the keys otherwise',
    advice: 'use a key for clusters only',
  },
  nodeJobs: {
    who: 'nodes with AWS Batch',
    can: 'end each job of the region, and read the output of all jobs. With `batchStack`, they submit privileged ' +
      'jobs, and so become root on the hosts of their cluster, with the role of these hosts',
    advice: 'keep other jobs in another account or region, and secrets out of their output',
  },
  nodeJobRoles: {
    who: 'nodes with AWS Batch',
    can: 'use each role `parallelcluster-*` for tasks of Amazon ECS in their jobs',
    advice: 'set `batchStack.jobRole`',
  },
  nodeUnrestricted: {
    who: '`unrestrictedAccess` of nodes',
    can: 'launch instances with **any role for EC2**; terminate and tag each instance, and read its user data; ' +
      'change each Auto Scaling group, and write to each log group. With AWS Batch, they launch none, but register ' +
      'any job definition, signal each stack, and read each log group',
    advice: 'leave it out',
  },
  functionLogs: {
    who: 'functions',
    can: 'write to the logs of each function `pcluster-*`',
    advice: "don't rely on these logs as evidence",
  },
  functionBuckets: {
    who: 'functions without `resourceBucket`',
    can: 'empty and delete the buckets of all clusters. With `clusterName`, they empty only the folder of their ' +
      'cluster, and delete buckets that are empty',
    advice: 'set `clusterName`, or `resourceBucket` to your own bucket',
  },
  functionFleets: {
    who: 'functions of Slurm without `clusterName`',
    can: 'terminate the instances of all clusters, and write to their tables, where new nodes look up their head node',
    advice: NAMED,
  },
  functionRecords: {
    who: 'functions of Slurm',
    can: 'read and change the records of each hosted zone, also of public ones',
    advice: 'narrow `FleetRemoveNames` to the zone of the cluster with `statementOverrides`, or keep other zones in ' +
      'another account',
  },
  functionImages: {
    who: 'functions with AWS Batch',
    can: 'delete the images in each repository `parallelcluster-*`',
    advice: 'give repositories of others another name',
  },
  functionBuilds: {
    who: 'functions with AWS Batch',
    can: 'start the builds of all clusters with other commands, and so act with the roles of these builds. With ' +
      '`clusterName`, only the build of their cluster',
    advice: NAMED,
  },
  functionUnrestricted: {
    who: '`unrestrictedAccess` of functions',
    can: 'delete each bucket with its objects. With Slurm, they terminate each instance. With AWS Batch, they delete ' +
      'each image, and start each build with other commands, and so act with **the role of any build**',
    advice: 'leave it out',
  },
} satisfies ReachTable;
