import { ENVIRONMENT, ENVIRONMENT_PREFIX } from './names';
import { ReaderOf, readerOf } from '../../private/options/reader';
import { unique } from '../../private/options/unique';

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
   * The names of the environments that the instances belong to. Write them as literals: the environments refer to the
   * role, so a reference to an environment would be a circular dependency. Must not be empty.
   *
   * @default - with `environmentNamePrefix` only those environments, without it all environments of the application
   */
  readonly environmentNames?: string[];

  /**
   * What the names of the environments start with, up to a hyphen: `shop-`. Includes **every** environment of such a
   * name, also later ones, in addition to `environmentNames`. The hyphen is required, so that `shop` does not include
   * `shopfront-live`.
   *
   * @default - only the environments in `environmentNames`
   */
  readonly environmentNamePrefix?: string;

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

/** The options that name environments. */
type NamedEnvironments = Pick<BeanstalkInstanceOptions, 'environmentNames' | 'environmentNamePrefix'>;

/** Environments by their names. */
export interface Environments {
  readonly names: readonly string[];
  /** @default - only the names */
  readonly prefix?: string;
}

/** Reads the names of environments: `undefined` for all environments. */
export function readEnvironments(reader: ReaderOf<NamedEnvironments>): Environments | undefined {
  const read = readerOf(reader);
  const names = unique(read.list('environmentNames', ENVIRONMENT));
  const prefix = read.value('environmentNamePrefix', ENVIRONMENT_PREFIX);
  return names.length === 0 && prefix === undefined ? undefined : { names, prefix };
}

/** The names of environments, the prefix as a pattern. */
export function namesOf({ names, prefix }: Environments = { names: [], prefix: '' }): readonly string[] {
  return [...names, ...(prefix === undefined ? [] : [`${prefix}*`])];
}

/** What the names of things of these environments start with, if an environment's name ends with a separator. */
export function startsOf(environments: Environments | undefined, separator: string): readonly string[] {
  const { names, prefix } = environments ?? { names: [], prefix: '' };
  return [...names.map(name => `${name}${separator}`), ...(prefix === undefined ? [] : [prefix])];
}
