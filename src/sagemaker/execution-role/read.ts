import { SageMakerExecutionRoleProps, WORKLOAD_NAMES, WorkloadName, WORKLOADS } from './props';
import { OptionReader } from '../../private/options/reader';
import { Needs } from '../workloads/workload';

export type ExecutionNeeds = ReturnType<typeof readExecutionRole>;

/** Reads the workloads that are set, in the order of the table, and their needs. */
export function readExecutionRole(read: OptionReader<SageMakerExecutionRoleProps>) {
  const sdkRoleCheck = read.flag('sdkRoleCheck', false);
  const workloads = new Map<WorkloadName, Needs>();
  for (const name of WORKLOAD_NAMES) {
    const needs = readWorkload(read, name);
    if (needs) {
      workloads.set(name, needs);
    }
  }
  if (workloads.size === 0) {
    const names = WORKLOAD_NAMES.map(name => `'${name}'`).join(', ');
    read.fail(`set at least one workload, because a role without one can do nothing: ${names}`);
  }
  return { workloads, sdkRoleCheck };
}

function readWorkload<W extends WorkloadName>(read: OptionReader<SageMakerExecutionRoleProps>, name: W) {
  return read.struct(name, WORKLOADS[name].read);
}
