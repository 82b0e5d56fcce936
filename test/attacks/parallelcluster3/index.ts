import { BOUNDARY_ATTACKS, BOUNDARY_ESCALATIONS } from './boundary';
import { ROLES_ATTACKS, ROLES_ESCALATIONS } from './roles';
import { ROLES_REACH } from './roles-reach';
import { USER_ATTACKS, USER_ESCALATIONS } from './users';
import { BOUNDARY_REACH, USERS_REACH } from './users-reach';
import { Attacked } from '../attack';

export const PARALLELCLUSTER3_ATTACKED: Attacked = {
  attacks: [...USER_ATTACKS, ...BOUNDARY_ATTACKS, ...ROLES_ATTACKS],
  escalations: {
    ...ROLES_ESCALATIONS,
    ParallelClusterPermissionsBoundary: BOUNDARY_ESCALATIONS,
    ParallelClusterUserPolicy: USER_ESCALATIONS,
  },
  reach: {
    'parallelcluster3-user-reach': USERS_REACH,
    'parallelcluster3-boundary-reach': BOUNDARY_REACH,
    'parallelcluster3-roles-reach': ROLES_REACH,
  },
};
