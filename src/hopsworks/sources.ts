import { Source } from '../private/statements/documented-statement';
import { commit, managedPolicy, page } from '../private/statements/sources';

const DOCS = 'https://docs.hopsworks.ai';
const DOCS_REPOSITORY = 'https://github.com/logicalclocks/logicalclocks.github.io/blob';

/** Of the last release that runs on EC2, 3.9. */
const lastOnEc2 = (file: string, section: string, appliesTo: string): Source =>
  commit(`${DOCS_REPOSITORY}/${file}`, section, '2024-10', appliesTo);

/** Where the permissions come from. The newest text wins over an older one. */
export const SOURCES = {
  instanceProfile: page(`${DOCS}/3.9/setup_installation/aws/getting_started`,
    'Step 3: Creating Instance profile', '2024-10', 'managed clusters on EC2, 3.1 to 3.9'),
  clusterCreation: lastOnEc2(
    '3d67085ccb431aa99a7383f733626292e274ca57/docs/setup_installation/aws/cluster_creation.md',
    'S3 bucket configuration', 'encrypted buckets and canned ACLs'),
  eksIntegration: lastOnEc2(
    '30b56751cda2932762b25019872a6e3a9b54724b/docs/setup_installation/aws/eks_ecr_integration.md',
    'Step 2: Create an instance profile role on AWS', 'managed clusters that run jobs on EKS'),
  roleChaining: lastOnEc2(
    '10d3e9050a493623cd137317e64c2820d1e4b07f/docs/setup_installation/admin/roleChaining.md',
    'Step 1: Create an instance profile role', 'the head node of a managed cluster'),
  eksRoleChaining: commit(`${DOCS_REPOSITORY}/37ab5c3eab27a3138859a67a541bf083b6c7db4a/docs/setup_installation/admin/roleChaining.md`,
    'Step 1: Create an IAM role and associate it with a Kubernetes service account', '2026-06',
    'the service account of Hopsworks on EKS'),
  podIdentity: page('https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
    'Setting Conditions', '2026-11',
    'the trust policies of pods that use EKS Pod Identity'),
  sessionTags: page('https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html',
    'Enable or disable session tags', '2026-11',
    'pods that assume roles by EKS Pod Identity'),
  velero: commit('https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/800bcfb14d8e446ddd9aff91a36e551cbf79414d/README.md',
    'Set permissions for Velero', '2026-02-10',
    'backups of Kubernetes objects'),
  sessionManager: managedPolicy('AWSCloud9SSMInstanceProfile', 'v1', '2020-05-14',
    'instances that Session Manager connects to'),
  eksNodes: page(`${DOCS}/5.2/setup_installation/aws/getting_started/`,
    'Step 1.3: Create IAM policies', '2026-06',
    'Hopsworks on EKS'),
} satisfies Record<string, Source>;
