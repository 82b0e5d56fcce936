import { Source } from '../private/statements/documented-statement';

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const POLICIES = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';

const managedPolicy = (name: string, version: string, appliesTo: string): Source => ({
  url: `${POLICIES}/${name}.html`,
  section: `${name} ${version}`,
  asOf: '2026-03-07',
  appliesTo,
});

/** Where the permissions come from. The managed policies are newer than what the guide once printed of them. */
export const SOURCES = {
  webTier: managedPolicy('AWSElasticBeanstalkWebTier', 'v7', 'web server environments'),
  workerTier: managedPolicy('AWSElasticBeanstalkWorkerTier', 'v6', 'worker environments'),
  ecsDocker: managedPolicy('AWSElasticBeanstalkMulticontainerDocker', 'v3', 'ECS-managed Docker'),
  instanceProfile: {
    url: `${GUIDE}/iam-instanceprofile.html`,
    section: 'Managing Elastic Beanstalk instance profiles',
    asOf: '2026-04',
    appliesTo: "the trust policy of the instances' role",
  },
  storage: {
    url: `${GUIDE}/AWSHowTo.iam.cross-env-s3-access.html`,
    section: 'Preventing cross-environment Amazon S3 bucket access',
    asOf: '2026-04',
    appliesTo: 'the bucket of Elastic Beanstalk in a region',
  },
  assets: {
    url: `${GUIDE}/vpc-vpce.policy.html`,
    section: 'S3 Buckets that store assets to manage environment platforms',
    asOf: '2026-04',
    appliesTo: 'the buckets of AWS that instances read',
  },
  images: {
    url: `${GUIDE}/create_deploy_docker.container.console.html`,
    section: 'Docker configuration: images of a private repository',
    asOf: '2023-06',
    appliesTo: 'Docker environments',
  },
  secrets: {
    url: `${GUIDE}/AWSHowTo.secrets.IAM-permissions.html`,
    section: 'Required IAM permissions for Elastic Beanstalk to access secrets and parameters',
    asOf: '2026-04',
    appliesTo: 'environment variables of secrets; platform versions of 2025-03-26 or later',
  },
  executionRole: {
    url: `${GUIDE}/create_deploy_docker_v2config.html#create_deploy_docker_v2config_executionRoleArn_format`,
    section: 'Execution Role ARN format',
    asOf: '2026-04',
    appliesTo: 'environment variables of secrets on ECS-managed Docker',
  },
  cloudWatchAgent: managedPolicy('CloudWatchAgentServerPolicy', 'v3', 'the CloudWatch agent'),
  sessionManager: {
    url: `${POLICIES}/AWSCloud9SSMInstanceProfile.html`,
    section: 'AWSCloud9SSMInstanceProfile v1',
    asOf: '2020-05-14',
    appliesTo: 'instances that Session Manager connects to',
  },
  healthAnalysis: {
    url: `${GUIDE}/health-ai-analysis.html#health-ai-analysis-permissions`,
    section: 'AI-powered environment analysis: Required permissions',
    asOf: '2026-04',
    appliesTo: 'platform versions of 2026-02-26 or later, Windows Server of 2026-04-22 or later',
  },
  serviceRole: {
    url: `${GUIDE}/iam-servicerole.html`,
    section: 'Managing Elastic Beanstalk service roles',
    asOf: '2026-04',
    appliesTo: 'the service role and its trust policy',
  },
  roleLogs: managedPolicy('AWSElasticBeanstalkRoleCWL', 'v1', 'log groups that the service makes'),
  roleWorkerTier: managedPolicy('AWSElasticBeanstalkRoleWorkerTier', 'v1', 'queues and tables that the service makes'),
  roleEcs: managedPolicy('AWSElasticBeanstalkRoleECS', 'v2', 'ECS clusters that the service makes'),
} satisfies Record<string, Source>;
