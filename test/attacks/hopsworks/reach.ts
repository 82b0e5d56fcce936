import { ReachTable } from '../attack';

const ON_EKS = '`HopsworksEksNodeRole` with `awsManagedPolicies`: by default';

/** What somebody can reach who runs code on an instance or a node of a cluster. */
export const REACH = {
  projects: {
    who: '`bucket`',
    can: 'read, change and delete the data and the code of all projects, whatever Hopsworks allows',
    advice: 'give projects that must not see each other a cluster each',
  },
  backups: {
    who: '`backups`: by default',
    can: 'stop the versioning of the bucket, delete old versions, and set a rule that deletes everything',
    advice: 'keep a copy of the backups in a bucket that the cluster cannot change',
  },
  keys: {
    who: '`encryptionKey`, also in `velero`, the key of the bucket, `sessionManager.sessionKey`',
    can: 'decrypt everything that is encrypted with the key',
    advice: 'use the key for this cluster only',
  },
  images: {
    who: '`containerRegistry` without `clusterId`',
    can: 'replace and delete images in every repository whose name ends like that of an image, such as `/base` or ' +
      '`/git`: other clusters run these images **with their own roles**',
    advice: 'set `clusterId` as soon as it is known',
  },
  clusterImages: {
    who: '`containerRegistry`, also with `clusterId`',
    can: 'replace the images that the other nodes of the cluster run, the head node too: with its role, a worker ' +
      'gets the `assumableRoles`',
    advice: 'list only roles that everybody who runs code on the cluster may use',
  },
  repositories: {
    who: '`repositoryCreation`: by default',
    can: 'create repositories of any name',
    advice: 'set `NONE`, or `IN_CLUSTER`',
  },
  roles: {
    who: '`assumableRoles`',
    can: 'assume each of these roles',
    advice: "give this profile only to a head node where users can't run code",
  },
  podRoles: {
    who: '`assumableRoles` of `HopsworksEksServiceAccountRole`',
    can: 'assume each of these roles',
    advice: "give the service account only to pods of Hopsworks where users can't run code, and let nobody else create " +
      'pods in its namespace',
  },
  velero: {
    who: '`velero`, and every node',
    can: 'read, replace and delete the backups of Kubernetes objects, which contain credentials and are restored later, ' +
      'and see the names of all objects of the bucket',
    advice: 'give Velero a namespace of its own, and keep a copy of the backups elsewhere',
  },
  kubernetes: {
    who: '`eks`',
    can: 'do everything in this Kubernetes cluster as a member of `system:masters`, and so use the roles of its ' +
      'pods',
    advice: 'run nothing but Hopsworks in that cluster',
  },
  logs: {
    who: '`cloudWatch` without `logGroupPrefixes`',
    can: 'write to all log groups, and create log groups of any name',
    advice: 'set `logGroupPrefixes`',
  },
  metrics: {
    who: '`cloudWatch` without `metricNamespaces`',
    can: 'publish metrics in any namespace, and so trigger or silence alarms of others',
    advice: 'set `metricNamespaces`',
  },
  agent: {
    who: '`cloudWatch`',
    can: 'see the tags and volumes of all instances, and read the parameters `AmazonCloudWatch-*`',
    advice: 'keep secrets out of tags and these parameters',
  },
  parameters: {
    who: '`systemsManager`',
    can: 'read all parameters of the Parameter Store',
    advice: 'use `sessionManager`, or encrypt secret parameters with a key that the cluster may not use',
  },
  projectImages: {
    who: '`projectImages`',
    can: 'replace and delete the images that all projects run',
    advice: 'name only repositories that nothing but Hopsworks uses',
  },
  interfaces: {
    who: ON_EKS,
    can: 'detach and delete network interfaces of all instances, attach them to others, and put them into other ' +
      'security groups',
    advice: 'give the CNI a role of its own, and attach the other policies yourself',
  },
  pulls: {
    who: ON_EKS,
    can: 'pull the images of all repositories',
    advice: 'keep secrets out of images',
  },
  pods: {
    who: ON_EKS,
    can: 'get the roles of all pods on the node that use EKS Pod Identity',
    advice: 'run pods with stronger roles on other nodes',
  },
} satisfies ReachTable;
