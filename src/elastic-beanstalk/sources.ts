import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const POLICIES = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

const page = (name: string, section: string, appliesTo: string, asOf = '2026-04'): Source =>
  ({ url: `${GUIDE}/${name}`, section, asOf, appliesTo });

const managedPolicy = (name: string, version: string, appliesTo: string, asOf = '2026-03-07'): Source =>
  ({ url: `${POLICIES}/${name}.html`, section: `${name} ${version}`, asOf, appliesTo });

/** Where the permissions come from. The managed policies are newer than what the guide once printed of them. */
export const SOURCES = {
  webTier: managedPolicy('AWSElasticBeanstalkWebTier', 'v9', 'web server environments', '2026-04-29'),
  workerTier: managedPolicy('AWSElasticBeanstalkWorkerTier', 'v8', 'worker environments', '2026-04-29'),
  ecsDocker: managedPolicy('AWSElasticBeanstalkMulticontainerDocker', 'v5', 'ECS-managed Docker', '2026-04-29'),
  instanceProfile: page('iam-instanceprofile.html',
    'Managing Elastic Beanstalk instance profiles', "the trust policy of the instances' role"),
  storage: page('AWSHowTo.iam.cross-env-s3-access.html',
    'Preventing cross-environment Amazon S3 bucket access', 'the bucket of Elastic Beanstalk in a region'),
  assets: page('vpc-vpce.policy.html',
    'S3 Buckets that store assets to manage environment platforms', 'the buckets of AWS that instances read'),
  images: page('create_deploy_docker.container.console.html',
    'Docker configuration: images of a private repository', 'Docker environments', '2023-06'),
  publicImages: managedPolicy('AWSElasticBeanstalkEKSImageBuild', 'v1', 'images of Amazon ECR Public', '2026-07-02'),
  applicationLogs: {
    url: 'https://github.com/aws/aws-logging-dotnet/blob/5246e74ad79041e7eb73f90e61ca0ba4c6fa75ef/README.md',
    section: 'Required IAM Permissions',
    asOf: '2026-07-02',
    appliesTo: 'programs that write to log groups with a library',
  },
  secrets: page('AWSHowTo.secrets.IAM-permissions.html',
    'Required IAM permissions for Elastic Beanstalk to access secrets and parameters',
    'environment variables of secrets; platform versions of 2025-03-26 or later'),
  executionRole: page('create_deploy_docker_v2config.html#create_deploy_docker_v2config_executionRoleArn_format',
    'Execution Role ARN format', 'environment variables of secrets on ECS-managed Docker'),
  cloudWatchAgent: managedPolicy('CloudWatchAgentServerPolicy', 'v3', 'the CloudWatch agent'),
  sessionManager: managedPolicy('AWSCloud9SSMInstanceProfile', 'v1',
    'instances that Session Manager connects to', '2020-05-14'),
  healthAnalysis: page('health-ai-analysis.html#health-ai-analysis-permissions',
    'AI-powered environment analysis: Required permissions',
    'platform versions of 2026-02-26 or later, Windows Server of 2026-04-22 or later'),
  serviceRole: page('iam-servicerole.html',
    'Managing Elastic Beanstalk service roles', 'the service role and its trust policy'),
  roleLogs: managedPolicy('AWSElasticBeanstalkRoleCWL', 'v1', 'log groups that the service makes'),
  roleWorkerTier: managedPolicy('AWSElasticBeanstalkRoleWorkerTier', 'v1', 'queues and tables that the service makes'),
  roleDatabase: managedPolicy('AWSElasticBeanstalkRoleRDS', 'v1', 'databases that the service makes'),
  roleNotifications: managedPolicy('AWSElasticBeanstalkRoleSNS', 'v1', 'topics of notifications that the service makes'),
  roleEcs: managedPolicy('AWSElasticBeanstalkRoleECS', 'v2', 'ECS clusters that the service makes'),
  administrator: managedPolicy('AdministratorAccess-AWSElasticBeanstalk', 'v10',
    'users who create and manage applications and environments', '2026-05-19'),
  managedUpdates: managedPolicy('AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy', 'v12',
    'updates of environments with the permissions of a role', '2026-02-12'),
  userActions: page('AWSHowTo.iam.policies.actions.html',
    'Resources and conditions for Elastic Beanstalk actions', 'actions of Elastic Beanstalk that users call'),
  userLogs: page('AWSHowTo.iam.managed-policies.html',
    'Enabling access to Elastic Beanstalk logs stored in Amazon S3', 'users who pull the logs of instances'),
  operationsRole: {
    url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_AssociateEnvironmentOperationsRole.html',
    section: 'AssociateEnvironmentOperationsRole',
    asOf: '2026-04',
    appliesTo: 'environments with an operations role, which AWS calls a beta release',
  },
  clusterCaller: page('beanstalk-cluster-permissions.html#beanstalk-cluster-permissions-caller',
    'Permissions for Beanstalk Cluster: Permissions to create the environment', 'environments on Amazon EKS', '2026-09'),
} satisfies Record<string, Source>;

/** Sources of the roles of Beanstalk Cluster: environments on Amazon EKS. */
export const EKS_SOURCES = {
  eksRoles: page('beanstalk-cluster-permissions.html',
    'Permissions for Beanstalk Cluster', 'names, trust policies and AWS managed policies of the roles', '2026-09'),
  eksObservability: managedPolicy('AWSElasticBeanstalkEKSObservability', 'v1',
    'components that send the logs and metrics of environments', '2026-07-02'),
  eksAgent: managedPolicy('CloudWatchAgentServerPolicy', 'v3',
    'components that send logs, metrics and traces', '2024-02-06'),
  eksPrometheus: page('command-options-general-eks.html#command-options-eks-observability',
    'aws:elasticbeanstalk:eks:observability', 'environments with the metrics backend amp', '2026-09'),
  eksImageBuild: managedPolicy('AWSElasticBeanstalkEKSImageBuild', 'v1', 'application versions with a build', '2026-07-02'),
  eksSecrets: page('monitoring-cluster-environments.html#monitoring-cluster-environments-custom-backend',
    'Sending observability data to a third-party backend', 'secrets that the pods of an application mount', '2026-09'),
  eksParameters: {
    url: 'https://github.com/aws/secrets-store-csi-driver-provider-aws/blob/main/README.md',
    section: 'Usage',
    asOf: '2026-09',
    appliesTo: 'the driver that mounts parameters in pods',
  },
  eksClusterTrust: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html',
    section: 'Amazon EKS cluster role cross-service confused deputy prevention',
    asOf: '2026-11',
    appliesTo: 'the trust policy of the cluster role',
  },
  eksPodTrust: {
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
    section: 'Create IAM role with trust policy required by EKS Pod Identity',
    asOf: '2026-11',
    appliesTo: 'the trust policy of roles of pods',
  },
  eksBuildTrust: {
    url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
    section: 'Allow CodeBuild to interact with other AWS services',
    asOf: '2026-11',
    appliesTo: 'the trust policy of the image build role',
  },
} satisfies Record<string, Source>;
