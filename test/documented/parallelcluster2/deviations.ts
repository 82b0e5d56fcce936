import { INSTANCE_DEVIATIONS } from './instance-deviations';
import { USER_DEVIATIONS } from './user-deviations';
import { Deviations } from '../platform';

/** All differences between the roles and policies of the library and the page. */
export const PARALLEL_CLUSTER_2_DEVIATIONS: Readonly<Record<string, Readonly<Record<string, Deviations>>>> = {
  ...INSTANCE_DEVIATIONS,
  ...USER_DEVIATIONS,
};
