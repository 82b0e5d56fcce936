import { SageMakerExecutionRoleProps, WorkloadName } from './props';
import { OptionReader } from '../../private/options/reader';
import { Needs } from '../workloads/workload';

/** Work that a role can start and pass itself to: in words, and the workload that the role needs for it. */
const NEEDED: Readonly<Record<string, readonly [what: string, workload: WorkloadName] | undefined>> = {
  // Parts of the API that a notebook calls, by their names in Sids.
  'Pipelines': ['pipelines (SageMakerApiAccess.PIPELINES)', 'pipeline'],
  // Steps of a pipeline.
  'pipeline.processingSteps': ['processing steps', 'processingJob'],
  'pipeline.trainingSteps': ['training steps', 'trainingJob'],
  'pipeline.tuningSteps': ['tuning steps', 'tuningJob'],
  'pipeline.autoMlSteps': ['AutoML steps', 'autoMlJob'],
  'pipeline.modelSteps': ['models', 'model'],
};

/** Warns of work that would run with the role, but without permissions. An existing role may have them already. */
export function warnOfMissingWorkloads(
  read: OptionReader<SageMakerExecutionRoleProps>, workloads: ReadonlyMap<WorkloadName, Needs>,
): void {
  if (read.has('existingRole')) {
    return;
  }
  for (const [starter, { startsAsItself }] of workloads) {
    for (const work of startsAsItself) {
      const [what, workload] = NEEDED[work] ?? [];
      if (workload !== undefined && !workloads.has(workload)) {
        read.warn(
          `missingWorkload:${workload}`,
          `'${starter}' passes its own role to ${what}, but the role lacks '${workload}': set it, or pass other roles ` +
            "and set 'passItself' to false",
        );
      }
    }
  }
}
