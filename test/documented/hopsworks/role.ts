import { Stack } from 'aws-cdk-lib';
import { NODES, PROFILES } from './option-sets';
import {
  HopsworksEksNodeRole, HopsworksEksNodeRoleProps, HopsworksInstanceProfile, HopsworksInstanceProfileProps,
} from '../../../src';
import { eksNodePolicy, eksNodesOf } from '../../../src/hopsworks/eks-node-role/policy';
import { instanceProfilePolicy } from '../../../src/hopsworks/instance-profile/policy';
import { clusterOf } from '../../../src/hopsworks/instance-profile/read';
import { Arns } from '../../../src/private/options/arns';
import { PolicyFeature } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { Statement } from '../../support/policies';
import { synthesizeRole } from '../../support/synthesize';
import { OptionSet, OurStatement } from '../platform';

type Build<P> = (stack: Stack, props: P) => readonly PolicyFeature[];

/** The option sets as what they make. */
export const OPTION_SETS: Readonly<Record<string, () => OptionSet>> = {
  ...made<HopsworksInstanceProfileProps>(PROFILES, (stack, props) => {
    new HopsworksInstanceProfile(stack, 'Profile', props);
    return instanceProfilePolicy(Arns.of(stack), clusterOf(stack, props));
  }),
  ...made<HopsworksEksNodeRoleProps>(NODES, (stack, props) => {
    new HopsworksEksNodeRole(stack, 'Nodes', props);
    return eksNodePolicy(eksNodesOf(stack, props));
  }),
};

function made<P>(
  optionSets: Readonly<Record<string, (stack: Stack) => P>>, build: Build<P>,
): Record<string, () => OptionSet> {
  return Object.fromEntries(Object.entries(optionSets).map(([name, options]) => {
    let known: OptionSet | undefined;
    return [name, () => known ??= optionSet(stack => build(stack, options(stack)))];
  }));
}

/** The statements of the role as they stand in its template, each with its source and note. */
function optionSet(build: (stack: Stack) => readonly PolicyFeature[]): OptionSet {
  let features: readonly PolicyFeature[] = [];
  const role = synthesizeRole(
    stack => {
      features = build(stack);
    },
    { env: { region: AWS.region, account: AWS.account } },
  );
  return { permissions: role.all.map(statement => ({ ...statement, ...remarks(features, statement) })), trust: [] };
}

function remarks(
  features: readonly PolicyFeature[], { Sid }: Statement,
): Pick<OurStatement, 'Sid' | 'source' | 'note'> {
  const found = features.flatMap(({ statements }) => statements).find(({ sid }) => sid === Sid);
  if (!found) {
    throw new Error(`the template has a statement that the policy's data does not know: ${Sid}`);
  }
  return { Sid: found.sid, source: found.source, note: found.note };
}
