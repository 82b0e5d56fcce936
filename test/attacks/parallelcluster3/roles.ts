import { FUNCTION_ATTACKS, IMAGE_BUILDER_ATTACKS, IMAGE_CLEANUP_ATTACKS } from './roles-functions';
import { HEAD_NODE_ATTACKS } from './roles-head-node';
import { COMPUTE_NODE_ATTACKS, LOGIN_NODE_ATTACKS, SLURMDBD_ATTACKS } from './roles-nodes';
import { Attacked, AttackTable } from '../attack';

export const ROLES_ATTACKS: readonly AttackTable[] = [
  ...HEAD_NODE_ATTACKS,
  ...COMPUTE_NODE_ATTACKS,
  ...LOGIN_NODE_ATTACKS,
  ...FUNCTION_ATTACKS,
  ...IMAGE_BUILDER_ATTACKS,
  ...IMAGE_CLEANUP_ATTACKS,
  ...SLURMDBD_ATTACKS,
];

export const ROLES_ESCALATIONS: Attacked['escalations'] = {
  ParallelClusterHeadNodeRole: {
    'an instance with a role': 'headRoles',
    'a fleet that launches with its own role': 'headFleets',
    'a batch job of others': 'headJobs',
    'a grant on a key': 'headKeys',
  },
  ParallelClusterLambdaFunctionsRole: {
    'another build of a project': 'functionBuilds',
  },
};
