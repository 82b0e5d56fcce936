import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ImageSource } from '../../common/image-source';
import { S3Location } from '../../common/s3-location';

/**
 * Container images that instances pull. Set at least one of the options.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker.container.console.html
 */
export interface BeanstalkContainerImageOptions {
  /**
   * The repositories: lists and pulls their images, and logs in to the registry. Must not be empty.
   *
   * @default - the instances pull no images of Amazon ECR
   */
  readonly repositories?: ImageSource[];

  /**
   * The files in Amazon S3 with the login to other registries: reads them. If a bucket has an encryption key, grants
   * `kms:Decrypt` on that key, too. Must not be empty.
   *
   * @default - the instances read no login in Amazon S3
   */
  readonly registryLogins?: S3Location[];

  /**
   * Whether the instances log in to Amazon ECR Public (`public.ecr.aws`), which raises the limits for pulls. Public
   * images need no other permission, and no login either. The login works in the commercial AWS Regions only: elsewhere
   * `true` causes a warning.
   *
   * @default false
   */
  readonly publicRegistryLogin?: boolean;
}

/**
 * Secrets and parameters that Elastic Beanstalk puts into environment variables. Set at least one of `secrets`,
 * `parameters` and `anyParameterUnder`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html
 */
export interface BeanstalkEnvironmentSecretOptions {
  /**
   * Secrets of AWS Secrets Manager: reads their values. If a secret has an encryption key, grants `kms:Decrypt` on that
   * key, too. Must not be empty.
   *
   * @default - no secrets
   */
  readonly secrets?: secretsmanager.ISecretRef[];

  /**
   * Parameters of AWS Systems Manager: reads their values, also several at once, as programs and hooks do. If a
   * parameter has an encryption key, grants `kms:Decrypt` on that key, too. Must not be empty.
   *
   * @default - no single parameters
   */
  readonly parameters?: ssm.IParameterRef[];

  /**
   * Paths in the Parameter Store, such as `/shop/live/`: reads **every** parameter below each path, by its name, by the
   * path or by a path below it, in the region and account of the stack, including parameters that are created later.
   * A path starts and ends with `/`, and has no wildcards. List the keys that encrypt these parameters in `keys`. Must
   * not be empty.
   *
   * @default - only the parameters in `parameters`
   */
  readonly anyParameterUnder?: string[];

  /**
   * Customer-managed keys that encrypt them: grants `kms:Decrypt`, in addition to the keys of secrets and parameters.
   * AWS managed keys need no permission. Must not be empty.
   *
   * @default - only the keys that secrets and parameters have
   */
  readonly keys?: kms.IKeyRef[];
}

/**
 * Permissions of the CloudWatch agent: publishes metrics, writes logs, looks up tags and volumes of instances, and
 * reads its configuration from the Parameter Store (`AmazonCloudWatch-*`). For traces use `xray`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customize-containers-cw.html
 */
export interface BeanstalkCloudWatchAgentOptions {
  /**
   * The namespaces of the metrics. They may have the wildcards `*` and `?`. Must not be empty.
   *
   * @default - `CWAgent`
   */
  readonly metricNamespaces?: string[];

  /**
   * The prefixes of the names of the log groups. Must not be empty.
   *
   * @default - `/aws/elasticbeanstalk/`, with names of environments or their prefix only those of these environments
   */
  readonly logGroupPrefixes?: string[];
}

/**
 * Permissions of programs that write to log groups of their own, without the log streaming of Elastic Beanstalk and
 * without the CloudWatch agent: creates log groups and streams, and writes to them.
 */
export interface BeanstalkApplicationLogOptions {
  /** The prefixes of the names of the log groups, such as `/shop/`. Must not be empty. */
  readonly logGroupPrefixes: string[];
}

/**
 * Permissions to analyze the health of the environment with a model of Amazon Bedrock, which an instance calls. Amazon
 * Bedrock is not available in China: there they have no effect, and cause a warning.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-ai-analysis.html
 */
export interface BeanstalkHealthAnalysisOptions {
  /**
   * The ids of the models: invokes them as foundation models, and through inference profiles. They may have the
   * wildcard `*`. Must not be empty.
   *
   * @default - those that Elastic Beanstalk chooses from: `anthropic.claude-*` and `amazon.nova-*`, and for GovCloud
   * `nvidia.nemotron-*`
   */
  readonly models?: string[];

  /**
   * Whether the instances can subscribe to the model in AWS Marketplace, which the first call in an account needs. Set
   * it to `false` afterwards. GovCloud doesn't need it.
   *
   * @default false
   */
  readonly firstModelUse?: boolean;
}
