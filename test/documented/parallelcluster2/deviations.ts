import { INSTANCE_DEVIATIONS } from './instance-deviations';
import { USER_DEVIATIONS } from './user-deviations';
import { Deviations } from '../platform';

/** Everything in which the roles and policies of the library differ from the page. */
export const PARALLEL_CLUSTER_2_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  ...INSTANCE_DEVIATIONS,
  ...USER_DEVIATIONS,
};
