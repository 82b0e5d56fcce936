import { IConstruct } from 'constructs';
import { ParallelClusterResourcePrefix } from './resource-prefix';
import { Arns } from '../../private/options/arns';
import { fail } from '../../private/options/errors';
import { checkName, checkPath, checkText } from '../../private/options/names';
import { checked, OPTIONS } from '../../private/options/validators';

/** What the IAM resources of clusters and images are called, as ARNs. */
export interface IamResources {
  readonly roles: readonly string[];
  readonly profiles: readonly string[];
  /** The roles of images, which know no prefix. */
  readonly imageRoles: readonly string[];
  readonly imageProfiles: readonly string[];
  /** Customer-managed policies that clusters may attach. */
  readonly policies: readonly string[];
}

export const DEFAULT_PATH = '/parallelcluster/';

/** No wildcard, and no variable of a policy. */
const PATH = /^\/(?:(?![*?$])[!-~])+\/$/;

/** Fails for what `pcluster` refuses, and for what would reach beyond the prefix. */
export function iamResources(
  scope: IConstruct, arns: Arns, prefix: ParallelClusterResourcePrefix | undefined,
): IamResources {
  if (prefix !== undefined) {
    checkPrefix(scope, prefix);
  }
  const { path, namePrefix = '' } = prefix ?? {};
  // Clusters that are told no path put their own name below the default one.
  const defaultPath = namePrefix === '' ? DEFAULT_PATH : `${DEFAULT_PATH}*/`;
  const names = `${path ?? defaultPath}${namePrefix}*`;
  return {
    roles: [arns.iam(`role${names}`)],
    profiles: [arns.iam(`instance-profile${names}`)],
    imageRoles: [arns.iam(`role${DEFAULT_PATH}*`)],
    imageProfiles: [arns.iam(`instance-profile${DEFAULT_PATH}*`), arns.iam('instance-profile/ParallelClusterImage*')],
    policies: prefix === undefined
      ? [arns.iam('policy/parallelcluster*'), arns.iam(`policy${DEFAULT_PATH}*`)]
      : [arns.iam(`policy${path ?? '/'}${namePrefix}*`)],
  };
}

function checkPrefix(scope: IConstruct, prefix: ParallelClusterResourcePrefix): void {
  checked(scope, 'resourcePrefix', prefix as object, OPTIONS);
  const { path, namePrefix } = prefix;
  if (path === undefined && namePrefix === undefined) {
    fail(scope, "'resourcePrefix' must have a 'path', a 'namePrefix' or both, got {}: leave it out where there is none");
  }
  const rule = "a path that starts and ends with '/', names something in between and has no wildcard";
  checkText(scope, 'resourcePrefix.path', path, PATH, rule);
  checkPath(scope, 'resourcePrefix.path', path);
  checkName(scope, 'resourcePrefix.namePrefix', namePrefix, 30);
}
