import { Stack } from 'aws-cdk-lib';
import { NODES, PROFILES, SERVICE_ACCOUNTS } from './option-sets';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksEksServiceAccountRole, HopsworksEksServiceAccountRoleProps,
  HopsworksInstanceProfile, HopsworksInstanceProfileProps,
} from '../../../src';
import { SOURCES } from '../../../src/hopsworks/sources';
import { roleOptionSets } from '../option-sets';

/** The option sets, rendered. */
export const OPTION_SETS = {
  ...roleOptionSets<HopsworksInstanceProfileProps>(PROFILES, (stack: Stack, props) =>
    new HopsworksInstanceProfile(stack, 'Profile', props)),
  ...roleOptionSets<HopsworksEksNodeRoleProps>(NODES, (stack: Stack, props) => new HopsworksEksNodeRole(stack, 'Nodes', props)),
  ...roleOptionSets<HopsworksEksServiceAccountRoleProps>(SERVICE_ACCOUNTS, (stack: Stack, props) =>
    new HopsworksEksServiceAccountRole(stack, 'Pods', props), ({ Principal = {} }) => 'Federated' in Principal
    ? { source: SOURCES.eksRoleChaining }
    : { source: SOURCES.podIdentity, note: 'narrowed: the example has no condition on the cluster' }),
};
