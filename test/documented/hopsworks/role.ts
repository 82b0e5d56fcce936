import { Stack } from 'aws-cdk-lib';
import { NODES, PROFILES } from './option-sets';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksInstanceProfile, HopsworksInstanceProfileProps,
} from '../../../src';
import { roleOptionSets } from '../option-sets';

/** The option sets, rendered. */
export const OPTION_SETS = {
  ...roleOptionSets<HopsworksInstanceProfileProps>(PROFILES, (stack: Stack, props) =>
    new HopsworksInstanceProfile(stack, 'Profile', props)),
  ...roleOptionSets<HopsworksEksNodeRoleProps>(NODES, (stack: Stack, props) => new HopsworksEksNodeRole(stack, 'Nodes', props)),
};
