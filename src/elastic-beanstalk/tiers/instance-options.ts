import { ReaderOf, readerOf } from '../../private/options/reader';

/** The environments of instances, and what the instances send to AWS. */
export interface BeanstalkInstanceOptions {
  /**
   * Whether the instances serve web environments: reads application versions, and writes logs, traces and health
   * reports.
   *
   * @default false
   */
  readonly webTier?: boolean;

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
    webTier: read.flag('webTier', false),
    xray: read.flag('xray', true),
    logStreaming: read.flag('logStreaming', true),
    enhancedHealth: read.flag('enhancedHealth', true),
  };
}
