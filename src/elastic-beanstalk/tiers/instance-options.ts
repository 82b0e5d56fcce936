import { ReaderOf, readerOf } from '../../private/options/reader';

/**
 * Permissions of the instances of a web environment: reads application versions, and writes logs, traces and health
 * reports. It has no options yet: `{}` grants them.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
 */
export interface BeanstalkWebTierOptions {}

/** The environments of instances, and what the instances send to AWS. */
export interface BeanstalkInstanceOptions {
  /**
   * Permissions for web environments.
   *
   * @default - the instances serve no web environments
   */
  readonly webTier?: BeanstalkWebTierOptions;

  /**
   * The name of the application that the environments belong to.
   *
   * @default - all applications of this region
   */
  readonly applicationName?: string;

  /**
   * The name of the environment that the instances belong to. Write it as a literal: the environment refers to the
   * role, so a reference to the environment would be a circular dependency.
   *
   * @default - all environments of the application
   */
  readonly environmentName?: string;

  /**
   * Whether the instances send traces to AWS X-Ray (`XRayEnabled`).
   *
   * @default true
   */
  readonly xray?: boolean;

  /**
   * Whether the instances stream their logs to CloudWatch Logs (`StreamLogs`), below `/aws/elasticbeanstalk/`.
   *
   * @default true
   */
  readonly logStreaming?: boolean;

  /**
   * Whether the instances report their health with the role. If `false`, the role's `optionSettings()` set
   * `EnhancedHealthAuthEnabled` to false: an environment that authorizes reports would show "No Data".
   *
   * @default true
   */
  readonly enhancedHealth?: boolean;
}

export function readSwitches(reader: ReaderOf<BeanstalkInstanceOptions>) {
  const read = readerOf(reader);
  return {
    webTier: read.capability('webTier'),
    xray: read.flag('xray', true),
    logStreaming: read.flag('logStreaming', true),
    enhancedHealth: read.flag('enhancedHealth', true),
  };
}
