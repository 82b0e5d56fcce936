import { Source } from '../private/documented-statement';

const PAGE = 'https://docs.aws.amazon.com/parallelcluster/latest/ug/iam-roles-in-parallelcluster-v3.html';
const REPOSITORY = 'https://github.com/aws/aws-parallelcluster';

const guide = (anchor: string, section: string, appliesTo: string): Source => ({
  url: `${PAGE}#iam-roles-in-parallelcluster-v3-${anchor}`,
  section,
  asOf: '2023-05-22',
  appliesTo,
});

const POLICIES = 'cloudformation/policies/parallelcluster-policies.yaml';
const policies = (section: string, appliesTo: string): Source => ({
  url: `${REPOSITORY}/blob/develop/${POLICIES}`,
  section,
  asOf: '2026-03',
  appliesTo,
});

/** Where the permissions of users come from. The newest text wins over an older one. */
export const USER_SOURCES = {
  guideBase: guide('base-user-policy', 'Base user policy required to invoke AWS ParallelCluster features', 'all commands'),
  guidePrivileged: guide('privileged-iam-access', 'Privileged IAM access mode', 'users who let clusters make their roles'),
  guideRestricted: guide('restricted-iam-access', 'Restricted IAM access mode', 'users who pass ready-made roles'),
  guideBoundary: guide('permissionsboundary-mode', 'PermissionsBoundary mode', 'users who make roles within a boundary'),
  cluster: policies('ParallelClusterClusterPolicy1', 'all commands on clusters'),
  clusterServices: policies('ParallelClusterClusterPolicy2', 'all commands on clusters, login nodes and file systems'),
  awsBatch: policies('ParallelClusterClusterPolicyBatch', 'clusters with AWS Batch'),
  fsxForLustre: policies('ParallelClusterFSxS3AccessPolicy', 'clusters with file systems of Amazon FSx'),
  imageBuild: policies('ParallelClusterImageManagedPolicy', 'build-image, delete-image, describe-image, list-images'),
  logRetrieval: policies('ParallelClusterLogRetrievalPolicy', 'commands that list, read and export logs'),
  iamAccess: policies('DefaultParallelClusterIamAdminPolicy', 'roles that clusters and images make'),
  testUser: {
    url: `${REPOSITORY}/blob/develop/tests/iam_policies/user-role.cfn.yaml`,
    section: 'the role that the integration tests run under, and its permissions boundary',
    asOf: '2026-03',
    appliesTo: 'all commands',
  },
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
  alarmTags: {
    url: `${REPOSITORY}/pull/7296`,
    section: 'tags of alarms',
    asOf: '2026-03',
    appliesTo: 'clusters of 3.6.0 and later',
  },
  validators: {
    url: `${REPOSITORY}/tree/develop/cli/src/pcluster/validators`,
    section: 'what the command line reads to check a configuration',
    asOf: '2024-10-24',
    appliesTo: 'create-cluster, update-cluster and build-image',
  },
  logExport: {
    url: `${REPOSITORY}/blob/develop/cli/src/pcluster/models/common.py`,
    section: 'CloudWatchLogsExporter',
    asOf: '2024-10-24',
    appliesTo: 'export-cluster-logs and export-image-logs',
  },
  imageCleanup: {
    url: `${REPOSITORY}/blob/develop/cli/src/pcluster/imagebuilder_utils.py`,
    section: 'the cleanup role that the command line makes by itself',
    asOf: '2025-11',
    appliesTo: 'build-image of 3.14.0 and later without CleanupLambdaRole',
  },
  nodeRoles: {
    url: `${REPOSITORY}/blob/develop/cli/src/pcluster/templates/cdk_builder_utils.py`,
    section: 'the roles of nodes, and the prefix of their names',
    asOf: '2024-10-24',
    appliesTo: 'roles that clusters make, and boundaries for them',
  },
  agentPolicies: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
    section: 'the AWS managed policies that clusters and images attach to their roles',
    asOf: '2026-03-07',
    appliesTo: 'boundaries',
  },
} satisfies Record<string, Source>;
