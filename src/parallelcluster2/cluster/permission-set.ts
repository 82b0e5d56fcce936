/** Which form of the guide's policies is granted. */
export enum ParallelCluster2PermissionSet {
  /**
   * The last form, of version 2.11: a set for each scheduler, with the rights on tags that AWS asks for today.
   */
  GUIDE_2_11 = 'GUIDE_2_11',

  /**
   * The form of version 2.9, one set for SGE, Slurm and Torque: Slurm has queues, topics and Auto Scaling groups, too.
   * It lacks dashboards, some rights that later versions call for, and rights on tags without which AWS refuses to
   * create functions and log groups that have tags. For clusters that were made before version 2.10.
   */
  GUIDE_2_9 = 'GUIDE_2_9',
}
