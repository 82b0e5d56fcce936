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
   * The names of the environments whose pods can assume the role, in lower case: the trust policy requires one of
   * their Kubernetes namespaces, `eb-` and the name, which EKS Pod Identity sends as a session tag. Must not be empty.
   *
   * @default - with `environmentNamePrefix` only those environments, without it every environment of the stack's
   * account and `regions` that is created with the role
   */
  readonly environmentNames?: string[];

  /**
   * What the names of the environments start with, in lower case and up to a hyphen: `shop-`. Includes **every**
   * environment of such a name, also later ones, in addition to `environmentNames`, as blue/green deployments need. The
   * hyphen is required, so that `shop` does not include `shopfront-live`.
   *
   * @default - only the environments in `environmentNames`
   */
  readonly environmentNamePrefix?: string;

  /**
   * Reads the secrets and parameters that Elastic Beanstalk mounts: those of the application, the credentials of a
   * third-party observability backend, and those of a metrics endpoint for scaling.
   *
   * @default - the application has no secrets
   */
  readonly environmentSecrets?: BeanstalkEksSecretOptions;
}
