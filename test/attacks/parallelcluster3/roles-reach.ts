import { ReachTable } from '../attack';

const NAME_THE_CLUSTER = 'set `clusterName`';
const BATCH_APART = 'give clusters with AWS Batch an account of their own';
const NO_PROOF = 'rely on CloudTrail, not on these logs, to find out what happened';

/** What the nodes, functions and builds of clusters can reach. */
export const ROLES_REACH = {
  headVolumes: {
    who: 'head node',
    can: 'detach each volume and attach it to each instance, with `clusterName`, too, and so read it and write to it',
    advice: 'encrypt the volumes of others with a customer managed key that the head node may not use',
  },
  headTags: {
    who: 'head node with `slurm`',
    can: 'give what it launches any tags, with `clusterName`, too, and so disguise it as an instance or a volume of ' +
      'others, such as the head node of another cluster',
    advice: "don't rely on EC2 tags alone to tell whose an instance is",
  },
  headNodes: {
    who: 'head node with `slurm`',
    can: 'terminate compute nodes of all clusters with their jobs, and read their consoles. With `clusterName` these ' +
      'are those of its own cluster',
    advice: NAME_THE_CLUSTER,
  },
  headLaunches: {
    who: 'head node with `slurm`',
    can: 'launch instances from each image, and so read what is in it; in each subnet, with each security group, and ' +
      'with network interfaces that nothing uses',
    advice: 'set `subnets`, `imageIds` and `keyPair`. Security groups and interfaces stay open, so keep other ' +
      'systems in another VPC',
  },
  headRoles: {
    who: 'head node with `slurm`',
    can: 'launch instances with each role that it may pass, and so act with it. By default these are all roles under ' +
      '`/parallelcluster/` that trust EC2: those of other clusters, image builders and database daemons, too',
    advice: 'list `computeRoles`',
  },
  headFleets: {
    who: 'head node with `slurm`',
    can: 'start fleets from launch templates of others, as the template says. Fleets of the types `maintain` and ' +
      '`request` launch with a role of EC2 Fleet: AWS does not say that EC2 then checks which roles the head node ' +
      'may pass',
    advice: "don't create the role `AWSServiceRoleForEC2Fleet`. Clusters start fleets of the type `instant`, which " +
      "don't need it",
  },
  headRecords: {
    who: 'head node with `slurm`',
    can: 'change all records of each hosted zone',
    advice: 'set `hostedZone` to a zone for clusters only, or set `useEc2Hostnames`',
  },
  headObjects: {
    who: 'head node',
    can: 'read what all clusters keep in their bucket. With `clusterName` it can still list the names of these objects',
    advice: NAME_THE_CLUSTER,
  },
  headKeys: {
    who: '`keys`',
    can: 'read and write each volume that is encrypted with these keys, through EC2',
    advice: 'use a key for one cluster only',
  },
  headJobs: {
    who: 'head node with `awsBatch`',
    can: 'submit jobs of all clusters, with `clusterName`, too. So it acts with their roles, and becomes root on ' +
      'their hosts. It can read what these jobs print, and end each job of AWS Batch',
    advice: BATCH_APART,
  },
  headJobScripts: {
    who: 'head node with `awsBatch`',
    can: 'replace the scripts that jobs of all clusters run',
    advice: NAME_THE_CLUSTER,
  },
  nodeSecrets: {
    who: '`secrets`',
    can: 'read these secrets. With the munge key it can act as any user of the cluster, root included',
    advice: 'leave `HeadNode` / `Imds` / `Secured` at `true`, its default. Then few users of the head node get its ' +
      'role: root, and the default user of the image',
  },
  headTables: {
    who: 'head node with `slurm`',
    can: 'read and write the tables of all clusters, with `clusterName` those of its own. If the state of a fleet ' +
      'says so, its head node ends all compute nodes with their jobs',
    advice: NAME_THE_CLUSTER,
  },
  nodeTables: {
    who: 'compute and login node',
    can: 'report which configuration nodes of all clusters have: after a false report, an update of their cluster ' +
      'fails. Compute nodes also read the names and addresses of the nodes of all clusters. With `clusterName` all ' +
      'this is about its own cluster',
    advice: 'set `clusterName`. A job can still let an update of its own cluster fail',
  },
  nodeUserData: {
    who: 'head, compute and login node',
    can: 'read the user data of each instance, with `clusterName` of those of its cluster. Head nodes also read that ' +
      'of each launch template',
    advice: 'keep secrets out of user data',
  },
  nodeStacks: {
    who: 'head, compute and login node',
    can: 'read the metadata of resources of each stack. Head and login nodes also read its parameters and outputs, ' +
      'and head nodes signal that a resource has failed: a stack that waits for the signal rolls back',
    advice: 'set `clusterName`, and keep secrets out of stacks',
  },
  clusterNames: {
    who: '`clusterName`',
    can: 'reach the stacks, and without `pools` the login nodes, of a cluster whose name starts with `NAME-`. A ' +
      'head node of a cluster `slurm-x` reaches the nodes in the table of the cluster `x`',
    advice: 'start no name with `slurm-`, or with the name of another cluster and a hyphen',
  },
  loginLifecycle: {
    who: 'login node',
    can: 'complete lifecycle actions of each Auto Scaling group `*-*-AutoScalingGroup`, and so cut short the grace ' +
      'period of other login nodes',
    advice: 'set `clusterName` and `pools`',
  },
  nodeLogs: {
    who: '`cloudWatchAgent`, the default',
    can: 'write to each log group, delete old logs of others by a shorter retention, publish metrics in namespaces ' +
      'of others, and read parameters `AmazonCloudWatch-*`',
    advice: 'export logs that must be kept; or set it to `false`, and name the log groups in `additionalStatements`',
  },
  nodeSessions: {
    who: '`sessionManager`',
    can: 'answer sessions to its node in place of the agent, and so see what people type',
    advice: 'type no passwords in sessions to nodes that run jobs',
  },
  nodeFileSystems: {
    who: '`efs`',
    can: 'read and write these file systems as root, and so the files of all users',
    advice: 'list only file systems whose users trust each other',
  },
  nodeData: {
    who: '`s3Access`, and `bucket` of the database daemon',
    can: 'list the whole bucket and read the objects in the locations. In writable locations it can overwrite and ' +
      'delete the data of other users',
    advice: 'give each queue its own role and locations, and keep scripts that nodes run out of `writable`',
  },
  nodeAnyBucket: {
    who: '`S3Location.anyBucket()`',
    can: 'read and write each bucket of the account, and buckets of other accounts that allow it: a way out for data',
    advice: 'name the buckets',
  },
  nodeKeys: {
    who: 'keys of buckets and secrets',
    can: 'decrypt what is encrypted with these keys in other places',
    advice: 'use a key for one purpose only',
  },
  functionClusters: {
    who: 'functions',
    can: 'delete what all clusters keep in their bucket, and with `slurm` terminate their compute and login nodes. ' +
      'With `clusterName` this is one cluster, with its head node',
    advice: NAME_THE_CLUSTER,
  },
  functionRecords: {
    who: 'functions with `slurm`',
    can: 'read and change all records of each hosted zone',
    advice: 'set `hostedZone` to a zone for clusters only',
  },
  functionBuilds: {
    who: 'functions with `awsBatch`',
    can: 'run other commands in the projects `pcluster-*` of CodeBuild, with `clusterName` in that of its cluster, ' +
      'and so act with the role of the project; delete the images of `*parallelcluster*`, with `clusterName`, too',
    advice: BATCH_APART,
  },
  functionNetwork: {
    who: '`vpc` of functions and image cleanup',
    can: 'create network interfaces, delete those that nothing uses, move secondary addresses between them, and ' +
      'write to each log group',
    advice: 'set it only for functions that are in a VPC',
  },
  clusterLogs: {
    who: 'functions, database daemon',
    can: 'write to the logs of the functions of all clusters, or of all daemons',
    advice: NO_PROOF,
  },
  builtImages: {
    who: 'image builder',
    can: 'share each image of the account with anyone, and change the tags by which others choose an image',
    advice: 'block public access to images, choose images by their ids, and build in an account of its own',
  },
  buildPolicies: {
    who: '`systemsManager` and `imageBuilder`, the default',
    can: 'read each parameter of Systems Manager, each object `*.iso` of the account, and the components of other ' +
      'builds, and write to the logs of other builds',
    advice: 'encrypt secret parameters with a customer managed key that the role may not use',
  },
  cleanedBuilds: {
    who: 'image cleanup',
    can: 'delete what other builds created: roles and profiles `/parallelcluster/ParallelClusterImage*` with their ' +
      'policies, functions with their logs, topics, and resources of Image Builder',
    advice: "give such names only to what builds create, and don't rely on a Deny policy of such a role",
  },
  cleanedStacks: {
    who: 'image cleanup',
    can: 'delete each stack with the tag `parallelcluster:image_id`, with the permissions of its service role',
    advice: "don't set this tag on a stack with a service role",
  },
  cleanedTags: {
    who: 'image cleanup',
    can: 'change the tags of each image',
    advice: 'choose images by their ids',
  },
  cleanupLogs: {
    who: '`basicExecution`, the default',
    can: 'create log groups, and write to each',
    advice: NO_PROOF,
  },
  daemonAddresses: {
    who: 'database daemon',
    can: 'take secondary addresses from other interfaces in its subnet, with their Elastic IP addresses, and so ' +
      'receive what is sent to them',
    advice: 'use a subnet for daemons only',
  },
  daemonSecrets: {
    who: 'database daemon',
    can: 'act as any user of each cluster with this munge key, root included, and change the accounting of all of them',
    advice: 'share a munge key only among clusters whose users trust each other, and run no jobs on the instance',
  },
} satisfies ReachTable;
