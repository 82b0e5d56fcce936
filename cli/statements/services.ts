import { own } from './own';

/** The names of services in words, by the prefix of their actions. Others are shown by the prefix. */
const NAMES: Readonly<Record<string, string>> = {
  'acm': 'ACM',
  'apigateway': 'API Gateway',
  'application-autoscaling': 'Application Auto Scaling',
  'aps': 'Amazon Managed Service for Prometheus',
  'athena': 'Athena',
  'autoscaling': 'EC2 Auto Scaling',
  'batch': 'AWS Batch',
  'bedrock': 'Bedrock',
  'cloudformation': 'CloudFormation',
  'cloudfront': 'CloudFront',
  'cloudtrail': 'CloudTrail',
  'cloudwatch': 'CloudWatch',
  'codeartifact': 'CodeArtifact',
  'codebuild': 'CodeBuild',
  'codecommit': 'CodeCommit',
  'codedeploy': 'CodeDeploy',
  'codepipeline': 'CodePipeline',
  'cognito-idp': 'Cognito',
  'dynamodb': 'DynamoDB',
  'ec2': 'EC2',
  'ec2messages': 'Systems Manager messages',
  'ecr': 'ECR',
  'ecr-public': 'ECR Public',
  'ecs': 'ECS',
  'eks': 'EKS',
  'elasticache': 'ElastiCache',
  'elasticbeanstalk': 'Elastic Beanstalk',
  'elasticfilesystem': 'EFS',
  'elasticloadbalancing': 'Elastic Load Balancing',
  'elasticmapreduce': 'EMR',
  'events': 'EventBridge',
  'firehose': 'Data Firehose',
  'fsx': 'FSx',
  'glue': 'Glue',
  'iam': 'IAM',
  'imagebuilder': 'EC2 Image Builder',
  'kinesis': 'Kinesis',
  'kms': 'KMS',
  'lambda': 'Lambda',
  'logs': 'CloudWatch Logs',
  'organizations': 'Organizations',
  'rds': 'RDS',
  'redshift': 'Redshift',
  'resource-groups': 'Resource Groups',
  'route53': 'Route 53',
  's3': 'S3',
  'sagemaker': 'SageMaker',
  'secretsmanager': 'Secrets Manager',
  'servicecatalog': 'Service Catalog',
  'servicediscovery': 'Cloud Map',
  'sns': 'SNS',
  'sqs': 'SQS',
  'ssm': 'Systems Manager',
  'ssmmessages': 'Session Manager messages',
  'sso': 'IAM Identity Center',
  'states': 'Step Functions',
  'sts': 'STS',
  'tag': 'Resource Groups Tagging',
  'xray': 'X-Ray',
};

export function serviceName(prefix: string): string {
  return own(NAMES, prefix.toLowerCase()) ?? prefix;
}

/** `sagemaker.amazonaws.com` and its forms in other partitions and regions. */
export function servicePrincipalName(principal: string): string {
  const prefix = /^([a-z0-9-]+)\.(?:[a-z0-9-]+\.)?(?:amazonaws\.(?:com|com\.cn|eu)|\$\{AWS::URLSuffix\})$/.exec(principal)?.[1];
  const name = prefix === undefined ? undefined : own(NAMES, prefix);
  return name === undefined ? principal : `${name} (${principal})`;
}
