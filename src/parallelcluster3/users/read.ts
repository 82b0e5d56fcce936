import { Token } from 'aws-cdk-lib';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { IConstruct } from 'constructs';
import { _IamAccess, ParallelClusterIamAccess } from './iam-access';
import { IamResources, iamResources } from './iam-resources';
import {
  ParallelClusterSecretsOptions, ParallelClusterStorageOptions, ParallelClusterUserEfs, ParallelClusterUserFsxForLustre,
  ParallelClusterUserLogRetrieval,
} from './props';
import { ParallelClusterResourcePrefix } from './resource-prefix';
import { S3Location } from '../../common/s3-location';
import { Arns } from '../../private/options/arns';
import { fail, shown } from '../../private/options/errors';
import { checkText } from '../../private/options/names';
import { BoundLocations, NO_LOCATIONS, OptionReader, unique } from '../../private/options/option-reader';
import { checked, having, Kind } from '../../private/options/validators';
import { checkSince, readVersion } from '../cluster/read';
import { readSecret, Secret } from '../cluster/secrets';
import { ParallelClusterVersion } from '../cluster/version';

// What the policies of a user are made of: the options, checked, and as ARNs.

export interface Secrets {
  readonly passwords: readonly string[];
  readonly passwordParameters: readonly string[];
  readonly mungeKeys: readonly string[];
  /** The keys of what is read. */
  readonly secretKeys: readonly string[];
}

export interface Storage {
  readonly buckets: BoundLocations;
  readonly keys: readonly string[];
}

export interface FsxForLustre {
  /** None where clusters make their file systems. */
  readonly fileSystems: readonly string[];
  readonly dataRepositories: BoundLocations;
}

/** What the policies of users and the boundary of their roles have in common. */
export interface CommonAccess {
  readonly version: string;
  /** The region that everything is limited to. */
  readonly region?: string;
  readonly iamResources: IamResources;
  readonly secrets: Secrets;
  readonly storage: Storage;
  readonly awsBatch: boolean;
  readonly imageBuild: boolean;
}

export interface UserAccess extends CommonAccess {
  /** Whether clusters name their roles by a prefix, which images don't know. */
  readonly hasPrefix: boolean;
  readonly iam: _IamAccess;
  /** None where clusters make their file systems. */
  readonly efs: readonly string[];
  readonly fsxForLustre?: FsxForLustre;
  readonly loginNodes: boolean;
  /** Where logs are exported to. */
  readonly logRetrieval?: BoundLocations;
}

export interface CommonOptions {
  readonly version?: ParallelClusterVersion;
  readonly region?: string;
  readonly resourcePrefix?: ParallelClusterResourcePrefix;
  readonly secrets?: ParallelClusterSecretsOptions;
  readonly storage?: ParallelClusterStorageOptions;
  readonly awsBatch?: boolean;
  readonly imageBuild?: boolean;
}

/** All options of a user. */
export interface UserOptions extends CommonOptions {
  readonly iamAccess?: ParallelClusterIamAccess;
  readonly efs?: ParallelClusterUserEfs;
  readonly fsxForLustre?: ParallelClusterUserFsxForLustre;
  readonly loginNodes?: boolean;
  readonly logRetrieval?: ParallelClusterUserLogRetrieval;
}

const IAM_ACCESS: Kind<ParallelClusterIamAccess> = {
  what: 'a ParallelClusterIamAccess, such as ParallelClusterIamAccess.restricted()',
  is: value => value instanceof ParallelClusterIamAccess,
};
const SECRET = having<secretsmanager.ISecret>('secretArn', 'a secret, such as secretsmanager.Secret.fromSecretNameV2()');
const PARAMETER = having<ssm.IParameter>('parameterArn', 'a parameter, such as ssm.StringParameter');
const BUCKET = having<s3.IBucket>('bucketArn', 'a bucket, such as s3.Bucket');
const EFS = having<efs.IFileSystem>('fileSystemArn', 'a file system, such as efs.FileSystem');
const FSX = having<fsx.IFileSystem>('fileSystemId', 'a file system, such as fsx.LustreFileSystem');
const SECRET_ARN = /^arn:[^:]+:secretsmanager:[^:]+:[^:]*:secret:.+/;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/;

/** Since which version an option has a meaning. */
const SINCE = {
  'resourcePrefix': '3.4.0',
  'loginNodes': '3.7.0',
  'secrets.passwordParameters': '3.5.1',
  'secrets.mungeKeys': '3.8.0',
};

/** Fails for options that can't be right. */
export function userAccess(scope: IConstruct, options: UserOptions): UserAccess {
  const common = commonAccess(scope, options);
  const read = OptionReader.of(scope, '', options);
  const { iamAccess = ParallelClusterIamAccess.restricted() } = options;
  const access = {
    ...common,
    hasPrefix: options.resourcePrefix !== undefined,
    iam: checked(scope, 'iamAccess', iamAccess, IAM_ACCESS)._bind(scope),
    efs: read.optionalStruct('efs', options.efs, readEfs) ?? [],
    fsxForLustre: read.optionalStruct('fsxForLustre', options.fsxForLustre, (reader, fsxOptions) =>
      readFsx(reader, fsxOptions, Arns.of(scope, options.region))),
    loginNodes: read.flag('loginNodes', options.loginNodes, false),
    logRetrieval: read.optionalStruct('logRetrieval', options.logRetrieval, (reader, { exportLocations }) =>
      reader.optionalLocations('exportLocations', exportLocations)),
  };
  checkAllSince(read, common.version, { loginNodes: access.loginNodes });
  if (access.awsBatch && !access.iam.makesRoles) {
    fail(
      scope,
      "'awsBatch' can't be had with 'iamAccess' restricted: clusters with AWS Batch make roles that no configuration " +
        'takes. Use ParallelClusterIamAccess.withinBoundary() or privileged()',
    );
  }
  return access;
}

