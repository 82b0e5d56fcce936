import { Kind } from '../private/options';

/** The schedulers of AWS ParallelCluster 2. */
export enum ParallelCluster2Scheduler {
  /** Son of Grid Engine: up to version 2.11.4. */
  SGE = 'sge',

  /** Slurm. */
  SLURM = 'slurm',

  /** Torque: up to version 2.11.4. */
  TORQUE = 'torque',

  /** AWS Batch. */
  AWSBATCH = 'awsbatch',
}

const NAMES = Object.keys(ParallelCluster2Scheduler).map(name => `ParallelCluster2Scheduler.${name}`);

export const SCHEDULER: Kind<ParallelCluster2Scheduler> = {
  what: `one of ${NAMES.join(', ')}`,
  is: (value): value is ParallelCluster2Scheduler =>
    Object.values<unknown>(ParallelCluster2Scheduler).includes(value),
};
