import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { PlatformRoleProps } from '../../../common/platform-role-props';

/**
 * Secrets and parameters that Elastic Beanstalk mounts in the pods of an application. Set at least one of `secrets` and
 * `parameters`.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general-eks.html
 */
export interface BeanstalkEksSecretOptions {
  /**
   * Secrets of AWS Secrets Manager, as in the settings `secrets`, `custom-credentials` and `scaler-auth-secret`: reads
   * their values, and describes them, which refreshes need. If a secret has an encryption key, grants `kms:Decrypt` on
   * that key, too. Must not be empty.
   *
   * @default - no secrets
   */
  readonly secrets?: secretsmanager.ISecretRef[];

  /**
   * Parameters of AWS Systems Manager, as in the setting `secrets`: reads their values. If a parameter has an
   * encryption key, grants `kms:Decrypt` on that key, too. Must not be empty.
   *
   * @default - no parameters
   */
  readonly parameters?: ssm.IParameterRef[];

  /**
   * Customer-managed keys that encrypt them: grants `kms:Decrypt`, in addition to the keys of secrets and parameters.
   * AWS managed keys need no permission. Must not be empty.
   *
   * @default - only the keys that secrets and parameters have
   */
  readonly keys?: kms.IKeyRef[];
}

/** Properties of `BeanstalkEksApplicationRole`. */
export interface BeanstalkEksApplicationRoleProps extends PlatformRoleProps {
  /**
   * The name of the one environment whose pods can assume the role, in lower case: the trust policy requires its
   * Kubernetes namespace, `eb-` and this name, which EKS Pod Identity sends as a session tag.
   *
   * @default - the pods of every environment that is created with the role
   */
  readonly environmentName?: string;

  /**
   * Reads the secrets and parameters that Elastic Beanstalk mounts: those of the application, the credentials of a
   * third-party observability backend, and those of a metrics endpoint for scaling.
   *
   * @default - the application has no secrets
   */
  readonly environmentSecrets?: BeanstalkEksSecretOptions;
}
