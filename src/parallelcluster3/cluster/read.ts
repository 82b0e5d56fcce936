import { Token } from 'aws-cdk-lib';
import { LONGEST_FOLDER } from './cluster-arns';
import { ParallelClusterRoleScope } from './props';
import { ParallelClusterVersion } from './version';
import { OptionReader, ReaderOf, readerOf } from '../../private/options/reader';
import { instanceOf, matching } from '../../private/options/validators';
import { isBefore } from '../../private/statements/versions';

/** The cluster that a role is for, or all clusters of a version. */
export type Cluster = ReturnType<typeof readCluster>;

const VERSION = instanceOf(ParallelClusterVersion, 'ParallelClusterVersion', 'ParallelClusterVersion.LATEST');
export const CLUSTER_NAME = matching('the name of a cluster: a letter, then up to 59 letters, digits and hyphens',
  /^[A-Za-z][A-Za-z0-9-]{0,59}$/, /[A-Za-z0-9-]/);

export function readCluster(reader: ReaderOf<ParallelClusterRoleScope>) {
  const read = readerOf(reader);
  const name = read.value('clusterName', CLUSTER_NAME);
  warnOfTokens(read, 'clusterName', [name]);
  return { version: readVersion(reader), name };
}

/** Warns of names that are known only at deployment, since the folder of a cluster has only a part of its name. */
export function warnOfTokens<O extends object>(
  read: OptionReader<O>, option: keyof O & string, names: readonly (string | undefined)[],
): void {
  if (names.some(name => Token.isUnresolved(name))) {
    read.warn('clusterName', `'${read.pathOf(option)}' is known only at deployment: it must then be in lower case, with at ` +
      `most ${LONGEST_FOLDER} characters, as in the name of the folder in Amazon S3 that ParallelCluster makes from it`);
  }
}

export function readVersion(reader: ReaderOf<{ readonly version?: ParallelClusterVersion }>): string {
  return (readerOf(reader).value('version', VERSION) ?? ParallelClusterVersion.LATEST).version;
}

/** Fails for an option that the version does not have yet. */
export function checkSince<O extends object>(
  read: OptionReader<O>, option: keyof O & string, since: string, version: string,
): void {
  const value: unknown = read.raw(option);
  if (value !== undefined && value !== false && isBefore(version, since)) {
    read.fail(
      `'${read.pathOf(option)}' requires ParallelCluster ${since} or newer, got version ${version}: leave it out, or ` +
        'set a newer version',
    );
  }
}

/** The first version without AWS Batch. */
const WITHOUT_AWS_BATCH = '3.16.0';

/** Fails for AWS Batch in a version that no longer has it. */
export function checkAwsBatch(reader: ReaderOf<{ readonly awsBatch?: object }>, version: string): void {
  const read = readerOf(reader);
  if (read.has('awsBatch') && !isBefore(version, WITHOUT_AWS_BATCH)) {
    read.fail(
      `'awsBatch' ends with ParallelCluster 3.15, got version ${version}: leave it out, or set ` +
        "'version' to ParallelClusterVersion.V3_15 or older",
    );
  }
}

/** The policy of AWS for functions in a VPC: network interfaces and logs. */
export const VPC_POLICY = {
  option: 'vpc', byDefault: false, policies: ['service-role/AWSLambdaVPCAccessExecutionRole'],
} as const;
