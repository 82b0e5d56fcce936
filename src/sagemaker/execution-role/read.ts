import { SageMakerExecutionRoleProps, WORKLOAD_NAMES, WorkloadName, WORKLOADS } from './props';
import { OptionReader } from '../../private/options/reader';
import { PASSED_WORK } from '../workloads/passed-work';
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
  warnOfPassedWork(read, workloads);
  return { workloads, sdkRoleCheck };
}

/** The work that a user starts with this role needs a workload of its own. */
function warnOfPassedWork(
  read: OptionReader<SageMakerExecutionRoleProps>, workloads: ReadonlyMap<WorkloadName, Needs>,
): void {
  for (const [user, { passedParts }] of workloads) {
    for (const part of passedParts.filter(name => name in PASSED_WORK)) {
      const { workload, otherwise } = PASSED_WORK[part];
      if (!workloads.has(workload as WorkloadName)) {
        read.warn(
          `passedWork:${workload}`,
          `'${user}' has the part '${part}' of the API, and passes this role to the work that it starts, but the role has ` +
            `no '${workload}', which ${otherwise} need: set '${workload}', or pass another role that has it`,
        );
      }
    }
  }
}

function readWorkload<W extends WorkloadName>(read: OptionReader<SageMakerExecutionRoleProps>, name: W) {
  return read.struct(name, WORKLOADS[name].read);
}
