import { ROLES_ATTACKS, ROLES_ESCALATIONS } from './roles';
import { ROLES_REACH } from './roles-reach';
import { USER_ATTACKS, USER_ESCALATIONS } from './users';
import { USERS_REACH } from './users-reach';
import { Attacked } from '../attack';

export const PARALLELCLUSTER2_ATTACKED: Attacked = {
  attacks: [...USER_ATTACKS, ...ROLES_ATTACKS],
  escalations: {
    ...ROLES_ESCALATIONS,
    ParallelCluster2UserPolicy: USER_ESCALATIONS,
  },
  reach: {
    'parallelcluster2-users-reach': USERS_REACH,
    'parallelcluster2-roles-reach': ROLES_REACH,
  },
};
