import { Source } from '../private/statements/documented-statement';

const DOCS = 'https://docs.hopsworks.ai';
const DOCS_REPOSITORY = 'https://github.com/logicalclocks/logicalclocks.github.io/blob';

/** Of the last release that runs on EC2, 3.9. */
const lastOnEc2 = (url: string, section: string, appliesTo: string): Source =>
  ({ url, section, asOf: '2024-10', appliesTo });

/** Where the permissions come from. The newest text wins over an older one. */
export const SOURCES = {
  instanceProfile: lastOnEc2(`${DOCS}/3.9/setup_installation/aws/getting_started`,
    'Step 3: Creating Instance profile', 'managed clusters on EC2, 3.1 to 3.9'),
  clusterCreation: lastOnEc2(
    `${DOCS_REPOSITORY}/3d67085ccb431aa99a7383f733626292e274ca57/docs/setup_installation/aws/cluster_creation.md`,
    'S3 bucket configuration', 'encrypted buckets and canned ACLs'),
  eksIntegration: lastOnEc2(
    `${DOCS_REPOSITORY}/30b56751cda2932762b25019872a6e3a9b54724b/docs/setup_installation/aws/eks_ecr_integration.md`,
    'Step 2: Create an instance profile role on AWS', 'managed clusters that run jobs on EKS'),
  roleChaining: lastOnEc2(
    `${DOCS_REPOSITORY}/10d3e9050a493623cd137317e64c2820d1e4b07f/docs/setup_installation/admin/roleChaining.md`,
    'Step 1: Create an instance profile role', 'the head node of a managed cluster'),
  eksRoleChaining: {
    url: `${DOCS_REPOSITORY}/37ab5c3eab27a3138859a67a541bf083b6c7db4a/docs/setup_installation/admin/roleChaining.md`,
    section: 'Step 1: Create an IAM role and associate it with a Kubernetes service account',
    asOf: '2026-06',
    appliesTo: 'the service account of Hopsworks on EKS',
  },
  podIdentity: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
    section: 'Setting Conditions',
    asOf: '2026-11',
    appliesTo: 'the trust policies of pods that use EKS Pod Identity',
  },
  sessionTags: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html',
    section: 'Enable or disable session tags',
    asOf: '2026-11',
    appliesTo: 'pods that assume roles by EKS Pod Identity',
  },
  velero: {
    url: 'https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/800bcfb14d8e446ddd9aff91a36e551cbf79414d/README.md',
    section: 'Set permissions for Velero',
    asOf: '2026-02-10',
    appliesTo: 'backups of Kubernetes objects',
  },
  sessionManager: {
    url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCloud9SSMInstanceProfile.html',
    section: 'AWSCloud9SSMInstanceProfile v1',
    asOf: '2020-05-14',
    appliesTo: 'instances that Session Manager connects to',
  },
  eksNodes: {
    url: `${DOCS}/5.2/setup_installation/aws/getting_started/`,
    section: 'Step 1.3: Create IAM policies',
    asOf: '2026-06',
    appliesTo: 'Hopsworks on EKS',
  },
} satisfies Record<string, Source>;
