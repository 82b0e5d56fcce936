import * as aps from 'aws-cdk-lib/aws-aps';
import { PlatformRoleProps } from '../../../common/platform-role-props';

/** The workspaces of Amazon Managed Service for Prometheus that metrics are sent to. */
export interface BeanstalkEksPrometheusOptions {
  /**
   * The workspaces whose endpoints environments have as their `metrics-endpoint`: grants `aps:RemoteWrite`. Must not be
   * empty.
   */
  readonly workspaces: aps.IWorkspaceRef[];
}

/** Properties of `BeanstalkEksObservabilityRole`. */
export interface BeanstalkEksObservabilityRoleProps extends PlatformRoleProps {
  /**
   * Sends metrics to Amazon Managed Service for Prometheus, for environments with the `metrics-backend` `amp`.
   *
   * @default - the role sends metrics to Amazon CloudWatch only
   */
  readonly prometheus?: BeanstalkEksPrometheusOptions;

  /**
   * Whether environments may send logs to Amazon S3, with the `logs-backend` `s3`: creates and lists the bucket
   * `elasticbeanstalk-logs-ACCOUNT-REGION-an`, and writes its objects.
   *
   * @default true
   */
  readonly s3Logs?: boolean;

  /**
   * Whether environments may send traces to AWS X-Ray, with the `traces-backend` `xray`.
   *
   * @default true
   */
  readonly xrayTraces?: boolean;

  /**
   * Whether to attach AWS's managed policies `CloudWatchAgentServerPolicy` and `AWSElasticBeanstalkEKSObservability`
   * instead of the library's statements. AWS keeps them current, and they write to **all log groups** and set their
   * retention, publish metrics in all namespaces, and can take over all workspaces of Amazon Managed Service for
   * Prometheus, because they can add the tag that the policy requires. Rejected with `s3Logs` and `xrayTraces`, which
   * have no effect then, and with an imported role.
   *
   * @default false
   */
  readonly awsManagedPolicies?: boolean;
}
