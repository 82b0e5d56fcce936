import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html';
const REPOSITORY = 'https://github.com/aws/aws-parallelcluster';

/** A file of the repository. */
const file = (commit: string, path: string, asOf: string, section: string, appliesTo: string): Source =>
  ({ url: `${REPOSITORY}/blob/${commit}/${path}`, section, asOf, appliesTo });

/** A module of a released package, and its date. */
const release = (version: string, asOf: string) => (path: string, section: string, appliesTo: string): Source =>
  ({ url: `https://pypi.org/project/aws-parallelcluster/${version}/`, section: `${path}: ${section}`, asOf, appliesTo });

const newest = release('3.16.1', '2026-09-08');

/** A file of the repository that is in no package. */
const tagged = (path: string, section: string, appliesTo: string): Source =>
  file('v3.11.1', path, '2024-10-24', section, appliesTo);

const guide = (asOf: string) => (anchor: string, section: string, appliesTo: string): Source =>
  ({ url: `${GUIDE}#iam-roles-in-parallelcluster-v3-${anchor}`, section, asOf, appliesTo });

const rolesPage = guide('2022-10-03');
const usersPage = guide('2023-05-22');
const policies = (section: string, appliesTo: string): Source =>
  file('develop', 'cloudformation/policies/parallelcluster-policies.yaml', '2026-03', section, appliesTo);

/** Sources of the permissions of roles. The newest text takes precedence. */
export const ROLE_SOURCES = {
  headNode: rolesPage('cluster-config-headnode-instanceprofile', 'Head node IAM role', 'HeadNode / Iam, Slurm and AWS Batch'),
  s3Access: rolesPage('cluster-config-headnode-s3access', 'Amazon S3 access', 'S3Access of the head node and of queues'),
  computeNode: rolesPage('cluster-config-slurmqueues-instanceprofile', 'Compute nodes IAM role', 'SlurmQueues / Iam'),
  lambdaFunctions: rolesPage('cluster-config-lambdafunctionsrole', 'AWS Lambda functions role',
    'Iam / Roles / LambdaFunctionsRole, Slurm'),
  imageBuilder: rolesPage('custom-image-configuration-instancerole', 'Instance role for EC2 Image Builder',
    'Build / Iam / InstanceRole'),
  imageCleanup: rolesPage('custom-image-configuration-cleanuplambdarole', 'AWS Lambda cleanup role',
    'Build / Iam / CleanupLambdaRole'),
  commandLine: newest('pcluster/templates/cdk_builder_utils.py', 'the roles of nodes that the command line makes',
    'head, compute and login nodes'),
  batchBuilder: release('3.15.1', '2026-05-28')('pcluster/templates/awsbatch_builder.py', 'the policies of the head node',
    'clusters with AWS Batch, up to 3.15'),
  customRoles: tagged('tests/iam_policies/cluster-roles.cfn.yaml', 'CustomLambdaResourcesRoleBatch', 'the Lambda functions of clusters with AWS Batch'),
  cleanupFunction: newest(
    'pcluster/resources/custom_resources/custom_resources_code/cleanup_resources.py', 'termination of instances', 'the function that cleans up after a cluster'),
  nodeBootstrap: newest('pcluster/resources/compute_node/user_data.sh',
    'the metric of how long the start took', 'compute nodes of 3.7.0 and later'),
  cleanupRole: newest('pcluster/imagebuilder_utils.py',
    'the role for cleaning up after builds that the command line makes', 'build-image'),
  imageStack: newest('pcluster/templates/imagebuilder_stack.py',
    'the role of the build instance', 'build-image with scripts in Amazon S3'),
  volumeKeys: tagged('tests/iam_policies/user-role.cfn.yaml',
    'the permissions on keys of the role that the integration tests run under',
    'instances and volumes that EC2 creates from encrypted images and with keys'),
  sessionManager: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloud9SSMInstanceProfile.html',
    section: 'AWSCloud9SSMInstanceProfile v1',
    asOf: '2020-05-14',
    appliesTo: 'nodes that Session Manager connects to',
  },
  externalSlurmdbd: tagged('cloudformation/external-slurmdbd/external_slurmdbd/external_slurmdbd_stack.py',
    'the role of the instance', 'the stack of an external Slurm database daemon, from 3.10'),
} satisfies Record<string, Source>;

/** Sources of the permissions of users. The newest text takes precedence. */
export const USER_SOURCES = {
  guideBase: usersPage('base-user-policy', 'Base user policy required to invoke AWS ParallelCluster features',
    'all commands'),
  guideRestricted: usersPage('restricted-iam-access', 'Restricted IAM access mode', 'users who pass ready-made roles'),
  guideBoundary: usersPage('permissionsboundary-mode', 'PermissionsBoundary mode',
    'users who make roles within a boundary'),
  cluster: policies('ParallelClusterClusterPolicy1', 'all commands on clusters'),
  clusterServices: policies('ParallelClusterClusterPolicy2', 'all commands on clusters, login nodes and file systems'),
  awsBatch: policies('ParallelClusterClusterPolicyBatch', 'clusters with AWS Batch'),
  fsxForLustre: policies('ParallelClusterFSxS3AccessPolicy', 'clusters with file systems of Amazon FSx'),
  imageBuild: policies('ParallelClusterImageManagedPolicy', 'build-image, delete-image, describe-image, list-images'),
  logRetrieval: policies('ParallelClusterLogRetrievalPolicy', 'commands that list, read and export logs'),
  iamAccess: policies('DefaultParallelClusterIamAdminPolicy', 'roles that clusters and images make'),
  testUser: file('develop', 'tests/iam_policies/user-role.cfn.yaml', '2026-03',
    'the role that the integration tests run under, and its permissions boundary', 'all commands'),
  stackTags: {
    url: `${REPOSITORY}/pull/7496`,
    section: 'the condition on the tags of stacks',
    asOf: '2026-07-21',
    appliesTo: 'create-cluster and update-cluster',
  },
  loginTags: {
    url: `${REPOSITORY}/pull/7490`,
    section: 'the condition on the tags of listeners',
    asOf: '2026-07-16',
    appliesTo: 'login nodes of 3.7.0 and later',
  },
  describeStacks: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html',
    section: 'the parameter StackName',
    asOf: '2026-11',
    appliesTo: 'commands that list clusters and images',
  },
  handlers: {
    url: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
    section: 'the permissions of handlers, in the schemas of the resource types',
    asOf: '2026-09',
    appliesTo: 'what CloudFormation calls for the user, in every version',
  },
  alarmTags: {
    url: `${REPOSITORY}/pull/7296`,
    section: 'tags of alarms',
    asOf: '2026-03',
    appliesTo: 'clusters of 3.6.0 and later',
  },
  validators: newest('pcluster/validators', 'what the command line reads to check a configuration',
    'create-cluster, update-cluster and build-image'),
  commands: newest('pcluster/models/cluster.py', 'what the command line calls', 'all commands on existing clusters'),
  logExport: newest('pcluster/models/common.py', 'CloudWatchLogsExporter', 'export-cluster-logs and export-image-logs'),
  imageCleanup: newest('pcluster/imagebuilder_utils.py',
    'the cleanup role that the command line makes by itself',
    'build-image of 3.14.0 and later without CleanupLambdaRole'),
  nodeRoles: newest('pcluster/templates/cdk_builder_utils.py',
    'the roles of nodes, and the prefix of their names', 'roles that clusters make, and boundaries for them'),
} satisfies Record<string, Source>;
