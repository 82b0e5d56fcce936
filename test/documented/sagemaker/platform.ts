import { SAGEMAKER_DEVIATIONS } from './deviations';
import { KARPENTER_OPTION_SETS, OPTION_SETS } from './option-sets';
import { optionSetOf, roleWith } from './role';
import { SageMakerHyperPodKarpenterRole } from '../../../src';
import { SOURCES } from '../../../src/sagemaker/sources';
import { loadDocuments } from '../documents';
import { DocumentedPlatform, OptionSet } from '../platform';

const made = new Map<string, OptionSet>();

export const SAGEMAKER: DocumentedPlatform = {
  name: 'sagemaker',
  documents: loadDocuments('sagemaker'),
  printedActions: 321,
  names: {
    Partition: 'aws',
    Region: 'eu-central-1',
    AccountId: '111122223333',
    InputBucket: 'inputs',
    OutputBucket: 'outputs',
    Repository: 'my-repo',
  },
  optionSets: Object.fromEntries([
    ...Object.entries(OPTION_SETS).map(([name, options]) => [name, () => once(name, () => roleWith(options))] as const),
    ...Object.entries(KARPENTER_OPTION_SETS).map(([name, options]) => [name, () => once(name, () =>
      optionSetOf(stack => new SageMakerHyperPodKarpenterRole(stack, 'Role', options(stack))))] as const),
  ]),
  deviations: SAGEMAKER_DEVIATIONS,
  sources: SOURCES,
};

/** Caches the option set: several documents are compared with the same options. */
function once(name: string, make: () => OptionSet): OptionSet {
  const optionSet = made.get(name) ?? make();
  made.set(name, optionSet);
  return optionSet;
}
