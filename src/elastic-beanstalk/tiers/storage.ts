import { Arns } from '../../private/options/arns';
import { viaService } from '../../private/statements/conditions';
import { DocumentedStatement } from '../../private/statements/documented-statement';

// The bucket of Elastic Beanstalk.

/** The folder of its environments. An application with the name `resources` has the folder around it. */
export const ENVIRONMENTS = 'resources/environments/';

/** The bucket that Elastic Beanstalk creates in a region. */
export function storageBucket(arns: Arns): string {
  return arns.bucket(`elasticbeanstalk-${arns.region}-${arns.account}`);
}

/** Lets principals use the keys of buckets, by calls of Amazon S3 only. */
export function useStorageKeys(
  arns: Arns, keys: readonly string[], statement: Pick<DocumentedStatement, 'sid' | 'source' | 'note' | 'actions'>,
): DocumentedStatement {
  return { ...statement, resources: [...new Set(keys)], conditions: viaService('s3', arns.region) };
}
