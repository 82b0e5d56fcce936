import { BeanstalkEksObservabilityRoleProps } from './props';
import { OptionReader } from '../../../private/options/reader';
import { PROMETHEUS_WORKSPACE } from '../../../private/options/things/things';

export type Observability = ReturnType<typeof readObservability>;

export function readObservability(read: OptionReader<BeanstalkEksObservabilityRoleProps>) {
  const awsManagedPolicies = read.flag('awsManagedPolicies', false);
  const parts = { s3Logs: read.flag('s3Logs', true), xrayTraces: read.flag('xrayTraces', true) };
  const prometheus = read.struct('prometheus', options => ({
    workspaces: options.arns('workspaces', PROMETHEUS_WORKSPACE, 'environments send metrics to a workspace'),
  }));
  for (const option of ['s3Logs', 'xrayTraces'] as const) {
    if (awsManagedPolicies && read.has(option)) {
      read.fail(
        `'${option}' cannot be combined with 'awsManagedPolicies': AWS's policies always include it. Remove one of them`,
      );
    }
  }
  return { ...parts, workspaces: prometheus?.workspaces ?? [], awsManagedPolicies };
}
