import { partsOfJobs } from './creations';
import { SageMakerJobType } from './props';
import { JobsAccess, UserAccess } from './read';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/unique';
import { ANY, Statements, whenPresent } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { API_PARTS } from '../workloads/api/parts';
import { passRoles } from '../workloads/statements';
import { inBothCases } from '../workloads/things/letter-case';

const source = SOURCES.apiPermissions;

/** Passing roles, and reading logs and metrics. */
export function commonPolicy(arns: Arns, access: UserAccess): Statements {
  return [
    ...passRoles('PassRoles', source, access.passableRoles,
      'narrowed: only the listed roles, and to SageMaker only'),
    ...whenPresent(access.readsLogs, () => readLogs(arns, access)),
    ...whenPresent(access.readsMetrics, () => ({
      sid: 'ReadMetrics',
      source: SOURCES.logGroups,
      note: 'added: the page names the groups and metrics, and no permissions',
      actions: [
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'cloudwatch:ListMetrics',
      ],
      resources: ANY,
    })),
  ];
}

const note = 'added: the page names the log groups, and no permissions';

/** The steps of pipelines are jobs, whose names don't have that of the pipeline. */
const STEPS = [API_PARTS.trainingJobs, API_PARTS.processingJobs, API_PARTS.transformJobs];

function readLogs(arns: Arns, { jobs, deployment, pipelineAccess, api }: UserAccess): Statements {
  const named = jobs !== undefined && jobs.names.length > 0 ? jobs : undefined;
  const whole = unique([
    ...[...(jobs && !named ? partsOfJobs(jobs.types) : []), ...(pipelineAccess ? STEPS : []), ...api]
      .flatMap(({ logGroups }) => logGroups.map(group => `${group}*`)),
    ...(deployment ? API_PARTS.endpoints.logGroups.flatMap(group => ofNames(group, deployment.names)) : []),
  ]);
  return [
    {
      sid: 'FindLogs',
      source: SOURCES.logGroups,
      note,
      actions: ['logs:DescribeLogGroups'],
      resources: ANY,
    },
    ...whenPresent(whole, groups => ({
      sid: 'ReadLogs',
      source: SOURCES.logGroups,
      note,
      actions: [
        'logs:DescribeLogStreams',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
        'logs:StartLiveTail',
      ],
      resources: groups.map(group => arns.regional('logs', `log-group:${group}`)),
    })),
    ...whenPresent(named, used => readNamedLogs(arns, used)),
  ];
}

/**
 * The jobs of a type have one log group, in which the streams of a job are below its name. The names of jobs that
 * a tuning or AutoML job starts begin with its name and a hyphen.
 */
function readNamedLogs(arns: Arns, { types, names }: JobsAccess): Statements {
  const groups = unique(partsOfJobs(types).flatMap(({ logGroups }) => logGroups)
    .map(group => group.endsWith('/') ? `${group}*` : group));
  const startsOthers = [SageMakerJobType.TUNING, SageMakerJobType.AUTO_ML].some(type => types.includes(type));
  const streams = unique(names.flatMap(inBothCases)).flatMap(name =>
    [`${name}/*`, ...(startsOthers && !name.endsWith('*') ? [`${name}-*/*`] : [])]);
  return [
    {
      sid: 'FindLogStreams',
      source: SOURCES.logGroups,
      note,
      actions: ['logs:DescribeLogStreams'],
      // CloudWatch Logs authorizes it with and without a stream in the ARN.
      resources: groups.flatMap(group => group.endsWith('*') ? [group] : [group, `${group}:*`])
        .map(group => arns.regional('logs', `log-group:${group}`)),
    },
    {
      sid: 'ReadLogStreams',
      source: SOURCES.logGroups,
      note,
      actions: ['logs:GetLogEvents'],
      resources: groups.flatMap(group => streams.map(stream => arns.regional('logs', `log-group:${group}:log-stream:${stream}`))),
    },
  ];
}

/** The log group of an endpoint ends with its name. */
function ofNames(group: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [`${group}*`]
    : unique(names.flatMap(inBothCases)).flatMap(name => [`${group}${name}`, `${group}${name}:*`]);
}
