/** What the job watches, in the order of its report. */
export const WATCHED = {
  'managed-policies': 'AWS managed policies that constructs attach, cite or replace',
  'authorization': 'Service authorization reference',
  'packages': 'Released programs of vendors',
  'version-gates': 'Versions of ParallelCluster from which statements are granted',
  'handlers': 'Permissions of CloudFormation for resources that users make',
  'cdk': 'AWS CDK',
  'sources': 'Sources that no package holds',
  'witnesses': 'Age of the packages with facts',
} as const;

export type Watched = keyof typeof WATCHED;

/** One thing that is no longer as somebody read it. */
export interface Difference {
  readonly watched: Watched;
  /** What changed, with its new version: `AWSElasticBeanstalkWebTier v9`. */
  readonly of: string;
  /** `+ s3:GetObject on *` */
  readonly change: string;
  /** The statements that it concerns, as `BeanstalkEc2Role CommonReadObjects`, or what else is to be read. */
  readonly concerns: readonly string[];
}

/** What one watch found. */
export interface Finding {
  readonly differences: readonly Difference[];
  /** What is newer, and changes nothing for the library. */
  readonly notes: readonly string[];
}

/** Makes differences of one thing. */
export function differencesOf(watched: Watched, of: string) {
  return (change: string, concerns: readonly string[] = []): Difference => ({ watched, of, change, concerns });
}

/** What is in one list and not in the other. */
export function without(these: Iterable<string>, those: Iterable<string>): readonly string[] {
  const others = new Set(those);
  return [...new Set(these)].filter(one => !others.has(one)).sort();
}
