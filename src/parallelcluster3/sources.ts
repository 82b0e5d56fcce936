import { Source } from '../private/statements/documented-statement';
import { commit, managedPolicy, page, release } from '../private/statements/sources';

const GUIDE = 'https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html';
const REPOSITORY = 'https://github.com/aws/aws-parallelcluster';

const released = (version: string, asOf: string) => release('aws-parallelcluster', version, asOf);
const newest = released('3.16.1', '2026-09-08');

/** A file of the repository that is in no package. */
const tagged = (path: string, section: string, appliesTo: string): Source =>
  commit(`${REPOSITORY}/blob/v3.11.1/${path}`, section, '2024-10-18', appliesTo);

const guide = (asOf: string) => (anchor: string, section: string, appliesTo: string): Source =>
  page(`${GUIDE}#iam-roles-in-parallelcluster-v3-${anchor}`, section, asOf, appliesTo);

const rolesPage = guide('2022-10-03');
const usersPage = guide('2023-05-22');
const policies = (section: string, appliesTo: string): Source =>
  commit(`${REPOSITORY}/blob/003dc38/cloudformation/policies/parallelcluster-policies.yaml`, section, '2026-03', appliesTo);

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
  batchBuilder: released('3.15.1', '2026-05-28')('pcluster/templates/awsbatch_builder.py', 'the policies of the head node',
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
  sessionManager: managedPolicy('AWSCloud9SSMInstanceProfile', 'v1', '2020-05-14',
    'nodes that Session Manager connects to'),
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
  testUser: commit(`${REPOSITORY}/blob/03b015a/tests/iam_policies/user-role.cfn.yaml`,
    'the role that the integration tests run under, and its permissions boundary', '2026-03', 'all commands'),
  stackTags: commit(`${REPOSITORY}/pull/7496`,
    'the condition on the tags of stacks', '2026-07-21',
    'create-cluster and update-cluster'),
  loginTags: commit(`${REPOSITORY}/pull/7490`,
    'the condition on the tags of listeners', '2026-07-16',
    'login nodes of 3.7.0 and later'),
  describeStacks: page('https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html',
    'the parameter StackName', '2026-11',
    'commands that list clusters and images'),
  handlers: release('cfn-lint', '1.58.0', '2026-10-20')('cfnlint/data/schemas/resources',
    'the permissions of handlers, in the schemas of the resource types',
    'what CloudFormation calls for the user, in every version'),
  alarmTags: commit(`${REPOSITORY}/pull/7296`,
    'tags of alarms', '2026-03',
    'clusters of 3.6.0 and later'),
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
