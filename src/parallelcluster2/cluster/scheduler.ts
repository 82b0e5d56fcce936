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
