import { FUNCTIONS_ATTACKS, FUNCTIONS_ESCALATIONS } from './functions';
import { NODES_ATTACKS, NODES_ESCALATIONS } from './nodes';
import { Attacked, AttackTable } from '../attack';

export const ROLES_ATTACKS: readonly AttackTable[] = [...NODES_ATTACKS, ...FUNCTIONS_ATTACKS];

export const ROLES_ESCALATIONS: Attacked['escalations'] = {
  ParallelCluster2InstanceRole: NODES_ESCALATIONS,
  ParallelCluster2LambdaRole: FUNCTIONS_ESCALATIONS,
};
