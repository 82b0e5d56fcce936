import { PARALLEL_CLUSTER_2_DEVIATIONS } from './deviations';
import { OPTION_SETS } from './option-sets';
import { statementsOf } from './statements';
import { SOURCES } from '../../../src/parallelcluster2/sources';
import { AWS } from '../../support/fold';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

const built = new Map<string, OptionSet>();

export const PARALLEL_CLUSTER_2: DocumentedPlatform = {
  name: 'parallelcluster2',
  documents: loadDocuments('parallelcluster2'),
  printedActions: 360,
  names: {
    Partition: AWS.partition,
    Region: AWS.region,
    Account: AWS.account,
    // The page leaves out the prefix, which alone makes such a name the name of a cluster.
    ClusterName: 'parallelcluster-team',
    StackName: 'parallelcluster-team',
    ResourcesBucket: 'parallelcluster-0a1b2c3d4e5f6a7b',
    InstanceRoleName: 'nodes',
    JobRole: 'jobs',
    JobDefinitionSerial: 'JobDefinitionSerial-1a2b',
    JobDefinitionMultiNode: 'JobDefinitionMNP-7a8b',
    JobQueue: 'JobQueue-3c4d',
    EcsComputeEnvironment: 'ComputeEnvironment-5e6f_Batch_9c0d',
  },
  optionSets: Object.fromEntries(
    Object.entries(OPTION_SETS).map(([name, build]) => [name, () => once(name, () => statementsOf(build))]),
  ),
  deviations: PARALLEL_CLUSTER_2_DEVIATIONS,
  sources: SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function once(name: string, build: () => OptionSet): OptionSet {
  const optionSet = built.get(name) ?? build();
  built.set(name, optionSet);
  return optionSet;
}
