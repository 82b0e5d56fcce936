import * as kms from 'aws-cdk-lib/aws-kms';

/**
 * Permissions to open a shell on the instances with Session Manager; no other part of Systems Manager.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
 */
export interface SessionManagerOptions {
  /**
   * The customer-managed key that encrypts the sessions: grants `kms:Decrypt`.
   *
   * @default - sessions without a KMS key
   */
  readonly sessionKey?: kms.IKeyRef;
}
