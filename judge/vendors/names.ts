/** Parts of names that are random, and what replaces them: two recordings of a release must be the same. */
const RANDOM: readonly (readonly [pattern: RegExp, fixed: string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '11111111-2222-4333-8444-555555555555'],
  [/\b(ami|eipalloc|eni|fleet|fs|fsap|i|lt|pg|sg|snap|subnet|vol|vpc)-[0-9a-f]{8,17}\b/g, '$1-0123456789abcdef0'],
  [/(?<=hostedzone\/|"(?:HostedZoneId|Id|ClusterHostedZone)":")[A-Z0-9]{12,32}\b/g, 'Z0123456789ABCDEF'],
  [/(:secret:[\w/+=.@-]+)-[A-Za-z0-9]{6}\b/g, '$1-AbCdEf'],
  // Folders of clusters and images in their bucket, and times in the names of jobs and log groups.
  [/-\d{13}\b/g, '-1700000000000'],
  [/(\/(?:clusters|images)\/[\w-]+)-[a-z0-9]{16}(?=[/"])/g, '$1-0123456789abcdef'],
  [/-20\d{10}(?:\d\d)?\b/g, '-202601010000'],
  [/(?<=[-/])20\d\d(?:-\d\d){5}-\d{3}\b/g, '2026-01-01-00-00-00-000'],
  [/-\d{6}-\d{4}(?=[/"])/g, '-260101-0000'],
  [/-\d{10}-[0-9a-f]{4}\b/g, '-1700000000-0000'],
  [/(?<=:pipeline\/[\w-]+\/execution\/)[a-z0-9]{12}\b/g, '0123456789ab'],
  // Versions that eb names after a commit and the time.
  [/\bapp-[0-9a-f]{4,12}-\d{6}_\d{6,12}\b/g, 'app-0123-260101_000000'],
  // The modules that the SDK of SageMaker sends along with jobs.
  [/(?<=\/(?:sm_drivers|sagemaker_remote_function_bootstrap)\/)[\w./-]+/g, 'module'],
  // Names that the program makes of the cluster's and a hash.
  [/(?<=:targetgroup\/)[\w-]{1,7}(-[\w-]{1,7})-[0-9a-f]{16}\b/g, 'hpc$1-0123456789abcdef'],
  [/(?<=[A-Za-z]-)(?=\d*[A-F])[0-9A-F]{12}\b/g, '0123456789AB'],
  // Templates and assets are named after their content.
  [/\b[0-9a-f]{64}\b/g, '0'.repeat(64)],
];

/** The placeholder of the release in a name. */
export const RELEASE = '${Release}';

/** The name of clusters and images in the data. In a recording it is that of the configuration. */
export const NAME = 'hpc';

/** The name of the cluster whose daemons and functions run. */
const RESEARCH = 'research';

/** What is before the name in the names of resources, roles, keys and tags. */
const BEFORE_NAME = [
  '"', 'stack/', '/parallelcluster/', 'parallelcluster-', 'parallelcluster-slurm-', 'pcluster-', '/clusters/', '/images/',
  'ParallelClusterImage-', 'parallelclusterimage-', ':alarm:', 'dashboard/', 'autoScalingGroupName/', 'loadbalancer/net/',
  'repository/', 'hpc/', 'team-',
];

/** A value of a recording whose names do not depend on chance, on the configuration and on the release. */
export function withFixedNames<T>(value: T, release: string, configuration: string): T {
  const text = RANDOM.reduce((fixed, [pattern, name]) => fixed.replace(pattern, name), JSON.stringify(value))
    .replaceAll(release, RELEASE);
  const names = [RESEARCH, ...(configuration === '' ? [] : [configuration])].join('|');
  return JSON.parse(text.replace(new RegExp(`(?<=${BEFORE_NAME.join('|')})(?:${names})(?=[-_/."])`, 'g'), NAME)) as T;
}