export function commonAccess(scope: IConstruct, options: CommonOptions): CommonAccess {
  const read = OptionReader.of(scope, '', options);
  const version = readVersion(read, options.version);
  checkText(scope, 'region', options.region, REGION, "the name of one region such as 'eu-central-1'");
  const access = {
    version,
    region: options.region,
    iamResources: iamResources(scope, Arns.of(scope), options.resourcePrefix),
    secrets: readSecrets(read, options.secrets),
    storage: readStorage(read, options.storage),
    awsBatch: read.flag('awsBatch', options.awsBatch, false),
    imageBuild: read.flag('imageBuild', options.imageBuild, false),
  };
  checkAllSince(read, version, {
    'resourcePrefix': options.resourcePrefix,
    'secrets.passwordParameters': options.secrets?.passwordParameters,
    'secrets.mungeKeys': options.secrets?.mungeKeys,
  });
  return access;
}

function checkAllSince(
  read: OptionReader, version: string, options: Readonly<Partial<Record<keyof typeof SINCE, unknown>>>,
): void {
  for (const [option, value] of Object.entries(options)) {
    checkSince(read, option, value, version, SINCE[option as keyof typeof SINCE]);
  }
}

function readSecrets(read: OptionReader, secrets: ParallelClusterSecretsOptions | undefined): Secrets {
  const bound = read.optionalStruct('secrets', secrets, (reader, { passwords, passwordParameters, mungeKeys }) => {
    const opened = secretsOf(reader, 'mungeKeys', mungeKeys);
    return {
      passwords: unique(secretsOf(reader, 'passwords', passwords).map(({ arn }) => arn)),
      passwordParameters: unique(reader.optionalList('passwordParameters', passwordParameters, PARAMETER)
        .map(({ parameterArn }) => parameterArn)),
      mungeKeys: unique(opened.map(({ arn }) => arn)),
      secretKeys: unique(opened.flatMap(({ keys }) => keys)),
    };
  });
  const none: Secrets = { passwords: [], passwordParameters: [], mungeKeys: [], secretKeys: [] };
  return bound ? checkedSome(read, 'secrets', bound) : none;
}

function readStorage(read: OptionReader, storage: ParallelClusterStorageOptions | undefined): Storage {
  const bound = read.optionalStruct('storage', storage, (reader, { buckets, keys }) => {
    const locations = reader.optionalList('buckets', buckets, BUCKET).map(bucket => S3Location.bucket(bucket));
    return {
      buckets: locations.length === 0 ? NO_LOCATIONS : reader.locations('buckets', locations, ''),
      keys: reader.optionalKeys('keys', keys),
    };
  });
  return bound ? checkedSome(read, 'storage', bound, bound.buckets.buckets, bound.keys) : { buckets: NO_LOCATIONS, keys: [] };
}

function readEfs(reader: OptionReader, { fileSystems }: ParallelClusterUserEfs): readonly string[] {
  const reason = 'leave it out where clusters make their file systems';
  return unique(reader.list('fileSystems', fileSystems, EFS, reason).map(({ fileSystemArn }) => fileSystemArn));
}

function readFsx(
  reader: OptionReader, { fileSystems, dataRepositories }: ParallelClusterUserFsxForLustre, arns: Arns,
): FsxForLustre {
  if (fileSystems !== undefined && dataRepositories !== undefined) {
    fail(
      reader.scope,
      "'fsxForLustre.dataRepositories' can't be set together with 'fsxForLustre.fileSystems': data repositories are for " +
        'file systems that clusters make, and with existing ones they make none',
    );
  }
  return {
    fileSystems: unique(reader.optionalList('fileSystems', fileSystems, FSX)
      .map(({ fileSystemId }) => arns.regional('fsx', `file-system/${fileSystemId}`))),
    dataRepositories: reader.optionalLocations('dataRepositories', dataRepositories),
  };
}

function secretsOf(
  reader: OptionReader, option: string, secrets: readonly secretsmanager.ISecret[] | undefined,
): readonly Secret[] {
  return reader.optionalList(option, secrets, SECRET).map((secret, index) => {
    const { secretArn } = secret;
    if (!Token.isUnresolved(secretArn) && !SECRET_ARN.test(secretArn)) {
      fail(
        reader.scope,
        `'${reader.pathOf(option)}[${index}]' must be a secret with an ARN, got ${shown(secretArn)}: for a name use ` +
          'Secret.fromSecretNameV2()',
      );
    }
    return readSecret(reader, `${option}[${index}]`, secret);
  });
}

/** A struct that says nothing can only be a mistake. */
function checkedSome<T extends object>(
  read: OptionReader, option: string, bound: T, ...lists: readonly (readonly string[])[]
): T {
  const all = lists.length > 0 ? lists : Object.values(bound) as readonly (readonly string[])[];
  if (all.every(list => list.length === 0)) {
    fail(read.scope, `'${option}' must not be empty: leave it out where there is nothing to name, got {}`);
  }
  return bound;
}
