import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/**
 * Container images that instances pull. Name at least one of the options.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker.container.console.html
 */
export interface BeanstalkContainerImageOptions {
  /**
   * The repositories: pulling and listing of their images, and the login to the registry. Must not be empty.
   *
   * @default - the instances pull no images of Amazon ECR
   */
  readonly repositories?: ImageSource[];

  /**
   * The files in Amazon S3 that hold the login to other registries: reading them. A bucket with an encryption key
   * brings the right to decrypt. Must not be empty.
   *
   * @default - no login in Amazon S3
   */
  readonly registryLogins?: S3Location[];
}

/**
 * Secrets and parameters that Elastic Beanstalk puts into environment variables. Name at least one of them.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html
 */
export interface BeanstalkEnvironmentSecretOptions {
  /**
   * Secrets of AWS Secrets Manager. One with an encryption key of its own brings the right to decrypt. Must not be
   * empty.
   *
   * @default - none
   */
  readonly secrets?: secretsmanager.ISecret[];

  /**
   * Parameters of AWS Systems Manager. Must not be empty.
   *
   * @default - none
   */
  readonly parameters?: ssm.IParameter[];

  /**
   * Keys of yours that encrypt them, where they don't bring them: `kms:Decrypt`. The keys of AWS need no right. Must
   * not be empty.
   *
   * @default - the keys that secrets and parameters know
   */
  readonly keys?: kms.IKey[];
}

/**
 * Permissions of the CloudWatch agent: publishing metrics, writing logs, looking up tags and volumes of instances, and
 * reading its configuration of the Parameter Store (`AmazonCloudWatch-*`). Traces are the option `xray`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-cw.html
 */
export interface BeanstalkCloudWatchAgentOptions {
  /**
   * The namespaces of the metrics, with wildcards. Must not be empty.
   *
   * @default - `CWAgent`
   */
  readonly metricNamespaces?: string[];

  /**
   * What the names of the log groups begin with. Must not be empty.
   *
   * @default - `/aws/elasticbeanstalk/`
   */
  readonly logGroupPrefixes?: string[];
}

/**
 * Permissions to open a shell on the instances with Session Manager, and no other part of Systems Manager.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
 */
export interface BeanstalkSessionManagerOptions {
  /**
   * The key of yours that encrypts the sessions: `kms:Decrypt`.
   *
   * @default - sessions have no key of their own
   */
  readonly sessionKey?: kms.IKey;
}

/**
 * Permissions to analyze the health of the environment by a model of Amazon Bedrock, which an instance calls.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-ai-analysis.html
 */
export interface BeanstalkHealthAnalysisOptions {
  /**
   * The ids of the models, with wildcards: as foundation models, and in inference profiles. Must not be empty.
   *
   * @default - those that Elastic Beanstalk chooses from: `anthropic.claude-*`, in GovCloud `nvidia.nemotron-*`
   */
  readonly models?: string[];

  /**
   * Whether the instances may subscribe to the model in AWS Marketplace, which the first call in an account needs. Set
   * it back afterwards. GovCloud doesn't need it.
   *
   * @default false
   */
  readonly firstModelUse?: boolean;
}
